// The events of --progress jsonl: their schema, their reference, and which intervals are told when.
#include "batch/event_stream.h"
#include "batch/output_options.h"

#include "captured.h"
#include "test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace iotbench;
using iotbench::test::Captured;

namespace {

QList<QJsonObject> eventsIn(const Captured& captured)
{
    QList<QJsonObject> events;
    for (const QByteArray& line : captured.text().split('\n'))
        if (!line.isEmpty())
            events << QJsonDocument::fromJson(line).object();
    return events;
}

IntervalRow row(double startS, double lengthS, std::uint64_t classified)
{
    IntervalRow row;
    row.startS = startS;
    row.lengthS = lengthS;
    row.classified = classified;
    return row;
}

// Of an event, by its name.
QJsonObject propertiesOf(const QString& name)
{
    for (const QJsonValue& schema : eventSchema()["oneOf"].toArray())
        if (schema["properties"]["event"]["const"].toString() == name)
            return schema["properties"].toObject();
    return {};
}

} // namespace

class TestEventStream : public QObject {
    Q_OBJECT

private slots:
    void everyEventIsInTheSchema()
    {
        Captured captured;
        EventStream stream(captured.file());
        stream.tell(StartedEvent());
        stream.tell(LineEvent{"a line\nwith \"marks\""});
        stream.tell(NoteEvent());
        stream.tell(WarningEvent());
        stream.tellIntervals({row(0, 0.25, 7)}, true, true);
        stream.tell(ProbeEvent());
        stream.tell(FinishedEvent());
        stream.tell(ErrorEvent{"why", 2});
        const QList<QJsonObject> events = eventsIn(captured);
        QCOMPARE(events.size(), eventSchema()["oneOf"].toArray().size());
        for (const QJsonObject& event : events) {
            QCOMPARE(event.keys(), propertiesOf(event["event"].toString()).keys());
            QCOMPARE(event["schema_version"].toInt(), kProgressSchemaVersion);
        }
        QCOMPARE(events[1]["text"].toString(), QString("a line\nwith \"marks\""));
        QCOMPARE(events[4]["classified"].toInt(), 7);
        QCOMPARE(events[7]["exit_code"].toInt(), 2);
    }

    void theReferenceHasEveryKey()
    {
        QFile file(test::sourcePath("docs/progress.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray reference = file.readAll();
        for (const QJsonValue& schema : eventSchema()["oneOf"].toArray()) {
            const QJsonObject properties = schema["properties"].toObject();
            const QString event = properties["event"]["const"].toString();
            QVERIFY2(reference.contains("| `" + event.toUtf8() + "` |"), qPrintable(event));
            if (event == "interval") // as in docs/report.md
                continue;
            for (const QString& key : properties.keys())
                QVERIFY2(reference.contains('`' + key.toUtf8() + '`'), qPrintable(event + ' ' + key));
        }
    }

    void intervalsAreToldOnceAndLate()
    {
        Captured captured;
        EventStream stream(captured.file());
        stream.tellIntervals({}, true, false);
        stream.tellIntervals({row(0, 0.25, 1)}, true, false);
        QCOMPARE(eventsIn(captured).size(), 0); // results may be on their way
        stream.tellIntervals({row(0, 0.25, 2), row(0.25, 0.25, 3)}, true, false);
        stream.tellIntervals({row(0, 0.25, 2), row(0.25, 0.25, 4), row(0.5, 0.25, 5)}, true, false);
        // Rows have merged: the second one holds what has been told of and what has not.
        stream.tellIntervals({row(0, 0.5, 6), row(0.5, 0.5, 9), row(1, 0.5, 1)}, true, false);
        stream.tellIntervals({row(0, 0.5, 6), row(0.5, 0.5, 9), row(1, 0.125, 2)}, true, true);
        QList<int> classified;
        for (const QJsonObject& event : eventsIn(captured))
            classified << event["classified"].toInt();
        QCOMPARE(classified, (QList<int>{2, 4, 9, 2}));
    }

    void optionsOfAWrongCommandLine_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<bool>("events");
        QTest::newRow("none") << "--batch -m resnet20" << false;
        QTest::newRow("progress") << "--wrong --progress jsonl" << true;
        QTest::newRow("joined") << "--progress=jsonl 5" << true;
        QTest::newRow("as text") << "--progress text" << false;
        QTest::newRow("no value") << "--batch --progress" << false;
        QTest::newRow("a report") << "--json - -x" << true;
        QTest::newRow("a report in a file") << "--json report.json" << false;
    }
    void optionsOfAWrongCommandLine()
    {
        QFETCH(QString, arguments);
        QFETCH(bool, events);
        std::vector<std::string> words;
        for (const QString& word : arguments.split(' '))
            words.push_back(word.toStdString());
        QCOMPARE(outputOptionsIn(words).tellsEvents(), events);
    }
};

QTEST_APPLESS_MAIN(TestEventStream)
#include "tst_event_stream.moc"
