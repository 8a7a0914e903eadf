// Standard output for results, standard error for everything else, and one line of progress that gives way to
// both. Or, for programs that watch this one, events on standard error alone.
#pragma once

#include "batch/event_stream.h"
#include "batch/output_options.h"

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

enum class Colour : std::uint8_t { None, Green, Yellow, Red };

// What standard error can do.
struct TerminalAbilities {
    bool redraws = false; // a terminal: the progress line is drawn over and over
    bool colours = false; // the same, unless NO_COLOR is set to anything (no-color.org)

    static TerminalAbilities of(std::FILE* error);
};

// One thread.
class Terminal {
public:
    static constexpr double kPlainProgressS = 10; // between lines of progress that cannot be redrawn

    enum class Speaks : std::uint8_t { Text, Events };

    // `output`: null where something else has it, so that results are notes.
    Terminal(std::FILE* output, std::FILE* error, TerminalAbilities abilities, bool quiet,
        Speaks speaks = Speaks::Text);
    ~Terminal(); // takes the progress line away

    // Where events are spoken: what is told there in place of text. Null otherwise.
    EventStream* events() { return m_events ? &*m_events : nullptr; }

    void result(std::string_view line); // standard output; not where events are spoken
    void note(std::string_view line, Colour colour = Colour::None); // standard error
    void remark(std::string_view sentence); // the program's own words
    void warn(std::string_view sentence);
    // What went wrong, and with which exit code the program will end; returns that.
    int fail(std::string_view sentence, int exitCode);
    int failUsage(std::string_view sentence); // and where to read more
    // Standard error: drawn in place on a terminal, cut to its width; elsewhere a plain line every
    // kPlainProgressS. Not at all when quiet, or where events are spoken. nowS: seconds on any steady clock.
    void progress(std::string_view line, double nowS);
    void endProgress();
    // Passes on what is buffered. What went wrong with standard output so far, in words, once.
    std::optional<std::string> flush();

private:
    std::FILE* m_output;
    std::FILE* m_error;
    TerminalAbilities m_abilities;
    bool m_quiet;
    std::optional<EventStream> m_events; // Speaks::Events
    bool m_progressShown = false;
    std::optional<double> m_lastPlainS;
    int m_outputFault = 0; // errno of the first failure
};

// The streams of this process; standard error by a descriptor of its own, for an engine may send standard
// error nowhere while it reads a model in another thread.
Terminal standardTerminal(const OutputOptions& options, bool quiet = false);

} // namespace iotbench
