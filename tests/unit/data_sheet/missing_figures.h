// Which figures of a report its data sheet lacks.
#pragma once

#include "data_sheet/html_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace iotbench::test {

// Without the report for programs.
inline QString shown(QString html)
{
    const qsizetype from = html.indexOf(QStringLiteral("<script"));
    const qsizetype to = html.indexOf(QStringLiteral("</script>"));
    return html.remove(from, to - from);
}

inline QString escaped(const QString& text)
{
    return QString::fromStdString(escapedHtml(text.toStdString()));
}

// As JSON writes it, for what QJsonValue itself does not tell.
inline QString jsonText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

// Each value of the report that is not found between two tags of the page. `inRow`: of an item of a list,
// which is a row; the lists in it stand as JSON.
inline void collectMissing(const QString& page, const QJsonValue& value, bool inRow, QStringList& missing)
{
    QStringList texts;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue& each : object)
            if (const QJsonArray list = each.toArray(); inRow && !list.isEmpty())
                texts << QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
            else
                collectMissing(page, each, inRow, missing);
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue& each : list)
            collectMissing(page, each, true, missing);
    } else if (!value.isNull() && !jsonText(value).isEmpty())
        texts << jsonText(value);
    for (const QString& text : std::as_const(texts))
        if (!page.contains(u'>' + escaped(text) + u'<'))
            missing << text;
}

} // namespace iotbench::test
