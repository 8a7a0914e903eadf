#include "models/keras/layer_call.h"

#include "models/keras/layer_builder.h"
#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"

#include <algorithm>
#include <string_view>

namespace iotbench::keras {
namespace {

const LayerRule* findRule(const LayerCall& call)
{
    const auto in = [&](std::span<const LayerRule> rules) -> const LayerRule* {
        const auto rule = std::find_if(rules.begin(), rules.end(),
            [&](const LayerRule& each) { return each.className == call.className; });
        return rule == rules.end() ? nullptr : &*rule;
    };
    if (call.isOperation) {
        return &operationRule();
    }
    for (const auto& rules : {convolutionRules(), poolingRules(), activationRules(), normalizationRules(),
             mergingRules(), arrangementRules(), inertRules(), lambdaRules()}) {
        if (const LayerRule* rule = in(rules)) {
            return rule;
        }
    }
    return nullptr;
}

} // namespace

void checkArguments(const std::vector<CallArgument>& arguments, unsigned kerasVersion, bool severalInputs)
{
    constexpr unsigned kSetsTraining = 3;
    bool taken = false;
    for (const CallArgument& argument : arguments) {
        if (!argument.tensors.empty()) {
            if (taken || (argument.tensors.size() > 1 && !severalInputs)) {
                throw Refusal(TR("is called on several results"));
            }
            taken = true;
        } else if (argument.name == "training" && argument.constant.toBool()
            && kerasVersion < kSetsTraining) {
            throw Refusal(TR("is called in training mode: its results differ from run to run"));
        } else if (argument.name != "training" && !argument.constant.isNull()
            && !argument.constant.isUndefined()) {
            if (argument.name.empty()) {
                throw Refusal(TR("is called on a constant"));
            }
            throw Refusal(TR("is called with \"%1\", which is not supported"), {argument.name});
        }
    }
}

std::size_t appendLayer(Graph& graph, LayerCall& call)
{
    const LayerRule* const rule = findRule(call);
    if (rule == nullptr) {
        throw Refusal(TR("layers of this class are not supported: export the model to ONNX: %1"), {kExport});
    }
    if (call.inputs.empty()) {
        throw Refusal(TR("is called on no result"));
    }
    if (!rule->readsArguments) {
        checkArguments(call.arguments, call.kerasVersion, rule->severalInputs);
    }
    checkDataType(call.config);
    LayerBuilder builder(graph, call);
    rule->append(builder);
    if (!rule->inert) {
        refuseUnreadFields(call.config);
    }
    return builder.here();
}

} // namespace iotbench::keras
