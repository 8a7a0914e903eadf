// Without a mouse: runs and a comparison by keys alone. After every key the focus is somewhere that can be
// seen, and Tab leads all the way round each page, on Set up as the eye goes, and back.
#include "gui/window_under_test.h"
#include "ui/base/segment_bar.h"
#include "ui/comparison/comparison_page.h"
#include "ui/history/history_page.h"
#include "ui/setup/presets_panel.h"
#include "ui/setup/setup_form.h"
#include "ui/window_bar.h"

#include <QLabel>
#include <QScrollArea>
#include <QStyleHints>
#include <QTableView>
#include <QWindow>

#include <algorithm>

using namespace iotbench;
using test::WindowUnderTest;
using ui::MainWindow;

namespace {

constexpr int kMostStops = 200;

QString nameOf(const QWidget* widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' '
        + widget->accessibleName();
}

// Presses keys, and knows what has the focus.
class Keyboard {
public:
    explicit Keyboard(WindowUnderTest& test)
        : m_test(test)
    {
    }

    static QWidget* focus() { return QApplication::focusWidget(); }
    // "" where the focus can be seen: it is in the window, and not scrolled out of sight.
    static QString fault()
    {
        const QWidget* const widget = focus();
        QRect seen = widget ? widget->rect() : QRect();
        for (const QWidget* each = widget; each && !each->isWindow(); each = each->parentWidget())
            seen = seen.translated(each->pos()) & each->parentWidget()->rect();
        return widget && widget->isVisible() && !seen.isEmpty()
            ? QString()
            : nameOf(widget) + QStringLiteral(" has the focus and cannot be seen");
    }
    bool looksFocused() const
    {
        QWidget* const widget = focus();
        if (qobject_cast<QLabel*>(widget) || qobject_cast<QScrollArea*>(widget))
            return true; // a link looks it at the second Tab; what scrolls has no frame of its own
        const auto* table = qobject_cast<QTableView*>(widget);
        if (table && table->model()->rowCount() == 0)
            return true; // there is no row to mark
        constexpr int kFrame = 3;
        const QRect room(widget->mapTo(&m_test.window, QPoint()), widget->size());
        const auto look
            = [&] { return m_test.window.grab(room.adjusted(-kFrame, -kFrame, kFrame, kFrame)).toImage(); };
        const QImage with = look();
        widget->clearFocus();
        const bool looks = with != look();
        widget->setFocus(Qt::TabFocusReason);
        return looks;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_test.window.windowHandle(), static_cast<Qt::Key>(key), modifiers);
        QCoreApplication::processEvents();
        const QString why = fault();
        if (!why.isEmpty())
            QFAIL(qPrintable(why + QStringLiteral(", after ")
                + QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key))).toString()));
    }
    void type(const QString& text) const
    {
        for (const QChar each : text)
            QTest::keyClick(m_test.window.windowHandle(), each.toLatin1());
    }
    void tabTo(const QWidget* wanted) const
    {
        QStringList passed;
        for (int i = 0; i < kMostStops && focus() != wanted; ++i) {
            press(Qt::Key_Tab);
            passed << nameOf(focus());
        }
        QVERIFY2(focus() == wanted,
            qPrintable(nameOf(wanted) + QStringLiteral(" cannot be come to:\n") + passed.join(u'\n')));
    }
    // A setting's field, whose text is typed anew.
    void fill(const char* key, const QString& text) const
    {
        tabTo(m_test.editor<QWidget>(key));
        press(Qt::Key_A, Qt::ControlModifier);
        text.isEmpty() ? press(Qt::Key_Delete) : type(text);
    }
    // All that Tab comes to, from here round to here again.
    QList<QWidget*> round(int key = Qt::Key_Tab) const
    {
        QList<QWidget*> stops{focus()};
        for (int i = 0; i < kMostStops; ++i) {
            press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            if (focus() == stops.front())
                break;
            if (focus() != stops.back()) // a label has its links
                stops << focus();
        }
        return stops;
    }

private:
    WindowUnderTest& m_test;
};

} // namespace

class TestKeyboardAlone : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QGuiApplication::styleHints()->setCursorFlashTime(0); }
    void cleanup()
    {
        ui::Language language;
        language.choose(QStringLiteral("en"));
    }
    void tabGoesAsTheEyeDoes_data();
    void tabGoesAsTheEyeDoes();
    void runsAreMadeAndCompared();

private:
    static void goRound(const Keyboard& keys);
};

// Nothing holds the focus.
void TestKeyboardAlone::goRound(const Keyboard& keys)
{
    const QList<QWidget*> stops = keys.round();
    QVERIFY2(stops.size() > 3 && stops.size() < kMostStops, qPrintable(nameOf(stops.back())));
    QCOMPARE(QSet<QWidget*>(stops.begin(), stops.end()).size(), stops.size());
    for (int i = 0; i < stops.size(); ++i) {
        QVERIFY2(keys.looksFocused(), qPrintable(nameOf(Keyboard::focus()) + QStringLiteral(" looks alike")));
        keys.press(Qt::Key_Tab);
    }
}

// The bar, and from left to right the presets, the form and what is said of it; in each of them row by row.
void TestKeyboardAlone::tabGoesAsTheEyeDoes_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("at once") << "en";
    QTest::newRow("with presets made anew") << "de";
}

void TestKeyboardAlone::tabGoesAsTheEyeDoes()
{
    QFETCH(QString, language);
    WindowUnderTest test;
    QVERIFY(test.language.choose(language));
    const Keyboard keys(test);
    ui::SetupPage& page = test.window.setupPage();
    const QWidget* const bar = test.window.findChild<ui::WindowBar*>();
    struct Place {
        int group;
        QRect at;
    };
    const auto placeOf = [&](const QWidget* widget) {
        const QWidget* const content = page.form().parentWidget();
        const QWidget* const base = content->isAncestorOf(widget) ? content : &test.window;
        const QRect at(widget->mapTo(base, QPoint()), widget->size());
        const int group = bar->isAncestorOf(widget)      ? 0
            : page.presets().isAncestorOf(widget)        ? 1
            : !content->isAncestorOf(widget)             ? 4
            : at.left() < page.form().geometry().right() ? 2
                                                         : 3;
        return Place{group, at};
    };
    keys.tabTo(test.window.findChild<ui::WindowBar*>()->pages().segment(MainWindow::SetUp));
    const QList<QWidget*> stops = keys.round();
    QVERIFY(stops.size() > 20);
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const Place before = placeOf(stops[i - 1]), now = placeOf(stops[i]);
        const bool sameRow = now.at.top() <= before.at.center().y() && before.at.top() <= now.at.center().y();
        const bool onward = now.group != before.group ? now.group > before.group
            : sameRow                                 ? now.at.left() > before.at.left()
                                                      : now.at.top() > before.at.top();
        QVERIFY2(onward, qPrintable(nameOf(stops[i - 1]) + QStringLiteral(" -> ") + nameOf(stops[i])));
    }
    goRound(keys);
    keys.tabTo(stops.front());
    QList<QWidget*> back = keys.round(Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, stops);
}

void TestKeyboardAlone::runsAreMadeAndCompared()
{
    WindowUnderTest test;
    const Keyboard keys(test);
    auto* engine = test.editor<QComboBox>("engine");
    keys.tabTo(engine);
    for (int i = 0; i < engine->count() && engine->currentData() != QStringLiteral("null"); ++i)
        keys.press(Qt::Key_Down);
    QCOMPARE(engine->currentData().toString(), QStringLiteral("null"));
    keys.fill("imagesPerSec", QStringLiteral("2000"));
    keys.fill("totalImages", QStringLiteral("1000"));
    keys.tabTo(test.editor<QPushButton>("startStop"));
    keys.press(Qt::Key_Space);
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::Live));
    AWAIT(!test.controller.busy());
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    QCOMPARE(test.controller.outcome()->result.counts.classified, std::uint64_t{1'000});
    QCOMPARE(keys.fault(), QString());
    goRound(keys);
    keys.tabTo(test.window.findChild<ui::WindowBar*>()->pages().segment(MainWindow::ResultIndex));
    keys.press(Qt::Key_Tab); // on along the bar
    QCOMPARE(qobject_cast<QPushButton*>(Keyboard::focus())->text(), QStringLiteral("Export CSV…"));
    keys.press(Qt::Key_R, Qt::ControlModifier);
    AWAIT(!test.controller.busy());

    keys.press(Qt::Key_4, Qt::ControlModifier);
    goRound(keys);
    QTableView& runs = test.window.historyPage().table();
    keys.tabTo(&runs);
    keys.press(Qt::Key_Home, Qt::ControlModifier);
    keys.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(runs.selectionModel()->selectedRows().size(), 2);
    const auto buttons = test.window.findChildren<QPushButton*>();
    const auto compare = std::ranges::find_if(buttons, [](const QPushButton* button) {
        return button->isVisible() && button->text() == QStringLiteral("Compare");
    });
    QVERIFY(compare != buttons.end());
    keys.tabTo(*compare);
    keys.press(Qt::Key_Space);
    AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::Comparison));
    QCOMPARE(test.window.comparisonPage().shown()->runs.size(), std::size_t(2));
    goRound(keys);
    keys.press(Qt::Key_Escape);
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::History));
    keys.tabTo(&runs);
    keys.press(Qt::Key_Up);
    keys.press(Qt::Key_Return);
    AWAIT_EQUAL(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestKeyboardAlone>(argc, argv);
}

#include "tst_keyboard_alone.moc"
