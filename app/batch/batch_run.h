// One run, or the runs of a study, watched on the terminal.
#pragma once

#include "batch/output_options.h"
#include "settings/search_options.h"
#include "settings/settings_validation.h"

#include <string>

namespace iotbench {

// Prepares, runs and reports; standard output has the original program's lines (role worker: its own answers,
// role send without a connection: the stream), standard error everything else. Returns the exit code of the
// process. `asked`: what `settings` were made of.
int runHeadless(const EffectiveSettings& settings, const AskedSettings& asked, const OutputOptions& output);

// The same for a search, whose answer is the only line on standard output.
int searchHeadless(const EffectiveSettings& settings, const SearchGoal& goal, const OutputOptions& output);

// The same for several runs of one setting.
int repeatHeadless(const EffectiveSettings& settings, unsigned runs, const OutputOptions& output);

// Reports what a cluster answered, read from `file` ("-": standard input): verdict on standard error, nothing
// on standard output. Returns the exit code.
int reportAnswers(const EffectiveSettings& settings, const std::string& file, const OutputOptions& output);

} // namespace iotbench
