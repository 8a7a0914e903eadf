// Brings a run's stages together, starts them in order, ends them in order, and gathers what they know.
#pragma once

#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "base/wait_ready.h"
#include "base/wake_up.h"
#include "reports/report_folder.h"
#include "run/collector.h"
#include "run/event_log.h"
#include "run/process_watch.h"
#include "run/run.h"
#include "run/sending_side.h"
#include "run/stream_ends.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace iotbench {

// The report that a front-end keeps, or why there is none.
struct KeptReport {
    std::string path; // "" where none is wanted
    std::unique_ptr<ReportFolder> report;
    std::string fault;
};

class Run::Conductor {
public:
    Conductor(RunInputs inputs, std::unique_ptr<ReportFolder> report, KeptReport kept,
        std::unique_ptr<Gallery> gallery);
    ~Conductor();

    void start();
    void requestStop() noexcept { m_stop.raise(); }
    std::shared_ptr<const RunSnapshot> snapshot() const;
    RunOutcome wait();
    bool finished() const { return m_phase.load(std::memory_order_acquire) == RunPhase::Finished; }
    const RunInputs& inputs() const { return m_inputs; }
    const Gallery* gallery() const { return m_gallery.get(); }

private:
    // What lives only while the run is on: made, run and taken apart on the conductor's thread.
    struct Classifying;

    void conduct();
    void conductSend();
    void conductClassify();
    std::vector<std::vector<unsigned>> places();
    bool openEnds(StreamEnds& ends);
    void beginCounting(CollectorOptions options);
    Readiness waitForBell(const StopSignal& stop);
    void watchReading(Classifying& parts);
    void workOff(Classifying& parts);
    void gather(Classifying& parts, const ReadingResult& reading);

    TallyOptions tallyOptions() const;
    std::optional<SourceTally::Planned> plannedFor(const PeerRow& peer) const;
    void keep(RunOutcome& outcome);
    void fail(std::string why);
    void say(Message what, bool warning = false);
    void sayCalibration();

    RunInputs m_inputs;
    std::unique_ptr<ReportFolder> m_report;
    KeptReport m_kept;
    std::unique_ptr<Gallery> m_gallery; // null: pictures are not kept
    SystemClock m_clock;
    StopSignal m_stop; // the user's
    StopSignal m_readingStop; // reading and sending end: by the user, a time limit or a failure
    StopSignal m_never;
    WakeUp m_bell; // something has happened that the conductor waits for
    EventLog m_events;
    SampleRing m_ring;
    WakeUp m_collectorBell;
    std::atomic<RunPhase> m_phase{RunPhase::WarmingUp};
    std::atomic<Collector*> m_collecting{nullptr}; // m_collector, once it is there
    std::unique_ptr<Collector> m_collector;
    std::thread m_collectorThread;
    std::unique_ptr<SendingSide> m_sending;
    std::vector<std::string> m_sourceNames; // loopback: of stream i
    std::string m_address; // guarded by m_addressMutex
    mutable std::mutex m_addressMutex;
    std::int64_t m_originNs = 0;
    ProcessWatch m_watch;
    RunResult m_result;
    std::thread m_thread;
};

} // namespace iotbench
