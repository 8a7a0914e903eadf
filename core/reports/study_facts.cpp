#include "reports/study_facts.h"

namespace iotbench {

int searchExitCode(const StudyFacts& search, bool strict)
{
    if (search.answer == "stopped")
        return 130;
    if (search.answer == "failed")
        return 1;
    const bool invalid = search.verdict == "INVALID";
    if (search.answer == "not accurate" && !invalid)
        return 4;
    return invalid || (strict && search.verdict == "WEAK") ? 3 : 0;
}

} // namespace iotbench
