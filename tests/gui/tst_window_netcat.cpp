// The window as a receiver, set up through its widgets, with real nc at the other end.
#include "gui/window_under_test.h"
#include "integration/csv_table.h"
#include "integration/netcat.h"
#include "integration/program.h"
#include "test_paths.h"
#include "ui/base/segment_bar.h"
#include "ui/live/waiting_view.h"
#include "ui/result/result_page.h"
#include "ui/setup/setup_form.h"

#include <QSignalSpy>

using namespace iotbench;
using namespace iotbench::test;

namespace {

// Listens on a port of the system's choice, and is done soon after its sender has gone.
void setUpReceiving(WindowUnderTest& test, const QString& model)
{
    auto* roles = test.window.setupPage().form().findChild<ui::SegmentBar*>();
    QTest::mouseClick(roles->segment(1), Qt::LeftButton);
    test.choose("modelPath", model);
    test.type("listen", QStringLiteral("127.0.0.1:0"));
    test.type("linger", QStringLiteral("0.2"));
    test.type("warmup", QStringLiteral("1"));
}

// Starts, and waits until a sender is awaited; the port, or 0.
quint16 startAndAwaitPort(WindowUnderTest& test)
{
    QTest::mouseClick(test.editor<QPushButton>("startStop"), Qt::LeftButton);
    const auto waits = [&test] {
        const auto snapshot = test.controller.snapshot();
        return snapshot && snapshot->phase == RunPhase::Waiting && !snapshot->address.empty();
    };
    if (!QTest::qWaitFor(waits, kPatienceMs))
        return 0;
    const QString address = QString::fromStdString(test.controller.snapshot()->address);
    return address.section(u':', -1).toUShort();
}

// Of the run that is over, as Export CSV… writes it.
CsvTable exportedImages(WindowUnderTest& test)
{
    const QTemporaryDir folder;
    QSignalSpy exported(&test.window.resultPage(), &ui::ResultPage::exported);
    test.window.resultPage().exportTo(folder.path(), ui::ExportOf::Csv);
    if (exported.isEmpty())
        exported.wait(kPatienceMs);
    return CsvTable(fileBytes(folder.filePath(QStringLiteral("images.csv"))));
}

} // namespace

class TestWindowNetcat : public QObject {
    Q_OBJECT
private slots:
    void aSenderPipedThroughNc_data() { addEachNetcat(); }
    void aSenderPipedThroughNc();
    void recordsInAFile_data() { addEachNetcat(); }
    void recordsInAFile();
    void damagedLinesAreToldApart();
};

// iotbench --batch --role send -s … | nc 127.0.0.1 PORT    as the window tells its user to
void TestWindowNetcat::aSenderPipedThroughNc()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    WindowUnderTest test;
    setUpReceiving(test, QStringLiteral("resnet20"));
    const quint16 port = startAndAwaitPort(test);
    QVERIFY2(port != 0, qPrintable(test.window.notice()));
    auto* waiting = test.window.findChild<ui::WaitingView*>();
    AWAIT(waiting->isVisible());
    QVERIFY2(
        waiting->words().startsWith(QStringLiteral("Waiting for a sender on 127.0.0.1:%1 for ").arg(port)),
        qPrintable(waiting->words()));
    QCOMPARE(waiting->lines(),
        QStringList(
            QStringLiteral("iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 %1").arg(port)));

    QSignalSpy finished(&test.controller, &ui::RunController::finished);
    Program nc(path(netcat), connecting(port));
    Iotbench sender(words("--role send -s -i 200 -t 60"));
    nc.readFrom(sender);
    nc.start();
    sender.start();
    QVERIFY2(finished.wait(kPatienceMs), sender.account().constData());
    VERIFY_EXIT(sender, 0);

    const RunResult& result = test.controller.outcome()->result;
    QVERIFY(result.end == RunEnd::Complete);
    QCOMPARE(result.counts.received, std::uint64_t{60});
    QCOMPARE(result.counts.classified, std::uint64_t{60});
    QCOMPARE(result.sources.size(), std::size_t{1});
    QVERIFY(result.sources[0].format == WireFormat::Keras);
    QVERIFY(result.sources[0].end == SourceEnd::EndMark);
    QVERIFY(result.card.has_value());
    QCOMPARE(result.card->agreed, std::uint64_t{60});
    QCOMPARE(test.window.currentPage(), static_cast<int>(ui::MainWindow::ResultIndex));
}

// nc -N 127.0.0.1 PORT < first_20.bin
void TestWindowNetcat::recordsInAFile()
{
    QFETCH(int, kind);
    const auto netcat = static_cast<Netcat>(kind);
    IOTBENCH_NEED_NETCAT(netcat);
    WindowUnderTest test;
    setUpReceiving(test, QStringLiteral("resnet20"));
    const quint16 port = startAndAwaitPort(test);
    QVERIFY2(port != 0, qPrintable(test.window.notice()));

    QSignalSpy finished(&test.controller, &ui::RunController::finished);
    const QByteArray records = fileBytes(dataPath(QStringLiteral("images/first_20.bin")));
    QCOMPARE(records.size(), 20 * 3'073);
    Program nc(path(netcat), sendingAFile(netcat, port));
    nc.readFrom(dataPath(QStringLiteral("images/first_20.bin")));
    nc.start();
    QVERIFY2(finished.wait(kPatienceMs), nc.account().constData());

    const RunResult& result = test.controller.outcome()->result;
    QCOMPARE(result.counts.classified, std::uint64_t{20});
    QCOMPARE(result.transport.bytes, std::uint64_t{20 * 3'073});
    QVERIFY(result.sources[0].format == WireFormat::Cifar);
    const CsvTable images = exportedImages(test);
    QCOMPARE(images.rows(), 20);
    for (qsizetype row = 0; row < 20; ++row) { // a record is a label and its pixels
        QCOMPARE(images.count(row, "index"), static_cast<qulonglong>(row));
        QCOMPARE(images.count(row, "label"), static_cast<qulonglong>(records[row * 3'073]));
        QCOMPARE(images.at(row, "reason"), QString());
    }
}

// What is refused shows with its reason and line, on Live and in the result.
void TestWindowNetcat::damagedLinesAreToldApart()
{
    const auto netcat = QFileInfo::exists(path(Netcat::OpenBsd)) ? Netcat::OpenBsd
        : QFileInfo::exists(path(Netcat::Nmap))                  ? Netcat::Nmap
                                                                 : Netcat::Traditional;
    IOTBENCH_NEED_NETCAT(netcat);
    const QList<QByteArray> lines
        = fileBytes(dataPath(QStringLiteral("wire/keras_mean_subtracted_2.txt"))).split('\n');
    QVERIFY(lines.size() >= 2);
    const QTemporaryDir folder;
    const QString stream = folder.filePath(QStringLiteral("stream.txt"));
    QVERIFY(writeFile(stream, lines[0] + "\n0 0.5 0.5\n" + lines[1] + "\n\n"));

    WindowUnderTest test;
    setUpReceiving(test, QStringLiteral("resnet20"));
    const quint16 port = startAndAwaitPort(test);
    QVERIFY2(port != 0, qPrintable(test.window.notice()));
    QSignalSpy finished(&test.controller, &ui::RunController::finished);
    Program nc(path(netcat), sendingAFile(netcat, port));
    nc.readFrom(stream);
    nc.start();
    QVERIFY2(finished.wait(kPatienceMs), nc.account().constData());
    const RunResult& result = test.controller.outcome()->result;
    QCOMPARE(result.counts.received, std::uint64_t{3});
    QCOMPARE(result.counts.classified, std::uint64_t{2});
    QCOMPARE(result.counts.rejected, std::uint64_t{1});
    const CsvTable images = exportedImages(test);
    QCOMPARE(images.rows(), 3);
    QCOMPARE(images.at(0, "label"), QStringLiteral("3")); // the test set begins with a cat and a ship
    QCOMPARE(images.at(1, "reason"), QStringLiteral("too_few_values"));
    QCOMPARE(images.at(1, "predicted"), QString());
    QCOMPARE(images.at(2, "label"), QStringLiteral("8"));
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestWindowNetcat>(argc, argv);
}

#include "tst_window_netcat.moc"
