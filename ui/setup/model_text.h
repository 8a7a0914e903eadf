// What the form says of a model in a line.
#pragma once

#include "ui/setup/model_inspector.h"

namespace iotbench::ui {

// "ResNet20v1 · 92.12 % of the test images · 1.1 MB · 40.8 M multiply-adds · pixel mean subtracted"
QString modelRemark(const ModelSeen& model);

} // namespace iotbench::ui
