// A combo box that leaves the wheel to the page it lies on, unless it has been chosen.
#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace iotbench::ui {

class ChoiceBox : public QComboBox {
public:
    ChoiceBox() { setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent* event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace iotbench::ui
