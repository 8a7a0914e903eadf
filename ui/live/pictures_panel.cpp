#include "ui/live/pictures_panel.h"

#include "ui/base/changes.h"
#include "ui/base/data_colours.h"
#include "ui/base/layouts.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/pictures/picture_dialog.h"
#include "ui/pictures/picture_list.h"
#include "ui/pictures/picture_model.h"

#include <algorithm>

namespace iotbench::ui {

PicturesPanel::PicturesPanel(QWidget* parent)
    : Panel(parent)
    , m_pictures(new PictureModel(this))
    , m_mistakes(new PictureModel(this))
    , m_filter(new SegmentBar)
    , m_list(new PictureList(*m_pictures))
    , m_strip(new QWidget)
    , m_stripTitle(new TextLabel(TextRole::Heading))
    , m_empty(wrapped(TextRole::Remark))
    , m_stripList(new PictureList(*m_mistakes, 1))
{
    head()->addWidget(m_filter);
    body()->addWidget(m_empty);
    body()->addWidget(m_list, 1);
    columnIn(m_strip, spaceUnit(this) / 2, {m_stripTitle, m_stripList});
    body()->addWidget(m_strip);

    connect(m_filter, &SegmentBar::currentChanged, this, &PicturesPanel::refill);
    for (PictureList* list : {m_list, m_stripList}) {
        connect(list, &PictureList::pictureWanted, this, &PicturesPanel::open);
        connect(list, &PictureList::heldChanged, this, &PicturesPanel::showRemark);
    }
    connect(m_list, &PictureList::placesChanged, this, [this] {
        if (m_pictures->pictures().size() != m_list->places())
            refill();
    });
    connect(m_stripList, &PictureList::placesChanged, this, &PicturesPanel::showMistakes);
    inEachLanguage(this, [this] {
        setTitle(tr("Latest images"));
        m_filter->setTexts({tr("All"), tr("Only mistakes")});
        m_list->setAccessibleName(tr("Latest images, newest first"));
        m_stripList->setAccessibleName(tr("Latest mistakes, newest first"));
        showRemark();
    });
    begin(nullptr);
}

void PicturesPanel::begin(const Gallery* gallery)
{
    m_gallery = gallery;
    m_advancedMs = 0;
    m_isSample = false;
    const bool judged = !gallery || gallery->judged();
    m_filter->setVisible(judged);
    if (!judged)
        m_filter->setCurrent(0);
    m_strip->setVisible(judged && !onlyMistakes());
    m_pictures->setJudged(judged);
    for (PictureModel* model : {m_pictures, m_mistakes})
        if (gallery)
            model->setClasses(gallery->facts().classes);
    m_pictures->setPictures({});
    m_mistakes->setPictures({});
    refill();
}

bool PicturesPanel::onlyMistakes() const
{
    return m_filter->current() == 1;
}

void PicturesPanel::setOnlyMistakes(bool only)
{
    m_filter->setCurrent(only ? 1 : 0);
}

// Everything anew: another filter, or another number of places.
void PicturesPanel::refill()
{
    if (m_gallery) {
        m_strip->setVisible(m_gallery->judged() && !onlyMistakes());
        const std::size_t places = m_list->places();
        m_pictures->setPictures(
            onlyMistakes() ? m_gallery->latestMistakes(places) : m_gallery->latest(places));
        showMistakes();
    }
    showRemark();
}

void PicturesPanel::showMistakes()
{
    if (m_gallery && m_gallery->judged())
        m_mistakes->setPictures(m_gallery->latestMistakes(m_stripList->places()));
}

void PicturesPanel::advance(std::int64_t nowMs)
{
    if (!m_gallery)
        return;
    const std::size_t places = m_list->places();
    if (m_pictures->pictures().size() < places) { // filling up: as they come
        refill();
        m_advancedMs = nowMs;
        return;
    }
    if (nowMs - m_advancedMs < kAdvanceMs || m_list->isHeld() || pictureIsOpen())
        return;
    m_advancedMs = nowMs;
    takeNewer(static_cast<std::size_t>(m_list->columns()));
    if (!m_stripList->isHeld())
        showMistakes();
    showRemark();
}

// The newest `most` of those that came after what is shown.
void PicturesPanel::takeNewer(std::size_t most)
{
    const std::uint64_t newest = m_pictures->pictures().front().ordinal;
    std::vector<Picture> newer
        = onlyMistakes() ? m_gallery->latestMistakes(most + 1) : m_gallery->latest(most + 1);
    std::erase_if(newer, [newest](const Picture& picture) { return picture.ordinal <= newest; });
    m_isSample = newer.size() > most;
    newer.resize(std::min(newer.size(), most), {});
    if (!newer.empty())
        m_pictures->prepend(std::move(newer), m_list->places());
}

void PicturesPanel::finish()
{
    m_isSample = false;
    if (!m_list->isHeld() && !pictureIsOpen())
        refill();
}

void PicturesPanel::showRemark()
{
    const bool held = m_list->isHeld() || m_stripList->isHeld();
    setRemark(held       ? tr("held while you are here")
            : m_isSample ? tr("a sample, newest first")
                         : tr("newest first"));
    const bool noMistakes = m_mistakes->pictures().empty() && m_gallery && m_gallery->kept() > 0;
    m_stripTitle->setText(noMistakes ? tr("Latest mistakes: none so far") : tr("Latest mistakes"));
    const bool none = m_pictures->pictures().empty();
    m_empty->setVisible(none);
    if (!m_gallery)
        m_empty->setText(tr("The pictures that are classified will be here."));
    else if (onlyMistakes() && m_gallery->kept() > 0)
        m_empty->setText(QString(QChar(kRightSign)) + u' ' + tr("No mistakes so far."));
    else
        m_empty->setText(tr("The first images will be here."));
}

void PicturesPanel::open(const Picture& picture)
{
    if (m_dialog)
        return;
    m_dialog = new PictureDialog(picture, m_pictures->judged(), window());
    m_dialog->open();
}

} // namespace iotbench::ui
