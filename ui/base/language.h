// The language of the window, changed while running: widgets get QEvent::LanguageChange and set their texts
// again.
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace iotbench::ui {

class Language : public QObject {
    Q_OBJECT
public:
    // The language of that locale where there is a translation, else English.
    explicit Language(const QLocale& system = QLocale::system(), QObject* parent = nullptr);

    static QStringList known(); // "en", "de"
    QString current() const { return m_current; }
    // Also the default of QLocale, so that figures are written as the language writes them. False: not known.
    bool choose(const QString& language);

signals:
    void chosen(const QString& language);

private:
    QLocale m_system;
    QTranslator m_ours;
    QTranslator m_qt; // the texts of Qt's own dialogs
    QString m_current;
};

} // namespace iotbench::ui
