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

QString SourceModel::text(std::size_t row, int column) const
{
    const SourceRow& source = m_sources[row];
    switch (column) {
    case Peer:
        return QString::fromStdString(source.name);
    case Format:
        return source.format ? QString::fromUtf8(toString(*source.format)) : notKnown();
    case Received:
        return wholeText(source.counts.received);
    case Classified:
        return wholeText(source.counts.classified);
    case Accuracy:
        if (!m_judged || source.counts.classified == 0)
            return notKnown();
        return percentText(
            static_cast<double>(source.counts.correct) / static_cast<double>(source.counts.classified));
    case Rejected:
        return wholeText(source.counts.rejected);
    case P50:
        return millisecondsText(source.latency.p50Ms);
    case End:
        return endWords(source.end);
    default:
        return {};
    }
}

TableModel::Headings SourceModel::headings() const
{
    constexpr Qt::AlignmentFlag kFigure = Qt::AlignRight;
    return {{tr("source")}, {tr("format")}, {tr("received"), kFigure}, {tr("classified"), kFigure},
        {tr("accuracy, %"), kFigure}, {tr("rejected"), kFigure}, {tr("latency p50, ms"), kFigure},
        {tr("state")}};
}

} // namespace iotbench::ui
