#include "ui/setup/model_inspector.h"

#include "base/refusal.h"
#include "ui/base/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace iotbench::ui {
namespace {

struct ModelRemark {
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

QString inputWords(Normalisation normalisation)
{
    switch (normalisation) {
    case Normalisation::MeanSubtracted:
        return ModelRemark::tr("pixel mean subtracted");
    case Normalisation::Raw:
        return ModelRemark::tr("input 0 to 255");
    case Normalisation::Unit:
        break;
    }
    return ModelRemark::tr("input 0 to 1");
}

std::uint64_t sizeOf(const std::filesystem::path& file)
{
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    return error ? 0 : bytes;
}

void fillFromCard(const ModelCard& card, const ModelVariant& variant, ModelSeen& seen)
{
    seen.architecture = QString::fromStdString(card.architecture);
    seen.parameters = card.parameters;
    seen.macs = card.macs;
    seen.normalisation = card.normalisation;
    if (variant.images > 0)
        seen.accuracy = static_cast<double>(variant.correct) / variant.images;
}

ModelSeen readFile(
    const ModelCatalogue& models, const std::string& path, const std::function<bool()>& cancelled)
{
    ModelSeen seen{.asked = QString::fromStdString(path)};
    const Result<LoadedModel> model = models.load(path, engines::Precision::Fp32, cancelled);
    if (!model) {
        seen.fault = model.error();
        return seen;
    }
    seen.bytes = sizeOf(model->path);
    seen.normalisation = model->normalisation();
    seen.format = model->format;
    seen.operatorFaults = model->facts.operatorFaults;
    if (model->card && model->variant())
        fillFromCard(*model->card, *model->variant(), seen);
    return seen;
}

} // namespace

ModelInspector::ModelInspector(const ModelCatalogue& models, QObject* parent)
    : QObject(parent)
    , m_models(models)
{
}

ModelInspector::~ModelInspector()
{
    m_cancelled = true;
}

void ModelInspector::look(const std::string& nameOrPath)
{
    if (nameOrPath == m_wanted && (m_looking || m_seen.asked.toStdString() == nameOrPath))
        return;
    m_wanted = nameOrPath;
    if (nameOrPath.empty()) {
        m_seen = {};
        emit changed();
        return;
    }
    const auto bundled = std::ranges::find_if(m_models.list(),
        [&](const CatalogueEntry& entry) { return entry.bundled && entry.card.name == nameOrPath; });
    if (bundled != m_models.list().end()) {
        const ModelVariant& variant = bundled->card.variants.front();
        m_seen
            = {.asked = QString::fromStdString(nameOrPath), .bytes = sizeOf(bundled->folder / variant.file)};
        fillFromCard(bundled->card, variant, m_seen);
        emit changed();
        return;
    }
    if (m_looking) { // finish() sees that another one is wanted by now
        m_cancelled = true;
        return;
    }
    m_looking = true;
    const auto read = [this, nameOrPath] {
        const ModelSeen seen
            = readFile(m_models, nameOrPath, [this] { return m_cancelled.load(std::memory_order_relaxed); });
        QMetaObject::invokeMethod(
            this, [this, seen] { finish(seen); }, Qt::QueuedConnection);
    };
    try {
        m_reader = StageThread("model inspector", read);
    } catch (const Refusal& noThread) {
        finish({.asked = QString::fromStdString(nameOrPath), .fault = noThread.reason()});
    }
}

void ModelInspector::forget()
{
    m_wanted.clear();
    m_seen = {};
    m_cancelled = m_looking;
}

void ModelInspector::finish(const ModelSeen& seen)
{
    m_looking = false;
    m_reader.join();
    const bool cancelled = m_cancelled.exchange(false);
    if (!cancelled && seen.asked.toStdString() == m_wanted) {
        m_seen = seen;
        emit changed();
    } else if (m_seen.asked.toStdString() != m_wanted) {
        look(std::exchange(m_wanted, std::string()));
    }
}

QString modelRemark(const ModelSeen& model)
{
    QStringList parts;
    if (!model.architecture.isEmpty())
        parts << model.architecture;
    if (model.accuracy)
        parts << ModelRemark::tr("%1 % of the test images").arg(percentText(model.accuracy, 2));
    if (model.bytes > 0)
        parts << bytesText(static_cast<double>(model.bytes));
    if (model.macs)
        parts << ModelRemark::tr("%1 M multiply-adds")
                     .arg(decimalText(static_cast<double>(*model.macs) / 1e6, 1));
    parts << (model.normalisation ? inputWords(*model.normalisation)
                                  : ModelRemark::tr("no card: its accuracy and input are not known"));
    return joined(parts);
}

} // namespace iotbench::ui
