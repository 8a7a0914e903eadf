#include "models/onnx_functions.h"

#include "models/onnx_reading.h"
#include "models/onnx_soundness.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace iotbench {
namespace {

using Nodes = google::protobuf::RepeatedPtrField<onnx::NodeProto>;
using Key = std::tuple<std::string, std::string, std::string>; // domain, name, overload

constexpr unsigned kDeepest = 64; // calls and graphs within each other
constexpr unsigned kMostCalls = 5000;
constexpr std::size_t kMostWrittenOut = 10 * kMostOperators; // some may be constants
constexpr std::size_t kMostBytes = std::size_t{512} << 20U;

std::string domainOf(const std::string& domain)
{
    return domain == "ai.onnx" ? "" : domain;
}

// Of ONNX 1.16 and later.
template <typename Proto>
std::string overloadOf(const Proto& proto)
{
    if constexpr (requires { proto.overload(); })
        return proto.overload();
    else
        return {};
}

// Of ONNX 1.13 and later; nullptr where there is none.
template <typename Function>
const onnx::AttributeProto* defaultOf(const Function& function, const std::string& name)
{
    if constexpr (requires { function.attribute_proto(); }) {
        const auto& defaults = function.attribute_proto();
        const auto found = std::ranges::find(defaults, name, &onnx::AttributeProto::name);
        return found != defaults.end() ? &*found : nullptr;
    } else {
        return nullptr;
    }
}

// One call of a function: what its names mean outside.
class Call {
public:
    // `suffix` goes to its names, of which none is in `taken`; `bytes` counts what is written out.
    Call(const onnx::FunctionProto& function, const onnx::NodeProto& node, std::string suffix,
        std::unordered_set<std::string>& taken, std::size_t& bytes)
        : m_function(function)
        , m_node(node)
        , m_suffix(std::move(suffix))
        , m_taken(taken)
        , m_bytes(bytes)
    {
        m_bytes += function.ByteSizeLong();
        for (int i = 0; i < function.input_size(); ++i)
            m_names.emplace(function.input(i), i < node.input_size() ? node.input(i) : "");
    }

    Nodes writtenOut()
    {
        Nodes copies; // of what the function passes on, or gives twice
        for (int i = 0; i < std::min(m_function.output_size(), m_node.output_size()); ++i) {
            const std::string& outer = m_node.output(i);
            if (outer.empty()) // not taken
                continue;
            const auto [known, isNew] = m_names.emplace(m_function.output(i), outer);
            if (isNew)
                continue;
            onnx::NodeProto& copy = *copies.Add();
            copy.set_op_type("Identity");
            copy.add_input(known->second);
            copy.add_output(outer);
        }
        Nodes nodes = m_function.node();
        for (onnx::NodeProto& node : nodes)
            takeOver(node);
        nodes.MergeFrom(copies);
        return nodes;
    }

private:
    void takeOver(onnx::NodeProto& node)
    {
        node.clear_name(); // which libraries want to be the only one
        for (std::string& input : *node.mutable_input())
            rename(input);
        for (std::string& output : *node.mutable_output())
            rename(output);
        auto& attributes = *node.mutable_attribute();
        for (int i = attributes.size() - 1; i >= 0; --i) {
            if (!takeOver(attributes[i]))
                attributes.DeleteSubrange(i, 1);
        }
    }

    // False: neither the call nor the function gives it a value, or it is too large.
    bool takeOver(onnx::AttributeProto& attribute)
    {
        if (!attribute.ref_attr_name().empty()) {
            const auto given = std::ranges::find(
                m_node.attribute(), attribute.ref_attr_name(), &onnx::AttributeProto::name);
            const onnx::AttributeProto* const value = given != m_node.attribute().end()
                ? &*given
                : defaultOf(m_function, attribute.ref_attr_name());
            m_bytes += value != nullptr ? value->ByteSizeLong() : 0;
            if (value == nullptr || m_bytes > kMostBytes)
                return false;
            const std::string name = attribute.name();
            attribute = *value;
            attribute.set_name(name);
            return true; // names in a graph that the call gives are the caller's
        }
        if (attribute.has_g())
            takeOver(*attribute.mutable_g());
        for (onnx::GraphProto& graph : *attribute.mutable_graphs())
            takeOver(graph);
        return true;
    }

    void takeOver(onnx::GraphProto& graph)
    {
        for (auto* const values :
            {graph.mutable_input(), graph.mutable_output(), graph.mutable_value_info()}) {
            for (onnx::ValueInfoProto& value : *values)
                rename(*value.mutable_name());
        }
        for (onnx::TensorProto& tensor : *graph.mutable_initializer())
            rename(*tensor.mutable_name());
        for (onnx::SparseTensorProto& tensor : *graph.mutable_sparse_initializer())
            rename(*tensor.mutable_values()->mutable_name());
        for (onnx::NodeProto& node : *graph.mutable_node())
            takeOver(node);
    }

    void rename(std::string& name)
    {
        if (name.empty()) // an optional tensor left out
            return;
        const auto [known, isNew] = m_names.emplace(name, name + m_suffix);
        while (isNew && !m_taken.insert(known->second).second)
            known->second += '_';
        name = known->second;
    }

    const onnx::FunctionProto& m_function;
    const onnx::NodeProto& m_node;
    const std::string m_suffix;
    std::unordered_set<std::string>& m_taken;
    std::size_t& m_bytes;
    std::unordered_map<std::string, std::string> m_names; // outside, by that within
};

// With those of graphs within, none of which lies deeper than `depth` more.
std::size_t operatorsOf(const Nodes& nodes, unsigned depth)
{
    std::size_t count = static_cast<std::size_t>(nodes.size());
    for (const onnx::NodeProto& node : nodes) {
        for (const onnx::AttributeProto& attribute : node.attribute()) {
            if (attribute.has_g() && depth > 0)
                count += operatorsOf(attribute.g().node(), depth - 1);
            for (const onnx::GraphProto& graph : attribute.graphs())
                count += depth > 0 ? operatorsOf(graph.node(), depth - 1) : 0;
        }
    }
    return count;
}

// What cannot be written out; empty where that can. `set`: of ONNX's own operators, that the model is written
// in.
Message faultOfFunction(const onnx::FunctionProto& function, std::int64_t set)
{
    if (!function.unknown_fields().empty()) {
        return {TR("its function \"%1\" is written in a way that this program's ONNX library does not know: "
                   "write it "
                   "out with onnx.inliner.inline_local_functions()"),
            {function.name()}};
    }
    // Libraries run their own operator of that name.
    const std::string domain = domainOf(function.domain());
    if (domain.empty() || domain == "com.microsoft")
        return {TR("its function \"%1\" has the name of an operator: rename it"), {function.name()}};
    for (const onnx::OperatorSetIdProto& wanted : function.opset_import()) {
        if (domainOf(wanted.domain()).empty() && wanted.version() != set) {
            return {
                TR("its function \"%1\" is written in operator set %2, the model in %3: export both in one"),
                {function.name(), wanted.version(), set}};
        }
    }
    return {};
}

struct KnownFunction {
    onnx::FunctionProto proto;
    std::size_t operators = 0;
    Message fault;
};

class WritingOut {
public:
    explicit WritingOut(onnx::ModelProto& model)
        : m_model(model)
    {
    }

    Message all()
    {
        takeFunctions();
        takeNames(m_model.graph(), 0);
        writeOut(*m_model.mutable_graph()->mutable_node(), 0);
        auto& sets = *m_model.mutable_opset_import();
        const auto isOfFunctions = [this](const onnx::OperatorSetIdProto& set) {
            return !domainOf(set.domain()).empty()
                && std::ranges::any_of(m_functions,
                    [&set](const auto& function) { return std::get<0>(function.first) == set.domain(); });
        };
        sets.erase(std::remove_if(sets.begin(), sets.end(), isOfFunctions), sets.end());
        return std::move(m_fault);
    }

private:
    void takeFunctions()
    {
        onnx::ModelProto functions;
        functions.mutable_functions()->Swap(m_model.mutable_functions());
        const std::int64_t set = operatorSetOf(m_model);
        for (onnx::FunctionProto& function : *functions.mutable_functions()) {
            Key key(domainOf(function.domain()), function.name(), overloadOf(function));
            const auto [known, isNew] = m_functions.try_emplace(std::move(key));
            if (!isNew) {
                if (known->second.fault.empty())
                    known->second.fault = {TR("it has two functions \"%1\""), {function.name()}};
                continue;
            }
            known->second.fault = faultOfFunction(function, set);
            known->second.operators = operatorsOf(function.node(), kDeepest);
            known->second.proto.Swap(&function);
        }
    }

    void takeNames(const onnx::GraphProto& graph, unsigned depth)
    {
        if (tooDeep(depth))
            return;
        for (const onnx::ValueInfoProto& input : graph.input())
            m_taken.insert(input.name());
        for (const onnx::TensorProto& tensor : graph.initializer())
            m_taken.insert(tensor.name());
        for (const onnx::NodeProto& node : graph.node()) {
            m_taken.insert(node.input().begin(), node.input().end());
            m_taken.insert(node.output().begin(), node.output().end());
            for (const onnx::AttributeProto& attribute : node.attribute()) {
                if (attribute.has_g())
                    takeNames(attribute.g(), depth + 1);
                for (const onnx::GraphProto& inner : attribute.graphs())
                    takeNames(inner, depth + 1);
            }
        }
    }

    void writeOut(Nodes& nodes, unsigned depth)
    {
        if (tooDeep(depth))
            return;
        Nodes written;
        for (onnx::NodeProto& node : nodes) {
            for (onnx::AttributeProto& attribute : *node.mutable_attribute()) {
                if (attribute.has_g())
                    writeOut(*attribute.mutable_g()->mutable_node(), depth + 1);
                for (onnx::GraphProto& graph : *attribute.mutable_graphs())
                    writeOut(*graph.mutable_node(), depth + 1);
            }
            if (!m_fault.empty())
                return;
            const auto function
                = m_functions.find({domainOf(node.domain()), node.op_type(), overloadOf(node)});
            if (function == m_functions.end()) {
                *written.Add() = std::move(node);
                continue;
            }
            m_fault = function->second.fault;
            m_operators += function->second.operators;
            if (++m_calls > kMostCalls || m_operators > kMostWrittenOut)
                m_fault = tooLarge();
            if (!m_fault.empty())
                return;
            const std::string suffix = "_call" + std::to_string(m_calls);
            Nodes body = Call(function->second.proto, node, suffix, m_taken, m_bytes).writtenOut();
            if (m_bytes > kMostBytes)
                m_fault = tooLarge();
            writeOut(body, depth + 1);
            if (!m_fault.empty())
                return;
            for (onnx::NodeProto& inner : body)
                *written.Add() = std::move(inner);
        }
        nodes.Swap(&written);
    }

    static Message tooLarge()
    {
        return TR("its functions make it too large for engines when they are written out");
    }

    bool tooDeep(unsigned depth)
    {
        if (depth > kDeepest)
            m_fault = {TR("its functions and graphs are nested more than %1 deep"), {kDeepest}};
        return !m_fault.empty();
    }

    onnx::ModelProto& m_model;
    std::map<Key, KnownFunction> m_functions;
    std::unordered_set<std::string> m_taken; // names of tensors
    unsigned m_calls = 0;
    std::size_t m_operators = 0; // of the functions called
    std::size_t m_bytes = 0;
    Message m_fault;
};

} // namespace

Message writeOutFunctions(onnx::ModelProto& model)
{
    return model.functions_size() > 0 ? WritingOut(model).all() : Message();
}

} // namespace iotbench
