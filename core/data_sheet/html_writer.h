// HTML and the SVG in it, written so that no text can become markup: what is not one of our own literals is
// escaped on its way in.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// Text as it stands in an element or an attribute. What is no UTF-8, controls no page shows and marks that
// turn the reading direction are U+FFFD.
std::string escapedHtml(std::string_view text);

struct HtmlAttribute {
    const char* name;
    std::string value;
};
using HtmlAttributes = std::initializer_list<HtmlAttribute>;

// Each element that is opened is closed, the innermost first. Names of elements and attributes are literals.
class HtmlWriter {
public:
    HtmlWriter& open(const char* element, HtmlAttributes attributes = {});
    HtmlWriter& close();
    HtmlWriter& text(std::string_view text);
    // The whole element, with text or without any inside.
    HtmlWriter& element(const char* element, HtmlAttributes attributes, std::string_view text);
    HtmlWriter& element(const char* element, std::string_view text)
    {
        return this->element(element, {}, text);
    }
    HtmlWriter& empty(const char* element, HtmlAttributes attributes = {}); // <meta …>, <rect …/>
    HtmlWriter& markup(std::string_view ours) // as it is
    {
        m_text += ours;
        return *this;
    }

    const std::string& html() const { return m_text; }

private:
    void begin(const char* element, HtmlAttributes attributes);

    std::string m_text;
    std::vector<const char*> m_open;
};

} // namespace iotbench
