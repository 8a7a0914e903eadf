// How many enumerators an enumeration has that is read back from words. They are numbered from 0 without a
// gap.
#pragma once

namespace iotbench {

template <typename Enum>
inline constexpr unsigned kEnumerators = 0; // specialised where the words are

} // namespace iotbench
