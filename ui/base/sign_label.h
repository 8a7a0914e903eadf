// A remark with a sign before it in the colour of what it means: ✓ well, ▲ with caution, ✗ wrong. Without a
// sign it is a plain remark. Wraps.
#pragma once

#include "ui/base/data_colours.h"
#include "ui/base/text_label.h"

#include <optional>

namespace iotbench::ui {

class SignLabel : public TextLabel {
    Q_OBJECT
public:
    explicit SignLabel(QWidget* parent = nullptr);

    void tell(const QString& text) { tell(std::nullopt, text); }
    // Right, Caution or Wrong; empty, or "": a plain remark.
    void tell(std::optional<DataColour> meaning, const QString& text);

private:
    void applyColour();

    std::optional<DataColour> m_meaning;
};

} // namespace iotbench::ui
