#include "ui/capacity/probe_model.h"

#include "ui/base/figures.h"
#include "ui/capacity/capacity_text.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace iotbench::ui {
namespace {

using studies::FailReason;
using studies::ProbeEnd;
using studies::ProbePurpose;

struct ProbeText {
    Q_DECLARE_TR_FUNCTIONS(ProbeModel)
};

struct MarkWords {
    ProbeMark mark;
    const char* sign;
    const char* words;
    std::optional<DataColour> colour;
};

constexpr std::array kMarks = std::to_array<MarkWords>({
    {ProbeMark::Guess, "", QT_TRANSLATE_NOOP("ProbeModel", "first guess"), {}},
    {ProbeMark::Holds, "✓ ", QT_TRANSLATE_NOOP("ProbeModel", "holds"), DataColour::Right},
    {ProbeMark::Fails, "✗ ", QT_TRANSLATE_NOOP("ProbeModel", "fails"), DataColour::Wrong},
    {ProbeMark::NotCounted, "○ ", QT_TRANSLATE_NOOP("ProbeModel", "not counted"), DataColour::Caution},
    {ProbeMark::Dropped, "○ ", QT_TRANSLATE_NOOP("ProbeModel", "dropped"), DataColour::Caution},
    {ProbeMark::Running, "◉ ", QT_TRANSLATE_NOOP("ProbeModel", "running"), DataColour::Value},
});

const MarkWords& wordsOfMark(ProbeMark mark)
{
    return *std::ranges::find(kMarks, mark, &MarkWords::mark);
}

} // namespace

QString outcomeWords(ProbeMark mark)
{
    return QString::fromUtf8(wordsOfMark(mark).sign) + ProbeText::tr(wordsOfMark(mark).words);
}

std::optional<DataColour> colourOf(ProbeMark mark)
{
    return wordsOfMark(mark).colour;
}

QString whyWords(const Probe& probe)
{
    const studies::ProbeState& state = probe.state;
    const QString counted = durationText(state.countedS);
    if (probe.stopped)
        return ProbeText::tr("stopped by the user");
    if (probe.request.purpose == ProbePurpose::UpperGuess)
        return ProbeText::tr("as fast as it can, %1").arg(counted);
    QStringList parts;
    if (probe.request.purpose == ProbePurpose::Confirm)
        parts << ProbeText::tr("confirming");
    else if (probe.request.purpose == ProbePurpose::FailsAgain)
        parts << ProbeText::tr("fails at, again");
    if (state.end == ProbeEnd::Disturbed)
        parts << ProbeText::tr("interference, %1 left out").arg(durationText(state.leftOutS));
    else if (state.end == ProbeEnd::SenderLimited)
        parts << ProbeText::tr("the sender was late");
    else {
        parts << (probe.fullLength ? ProbeText::tr("full length, %1").arg(counted)
                                   : ProbeText::tr("decided early, after %1").arg(counted));
        if (state.nearLimit)
            parts << ProbeText::tr("near the limit");
        if (state.reason == FailReason::BacklogGrew)
            parts << ProbeText::tr("the backlog grew");
        else if (state.reason == FailReason::ImagesLost)
            parts << ProbeText::tr("images lost or rejected");
        if (state.leftOutS > 0)
            parts << ProbeText::tr("%1 left out for interference").arg(durationText(state.leftOutS));
    }
    return joined(parts);
}

ProbeModel::Row ProbeModel::rowOf(std::size_t number, const Probe& probe) const
{
    const bool guess = probe.request.purpose == ProbePurpose::UpperGuess;
    const ProbeMark mark = markOf(probe);
    return {{wholeText(number), guess ? notKnown() : loadText(m_state.goal, probe.request.load),
                rateText(guess ? probe.imagesPerS : m_state.goal.imagesPerS(probe.request.load)),
                millisecondsText(probe.p99Ms),
                rangeText(probe.p99Interval.low, probe.p99Interval.high, &millisecondsText),
                outcomeWords(mark), whyWords(probe)},
        colourOf(mark)};
}

ProbeModel::Row ProbeModel::runningRow() const
{
    const studies::ProbeRequest& request = *m_state.now;
    const bool guess = request.purpose == ProbePurpose::UpperGuess;
    const auto p99 = m_state.run && !guess ? m_state.run->rollingLatencyP99Ms : std::nullopt;
    return {{wholeText(m_state.probes.size()), guess ? notKnown() : loadText(m_state.goal, request.load),
                guess ? notKnown() : rateText(m_state.goal.imagesPerS(request.load)), millisecondsText(p99),
                notKnown(), outcomeWords(ProbeMark::Running),
                guess ? tr("as fast as it can")
                      : tr("%1 of %2 at most")
                            .arg(durationText(m_state.goneS()),
                                durationText(planOf(m_state.goal, request).fullLengthS()))},
        colourOf(ProbeMark::Running)};
}

// Their loads depend on what comes before: they stand together by what they are for.
void ProbeModel::addToCome(std::vector<Row>& rows) const
{
    if (m_state.over() || !m_state.forecast)
        return;
    std::size_t searching = m_state.forecast->searching, confirming = m_state.forecast->confirming;
    if (m_state.now && m_state.now->purpose == ProbePurpose::Search && searching > 0)
        --searching; // it has a row
    else if (m_state.now && confirming > 0)
        --confirming;
    std::size_t next = m_state.probes.size() + (m_state.now ? 1 : 0);
    const auto add = [&](std::size_t count, const QString& why) {
        if (count == 0)
            return;
        const QString first = wholeText(next), last = wholeText(next + count - 1);
        rows.push_back({{count == 1 ? first : first + u'–' + last, notKnown(), notKnown(), notKnown(),
                            notKnown(), tr("to come"), why},
            {}});
        next += count;
    };
    add(searching, tr("to close in on the limit"));
    add(confirming, tr("to confirm the answer"));
}

std::vector<ProbeModel::Row> ProbeModel::rowsOf(const CapacityState& state) const
{
    std::vector<Row> rows;
    rows.reserve(state.probes.size() + 3);
    for (std::size_t i = 0; i < state.probes.size(); ++i)
        rows.push_back(rowOf(i, state.probes[i]));
    if (state.now)
        rows.push_back(runningRow());
    addToCome(rows);
    return rows;
}

void ProbeModel::show(const CapacityState& state)
{
    m_state = state;
    m_marked = static_cast<int>(state.probes.size()) + (state.now ? 1 : 0);
    std::vector<Row> next = rowsOf(state);
    changeRows(next.size(), [&] { m_rows = std::move(next); });
}

QVariant ProbeModel::more(std::size_t row, int column, int role) const
{
    const std::optional<DataColour> colour = m_rows[row].colour;
    const QPalette palette = QGuiApplication::palette();
    switch (role) {
    case Qt::ToolTipRole:
        return text(row, column);
    case Qt::ForegroundRole:
        if (!colour)
            return remarkColour(palette);
        return column == Outcome ? QVariant(dataColour(*colour, palette)) : QVariant();
    case Qt::FontRole:
        if (colour && (column == Load || column == Outcome)) {
            QFont bold = QGuiApplication::font();
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

TableModel::Headings ProbeModel::headings() const
{
    constexpr Qt::AlignmentFlag kFigure = Qt::AlignRight;
    return {{QStringLiteral("#"), kFigure}, {tr("Cameras"), kFigure}, {tr("Images/s"), kFigure},
        {tr("p99, ms"), kFigure}, {tr("95 % interval"), kFigure}, {tr("Outcome")}, {tr("Why it ended")}};
}

} // namespace iotbench::ui
