#include "ui/setup/model_text.h"

#include "ui/base/figures.h"

#include <QCoreApplication>
#include <QStringList>

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

} // namespace

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
