// Commands to paste into a terminal: the run without a window, and what goes at the other end of the stream.
// Commands are the same in every language.
#pragma once

#include "settings/settings_validation.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace iotbench::ui {

// What the command line would have to say to mean `values`: every setting that applies to the role and is not
// its default. Validating this and parsing commandLine() come to the same.
AskedSettings askedFor(const Settings& values);
// "iotbench --batch -m resnet20 -i 1000 -t 10000", quoted for a POSIX shell.
QString commandLine(const AskedSettings& asked);

// The lines for the other end of a receiving or sending run, one for each address of this machine where it
// listens to the network; empty in loopback. `boundAddress`: where it really listens ("0.0.0.0:40123"), ""
// before it does. `meanSubtracted`: the model wants the sender's -s.
struct OtherEnd {
    std::string boundAddress;
    bool meanSubtracted = false;
};
QStringList otherEndLines(const Settings& effective, const OtherEnd& other);

// Whether a listening run can be reached from other machines.
bool listensToNetwork(const Settings& effective);

} // namespace iotbench::ui
