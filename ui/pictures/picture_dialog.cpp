#include "ui/pictures/picture_dialog.h"

#include "ui/base/figures.h"
#include "ui/base/layouts.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/pictures/class_bars.h"
#include "ui/pictures/picture_model.h"
#include "ui/pictures/picture_text.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace iotbench::ui {
namespace {

// Drawn at the pixels of the screen, smooth.
QPixmap largePicture(const Picture& picture, int side, qreal ratio)
{
    const int pixels = static_cast<int>(side * ratio);
    QPixmap large = QPixmap::fromImage(
        imageOf(picture).scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    large.setDevicePixelRatio(ratio);
    return large;
}

// What was said and what it is are marked.
std::vector<ClassBar> probabilitiesOf(const Picture& picture)
{
    std::vector<ClassBar> bars;
    for (std::size_t label = 0; label < picture.probabilities.size(); ++label) {
        ClassBar bar{className(picture.facts->classes, label), picture.probabilities[label], {}};
        bar.tip = PictureDialog::tr("%1 %2 %").arg(bar.name, percentText(bar.share, 1));
        if (label == picture.label || label == picture.predicted) {
            const bool is = label == picture.label;
            bar.colour = is ? DataColour::Right : DataColour::Wrong;
            bar.name.prepend(QString(QChar(is ? kRightSign : kWrongSign)) + u' ');
        }
        bars.push_back(bar);
    }
    return bars;
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
    image->setAccessibleName(tr("A picture of class %1").arg(labelText(picture)));

    auto* words = new SignLabel;
    if (!judged)
        words->tell(labelText(picture));
    else if (picture.correct())
        words->tell(DataColour::Right, tr("%1, as labelled").arg(labelText(picture)));
    else
        words->tell(DataColour::Wrong, tr("predicted %1, is %2").arg(saidText(picture), labelText(picture)));
    auto* place
        = new TextLabel(TextRole::Remark, tr("image %1 of its stream").arg(wholeText(picture.sequence + 1)));

    auto* right = new QVBoxLayout;
    right->addWidget(words);
    right->addWidget(place);
    if (judged) {
        auto* bars = new ClassBarsModel(this);
        auto* view = new ClassBarsView(*bars);
        view->setAccessibleName(tr("Probabilities"));
        bars->show(probabilitiesOf(picture));
        right->addWidget(scrolling(view), 1);
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
