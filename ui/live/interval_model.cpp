#include "ui/live/interval_model.h"

#include "ui/base/figures.h"

namespace iotbench::ui {
namespace {

QString countText(std::optional<std::uint64_t> count)
{
    return count ? wholeText(*count) : notKnown();
}

} // namespace

void IntervalModel::setRows(Rows rows)
{
    const std::size_t after = rows ? rows->size() : 0;
    changeRows(after, [&] { m_rows = std::move(rows); });
}

QString IntervalModel::text(std::size_t at, int column) const
{
    const IntervalRow& row = (*m_rows)[at];
    switch (column) {
    case Start:
        return decimalText(row.startS, 2);
    case Length:
        return decimalText(row.lengthS, 2);
    case Offered:
        return countText(row.offered);
    case Sent:
        return countText(row.sent);
    case Classified:
        return wholeText(row.classified);
    case Rate:
        return rateText(row.imagesPerS());
    case Rejected:
        return wholeText(row.rejected);
    case Accuracy:
        return percentText(row.rollingAccuracy);
    case P50:
        return millisecondsText(row.latencyP50Ms);
    case P99:
        return millisecondsText(row.rollingLatencyP99Ms);
    case Maximum:
        return millisecondsText(row.latencyMaxMs);
    default:
        return {};
    }
}

TableModel::Headings IntervalModel::headings() const
{
    constexpr Qt::AlignmentFlag kSide = Qt::AlignRight;
    return {{tr("start, s"), kSide, tr("Seconds since the start of the run")},
        {tr("length, s"), kSide, tr("Seconds that this row covers")},
        {tr("offered"), kSide, tr("Images due in it by the schedule")},
        {tr("sent"), kSide, tr("Images sent in it")},
        {tr("classified"), kSide, tr("Images classified in it")},
        {tr("images/s"), kSide, tr("Classified images a second")},
        {tr("rejected"), kSide, tr("Records rejected in it")},
        {tr("rolling accuracy, %"), kSide, tr("Of the last 1,000 images at its end, percent")},
        {tr("latency p50, ms"), kSide, tr("Median of its own images, milliseconds")},
        {tr("rolling p99, ms"), kSide, tr("Of the last 1,000 images at its end, milliseconds")},
        {tr("latency max, ms"), kSide, tr("Longest of its own images, milliseconds")}};
}

} // namespace iotbench::ui
