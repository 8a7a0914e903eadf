// Commands to paste into a terminal at the other end of a stream. They are the same in every language.
#pragma once

#include "settings/settings.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace iotbench::ui {

// The lines for the other end of a receiving or sending run, one for each address of this machine where it
// listens to the network; empty in loopback. `boundAddress`: where it really listens ("0.0.0.0:40123"), ""
// before it does. `meanSubtracted`: the model wants the sender's -s. `model`: that receives what we send; ""
// where it is not known.
struct OtherEnd {
    std::string boundAddress;
    bool meanSubtracted = false;
    std::string model = {};
};
QStringList otherEndLines(const Settings& effective, const OtherEnd& other);

// Whether a listening run can be reached from other machines.
bool listensToNetwork(const Settings& effective);

} // namespace iotbench::ui
