#include "shown_commands.h"

#include "program.h"
#include "test_paths.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace iotbench::test {

QStringList pages()
{
    QStringList names{QStringLiteral("README.md")};
    const QDir docs(sourcePath(QStringLiteral("docs")));
    for (const QString& name : docs.entryList({QStringLiteral("*.md")}))
        names << QStringLiteral("docs/") + name;
    return names;
}

namespace {

// The lines of a fenced block: where some begin with "$ ", these are commands and the others their output;
// otherwise all are commands. Comments are cut off, continued lines joined.
QList<Shown> commandsOf(const QString& file, const QStringList& block)
{
    static const QRegularExpression comment(QStringLiteral("(^|\\s{2,})#.*$"));
    const QString prompt = QStringLiteral("$ ");
    const bool prompts
        = std::ranges::any_of(block, [&](const QString& line) { return line.startsWith(prompt); });
    QList<Shown> commands;
    bool continued = false;
    for (QString line : block) {
        if (prompts && !continued && !line.startsWith(prompt)) {
            if (!commands.isEmpty())
                commands.last().output << line;
            continue;
        }
        line = line.mid(prompts && !continued ? prompt.size() : 0).remove(comment).trimmed();
        if (line.isEmpty())
            continue;
        if (continued)
            commands.last().command += QLatin1Char(' ') + line;
        else
            commands.append({file, line, {}});
        QString& command = commands.last().command;
        continued = command.endsWith(QLatin1Char('\\'));
        if (continued)
            command = command.chopped(1).trimmed();
    }
    return commands;
}

} // namespace

QList<Shown> shownCommands()
{
    static const QRegularExpression span(
        QStringLiteral("`((?:build/release/app/)?iotbench --[^`]+|\\./installer/run\\.sh[^`]*)`"));
    QList<Shown> commands;
    for (const QString& file : pages()) {
        QStringList block;
        bool inBlock = false;
        const QString text = QString::fromUtf8(fileBytes(sourcePath(file)));
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("```"))) {
                commands += commandsOf(file, block);
                block.clear();
                inBlock = !inBlock;
            } else if (inBlock) {
                block << line;
            } else {
                for (auto found = span.globalMatch(line); found.hasNext();)
                    commands.append({file, found.next().captured(1), {}});
            }
        }
    }
    return commands;
}

} // namespace iotbench::test
