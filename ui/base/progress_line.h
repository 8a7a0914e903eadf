// A thin bar: how much is done. Empty where there is no end.
#pragma once

#include <QWidget>

#include <optional>

namespace iotbench::ui {

class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);

    void setShare(std::optional<double> share); // 0..1
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_share;
};

} // namespace iotbench::ui
