#include "ui/base/run_facts.h"

#include "study_driver/sweep_combinations.h"

namespace iotbench::ui {

RunFacts factsOf(const Settings& settings)
{
    RunFacts facts;
    facts.role = settings.role;
    facts.judged = settings.role != Role::Send;
    facts.totalImages = settings.totalImages;
    if (facts.sends())
        facts.offeredPerS = settings.imagesPerSecond;
    facts.scheduled = facts.offeredPerS > 0 && settings.pacing != Pacing::Original;
    facts.intended = facts.role == Role::Loopback && facts.scheduled;
    if (facts.sends())
        facts.lengthS = expectedSeconds(settings);
    else if (settings.durationS > 0)
        facts.lengthS = settings.durationS;
    return facts;
}

RunFacts factsOf(const RunInputs& inputs)
{
    RunFacts facts = factsOf(*inputs.settings);
    facts.judged = inputs.judgesAnswers();
    facts.modelKnown = inputs.model != nullptr;
    if (inputs.model)
        if (const ModelVariant* variant = inputs.model->variant(); variant && variant->images > 0)
            facts.cardAccuracy = static_cast<double>(variant->correct) / variant->images;
    return facts;
}

} // namespace iotbench::ui
