#include "ui/base/command_box.h"

#include "ui/base/bar_button.h"
#include "ui/base/changes.h"
#include "ui/base/data_colours.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace iotbench::ui {

CommandBox::CommandBox(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_copy(new BarButton)
{
    const int unit = spaceUnit(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(unit, unit / 2, unit / 2, unit / 2);
    row->setSpacing(unit);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_label->setMinimumWidth(characters(this, 10));
    row->addWidget(m_label, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    inEachLanguage(this, [this] { setTexts(); });
}

void CommandBox::setText(const QString& command)
{
    m_text = command;
    m_label->setText(command);
    m_label->setAccessibleDescription(command); // its name is what the command is
}

void CommandBox::setName(const QString& name)
{
    m_name = name;
    setTexts();
}

void CommandBox::setTexts()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the line to the clipboard."));
    m_copy->setAccessibleName(m_name.isEmpty() ? tr("Copy") : tr("Copy: %1").arg(m_name));
    m_label->setAccessibleName(m_name);
}

void CommandBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(painter, this, QPen(lineColour(palette()), thinLine(this)), palette().window());
}

} // namespace iotbench::ui
