#include "batch/build_facts.h"

#include "batch/git_revision.h"
#include "wire/record_decoder.h"

#include <QtGlobal>

#include <onnx/common/version.h>

namespace iotbench {
namespace {

#define IOTBENCH_AS_TEXT_(x) #x
#define IOTBENCH_AS_TEXT(x) IOTBENCH_AS_TEXT_(x)

#if defined(__clang__)
constexpr const char* kCompiler = "Clang " __clang_version__;
#else
constexpr const char* kCompiler = "GCC " IOTBENCH_AS_TEXT(__GNUC__) "." IOTBENCH_AS_TEXT(
    __GNUC_MINOR__) "." IOTBENCH_AS_TEXT(__GNUC_PATCHLEVEL__);
#endif

#if defined(__has_feature)
#define IOTBENCH_HAS_FEATURE(x) __has_feature(x)
#else
#define IOTBENCH_HAS_FEATURE(x) 0
#endif

// Figures of a build with sanitizers say nothing of the machine either.
#if !defined(__OPTIMIZE__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)                  \
    || IOTBENCH_HAS_FEATURE(address_sanitizer) || IOTBENCH_HAS_FEATURE(thread_sanitizer)
constexpr bool kOptimised = false;
#else
constexpr bool kOptimised = true;
#endif

// Highway calls AVX-512 AVX3.
std::string vectorsInUse()
{
    constexpr std::string_view kHighways = "AVX3";
    std::string name(vectorTargetName());
    return name.starts_with(kHighways) ? name.replace(0, kHighways.size(), "AVX-512") : name;
}

} // namespace

BuildFacts buildFacts(const engines::EngineRegistry& engines)
{
    BuildFacts build;
    build.version = IOTBENCH_VERSION;
    build.gitRevision = kGitRevision;
    build.buildType = IOTBENCH_BUILD_TYPE;
    build.optimised = kOptimised;
    build.compiler = kCompiler;
    build.vectors = vectorsInUse();
    build.libraries.emplace_back("Qt", qVersion());
    build.libraries.emplace_back("OpenCV", engines.entry("opencv")->version);
    build.libraries.emplace_back("ONNX", ONNX_NAMESPACE::LAST_RELEASE_VERSION);
    return build;
}

std::string versionText(const BuildFacts& build)
{
    std::string text = "iotbench " + build.version + "\n";
    text += "revision " + build.gitRevision + ", " + build.buildType + " build, " + build.compiler + "\n";
    std::string libraries;
    for (const auto& [name, version] : build.libraries) {
        libraries += libraries.empty() ? "" : ", ";
        libraries += name + " " + version;
    }
    text += libraries + "\n";
    return text + "streams decoded with " + build.vectors + "\n";
}

} // namespace iotbench
