#include "run/run_facts.h"

#include "base/system_clock.h"
#include "machine/machine.h"

#include <QUuid>

namespace iotbench {

namespace {

EngineFacts engineFacts(const RunInputs& inputs)
{
    EngineFacts engine;
    if (!inputs.engine)
        return engine;
    engine.name = inputs.engine->name();
    engine.version = inputs.engine->version();
    engine.precision = inputs.settings->precision;
    engine.infers = inputs.judgesAnswers();
    return engine;
}

ModelFacts modelFacts(const RunInputs& inputs)
{
    ModelFacts facts;
    if (!inputs.model)
        return facts;
    const LoadedModel& model = *inputs.model;
    facts.name = model.name;
    facts.file = model.path.string();
    facts.sha256 = model.sha256;
    facts.hasCard = model.card.has_value();
    facts.normalisation = inputs.normalisation();
    facts.parameters = model.facts.parameters;
    facts.macs = model.facts.macs;
    if (model.card)
        facts.architecture = model.card->architecture;
    if (const ModelVariant* variant = model.variant(); variant && variant->images > 0) {
        facts.cardImages = variant->images;
        facts.cardCorrect = variant->correct;
        facts.cardInstructionSets = variant->instructionSets;
    }
    return facts;
}

} // namespace

RunFacts factsOf(const RunInputs& inputs)
{
    return {.runId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(),
        .settings = *inputs.settings,
        .requested = inputs.settings.requested(),
        .startUnixMs = wallClockMs(),
        .build = inputs.build,
        .imageFacts = inputs.imageFacts(),
        .engine = engineFacts(inputs),
        .model = modelFacts(inputs),
        .calibration = inputs.calibration,
        .checked = inputs.checked};
}

MachineFacts machineFactsFor(const Settings& settings)
{
    MachineFacts machine = readMachineFacts();
    if (settings.noHost)
        machine.hostName.clear();
    return machine;
}

} // namespace iotbench
