#include "ui/history/kept_runs.h"

#include "ui/base/in_background.h"
#include "ui/base/translated.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace iotbench::ui {
namespace {

QString words(const std::optional<Error>& error)
{
    return error ? translated(error->message) : QString();
}

} // namespace

bool measuredNothing(const RunResult& result)
{
    return (result.end == RunEnd::Failed || result.end == RunEnd::Stopped) && result.counts.received == 0
        && result.counts.sent.value_or(0) == 0;
}

KeptRuns::KeptRuns(QObject* parent)
    : KeptRuns(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs"),
        {}, parent)
{
}

KeptRuns::KeptRuns(const QString& root, KeptRunLimits limits, QObject* parent)
    : QObject(parent)
    , m_store(root.toStdString(), limits)
{
    refresh();
}

KeptRuns::~KeptRuns()
{
    deleteRemoved();
}

const KeptRunFacts* KeptRuns::find(const QString& folder) const
{
    const auto run = std::ranges::find_if(
        m_runs, [&](const KeptRunFacts& each) { return QDir(each.folder) == QDir(folder); });
    return run == m_runs.end() ? nullptr : &*run;
}

QString KeptRuns::folderForNewRun() const
{
    return QString::fromStdString(m_store.folderFor(QDateTime::currentMSecsSinceEpoch()));
}

void KeptRuns::conclude(const RunOutcome& outcome)
{
    if (outcome.keptFolder.empty())
        return;
    if (measuredNothing(outcome.result))
        (void)m_store.remove(outcome.keptFolder);
    else
        m_store.dropOldest();
    refresh();
}

void KeptRuns::conclude(const SearchOutcome& outcome)
{
    if (outcome.last)
        conclude(*outcome.last);
}

void KeptRuns::conclude(const SeriesOutcome& outcome)
{
    if (outcome.keptFolder.empty())
        return;
    m_store.dropOldest();
    refresh();
}

QString KeptRuns::relabel(const QString& folder, const QString& label)
{
    const QString fault = words(m_store.relabel(folder.toStdString(), label.toStdString()));
    refresh();
    return fault;
}

void KeptRuns::import(const QStringList& folders, std::function<void(const QStringList& faults)> done)
{
    const auto copyAll = [kept = m_store, folders]() -> Result<std::vector<Message>> {
        KeptRunStore store = kept;
        std::vector<Message> faults;
        for (const QString& folder : folders)
            if (const auto fault = store.import(folder.toStdString()))
                faults.push_back(fault->message);
        return faults;
    };
    const auto all = static_cast<std::size_t>(folders.size());
    inBackground(
        this, copyAll, [this, all, done = std::move(done)](const Result<std::vector<Message>>& copied) {
            m_store.dropOldest();
            refresh();
            QStringList faults;
            for (const Message& fault : copied ? *copied : std::vector(all, copied.error()))
                faults << translated(fault);
            done(faults);
        });
}

QString KeptRuns::remove(const QStringList& folders)
{
    const QString fault = deleteRemoved();
    m_removed = folders;
    refresh();
    return fault;
}

void KeptRuns::restore()
{
    m_removed.clear();
    refresh();
}

QString KeptRuns::deleteRemoved()
{
    QString first;
    for (const QString& folder : std::exchange(m_removed, {}))
        if (const QString fault = words(m_store.remove(folder.toStdString())); first.isEmpty())
            first = fault;
    return first;
}

void KeptRuns::refresh()
{
    m_runs = m_store.list();
    std::erase_if(m_runs,
        [this](const KeptRunFacts& run) { return m_removed.contains(QString::fromStdString(run.folder)); });
    emit changed();
}

} // namespace iotbench::ui
