// Whether there is a screen to open a window on.
#pragma once

namespace iotbench {

// By the environment: X11, Wayland, or a platform of Qt's that was asked for by name.
bool displayNamed();

// While one lives, a screen that Qt cannot open ends the process with a sentence that names --batch and
// exit code 2, instead of Qt's own abort. One at a time.
class DisplayGuard {
public:
    DisplayGuard();
    ~DisplayGuard();
    DisplayGuard(const DisplayGuard&) = delete;
    DisplayGuard& operator=(const DisplayGuard&) = delete;
};

// The sentence, on standard error. Returns the exit code of a usage error.
int noDisplay();

} // namespace iotbench
