// Whether this is a build with sanitizers, to which each byte is dear and which keep what is freed.
#pragma once

#if defined(__has_feature)
#define IOTBENCH_HAS_FEATURE(x) __has_feature(x)
#else
#define IOTBENCH_HAS_FEATURE(x) 0
#endif

namespace iotbench::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || IOTBENCH_HAS_FEATURE(address_sanitizer) \
    || IOTBENCH_HAS_FEATURE(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace iotbench::test
