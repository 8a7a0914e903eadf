// A data sheet in a real browser, on screens of three widths and in print.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace iotbench::test {

const char* browserAbsence(); // why this system has none to give; nullptr where it has

QJsonObject jsonIn(const QByteArray& bytes);
QJsonObject reportInside(const QByteArray& sheet);
QString firstMatch(const QString& text, const QString& pattern); // what it captures

// Checks of the running test. `dark`: what the reader likes.
void fitsEveryScreen(const QByteArray& sheet, bool dark);
// On A4, so many pages at most, with title, sentence, headings and main figures.
void prints(const QByteArray& sheet, int mostPages);

} // namespace iotbench::test
