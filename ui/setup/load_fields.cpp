#include "ui/setup/load_fields.h"

#include "ui/base/changes.h"
#include "ui/base/layouts.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace iotbench::ui {

RateField::RateField(RunSetup& setup, QWidget* parent)
    : SettingField("imagesPerSec", setup, Look::Row, parent)
    , m_setup(setup)
    , m_fastest(new QCheckBox)
{
    editorRow()->addSpacing(spaceUnit(this) / 2);
    editorRow()->addWidget(m_fastest);
    m_fastest->setObjectName(QStringLiteral("fastest"));
    connect(m_fastest, &QCheckBox::clicked, this, [this](bool fastest) {
        m_setup.change([this, fastest](Settings& values) {
            values.imagesPerSecond = fastest ? 0 : m_lastRate;
            if (fastest)
                values.pacing = Pacing::Constant; // there is no schedule to be drawn
        });
    });
    connect(&m_setup, &RunSetup::changed, this, &RateField::showFastest);
    showFastest();
    inEachLanguage(this, [this] {
        m_fastest->setText(tr("as fast as possible"));
        m_fastest->setToolTip(
            tr("Sends as fast as the receiver takes the images: the way to find out what this "
               "machine can do. The latency from an intended send time is not measured then."));
    });
}

void RateField::showFastest()
{
    const double rate = m_setup.values().imagesPerSecond;
    if (rate > 0)
        m_lastRate = rate;
    m_fastest->setChecked(rate == 0);
    lineEdit()->setEnabled(rate > 0 || m_setup.typedWrong("imagesPerSec"));
}

StopField::StopField(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_label(new QLabel)
    , m_or(new TextLabel(TextRole::Remark))
    , m_images(new SettingField("totalImages", setup, SettingField::Look::Bare))
    , m_seconds(new SettingField("duration", setup, SettingField::Look::Bare))
{
    const int unit = spaceUnit(this);
    QHBoxLayout* row = rowIn(this, unit);
    m_label->setFixedWidth(characters(this, SettingField::kLabelCharacters));
    m_label->setFixedHeight(m_images->editor()->sizeHint().height());
    m_label->setBuddy(m_images->editor());
    m_or->setFixedHeight(m_label->height());
    row->addWidget(m_label, 0, Qt::AlignTop);
    row->addWidget(m_images, 3, Qt::AlignTop);
    row->addWidget(m_or, 0, Qt::AlignTop);
    row->addWidget(m_seconds, 2, Qt::AlignTop);
    connect(&m_setup, &RunSetup::changed, this, &StopField::setTexts);
    inEachLanguage(this, [this] { setTexts(); });
}

void StopField::setTexts()
{
    m_label->setText(tr("Stop after"));
    m_or->setText(tr("or"));
    m_or->setToolTip(tr("Whichever comes first."));
    // What nothing typed means depends on the rest.
    const bool unlimited = m_setup.values().role == Role::Receive || m_setup.values().durationS > 0;
    m_images->setPlaceholder(unlimited ? tr("no limit") : QStringLiteral("100"));
    m_seconds->setPlaceholder(tr("no limit"));
}

} // namespace iotbench::ui
