#include "batch/terminal.h"

#include "base/exit_codes.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace iotbench {
namespace {

constexpr std::string_view kBackToEmptyLine = "\r\033[K";

std::string_view escapeOf(Colour colour)
{
    switch (colour) {
    case Colour::Green:
        return "\033[32m";
    case Colour::Yellow:
        return "\033[33m";
    case Colour::Red:
        return "\033[31m";
    case Colour::None:
        break;
    }
    return "";
}

// False where it could not be buffered or written.
bool put(std::FILE* file, std::string_view text)
{
    return std::fwrite(text.data(), 1, text.size(), file) == text.size();
}

std::size_t widthOf(std::FILE* file)
{
    constexpr std::size_t kUsual = 80;
    winsize size{};
    const bool known = ioctl(fileno(file), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : kUsual;
}

// stderr itself where there is no descriptor to be had.
std::FILE* ownStandardError()
{
    const int descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    std::FILE* const file = descriptor < 0 ? nullptr : fdopen(descriptor, "w");
    if (!file) {
        if (descriptor >= 0)
            close(descriptor);
        return stderr;
    }
    std::setvbuf(file, nullptr, _IONBF, 0);
    return file;
}

} // namespace

TerminalAbilities TerminalAbilities::of(std::FILE* error)
{
    const char* const kind = std::getenv("TERM");
    const bool redraws = isatty(fileno(error)) != 0 && kind && std::strcmp(kind, "dumb") != 0;
    const char* const noColour = std::getenv("NO_COLOR");
    return {redraws, redraws && (!noColour || *noColour == '\0')};
}

Terminal::Terminal(
    std::FILE* output, std::FILE* error, TerminalAbilities abilities, bool quiet, Speaks speaks)
    : m_output(output)
    , m_error(error)
    , m_abilities(abilities)
    , m_quiet(quiet)
{
    if (speaks == Speaks::Events)
        m_events.emplace(error);
}

Terminal::~Terminal()
{
    endProgress();
}

void Terminal::result(std::string_view line)
{
    if (!m_output)
        return note(line);
    endProgress();
    if ((!put(m_output, line) || !put(m_output, "\n")) && m_outputFault == 0)
        m_outputFault = errno;
}

void Terminal::note(std::string_view line, Colour colour)
{
    if (m_events)
        return m_events->tell(NoteEvent{std::string(line)});
    endProgress();
    const bool coloured = m_abilities.colours && colour != Colour::None;
    if (coloured)
        put(m_error, escapeOf(colour));
    put(m_error, line);
    put(m_error, coloured ? "\033[0m\n" : "\n");
}

void Terminal::remark(std::string_view sentence)
{
    note(m_events ? std::string(sentence) : "iotbench: " + std::string(sentence));
}

void Terminal::warn(std::string_view sentence)
{
    if (m_events)
        m_events->tell(WarningEvent{std::string(sentence)});
    else
        note("iotbench: warning: " + std::string(sentence), Colour::Yellow);
}

int Terminal::fail(std::string_view sentence, int exitCode)
{
    if (m_events)
        m_events->tell(ErrorEvent{std::string(sentence), exitCode});
    else
        note("iotbench: " + std::string(sentence), Colour::Red);
    return exitCode;
}

int Terminal::failUsage(std::string_view sentence)
{
    if (m_events)
        return fail(sentence, kExitUsage);
    note("iotbench: " + std::string(sentence) + "\nTry 'iotbench --help'.");
    return kExitUsage;
}

void Terminal::progress(std::string_view line, double nowS)
{
    if (m_quiet || m_events)
        return;
    if (m_abilities.redraws) {
        put(m_error, kBackToEmptyLine);
        put(m_error, line.substr(0, widthOf(m_error) - 1)); // in the last column some terminals wrap
        m_progressShown = true;
        std::fflush(m_error);
        return;
    }
    if (!m_lastPlainS)
        m_lastPlainS = nowS;
    if (nowS - *m_lastPlainS >= kPlainProgressS) {
        m_lastPlainS = nowS;
        note(line);
    }
}

void Terminal::endProgress()
{
    if (m_progressShown)
        put(m_error, kBackToEmptyLine);
    m_progressShown = false;
}

Terminal standardTerminal(const OutputOptions& options, bool quiet)
{
    static std::FILE* const error = ownStandardError(); // as long as the process
    return Terminal(options.table ? nullptr : stdout, error, TerminalAbilities::of(error), quiet,
        options.tellsEvents() ? Terminal::Speaks::Events : Terminal::Speaks::Text);
}

std::optional<std::string> Terminal::flush()
{
    std::fflush(m_error);
    if (m_output && std::fflush(m_output) != 0 && m_outputFault == 0)
        m_outputFault = errno;
    if (m_outputFault == 0)
        return std::nullopt;
    std::string fault = std::string("cannot write standard output: ") + std::strerror(m_outputFault);
    m_outputFault = 0;
    return fault;
}

} // namespace iotbench
