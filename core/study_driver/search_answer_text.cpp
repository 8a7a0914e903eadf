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

    std::string sentence() const
    {
        const std::string& answer = m_facts.answer;
        if (answer == "not accurate")
            return "No load holds: the model is not accurate enough" + accuracyWords();
        if (answer == "stopped")
            return m_facts.holdsAt > 0 ? "Stopped: " + holds("so far ") + limit() + fails() : "Stopped";
        if (answer == "between" && m_facts.holdsAt > 0)
            return capital(holds("at least ")) + limit() + fails() + ", and what lies between is not known";
        if (answer == "between")
            return "No answer" + limit() + ": other programs interfered with every probe";
        if (answer == "at least")
            return capital(holds("at least ")) + limit() + "; the sender could not offer more";
        if (m_facts.holdsAt > 0)
            return capital(holds("")) + limit() + fails();
        return (cameras() ? "Serves no camera" + ofRate() : "Holds not even 1 image/second") + limit()
            + lowestWords();
    }

private:
    bool cameras() const { return m_facts.find == "cameras"; }

    std::string ofRate() const
    {
        return " of " + shortText(m_facts.cameraRatePerS.value_or(0), 3) + " images/second";
    }
    std::string load(double value) const { return cameras() ? fixedText(value, 0) : rateText(value); }
    std::string holds(const std::string& how) const
    {
        if (!cameras())
            return "holds " + how + load(m_facts.holdsAt) + " images/second";
        return "serves " + how + load(m_facts.holdsAt) + (m_facts.holdsAt == 1 ? " camera" : " cameras")
            + ofRate();
    }
    std::string limit() const { return " with p99 within " + fixedText(m_facts.maxP99Ms, 1) + " ms"; }
    std::string fails() const
    {
        if (!m_facts.failsAt)
            return "";
        return " (" + load(*m_facts.failsAt)
            + (cameras() && *m_facts.failsAt != 1 ? " do not)" : " does not)");
    }
    std::string accuracyWords() const
    {
        const auto last = std::find_if(m_probes.rbegin(), m_probes.rend(),
            [](const Probe& probe) { return probe.accuracy.has_value(); });
        return last == m_probes.rend() ? "" : ", with " + percentText(*last->accuracy) + " % correct";
    }
    // What the lowest load took.
    std::string lowestWords() const
    {
        const Probe* lowest = nullptr;
        for (const Probe& probe : m_probes)
            if (probe.p99Ms && (!lowest || probe.request.load <= lowest->request.load))
                lowest = &probe;
        return lowest
            ? ": " + load(lowest->request.load) + " has a p99 of " + fixedText(*lowest->p99Ms, 1) + " ms"
            : "";
    }
    static std::string capital(std::string text)
    {
        text.front() = text.front() == 'h' ? 'H' : 'S';
        return text;
    }

    const StudyFacts& m_facts;
    std::span<const Probe> m_probes;
};

} // namespace

std::string answerText(const StudyFacts& facts, std::span<const Probe> probes, const RunInputs& inputs)
{
    const std::string engine
        = inputs.engine->name() + " " + std::string(toString(inputs.settings->precision));
    return AnswerWords(facts, probes).sentence() + "; " + (inputs.model ? inputs.model->name + ", " : "")
        + engine;
}

} // namespace iotbench
