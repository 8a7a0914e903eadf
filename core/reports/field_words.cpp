#include "reports/field_words.h"

namespace iotbench::fields {

std::string plainWord(std::string_view words)
{
    std::string word(words);
    for (char& c : word)
        if (c == ' ' || c == '-')
            c = '_';
    return word;
}

} // namespace iotbench::fields
