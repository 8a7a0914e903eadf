#include "ui/base/figure_tile.h"

#include "ui/base/digit_label.h"
#include "ui/base/progress_line.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QStringList>

namespace iotbench::ui {

FigureTile::FigureTile(TextRole figures, QWidget* parent)
    : Panel(parent)
    , m_figures(figures)
    , m_caption(new TextLabel(TextRole::Remark))
    , m_row(new QHBoxLayout)
    , m_bar(new ProgressLine)
    , m_remark(new SignLabel)
{
    body()->setSpacing(spaceUnit(this) / 4);
    body()->addWidget(m_caption);
    m_row->setSpacing(spaceUnit(this) / 2);
    body()->addLayout(m_row);
    body()->addWidget(m_bar);
    body()->addWidget(m_remark);
    body()->addStretch();
    // Room for two lines, so that nothing moves when a remark grows.
    m_remark->setMinimumHeight(2 * QFontMetrics(fontFor(TextRole::Remark)).lineSpacing());
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_bar->hide();
}

void FigureTile::makeParts(std::size_t count)
{
    if (m_parts.size() == count)
        return;
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_parts.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const Part part{new DigitLabel(m_figures), new TextLabel(TextRole::Body)};
        part.unit->setForegroundRole(QPalette::PlaceholderText);
        // A unit that does not fit is cut, so that the figures keep their places.
        part.unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        if (count > 1)
            part.unit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_row->addWidget(part.figure, 0, Qt::AlignBottom);
        m_row->addWidget(part.unit, count > 1 ? 0 : 1, Qt::AlignBottom);
        part.unit->setContentsMargins(0, 0, 0, spaceUnit(this) / 3);
        m_parts.push_back(part);
    }
    if (count > 1)
        m_row->addStretch();
}

void FigureTile::setFigure(const FigureText& text)
{
    const bool another = text.caption != m_shown.caption; // which needs the room of its own figures
    m_shown = text;
    m_caption->setText(text.caption);
    makeParts(text.parts.size());
    QStringList spoken{text.caption};
    for (std::size_t i = 0; i < text.parts.size(); ++i) {
        m_parts[i].figure->setText(text.parts[i].figure);
        if (another)
            m_parts[i].figure->reserve(QString());
        m_parts[i].figure->setColour(text.parts[i].colour);
        m_parts[i].unit->setText(text.parts[i].unit);
        m_parts[i].unit->setToolTip(text.parts[i].unit);
        spoken << text.parts[i].figure + u' ' + text.parts[i].unit;
    }
    m_bar->setVisible(text.hasBar);
    m_bar->setShare(text.bar);
    m_remark->tell(text.caution ? std::optional(DataColour::Caution) : std::nullopt, text.remark);
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setAccessibleDescription(text.remark);
}

} // namespace iotbench::ui
