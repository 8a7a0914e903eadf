#include "ui/pictures/picture_text.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"

#include <QCoreApplication>

namespace iotbench::ui {
namespace {

struct PictureTexts {
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

QString isLabelText(const Picture& picture)
{
    return PictureTexts::tr("is %1").arg(labelText(picture));
}

QString shareText(const Picture& picture)
{
    return PictureTexts::tr("%1 %").arg(percentText(picture.probability(), 0));
}

} // namespace

QString className(const std::vector<std::string>& classes, std::size_t label)
{
    return QString::fromStdString(classes[label]);
}

QString labelText(const Picture& picture)
{
    return className(picture.facts->classes, picture.label);
}

QString saidText(const Picture& picture)
{
    return className(picture.facts->classes, picture.predicted);
}

QString underText(const Picture& picture)
{
    return picture.correct() ? shareText(picture) : isLabelText(picture);
}

QString wholePictureText(const Picture& picture)
{
    return picture.correct()
        ? PictureTexts::tr("%1 correct: %2, with %3")
              .arg(QString(QChar(kRightSign)), saidText(picture), shareText(picture))
        : PictureTexts::tr("%1 wrong: predicted %2, %3, with %4")
              .arg(QString(QChar(kWrongSign)), saidText(picture), isLabelText(picture), shareText(picture));
}

} // namespace iotbench::ui
