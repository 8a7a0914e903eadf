// A file that an option asks for.
#pragma once

#include "base/result.h"
#include "reports/output_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

// Opened before anything is measured or read, so that a mistake in its name is told at once.
class AskedFile {
public:
    // `path`: "" = none, "-" = standard output.
    static Result<AskedFile> open(const std::string& path);

    bool asked() const { return m_file || m_standardOutput; }
    void begin(std::string_view bytes); // that stand there until write(); not on standard output
    std::optional<Error> write(std::string_view bytes); // all of it; call once

private:
    std::optional<OutputFile> m_file;
    bool m_standardOutput = false;
};

} // namespace iotbench
