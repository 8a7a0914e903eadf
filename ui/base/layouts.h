// How the window's widgets lie under and beside each other.
#pragma once

#include <QBoxLayout>
#include <QList>

class QScrollArea;

namespace iotbench::ui {

// Without a margin; `spacing`: between the parts, -1 = the style's own. The parts may be followed by others.
QVBoxLayout* columnIn(QWidget* widget, int spacing = -1, const QList<QWidget*>& parts = {});
QHBoxLayout* rowIn(QWidget* widget, int spacing = -1, const QList<QWidget*>& parts = {});

// Of a page: a unit of space between its parts and around them, but above, where the row for messages lies.
QVBoxLayout* pageColumnIn(QWidget* page);
// Of a page that shows one of several parts: the bar that chooses among them above the part shown.
void fillWithParts(QWidget* page, QWidget* bar, QWidget* shown);

// The parts of a page beside each other, or under each other, each at least so many logical pixels high: then
// they have the room to be read, and the page scrolls.
void layBeside(QBoxLayout* parts, bool beside, int least);

// What scrolls where the window is too small for it.
QScrollArea* scrolling(QWidget* content, Qt::FocusPolicy focus = Qt::NoFocus);

} // namespace iotbench::ui
