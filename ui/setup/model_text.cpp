#include "ui/setup/model_text.h"

#include "ui/base/figures.h"

#include <QCoreApplication>
#include <QStringList>

namespace iotbench::ui {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("ModelText", text);
}

QString inputWords(Normalisation normalisation)
{
    switch (normalisation) {
    case Normalisation::MeanSubtracted:
        return words(QT_TRANSLATE_NOOP("ModelText", "pixel mean subtracted"));
    case Normalisation::Raw:
        return words(QT_TRANSLATE_NOOP("ModelText", "input 0 to 255"));
    case Normalisation::Unit:
        break;
    }
    return words(QT_TRANSLATE_NOOP("ModelText", "input 0 to 1"));
}

} // namespace

QString modelRemark(const ModelSeen& model)
{
    QStringList parts;
    if (!model.architecture.isEmpty())
        parts << model.architecture;
    if (model.accuracy)
        parts << words(QT_TRANSLATE_NOOP("ModelText", "%1 % of the test images"))
                     .arg(percentText(model.accuracy, 2));
    if (model.bytes > 0)
        parts << bytesText(static_cast<double>(model.bytes));
    if (model.macs)
        parts << words(QT_TRANSLATE_NOOP("ModelText", "%1 M multiply-adds"))
                     .arg(decimalText(static_cast<double>(*model.macs) / 1e6, 1));
    parts << (model.normalisation
            ? inputWords(*model.normalisation)
            : words(QT_TRANSLATE_NOOP("ModelText", "no card: its accuracy and input are not known")));
    return parts.join(QStringLiteral(" · "));
}

} // namespace iotbench::ui
