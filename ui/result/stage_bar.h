// Where an image's time goes, as one bar in four colours with a key that gives the times.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/data_colours.h"

#include <QWidget>

#include <array>
#include <optional>

namespace iotbench::ui {

class StageBar : public QWidget {
    Q_OBJECT
public:
    explicit StageBar(QWidget* parent = nullptr);

    void show(const StageTimes& stages);
    QString text() const; // "queue 0.350 ms, decode 0.003 ms, …", or "queue –, …"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Part {
        QString name;
        std::optional<double> us; // empty: not known
        DataColour colour = DataColour::Value;
    };
    QString keyText(const Part& part) const;
    // Calls use(part, place) for each entry of the key; the height that they need.
    template <typename Use>
    int forEachKey(int width, Use&& use) const;
    int barHeight() const;

    std::array<Part, 4> m_parts;
    double m_sumUs = 0;
};

} // namespace iotbench::ui
