// What is said of a classified picture. Class names stay as they are in every language.
#pragma once

#include "run/gallery.h"

#include <QString>

#include <cstdint>

namespace iotbench::ui {

QString className(std::uint8_t label); // "automobile"
QString saidText(const Picture& picture); // "automobile", what the model said
QString underText(const Picture& picture); // "is truck" where it is wrong, else "97 %"
QString wholePictureText(
    const Picture& picture); // "✗ automobile, is truck, 97 %", for tooltips and screen readers

} // namespace iotbench::ui
