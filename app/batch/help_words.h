// What --help and the man page both say.
#pragma once

#include "settings/settings_table.h"

#include <span>
#include <string>
#include <string_view>

namespace iotbench {

inline constexpr std::string_view kPurpose
    = "iotbench measures how fast and how accurately this machine classifies a stream of labelled images.";

inline constexpr std::string_view kReading = "Roles in brackets are those that an option applies to; without "
                                             "brackets, all. Numbers are written plainly: "
                                             "1000, 2.5.";

inline constexpr std::string_view kExamples
    = "  An embedded sender and receiver, then a receiver and a sender for nc:\n"
      "    iotbench --batch -m resnet20 -i 1000 -t 10000\n"
      "    nc -lk 10000 | iotbench --batch --role receive -m resnet20 -r 1000\n"
      "    iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 10000\n"
      "  The same without nc, and a file of CIFAR-10 records sent to it:\n"
      "    iotbench --batch --role receive --listen 10000 -m resnet20\n"
      "    nc -N 127.0.0.1 10000 < test_batch.bin\n";

struct ExitCode {
    const char* code;
    const char* meaning;
};
std::span<const ExitCode> exitCodes();

// The row's sentence, its default, and the roles that it means something to where those are not all.
std::string sentencesOf(const Setting& setting);

} // namespace iotbench
