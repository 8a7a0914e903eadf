#include "ui/comparison/comparison_page.h"

#include "compare/comparison_files.h"
#include "data_sheet/comparison_sheet.h"
#include "ui/base/changes.h"
#include "ui/base/in_background.h"
#include "ui/base/layouts.h"
#include "ui/base/panel.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/base/translated.h"
#include "ui/base/written_file.h"
#include "ui/comparison/comparison_words.h"
#include "ui/comparison/curves.h"
#include "ui/comparison/difference_model.h"
#include "ui/comparison/repeats.h"
#include "ui/comparison/whisker_delegate.h"
#include "ui/result/verdict_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>

namespace iotbench::ui {
namespace {

QTableView* plainTable(QAbstractItemModel* model)
{
    auto* table = new QTableView;
    table->setModel(model);
    makeRows(table);
    table->setWordWrap(false);
    table->verticalHeader()->setDefaultSectionSize(QFontMetrics(table->font()).height() * 7 / 4);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

constexpr unsigned kRepeats = 5; // that show what days do not

// As high as its rows, so that the page scrolls and not the table.
void fitHeight(QTableView* table)
{
    const int rows = std::max(1, table->model()->rowCount());
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height()
        + rows * table->verticalHeader()->defaultSectionSize());
}

} // namespace

ComparisonPage::ComparisonPage(QWidget* parent)
    : Page(parent)
    , m_sentence(new VerdictPanel)
    , m_differencePanel(new Panel)
    , m_repeatsPanel(new Panel)
    , m_curvesPanel(new Panel)
    , m_settingsPanel(new Panel)
    , m_remarksPanel(new Panel)
    , m_differenceModel(new DifferenceModel(this))
    , m_repeatsModel(new RepeatsModel(this))
    , m_settingsModel(new QStandardItemModel(this))
    , m_differences(plainTable(m_differenceModel))
    , m_repeats(plainTable(m_repeatsModel))
    , m_settings(plainTable(m_settingsModel))
    , m_remarks(selectable(TextRole::Body))
    , m_repeat(new QPushButton)
    , m_allSettings(new QPushButton)
    , m_curves(new Curves)
{
    makePanels();
    makeActions();
    inEachLanguage(this, [this] {
        m_back->setText(tr("Back to History"));
        m_back->setToolTip(tr("Shows the kept runs again (Esc)"));
        m_swap->setText(tr("Swap A and B"));
        m_copy->setText(tr("Copy"));
        m_copy->setToolTip(tr("Copies the comparison as Markdown (%1)")
                               .arg(m_copy->shortcut().toString(QKeySequence::NativeText)));
        m_save->setText(tr("Save report…"));
        m_save->setToolTip(tr("Writes the comparison as a data sheet, one HTML file (%1)")
                               .arg(m_save->shortcut().toString(QKeySequence::NativeText)));
        m_differencePanel->setTitle(tr("What differs"));
        m_differencePanel->setRemark(tr("grey lines: 1 %, 10 %, half or twice, tenfold"));
        m_repeatsPanel->setTitle(tr("All repeats"));
        m_repeatsPanel->setRemark(tr("in order, from top to bottom · line: mean · hollow: interference"));
        m_curvesPanel->setTitle(tr("Over time"));
        m_settingsPanel->setTitle(tr("Settings that differ"));
        m_remarksPanel->setTitle(tr("What could spoil the comparison"));
        m_allSettings->setText(tr("Show all"));
        m_allSettings->setToolTip(tr("Lists the equal settings as well"));
        m_repeat->setText(tr("Repeat %1 times").arg(kRepeats));
        m_repeat->setToolTip(tr("Puts the settings of run B into Set up, with %1 repeats").arg(kRepeats));
        m_differences->setAccessibleName(tr("What differs"));
        m_repeats->setAccessibleName(tr("All repeats"));
        m_repeats->setAccessibleDescription(tr("Images/s of each run, a row for each side"));
        m_settings->setAccessibleName(tr("Settings that differ"));
        m_differenceModel->retranslate();
        m_repeatsModel->retranslate();
        if (m_shown)
            showAll();
    });
}

void ComparisonPage::makePanels()
{
    const int unit = spaceUnit(this);
    auto* inner = new QWidget;
    auto* grid = new QGridLayout(inner);
    grid->setContentsMargins(unit, 0, unit, unit);
    grid->setSpacing(unit);
    grid->addWidget(m_sentence, 0, 0, 1, 2);
    grid->addWidget(m_differencePanel, 1, 0, 1, 2);
    grid->addWidget(m_repeatsPanel, 2, 0, 1, 2);
    grid->addWidget(m_curvesPanel, 3, 0, 2, 1);
    grid->addWidget(m_settingsPanel, 3, 1);
    grid->addWidget(m_remarksPanel, 4, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(4, 1);
    m_differences->setItemDelegateForColumn(DifferenceModel::Whisker, new WhiskerDelegate(m_differences));
    m_differences->horizontalHeader()->setSectionResizeMode(DifferenceModel::Whisker, QHeaderView::Stretch);
    m_repeats->setItemDelegateForColumn(RepeatsModel::Marks, new RepeatsDelegate(m_repeats));
    m_repeats->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() * 4);
    for (const int column : {RepeatsModel::Marks, RepeatsModel::Values})
        m_repeats->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_repeatsPanel->body()->addWidget(m_repeats);
    m_settings->horizontalHeader()->setStretchLastSection(true);
    m_remarks->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_remarks->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_differencePanel->body()->addWidget(m_differences);
    m_curvesPanel->body()->addWidget(m_curves, 1);
    m_allSettings->setCheckable(true);
    m_settingsPanel->head()->addWidget(m_allSettings);
    m_settingsPanel->body()->addWidget(m_settings);
    m_remarksPanel->head()->addWidget(m_repeat);
    m_remarksPanel->body()->addWidget(m_remarks, 1);
    m_scroll = scrolling(inner, Qt::StrongFocus);
    columnIn(this, -1, {m_scroll});
}

void ComparisonPage::makeActions()
{
    m_back = addAction(QString(), Qt::Key_Escape, this, &ComparisonPage::backRequested);
    m_swap = addAction(QString(), this, [this] { compare({m_folders.at(1), m_folders.at(0)}); });
    connect(m_allSettings, &QPushButton::toggled, this, &ComparisonPage::showSettings);
    connect(
        m_repeat, &QPushButton::clicked, this, [this] { emit repeatRequested(m_folders.at(1), kRepeats); });
    m_save = addAction(QString(), Qt::CTRL | Qt::Key_E, this, &ComparisonPage::askFile);
    m_copy = addAction(QString(), Qt::CTRL | Qt::SHIFT | Qt::Key_C, this, &ComparisonPage::copy);
}

void ComparisonPage::compare(const QStringList& folders)
{
    m_folders = folders;
    m_swap->setEnabled(false);
    inBackground(
        this,
        [folders] {
            auto compared = readCompared(folders);
            using Shared = std::shared_ptr<const ComparedRuns>;
            return compared ? Result<Shared>(std::make_shared<const ComparedRuns>(std::move(*compared)))
                            : Result<Shared>(Error{compared.error()});
        },
        [this, folders](const Result<std::shared_ptr<const ComparedRuns>>& compared) {
            if (folders != m_folders)
                return; // others were asked for meanwhile
            if (!compared) {
                emit noticed({Notice::Kind::Fault, translated(compared.error())});
                return;
            }
            m_shown = *compared;
            m_allSettings->setChecked(false);
            showAll();
            emit ready();
        });
}

void ComparisonPage::showAll()
{
    m_swap->setEnabled(m_folders.size() == 2);
    m_sentence->show(
        m_shown->report.judgement(), sentence(*m_shown), namesOf(*m_shown).join(u'\n'), QString());
    m_scroll->setAccessibleName(sentenceText()); // it has the focus first
    m_differenceModel->show(m_shown->report);
    m_differences->setColumnHidden(DifferenceModel::Run, m_shown->report.pairs.size() == 1);
    fitHeight(m_differences);
    m_repeatsModel->show(m_shown->report);
    m_repeatsPanel->setVisible(m_repeatsModel->rowCount() > 0);
    fitHeight(m_repeats);
    showSettings();
    m_remarks->setText(remarksOf(*m_shown).join(u'\n'));
    m_repeat->setVisible(m_shown->report.ofSingleRuns());
    m_remarks->setAccessibleName(m_remarks->text());
    m_curves->show(*m_shown);
}

void ComparisonPage::addSettings(std::size_t run, const std::vector<SetupDifference>& settings)
{
    for (const SetupDifference& each : settings)
        m_settingsModel->appendRow({new QStandardItem(translated(each.what)),
            new QStandardItem(QString(letterOf(run))), new QStandardItem(QString::fromStdString(each.base)),
            new QStandardItem(QString::fromStdString(each.next))});
}

void ComparisonPage::showSettings()
{
    m_settingsModel->removeRows(0, m_settingsModel->rowCount());
    const auto& pairs = m_shown->report.pairs;
    qsizetype different = 0, equal = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        different += std::ssize(pairs[i].setup);
        equal += std::ssize(pairs[i].equalSetup);
        addSettings(i + 1, pairs[i].setup);
        if (m_allSettings->isChecked())
            addSettings(i + 1, pairs[i].equalSetup);
    }
    m_settingsModel->setHorizontalHeaderLabels({tr("Setting"), tr("Run"), QString(letterOf(0)),
        pairs.size() == 1 ? QString(letterOf(1)) : tr("Value")});
    m_settings->setColumnHidden(1, pairs.size() == 1);
    m_allSettings->setVisible(equal > 0);
    m_settingsPanel->setRemark(tr("%1 differ, %2 are equal").arg(different).arg(equal));
    fitHeight(m_settings);
}

// The button that it was asked for with is gone: without this, keys would go to the tabs.
void ComparisonPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_scroll->setFocus();
}

QString ComparisonPage::sentenceText() const
{
    return m_sentence->headlineText();
}

void ComparisonPage::copy()
{
    if (!m_shown)
        return;
    QApplication::clipboard()->setText(QString::fromStdString(comparisonMarkdown(m_shown->report)));
    emit noticed({Notice::Kind::Told, tr("The comparison was copied as Markdown.")});
}

void ComparisonPage::askFile()
{
    if (!m_shown)
        return;
    auto* dialog = new QFileDialog(
        this, tr("Save the comparison"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QStringLiteral("iotbench-comparison.html"));
    connect(dialog, &QFileDialog::fileSelected, this, &ComparisonPage::save);
    dialog->open();
}

void ComparisonPage::save(const QString& file)
{
    inBackground(
        this,
        [shown = m_shown, file]() -> Result<QString> {
            return writeFile(file, QByteArray::fromStdString(comparisonSheet(shown->report)));
        },
        [this, file](const Result<QString>& fault) {
            const QString why = fault ? *fault : translated(fault.error());
            if (why.isEmpty())
                emit noticed({Notice::Kind::Told, tr("Written to %1.").arg(QDir::toNativeSeparators(file))});
            else
                emit noticed({Notice::Kind::Fault, tr("The report could not be written: %1").arg(why)});
        });
}

} // namespace iotbench::ui
