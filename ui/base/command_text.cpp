#include "ui/base/command_text.h"

#include "settings/endpoint_text.h"
#include "settings/settings_table.h"
#include "ui/base/network_addresses.h"

#include <QRegularExpression>

namespace iotbench::ui {
namespace {

QString quoted(const QString& word)
{
    static const QRegularExpression kPlain(QStringLiteral("^[A-Za-z0-9_./:@%+=,\\[\\]-]+$"));
    if (kPlain.match(word).hasMatch() && !word.contains(u'['))
        return word;
    return u'\'' + QString(word).replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

QString optionText(const Setting& setting, const Settings& values)
{
    const QString name = setting.letter != 0 ? QStringLiteral("-") + QLatin1Char(setting.letter)
                                             : QStringLiteral("--") + QLatin1String(setting.key);
    const std::string value = settingText(setting, values);
    if (setting.kind() == SettingKind::Flag)
        return name;
    if (setting.kind() == SettingKind::TriState)
        return value == "true" ? name : QStringLiteral("--no-") + QLatin1String(setting.key);
    const QString text = quoted(QString::fromStdString(value));
    // A value that begins with a dash would be read as the next option.
    if (text.startsWith(u'-'))
        return QStringLiteral("--") + QLatin1String(setting.key) + u'=' + text;
    return name + u' ' + text;
}

// Follows from another setting, so that the command line must not say it.
bool isDecidedElsewhere(const Setting& setting, const Settings& values)
{
    const std::string_view key = setting.key;
    return (key == "senders" && values.role == Role::Loopback)
        || (key == "linger" && values.role == Role::Receive && !values.listen);
}

QString ncTo(const QString& host, unsigned port)
{
    return QStringLiteral("nc %1 %2").arg(host).arg(port);
}

} // namespace

AskedSettings askedFor(const Settings& values)
{
    AskedSettings asked;
    asked.values = values;
    for (const Setting& setting : settingsTable()) {
        if (!setting.appliesTo(values.role) || isDecidedElsewhere(setting, values))
            resetSetting(setting, asked.values);
        else if (!isDefault(setting, values))
            asked.asked.emplace(setting.key, AskedIn::CommandLine);
    }
    return asked;
}

QString commandLine(const AskedSettings& asked)
{
    QString line = QStringLiteral("iotbench --batch");
    for (const Setting& setting : settingsTable()) {
        if (asked.has(setting.key))
            line += u' ' + optionText(setting, asked.values);
    }
    return line;
}

bool listensToNetwork(const Settings& effective)
{
    if (!effective.listen)
        return false;
    const std::string& host = effective.listen->host;
    return !host.empty() && !host.starts_with("127.") && host != "::1" && host != "localhost";
}

QStringList otherEndLines(const Settings& effective, const OtherEnd& other)
{
    if (effective.role == Role::Loopback || effective.role == Role::Worker)
        return {};
    const bool receiving = effective.role == Role::Receive;
    const QString mean = other.meanSubtracted ? QStringLiteral(" -s") : QString();
    const QString format = effective.format && *effective.format != WireFormat::Keras
        ? QStringLiteral(" --format ") + QString::fromStdString(std::string(toString(*effective.format)))
        : QString();
    const bool floats = !effective.format || carriesFloats(*effective.format);
    const QString program = receiving ? QStringLiteral("iotbench --batch --role send%1%2 -i 1000 -t 10000")
                                            .arg(floats ? mean : QString(), format)
                                      : QStringLiteral("iotbench --batch --role receive -m resnet20");

    if (effective.connect) { // the other end listens
        const QString listening = QStringLiteral("nc -lk %1").arg(effective.connect->port);
        return {receiving ? program + QStringLiteral(" | ") + listening
                          : listening + QStringLiteral(" | ") + program};
    }
    if (!effective.listen)
        return {};
    const ParsedEndpoint bound = parseEndpoint(other.boundAddress);
    const Endpoint at = bound.fault == EndpointFault::None ? bound.endpoint : *effective.listen;
    QStringList hosts{at.host.empty() ? QStringLiteral("127.0.0.1") : QString::fromStdString(at.host)};
    if (at.host == "0.0.0.0" || at.host == "::") {
        hosts = networkAddresses();
        if (hosts.isEmpty())
            hosts << QStringLiteral("127.0.0.1");
    }
    QStringList lines;
    for (const QString& host : hosts) {
        const QString nc = ncTo(host, at.port);
        lines << (receiving ? program + QStringLiteral(" | ") + nc : nc + QStringLiteral(" | ") + program);
    }
    return lines;
}

} // namespace iotbench::ui
