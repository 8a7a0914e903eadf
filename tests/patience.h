// How long a test waits for what has to come: longer than that takes on the busiest machine, shorter than
// ctest waits for a test.
#pragma once

#include <QtTest>

namespace iotbench::test {

inline constexpr int kPatienceMs = 300'000;

} // namespace iotbench::test

// QTRY_VERIFY and QTRY_COMPARE, but for their five seconds.
#define AWAIT(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, iotbench::test::kPatienceMs)
#define AWAIT_EQUAL(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, iotbench::test::kPatienceMs)
