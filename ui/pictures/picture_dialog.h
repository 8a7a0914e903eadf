// One picture large, with what was said of it and the probabilities of its classes.
#pragma once

#include "run/gallery.h"

#include <QDialog>

namespace iotbench::ui {

class PictureDialog : public QDialog {
    Q_OBJECT
public:
    // `judged`: it is right or wrong; else there are no probabilities to show.
    PictureDialog(const Picture& picture, bool judged, QWidget* parent);

    const Picture& picture() const { return m_picture; }

private:
    Picture m_picture;
};

} // namespace iotbench::ui
