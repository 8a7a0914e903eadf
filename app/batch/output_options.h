// How the terminal is told, and programs that watch it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace iotbench {

inline constexpr const char* kEventsWord = "jsonl"; // of --progress

struct OutputOptions {
    std::string progress; // "text" or "jsonl"; "" = text
    std::string json; // where the report or the comparison goes as JSON; "" = nowhere, "-" = standard output
    std::string html; // where the data sheet goes; "" = nowhere
    bool table = false; // standard output is that of --csv -

    // Standard error then has events (batch/event_stream.h) and nothing else, standard output no text.
    bool tellsEvents() const;
};

// What an option writes, and where: "" = nowhere, "-" = standard output.
struct AskedOutput {
    std::string_view option;
    std::string_view file;
};

// The usage error, in English, where two write to one place, on which at best the later text would be left,
// or one into the files of --report's folder ("" = none); "" = none.
std::string twoOnOnePlace(std::span<const AskedOutput> outputs, const std::string& reportFolder);

// What can be told of them from arguments that may be wrong elsewhere: whoever reads events gets the mistake
// as one.
OutputOptions outputOptionsIn(std::span<const std::string> arguments);

} // namespace iotbench
