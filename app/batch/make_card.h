// The card of a user's own model.
#pragma once

#include "settings/settings_validation.h"

namespace iotbench {

// Measures the model with the engine, precision, device and normalisation of `settings`, and keeps the card
// among the user's own. What came of it stands on standard output, anything else on standard error. Returns
// the exit code.
int makeCard(const EffectiveSettings& settings);

} // namespace iotbench
