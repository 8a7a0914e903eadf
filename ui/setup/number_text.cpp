#include "ui/setup/number_text.h"

#include <QLocale>
#include <QRegularExpression>

namespace iotbench::ui {

std::optional<std::string> canonicalNumber(const QString& typed)
{
    const QLocale locale;
    const QString thousands = QRegularExpression::escape(locale.groupSeparator());
    const QString decimal = QRegularExpression::escape(locale.decimalPoint());
    const QRegularExpression shape(
        QStringLiteral("^(?<whole>[0-9]+|[0-9]{1,3}(?:%1[0-9]{3})+)(?:%2(?<fraction>[0-9]+))?$")
            .arg(thousands, decimal));
    const QRegularExpressionMatch match = shape.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    QString canonical = match.captured(QStringLiteral("whole")).remove(locale.groupSeparator());
    if (const QString fraction = match.captured(QStringLiteral("fraction")); !fraction.isEmpty())
        canonical += u'.' + fraction;
    return canonical.toStdString();
}

QString shownNumber(const std::string& canonical)
{
    const QString text = QString::fromStdString(canonical);
    static const QRegularExpression kShape(QStringLiteral("^([0-9]+)(?:\\.([0-9]+))?$"));
    const QRegularExpressionMatch match = kShape.match(text);
    bool fits = false;
    const qulonglong whole = match.captured(1).toULongLong(&fits);
    if (!match.hasMatch() || !fits)
        return text;
    const QLocale locale;
    QString shown = locale.toString(whole);
    if (!match.captured(2).isEmpty())
        shown += locale.decimalPoint() + match.captured(2);
    return shown;
}

} // namespace iotbench::ui
