// What the window's models of tables and lists have in common: the headings of their columns, and rows that
// come, go and change without a reset, so that the current one stays.
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <functional>
#include <vector>

namespace iotbench::ui {

class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Heading {
        QString text;
        Qt::AlignmentFlag side = Qt::AlignLeft; // of the column's cells
        std::function<QString(std::size_t row)> cell = {}; // what stands below it, where text() does not tell
        QString tip = {}; // "" = none
        std::function<QVariant(std::size_t row)> key = {}; // what rows are sorted by, where not by the text
    };
    static constexpr int kSortRole = Qt::UserRole + 100; // beyond those of each model
    using Headings = std::vector<Heading>;

    using QAbstractTableModel::QAbstractTableModel;

    void retranslate(); // headings anew, and every cell told again

    QModelIndex index(int row, int column = 0, const QModelIndex& parent = {}) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    // In the chosen language; asked once, and by what changes them. Of a list: one that is not seen.
    virtual Headings headings() const { return {{}}; }
    virtual bool centresHeadings() const { return false; } // else they stand on the side of their cells
    virtual std::size_t rows() const = 0;
    virtual QString text(std::size_t row, int column) const;
    // Every role but the text and its side; by default nothing.
    virtual QVariant more(std::size_t /*row*/, int /*column*/, int /*role*/) const { return {}; }

    // The last rows go, or new ones come after them; `change` replaces what rows() and text() tell of.
    void changeRows(std::size_t after, const std::function<void()>& change);
    // Other rows and columns than before: the current one is lost.
    void changeAll(const std::function<void()>& change);

private:
    const Headings& shownHeadings() const;

    mutable Headings m_headings; // empty before they are first asked for
};

} // namespace iotbench::ui
