"""The command `stream`: connects to a sender that listens, and classifies each interval's images on the executors."""
import threading
import time

from py4j.protocol import Py4JJavaError
from pyspark import StorageLevel
from pyspark.streaming import StreamingContext
from pyspark.streaming.listener import StreamingListener

from iotbench_cluster import lines, session
from iotbench_cluster.classifier import Classify
from iotbench_cluster.counting import Counts, Rest, format_in, until_end_mark

# In the message of a job that wants received data which went with the executor that held it.
LOST_BLOCK = "Could not compute split"
NOTICE_S = 1  # in which the driver hears that an executor's process has ended
HAND_ON_S = 1  # in which a receiver that has stopped hands on what it had read
SOCKET_ENDED = "Socket data stream had no more data"  # a receiver's words when its sender has closed


class Receivers(StreamingListener):
    """Notices that the sender has closed its connection, and that the executor of the stream's receiver was lost: what
    it had read and not handed on is gone."""

    def __init__(self):
        self._executors = set()
        self.closed = None  # Unix seconds; None: the connection is open, or was not made yet

    def lost(self, context):
        """Whether the receiver has gone on elsewhere, or would have to: a stream may be over before it does."""
        if len(self._executors) != 1 or session.is_local(context):
            return len(self._executors) > 1
        time.sleep(NOTICE_S)
        return self._executors.isdisjoint(session.executors_alive(context))

    def onReceiverStopped(self, receiverStopped):
        if self.closed is None and SOCKET_ENDED in str(receiverStopped.receiverInfo().lastErrorMessage()):
            self.closed = time.time()

    def onReceiverStarted(self, receiverStarted):
        self._executors.add(receiverStarted.receiverInfo().executorId())


def first_arrival(rdd, otherwise):
    """Unix seconds of the start of the block that an interval begins with: its name holds the receiver's clock.

    So the first image's arrival is known to spark.streaming.blockInterval, a fifth of a second.
    """
    blocks = getattr(rdd._jrdd.rdd(), "blockIds", None)
    names = [str(block.name()) for block in blocks()] if blocks else []
    return min((int(name.rsplit("-", 1)[1]) / 1000 for name in names), default=otherwise)


class Stream:
    """What happens at the end of each interval; its methods run on the thread on which Spark calls back."""

    def __init__(self, arguments, report, classify, receivers):
        self._receivers = receivers
        self._arguments = arguments
        self._report = report
        self._classify = classify
        self._judged = arguments.engine != "null"
        self.total = Counts()
        self.intervals = 0
        self.record_bytes = 0
        self.arrived = None  # Unix seconds
        self.ended = None
        self.end_mark = False
        self.rest = Rest()
        self.closed = False  # by the sender
        self.idle = False  # for the idle time-out, though the connection is open
        self.blocks_lost = False
        self.failure = None
        self.format = None
        self.over = threading.Event()

    def on_interval(self, _, rdd):
        if self.over.is_set():
            return
        try:
            self._take(rdd)
        except Exception as failure:
            self.failure = failure
            self.over.set()

    def _take(self, rdd):
        began = time.time()
        try:
            parts = rdd.mapPartitions(self._classify).collect()
        except Py4JJavaError as error:
            if LOST_BLOCK not in str(error):
                raise
            self.blocks_lost = True
            self._report.warn("an interval's images were lost with the executor that had received them")
            return
        ended = time.time()
        self.format = self.format or format_in(parts)
        parts, self.end_mark, self.rest = until_end_mark(parts, self.format)
        counts = Counts()
        for part in parts:
            counts.add(part.lines)
            self.record_bytes += part.record_bytes
        if counts.received:
            arrived = min(first_arrival(rdd, began - self._arguments.reportingInterval), began)
            if self.arrived is None:
                self.arrived = arrived
            self.intervals += 1
            self.ended = ended
            self.total += counts
            self._report.add(parts, arrived, began, ended)
            print(lines.interval_line(ended, self.intervals, counts.received, counts.right if self._judged else None),
                  flush=True)
        else:
            print(lines.no_images_line(ended), flush=True)
            # An empty interval alone tells nothing: only silence does, as of any other stream, or the sender.
            closed = self._receivers.closed
            self.closed = closed is not None and closed + HAND_ON_S <= began - self._arguments.reportingInterval
            self.idle = self.intervals > 0 and 0 < self._arguments.idle_timeout <= began - self.ended
        if self.end_mark or self.closed or self.idle or self._expected_came():
            print(lines.stopping_line(time.time()), flush=True)
            self.over.set()

    def print_total(self):
        elapsed_s = self.ended - self.arrived if self.intervals else 0.0
        print(lines.stream_line(self.total.received, elapsed_s, self.intervals,
                                self.total.right if self._judged else None), flush=True)

    def _expected_came(self):
        expected = self._arguments.totalImages
        return expected is not None and self.total.received >= expected

    def ends(self):
        """How the run and its source have ended, by the rules and in the words of the program."""
        if self.end_mark:
            return {"source_end": "went-on" if self.rest.records else "end-mark", "after": self.rest}
        if self._expected_came():
            return {"source_end": "expected-count"}
        end_mark_due = self.format == "keras"
        if self.closed:
            return {"source_end": "no-end-mark" if end_mark_due else "end-of-file"}
        return {"end": "timed-out", "source_end": "silent" if end_mark_due else "idle"}


def run_stream(context, arguments, options, report):
    """Returns the exit code."""
    sender = f"{arguments.sourceIPAddress}:{arguments.sourcePort}"
    report.source(sender)
    classify = Classify(arguments.program, options)
    session.start_classifiers(context, classify)
    receivers = Receivers()
    stream = Stream(arguments, report, classify, receivers)
    streaming = StreamingContext(context, arguments.reportingInterval)
    streaming.addStreamingListener(receivers)
    # With one executor there is no other to keep a second copy.
    copies = StorageLevel.MEMORY_AND_DISK if session.is_local(context) else StorageLevel.MEMORY_AND_DISK_2
    streaming.socketTextStream(arguments.sourceIPAddress, arguments.sourcePort, copies).foreachRDD(stream.on_interval)
    streaming.start()
    try:
        while not stream.over.wait(0.2):
            report.check()
    finally:
        streaming.stop(stopSparkContext=False, stopGraceFully=False)
    if stream.failure:
        raise stream.failure
    stream.print_total()
    if stream.format:
        report.format(stream.format)
    return report.finish(session.cluster_facts(context), stream.record_bytes, **stream.ends(),
                         lost_unknown=arguments.totalImages is None and (stream.blocks_lost or receivers.lost(context)))
