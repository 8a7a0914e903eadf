// What the original benchmark's program of the same role would print, made from how the run stands.
#pragma once

#include "run/run_snapshot.h"
#include "settings/settings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace iotbench {

// Loopback and receive speak as the original receiver, send as the original sender, worker says nothing.
// Times are wall clock, milliseconds since 1970; lines that were due since the last call carry the time of
// this one.
class OriginalProgram {
public:
    // `modelPath`: as the line about the loaded model shows it; "" without a model.
    OriginalProgram(const Settings& effective, std::string modelPath);

    bool speaksOnStandardOutput() const { return m_role == Role::Loopback || m_role == Role::Receive; }

    std::vector<std::string> atStart(std::int64_t unixMs) const;
    std::vector<std::string> at(const RunSnapshot& snapshot, std::int64_t unixMs);
    std::vector<std::string> atEnd(const RunResult& result, std::int64_t unixMs);

private:
    void sayReady(std::vector<std::string>& lines);
    void countUpTo(const ImageCounts& counts, std::int64_t unixMs, std::vector<std::string>& lines);

    Role m_role;
    Settings m_settings;
    std::string m_modelPath;
    bool m_readySaid = false;
    std::uint64_t m_interval; // images between two lines; 0 = none
    std::uint64_t m_said = 0; // images of the last such line
};

} // namespace iotbench
