// Standard output for results, standard error for everything else, and one line of progress that gives way to
// both.
#pragma once

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

    Terminal(std::FILE* output, std::FILE* error, TerminalAbilities abilities, bool quiet);
    ~Terminal(); // takes the progress line away

    void result(std::string_view line); // standard output
    void note(std::string_view line, Colour colour = Colour::None); // standard error
    // Standard error: drawn in place on a terminal, cut to its width; elsewhere a plain line every
    // kPlainProgressS. Not at all when quiet. nowS: seconds on any steady clock.
    void progress(std::string_view line, double nowS);
    void endProgress();
    // Passes on what is buffered. What went wrong with standard output so far, in words, once.
    std::optional<std::string> flush();

private:
    std::FILE* m_output;
    std::FILE* m_error;
    TerminalAbilities m_abilities;
    bool m_quiet;
    bool m_progressShown = false;
    std::optional<double> m_lastPlainS;
    int m_outputFault = 0; // errno of the first failure
};

} // namespace iotbench
