// ONNX Runtime: fp32 and int8 on the CPU, and whatever other devices its library was built for.
#include "engines/engine.h"
#include "engines/onnxruntime/devices.h"
#include "engines/onnxruntime/onnxruntime_model.h"
#include "engines/onnxruntime/ort_api.h"

#include <cstdlib>
#include <fcntl.h>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace iotbench::engines {
namespace {

// What the library would write to the terminal; the reasons of failures come with their status as well.
void swallow(void*, OrtLoggingLevel, const char*, const char*, const char*, const char*) { }

// A node of the type QuantizeLinear, or of QLinearConv as older tools make: the field op_type (4) of ONNX's
// NodeProto is these bytes in the file. Weights alone stored in 8 bits do not make a convolution compute in
// int8.
bool isQuantised(std::span<const std::uint8_t> onnx)
{
    const std::string_view file(reinterpret_cast<const char*>(onnx.data()), onnx.size());
    return file.find("\x22\x0EQuantizeLinear") != std::string_view::npos
        || file.find("\x22\x0BQLinearConv") != std::string_view::npos;
}

void checkPrecision(const ModelSource& source, Precision precision)
{
    if (precision != Precision::Fp32 && precision != Precision::Int8) {
        throw Refusal(TR("engine onnxruntime computes in fp32 and int8 only"));
    }
    const bool quantised = isQuantised(source.bytes);
    if (precision == Precision::Int8 && !quantised) {
        throw Refusal(
            TR("model %1 is not quantised, so it cannot run in int8: take a model whose card has an int8 "
               "variant (--list-models), or quantise it (models/train/quantise.py)"),
            {source.name});
    }
    if (precision != Precision::Int8 && quantised) {
        throw Refusal(TR("model %1 is quantised: ask for --precision int8"), {source.name});
    }
}

// While it lives, standard error leads nowhere: Debian's library tells it of every operator that it registers
// a second time, when it reads its first model.
class SilentError {
public:
    SilentError()
        : m_before(dup(STDERR_FILENO))
    {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDERR_FILENO);
        close(nowhere);
    }
    ~SilentError()
    {
        dup2(m_before, STDERR_FILENO);
        close(m_before);
    }
    SilentError(const SilentError&) = delete;
    SilentError& operator=(const SilentError&) = delete;

private:
    const int m_before;
};

// The library as it comes from PyPI tells Microsoft of each process, and keeps a number for the user, unless
// one of these stands in the environment when it starts; which, depends on its release
// (https://github.com/microsoft/onnxruntime, pull requests 27379 and 29843).
void forbidTelemetry()
{
    for (const char* const name : {"ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"}) {
        setenv(name, "1", 1);
    }
}

class OnnxruntimeEngine final : public Engine {
public:
    OnnxruntimeEngine()
        : m_environment(made<OrtEnv>(
            ort().CreateEnvWithCustomLogger, swallow, nullptr, ORT_LOGGING_LEVEL_FATAL, "iotbench"))
        , m_devices(ortDevices())
    {
    }

    std::string name() const override { return "onnxruntime"; }
    std::string version() const override { return OrtGetApiBase()->GetVersionString(); }
    std::vector<Precision> precisions() const override { return {Precision::Fp32, Precision::Int8}; }

    std::vector<std::string> devices() const override
    {
        std::vector<std::string> usable;
        for (const OrtDevice& device : m_devices) {
            if (device.reason.empty()) {
                usable.push_back(device.name);
            }
        }
        return usable;
    }

    std::vector<UnusableDevice> unusableDevices() const override
    {
        std::vector<UnusableDevice> unusable;
        for (const OrtDevice& device : m_devices) {
            if (!device.reason.empty()) {
                unusable.push_back({device.name, device.reason});
            }
        }
        return unusable;
    }

    CompileResult compile(const ModelSource& source, const CompileOptions& options) noexcept override
    {
        CompileResult result;
        result.error = guarded([&] {
            if (source.format != ModelFormat::Onnx) {
                throw Refusal(TR("engine onnxruntime reads ONNX models only"));
            }
            checkDevice(options.device);
            checkPrecision(source, options.precision);
            Owned<OrtSession> session = load(source, options.device);
            ModelEnds ends = endsOf(*session, source.name);
            auto model = std::make_unique<OnnxruntimeModel>(
                std::move(session), std::move(ends), source, whatRuns(options));
            SessionResult trial = model->createSession(model->leastBatch());
            if (!trial.session) {
                throw Refusal(TR("model %1 does not run: %2"), {source.name, trial.error});
            }
            result.model = std::move(model);
        });
        return result;
    }

private:
    void checkDevice(const std::string& asked) const
    {
        std::string usable;
        for (const OrtDevice& device : m_devices) {
            if (device.name == asked && device.reason.empty()) {
                return;
            }
            if (device.name == asked) {
                throw Refusal(TR("device %1 cannot be used: %2"), {asked, device.reason});
            }
            if (device.reason.empty()) {
                usable += (usable.empty() ? "" : ", ") + device.name;
            }
        }
        throw Refusal(TR("engine onnxruntime has no device \"%1\" here, only %2"), {asked, usable});
    }

    // One thread, the one that calls: as many images are in work at the same time as this program has
    // workers.
    Owned<OrtSession> load(const ModelSource& source, const std::string& device) const
    {
        const auto options = made<OrtSessionOptions>(ort().CreateSessionOptions);
        check(ort().SetIntraOpNumThreads(options.get(), 1));
        check(ort().SetInterOpNumThreads(options.get(), 1));
        placeOn(device, *options);
        Owned<OrtSession> session;
        Message reason = guarded([&] {
            const SilentError silent;
            session = made<OrtSession>(ort().CreateSessionFromArray, m_environment.get(),
                static_cast<const void*>(source.bytes.data()), source.bytes.size(), options.get());
        });
        if (!session) {
            throw Refusal(TR("model %1 cannot be read: %2"), {source.name, std::move(reason)});
        }
        return session;
    }

    std::string whatRuns(const CompileOptions& options) const
    {
        const char* const elsewhere = options.device == "CPU" ? "" : " and CPU";
        return std::string(toString(options.precision)) + ", " + options.device + elsewhere + ", onnxruntime "
            + version();
    }

    const Owned<OrtEnv> m_environment;
    const std::vector<OrtDevice> m_devices;
};

Engine* createEngine(Message* error)
{
    OnnxruntimeEngine* engine = nullptr;
    *error = guarded([&] {
        forbidTelemetry();
        engine = new OnnxruntimeEngine;
    });
    return engine;
}

constexpr ModuleDescription kDescription{kEngineAbiTag, createEngine};

} // namespace
} // namespace iotbench::engines

IOTBENCH_ENGINE_EXPORT const iotbench::engines::ModuleDescription* iotbench_engine_module()
{
    return &iotbench::engines::kDescription;
}
