#include "ui/pictures/picture_text.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"

#include <QCoreApplication>

namespace iotbench::ui {
namespace {

class PictureTexts {
    Q_DECLARE_TR_FUNCTIONS(Pictures)
public:
    static QString is(const Picture& picture) { return tr("is %1").arg(labelText(picture)); }
    static QString share(const Picture& picture)
    {
        return tr("%1 %").arg(percentText(picture.probability(), 0));
    }
    static QString wrong(const Picture& picture)
    {
        return tr("%1 wrong: predicted %2, %3, with %4")
            .arg(QString(QChar(kWrongSign)), saidText(picture), is(picture), share(picture));
    }
    static QString right(const Picture& picture)
    {
        return tr("%1 correct: %2, with %3")
            .arg(QString(QChar(kRightSign)), saidText(picture), share(picture));
    }
};

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
    return picture.correct() ? PictureTexts::share(picture) : PictureTexts::is(picture);
}

QString wholePictureText(const Picture& picture)
{
    return picture.correct() ? PictureTexts::right(picture) : PictureTexts::wrong(picture);
}

} // namespace iotbench::ui
