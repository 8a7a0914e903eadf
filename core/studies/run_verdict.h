// What a run says of itself, as far as studies look at it.
#pragma once

#include "statistics/verdict.h"

namespace iotbench::studies {

enum class RunVerdict { Valid, Weak, Invalid }; // from good to bad

constexpr RunVerdict runVerdict(Judgement judgement) // of the run as a whole
{
    return judgement == Judgement::Invalid ? RunVerdict::Invalid
        : judgement == Judgement::Weak     ? RunVerdict::Weak
                                           : RunVerdict::Valid;
}

constexpr Judgement judgementOf(RunVerdict verdict)
{
    return verdict == RunVerdict::Invalid ? Judgement::Invalid
        : verdict == RunVerdict::Weak     ? Judgement::Weak
                                          : Judgement::Valid;
}

inline RunVerdict worse(RunVerdict a, RunVerdict b)
{
    return a < b ? b : a;
}

} // namespace iotbench::studies
