#include "settings/settings_validation.h"

#include "settings/settings_table.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

namespace {

constexpr std::uint64_t kDefaultTotalImages = 100; // as the original's sender
constexpr unsigned kMostCameras = 10'000; // of a stream: two seconds of theirs are drawn at once

bool sends(Role role)
{
    return role == Role::Loopback || role == Role::Send;
}
bool classifies(Role role)
{
    return role != Role::Send;
}

} // namespace

// One pass over one set of settings: checks first, decisions last. The values are the effective ones in the
// making.
class SettingsValidation {
public:
    explicit SettingsValidation(const AskedSettings& asked)
        : m_asked(asked)
        , m_values(asked.values)
    {
    }

    ValidatedSettings run()
    {
        dropWhatMeansNothingToTheRole();
        checkRanges();
        checkModel();
        checkConnection();
        checkStandardOutput();
        checkParallelStreams();
        checkSending();
        checkBatches();
        checkCriteria();
        inOrderOfTheTable(m_issues.errors);
        inOrderOfTheTable(m_issues.warnings);
        if (m_issues.errors.empty()) {
            decide();
            m_issues.effective = EffectiveSettings(std::move(m_values), m_asked.values);
        }
        return std::move(m_issues);
    }

private:
    void error(const char* key, Marked reason, std::vector<Message::Argument> arguments = {})
    {
        m_issues.errors.push_back({key, {reason, std::move(arguments)}});
    }
    void warning(const char* key, Marked reason, std::vector<Message::Argument> arguments = {})
    {
        m_issues.warnings.push_back({key, {reason, std::move(arguments)}});
    }
    bool askedOnCommandLine(std::string_view key) const
    {
        const auto found = m_asked.asked.find(key);
        return found != m_asked.asked.end() && found->second == AskedIn::CommandLine;
    }

    // A configuration file may serve several roles, so what it says of others is passed over, with a word.
    void dropWhatMeansNothingToTheRole()
    {
        for (const Setting& setting : settingsTable()) {
            if (setting.appliesTo(m_values.role))
                continue;
            const std::string role(toString(m_values.role));
            if (askedOnCommandLine(setting.key))
                error(setting.key, TR("does not apply to --role %1, only to %2"),
                    {role, roleNames(setting.roles)});
            else if (m_asked.has(setting.key))
                warning(setting.key, TR("is passed over: it does not apply to --role %1"), {role});
            resetSetting(setting, m_values);
        }
    }

    void checkRanges()
    {
        for (const Setting& setting : settingsTable()) {
            if (std::optional<SettingIssue> issue = rangeIssue(setting, m_values))
                m_issues.errors.push_back(std::move(*issue));
        }
    }

    void checkModel()
    {
        if (classifies(m_values.role) && m_values.model.empty() && m_values.engine != kNullEngine)
            error("modelPath", TR("is required, but for --role send and --engine null; see --list-models"));
    }

    void checkConnection()
    {
        if (m_values.listen && m_values.connect)
            error("connect", TR("cannot be given together with --listen"));
        if (m_values.role == Role::Receive && askedOnCommandLine("linger") && !m_values.listen)
            error("linger", TR("applies only with --listen"));
        if (m_values.role == Role::Send && askedOnCommandLine("wait-timeout") && !m_values.listen)
            error("wait-timeout", TR("applies only with --listen"));
    }

    void checkStandardOutput()
    {
        if (m_values.csv != kStandardOutput)
            return;
        if (m_values.role == Role::Worker)
            error("csv", TR("cannot be -: standard output carries the worker's results"));
        if (m_values.role == Role::Send && !m_values.listen && !m_values.connect)
            error("csv", TR("cannot be -: standard output carries the images"));
    }

    void checkParallelStreams()
    {
        const bool standardStreams = !m_values.listen && !m_values.connect;
        if (m_values.role == Role::Send && m_values.streams > 1 && standardStreams)
            error("streams", TR("needs --connect or --listen: standard output carries one stream"));
        if (m_values.role == Role::Receive && m_values.senders > 1 && !m_values.listen)
            error("senders", TR("needs --listen: there is one sender without"));
        if (m_values.role == Role::Loopback && m_values.senders != m_values.streams) {
            if (m_asked.has("senders") && m_asked.has("streams"))
                error("senders", TR("is the same as --streams in loopback, got %1 and %2"),
                    {std::to_string(m_values.senders), std::to_string(m_values.streams)});
            else if (m_asked.has("senders"))
                m_values.streams = m_values.senders;
        }
        if (sends(m_values.role) && m_values.totalImages && *m_values.totalImages < m_values.streams)
            error("totalImages", TR("gives %1 to %2 streams, so that some would send nothing"),
                {std::to_string(*m_values.totalImages), std::to_string(m_values.streams)});
    }

    void checkSending()
    {
        if (m_values.imagesPerSecond == 0 && m_values.pacing != Pacing::Constant)
            error("pacing", TR("%1 needs a rate: --imagesPerSec max has no schedule"),
                {std::string(toString(m_values.pacing))});
        checkCameras();
        const WireFormat format = m_values.format.value_or(WireFormat::Keras);
        if (m_values.subtractMean.value_or(false) && !carriesFloats(format))
            error("subtractMean",
                TR("applies to --format keras only: %1 carries bytes, and the receiver subtracts"),
                {std::string(toString(format))});
    }

    void checkCameras()
    {
        const bool cameras = m_values.pacing == Pacing::Cameras;
        if (!cameras && askedOnCommandLine("camera-rate"))
            warning("camera-rate", TR("is passed over: it applies only with --pacing cameras"));
        const double each = m_values.imagesPerSecond / m_values.streams / m_values.cameraRatePerS;
        const bool whole = each >= 0.5 && std::abs(each - std::round(each)) <= 1e-6;
        if (cameras && m_values.imagesPerSecond > 0 && (!whole || each > kMostCameras))
            error("imagesPerSec",
                TR("is a multiple of --camera-rate in each stream with --pacing cameras: up to %1 cameras"),
                {kMostCameras});
    }

    void checkBatches()
    {
        if (m_values.batchSize > m_values.queue && m_asked.has("batch-size"))
            error("batch-size",
                TR("cannot be larger than --queue: a batch of %1 never waits in a queue of %2"),
                {std::to_string(m_values.batchSize), std::to_string(m_values.queue)});
    }

    void checkCriteria()
    {
        if (m_values.minAccuracyPct && m_values.engine == kNullEngine)
            error("min-accuracy", TR("cannot be judged with --engine null, whose answers mean nothing"));
        const bool limited = sends(m_values.role) && m_values.imagesPerSecond > 0;
        if (limited && m_values.requireRatePerS && *m_values.requireRatePerS > m_values.imagesPerSecond)
            warning("require-rate", TR("is more than --imagesPerSec offers, so that it will be missed"));
    }

    void decide()
    {
        Settings& v = m_values;
        if (sends(v.role)) {
            if (!v.totalImages && v.durationS == 0)
                v.totalImages = kDefaultTotalImages;
            if (!v.format)
                v.format = WireFormat::Keras;
            if (!carriesFloats(*v.format) || (v.role == Role::Send && !v.subtractMean))
                v.subtractMean = false;
        }
        if (v.listen && v.listen->host.empty())
            v.listen->host = "127.0.0.1";
        if (v.role == Role::Loopback)
            v.senders = v.streams;
        if (v.quiet && !m_asked.has("reportingInterval"))
            v.reportingInterval = 0;
        if (v.role == Role::Loopback || v.role == Role::Worker)
            v.idleTimeoutS = 0;
        if (classifies(v.role)) {
            v.batchSize = std::min(v.batchSize, v.queue); // 0 stays open
            if (v.model.empty() && !v.normalise)
                v.normalise = Normalisation::Unit;
        }
    }

    // Each setting once, with the first that was said of it. (Iterators rather than ranges: Clang 14 cannot
    // compile libstdc++'s subranges.)
    static void inOrderOfTheTable(std::vector<SettingIssue>& issues)
    {
        const auto row = [](const SettingIssue& issue) { return findSetting(issue.key); }; // of one array
        std::stable_sort(issues.begin(), issues.end(),
            [row](const SettingIssue& a, const SettingIssue& b) { return row(a) < row(b); });
        const auto repeated = std::unique(issues.begin(), issues.end(),
            [](const SettingIssue& a, const SettingIssue& b) { return a.key == b.key; });
        issues.erase(repeated, issues.end());
    }

    const AskedSettings& m_asked;
    Settings m_values;
    ValidatedSettings m_issues;
};

ValidatedSettings validateSettings(const AskedSettings& asked)
{
    return SettingsValidation(asked).run();
}

EffectiveSettings EffectiveSettings::withNormalisation(Normalisation normalise, bool subtractMean) const
{
    EffectiveSettings decided = *this;
    if (!decided.m_values.normalise)
        decided.m_values.normalise = normalise;
    if (!decided.m_values.subtractMean)
        decided.m_values.subtractMean = subtractMean;
    return decided;
}

EffectiveSettings EffectiveSettings::withoutEnd() const
{
    EffectiveSettings decided = *this;
    for (Settings* values : {&decided.m_values, &decided.m_requested}) {
        values->totalImages.reset();
        values->durationS = 0;
    }
    return decided;
}

EffectiveSettings EffectiveSettings::withLoad(const LoadOfRun& load) const
{
    EffectiveSettings decided = withoutEnd();
    for (Settings* values : {&decided.m_values, &decided.m_requested}) {
        values->imagesPerSecond = load.imagesPerSecond;
        values->pacing = load.pacing;
        values->seed = load.seed;
        values->report = load.report;
        values->force = load.force;
        values->csv.clear();
    }
    return decided;
}

EffectiveSettings EffectiveSettings::withSeed(std::uint64_t seed, const std::string& report) const
{
    EffectiveSettings decided = *this;
    for (Settings* values : {&decided.m_values, &decided.m_requested}) {
        values->seed = seed;
        values->report = report;
        values->csv.clear();
    }
    return decided;
}

EffectiveSettings EffectiveSettings::withEngine(
    const std::string& engine, unsigned workers, unsigned batchSize) const
{
    EffectiveSettings decided = *this;
    Settings& values = decided.m_values;
    if (values.engine == kAutoEngine)
        values.engine = engine;
    if (values.workers == 0)
        values.workers = workers;
    if (values.batchSize == 0)
        values.batchSize = batchSize;
    return decided;
}

} // namespace iotbench
