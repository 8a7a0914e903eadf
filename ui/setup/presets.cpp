#include "ui/setup/presets.h"

#include "settings/settings_json.h"
#include "settings/settings_table.h"
#include "ui/base/figures.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace iotbench::ui {
namespace {

const QString kGroup = QStringLiteral("presets");

struct PresetText {
    Q_DECLARE_TR_FUNCTIONS(Presets)
};

Settings resnet(double imagesPerSecond, std::optional<std::uint64_t> totalImages, double durationS)
{
    Settings values;
    values.model = "resnet20";
    values.imagesPerSecond = imagesPerSecond;
    values.totalImages = totalImages;
    values.durationS = durationS;
    return values;
}

} // namespace

std::vector<Preset> builtInPresets()
{
    const Settings original = resnet(1000, 10'000, 0);
    Settings waiting = resnet(10, std::nullopt, 0);
    waiting.role = Role::Receive;
    waiting.listen = Endpoint{"127.0.0.1", 10'000};
    return {
        {PresetText::tr("Original benchmark"), PresetText::tr("1,000 images/s × 10,000, ResNet"), original},
        {PresetText::tr("Quick check"), PresetText::tr("5 seconds, too short to be trusted"),
            resnet(100, std::nullopt, 5)},
        {PresetText::tr("Maximum throughput"), PresetText::tr("as fast as the engine takes them, 15 s"),
            resnet(0, std::nullopt, 15)},
        {PresetText::tr("Wait for nc"), PresetText::tr("receive from another program or machine"), waiting},
    };
}

std::vector<Preset> ownPresets(QSettings& saved)
{
    std::vector<Preset> presets;
    saved.beginGroup(kGroup);
    for (const QString& title : saved.childKeys()) {
        AskedSettings asked;
        if (!readSettings(saved.value(title).toByteArray(), title.toStdString(), asked))
            presets.push_back({title, presetRemark(asked.values), asked.values, true});
    }
    saved.endGroup();
    return presets;
}

void keepPreset(QSettings& saved, const QString& title, const Settings& values)
{
    saved.setValue(kGroup + u'/' + title, dumpSettings(values));
}

void forgetPreset(QSettings& saved, const QString& title)
{
    saved.remove(kGroup + u'/' + title);
}

QString presetRemark(const Settings& values)
{
    QStringList parts;
    if (values.role != Role::Send)
        parts
            << QString::fromStdString(values.model.empty() ? values.engine : values.model).section(u'/', -1);
    if (values.role != Role::Receive)
        parts << (values.imagesPerSecond > 0
                ? PresetText::tr("%1 images/s").arg(rateText(values.imagesPerSecond))
                : PresetText::tr("as fast as possible"));
    else
        parts << PresetText::tr("receive");
    if (values.totalImages)
        parts << PresetText::tr("%1 images").arg(wholeText(*values.totalImages));
    else if (values.durationS > 0)
        parts << durationText(values.durationS);
    return joined(parts);
}

} // namespace iotbench::ui
