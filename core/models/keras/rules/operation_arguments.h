// What an operation (keras.ops, or a function of TensorFlow in a TFOpLambda) is called on, by place or name.
#pragma once

#include "models/keras/layer_builder.h"

#include <QJsonValue>

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace iotbench::keras {

struct Operand {
    std::vector<std::size_t> nodes; // none: a constant
    QJsonValue constant;
};

class OperationArguments {
public:
    using Names = std::initializer_list<std::string_view>;

    explicit OperationArguments(LayerBuilder& layer)
        : m_layer(layer)
        , m_taken(layer.arguments().size(), false)
    {
        take("name");
    }

    // The next argument given by its place, or the one of that name.
    Operand operand(Names names);
    // The same where it must be a result; goes there.
    void goToOperand();
    // A field of the operation's config, or an argument of that name; null where there is neither.
    QJsonValue option(Names names);
    double number(Names names, double unset);
    bool flag(Names names, bool unset);
    std::vector<double> numbers(Names names); // a number counts as a list of one

    // Throws Refusal where an argument is set that nobody asked for.
    void finish() const;

private:
    const CallArgument* take(std::string_view name);

    LayerBuilder& m_layer;
    std::vector<bool> m_taken;
};

} // namespace iotbench::keras
