// The probabilities of a picture as bars, in label order; what was said and what it is are marked.
#pragma once

#include "run/gallery.h"

#include <QWidget>

namespace iotbench::ui {

class ProbabilityBars : public QWidget {
    Q_OBJECT
public:
    explicit ProbabilityBars(const Picture& picture, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    int nameWidth() const;
    int figureWidth() const;
    QString nameOf(std::size_t label) const;

    const Picture m_picture;
};

} // namespace iotbench::ui
