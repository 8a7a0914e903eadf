#include "ui/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace iotbench::ui {

Language::Language(const QLocale& system, QObject* parent)
    : QObject(parent)
    , m_system(system)
{
    const QString language = m_system.name().section(u'_', 0, 0);
    choose(known().contains(language) ? language : QStringLiteral("en"));
}

QStringList Language::known()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

bool Language::choose(const QString& language)
{
    if (!known().contains(language))
        return false;
    if (language == m_current)
        return true;
    m_current = language;

    // The system's own region where it speaks this language: a Swiss reads 1’000 in German.
    const bool systems = m_system.name().startsWith(language + u'_');
    QLocale::setDefault(systems ? m_system : QLocale(language));

    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (language != QLatin1String("en")) {
        if (m_qt.load(
                QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        if (m_ours.load(QStringLiteral(":/translations/iotbench_") + language))
            QCoreApplication::installTranslator(&m_ours);
    }
    emit chosen(language);
    return true;
}

} // namespace iotbench::ui
