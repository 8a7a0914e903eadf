// A sentence for the user that can be translated after the fact: the text stays a literal that a translator
// sees, what varies goes beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Marks a literal for Qt's lupdate without needing Qt: the same tokens as Qt's own definition, which makes a
// second definition legal.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace iotbench {

// `text` is a literal marked QT_TRANSLATE_NOOP("Message", …), with %1, %2, … for the arguments (nine at
// most).
struct Message {
    const char* text = "";
    std::vector<std::string> arguments;

    bool empty() const { return *text == '\0'; }
    std::string english() const;
    bool operator==(const Message& other) const
    {
        return std::string_view(text) == other.text && arguments == other.arguments;
    }
};

} // namespace iotbench
