"""The native classifier of an executor: one process `iotbench --batch --role worker` for each Python worker.

Records go in by one pipe, one line of answer a record comes out by the other, in order. The process is kept in this
module, which a Python worker imports once, so that it outlives tasks and stages; the globals of the main script
would be new in each task.
"""
import os
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from typing import NamedTuple

from iotbench_cluster.program import find_program

WRITE_BYTES = 256 << 10
READ_BYTES = 64 << 10
STAMP_S = 0.1  # how finely it is known when answers came
ERROR_BYTES = 4096  # of the end of a dead classifier's standard error
READY = b"ready: "  # what the program says on standard error once its model is loaded
LOOK_S = 0.02
REASON = 5  # its place in an answer; empty where there is none


class ClassifierDied(RuntimeError):
    """The process ended, or answered no more, while records were due."""


class Answers(NamedTuple):
    """What became of one partition, and where: the result of a task, from which alone images are counted."""
    lines: bytes  # the worker's own, index,label,predicted,…,reason,hash
    stamps: list  # (Unix seconds, how many answers had come by then), ascending
    end_marks: list  # which records were empty: an end mark, in the format that has one
    first_good: str  # the start of the first record that was classified; "" where none was
    record_bytes: int
    host: str
    executor: int  # process id of Spark's Python daemon, of which an executor has one
    worker: int  # process id of the Python worker
    classifier: int  # process id; 0 where the partition was empty
    attempt: int  # 0, or how often the task had failed before


class Classifier:
    """One process. One thread at a time may ask it for answers; after an exception it is of no more use."""

    def __init__(self, command):
        self._errors = tempfile.TemporaryFile()  # a pipe that nobody reads could block it
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, bufsize=0)
        self.pid = self._process.pid

    def alive(self):
        return self._process.poll() is None

    def close(self):
        self._process.kill()
        self._process.wait()
        for file in (self._process.stdin, self._process.stdout, self._errors):
            file.close()

    def wait_until_ready(self):
        """Until the model is loaded: so long records would only lie in the pipe."""
        while READY not in os.pread(self._errors.fileno(), ERROR_BYTES, 0):
            if not self.alive():
                raise ClassifierDied(self._last_words())
            time.sleep(LOOK_S)

    def answers(self, records):
        """Feeds the records, an iterable of bytes, and returns (lines, stamps)."""
        feed = _Feed(records, self._process)
        feed.start()
        lines, stamps, count, stamped_at = [], [], 0, 0.0
        output = self._process.stdout.fileno()
        while not feed.all_answered(count):
            text = os.read(output, READ_BYTES)
            if not text:
                feed.join()
                raise feed.failure or ClassifierDied(self._last_words())
            lines.append(text)
            count += text.count(b"\n")
            now = time.time()
            if now - stamped_at >= STAMP_S or feed.all_answered(count):
                stamps.append((now, count))
                stamped_at = now
        feed.join()
        if feed.failure:
            raise feed.failure
        return b"".join(lines), stamps

    def _last_words(self):
        status = self._process.wait()
        how = f"was killed by signal {-status}" if status < 0 else f"ended with exit status {status}"
        self._errors.seek(max(0, os.fstat(self._errors.fileno()).st_size - ERROR_BYTES))
        words = self._errors.read().decode(errors="replace").strip()
        return (f"the classifier (process {self.pid} on {socket.gethostname()}) {how}; "
                f"its standard error: {words or '(nothing)'}")


class _Feed(threading.Thread):
    """Writes records while another thread reads answers, so that neither full pipe can hold up the other."""

    def __init__(self, records, process):
        super().__init__(daemon=True)
        self._records = records
        self._process = process
        self._total = None  # not known before the last record has been seen
        self._begun = threading.Event()
        self.failure = None  # of whoever makes the records

    def all_answered(self, count):
        """Whether `count` answers are all; waits until there is something to wait for."""
        self._begun.wait()
        return count == self._total

    def run(self):
        try:
            self._feed()
        except BrokenPipeError:
            pass  # the reader of the answers sees the end, and says why
        except BaseException as failure:
            self.failure = failure
            self._process.kill()  # wakes the reader
        finally:
            self._begun.set()

    def _feed(self):
        held, size, count = [], 0, 0
        for record in self._records:
            if size >= WRITE_BYTES:
                self._begun.set()
                self._write(b"".join(held))
                held, size = [], 0
            held.append(record)
            size += len(record)
            count += 1
        # Told before the last records go out: their answers are the last to wait for.
        self._total = count
        self._begun.set()
        self._write(b"".join(held))

    def _write(self, block):
        view = memoryview(block)
        while view:
            view = view[self._process.stdin.write(view):]


_kept = None  # (command, stream, Classifier) of this Python worker


def kept_classifier(command, stream):
    """This Python worker's classifier, started where there is none alive for this command and stream.

    The name of the stream matters as a classifier looks at the format of the first records it gets alone.
    """
    global _kept
    if _kept and _kept[:2] == (command, stream) and _kept[2].alive():
        return _kept[2]
    drop_classifier()
    _kept = (command, stream, Classifier(command))
    return _kept[2]


def drop_classifier():
    global _kept
    if _kept:
        _kept[2].close()
    _kept = None


class Classify:
    """What mapPartitions calls, for all partitions of one stream of images: classifies a partition's records, bytes or lines without their newline.

    `options` are the worker's; `program` is looked for on each executor where it is None.
    """

    def __init__(self, program, options):
        self._program = program
        self._options = options
        self._stream = uuid.uuid4().hex

    def start(self, partition):
        """For mapPartitions too: starts this Python worker's classifier, or finds it running, and returns its process id.

        All of the partition is read: Spark ends a Python worker that leaves input behind, and with it would go the
        classifier.
        """
        for _ in partition:
            pass
        classifier = self._classifier()
        classifier.wait_until_ready()
        return [classifier.pid]

    def __call__(self, partition):
        noted = _Noted(partition)
        first = next(noted, None)
        if first is None:
            return [_answers_of(noted, b"", [], 0)]
        classifier = self._classifier()
        try:
            lines, stamps = classifier.answers(_with_first(first, noted))
        except BaseException:
            drop_classifier()  # it owes answers: nobody could tell them from those of the next task
            raise
        return [_answers_of(noted, lines, stamps, classifier.pid)]

    def _classifier(self):
        command = [find_program(self._program), "--batch", "--role", "worker", "--quiet", "--content-hash",
                   *self._options]
        return kept_classifier(command, self._stream)


def _with_first(first, rest):
    yield first
    yield from rest


class _Noted:
    """Passes records on as bytes and notes of them what only their text tells."""
    HEADS = 40  # how much of a line is kept to tell its format: the label and a value
    KEPT = 1000  # heads kept: a good record is among them, or the stream is hopeless

    def __init__(self, records):
        self._records = iter(records)
        self._count = 0
        self.end_marks = []
        self.heads = []
        self.bytes = 0

    def __iter__(self):
        return self

    def __next__(self):
        record = next(self._records)
        if isinstance(record, str):
            if not record or record == "\r":
                self.end_marks.append(self._count)
            if len(self.heads) < self.KEPT:
                self.heads.append(record[:self.HEADS])
            record = record.encode() + b"\n"
        self._count += 1
        self.bytes += len(record)
        return record


def _answers_of(noted, lines, stamps, pid):
    from pyspark import TaskContext

    context = TaskContext.get()
    first_good = ""
    for head, line in zip(noted.heads, lines.split(b"\n")):
        if line.split(b",")[REASON:REASON + 1] == [b""]:
            first_good = head
            break
    return Answers(lines, stamps, noted.end_marks, first_good, noted.bytes, socket.gethostname(), os.getppid(),
                   os.getpid(), pid, context.attemptNumber() if context else 0)
