// What engines compute wrongly without a word: found by running ONNX's own node tests, and variants of them
// with the attributes that exporters write, through each engine and version (tests/operators, which also
// checks that nothing is left).
#pragma once

#include "base/message.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onnx {
class ModelProto;
}

namespace iotbench {

struct OperatorRule;

// An operator as a model uses it, which an engine computes wrongly.
struct OperatorFault {
    const OperatorRule* rule = nullptr; // never null; of a table that lasts as long as the program
    std::string op;
};

// Those of a model whose shapes inferShapes() has worked out, for all engines and versions. Of an operator
// whose shapes are not known the worst is supposed.
std::vector<OperatorFault> operatorFaultsOf(const onnx::ModelProto& model);

// Why `engine` in `version` ("4.6.0") must not run the model: the operator that it computes wrongly, by what,
// and which engine computes it. Empty where nothing of the kind is known. `faults`: all of the model.
Message faultOfOperators(
    std::span<const OperatorFault> faults, std::string_view engine, std::string_view version);

} // namespace iotbench
