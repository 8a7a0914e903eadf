// What goes wrong is told in the window's language, reason and all.
#include "test_paths.h"
#include "ui/base/segment_bar.h"
#include "ui/base/translated.h"
#include "ui/capacity/capacity_text.h"
#include "ui/series/series_words.h"
#include "ui/setup/run_setup.h"
#include "window_under_test.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QTcpServer>

#include <algorithm>

using namespace iotbench;
using test::WindowUnderTest;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestGermanWindow : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        ui::Language language;
        language.choose(QStringLiteral("en"));
    }

    void figuresOfASearch()
    {
        ui::Language language;
        language.choose(QStringLiteral("de"));
        StudyFacts facts;
        facts.find = "rate";
        facts.answer = "serves";
        facts.holdsAt = 4'870;
        facts.failsAt = 5'000;
        facts.maxP99Ms = 12.5;
        QCOMPARE(ui::answerSentence(ui::capacityOf({.limitMs = 12.5}, 0, facts, {})),
            QStringLiteral("Hält 4.870 Bilder/Sekunde mit p99 innerhalb von 12,5 ms (5.000 nicht)."));
    }

    void dialogsOfQt()
    {
        if (!QFile::exists(
                QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm")))
            QSKIP("Qt's own words are not installed in German: install qt6-translations-l10n");
        ui::Language language;
        language.choose(QStringLiteral("de"));
        const QDialogButtonBox buttons(QDialogButtonBox::Cancel | QDialogButtonBox::Close);
        QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
        QCOMPARE(buttons.button(QDialogButtonBox::Close)->text().remove(u'&'), QStringLiteral("Schließen"));
    }

    void aBadModel()
    {
        WindowUnderTest test;
        QVERIFY(test.language.choose(QStringLiteral("de")));
        const QString path = m_folder.filePath(QStringLiteral("broken.onnx"));
        write(path, "this is no model");
        test.window.openPath(path);
        AWAIT(test.errorAt("modelPath"));
        QCOMPARE(ui::translated(*test.errorAt("modelPath")),
            QStringLiteral("Modell %1: ist kein ONNX-Modell, oder kein vollständiges").arg(path));
    }

    void unreadableImages()
    {
        Settings values = ui::builtInPresets().front().values;
        const QString path = m_folder.filePath(QStringLiteral("images.bin"));
        write(path, "abc");
        values.images = path.toStdString();
        QCOMPARE(noticeOf(values),
            QStringLiteral("%1: keine binären CIFAR-10-Datensätze: 3 Bytes sind kein Vielfaches von 3.073")
                .arg(path));
    }

    void aTakenPort()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        Settings values;
        values.role = Role::Receive;
        values.model = "resnet8";
        values.listen = Endpoint{"127.0.0.1", taken.serverPort()};
        QCOMPARE(noticeOf(values),
            QStringLiteral("an 127.0.0.1:%1 wartet schon ein anderes Programm auf Verbindungen")
                .arg(taken.serverPort()));
    }

    void numbers()
    {
        const Message message{Marked("%1 images (p99 %2 ms), \"%3\" at %4:%5, --%6, version %7, %8, %9 -t 1"),
            {std::uint64_t{10'000}, std::string("-1360.003"), std::string("1.5"), std::string("host"),
                std::string("9000"), std::string("queue"), std::string("4.10.0"), std::string("0007"),
                std::string("12.50 s")}};
        ui::Language language;
        QVERIFY(language.choose(QStringLiteral("en")));
        QCOMPARE(ui::translated(message),
            QStringLiteral("10,000 images (p99 −1,360.003 ms), \"1.5\" at host:9000, “Queue”, version "
                           "4.10.0, 0007, 12.50 s “Total images” 1"));
        QVERIFY(language.choose(QStringLiteral("de")));
        QCOMPARE(ui::translated(message),
            QStringLiteral("10.000 images (p99 −1.360,003 ms), \"1.5\" at host:9000, „Schlange“, version "
                           "4.10.0, 0007, 12,50 s „Anzahl Bilder“ 1"));
    }

    void anUnreadableReport()
    {
        WindowUnderTest test;
        QVERIFY(test.language.choose(QStringLiteral("de")));
        const QString path = m_folder.filePath(QStringLiteral("report.json"));
        write(path, "{}");
        test.window.openPath(m_folder.path());
        AWAIT_EQUAL(test.window.notice(), QStringLiteral("%1: nicht der Bericht eines Laufs").arg(path));
    }

    void anUnreadableModelOfAnotherKind()
    {
        const auto refused = ModelCatalogue({}).load(m_folder.path().toStdString());
        ui::Language language;
        QVERIFY(language.choose(QStringLiteral("de")));
        QCOMPARE(ui::translated(refused.error()),
            QStringLiteral("Modell %1: ist ein Ordner").arg(m_folder.path()));
    }

    void combinationsThatCannotBe()
    {
        Settings values;
        values.engine = "opencv";
        values.model = "resnet8";
        WindowUnderTest test(values);
        QVERIFY(test.language.choose(QStringLiteral("de")));
        constexpr int kSweep = 4; // segment
        QTest::mouseClick(test.editor<ui::SegmentBar>("find")->segment(kSweep), Qt::LeftButton);
        test.type("sweep-engine", {});
        test.type("sweep-batch-size", QStringLiteral("1,512"));
        test.type("sweep-precision", QStringLiteral("fp32,int8"));
        const auto isTold = [&test](const QString& words) {
            const auto labels = test.window.setupPage().findChildren<QLabel*>();
            return std::ranges::any_of(labels,
                [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
        };
        AWAIT(isTold(QStringLiteral("1 von 4 Kombinationen lassen sich nicht ausführen: „Zahlenformat“ int8 "
                                    "wird von „Engine“ opencv nicht angeboten, nur fp32")));
        QVERIFY(
            isTold(QStringLiteral("2 von 4 Kombinationen lassen sich nicht ausführen: „Stapel, höchstens“ "
                                  "darf nicht größer als „Schlange“ sein: ")));
        QVERIFY(isTold(QStringLiteral("Jeder Lauf: Testbilder werden, so schnell es geht, als Text (keras) "
                                      "gesendet, zurückgelesen und klassifiziert.")));
    }

    void combinationsWithoutAResult()
    {
        ui::Language language;
        QVERIFY(language.choose(QStringLiteral("de")));
        StudyFacts facts;
        facts.points.resize(1);
        facts.points[0].label = "workers=2";
        facts.points[0].failure
            = SettingIssue{"engine", {TR("%1 is not available: %2"), {std::string("x"), std::string("y")}}}
                  .option();
        facts.skipped = {{"workers=02", {TR("is %1"), {std::string("workers=2")}}}};
        const auto rows = ui::notMeasured(facts);
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].why, QStringLiteral("„Engine“ x ist nicht verfügbar: y"));
        QCOMPARE(rows[1].why, QStringLiteral("ist dasselbe wie workers=2"));
    }

private:
    // What the window says of a run that does not come about.
    static QString noticeOf(const Settings& values)
    {
        WindowUnderTest test(values);
        if (!test.language.choose(QStringLiteral("de")))
            return QStringLiteral("no German");
        test.window.startRun();
        [[maybe_unused]] const bool told
            = QTest::qWaitFor([&] { return !test.window.notice().isEmpty(); }, test::kPatienceMs);
        return test.window.notice();
    }

    QTemporaryDir m_folder;
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestGermanWindow>(argc, argv);
}

#include "tst_german_window.moc"
