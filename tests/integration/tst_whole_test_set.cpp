// The original's own trained network on all 10,000 test images: as Keras itself classifies them, image by
// image.
#include "csv_table.h"
#include "netcat.h"
#include "program.h"

#include "test_paths.h"

using namespace iotbench::test;

namespace {

constexpr auto kModel = "reference/cifar10_ResNet20v1_model_91470.h5";
constexpr auto kPredictions = "reference/resnet20v1_91470_predictions.csv";

// index, label, predicted class, ten probabilities
QStringList kerasPredictions()
{
    QStringList classes;
    for (const QByteArray& line : fileBytes(sharedPath(kPredictions)).split('\n')) {
        bool isNumber = false;
        const QList<QByteArray> fields = line.split(',');
        fields[0].toInt(&isNumber);
        if (isNumber && fields.size() > 2)
            classes << QString::fromLatin1(fields[2]);
    }
    return classes;
}

QStringList predictionsIn(const QString& imagesFile)
{
    const CsvTable images(fileBytes(imagesFile));
    QStringList classes;
    for (qsizetype row = 0; row < images.rows(); ++row)
        classes << images.at(row, "predicted");
    return classes;
}

} // namespace

class TestWholeTestSet : public QObject {
    Q_OBJECT

private slots:
    void loopback();
    void throughNcOnBothSides();
};

void TestWholeTestSet::loopback()
{
    IOTBENCH_NEED_SHARED(kModel);
    IOTBENCH_NEED_SHARED(kPredictions);
    QTemporaryDir folder;
    Iotbench iotbench(
        words("-i max -t 10000 -r 1000 -m") << sharedPath(kModel) << "--report" << folder.path());
    iotbench.start();
    QVERIFY2(iotbench.finish(), iotbench.account().constData());
    QCOMPARE(iotbench.exitCode(), 0);
    VERIFY_OF(iotbench, iotbench.outLines().constLast().endsWith("with 9147 or 91.5% correctly classified"));
    VERIFY_OF(iotbench, iotbench.err().contains("accuracy    VALID"));
    VERIFY_OF(iotbench,
        iotbench.err().contains("10000 of 10000 predictions are the card's own (9147 correct, card 9147)"));
    const QStringList keras = kerasPredictions();
    QCOMPARE(keras.size(), 10'000);
    QCOMPARE(predictionsIn(folder.filePath("images.csv")), keras);
}

// nc -lk PORT | iotbench --batch --role receive …  and  iotbench --batch --role send -s … | nc HOST PORT
void TestWholeTestSet::throughNcOnBothSides()
{
    IOTBENCH_NEED_SHARED(kModel);
    IOTBENCH_NEED_SHARED(kPredictions);
    IOTBENCH_NEED_NETCAT(Netcat::OpenBsd);
    QTemporaryDir folder;
    const quint16 port = freePort();
    Program ncListening(path(Netcat::OpenBsd), listening(Netcat::OpenBsd, port));
    Iotbench receiver(
        words("--role receive -r 1000 -m") << sharedPath(kModel) << "--report" << folder.path());
    receiver.readFrom(ncListening);
    receiver.start();
    ncListening.start();
    QVERIFY(awaitListener(port));
    Program ncConnecting(path(Netcat::OpenBsd), connecting(port));
    Iotbench sender(words("--role send -s -i max -t 10000"));
    ncConnecting.readFrom(sender);
    ncConnecting.start();
    sender.start();
    QVERIFY2(receiver.finish(), receiver.account().constData());
    QCOMPARE(receiver.exitCode(), 0);
    VERIFY_OF(receiver, receiver.outLines().constLast().endsWith("with 9147 or 91.5% correctly classified"));
    QCOMPARE(predictionsIn(folder.filePath("images.csv")), kerasPredictions());
}

QTEST_GUILESS_MAIN(TestWholeTestSet)
#include "tst_whole_test_set.moc"
