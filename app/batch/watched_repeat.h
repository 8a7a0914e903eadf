// Several runs of one setting as a user at the terminal sees them: a table that grows, and the answer in one
// line.
#pragma once

#include "batch/interrupt.h"
#include "batch/terminal.h"
#include "study_driver/repeat_study.h"

#include <cstddef>
#include <string>

namespace iotbench {

// The answer: "612 images/second ± 1.3 % (604 to 620, 5 runs): repeatable", … `setting`: what ran.
std::string repeatText(const studies::RepeatAnswer& answer, const std::string& setting);

// One thread; everything it is given outlives it.
class WatchedRepeat {
public:
    WatchedRepeat(RepeatStudy& study, Terminal& terminal, const Interrupt& interrupt);

    // Starts the study, stops it at the first signal, tells its answer on standard output. Returns the exit
    // code of the process.
    int watch();

private:
    void tellRows(const std::vector<RepeatedRun>& runs);
    void showProgress(const RepeatSnapshot& snapshot, double nowS);
    int conclude();

    RepeatStudy& m_study;
    Terminal& m_terminal;
    const Interrupt& m_interrupt;
    std::size_t m_told = 0; // rows
};

} // namespace iotbench
