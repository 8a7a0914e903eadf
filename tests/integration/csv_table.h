// A CSV file as the reports write it (RFC 4180), by column name.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace iotbench::test {

class CsvTable {
public:
    explicit CsvTable(const QByteArray& text)
    {
        const QList<QStringList> records = parse(QString::fromUtf8(text));
        if (records.isEmpty())
            return;
        for (qsizetype column = 0; column < records.constFirst().size(); ++column)
            m_columns.insert(records.constFirst()[column], column);
        m_rows = records.mid(1);
    }

    qsizetype rows() const { return m_rows.size(); }
    bool has(const char* column) const { return m_columns.contains(QString::fromLatin1(column)); }
    // "" where the table has no such row or column: nothing a test asks for is expected to be that.
    QString at(qsizetype row, const char* column) const
    {
        return m_rows.value(row).value(m_columns.value(QString::fromLatin1(column), -1));
    }
    qulonglong count(qsizetype row, const char* column) const { return at(row, column).toULongLong(); }
    qulonglong sum(const char* column) const
    {
        qulonglong total = 0;
        for (qsizetype row = 0; row < rows(); ++row)
            total += count(row, column);
        return total;
    }
    QStringList names() const { return m_columns.keys(); }

private:
    static QList<QStringList> parse(const QString& text)
    {
        QList<QStringList> records;
        QStringList record;
        QString field;
        bool quoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (quoted && c == u'"' && text.mid(i + 1, 1) == QLatin1String("\""))
                field += text[++i];
            else if (c == u'"')
                quoted = !quoted;
            else if (quoted || (c != u',' && c != u'\n'))
                field += c;
            else {
                record << field;
                field.clear();
                if (c == u'\n') {
                    records << record;
                    record.clear();
                }
            }
        }
        return records;
    }

    QHash<QString, qsizetype> m_columns;
    QList<QStringList> m_rows;
};

} // namespace iotbench::test
