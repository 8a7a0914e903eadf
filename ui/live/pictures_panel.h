// The latest images and, in a strip of their own, the latest mistakes. At high rates both are a sample, and
// say so.
#pragma once

#include "run/gallery.h"
#include "ui/base/panel.h"

#include <QDialog>
#include <QPointer>

namespace iotbench::ui {

class PictureList;
class PictureModel;
class SegmentBar;
class TextLabel;

class PicturesPanel : public Panel {
    Q_OBJECT
public:
    static constexpr std::int64_t kAdvanceMs = 1'000; // a row at most in this time

    explicit PicturesPanel(QWidget* parent = nullptr);

    // Of another run; null where there are no pictures. The gallery lives until the next call.
    void begin(const Gallery* gallery);
    // Takes in what is new, unless a row came less than kAdvanceMs before `nowMs` or the user holds the
    // pictures.
    void advance(std::int64_t nowMs);
    // The run is over: the last pictures, once.
    void finish();

    bool pictureIsOpen() const { return m_dialog; }
    bool onlyMistakes() const;
    void setOnlyMistakes(bool only);
    PictureModel& pictures() { return *m_pictures; }
    PictureModel& mistakes() { return *m_mistakes; }
    PictureList& list() { return *m_list; }

private:
    void refill();
    void takeNewer(std::size_t most);
    void showMistakes();
    void showRemark();
    void open(const Picture& picture);

    const Gallery* m_gallery = nullptr;
    PictureModel* m_pictures;
    PictureModel* m_mistakes;
    SegmentBar* m_filter;
    PictureList* m_list;
    QWidget* m_strip;
    TextLabel* m_stripTitle;
    TextLabel* m_empty;
    PictureList* m_stripList;
    QPointer<QDialog> m_dialog;
    std::int64_t m_advancedMs = 0;
    bool m_isSample = false; // more came than is shown
};

} // namespace iotbench::ui
