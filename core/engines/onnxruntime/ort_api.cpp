#include "engines/onnxruntime/ort_api.h"

#include <algorithm>
#include <string_view>

namespace iotbench::engines {
namespace {

// The end of "…/graph/model.cc:181 onnxruntime::Model::Model(const PathString&, …) " at the start of a text:
// a place in the library's sources and the function there. 0 where the text does not start so.
std::size_t originLength(std::string_view text)
{
    const std::size_t space = text.find(' ');
    const std::string_view place = text.substr(0, space);
    const bool isPlace
        = place.find(".cc:") != std::string_view::npos || place.find(".h:") != std::string_view::npos;
    if (space == std::string_view::npos || !isPlace) {
        return 0;
    }
    std::size_t at = text.find('(', space);
    for (int open = 0; at < text.size(); ++at) {
        open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (open == 0) {
            constexpr std::string_view kOfConstObjects = ") const";
            at += text.substr(at).starts_with(kOfConstObjects) ? kOfConstObjects.size() : 1;
            return std::min(text.find_first_not_of(' ', at), text.size());
        }
    }
    return 0;
}

} // namespace

const OrtApi& ort()
{
    static const OrtApi* const api = OrtGetApiBase()->GetApi(ORT_API_VERSION);
    if (api == nullptr) {
        throw Refusal(TR("ONNX Runtime %1 is older than the one that iotbench was built with, 1.%2"),
            {OrtGetApiBase()->GetVersionString(), ORT_API_VERSION});
    }
    return *api;
}

void check(OrtStatus* status)
{
    if (status == nullptr) {
        return;
    }
    std::string reason = withoutOrigin(ort().GetErrorMessage(status));
    ort().ReleaseStatus(status);
    throw Refusal(TR("ONNX Runtime: %1"), {std::move(reason)});
}

std::string withoutOrigin(const std::string& text)
{
    std::string rest;
    for (std::string_view left = text; !left.empty();) {
        const bool atStart = rest.empty() || rest.back() == ' ';
        if (const std::size_t origin = atStart ? originLength(left) : 0; origin > 0) {
            left.remove_prefix(origin);
            continue;
        }
        rest += left.front() == '\n' ? ' ' : left.front();
        left.remove_prefix(1);
    }
    while (!rest.empty() && rest.back() == ' ') {
        rest.pop_back();
    }
    return rest;
}

} // namespace iotbench::engines
