// A search as a user at the terminal sees it: a table of probes that grows, and the answer in one line.
#pragma once

#include "batch/interrupt.h"
#include "batch/terminal.h"
#include "study_driver/search_study.h"

#include <cstddef>

namespace iotbench {

// One thread; everything it is given outlives it.
class WatchedSearch {
public:
    WatchedSearch(SearchStudy& study, Terminal& terminal, const Interrupt& interrupt);

    // Starts the search, stops it at the first signal, tells its answer on standard output. Returns the exit
    // code of the process.
    int watch();

private:
    void tellRows(const std::vector<Probe>& probes);
    int conclude();

    SearchStudy& m_study;
    Terminal& m_terminal;
    const Interrupt& m_interrupt;
    std::size_t m_told = 0; // rows
};

} // namespace iotbench
