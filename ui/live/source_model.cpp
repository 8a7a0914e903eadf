#include "ui/live/source_model.h"

#include "ui/base/figures.h"

#include <utility>

namespace iotbench::ui {
namespace {

QString endWords(SourceEnd end)
{
    switch (end) {
    case SourceEnd::Open:
        return SourceModel::tr("connected");
    case SourceEnd::EndMark:
        return SourceModel::tr("end mark");
    case SourceEnd::WentOn:
        return SourceModel::tr("went on after its end mark");
    case SourceEnd::EndOfFile:
        return SourceModel::tr("closed");
    case SourceEnd::NoEndMark:
        return SourceModel::tr("closed without an end mark");
    case SourceEnd::ExpectedCount:
        return SourceModel::tr("all have come");
    case SourceEnd::Idle:
    case SourceEnd::Silent:
        return SourceModel::tr("nothing came for too long");
    case SourceEnd::Truncated:
        return SourceModel::tr("truncated in mid-record");
    case SourceEnd::Stalled:
        return SourceModel::tr("fell silent in mid-record");
    case SourceEnd::Reset:
        return SourceModel::tr("connection failed");
    }
    return {};
}

} // namespace

void SourceModel::setSources(std::vector<SourceRow> sources, bool judged)
{
    const std::size_t after = sources.size();
    changeRows(after, [&] {
        m_sources = std::move(sources);
        m_judged = judged;
    });
}

TableModel::Headings SourceModel::headings() const
{
    using Row = const SourceRow&;
    constexpr Qt::AlignmentFlag kFigure = Qt::AlignRight;
    const auto of = [this](QString (*cell)(Row)) {
        return [this, cell](std::size_t row) { return cell(m_sources[row]); };
    };
    const auto accuracy = [this](std::size_t row) {
        const auto& counts = m_sources[row].counts;
        return m_judged && counts.classified > 0
            ? percentText(static_cast<double>(counts.correct) / static_cast<double>(counts.classified))
            : notKnown();
    };
    return {{tr("source"), Qt::AlignLeft, of([](Row row) { return QString::fromStdString(row.name); })},
        {tr("format"), Qt::AlignLeft,
            of([](Row row) { return row.format ? QString::fromUtf8(toString(*row.format)) : notKnown(); })},
        {tr("received"), kFigure, of([](Row row) { return wholeText(row.counts.received); })},
        {tr("classified"), kFigure, of([](Row row) { return wholeText(row.counts.classified); })},
        {tr("accuracy, %"), kFigure, accuracy},
        {tr("rejected"), kFigure, of([](Row row) { return wholeText(row.counts.rejected); })},
        {tr("latency p50, ms"), kFigure, of([](Row row) { return millisecondsText(row.latency.p50Ms); })},
        {tr("state"), Qt::AlignLeft, of([](Row row) { return endWords(row.end); })}};
}

} // namespace iotbench::ui
