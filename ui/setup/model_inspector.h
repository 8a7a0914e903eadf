// Looks at a model before a run does: what it is, or why it cannot be used. Files are read on a thread of
// their own.
#pragma once

#include "base/stage_thread.h"
#include "models/model_catalogue.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace iotbench::ui {

// What the form tells about a model; no bytes of it.
struct ModelSeen {
    QString asked = {}; // name or path, as it was given
    Message fault = {}; // why it cannot be used; empty where it can
    QString architecture = {}; // "" without a card
    std::optional<double> accuracy = {}; // share 0..1, declared by the card
    std::optional<std::uint64_t> parameters = {}, macs = {};
    std::uint64_t bytes = 0; // of its file
    std::optional<Normalisation> normalisation = {}; // that it wants; unset without a card
    engines::ModelFormat format = engines::ModelFormat::Onnx;
    std::vector<OperatorFault> operatorFaults = {}; // see operator_rules.h; none of a bundled one
};

// What the form says of it in a line:
// "ResNet20v1 · 92.12 % of the test images · 1.1 MB · 40.8 M multiply-adds · pixel mean subtracted"
QString modelRemark(const ModelSeen& model);

class ModelInspector : public QObject {
    Q_OBJECT
public:
    explicit ModelInspector(const ModelCatalogue& models, QObject* parent = nullptr); // `models` outlives it
    ~ModelInspector() override; // the file being read is given up

    const ModelSeen& seen() const { return m_seen; } // of the last one asked for, once it is there
    bool looking() const { return m_seen.asked.toStdString() != m_wanted; }
    // Ends in changed(), at once for a bundled model. The last one asked for counts.
    void look(const std::string& nameOrPath);
    void forget(); // what has been seen: the next look reads the file again

signals:
    void changed();

private:
    void finish(const ModelSeen& seen);

    const ModelCatalogue& m_models;
    std::string m_wanted;
    ModelSeen m_seen;
    bool m_looking = false; // a file is being read, wanted or not
    std::atomic<bool> m_cancelled{false}; // what is being read is not wanted any more
    StageThread m_reader; // last: it uses the above until joined
};

} // namespace iotbench::ui
