#include "ui/result/run_words.h"

#include "settings/settings_table.h"
#include "ui/base/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace iotbench::ui {
namespace {

struct RunFactWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString text(std::string_view words)
{
    return QString::fromUtf8(words);
}

QString coresText(double cores)
{
    return QLocale().toString(cores, 'g', 3);
}

QString engineWords(const RunResult& result)
{
    const EngineFacts& engine = result.engine;
    if (engine.name.empty())
        return {};
    QStringList parts{
        RunFactWords::tr("Engine %1")
            .arg(text(engine.name) + u' ' + text(engine.version) + u' ' + text(toString(engine.precision)))};
    double batches = 0;
    for (const BatchUse& use : engine.batches)
        batches += static_cast<double>(use.batches);
    QStringList uses;
    for (const BatchUse& use : engine.batches)
        uses << QStringLiteral("%1 (%2 %)")
                    .arg(use.batch)
                    .arg(percentText(static_cast<double>(use.batches) / batches, 0));
    if (!uses.isEmpty())
        parts << RunFactWords::tr("batch sizes used %1").arg(uses.join(QStringLiteral(", ")));
    parts << (engine.workers == 1 ? RunFactWords::tr("1 worker")
                                  : RunFactWords::tr("%1 workers").arg(engine.workers));
    return joined(parts);
}

QString modelWords(const RunResult& result)
{
    const ModelFacts& model = result.model;
    if (model.name.empty())
        return {};
    QStringList parts{RunFactWords::tr("Model %1").arg(text(model.name)), text(model.architecture)};
    if (model.parameters)
        parts << RunFactWords::tr("%1 parameters").arg(wholeText(*model.parameters));
    if (model.cardCorrect && model.cardImages && *model.cardImages > 0)
        parts << RunFactWords::tr("its card declares %1 %")
                     .arg(percentText(
                         static_cast<double>(*model.cardCorrect) / static_cast<double>(*model.cardImages),
                         2));
    else
        parts << RunFactWords::tr("without a card");
    return joined(parts);
}

QString transportWords(const TransportFacts& transport)
{
    const QString address = text(transport.address);
    switch (transport.medium) {
    case TransportMedium::Memory:
        return RunFactWords::tr("through memory");
    case TransportMedium::StandardInput:
        return RunFactWords::tr("on standard input");
    case TransportMedium::StandardInputFile:
        return RunFactWords::tr("from a file on standard input");
    case TransportMedium::StandardOutput:
        return RunFactWords::tr("on standard output");
    case TransportMedium::TcpLoopback:
        return RunFactWords::tr("over TCP, %1").arg(address);
    case TransportMedium::TcpListening:
        return RunFactWords::tr("over TCP, listening on %1").arg(address);
    case TransportMedium::TcpConnected:
        return RunFactWords::tr("over TCP, connected to %1").arg(address);
    case TransportMedium::Spark:
        return RunFactWords::tr("to Spark");
    case TransportMedium::None:
        break;
    }
    return RunFactWords::tr("not opened");
}

QString streamWords(const RunResult& result)
{
    QStringList parts{RunFactWords::tr("Stream %1").arg(transportWords(result.transport))};
    if (!result.sources.empty() && result.sources.front().format)
        parts << text(toString(*result.sources.front().format));
    else if (result.settings.format)
        parts << text(toString(*result.settings.format));
    const std::uint64_t images
        = result.settings.role == Role::Send ? result.counts.sent.value_or(0) : result.counts.received;
    if (images > 0 && result.transport.bytes > 0)
        parts << RunFactWords::tr("%1 an image")
                     .arg(bytesText(
                         static_cast<double>(result.transport.bytes) / static_cast<double>(images)));
    if (result.sources.size() > 1)
        parts << RunFactWords::tr("%1 sources").arg(result.sources.size());
    return joined(parts);
}

QString clusterWords(const RunResult& result)
{
    if (!result.cluster)
        return {};
    const ClusterFacts& cluster = *result.cluster;
    QStringList parts{
        RunFactWords::tr("Cluster Spark %1 at %2").arg(text(cluster.sparkVersion), text(cluster.master)),
        RunFactWords::tr("executors %1, tasks at once %2")
            .arg(cluster.executors.size())
            .arg(cluster.tasksAtOnce),
        RunFactWords::tr("%1 of %2 tasks repeated")
            .arg(wholeText(cluster.tasksRepeated), wholeText(cluster.tasks))};
    return joined(parts);
}

QString machineWords(const RunResult& result)
{
    const MachineFacts& machine = result.machine;
    QStringList parts{text(machine.hostName), text(machine.board),
        text(machine.cpuModel.empty() ? machine.architecture : machine.cpuModel)};
    if (machine.coresOnline > 0)
        parts << RunFactWords::tr("%1 of %2 cores")
                     .arg(coresText(machine.coresAllowed))
                     .arg(machine.coresOnline);
    if (machine.coreTypes.size() > 1)
        for (const CoreType& kind : machine.coreTypes)
            if (kind.workers)
                parts << RunFactWords::tr("%1 workers on %2 × %3")
                             .arg(decimalText(kind.workers, 1))
                             .arg(kind.count)
                             .arg(text(kind.name));
    parts << text(machine.instructionSets);
    if (!machine.governor.empty())
        parts << RunFactWords::tr("governor %1").arg(text(machine.governor));
    if (machine.temperatureC)
        parts << RunFactWords::tr("%1 °C at the end").arg(decimalText(machine.temperatureC, 0));
    parts << text(machine.osName);
    return joined(parts);
}

QString buildWords(const RunResult& result)
{
    const BuildFacts& build = result.build;
    return joined({RunFactWords::tr("iotbench %1, %2, revision %3")
                       .arg(text(build.version), text(build.buildType), text(build.gitRevision)),
        RunFactWords::tr("seed %1").arg(result.settings.seed),
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(result.startUnixMs), QLocale::ShortFormat),
        text(result.settings.label)});
}

} // namespace

QStringList runWords(const RunResult& result)
{
    QStringList lines{engineWords(result), modelWords(result), streamWords(result), clusterWords(result),
        machineWords(result), buildWords(result)};
    lines.removeAll(QString());
    return lines;
}

} // namespace iotbench::ui
