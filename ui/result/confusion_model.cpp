#include "ui/result/confusion_model.h"

#include "ui/base/figures.h"
#include "ui/pictures/picture_text.h"

namespace iotbench::ui {

void ConfusionModel::show(const RunResult& result)
{
    const bool others
        = result.imageFacts.classes != m_classes || result.confusion.classes() != m_confusion.classes();
    const auto change = [&] {
        m_confusion = result.confusion;
        m_classes = result.imageFacts.classes;
    };
    if (others)
        changeAll(change);
    else
        changeRows(rows(), change);
}

TableModel::Headings ConfusionModel::headings() const
{
    Headings all;
    for (std::size_t label = 0; label < m_confusion.classes(); ++label)
        all.push_back({className(m_classes, label), Qt::AlignHCenter});
    return all;
}

QString ConfusionModel::text(std::size_t label, int predicted) const
{
    return wholeText(m_confusion.at(label, static_cast<std::size_t>(predicted)));
}

QVariant ConfusionModel::more(std::size_t label, int column, int role) const
{
    const auto predicted = static_cast<std::size_t>(column);
    const std::uint64_t count = m_confusion.at(label, predicted);
    switch (role) {
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return inWords(label, predicted);
    case ShareRole:
        return count > 0 ? static_cast<double>(count) / static_cast<double>(m_confusion.shown(label)) : 0.0;
    case CountRole:
        return static_cast<qulonglong>(count);
    default:
        return {};
    }
}

QString ConfusionModel::inWords(std::size_t label, std::size_t predicted) const
{
    const QString is = className(m_classes, label);
    const QString said = className(m_classes, predicted);
    const QString count = wholeText(m_confusion.at(label, predicted));
    const QString all = wholeText(m_confusion.shown(label));
    return label == predicted ? tr("%1 of %2 images of %3 classified correctly").arg(count, all, is)
                              : tr("%1 of %2 images of %3 classified as %4").arg(count, all, is, said);
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= rowCount())
        return {};
    const QString name = className(m_classes, static_cast<std::size_t>(section));
    if (role == Qt::DisplayRole)
        return name;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return orientation == Qt::Vertical ? tr("true class %1").arg(name) : tr("predicted as %1").arg(name);
    return {};
}

} // namespace iotbench::ui
