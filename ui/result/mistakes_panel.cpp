#include "ui/result/mistakes_panel.h"

#include "ui/base/text_label.h"
#include "ui/pictures/picture_list.h"
#include "ui/pictures/picture_model.h"

namespace iotbench::ui {
namespace {

QString whyNone(const ShownRun& run)
{
    const RunResult& result = run.result;
    if (!judgesAnswers(result))
        return MistakesPanel::tr("Answers are not judged here.");
    if (result.counts.classified > 0 && result.counts.correct == result.counts.classified)
        return MistakesPanel::tr("No mistakes: every image was classified correctly.");
    if (result.counts.classified == 0)
        return MistakesPanel::tr("No image was classified.");
    if (!run.pictures && run.picturesToCome)
        return MistakesPanel::tr("The pictures are being read.");
    if (!run.pictures)
        return MistakesPanel::tr(
            "No pictures were kept of this run: the window keeps them of the runs that it makes.");
    return {};
}

} // namespace

MistakesPanel::MistakesPanel(QWidget* parent)
    : Panel(parent)
    , m_model(new PictureModel(this))
    , m_list(new PictureList(*m_model, 1))
    , m_none(wrapped(TextRole::Remark))
{
    body()->addWidget(m_none);
    body()->addWidget(m_list);
    connect(m_list, &PictureList::pictureWanted, this, &MistakesPanel::pictureWanted);
}

void MistakesPanel::show(const ShownRun& run)
{
    setTitle(tr("Mistakes made with most confidence"));
    m_list->setAccessibleName(tr("Mistakes made with most confidence"));
    const QString none = whyNone(run);
    setRemark(none.isEmpty() ? tr("click for the picture and its probabilities") : QString());
    m_none->setText(none);
    m_none->setVisible(!none.isEmpty());
    m_list->setVisible(none.isEmpty());
    m_model->setClasses(run.result.imageFacts.classes);
    m_model->setPictures(none.isEmpty() ? run.pictures->mostConfidentErrors : std::vector<Picture>());
}

QString MistakesPanel::emptyText() const
{
    return m_none->isHidden() ? QString() : m_none->text();
}

} // namespace iotbench::ui
