"""The command `max`: the test set as an RDD over the executors, classified again and again."""
import subprocess
import time

from pyspark import StorageLevel

from iotbench_cluster import lines, session
from iotbench_cluster.classifier import Classify
from iotbench_cluster.counting import Counts
from iotbench_cluster.program import find_program

CIFAR_RECORD_BYTES = 3073
TEST_SET_SIZE = 10_000


def test_set(program):
    """The program's own test set, one binary CIFAR-10 record an image, in order."""
    command = [find_program(program), "--batch", "--role", "send", "--format", "cifar", "--imagesPerSec", "max",
               "--totalImages", str(TEST_SET_SIZE), "--quiet"]
    sender = subprocess.run(command, capture_output=True)
    if sender.returncode != 0:
        raise RuntimeError(f"the test set cannot be had from {command[0]}: {sender.stderr.decode(errors='replace')}")
    stream = sender.stdout
    return [stream[at:at + CIFAR_RECORD_BYTES] for at in range(0, len(stream), CIFAR_RECORD_BYTES)]


class Share:
    """What mapPartitionsWithIndex calls: one of `partitions` shares of the test set, from the executor's own copy, so
    that no image goes through the driver."""

    def __init__(self, program, partitions):
        self._program = program
        self._partitions = partitions

    def __call__(self, index, _):
        first, end = (TEST_SET_SIZE * each // self._partitions for each in (index, index + 1))
        return iter(test_set(self._program)[first:end])


def run_max(context, arguments, options, report):
    """Returns the exit code."""
    partitions = arguments.partitions or session.slots(context)
    share = Share(arguments.program, partitions)
    one = context.parallelize(range(partitions), partitions).mapPartitionsWithIndex(share, True) \
        .persist(StorageLevel.MEMORY_AND_DISK)
    images = context.union([one] * arguments.copies)
    classify = Classify(arguments.program, options)

    # What an executor does once is not measured: it unpacks the images, and its classifiers load the model.
    one.count()
    session.start_classifiers(context, classify)

    report.source("test set")
    report.format("cifar")
    judged = arguments.engine != "null"
    began = time.time()
    ended = began
    total = Counts()
    record_bytes = 0
    iteration = 0
    while iteration == 0 or ended - began < arguments.duration:
        iteration += 1
        job_began = time.time()
        parts = images.mapPartitions(classify).collect()
        ended = time.time()
        counts = Counts()
        for part in parts:
            counts.add(part.lines)
            record_bytes += part.record_bytes
        total += counts
        report.add(parts, job_began, job_began, ended)
        print(lines.iteration_line(ended, iteration, counts.received, counts.right if judged else None), flush=True)
    print(lines.completion_line(total.received, ended - began), flush=True)
    return report.finish(session.cluster_facts(context), record_bytes, source_end="expected-count")
