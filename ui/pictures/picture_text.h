// What is said of a classified picture. Class names stay as they are in every language.
#pragma once

#include "run/gallery.h"

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace iotbench::ui {

QString className(const std::vector<std::string>& classes, std::size_t label); // "automobile"
QString labelText(const Picture& picture); // "truck", what it is
QString saidText(const Picture& picture); // "automobile", what the model said
QString underText(const Picture& picture); // "is truck" where it is wrong, else "97 %"
QString wholePictureText(
    const Picture& picture); // "✗ automobile, is truck, 97 %", for tooltips and screen readers

} // namespace iotbench::ui
