#include "ui/status_line.h"

#include "machine/machine.h"
#include "ui/base/changes.h"
#include "ui/base/digit_label.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/base/translated.h"

#include <QHBoxLayout>

namespace iotbench::ui {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_event(new TextLabel(TextRole::Remark))
    , m_time(new TextLabel(TextRole::Remark))
    , m_coresAllowed(coresAllowed())
{
    const int unit = spaceUnit(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(unit, 0, unit, unit / 2);
    row->setSpacing(unit / 2);
    m_event->setTextFormat(Qt::RichText);
    m_event->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_event->setFocusPolicy(Qt::NoFocus);
    m_event->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_time);
    row->addWidget(m_event, 1);
    for (auto& [name, figure] : m_machine) {
        name = new TextLabel(TextRole::Remark);
        figure = new DigitLabel(TextRole::Remark);
        row->addSpacing(unit / 2);
        row->addWidget(name);
        row->addWidget(figure);
        figure->setForegroundRole(QPalette::WindowText);
    }
    connect(m_event, &QLabel::linkActivated, this, &StatusLine::logRequested);
    m_timer.setInterval(kReadMs);
    connect(&m_timer, &QTimer::timeout, this, &StatusLine::readMachine);
    m_timer.start();
    inEachLanguage(this, [this] {
        const std::array names{tr("CPU"), tr("memory"), tr("clock"), tr("temperature")};
        for (std::size_t i = 0; i < names.size(); ++i)
            m_machine[i].name->setText(names[i]);
        m_machine[0].name->setToolTip(tr("Cores that this program uses, of those it may use."));
        m_event->setToolTip(tr("The newest event; a click opens the log."));
        readMachine();
        tellNewest();
    });
    // The link would have the colour of before.
    onChange(this, {QEvent::PaletteChange}, [this] { tell(m_event->accessibleName()); });
}

QString StatusLine::text() const
{
    return m_event->accessibleName();
}

void StatusLine::show(const RunSnapshot& snapshot, std::int64_t startUnixMs)
{
    if (snapshot.events->empty()) {
        m_newest = {};
    } else {
        const RunEvent& newest = snapshot.events->back();
        if (translated(newest.what) == text())
            return;
        m_newest = newest.what;
        m_newestUnixMs = startUnixMs + static_cast<std::int64_t>(newest.atS * 1000);
    }
    tellNewest();
}

void StatusLine::tellNewest()
{
    m_time->setText(m_newest.empty() ? QString() : clockText(m_newestUnixMs));
    tell(m_newest.empty() ? QString() : translated(m_newest));
}

void StatusLine::tell(const QString& text)
{
    m_event->setAccessibleName(text);
    m_event->setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::StrongFocus); // a link, where there is one
    m_event->setText(text.isEmpty()
            ? QString()
            : QStringLiteral("<a href=\"#log\" style=\"color: %1; "
                             "text-decoration: none\">%2</a>")
                  .arg(palette().color(QPalette::WindowText).name(), text.toHtmlEscaped()));
}

void StatusLine::readMachine()
{
    const MachineReading reading = m_readings.read();
    const auto clockGHz = reading.clockMHz ? std::optional(*reading.clockMHz / 1000) : std::nullopt;
    const std::array figures{
        tr("%1 of %2")
            .arg(decimalText(reading.coresUsed, m_coresAllowed >= 10 ? 1 : 2),
                decimalText(m_coresAllowed, m_coresAllowed == static_cast<int>(m_coresAllowed) ? 0 : 1)),
        reading.memoryBytes ? bytesText(*reading.memoryBytes) : notKnown(),
        withUnit(decimalText(clockGHz, 1), "GHz"), withUnit(decimalText(reading.temperatureC, 0), "°C")};
    for (std::size_t i = 0; i < figures.size(); ++i)
        m_machine[i].figure->setText(figures[i]);
}

} // namespace iotbench::ui
