// What a run says of itself, as far as studies look at it.
#pragma once

namespace iotbench::studies {

enum class RunVerdict { Valid, Weak, Invalid }; // from good to bad

inline RunVerdict worse(RunVerdict a, RunVerdict b)
{
    return a < b ? b : a;
}

} // namespace iotbench::studies
