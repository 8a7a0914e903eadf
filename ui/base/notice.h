// Something that the row under the bar tells, with its remedy.
#pragma once

#include <QMetaType>
#include <QString>

#include <functional>

namespace iotbench::ui {

struct Notice {
    enum class Kind { Told, Caution, Fault };

    Kind kind = Kind::Told;
    QString text; // what happened, in the user's terms; "" takes the message away
    QString remedy = {}; // text of a link; "" = none
    std::function<void()> act = {}; // what the link does
};

} // namespace iotbench::ui

Q_DECLARE_METATYPE(iotbench::ui::Notice)
