#include "ui/history/history_page.h"

#include "ui/base/figures.h"
#include "ui/base/panel.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/history/history_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace iotbench::ui {

HistoryPage::HistoryPage(KeptRuns& keptRuns, QWidget* parent)
    : Page(parent)
    , m_keptRuns(keptRuns)
    , m_model(new HistoryModel(keptRuns, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_panel(new Panel(QStringLiteral(" ")))
    , m_none(new TextLabel(TextRole::Remark))
{
    const int unit = spaceUnit(this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(unit, 0, unit, unit); // the row for messages lies above
    whole->addWidget(m_panel);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop);
    m_panel->body()->addWidget(m_none, 1);
    m_panel->body()->addWidget(m_table, 1);

    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(HistoryModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::Time, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() * 7 / 4);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::Label, QHeaderView::Stretch);

    makeActions();
    setTexts();
    showState();
    connect(m_table, &QTableView::activated, this, &HistoryPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::showState);
    connect(&keptRuns, &KeptRuns::changed, this, &HistoryPage::showState);
    connect(m_model, &HistoryModel::labelRefused, this, [this](const QString& reason) {
        emit noticed({Notice::Kind::Fault, tr("The label could not be changed: %1").arg(reason)});
    });
}

void HistoryPage::makeActions()
{
    m_open = new QAction(this);
    m_label = new QAction(this);
    m_label->setShortcut(QKeySequence(Qt::Key_F2));
    m_delete = new QAction(this);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_open, &QAction::triggered, this, &HistoryPage::open);
    connect(m_label, &QAction::triggered, this, &HistoryPage::editLabel);
    connect(m_delete, &QAction::triggered, this, &HistoryPage::remove);
}

void HistoryPage::setTexts()
{
    m_panel->setTitle(tr("Kept runs"));
    m_table->setAccessibleName(tr("Kept runs"));
    m_none->setText(
        tr("Every run that ends is kept and listed here, until there are more than 200 or they take more "
           "than 1 GB: then the oldest goes."));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Shows the run on the page Result (Enter)"));
    m_label->setText(tr("Label"));
    m_label->setToolTip(tr("Changes the label of the run (F2)"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Takes the run out of the list, and its files from the disk (Del)"));
}

void HistoryPage::showState()
{
    const auto runs = m_keptRuns.list().size();
    m_none->setVisible(runs == 0);
    m_table->setVisible(runs > 0);
    m_panel->setRemark(runs == 0 ? QString() : runs == 1 ? tr("1 run") : tr("%1 runs").arg(wholeText(runs)));
    if (runs > 0 && currentFolder().isEmpty())
        m_table->selectRow(0); // so that the buttons mean something
    for (QAction* action : {m_open, m_label, m_delete})
        action->setEnabled(!currentFolder().isEmpty());
}

QString HistoryPage::currentFolder() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.front().data(HistoryModel::FolderRole).toString();
}

void HistoryPage::open()
{
    if (const QString folder = currentFolder(); !folder.isEmpty())
        emit openRequested(folder);
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
    const QString folder = currentFolder();
    if (folder.isEmpty())
        return;
    const QString fault = m_keptRuns.remove(folder);
    if (!fault.isEmpty())
        emit noticed({Notice::Kind::Caution, fault});
    else
        emit noticed({Notice::Kind::Told, tr("One run was deleted."), tr("Undo"), [this] {
                          m_keptRuns.restore();
                          emit noticed({});
                      }});
}

void HistoryPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setTexts();
        showState();
    }
}

} // namespace iotbench::ui
