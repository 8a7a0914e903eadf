// One of the big figures: what it is, the figure with its unit, a line about it, and a bar where it has an
// end.
#pragma once

#include "ui/base/figure_text.h"
#include "ui/base/panel.h"
#include "ui/base/text_label.h"

#include <vector>

namespace iotbench::ui {

class DigitLabel;
class ProgressLine;
class SignLabel;

class FigureTile : public Panel {
    Q_OBJECT
public:
    explicit FigureTile(TextRole figures = TextRole::Figure, QWidget* parent = nullptr);

    void setFigure(const FigureText& text);
    void forget() { m_shown = {}; } // what follows is of another run: it needs the room of its own figures
    const FigureText& shown() const { return m_shown; }

private:
    struct Part {
        DigitLabel* figure;
        TextLabel* unit;
    };
    void makeParts(std::size_t count);

    const TextRole m_figures;
    FigureText m_shown;
    TextLabel* m_caption;
    QHBoxLayout* m_row;
    std::vector<Part> m_parts;
    ProgressLine* m_bar;
    SignLabel* m_remark;
};

} // namespace iotbench::ui
