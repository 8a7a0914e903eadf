// Pictures for a list view, newest first. Rows come once and then change their contents: a reset would lose
// the current item.
#pragma once

#include "run/gallery.h"
#include "ui/base/table_model.h"

#include <QImage>

#include <string>
#include <vector>

namespace iotbench::ui {

QImage imageOf(const Picture& picture); // its pixels, as Qt draws them; a copy

class PictureModel : public TableModel {
    Q_OBJECT
public:
    // ImageRole: a QImage. PictureRole: a pointer to the Picture, valid until it changes.
    enum Role { ImageRole = Qt::UserRole, PictureRole };

    using TableModel::TableModel;

    void setJudged(bool judged); // pictures are right or wrong; else only what they are is told
    bool judged() const { return m_judged; }
    // Names of the classes of all pictures that come.
    void setClasses(std::vector<std::string> classes);
    const std::vector<std::string>& classes() const { return m_classes; }

    const std::vector<Picture>& pictures() const { return m_pictures; }
    void setPictures(std::vector<Picture> pictures);
    // Puts `newer` (newest first) before what is there, and drops what is past `most`.
    void prepend(std::vector<Picture> newer, std::size_t most);

signals:
    void classesChanged();

protected:
    std::size_t rows() const override { return m_pictures.size(); }
    QString text(std::size_t row, int column) const override;
    QVariant more(std::size_t row, int column, int role) const override;

private:
    std::vector<Picture> m_pictures;
    bool m_judged = true;
    std::vector<std::string> m_classes;
};

} // namespace iotbench::ui
