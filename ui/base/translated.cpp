#include "ui/base/translated.h"

#include <QCoreApplication>

namespace iotbench::ui {

QString translated(const Message& message)
{
    // Arguments go in as in Message::english(): one pass, so that a "%1" within an argument stays as it is.
    const QString text = QCoreApplication::translate("Message", message.text);
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() - 1 : -1;
        if (index >= 0 && static_cast<std::size_t>(index) < message.arguments.size()) {
            const Message::Argument& argument = message.arguments[static_cast<std::size_t>(index)];
            result += argument.phrase() ? translated(*argument.phrase())
                                        : QString::fromStdString(argument.words());
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
    return QCoreApplication::translate("Settings", setting.help);
}

QString defaultWordsOf(const Setting& setting)
{
    return *setting.defaultWords == '\0' ? QString()
                                         : QCoreApplication::translate("Settings", setting.defaultWords);
}

} // namespace iotbench::ui
