#include "sheet_in_browser.h"

#include "program.h"

#include <QJsonDocument>
#include <QStandardPaths>

namespace iotbench::test {

using namespace Qt::StringLiterals;

namespace {

// Without spaces and line ends, which a reader of PDF guesses, and of which a page has others.
QString bare(QString text)
{
    static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(space).replace(u"&quot;"_s, u"\""_s);
}

// The browser's own words for a page with the sheet in frames of three widths: whether each of them would
// scroll sideways, also with all that is folded up unfolded.
QByteArray framedIn(const QByteArray& sheet)
{
    const QByteArray inside = QString::fromUtf8(sheet).toHtmlEscaped().toUtf8();
    QByteArray page = "<!DOCTYPE html><meta charset='utf-8'><title></title>";
    for (const char* width : {"400", "800", "1280"})
        page += QByteArray("<iframe style='border:0' height='900' width='") + width + "' srcdoc=\"" + inside
            + "\"></iframe>";
    return page + R"(<script>
addEventListener('load', () => {
    const words = [];
    for (const frame of document.querySelectorAll('iframe')) {
        const root = frame.contentDocument.documentElement;
        const cut = [...root.querySelectorAll('.page .scroll')].some(e => e.scrollWidth > e.clientWidth);
        const ground = frame.contentWindow.getComputedStyle(root.querySelector('body')).backgroundColor;
        root.querySelector('details').open = true;
        words.push(`${root.clientWidth}: ${root.scrollWidth} ${cut ? 'cut' : 'whole'} ${ground}`);
    }
    document.title = words.join('; ');
});
</script>)";
}

// What the browser is asked for on a page, with a profile of its own in the folder.
QStringList browsing(const QTemporaryDir& folder, bool dark, const QStringList& what, const QString& page)
{
    return QStringList{u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
               u"--disable-dev-shm-usage"_s, u"--user-data-dir="_s + folder.filePath(u"profile"_s),
               u"--blink-settings=preferredColorScheme="_s + (dark ? u'0' : u'1')}
    + what + QStringList{u"file://"_s + page};
}

} // namespace

const char* browserAbsence()
{
    return QStandardPaths::findExecutable(u"chromium"_s).isEmpty()
            || QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()
        ? "needs a browser and a reader of PDF: apt install chromium poppler-utils"
        : nullptr;
}

QJsonObject jsonIn(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QJsonObject reportInside(const QByteArray& sheet)
{
    const QByteArray opening = R"(<script type="application/json" id="iotbench-report">)";
    const qsizetype begin = sheet.indexOf(opening) + opening.size();
    return jsonIn(sheet.mid(begin, sheet.indexOf("</script>", begin) - begin));
}

QString firstMatch(const QString& text, const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption)
        .match(text)
        .captured(1);
}

void fitsEveryScreen(const QByteArray& sheet, bool dark)
{
    const QTemporaryDir folder;
    const QString page = folder.filePath(u"frames.html"_s);
    QVERIFY(writeFile(page, framedIn(sheet)));
    Program browser(u"chromium"_s, browsing(folder, dark, {u"--dump-dom"_s}, page));
    browser.start();
    VERIFY_EXIT(browser, 0);
    const QString found = firstMatch(QString::fromUtf8(browser.out()), u"<title>(.*?)</title>"_s);
    const QString ground = dark ? u"rgb(27, 30, 35)"_s : u"rgb(255, 255, 255)"_s;
    QStringList wanted;
    for (const char* width : {"400", "800", "1280"})
        wanted << QStringLiteral("%1: %1 whole %2").arg(QLatin1String(width), ground);
    QCOMPARE(found, wanted.join(u"; "_s));
}

void prints(const QByteArray& sheet, int mostPages)
{
    const QTemporaryDir folder;
    const QString page = folder.filePath(u"printed.html"_s), pdf = folder.filePath(u"printed.pdf"_s);
    QVERIFY(writeFile(page, sheet));
    Program browser(u"chromium"_s,
        browsing(folder, true, {u"--no-pdf-header-footer"_s, u"--print-to-pdf="_s + pdf}, page));
    browser.start();
    VERIFY_EXIT(browser, 0);
    Program info(u"pdfinfo"_s, {pdf});
    info.start();
    VERIFY_EXIT(info, 0);
    const int pages = firstMatch(QString::fromUtf8(info.out()), u"Pages: *(\\d+)"_s).toInt();
    VERIFY_OF(info, pages >= 1 && pages <= mostPages);
    VERIFY_OF(info, info.out().contains("(A4)"));
    Program reader(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    reader.start();
    VERIFY_EXIT(reader, 0);
    const QString text = bare(QString::fromUtf8(reader.out()));

    const QString html = QString::fromUtf8(sheet);
    QStringList wanted{
        firstMatch(html, u"<p class=\"sentence\">(.*?)</p>"_s), firstMatch(html, u"<h1>(.*?)</h1>"_s)};
    static const QRegularExpression heading(u"<h2>([^<]*)"_s);
    for (auto found = heading.globalMatch(html.left(html.indexOf(u"<details"_s))); found.hasNext();)
        wanted << found.next().captured(1);
    static const QRegularExpression figure(u"<dt>(.*?)</dt><dd><b>(.*?)</b> (.*?)</dd>"_s);
    for (auto found = figure.globalMatch(html); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        wanted << match.captured(1) << match.captured(2) + match.captured(3);
    }
    QVERIFY(wanted.size() >= 18);
    for (const QString& each : std::as_const(wanted))
        QVERIFY2(text.contains(bare(each)), qPrintable(each + u"\n\n"_s + text));
    QVERIFY2(!text.contains(bare(u"Every figure of the report"_s)), qPrintable(text));
}

} // namespace iotbench::test
