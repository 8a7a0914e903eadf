#include "ui/saved_window.h"

#include "settings/settings_json.h"
#include "ui/setup/presets.h"
#include "ui/setup/setup_page.h"

#include <QMetaEnum>
#include <QScreen>

namespace iotbench::ui {
namespace {

const QString kForm = QStringLiteral("window/form");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kTheme = QStringLiteral("window/theme");
const QString kLanguage = QStringLiteral("window/language");

} // namespace

std::optional<Settings> savedForm(QSettings& saved)
{
    AskedSettings asked;
    const QByteArray json = saved.value(kForm).toByteArray();
    if (json.isEmpty() || readSettings(json, "saved settings", asked))
        return std::nullopt;
    return asked.values;
}

Settings openingForm(QSettings& saved)
{
    return savedForm(saved).value_or(builtInPresets().front().values);
}

void restoreLook(QSettings& saved, Theme& theme, Language& language)
{
    bool known = false;
    const int choice = QMetaEnum::fromType<Theme::Choice>().keyToValue(
        saved.value(kTheme).toString().toLatin1().constData(), &known);
    if (known)
        theme.choose(static_cast<Theme::Choice>(choice));
    language.choose(saved.value(kLanguage).toString());
}

void restoreGeometry(QSettings& saved, MainWindow& window)
{
    window.restoreGeometry(saved.value(kGeometry).toByteArray());
    constexpr double withFrame = 0.95;
    if (!window.isMaximized() && !window.isFullScreen())
        window.resize(window.size().boundedTo(window.screen()->availableSize() * withFrame));
}

void save(QSettings& saved, MainWindow& window, const Theme& theme, const Language& language)
{
    saved.setValue(kForm, dumpSettings(window.setupPage().setup().ofOneRun()));
    saved.setValue(kGeometry, window.saveGeometry());
    saved.setValue(kTheme,
        QString::fromLatin1(
            QMetaEnum::fromType<Theme::Choice>().valueToKey(static_cast<int>(theme.choice()))));
    saved.setValue(kLanguage, language.current());
}

} // namespace iotbench::ui
