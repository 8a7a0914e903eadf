#include "ui/result/result_page.h"

#include "reports/original_lines.h"
#include "reports/report_files.h"
#include "run/gallery_files.h"
#include "study_driver/probe_table_reader.h"
#include "ui/base/changes.h"
#include "ui/base/in_background.h"
#include "ui/base/layouts.h"
#include "ui/base/segment_bar.h"
#include "ui/base/text_label.h"
#include "ui/base/translated.h"
#include "ui/capacity/capacity_plot.h"
#include "ui/capacity/capacity_view.h"
#include "ui/pictures/picture_dialog.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/time_plots.h"
#include "ui/result/cell_dialog.h"
#include "ui/result/confusion_view.h"
#include "ui/result/latency_plot.h"
#include "ui/result/result_details.h"
#include "ui/result/verdict_panel.h"
#include "ui/series/series_plot.h"
#include "ui/series/series_view.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>

#include <algorithm>
#include <utility>
#include <vector>

namespace iotbench::ui {

ResultPage::ResultPage(RunController& controller, KeptRuns&, QWidget* parent)
    : Page(parent)
    , m_controller(controller)
    , m_parts(new SegmentBar)
    , m_stack(new QStackedWidget)
    , m_none(wrapped(TextRole::Body))
    , m_details(new ResultDetails)
    , m_capacity(new CapacityView)
    , m_series(new SeriesView)
{
    fillWithParts(this, m_parts, m_stack);
    m_parts->setTexts({QString(), QString()});
    m_parts->hide();
    connect(m_parts, &SegmentBar::currentChanged, this, &ResultPage::showPart);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_none);
    for (QWidget* page : std::initializer_list<QWidget*>{m_details, m_capacity, m_series})
        m_stack->addWidget(scrolling(page, Qt::StrongFocus));
    makeActions();
    connect(m_details, &ResultDetails::cellWanted, this, &ResultPage::openCell);
    connect(m_details, &ResultDetails::pictureWanted, this, &ResultPage::openPicture);
    const auto takeIn = [this](const auto& outcome) { take(*outcome); };
    connect(&controller, &RunController::finished, this, takeIn);
    connect(&controller, &RunController::searchFinished, this, takeIn);
    connect(&controller, &RunController::seriesFinished, this, takeIn);
    connect(m_series, &SeriesView::useRequested, this, &ResultPage::useRequested);
    connect(&controller, &RunController::stateChanged, this, &ResultPage::showGoOn);
    inEachLanguage(this, [this] {
        setTexts();
        if (m_shown)
            m_details->show(*m_shown);
    });
}

void ResultPage::makeActions()
{
    m_goOn = addAction(QString(), this, [this] { emit goOnRequested(m_context); });
    m_export = addAction(QString(), Qt::CTRL | Qt::Key_E, this, [this] { askFolder(ExportOf::Csv); });
    m_save = addAction(QString(), this, [this] { askFolder(ExportOf::Everything); });
    m_copy = addAction(QString(), QKeySequence::Copy, this, &ResultPage::copy);
    for (QAction* action : {m_export, m_save, m_copy})
        action->setEnabled(false);
}

void ResultPage::setTexts()
{
    m_none->setText(tr("No run has ended yet. Its result will stand here.\n"
                       "Kept runs are opened under History; a report folder can be dropped on this window."));
    const bool sweep = m_shown && m_shown->isSeries() && m_shown->study->kind == "sweep";
    m_parts->setTexts({sweep                 ? tr("Sweep")
            : m_shown && m_shown->isSeries() ? tr("Repeats")
                                             : tr("Search"),
        sweep ? tr("A run of the fastest") : tr("Last run")});
    m_parts->setAccessibleName(tr("All runs, or one of them"));
    m_goOn->setText(tr("Go on"));
    showGoOn();
    m_export->setText(tr("Export CSV…"));
    m_export->setToolTip(tr("Writes summary.csv, intervals.csv and images.csv, as --report does (%1)")
                             .arg(m_export->shortcut().toString(QKeySequence::NativeText)));
    m_save->setText(tr("Save report…"));
    m_save->setToolTip(
        tr("Writes the whole report: the CSV files, report.json, the data sheet and the plots"));
    m_copy->setText(tr("Copy the summary line"));
}

void ResultPage::take(const RunOutcome& outcome)
{
    if (measuredNothing(outcome.result))
        return;
    ShownRun run;
    run.result = outcome.result;
    run.verdict = outcome.verdict;
    run.folder = QString::fromStdString(outcome.keptFolder);
    run.imageRowsLeftOut = outcome.imageRowsLeftOut;
    if (const auto finished = m_controller.run(); finished && finished->gallery())
        run.pictures = std::make_shared<const GalleryContents>(finished->gallery()->contents());
    offer([this, run = std::move(run)] { show(run); });
}

// Its files are those of its last run.
void ResultPage::take(const SearchOutcome& outcome)
{
    if (!outcome.failure.empty() || !outcome.last)
        return;
    ShownRun run;
    run.result = outcome.last->result;
    run.verdict = outcome.last->verdict;
    run.folder = QString::fromStdString(outcome.last->keptFolder);
    run.imageRowsLeftOut = outcome.last->imageRowsLeftOut;
    run.study = outcome.facts;
    run.probes = outcome.probes;
    offer([this, run = std::move(run), context = m_expected] {
        m_context = context;
        m_capacity->setCommand(context.command);
        show(run);
    });
}

// Where all of a sweep failed, there is no run that files could be made of.
void ResultPage::take(const SeriesOutcome& outcome)
{
    if (!outcome.failure.empty() || (!outcome.report && outcome.stopped))
        return;
    const QString command = m_expected.command;
    if (!outcome.report)
        return offer([this, command, series = seriesOf(outcome.facts, outcome.runs, {})] {
            m_series->setCommand(command);
            showNoRunOf(series);
        });
    ShownRun run;
    run.result = outcome.report->result;
    run.verdict = outcome.report->verdict;
    run.folder = QString::fromStdString(outcome.keptFolder);
    run.study = outcome.facts;
    run.runs = outcome.runs;
    offer([this, command, run = std::move(run)] {
        m_series->setCommand(command);
        show(run);
    });
}

void ResultPage::offer(std::function<void()> show)
{
    m_ended = std::move(show);
    if (!isVisible() || m_stack->currentIndex() == 0)
        showEnded();
    showGoOn();
}

void ResultPage::showEnded()
{
    if (const auto show = std::exchange(m_ended, {}))
        show();
}

void ResultPage::hideEvent(QHideEvent*)
{
    showEnded();
}

void ResultPage::showNoRunOf(const SeriesState& series)
{
    m_shown.reset();
    m_kept.reset();
    showGoOn();
    m_series->show(series);
    m_parts->hide();
    m_stack->setCurrentIndex(3);
    for (QAction* action : {m_export, m_save, m_copy})
        action->setEnabled(false);
}

void ResultPage::show(ShownRun run)
{
    m_shown = std::move(run);
    m_kept = readKept();
    m_details->show(*m_shown);
    if (m_shown->isSearch())
        m_capacity->show(
            capacityOf(goalOf(*m_shown->study), m_context.ownCameras, *m_shown->study, m_shown->probes));
    for (const QScrollArea* page : findChildren<QScrollArea*>())
        page->verticalScrollBar()->setValue(0);
    if (m_shown->isSeries())
        m_series->show(seriesOf(*m_shown->study, m_shown->runs, m_shown->result.requested));
    setTexts();
    m_parts->setVisible(m_shown->study.has_value());
    m_parts->setCurrent(0);
    showPart();
    for (QAction* action : {m_export, m_save, m_copy})
        action->setEnabled(true);
}

// A study, or the run that its files are of.
void ResultPage::showPart()
{
    const bool whole = m_shown->study && m_parts->current() == 0;
    m_stack->setCurrentIndex(!whole ? 1 : m_shown->isSearch() ? 2 : 3);
    m_stack->currentWidget()->setAccessibleName(!whole ? m_details->verdict().headlineText()
            : m_shown->isSearch()                      ? m_capacity->sentence()
                                                       : m_series->sentence());
}

// Of one that has just been stopped the controller has everything itself.
std::optional<Result<KeptSearch>> ResultPage::readKept() const
{
    const ShownRun& run = *m_shown;
    if (!run.readBack || !run.isSearch() || run.study->answer != "stopped")
        return std::nullopt;
    return m_controller.keptSearch({.report = {run.result, run.verdict, run.imageRowsLeftOut, run.study},
        .probes = run.probes,
        .folder = run.folder.toStdString()});
}

void ResultPage::showGoOn()
{
    const bool justStopped
        = m_controller.canGoOn() && !m_ended && m_shown && m_shown->isSearch() && !m_shown->readBack;
    const bool possible = !m_kept || *m_kept;
    m_goOn->setVisible(justStopped || (m_kept && !m_controller.busy()));
    m_goOn->setEnabled(possible);
    m_goOn->setToolTip(possible ? tr("Continues the search where it was stopped")
                                : tr("The search cannot be continued: %1").arg(translated(m_kept->error())));
}

void ResultPage::showKept(const ShownRun& run, std::uint64_t ownCameras)
{
    m_capacity->setCommand(QString());
    m_series->setCommand(QString());
    m_context = {ownCameras, {}};
    show(run);
    if (run.picturesToCome)
        readPictures();
}

void ResultPage::readPictures()
{
    const QString folder = m_shown->folder;
    using Pictures = std::shared_ptr<const GalleryContents>;
    inBackground(
        this,
        [path = folder.toStdString(), facts = m_shown->result.imageFacts]() -> Result<Pictures> {
            auto contents = readGallery(path, facts);
            if (!contents)
                return Error{contents.error()};
            return Pictures(std::make_shared<const GalleryContents>(std::move(*contents)));
        },
        [this, folder](const Result<Pictures>& read) {
            if (!m_shown || m_shown->folder != folder)
                return; // another run is shown meanwhile
            m_shown->pictures = read ? *read : Pictures();
            m_shown->picturesToCome = false;
            m_details->showPictures(*m_shown);
            if (!read)
                emit noticed({Notice::Kind::Caution,
                    tr("The pictures cannot be shown: %1").arg(translated(read.error()))});
        });
}

bool ResultPage::holdsAttention() const
{
    const auto dialogs = findChildren<QDialog*>();
    return std::ranges::any_of(dialogs, [](const QDialog* dialog) { return dialog->isVisible(); });
}

void ResultPage::askFolder(ExportOf what)
{
    QString name = QString::fromStdString(isoTimeS(m_shown->result.startUnixMs));
    name.replace(u':', u'-');
    auto* dialog = new QFileDialog(this,
        what == ExportOf::Csv ? tr("Export CSV into a folder") : tr("Save the report as a folder"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the row for messages asks
    dialog->setLabelText(QFileDialog::FileName, tr("Folder:"));
    dialog->selectFile(QStringLiteral("iotbench-") + name);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, what](const QString& folder) { exportTo(folder, what); });
    dialog->open();
}

void ResultPage::exportTo(const QString& folder, ExportOf what)
{
    if (!m_shown)
        return;
    // Drawn now: another run may be shown when the files are written.
    const auto drawn = what == ExportOf::Everything ? drawnFiles() : std::vector<DrawnFile>();
    write(folder, false, [run = *m_shown, drawn, folder, what](bool replace) {
        return exportReport(run, drawn, folder, what, replace);
    });
}

void ResultPage::write(const QString& folder, bool replace, const Export& make)
{
    inBackground(
        this, [make, replace]() -> Result<Exported> { return make(replace); },
        [this, folder, make](const Result<Exported>& exported) {
            if (exported)
                tellExported(*exported, folder, make);
            else
                emit noticed({Notice::Kind::Fault,
                    tr("The report could not be written: %1").arg(translated(exported.error()))});
        });
}

void ResultPage::tellExported(const Exported& written, const QString& folder, const Export& make)
{
    const QString shortName = QDir::toNativeSeparators(folder);
    if (written.exists) {
        emit noticed({Notice::Kind::Caution, tr("There is a report in %1 already.").arg(shortName),
            tr("Replace it"), [this, folder, make] { write(folder, true, make); }});
        return;
    }
    if (!written.fault.isEmpty()) {
        emit noticed({Notice::Kind::Fault, tr("The report could not be written: %1").arg(written.fault)});
        return;
    }
    emit exported(folder);
    if (written.withoutImages)
        emit noticed({Notice::Kind::Caution,
            tr("Written to %1 without images.csv: the run was not kept.").arg(shortName)});
    else if (written.someImages)
        emit noticed({Notice::Kind::Caution,
            tr("Written to %1; images.csv holds the first 1,000,000 images.").arg(shortName)});
    else
        emit noticed({Notice::Kind::Told, tr("Written to %1.").arg(shortName)});
}

std::vector<DrawnFile> ResultPage::drawnFiles()
{
    std::vector<std::pair<QString, QCustomPlot*>> plots{{QStringLiteral("latency"), &m_details->latency()},
        {QStringLiteral("time_series"), &m_details->timePlots()}};
    if (m_shown->isSearch())
        plots.emplace_back(QStringLiteral("capacity"), &m_capacity->plot());
    if (m_shown->isSeries() && m_series->plot().hasMarks())
        plots.emplace_back(QString::fromStdString(m_shown->study->kind), &m_series->plot());
    std::vector<DrawnFile> files;
    for (const auto& [name, plot] : plots) {
        files.push_back({name + QStringLiteral(".png"), pngOf(*plot)});
        files.push_back({name + QStringLiteral(".svg"), svgOf(*plot)});
    }
    if (judgesAnswers(m_shown->result)) {
        files.push_back({QStringLiteral("confusion.png"), {}});
        QBuffer buffer(&files.back().bytes);
        m_details->confusionView().grab().save(&buffer, "PNG");
    }
    return files;
}

void ResultPage::openCell(int label, int predicted)
{
    if (!m_shown->pictures) {
        emit noticed({Notice::Kind::Told,
            m_shown->picturesToCome ? tr("The pictures are being read.")
                                    : tr("No pictures were kept of this run.")});
        return;
    }
    const auto row = static_cast<std::size_t>(label);
    const auto column = static_cast<std::size_t>(predicted);
    (new CellDialog(row, column, m_shown->result.confusion.at(row, column), *m_shown->pictures, this))
        ->open();
}

void ResultPage::openPicture(const Picture& picture)
{
    (new PictureDialog(picture, true, this))->open();
}

// What is selected in a table, else the summary line. Selected text of labels copies itself.
void ResultPage::copy()
{
    const auto* table = qobject_cast<QTableView*>(QApplication::focusWidget());
    if (table && table->selectionModel()->hasSelection()) {
        QMap<int, QStringList> rows; // selectedIndexes() has them as they were selected
        QModelIndexList cells = table->selectionModel()->selectedIndexes();
        std::sort(cells.begin(), cells.end());
        for (const QModelIndex& cell : std::as_const(cells))
            rows[cell.row()] << cell.data().toString();
        QStringList lines;
        for (const QStringList& row : std::as_const(rows))
            lines << row.join(u'\t');
        QApplication::clipboard()->setText(lines.join(u'\n'));
        return;
    }
    if (!m_details->summaryLine().isEmpty())
        QApplication::clipboard()->setText(m_details->summaryLine());
}

} // namespace iotbench::ui
