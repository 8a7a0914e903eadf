#include "study_driver/search_answer_text.h"

#include "settings/settings_table.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

namespace {

class AnswerWords {
public:
    AnswerWords(const StudyFacts& facts, std::span<const Probe> probes)
        : m_facts(facts)
        , m_probes(probes)
    {
    }

    Message sentence() const
    {
        const std::string& answer = m_facts.answer;
        const bool holds = m_facts.holdsAt > 0;
        if (answer == "not accurate")
            return {TR("No load holds: the model is not accurate enough%1"), {accuracyWords()}};
        if (answer == "stopped" && !holds)
            return TR("Stopped");
        if (answer == "stopped")
            return withLoad(cameras() ? TR("Stopped: serves so far %1 with p99 within %2 ms%3")
                                      : TR("Stopped: holds so far %1 with p99 within %2 ms%3"));
        if (answer == "between" && !holds && disturbedAtLast())
            return {TR("No answer with p99 within %1 ms: other programs interfered too much"), {limit()}};
        if (answer == "between" && !holds)
            return {TR("No answer with p99 within %1 ms: no load held twice in %2 probes"),
                {limit(), m_facts.probes}};
        if (answer == "between")
            return {TR("%1, and what lies between is not known"), {atLeast()}};
        if (answer == "at least")
            return {TR("%1; the sender could not offer more"), {atLeast()}};
        if (holds)
            return withLoad(
                cameras() ? TR("Serves %1 with p99 within %2 ms%3") : TR("Holds %1 with p99 within %2 ms%3"));
        if (cameras())
            return {TR("Serves no camera of %1 images/second with p99 within %2 ms%3"),
                {cameraRate(), limit(), lowestWords()}};
        return {TR("Holds not even 1 image/second with p99 within %1 ms%2"), {limit(), lowestWords()}};
    }

private:
    bool cameras() const { return m_facts.countsCameras(); }
    std::string cameraRate() const { return shortText(m_facts.cameraRatePerS.value_or(0), 3); }
    std::string limit() const { return limitText(m_facts.maxP99Ms); }
    std::string load(double value) const { return plainLoad(m_facts, value); }
    bool disturbedAtLast() const
    {
        return !m_probes.empty() && m_probes.back().state.end == studies::ProbeEnd::Disturbed;
    }

    Message withLoad(Marked text) const { return {text, {holding(), limit(), failing()}}; }
    Message atLeast() const
    {
        return withLoad(cameras() ? TR("Serves at least %1 with p99 within %2 ms%3")
                                  : TR("Holds at least %1 with p99 within %2 ms%3"));
    }
    Message holding() const
    {
        if (!cameras())
            return {TR("%1 images/second"), {load(m_facts.holdsAt)}};
        return {
            m_facts.holdsAt == 1 ? TR("%1 camera of %2 images/second") : TR("%1 cameras of %2 images/second"),
            {load(m_facts.holdsAt), cameraRate()}};
    }
    Message failing() const
    {
        if (!m_facts.failsAt)
            return {};
        return {cameras() && *m_facts.failsAt != 1 ? TR(" (%1 do not)") : TR(" (%1 does not)"),
            {load(*m_facts.failsAt)}};
    }
    Message accuracyWords() const
    {
        const auto last = std::find_if(m_probes.rbegin(), m_probes.rend(),
            [](const Probe& probe) { return probe.accuracy.has_value(); });
        return last == m_probes.rend() ? Message()
                                       : Message(TR(", with %1 % correct"), {percentText(*last->accuracy)});
    }
    // What the lowest load took.
    Message lowestWords() const
    {
        const Probe* lowest = nullptr;
        for (const Probe& probe : m_probes)
            if (probe.p99Ms && (!lowest || probe.request.load <= lowest->request.load))
                lowest = &probe;
        return lowest ? Message(
                   TR(": %1 has a p99 of %2 ms"), {load(lowest->request.load), fixedText(*lowest->p99Ms, 1)})
                      : Message();
    }

    const StudyFacts& m_facts;
    std::span<const Probe> m_probes;
};

} // namespace

std::string limitText(double ms)
{
    const std::string text = shortText(ms, 6);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

std::string plainLoad(const StudyFacts& facts, double load)
{
    return facts.countsCameras() ? fixedText(load, 0) : rateText(load);
}

Message answerMessage(const StudyFacts& facts, std::span<const Probe> probes)
{
    return AnswerWords(facts, probes).sentence();
}

std::string answerText(const StudyFacts& facts, std::span<const Probe> probes, const RunInputs& inputs)
{
    const std::string engine
        = inputs.engine->name() + " " + std::string(toString(inputs.settings->precision));
    return answerMessage(facts, probes).english() + "; " + (inputs.model ? inputs.model->name + ", " : "")
        + engine;
}

Message headroomMessage(const StudyFacts& facts, std::uint64_t cameras)
{
    const auto wanted = static_cast<double>(cameras);
    if (facts.find != "cameras" || cameras == 0)
        return {};
    if (wanted <= facts.holdsAt) {
        const auto spare = static_cast<int>(100 * (facts.holdsAt - wanted) / facts.holdsAt);
        const bool more = facts.answer != "serves";
        return {more ? TR("You asked for %1: at least %2 % to spare") : TR("You asked for %1: %2 % to spare"),
            {cameras, spare}};
    }
    if (facts.failsAt && *facts.failsAt <= wanted)
        return {TR("You asked for %1: more than this machine serves"), {cameras}};
    return {};
}

} // namespace iotbench
