#include "ui/setup/address_field.h"

#include "ui/base/changes.h"
#include "ui/base/choice_box.h"
#include "ui/base/layouts.h"
#include "ui/base/other_end.h"
#include "ui/base/space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace iotbench::ui {
namespace {

std::uint16_t portOf(const Settings& values)
{
    return values.listen ? values.listen->port : values.connect ? values.connect->port : kUsualPort;
}

} // namespace

AddressField::AddressField(RunSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_label(new QLabel)
    , m_way(new ChoiceBox)
    , m_listen(new SettingField("listen", setup))
    , m_connect(new SettingField("connect", setup))
{
    const int unit = spaceUnit(this);
    QVBoxLayout* column = columnIn(this, unit / 2);
    auto* row = new QHBoxLayout;
    row->setSpacing(unit);
    m_label->setFixedWidth(characters(this, SettingField::kLabelCharacters));
    m_label->setBuddy(m_way);
    m_way->addItems({QString(), QString(), QString()});
    m_way->setObjectName(QStringLiteral("way"));
    row->addWidget(m_label);
    row->addWidget(m_way, 1);
    column->addLayout(row);
    column->addWidget(m_listen);
    column->addWidget(m_connect);
    connect(m_way, &QComboBox::activated, this, &AddressField::choose);
    connect(&m_setup, &RunSetup::changed, this, &AddressField::refresh);
    inEachLanguage(this, [this] {
        m_label->setText(tr("Connection"));
        m_way->setAccessibleName(tr("Connection"));
        m_way->setToolTip(
            tr("Waits for the other end, from this computer only or from the network, or goes to it."));
        m_way->setItemText(ThisComputer, tr("Listen, this computer only"));
        m_way->setItemText(Network, tr("Listen to the network"));
        m_way->setItemText(Connect, tr("Connect to the other end"));
        refresh();
    });
}

void AddressField::choose(int way)
{
    m_setup.change([way](Settings& values) {
        const std::uint16_t port = portOf(values);
        if (way == Connect) {
            const std::string host = values.connect ? values.connect->host : std::string("127.0.0.1");
            values.connect = Endpoint{host, port == 0 ? kUsualPort : port};
            values.listen.reset();
        } else {
            values.listen = Endpoint{way == Network ? "0.0.0.0" : "127.0.0.1", port};
            values.connect.reset();
        }
    });
}

void AddressField::refresh()
{
    const Settings& values = m_setup.values();
    const bool connects = values.connect && !values.listen;
    m_way->setCurrentIndex(connects ? Connect : listensToNetwork(values) ? Network : ThisComputer);
    m_listen->setVisible(!connects);
    m_connect->setVisible(connects || values.connect.has_value());
    m_listen->setRemark(
        listensToNetwork(values) ? tr("Everyone who can reach this machine can send to it.") : QString());
}

} // namespace iotbench::ui
