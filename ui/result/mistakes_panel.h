// The mistakes that were made with most confidence, in a strip; or in words why there are none.
#pragma once

#include "ui/base/panel.h"
#include "ui/result/shown_run.h"

namespace iotbench::ui {

class PictureList;
class PictureModel;

class MistakesPanel : public Panel {
    Q_OBJECT
public:
    explicit MistakesPanel(QWidget* parent = nullptr);

    void show(const ShownRun& run);
    PictureModel& model() { return *m_model; }
    QString emptyText() const; // "" where there are pictures

signals:
    void pictureWanted(const iotbench::Picture& picture);

private:
    PictureModel* m_model;
    PictureList* m_list;
    TextLabel* m_none;
};

} // namespace iotbench::ui
