#include "ui/history/history_page.h"

#include "ui/base/changes.h"
#include "ui/base/figures.h"
#include "ui/base/layouts.h"
#include "ui/base/panel.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/comparison/compared_runs.h"
#include "ui/history/history_model.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace iotbench::ui {
namespace {

// A run is found where each word of the search begins a word in one of its columns: "valid" is not "invalid".
class FoundRuns : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void find(const QString& text)
    {
        m_beginnings.clear();
        for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
            m_beginnings << QRegularExpression(
                QStringLiteral("(?<![\\p{L}\\p{N}])") + QRegularExpression::escape(word),
                QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        QString line;
        for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
            line += sourceModel()->index(row, column, parent).data().toString() + u'\n';
        return std::ranges::all_of(
            m_beginnings, [&](const QRegularExpression& beginning) { return line.contains(beginning); });
    }

private:
    QList<QRegularExpression> m_beginnings; // of words
};

} // namespace

HistoryPage::HistoryPage(KeptRuns& keptRuns, QWidget* parent)
    : Page(parent)
    , m_keptRuns(keptRuns)
    , m_model(new HistoryModel(keptRuns, this))
    , m_sorted(new FoundRuns(this))
    , m_table(new QTableView)
    , m_panel(new Panel)
    , m_none(wrapped(TextRole::Remark))
    , m_search(new QLineEdit)
    , m_baseline(new QPushButton)
    , m_import(new QPushButton)
{
    pageColumnIn(this)->addWidget(m_panel);
    m_none->setAlignment(Qt::AlignTop);
    m_panel->head()->addWidget(m_search);
    m_panel->head()->addWidget(m_baseline);
    m_panel->head()->addWidget(m_import);
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(characters(this, 40));
    m_panel->body()->addWidget(m_none, 1);
    m_panel->body()->addWidget(m_table, 1);

    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TableModel::kSortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    makeRows(m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::Time, Qt::DescendingOrder);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() * 7 / 4);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::Label, QHeaderView::Stretch);

    makeActions();
    connect(m_table, &QTableView::activated, this, &HistoryPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::showState);
    connect(&keptRuns, &KeptRuns::changed, this, &HistoryPage::showState);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        static_cast<FoundRuns*>(m_sorted)->find(text);
        showState();
    });
    connect(m_model, &HistoryModel::labelRefused, this, [this](const QString& reason) {
        emit noticed({Notice::Kind::Fault, tr("The label could not be changed: %1").arg(reason)});
    });
    inEachLanguage(this, [this] {
        setTexts();
        showState();
    });
}

void HistoryPage::makeActions()
{
    m_open = addAction(QString(), this, &HistoryPage::open);
    m_compare = addAction(QString(), this, &HistoryPage::compare);
    m_use = addAction(QString(), this, [this] { emit useRequested(chosen().value(0)); });
    m_label = addAction(QString(), Qt::Key_F2, this, &HistoryPage::editLabel);
    m_delete = addAction(QString(), QKeySequence::Delete, this, &HistoryPage::remove);
    m_undo = addAction(QString(), QKeySequence::Undo, this, &HistoryPage::undo);
    connect(m_baseline, &QPushButton::clicked, this,
        [this] { emit baselineRequested(takesBaselineAway() ? QString() : chosen().value(0)); });
    connect(m_import, &QPushButton::clicked, this, &HistoryPage::askForImports);
}

void HistoryPage::setTexts()
{
    m_model->retranslate();
    m_panel->setTitle(tr("Kept runs"));
    m_table->setAccessibleName(tr("Kept runs"));
    m_none->setText(
        tr("Every run that ends is kept and listed here, until there are more than 200 or they take more "
           "than 1 GB: then the oldest goes. Report folders from elsewhere can be dropped here."));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Shows the run on the page Result (Enter)"));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(
        tr("Shows how two to %1 chosen runs differ, against the oldest of them (Ctrl or Shift "
           "chooses several)")
            .arg(kMostCompared));
    m_use->setText(tr("Use settings"));
    m_use->setToolTip(tr("Puts the settings of the run into the page Set up"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(
        tr("Copies a report folder from elsewhere into this list; folders can also be dropped here"));
    m_search->setPlaceholderText(tr("Search: label, kind, machine, model, engine, verdict"));
    m_search->setAccessibleName(tr("Search the kept runs"));
    m_label->setText(tr("Label"));
    m_label->setToolTip(tr("Changes the label of the run (F2)"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(
        tr("Takes the chosen runs out of the list, and their files from the disk (Del; Ctrl+Z undoes it)"));
    m_undo->setText(tr("Undo Delete"));
}

void HistoryPage::showState()
{
    const auto runs = m_keptRuns.list().size();
    const int found = m_sorted->rowCount();
    m_none->setVisible(runs == 0);
    m_table->setVisible(runs > 0);
    m_search->setVisible(runs > 0);
    m_panel->setRemark(runs == 0 ? QString()
            : found < static_cast<int>(runs)
            ? tr("%1 of %2 runs").arg(wholeText(static_cast<std::uint64_t>(found)), wholeText(runs))
            : runs == 1 ? tr("1 run")
                        : tr("%1 runs").arg(wholeText(runs)));
    if (found > 0 && chosen().isEmpty())
        m_table->selectRow(0); // so that the buttons mean something
    const auto count = chosen().size();
    for (QAction* action : {m_open, m_use, m_label})
        action->setEnabled(count == 1);
    const bool away = takesBaselineAway();
    m_baseline->setText(away ? tr("No baseline") : tr("Use as baseline"));
    m_baseline->setToolTip(away ? tr("Takes the run out of the plots of Live")
                                : tr("Draws the run as a thin line into the plots of Live"));
    m_baseline->setEnabled(away || count == 1);
    m_compare->setEnabled(count >= 2 && count <= kMostCompared);
    m_delete->setEnabled(count >= 1);
}

void HistoryPage::setBaseline(const QString& folder)
{
    m_baselineFolder = folder;
    showState();
}

// Of one that has been deleted no row is left.
bool HistoryPage::takesBaselineAway() const
{
    return !m_baselineFolder.isEmpty()
        && (chosen() == QStringList(m_baselineFolder) || !m_keptRuns.find(m_baselineFolder));
}

QStringList HistoryPage::chosen() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList folders;
    for (const QModelIndex& row : rows)
        folders << row.data(HistoryModel::FolderRole).toString();
    return folders;
}

void HistoryPage::open()
{
    if (const QStringList folders = chosen(); folders.size() == 1)
        emit openRequested(folders.front());
}

void HistoryPage::compare()
{
    QStringList folders = chosen();
    std::ranges::sort(
        folders, {}, [this](const QString& folder) { return m_keptRuns.find(folder)->startUnixMs; });
    emit compareRequested(folders);
}

void HistoryPage::editLabel()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const QModelIndex cell = rows.front().siblingAtColumn(HistoryModel::Label);
    m_table->setCurrentIndex(cell);
    m_table->edit(cell);
}

void HistoryPage::remove()
{
    const QStringList folders = chosen();
    if (folders.isEmpty())
        return;
    const QString fault = m_keptRuns.remove(folders);
    if (!fault.isEmpty())
        emit noticed({Notice::Kind::Caution, fault});
    else
        emit noticed({Notice::Kind::Told,
            folders.size() == 1
                ? tr("One run was deleted.")
                : tr("%1 runs were deleted.").arg(wholeText(static_cast<std::uint64_t>(folders.size()))),
            tr("Undo"), [this] { undo(); }, Notice::About::Deletion});
}

// Where nothing was deleted, nothing comes back.
void HistoryPage::undo()
{
    m_keptRuns.restore();
    emit noticed({.about = Notice::About::Deletion});
}

void HistoryPage::askForImports()
{
    auto* dialog = new QFileDialog(this, tr("Import a report folder"));
    dialog->setObjectName(QStringLiteral("importDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { import({folder}); });
    dialog->open();
}

void HistoryPage::import(const QStringList& folders)
{
    const auto asked = static_cast<std::uint64_t>(folders.size());
    m_keptRuns.import(folders, [this, asked](const QStringList& faults) {
        const auto taken = asked - static_cast<std::uint64_t>(faults.size());
        const QString words
            = taken == 1 ? tr("One run was imported.") : tr("%1 runs were imported.").arg(wholeText(taken));
        if (faults.isEmpty())
            emit noticed({Notice::Kind::Told, words});
        else
            emit noticed(
                {Notice::Kind::Caution, taken == 0 ? faults.front() : words + u' ' + faults.front()});
    });
}

} // namespace iotbench::ui
