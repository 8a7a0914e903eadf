// A sentence for the user that can be translated after the fact: the text stays a literal that a translator
// sees, what varies goes beside it. Header-only, for engine modules link nothing of iotbench.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Marks a literal for Qt's lupdate without needing Qt: the same tokens as Qt's own definition, which makes a
// second definition legal.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

// Marks the text of a Message. resources/translations/update.sh writes it out for lupdate, which looks into
// no macro.
#define TR(text) iotbench::Marked(QT_TRANSLATE_NOOP("Message", text))

namespace iotbench {

// A literal marked by TR(): of any other there is no Message, so that none is left out of the translation.
class Marked {
public:
    explicit constexpr Marked(const char* text)
        : m_text(text)
    {
    }
    constexpr const char* text() const { return m_text; }

private:
    const char* m_text;
};

// `text` holds %1, %2, … for the arguments (nine at most).
struct Message {
    class Argument;

    const char* text = "";
    std::vector<Argument> arguments;

    Message();
    Message(Marked marked);
    Message(Marked marked, std::vector<Argument> arguments);

    bool empty() const { return *text == '\0'; }
    std::string english() const;
    bool operator==(const Message& other) const;
};

template <typename Type>
concept WholeNumber = std::is_integral_v<Type>;
// A pointer, which no literal is.
template <typename Type>
concept CharPointer
    = std::is_convertible_v<Type, const char*> && !std::is_array_v<std::remove_reference_t<Type>>;
// std::filesystem::path, whose header costs every file that includes this one.
template <typename Type>
concept FilePath = requires(const Type& path)
{
    path.filename().string();
};

// What goes into a message: a name, a number or another's words, which stay as they are; or a phrase, which
// is a message and is translated in its turn. A bare literal is none of these: it would stay English.
class Message::Argument {
public:
    Argument(std::string words)
        : m_words(std::move(words))
    {
    }
    Argument(std::string_view words)
        : m_words(words)
    {
    }
    template <CharPointer Pointer>
    Argument(Pointer&& words) // NOLINT(bugprone-forwarding-reference-overload): no Argument is a pointer
        : m_words(words)
    {
    }
    template <std::size_t length>
    Argument(const char (&literal)[length]) = delete;
    template <FilePath Path>
    Argument(const Path& path)
        : m_words(path.string())
    {
    }
    template <WholeNumber Number>
    Argument(Number number)
        : m_words(std::to_string(number))
    {
    }
    Argument(Message phrase)
        : m_phrase{std::move(phrase)}
    {
    }
    Argument(Marked phrase)
        : Argument(Message(phrase))
    {
    }

    const Message* phrase() const { return m_phrase.empty() ? nullptr : m_phrase.data(); }
    const std::string& words() const { return m_words; } // "" where it is a phrase
    std::string english() const { return m_phrase.empty() ? m_words : m_phrase.front().english(); }
    bool operator==(const Argument& other) const
    {
        return m_words == other.m_words && m_phrase == other.m_phrase;
    }

private:
    std::string m_words;
    std::vector<Message> m_phrase; // one, or none
};

inline Message::Message() = default;
inline Message::Message(Marked marked)
    : text(marked.text())
{
}
inline Message::Message(Marked marked, std::vector<Argument> its)
    : text(marked.text())
    , arguments(std::move(its))
{
}
inline std::string Message::english() const
{
    std::string result;
    for (const char* p = text; *p; ++p) {
        if (p[0] == '%' && p[1] >= '1' && p[1] <= '9') {
            const auto index = static_cast<std::size_t>(p[1] - '1');
            if (index < arguments.size()) {
                result += arguments[index].english();
                ++p;
                continue;
            }
        }
        result += *p;
    }
    return result;
}

inline bool Message::operator==(const Message& other) const
{
    return std::string_view(text) == other.text && arguments == other.arguments;
}

// `soFar` with `next` behind it; `between`: a text with %1 and %2 for them. `next` alone where nothing is
// yet.
inline Message listed(Message soFar, Marked between, Message next)
{
    return soFar.empty() ? std::move(next) : Message(between, {std::move(soFar), std::move(next)});
}

// Words that are not ours, as a library's: there is no translation of them. Empty where they are.
inline Message verbatim(std::string words)
{
    return words.empty() ? Message() : Message(Marked("%1"), {std::move(words)});
}

} // namespace iotbench
