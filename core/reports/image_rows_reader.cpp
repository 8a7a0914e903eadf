#include "reports/image_rows_reader.h"

#include "base/byte_order_mark.h"
#include "base/regular_file.h"
#include "reports/csv_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <unistd.h>

namespace iotbench {
namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 20U;
constexpr std::size_t kLongestLine = std::size_t{64} << 10U;
constexpr std::size_t kMostColumns = 64;

using Fields = std::vector<std::string_view>;

// Fields that this program writes here need no quotes; those of others are left as they are.
void split(std::string_view line, Fields& fields)
{
    fields.clear();
    while (fields.size() < kMostColumns) {
        const std::size_t comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos)
            return;
        line.remove_prefix(comma + 1);
    }
}

template <typename Number, typename... Base>
std::optional<Number> number(std::string_view text, Base... base)
{
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value, base...);
    return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

class RowReader {
public:
    explicit RowReader(std::string_view header)
    {
        split(withoutByteOrderMark(header), m_fields);
        const std::array names = {"latency_ms", "label", "predicted", "content"};
        for (std::size_t i = 0; i < names.size(); ++i)
            m_columns[i] = static_cast<std::size_t>(std::ranges::find(m_fields, names[i]) - m_fields.begin());
    }

    ImageRow read(std::string_view line)
    {
        split(line, m_fields);
        ImageRow row{number<double>(field(0)), number<std::uint8_t>(field(1)), number<std::uint8_t>(field(2)),
            number<std::uint64_t>(field(3), 16)};
        if (row.latencyMs && !std::isfinite(*row.latencyMs))
            row.latencyMs.reset();
        return row;
    }

private:
    std::string_view field(std::size_t wanted) const
    {
        const std::size_t column = m_columns[wanted];
        return column < m_fields.size() ? m_fields[column] : std::string_view();
    }

    std::array<std::size_t, 4> m_columns{};
    Fields m_fields;
};

} // namespace

std::optional<Error> readImageRows(
    const std::filesystem::path& path, const std::function<bool(const ImageRow&)>& take)
{
    const auto file = openRegularFile(path);
    if (!file)
        return Error{TR("%1: %2"), {path, file.error()}};
    std::string text; // what is read and not yet taken
    std::optional<RowReader> rows;
    const auto takeLine = [&](std::string_view line) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!rows)
            rows.emplace(line);
        else if (!line.empty())
            return take(rows->read(line));
        return true;
    };
    for (bool atEnd = false; !atEnd;) {
        const std::size_t before = text.size();
        text.resize(before + kReadBytes);
        const ssize_t got = ::read(file->descriptor.get(), text.data() + before, kReadBytes);
        if (got < 0)
            return Error{TR("%1: %2"), {path, std::generic_category().message(errno)}};
        text.resize(before + static_cast<std::size_t>(got));
        atEnd = got == 0;
        std::size_t taken = 0;
        for (std::size_t end = text.find('\n', before); end != std::string::npos;
             end = text.find('\n', taken)) {
            if (!takeLine(std::string_view(text).substr(taken, end - taken)))
                return std::nullopt;
            taken = end + 1;
        }
        text.erase(0, taken);
        if (text.size() > kLongestLine)
            return Error{TR("%1: a line has over %2 bytes"), {path, kLongestLine}};
    }
    if (!text.empty())
        takeLine(text);
    return std::nullopt;
}

} // namespace iotbench
