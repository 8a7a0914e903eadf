#include "ui/live/picture_dialog.h"

#include "ui/base/figures.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/live/picture_text.h"
#include "ui/live/probability_bars.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QImage>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

namespace iotbench::ui {
namespace {

// Drawn at the pixels of the screen, smooth.
QPixmap largePicture(const Picture& picture, int side, qreal ratio)
{
    const QImage image(
        picture.pixels.data(), kImageSide, kImageSide, kImageSide * kImageChannels, QImage::Format_RGB888);
    const int pixels = static_cast<int>(side * ratio);
    QPixmap large
        = QPixmap::fromImage(image.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    large.setDevicePixelRatio(ratio);
    return large;
}

} // namespace

PictureDialog::PictureDialog(const Picture& picture, bool judged, QWidget* parent)
    : QDialog(parent)
    , m_picture(picture)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Image %1").arg(wholeText(picture.sequence + 1)));
    auto* image = new QLabel;
    const int side = fontMetrics().height() * 16;
    image->setPixmap(largePicture(picture, side, devicePixelRatioF()));
    image->setAccessibleName(tr("A picture of class %1").arg(className(picture.label)));

    auto* words = new SignLabel;
    if (!judged)
        words->tell(className(picture.label));
    else if (picture.correct())
        words->tell(DataColour::Right, tr("%1, as labelled").arg(className(picture.label)));
    else
        words->tell(DataColour::Wrong,
            tr("said %1, is %2").arg(className(picture.predicted), className(picture.label)));
    auto* place
        = new TextLabel(tr("image %1 of its stream").arg(wholeText(picture.sequence + 1)), TextRole::Remark);

    auto* right = new QVBoxLayout;
    right->addWidget(words);
    right->addWidget(place);
    if (judged) {
        auto* bars = new ProbabilityBars;
        bars->setPicture(picture);
        right->addWidget(bars);
    }
    right->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * spaceUnit(this));
    row->addWidget(image);
    row->addLayout(right, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(buttons);
}

} // namespace iotbench::ui
