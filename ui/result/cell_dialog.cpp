#include "ui/result/cell_dialog.h"

#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/pictures/picture_dialog.h"
#include "ui/pictures/picture_list.h"
#include "ui/pictures/picture_model.h"
#include "ui/pictures/picture_text.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace iotbench::ui {

CellDialog::CellDialog(std::size_t label, std::size_t predicted, std::uint64_t count,
    const GalleryContents& pictures, QWidget* parent)
    : QDialog(parent)
    , m_model(new PictureModel(this))
{
    const std::vector<std::string>& classes = pictures.facts->classes;
    const std::vector<Picture>& ofCell = pictures.cell(label, predicted);
    const QString is = className(classes, label);
    const QString said = className(classes, predicted);
    setWindowTitle(label == predicted ? tr("%1, classified correctly").arg(is)
                                      : tr("%1, classified as %2").arg(is, said));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString kept = wholeText(ofCell.size());
    m_remark = count == 0 ? tr("The run has no such images.")
        : ofCell.size() == count
        ? tr("all %1 images").arg(kept)
        : tr("the latest %1 of %2 images that pictures were kept of").arg(kept, wholeText(count));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spaceUnit(this));
    column->addWidget(new TextLabel(TextRole::Heading, windowTitle()));
    column->addWidget(new TextLabel(TextRole::Remark, m_remark));
    m_model->setClasses(classes);
    m_model->setPictures(ofCell);
    auto* list = new PictureList(*m_model);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    list->setAccessibleName(windowTitle());
    column->addWidget(list, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    connect(list, &PictureList::pictureWanted, this,
        [this](const Picture& picture) { (new PictureDialog(picture, true, this))->open(); });
    list->setFocus();
    resize(characters(this, 110), QFontMetrics(font()).height() * 30);
}

} // namespace iotbench::ui
