// The pixels of a classified picture, as Qt draws them.
#pragma once

#include "run/gallery.h"

#include <QImage>

namespace iotbench::ui {

QImage imageOf(const Picture& picture); // a copy

} // namespace iotbench::ui
