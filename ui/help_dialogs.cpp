#include "ui/help_dialogs.h"

#include "ui/base/space.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace iotbench::ui {
namespace {

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QDialog* makeDialog(const QString& title, const QString& html, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* text = new QTextBrowser;
    text->setOpenExternalLinks(true);
    text->setHtml(html);
    text->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(characters(dialog, 90), QFontMetrics(dialog->font()).height() * 30);
    return dialog;
}

QString table(const std::vector<std::pair<QString, QString>>& rows)
{
    QString html = QStringLiteral("<table cellpadding=\"3\">");
    for (const auto& [left, right] : rows)
        html += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
                    .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

QString paragraph(const QString& text)
{
    return QStringLiteral("<p>%1</p>").arg(text);
}

// What each key of the window does.
std::vector<std::pair<QString, QString>> keysOf(const QWidget& window)
{
    std::vector<std::pair<QString, QString>> keys;
    for (const QAction* action : window.findChildren<QAction*>())
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            keys.emplace_back(action->shortcut().toString(QKeySequence::NativeText), action->text());
    keys.emplace_back(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText),
        HelpText::tr("stop the run (on Live); its report is kept"));
    keys.emplace_back(
        QStringLiteral("← → + − Home"), HelpText::tr("in plots over time: move, zoom, follow the run again"));
    keys.emplace_back(QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText),
        HelpText::tr("open the picture, the cell of the matrix or the kept run that is chosen"));
    return keys;
}

} // namespace

QDialog* makeHelp(QWidget* window)
{
    QString html = paragraph(HelpText::tr(
        "This program measures how fast and how accurately this machine classifies a stream of labelled "
        "images."));
    html += QStringLiteral("<h3>%1</h3>").arg(HelpText::tr("The four pages"));
    html += table({
        {HelpText::tr("Set up"),
            HelpText::tr("Choose a preset or fill in the form. What will happen stands on the right, in a "
                         "sentence.")},
        {HelpText::tr("Live"),
            HelpText::tr("How fast, how accurately, how long an image waits, how far the run is, and whether "
                         "anything is lost.")},
        {HelpText::tr("Result"),
            HelpText::tr(
                "What the run showed, whether it can be trusted, and why. Everything can be saved.")},
        {HelpText::tr("History"), HelpText::tr("Runs that are kept: open, label or delete them.")},
    });
    html += QStringLiteral("<h3>%1</h3>").arg(HelpText::tr("Keys")) + table(keysOf(*window));
    html += paragraph(HelpText::tr(
        "A model file dropped on the window is used for the next run; a dropped report folder is opened."));
    html += paragraph(HelpText::tr(
        "The same program runs without a window: iotbench --batch. All options: iotbench --help."));
    return makeDialog(HelpText::tr("Help"), html, window);
}

QDialog* makeAbout(const BuildFacts& build, QWidget* parent)
{
    const auto word = [](const std::string& text) { return QString::fromStdString(text); };
    QString html = QStringLiteral("<h2>IoT Analytics Benchmark</h2>");
    html += paragraph(
        HelpText::tr("Version %1, revision %2, %3 build, %4")
            .arg(word(build.version), word(build.gitRevision), word(build.buildType), word(build.compiler))
            .toHtmlEscaped());
    std::vector<std::pair<QString, QString>> libraries;
    for (const auto& [name, version] : build.libraries)
        libraries.emplace_back(word(name), word(version));
    libraries.emplace_back(HelpText::tr("Vectors"), word(build.vectors));
    html += table(libraries);
    html += QStringLiteral("<h3>%1</h3>").arg(HelpText::tr("Licences"));
    html += paragraph(HelpText::tr(
        "The source of this program is licensed under Apache-2.0. It uses Qt (LGPL-3.0), OpenCV "
        "(Apache-2.0), QCustomPlot (GPL-3.0), ONNX (Apache-2.0), libpng, zlib, libzip and Highway "
        "(Apache-2.0). With QCustomPlot in it, a distributed binary as a whole is under GPL-3.0. "
        "NOTICE has the details."));
    html += paragraph(HelpText::tr(
        "It re-implements the programs of the VMware IoT Analytics Benchmark DL and understands their "
        "streams."));
    html += QStringLiteral("<h3>%1</h3>").arg(HelpText::tr("Images"));
    html += paragraph(HelpText::tr("The test set of CIFAR-10:")
        + QStringLiteral(
            " Alex Krizhevsky, <i>Learning Multiple Layers of Features from Tiny Images</i>, 2009. "
            "<a href=\"https://www.cs.toronto.edu/~kriz/cifar.html\">cs.toronto.edu/~kriz/cifar.html</a>"));
    return makeDialog(HelpText::tr("About"), html, parent);
}

} // namespace iotbench::ui
