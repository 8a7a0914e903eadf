// The commands that README.md and docs/*.md show, and what they show of their output.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace iotbench::test {

struct Shown {
    QString file; // "README.md", "docs/arm.md"
    QString command;
    QStringList output; // as shown below it; mostly none
};

QStringList pages(); // README.md and docs/*.md, by their paths in the repository

// Of fenced blocks, and of code in the text that is a whole command.
QList<Shown> shownCommands();

} // namespace iotbench::test
