#include "ui/base/translated.h"

#include "ui/base/field_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace iotbench::ui {

namespace {

constexpr QLatin1String kOption("--");

// A number, with its unit where it has one, is written as the language does; not in quotes or part of a word.
QString shown(const std::string& words, const QString& before)
{
    static const QRegularExpression number(
        QStringLiteral("^(-?(?:0|[1-9][0-9]{0,14})(?:\\.([0-9]{1,6}))?)( (?:%|µs|ms|s|min|h|kB|MB|GB))?$"));
    const QString text = QString::fromStdString(words);
    const QRegularExpressionMatch found = number.match(text);
    const bool free = before.isEmpty() || before.back().isSpace() || before.back() == u'(';
    if (!found.hasMatch() || !free)
        return text;
    const auto decimals = static_cast<int>(found.capturedLength(2));
    QString figure = QLocale().toString(found.captured(1).toDouble(), 'f', decimals);
    return figure.replace(u'-', QChar(u'\u2212')) + found.captured(3); // a minus as tables have it
}

} // namespace

QString translated(const Message& message)
{
    // Arguments go in as in Message::english(): one pass, so that a "%1" within an argument stays as it is.
    const QString text = withFieldLabels(QCoreApplication::translate("Message", message.text));
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() - 1 : -1;
        if (index >= 0 && static_cast<std::size_t>(index) < message.arguments.size()) {
            const Message::Argument& argument = message.arguments[static_cast<std::size_t>(index)];
            QString words
                = argument.phrase() ? translated(*argument.phrase()) : shown(argument.words(), result);
            if (result.endsWith(kOption) && !argument.phrase()) { // "--%1"
                result.chop(kOption.size());
                words = withFieldLabels(kOption + words);
            }
            result += words;
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

QString translated(const SettingIssue& issue)
{
    return translated(issue.reason);
}

QString helpOf(const Setting& setting)
{
    return withFieldLabels(QCoreApplication::translate("Settings", setting.help));
}

QString defaultWordsOf(const Setting& setting)
{
    return *setting.defaultWords == '\0'
        ? QString()
        : withFieldLabels(QCoreApplication::translate("Settings", setting.defaultWords));
}

} // namespace iotbench::ui
