#include "ui/result/confusion_model.h"

#include "ui/base/figures.h"
#include "ui/live/picture_text.h"

#include <numeric>

namespace iotbench::ui {

void ConfusionModel::show(const Confusion& confusion)
{
    m_confusion = confusion;
    for (std::size_t label = 0; label < kClassCount; ++label)
        m_shown[label] = std::accumulate(confusion[label].begin(), confusion[label].end(), std::uint64_t{0});
    retranslate();
}

void ConfusionModel::retranslate()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kClassCount);
}

int ConfusionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kClassCount);
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto label = static_cast<std::size_t>(index.row());
    const auto predicted = static_cast<std::size_t>(index.column());
    const std::uint64_t count = m_confusion[label][predicted];
    switch (role) {
    case Qt::DisplayRole:
        return wholeText(count);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return inWords(label, predicted);
    case ShareRole:
        return m_shown[label] > 0 ? static_cast<double>(count) / static_cast<double>(m_shown[label]) : 0.0;
    case CountRole:
        return static_cast<qulonglong>(count);
    default:
        return {};
    }
}

QString ConfusionModel::inWords(std::size_t label, std::size_t predicted) const
{
    const QString is = className(static_cast<std::uint8_t>(label));
    const QString said = className(static_cast<std::uint8_t>(predicted));
    const QString count = wholeText(m_confusion[label][predicted]);
    const QString all = wholeText(m_shown[label]);
    return label == predicted ? tr("%1 of %2 images of %3 classified correctly").arg(count, all, is)
                              : tr("%1 of %2 images of %3 classified as %4").arg(count, all, is, said);
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString name = className(static_cast<std::uint8_t>(section));
    if (role == Qt::DisplayRole)
        return name;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return orientation == Qt::Vertical ? tr("true class %1").arg(name) : tr("predicted as %1").arg(name);
    return {};
}

} // namespace iotbench::ui
