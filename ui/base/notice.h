// Something that the row under the bar tells, with its remedy.
#pragma once

#include <QMetaType>
#include <QString>

#include <functional>

namespace iotbench::ui {

struct Notice {
    enum class Kind { Told, Caution, Fault };
    enum class About { Itself, Start, Opening, Deletion, Baseline };

    Kind kind = Kind::Told;
    QString text = {}; // what happened, in the user's terms; "" takes those about the same away
    QString remedy = {}; // text of a link; "" = none
    std::function<void()> act = {}; // what the link does
    About about = About::Itself; // it takes the place of those about the same; Itself: of none
};

} // namespace iotbench::ui

Q_DECLARE_METATYPE(iotbench::ui::Notice)
