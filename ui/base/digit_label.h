// A figure whose digits do not jump when it changes: each stands in a cell of the widest digit's width.
#pragma once

#include "ui/base/data_colours.h"
#include "ui/base/text_label.h"

#include <QWidget>

#include <optional>

namespace iotbench::ui {

class DigitLabel : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
public:
    explicit DigitLabel(TextRole role, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text); // one line; asks for room only to grow
    void setColour(std::optional<DataColour> colour); // empty: the text's own
    // Room is kept for this text from the start, so that nothing moves when figures come.
    void reserve(const QString& widest);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    // Distance of the base line from the top, to line other text up with it.
    int baseLine() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qreal widthOf(const QString& text) const;

    TextRole m_role;
    QString m_text;
    QString m_reserved;
    qreal m_widest = 0;
    std::optional<DataColour> m_colour;
};

} // namespace iotbench::ui
