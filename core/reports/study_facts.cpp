#include "reports/study_facts.h"

#include "base/exit_codes.h"

namespace iotbench {

int searchExitCode(const StudyFacts& search, bool strict)
{
    if (search.answer == "stopped")
        return kExitInterrupted;
    if (search.answer == "failed")
        return kExitFailed;
    const bool invalid = search.verdict == "INVALID";
    if (search.answer == "not accurate" && !invalid)
        return kExitCriterionMissed;
    return invalid || (strict && search.verdict == "WEAK") ? kExitInvalid : 0;
}

} // namespace iotbench
