#include "ui/live/waiting_view.h"

#include "ui/base/command_box.h"
#include "ui/base/other_end.h"
#include "ui/base/sign_label.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/live/live_figures.h"

#include <QVBoxLayout>

namespace iotbench::ui {

WaitingView::WaitingView(QWidget* parent)
    : QWidget(parent)
    , m_words(wrapped(TextRole::Heading))
    , m_warning(new SignLabel)
    , m_hint(wrapped(TextRole::Body))
    , m_boxes(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spaceUnit(this));
    column->addStretch(1);
    column->addWidget(m_words);
    column->addWidget(m_warning);
    column->addWidget(m_hint);
    column->addLayout(m_boxes);
    column->addStretch(2);
    m_warning->hide();
    m_hint->hide();
}

void WaitingView::clear()
{
    m_settings.reset();
    m_address.clear();
    m_words->setText(tr("No run is going on. Start begins one, and it is shown here."));
    m_warning->hide();
    showLines({});
}

void WaitingView::begin(const EffectiveSettings& settings, const RunFacts& facts, bool meanSubtracted)
{
    m_settings = settings;
    m_facts = facts;
    m_meanSubtracted = meanSubtracted;
    m_address.clear();
    m_warning->setVisible(listensToNetwork(*settings));
    m_warning->tell(
        DataColour::Caution, tr("Every machine that reaches this one over the network can connect."));
    showLines({});
}

void WaitingView::showSnapshot(const RunSnapshot& snapshot, double waitedS)
{
    m_words->setText(phaseWords(snapshot, m_facts, waitedS));
    const bool shows = snapshot.phase == RunPhase::Waiting && m_settings;
    if (shows && (snapshot.address != m_address || m_lines.empty())) {
        m_address = snapshot.address;
        showLines(otherEndLines(**m_settings, {m_address, m_meanSubtracted}));
    }
}

void WaitingView::showLines(const QStringList& lines)
{
    for (CommandBox* box : m_lines)
        delete box;
    m_lines.clear();
    m_hint->setVisible(!lines.isEmpty());
    m_hint->setText(m_facts.role == Role::Send
            ? tr("At the receiver, start this or anything that speaks its format:")
            : tr("At the sender, start this or anything that speaks a known format:"));
    for (const QString& line : lines) {
        auto* box = new CommandBox;
        box->setText(line);
        box->setName(tr("Command for the other end"));
        m_boxes->addWidget(box);
        m_lines.push_back(box);
    }
}

QString WaitingView::words() const
{
    return m_words->text();
}

QStringList WaitingView::lines() const
{
    QStringList lines;
    for (const CommandBox* box : m_lines)
        lines << box->text();
    return lines;
}

} // namespace iotbench::ui
