#include "studies/held_load.h"

#include <algorithm>

namespace iotbench::studies {

double searchErrorPct(const HeldLoad& base, const HeldLoad& next)
{
    return base.weak || next.weak ? kWeakSearchErrorPct : kSearchErrorPct;
}

MetricDifference heldDifference(Metric metric, const HeldLoad& base, const HeldLoad& next)
{
    const double apart = 1 + searchErrorPct(base, next) / 100;
    const auto surelyMore = [apart](const HeldLoad& more, const HeldLoad& less) {
        return less.failsAt && more.holdsAt > apart * std::max(less.holdsAt, *less.failsAt);
    };
    MetricDifference row;
    row.metric = metric;
    row.base = base.holdsAt;
    row.next = next.holdsAt;
    row.baseFailsAt = base.failsAt;
    row.nextFailsAt = next.failsAt;
    row.difference = 100 * (next.holdsAt / base.holdsAt - 1);
    row.word = surelyMore(next, base) ? DifferenceWord::Higher
        : surelyMore(base, next)      ? DifferenceWord::Lower
                                      : DifferenceWord::NoneShown;
    return row;
}

} // namespace iotbench::studies
