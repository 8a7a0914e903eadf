// A bar for each class, as a table: how often it was recalled, or how probable it is.
#pragma once

#include "ui/base/data_colours.h"
#include "ui/base/table_model.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace iotbench::ui {

struct ClassBar {
    QString name;
    std::optional<double> share; // 0..1; empty where it is not known
    QString tip; // the figures behind it
    std::optional<DataColour> colour = {}; // of what stands out; else that of values
};

class ClassBarsModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Class, Bar, Percent };
    enum Role { ShareRole = Qt::UserRole, ColourRole }; // of column Bar; invalid where there is none

    using TableModel::TableModel;

    void show(std::vector<ClassBar> bars); // changes rows in place, where the classes stay

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_bars.size(); }
    QVariant more(std::size_t row, int column, int role) const override;

private:
    std::vector<ClassBar> m_bars;
};

// The table fills its height and never scrolls.
class ClassBarsView : public QTableView {
    Q_OBJECT
public:
    explicit ClassBarsView(ClassBarsModel& model, QWidget* parent = nullptr); // the model outlives the view

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setRows();
};

} // namespace iotbench::ui
