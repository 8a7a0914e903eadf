// The worker's protocol: lines in, lines out, as a Spark executor's pipe uses it.
#include "csv_table.h"
#include "program.h"

#include "test_paths.h"

#include <QProcess>

using namespace iotbench::test;

namespace {

// All that a worker without fault says on standard error.
constexpr char kReady[] = "iotbench: ready: the model is loaded, records are awaited\n";

struct Answer {
    QString index, label, predicted, probability, serviceUs, reason;
};

Answer parsed(const QString& line)
{
    const QStringList fields = line.split(',');
    if (fields.size() != 6)
        return {"not six fields: " + line, {}, {}, {}, {}, {}};
    return {fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]};
}

} // namespace

class TestWorkerRole : public QObject {
    Q_OBJECT

private slots:
    void answersEveryFormat_data();
    void answersEveryFormat();
    void answersEachLineBeforeTheNext();
    void keepsOrderOverManyWorkers();
    void blankLineIsARejectedRecord();
    void emptyInputIsNoAnswer();
    void wrongAnswersAreNoFault();
    void nullAnswersWithoutPredictions();
    void hashesAreThoseOfTheImage_data() { answersEveryFormat_data(); }
    void hashesAreThoseOfTheImage();
    void readerThatLeavesEndsIt();
};

void TestWorkerRole::answersEveryFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("spark") << "wire/spark_2.txt";
    QTest::newRow("scala") << "wire/scala_2.txt";
    QTest::newRow("cifar") << "wire/cifar_2.bin";
}

void TestWorkerRole::answersEveryFormat()
{
    QFETCH(QString, file);
    Iotbench worker(words("--role worker -m resnet20 --warmup 0"));
    worker.readFrom(dataPath(file));
    worker.start();
    VERIFY_EXIT(worker, 0);
    const QStringList lines = worker.outLines();
    VERIFY_OF(worker, lines.size() == 2); // and so nothing else is on standard output
    const QStringList labels = {"3", "8"};
    for (int i = 0; i < 2; ++i) {
        const Answer answer = parsed(lines[i]);
        QCOMPARE(answer.index, QString::number(i));
        QCOMPARE(answer.label, labels[i]);
        QCOMPARE(answer.predicted, labels[i]);
        QVERIFY(answer.probability.toDouble() > 0.5 && answer.probability.toDouble() <= 1);
        QVERIFY(answer.serviceUs.toDouble() > 0);
        QCOMPARE(answer.reason, "");
    }
    VERIFY_OF(worker, worker.err() == kReady);
}

// One image has one hash, whatever the format; a driver reads them on another machine.
void TestWorkerRole::hashesAreThoseOfTheImage()
{
    QFETCH(QString, file);
    Iotbench worker(words("--role worker --engine null --content-hash"));
    worker.readFrom(dataPath(file));
    worker.start();
    VERIFY_EXIT(worker, 0);
    const QStringList lines = worker.outLines();
    VERIFY_OF(worker, lines.size() == 2);
    QCOMPARE(lines[0].section(',', 5), QStringLiteral(",85cbcda855ff5766"));
    QCOMPARE(lines[1].section(',', 5), QStringLiteral(",6b802a2355fd188d"));
}

// Through real pipes, nothing but the pause of the input asks for the flush.
void TestWorkerRole::answersEachLineBeforeTheNext()
{
    const QList<QByteArray> lines = fileBytes(dataPath("wire/spark_2.txt")).split('\n');
    QProcess worker;
    worker.start(programPath(), words("--batch --role worker --engine null --quiet"));
    for (int i = 0; i < 6; ++i) {
        worker.write(lines[i % 2] + '\n');
        while (!worker.canReadLine())
            QVERIFY(worker.waitForReadyRead(kPatienceMs));
        QCOMPARE(parsed(QString::fromUtf8(worker.readLine())).index, QString::number(i));
    }
    worker.closeWriteChannel();
    QVERIFY(worker.waitForFinished(kPatienceMs));
    QCOMPARE(worker.exitCode(), 0);
    QCOMPARE(worker.readAllStandardOutput(), QByteArray());
}

void TestWorkerRole::keepsOrderOverManyWorkers()
{
    const QByteArray two = fileBytes(dataPath("wire/spark_2.txt"));
    Iotbench worker(words("--role worker --engine null --workers 4"));
    worker.start();
    worker.write(two.repeated(1'000));
    worker.closeInput();
    VERIFY_EXIT(worker, 0);
    const QStringList lines = worker.outLines();
    QCOMPARE(lines.size(), 2'000);
    for (int i = 0; i < lines.size(); ++i)
        QCOMPARE(parsed(lines[i]).index, QString::number(i));
}

void TestWorkerRole::blankLineIsARejectedRecord()
{
    const QList<QByteArray> lines = fileBytes(dataPath("wire/keras_2.txt")).split('\n');
    Iotbench worker(words("--role worker -m cnn --warmup 0"));
    worker.start();
    worker.write(lines[0] + "\n\n" + lines[1] + "\n1nonsense\n" + lines[0] + '\n' + lines[1].left(1'000));
    worker.closeInput();
    QVERIFY2(worker.finish(), worker.account().constData());
    const QStringList answers = worker.outLines();
    VERIFY_OF(worker, answers.size() == 6);
    QCOMPARE(parsed(answers[0]).reason, "");
    QCOMPARE(answers[1], "1,,,,,blank line");
    QCOMPARE(parsed(answers[2]).index, "2");
    QCOMPARE(parsed(answers[2]).label, "8");
    QVERIFY(answers[3].startsWith("3,,,,,"));
    QVERIFY(!parsed(answers[3]).reason.isEmpty());
    QCOMPARE(parsed(answers[4]).label, "3");
    QCOMPARE(answers[5], "5,,,,,truncated");
    QCOMPARE(worker.exitCode(), 3); // half of the records were rejected
}

void TestWorkerRole::emptyInputIsNoAnswer()
{
    Iotbench worker(words("--role worker --engine null"));
    worker.readFrom("/dev/null");
    worker.start();
    VERIFY_EXIT(worker, 0); // a partition may be empty
    VERIFY_OF(worker, worker.out().isEmpty() && worker.err() == kReady);
}

// A partition may hold a few hard images; whoever gathers the answers judges their accuracy.
void TestWorkerRole::wrongAnswersAreNoFault()
{
    QList<QByteArray> lines = fileBytes(dataPath("wire/spark_2.txt")).split('\n');
    lines[0][0] = '9';
    lines[1][0] = '9';
    Iotbench worker(words("--role worker -m resnet20 --warmup 0"));
    worker.start();
    worker.write(lines[0] + '\n' + lines[1] + '\n');
    worker.closeInput();
    VERIFY_EXIT(worker, 0);
    const QStringList answers = worker.outLines();
    VERIFY_OF(worker, answers.size() == 2);
    QCOMPARE(parsed(answers[0]).label, "9");
    QCOMPARE(parsed(answers[0]).predicted, "3");
    VERIFY_OF(worker, worker.err() == kReady);
}

void TestWorkerRole::nullAnswersWithoutPredictions()
{
    Iotbench worker(words("--role worker --engine null"));
    worker.readFrom(dataPath("wire/scala_2.txt"));
    worker.start();
    VERIFY_EXIT(worker, 0);
    const QRegularExpression answers("^0,3,,,[\\d.]+,\n1,8,,,[\\d.]+,\n$");
    VERIFY_OF(worker, answers.match(worker.out()).hasMatch());
}

void TestWorkerRole::readerThatLeavesEndsIt()
{
    const QByteArray two = fileBytes(dataPath("wire/spark_2.txt"));
    Program reader("/usr/bin/head", {"-n", "1"});
    Iotbench worker(words("--role worker --engine null"));
    reader.readFrom(worker);
    reader.start();
    worker.start();
    worker.write(two);
    VERIFY_EXIT(reader, 0);
    worker.write(two); // there is nobody any more to answer
    VERIFY_EXIT(worker, 1);
    VERIFY_OF(worker, worker.err().contains("nobody reads the results on standard output any more"));
}

QTEST_GUILESS_MAIN(TestWorkerRole)
#include "tst_worker_role.moc"
