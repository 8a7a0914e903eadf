#include "ui/history/history_model.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/capacity/capacity_text.h"
#include "ui/result/verdict_text.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <filesystem>

namespace iotbench::ui {
namespace {

QString nameText(const std::string& name)
{
    return name.empty() ? notKnown() : QString::fromStdString(name);
}

// "Search: 62 cameras".
QString kindText(const KeptRunFacts& run)
{
    if (run.study == "repeat")
        return HistoryModel::tr("Repeats");
    if (run.study == "sweep")
        return HistoryModel::tr("Sweep");
    if (run.study.empty())
        return HistoryModel::tr("Run");
    const QString found = foundText(run);
    return found.isEmpty() ? HistoryModel::tr("Search") : HistoryModel::tr("Search: %1").arg(found);
}

// Searches are sorted by what they found.
QString kindKey(const KeptRunFacts& run)
{
    return QString::fromStdString(run.study)
        + QString::number(run.holdsAt.value_or(-1), 'f', 3).rightJustified(20);
}

} // namespace

QString foundText(const KeptRunFacts& run)
{
    if (!run.holdsAt)
        return {};
    const QString load = loadWords({.cameraRatePerS = run.cameraRatePerS}, *run.holdsAt);
    return run.holdsMore ? HistoryModel::tr("at least %1").arg(load) : load;
}

HistoryModel::HistoryModel(KeptRuns& keptRuns, QObject* parent)
    : TableModel(parent)
    , m_keptRuns(keptRuns)
    , m_rows(keptRuns.list())
{
    connect(&keptRuns, &KeptRuns::changed, this, &HistoryModel::takeRuns);
}

// Rows that have gone go and those that are new come, so that the current one stays where it is.
void HistoryModel::takeRuns()
{
    const std::vector<KeptRunFacts>& now = m_keptRuns.list();
    for (int row = rowCount() - 1; row >= 0; --row) {
        const std::filesystem::path& folder = m_rows[static_cast<std::size_t>(row)].folder;
        if (std::ranges::find(now, folder, &KeptRunFacts::folder) == now.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (i >= m_rows.size() || m_rows[i].folder != now[i].folder) {
            const int row = static_cast<int>(i);
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, now[i]);
            endInsertRows();
        } else {
            m_rows[i] = now[i];
        }
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant HistoryModel::more(std::size_t row, int column, int role) const
{
    const KeptRunFacts& run = m_rows[row];
    switch (role) {
    case Qt::EditRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Label ? tr("F2 changes the label") : text(row, column);
    case Qt::ForegroundRole:
        return column == Verdict && run.verdict != Judgement::NotJudged
            ? dataColour(colourOf(run.verdict), QGuiApplication::palette())
            : QVariant();
    case FolderRole:
        return QString::fromStdString(run.folder);
    default:
        return {};
    }
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Label || role != Qt::EditRole)
        return false;
    const KeptRunFacts run = m_rows[static_cast<std::size_t>(index.row())];
    const QString label = value.toString().trimmed();
    if (label.toStdString() == run.label)
        return true;
    const QString fault = m_keptRuns.relabel(QString::fromStdString(run.folder), label);
    if (!fault.isEmpty())
        emit labelRefused(fault);
    return fault.isEmpty();
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = TableModel::flags(index);
    return index.isValid() && index.column() == Label ? flags | Qt::ItemIsEditable : flags;
}

TableModel::Headings HistoryModel::headings() const
{
    using Run = const KeptRunFacts&;
    constexpr Qt::AlignmentFlag kName = Qt::AlignLeft, kFigure = Qt::AlignRight;
    const auto of = [this](QString (*cell)(Run)) {
        return [this, cell](std::size_t row) { return cell(m_rows[row]); };
    };
    const auto by = [this](std::optional<double> KeptRunFacts::*figure) { // what is not known below all
        return [this, figure](std::size_t row) { return QVariant((m_rows[row].*figure).value_or(-1)); };
    };
    return {{tr("Time"), kName,
                of([](Run run) { return momentText(QDateTime::fromMSecsSinceEpoch(run.startUnixMs)); }), {},
                [this](std::size_t row) { return QVariant::fromValue(m_rows[row].startUnixMs); }},
        {tr("Label"), kName, of([](Run run) { return QString::fromStdString(run.label); })},
        {tr("Kind"), kName, of(kindText), {}, [this](std::size_t row) { return kindKey(m_rows[row]); }},
        {tr("Machine"), kName, of([](Run run) { return nameText(run.machine); })},
        {tr("Model"), kName, of([](Run run) { return nameText(run.model); })},
        {tr("Engine"), kName, of([](Run run) {
             return nameText(run.engine.empty() ? run.engine : run.engine + ' ' + run.precision);
         })},
        {tr("Target rate"), kFigure, of([](Run run) { return rateText(run.targetPerS); }), {},
            by(&KeptRunFacts::targetPerS)},
        {tr("Images/s"), kFigure, of([](Run run) { return decimalText(run.imagesPerS, 1); }), {},
            by(&KeptRunFacts::imagesPerS)},
        {tr("Accuracy"), kFigure, of([](Run run) { return withUnit(percentText(run.accuracy, 2), "%"); }), {},
            by(&KeptRunFacts::accuracy)},
        {tr("Latency p99"), kFigure,
            of([](Run run) { return withUnit(millisecondsText(run.latencyP99Ms), "ms"); }), {},
            by(&KeptRunFacts::latencyP99Ms)},
        {tr("Duration"), kFigure,
            of([](Run run) { return run.elapsedS ? durationText(*run.elapsedS) : notKnown(); }), {},
            by(&KeptRunFacts::elapsedS)},
        {tr("Verdict"), kName, of([](Run run) { return verdictWords(run.verdict); }), {},
            [this](std::size_t row) { return static_cast<int>(m_rows[row].verdict); }}};
}

} // namespace iotbench::ui
