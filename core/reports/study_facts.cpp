#include "reports/study_facts.h"

#include "base/exit_codes.h"

namespace iotbench {

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
