// The form: every field's bad input, presets, roles, languages.
#include "gui/window_under_test.h"
#include "test_paths.h"
#include "ui/base/command_box.h"
#include "ui/base/data_colours.h"
#include "ui/base/field_words.h"
#include "ui/base/segment_bar.h"
#include "ui/base/translated.h"
#include "ui/saved_window.h"
#include "ui/setup/presets_panel.h"
#include "ui/setup/setup_form.h"
#include "ui/setup/side_panels.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

#include <array>

using namespace iotbench;
using test::WindowUnderTest;

namespace {

// Texts of widgets that name an option of the program, but for commands to copy.
QString optionsShown(const QWidget& page)
{
    static const QRegularExpression option(
        QStringLiteral("(?<!run\\.sh )--\\w|(^|[\\s(>])-[a-z]([\\s,;.)<]|$)"));
    QStringList found;
    for (const QWidget* each : page.findChildren<QWidget*>()) {
        if (qobject_cast<const ui::CommandBox*>(each)
            || qobject_cast<const ui::CommandBox*>(each->parentWidget()))
            continue;
        for (const char* property : {"text", "toolTip", "placeholderText", "currentText", "accessibleName",
                 "accessibleDescription", "title"})
            if (const QString text = each->property(property).toString(); text.contains(option))
                found << QLatin1String(property) + QStringLiteral(": ") + text;
    }
    return found.join(u'\n');
}

} // namespace

class TestSetupPage : public QObject {
    Q_OBJECT
private slots:
    void startsAsTheOriginalBenchmark()
    {
        WindowUnderTest test;
        QVERIFY(test.canStart());
        QCOMPARE(test.editor<QLineEdit>("imagesPerSec")->text(), QStringLiteral("1,000"));
        QCOMPARE(test.editor<QLineEdit>("totalImages")->text(), QStringLiteral("10,000"));
        QCOMPARE(test.editor<QComboBox>("modelPath")->currentText(), QStringLiteral("resnet20"));
        QCOMPARE(test.window.setupPage().commands().command()->text(),
            QStringLiteral("iotbench --batch -m resnet20 -i 1000 -t 10000"));
        const QString plan = test.window.findChild<QLabel*>(QStringLiteral("plan"))->text();
        QVERIFY2(
            plan.contains(QStringLiteral("10,000 test images leave at 1,000 a second")), qPrintable(plan));
        QVERIFY2(plan.contains(QStringLiteral("about <b>10 s</b>")), qPrintable(plan));
    }

    void presets()
    {
        WindowUnderTest test;
        ui::SetupPage& page = test.window.setupPage();
        const std::vector<ui::Preset> expected = ui::builtInPresets();
        QCOMPARE(page.presets().count(), 4);
        for (int i = 3; i >= 0; --i) {
            QTest::mouseClick(page.presets().button(i), Qt::LeftButton);
            QVERIFY(page.setup().values() == expected[static_cast<std::size_t>(i)].values);
            QVERIFY(test.canStart());
            for (int other = 0; other < 4; ++other)
                QCOMPARE(
                    qobject_cast<QAbstractButton*>(page.presets().button(other))->isChecked(), other == i);
        }
    }

    void manyPresetsLeaveTheWindowItsHeight()
    {
        WindowUnderTest test;
        ui::PresetsPanel& presets = test.window.setupPage().presets();
        const int least = test.window.minimumSizeHint().height();
        QSettings saved;
        for (int i = 0; i < 30; ++i)
            ui::keepPreset(saved, QString::number(i), Settings());
        QEvent filled(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&presets, &filled);
        QCOMPARE(presets.count(), 34);
        QCoreApplication::processEvents();
        QCOMPARE(test.window.minimumSizeHint().height(), least);
        QCOMPARE(test.window.height(), 800);
        const QWidget* last = presets.button(33);
        QVERIFY(last->geometry().right() <= presets.width() && last->height() > 0);
    }

    void badInput_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("good");
        const auto row = [](Role role, const char* key, const char* bad, const char* good) {
            QTest::addRow("%s %s", key, bad) << static_cast<int>(role) << QByteArray(key)
                                             << QString::fromUtf8(bad) << QString::fromUtf8(good);
        };
        const auto loopback = [&](const char* key, const char* bad, const char* good) {
            row(Role::Loopback, key, bad, good);
        };
        const auto receive
            = [&](const char* key, const char* bad, const char* good) { row(Role::Receive, key, bad, good); };
        loopback("imagesPerSec", "fast", "500");
        loopback("imagesPerSec", "", "500");
        loopback("imagesPerSec", "-5", "500");
        loopback("imagesPerSec", "1,5", "1.5");
        loopback("imagesPerSec", "99999999", "1,000");
        loopback("totalImages", "0", "1");
        loopback("totalImages", "10.5", "10,000");
        loopback("duration", "soon", "2.5");
        loopback("seed", "-1", "0");
        loopback("streams", "0", "2");
        loopback("workers", "2000", "2");
        loopback("batch-size", "1025", "8");
        loopback("batch-size", "512", "256"); // a batch never waits in a queue of 256
        loopback("queue", "65,537", "512");
        loopback("warmup", "twice", "0");
        loopback("reportingInterval", "-1", "0");
        loopback("min-accuracy", "101", "92.5");
        loopback("require-rate", "x", "900");
        loopback("max-p99", "0", "50");
        receive("listen", "70000", "10000");
        receive("listen", "", "0");
        receive("listen", "::1:5", "[::1]:5");
        receive("senders", "0", "4");
        receive("linger", "-1", "0");
        receive("idle-timeout", "never", "0");
        receive("wait-timeout", "1e9", "10");
        row(Role::Send, "connect", "gateway", "gateway:10000");
        row(Role::Send, "connect", ":10000", "gateway:10000");
    }
    void badInput()
    {
        QFETCH(int, role);
        QFETCH(QByteArray, key);
        QFETCH(QString, bad);
        QFETCH(QString, good);
        WindowUnderTest test;
        auto* roles = test.window.setupPage().form().findChild<ui::SegmentBar*>();
        roles->setCurrent(role == static_cast<int>(Role::Loopback) ? 0
                : role == static_cast<int>(Role::Receive)          ? 1
                                                                   : 2);
        QVERIFY(test.canStart());

        test.type(key, bad);
        QVERIFY(test.errorAt(key));
        QVERIFY(!test.canStart());
        QVERIFY(!test.window.setupPage().settings().has_value());
        auto* line = test.editor<QLineEdit>(key);
        QVERIFY2(line->accessibleDescription().startsWith(QChar(ui::kWrongSign)),
            qPrintable(line->accessibleDescription()));
        QCOMPARE(line->text(), bad); // what was typed stays to be mended

        test.type(key, good);
        QVERIFY2(!test.errorAt(key), qPrintable(good));
        QVERIFY(test.canStart());
    }

    void aWrongTextGoesWithItsField()
    {
        WindowUnderTest test;
        auto* find = test.editor<ui::SegmentBar>("find");
        for (const char* key : {"imagesPerSec", "totalImages", "max-p99"}) {
            const QString before = test.editor<QLineEdit>(key)->text();
            test.type(key, QStringLiteral("x"));
            QVERIFY(!test.canStart());
            QTest::mouseClick(find->segment(1), Qt::LeftButton);
            QVERIFY2(test.canStart(), key);
            QTest::mouseClick(find->segment(0), Qt::LeftButton);
            QVERIFY2(test.canStart(), key);
            QCOMPARE(test.editor<QLineEdit>(key)->text(), before);
        }
        for (const char* key : {"own-cameras", "probe-seconds"}) {
            QTest::mouseClick(find->segment(1), Qt::LeftButton);
            test.type(key, QStringLiteral("x"));
            QVERIFY(!test.canStart());
            QTest::mouseClick(test.window.setupPage().presets().button(0), Qt::LeftButton);
            QTest::mouseClick(find->segment(1), Qt::LeftButton);
            QVERIFY2(test.canStart(), key);
            QCOMPARE(test.editor<QLineEdit>(key)->text(), QString());
        }
    }

    void aWrongTextGoesWhenItsSettingIsSetOtherwise()
    {
        WindowUnderTest test;
        test.type("imagesPerSec", QStringLiteral("0"));
        test.editor<QCheckBox>("fastest")->click();
        QVERIFY(test.canStart());
        test.window.setupPage().form().findChild<ui::SegmentBar*>()->setCurrent(1);
        test.type("listen", QStringLiteral("70000"));
        QVERIFY(!test.canStart());
        emit test.editor<QComboBox>("way")->activated(2); // connects: the field goes
        QVERIFY(test.canStart());
    }

    void theWheelScrollsThePageAndChangesNoChoice()
    {
        WindowUnderTest test;
        const Settings before = test.window.setupPage().setup().values();
        for (QComboBox* box : test.window.findChildren<QComboBox*>()) {
            box->clearFocus();
            QWheelEvent down(box->rect().center(), box->mapToGlobal(box->rect().center()), {}, {0, -120},
                Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(box, &down);
            QVERIFY2(!down.isAccepted(), qPrintable(box->objectName()));
        }
        QVERIFY(test.window.setupPage().setup().values() == before);
    }

    void aNumberIsWrittenOutWhenItsFieldIsLeft()
    {
        WindowUnderTest test;
        test.type("totalImages", QStringLiteral("20000"));
        QCOMPARE(test.editor<QLineEdit>("totalImages")->text(), QStringLiteral("20000"));
        emit test.editor<QLineEdit>("totalImages")->editingFinished();
        QCOMPARE(test.editor<QLineEdit>("totalImages")->text(), QStringLiteral("20,000"));
    }

    void anEmptyLimitIsNone()
    {
        WindowUnderTest test;
        test.type("duration", QStringLiteral("30"));
        test.type("totalImages", QString());
        QVERIFY(test.canStart());
        QVERIFY(!test.window.setupPage().setup().values().totalImages);
        QCOMPARE(test.window.setupPage().commands().command()->text(),
            QStringLiteral("iotbench --batch -m resnet20 -i 1000 -d 30"));
    }

    void asFastAsPossible()
    {
        WindowUnderTest test;
        test.choose("pacing", QStringLiteral("poisson"));
        auto* fastest = test.editor<QCheckBox>("fastest");
        fastest->click();
        QCOMPARE(test.window.setupPage().setup().values().imagesPerSecond, 0.0);
        QVERIFY(test.canStart()); // pacing went back to constant
        QVERIFY(!test.editor<QLineEdit>("imagesPerSec")->isEnabled());
        fastest->click();
        QCOMPARE(test.window.setupPage().setup().values().imagesPerSecond, 1000.0);
        QVERIFY(test.editor<QLineEdit>("imagesPerSec")->isEnabled());
    }

    void aZeroMayBecomeAHalf()
    {
        WindowUnderTest test;
        test.type("imagesPerSec", QStringLiteral("0"));
        auto* line = test.editor<QLineEdit>("imagesPerSec");
        QVERIFY(!test.editor<QCheckBox>("fastest")->isChecked());
        QVERIFY(line->isEnabled());
        QVERIFY(!test.canStart());
        QTest::keyClicks(line, QStringLiteral(".5"));
        QCOMPARE(test.window.setupPage().setup().values().imagesPerSecond, 0.5);
        QVERIFY(test.canStart());
    }

    void aZeroBehindThePointStays()
    {
        WindowUnderTest test;
        test.type("imagesPerSec", QStringLiteral("1.0"));
        auto* line = test.editor<QLineEdit>("imagesPerSec");
        QCOMPARE(line->text(), QStringLiteral("1.0"));
        QTest::keyClicks(line, QStringLiteral("5"));
        QCOMPARE(test.window.setupPage().setup().values().imagesPerSecond, 1.05);
    }

    void theLimitThatASearchProposesGoesWithIt()
    {
        WindowUnderTest test;
        const auto& setup = test.window.setupPage().setup();
        auto* find = test.editor<ui::SegmentBar>("find");
        for (const int other : {0, 3, 4}) {
            QTest::mouseClick(find->segment(1), Qt::LeftButton);
            QCOMPARE(setup.values().maxP99Ms.value_or(0), 100.0);
            QTest::mouseClick(find->segment(other), Qt::LeftButton);
            QVERIFY(!setup.values().maxP99Ms);
        }
        test.type("max-p99", QStringLiteral("100"));
        QTest::mouseClick(find->segment(1), Qt::LeftButton);
        QTest::mouseClick(find->segment(0), Qt::LeftButton);
        QCOMPARE(setup.values().maxP99Ms.value_or(0), 100.0); // the user's own
    }

    void whatAKindOfRunProposesGoesWithIt()
    {
        WindowUnderTest test;
        test.choose("pacing", QStringLiteral("poisson"));
        const auto& setup = test.window.setupPage().setup();
        const Settings before = setup.values();
        auto* find = test.editor<ui::SegmentBar>("find");
        for (const int kind : {4, 1, 4, 3, 2}) {
            QTest::mouseClick(find->segment(kind), Qt::LeftButton);
            QVERIFY(setup.values() != before || kind == 3);
            QSettings saved;
            ui::save(saved, test.window, test.theme, test.language);
            QVERIFY(ui::savedForm(saved) == before);
        }
        test.type("search-max-p99", QStringLiteral("50"));
        test.choose("modelPath", QStringLiteral("cnn"));
        QTest::mouseClick(find->segment(0), Qt::LeftButton);
        QCOMPARE(setup.values().model, std::string("cnn"));
        test.choose("modelPath", QStringLiteral("resnet20"));
        QVERIFY(setup.values() == before);
    }

    void aWrongFieldLeavesNoCommandToCopy()
    {
        WindowUnderTest test;
        ui::CommandBox* const command = test.window.setupPage().commands().command();
        test.type("totalImages", QStringLiteral("many"));
        QVERIFY(command->isHidden());
        QCOMPARE(command->text(), QString());
        test.type("totalImages", QStringLiteral("200"));
        QVERIFY(!command->isHidden());
        QCOMPARE(command->text(), QStringLiteral("iotbench --batch -m resnet20 -i 1000 -t 200"));
    }

    void aSenderSendsWhatTheReceiversModelWants()
    {
        WindowUnderTest test;
        test.window.setupPage().form().findChild<ui::SegmentBar*>()->setCurrent(2);
        QVERIFY(test.editor<QComboBox>("modelPath")->isVisible());
        QVERIFY(!test.editor<QComboBox>("engine")->isVisible());
        const auto command = [&] { return test.window.setupPage().commands().command()->text(); };
        const auto other = [&] { return test.window.setupPage().commands().otherEnd().front()->text(); };
        QVERIFY2(command().contains(QStringLiteral(" -s ")), qPrintable(command()));
        QVERIFY2(other().endsWith(QStringLiteral("--role receive -m resnet20")), qPrintable(other()));
        test.choose("format", QStringLiteral("cifar")); // bytes: the receiver subtracts
        QVERIFY2(!command().contains(QStringLiteral(" -s ")), qPrintable(command()));
        QVERIFY(test.canStart());
    }

    void tabStopsAtTheCurrentSegment()
    {
        ui::SegmentBar bar;
        bar.setTexts({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QTest::mouseClick(bar.segment(2), Qt::LeftButton);
        bar.setCurrent(1);
        for (int index = 0; index < bar.count(); ++index)
            QCOMPARE((bar.segment(index)->focusPolicy() & Qt::TabFocus) != 0, index == 1);
    }

    void aSentenceBeginsInUpperCase()
    {
        Settings values = ui::builtInPresets().front().values;
        values.totalImages.reset();
        values.durationS = 20;
        WindowUnderTest test(values);
        const QString plan = test.window.findChild<QLabel*>(QStringLiteral("plan"))->text();
        QVERIFY2(plan.startsWith(QStringLiteral("Test images leave")), qPrintable(plan));
    }

    void tabGoesAsTheEyeDoes()
    {
        WindowUnderTest test;
        ui::SetupPage& page = test.window.setupPage();
        QList<QWidget*> chain;
        QWidget* const first = page.form().firstField();
        for (QWidget* next = first->nextInFocusChain(); next != first; next = next->nextInFocusChain())
            if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus))
                chain << next;
        int y = 0;
        qsizetype fields = 0;
        for (const QWidget* each : std::as_const(chain)) {
            if (!page.form().isAncestorOf(each))
                continue;
            const int top = each->mapTo(&page.form(), QPoint(0, each->height() / 2)).y();
            QVERIFY2(top >= y - each->height() / 2, qPrintable(each->objectName()));
            y = top;
            ++fields;
        }
        QVERIFY(fields > 8);
        // The form is left for what stands below it and beside it, and not before its end.
        const auto place = [&chain](const QWidget* widget) { return chain.indexOf(widget); };
        const auto* more = test.editor<QToolButton>("more");
        const auto* copy = page.commands().command()->findChild<QPushButton*>();
        QVERIFY(place(test.editor<QLineEdit>("duration")) < place(more));
        QVERIFY(place(more) < place(copy));
    }

    void pathsCanBeBrowsed()
    {
        WindowUnderTest test;
        auto* line = test.editor<QLineEdit>("report");
        QStringList fields;
        for (const auto* button : test.window.findChildren<QToolButton*>(QStringLiteral("browse")))
            fields << button->accessibleName();
        QCOMPARE(fields.size(), 3);
        for (auto* button : test.window.findChildren<QToolButton*>(QStringLiteral("browse")))
            if (button->parentWidget() == line->parentWidget())
                button->click();
        auto* dialog = test.window.findChild<QFileDialog*>();
        QVERIFY(dialog);
        emit dialog->fileSelected(QStringLiteral("/tmp/here"));
        dialog->close();
        QCOMPARE(line->text(), QStringLiteral("/tmp/here"));
        QCOMPARE(test.window.setupPage().setup().values().report, std::string("/tmp/here"));
    }

    void pacingNeedsARate()
    {
        WindowUnderTest test;
        test.editor<QCheckBox>("fastest")->click();
        test.choose("pacing", QStringLiteral("lognormal"));
        QVERIFY(test.errorAt("pacing"));
        QVERIFY(!test.canStart());
    }

    void receivingShowsTheLineForTheOtherEnd()
    {
        WindowUnderTest test;
        test.window.setupPage().form().findChild<ui::SegmentBar*>()->setCurrent(1);
        const QList<ui::CommandBox*> lines = test.window.setupPage().commands().otherEnd();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.front()->text(),
            QStringLiteral("iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 10000"));

        auto* way = test.editor<QComboBox>("way");
        way->setCurrentIndex(1);
        emit way->activated(1);
        QCOMPARE(test.editor<QLineEdit>("listen")->text(), QStringLiteral("0.0.0.0:10000"));
        way->setCurrentIndex(2);
        emit way->activated(2);
        QCOMPARE(test.editor<QLineEdit>("connect")->text(), QStringLiteral("127.0.0.1:10000"));
        QVERIFY(test.canStart());
    }

    void aModelThatCannotBeReadIsMarked_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : kModelSuffixes)
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
    void aModelThatCannotBeReadIsMarked()
    {
        QFETCH(QString, suffix);
        WindowUnderTest test;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.") + suffix);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no model");
        file.close();
        test.window.openPath(path);
        const auto* start = test.editor<QPushButton>("startStop");
        QCOMPARE(start->toolTip(), QStringLiteral("Reading the model…"));
        AWAIT(test.errorAt("modelPath"));
        QVERIFY(!test.canStart());
        QCOMPARE(start->toolTip(), QStringLiteral("A field on the page Set up is marked"));
        test.choose("modelPath", QStringLiteral("cnn"));
        AWAIT(test.canStart());
        QVERIFY(!test.errorAt("modelPath"));
    }

    void anEngineThatDoesNotRunTheModelIsMarked()
    {
        WindowUnderTest test;
        test.choose("engine", QStringLiteral("opencv"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ten.xml"));
        QVERIFY(QFile::copy(test::dataPath(QStringLiteral("models/first_ten_values.xml")), path));
        QFile weights(folder.filePath(QStringLiteral("ten.bin")));
        QVERIFY(weights.open(QIODevice::WriteOnly));
        const std::array<std::int64_t, 5> constants{0, 3072, 0, 10, 1};
        weights.write(reinterpret_cast<const char*>(constants.data()), sizeof constants);
        weights.close();
        test.window.openPath(path);
        AWAIT(test.errorAt("engine"));
        QCOMPARE(ui::translated(*test.errorAt("engine")),
            QStringLiteral(
                "the model: it is in OpenVINO's format, which engine opencv does not read; engines "
                "that do: openvino"));
        QVERIFY(!test.canStart());
        test.choose("engine", QStringLiteral("auto"));
        QVERIFY(!test.errorAt("engine"));
        test.choose("engine", QStringLiteral("opencv"));
        QVERIFY(test.errorAt("engine"));
        test.choose("modelPath", QStringLiteral("cnn"));
        AWAIT(test.canStart());
    }

    void anEngineThatIsNotThereIsMarked()
    {
        Settings values = ui::builtInPresets().front().values;
        values.engine = "abacus";
        WindowUnderTest test(values);
        QVERIFY(test.errorAt("engine"));
        QVERIFY(!test.canStart());
        test.choose("engine", QStringLiteral("opencv"));
        QVERIFY(test.canStart());
        test.choose("precision", QStringLiteral("int8"));
        QVERIFY(test.errorAt("precision"));
    }

    void theFastestEngineCanBeLeftToTheProgram()
    {
        WindowUnderTest test;
        test.choose("engine", QStringLiteral("auto"));
        QVERIFY(test.canStart());
        QCOMPARE(test.window.setupPage().setup().values().engine, std::string("auto"));
        QVERIFY(
            test.window.setupPage().commands().command()->text().contains(QStringLiteral("--engine auto")));
    }

    void aDeviceThatTheEngineHasNotIsMarked()
    {
        WindowUnderTest test;
        auto* devices = test.editor<QComboBox>("device");
        QVERIFY(devices->isHidden() || devices->parentWidget()->isHidden()); // OpenCV has one
        Settings values = test.window.setupPage().setup().values();
        values.device = "abacus";
        test.window.setupPage().setup().replace(values);
        QVERIFY(test.errorAt("device"));
        QVERIFY(!test.canStart());
        test.choose("device", QStringLiteral("CPU"));
        QVERIFY(test.canStart());
    }

    void everyFieldIsNamedAndExplained()
    {
        WindowUnderTest test;
        for (const Setting& setting : settingsTable()) {
            const std::string_view key = setting.key;
            if (key == "role" || !ui::hasField(setting))
                continue;
            auto* editor = test.window.findChild<QWidget*>(QLatin1String(setting.key));
            QVERIFY2(editor, setting.key);
            QVERIFY2(
                !editor->accessibleName().isEmpty() && editor->accessibleName() != QLatin1String(setting.key),
                setting.key);
            QVERIFY2(!editor->toolTip().isEmpty(), setting.key);
        }
    }

    void optionsStandInCommandsAlone()
    {
        WindowUnderTest test;
        auto* roles = test.window.setupPage().form().findChild<ui::SegmentBar*>();
        auto* find = test.editor<ui::SegmentBar>("find");
        for (const char* language : {"en", "de"}) {
            QVERIFY(test.language.choose(QLatin1String(language)));
            for (const int kind : {4, 3, 2, 1, 0}) {
                find->setCurrent(kind);
                QCOMPARE(optionsShown(test.window.setupPage()), QString());
            }
            for (const int role : {1, 2, 0}) {
                roles->setCurrent(role);
                QCOMPARE(optionsShown(test.window.setupPage()), QString());
            }
        }
        test.language.choose(QStringLiteral("en"));
        QCOMPARE(ui::translated(TR("is required, but for --role send and --engine null; see --list-models")),
            QStringLiteral("is required, but for “What to do” send and “Engine” null"));
        QCOMPARE(ui::translated(TR("leave out -s at the sender")),
            QStringLiteral("leave out “Subtract mean” (-s) at the sender"));
        QCOMPARE(ui::withFieldLabels(QStringLiteral("raise it (ulimit -r 1) now; take --engine null")),
            QStringLiteral("raise it (ulimit -r 1) now; take “Engine” null"));
    }

    void germanFiguresAndWords()
    {
        WindowUnderTest test;
        QVERIFY(test.language.choose(QStringLiteral("de")));
        AWAIT_EQUAL(test.editor<QLineEdit>("imagesPerSec")->text(), QStringLiteral("1.000"));
        QCOMPARE(test.window.setupPage().commands().command()->text(),
            QStringLiteral("iotbench --batch -m resnet20 -i 1000 -t 10000"));
        test.type("imagesPerSec", QStringLiteral("1.5")); // no fifteen
        QVERIFY(test.errorAt("imagesPerSec"));
        test.type("imagesPerSec", QStringLiteral("1,5"));
        QVERIFY(!test.errorAt("imagesPerSec"));
        QCOMPARE(test.window.setupPage().setup().values().imagesPerSecond, 1.5);
        QVERIFY(test.language.choose(QStringLiteral("en")));
        AWAIT_EQUAL(test.editor<QLineEdit>("imagesPerSec")->text(), QStringLiteral("1.5"));
    }
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestSetupPage>(argc, argv);
}

#include "tst_setup_page.moc"
