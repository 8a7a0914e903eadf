// What a peer sends after its end mark: counted, not kept.
#pragma once

#include "stream/ends.h"

#include <span>

namespace iotbench {

class Remainder {
public:
    void add(std::span<const char> bytes);

    const AfterEndMark& soFar() const { return m_soFar; }
    bool goesOn() const { return m_goesOn; } // there is more to it than line ends

private:
    AfterEndMark m_soFar;
    bool m_goesOn = false;
    bool m_lineHolds = false; // the line that is not complete has more than a carriage return
};

} // namespace iotbench
