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

TableModel::Headings IntervalModel::headings() const
{
    using Row = const IntervalRow&;
    constexpr Qt::AlignmentFlag kSide = Qt::AlignRight;
    const auto of = [this](QString (*cell)(Row)) {
        return [this, cell](std::size_t row) { return cell((*m_rows)[row]); };
    };
    return {{tr("start, s"), kSide, of([](Row row) { return decimalText(row.startS, 2); }),
                tr("Seconds since the start of the run")},
        {tr("length, s"), kSide, of([](Row row) { return decimalText(row.lengthS, 2); }),
            tr("Seconds that this row covers")},
        {tr("offered"), kSide, of([](Row row) { return countText(row.offered); }),
            tr("Images due in it by the schedule")},
        {tr("sent"), kSide, of([](Row row) { return countText(row.sent); }), tr("Images sent in it")},
        {tr("classified"), kSide, of([](Row row) { return wholeText(row.classified); }),
            tr("Images classified in it")},
        {tr("images/s"), kSide, of([](Row row) { return rateText(row.imagesPerS()); }),
            tr("Classified images a second")},
        {tr("rejected"), kSide, of([](Row row) { return wholeText(row.rejected); }),
            tr("Records rejected in it")},
        {tr("rolling accuracy, %"), kSide, of([](Row row) { return percentText(row.rollingAccuracy); }),
            tr("Of the last 1,000 images at its end, percent")},
        {tr("latency p50, ms"), kSide, of([](Row row) { return millisecondsText(row.latencyP50Ms); }),
            tr("Median of its own images, milliseconds")},
        {tr("rolling p99, ms"), kSide, of([](Row row) { return millisecondsText(row.rollingLatencyP99Ms); }),
            tr("Of the last 1,000 images at its end, milliseconds")},
        {tr("latency max, ms"), kSide, of([](Row row) { return millisecondsText(row.latencyMaxMs); }),
            tr("Longest of its own images, milliseconds")}};
}

} // namespace iotbench::ui
