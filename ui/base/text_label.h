// Labels in the five sizes of type that the window uses.
#pragma once

#include <QLabel>

namespace iotbench::ui {

enum class TextRole {
    Body,
    Heading, // bold
    Remark, // one step smaller, in the remarks' colour
    Figure, // twice the size, bold
    Answer, // four times, bold: the one figure that a page is about
};

QFont fontFor(TextRole role); // from the application font

// Follows changes of the application's font and palette while running. Wraps only where asked.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(TextRole role, const QString& text = {}, QWidget* parent = nullptr);

private:
    void applyRole();

    TextRole m_role;
};

TextLabel* wrapped(TextRole role); // over as many lines as it takes
TextLabel* selectable(TextRole role); // the same with plain text that can be copied

} // namespace iotbench::ui
