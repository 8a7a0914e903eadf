#include "reports/study_facts.h"

#include "base/exit_codes.h"
#include "reports/field_words.h"

namespace iotbench {

Judgement studyJudgement(std::string_view verdict)
{
    return fields::enumeratorOf<Judgement>(verdict).value_or(Judgement::Weak);
}

int searchExitCode(const StudyFacts& search, bool strict)
{
    if (search.answer == "stopped")
        return kExitInterrupted;
    if (search.answer == "failed")
        return kExitFailed;
    if (search.verdict == "INVALID" || (strict && search.verdict == "WEAK"))
        return kExitInvalid;
    return search.answer == "not accurate" ? kExitCriterionMissed : 0;
}

} // namespace iotbench
