// A button of two lines: what it is, and smaller what it does. (QCommandLinkButton writes in nine points,
// whatever the application's font.)
#pragma once

#include <QPushButton>

namespace iotbench::ui {

class PresetButton : public QPushButton {
    Q_OBJECT
public:
    explicit PresetButton(QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& remark);
    void setDashed(bool dashed); // not a preset yet

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_remark;
    bool m_dashed = false;
};

} // namespace iotbench::ui
