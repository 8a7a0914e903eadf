#!/usr/bin/env python3
"""The IoT Analytics Benchmark on a Spark cluster: images spread over its executors (max), or streamed to it (stream).

    spark-submit --archives iotbench.tar.gz#iotbench --py-files iotbench_cluster.zip iotbench_spark.py max -m resnet20
"""
import argparse
import signal
import sys
import traceback

from iotbench_cluster import maximum, session, stream
from iotbench_cluster.program import classifier_options
from iotbench_cluster.report import Report, ReportFailed

EXIT_FAILED, EXIT_INTERRUPTED = 1, 130  # as the program's own


# Stated, so that no classifier measures for itself, while others work beside it, what suits the machine.
CLASSIFIER_DEFAULTS = {"engine": "opencv", "precision": None, "device": None, "batch-size": 32, "normalise": None}


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def command_line():
    parser = argparse.ArgumentParser(prog="iotbench_spark.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    maximum_ = commands.add_parser("max", help="classifies the test set again and again, as fast as the cluster can")
    maximum_.add_argument("--duration", type=float, default=60, help="seconds after which no iteration begins (%(default)s)")
    maximum_.add_argument("--copies", type=positive, default=1, help="how often an iteration repeats the 10,000 test images (%(default)s)")
    maximum_.add_argument("--partitions", type=positive, help="of one copy of the test set (as many as tasks run at once)")
    stream_ = commands.add_parser("stream", help="connects to a sender that listens, and classifies what it sends")
    stream_.add_argument("-i", "--sourceIPAddress", default="127.0.0.1", help="where the sender listens, as the executors see it (%(default)s)")
    stream_.add_argument("-p", "--sourcePort", type=positive, default=10000, help="its port (%(default)s)")
    stream_.add_argument("-r", "--reportingInterval", type=positive, default=10, help="length of an interval in seconds (%(default)s)")
    stream_.add_argument("-t", "--totalImages", type=positive, help="how many images are expected; fewer are lost")
    stream_.add_argument("--idle-timeout", type=float, default=30,
                         help="seconds without an image after which the stream is over (%(default)s; 0: none)")
    for each in (maximum_, stream_):
        each.add_argument("-m", "--modelPath", help="name of a bundled model, or a file that every executor has")
        for name, default in CLASSIFIER_DEFAULTS.items():
            each.add_argument(f"--{name}", default=default, help="as the program's, for the classifiers")
        each.add_argument("--program", help="path of iotbench on driver and executors (else from --archives, else on PATH)")
        each.add_argument("--report", help="folder for summary.csv, intervals.csv, images.csv and report.json")
        for name in ("csv", "label", "min-accuracy", "require-rate"):
            each.add_argument(f"--{name}", help="as the program's, for the report")
        for name in ("force", "strict", "no-host"):
            each.add_argument(f"--{name}", action="store_true", help="as the program's, for the report")
    return parser.parse_args()


def interrupt(*_):
    raise KeyboardInterrupt


def run(arguments):
    conf = session.configuration(arguments.command)
    options = classifier_options(arguments, session.task_cpus(conf))
    expected = getattr(arguments, "totalImages", None)
    try:
        report = Report(arguments, options, expected)  # before the cluster, so that a mistake is told at once
        context = session.open_context(conf)
    except FileNotFoundError:  # the program may be in --archives, which a context unpacks
        context = session.open_context(conf)
        report = Report(arguments, options, expected)
    report.check()
    commands = {"max": maximum.run_max, "stream": stream.run_stream}
    try:
        return commands[arguments.command](context, arguments, options, report)
    except KeyboardInterrupt:
        return report.finish(session.cluster_facts(context), end="stopped", source_end="open")
    except ReportFailed:
        raise
    except Exception as failure:
        traceback.print_exc()
        why = str(failure).splitlines()[0] if str(failure) else type(failure).__name__
        return report.finish(session.cluster_facts(context), end="failed", source_end="open", failure=why)


def main():
    arguments = command_line()
    signal.signal(signal.SIGTERM, interrupt)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # which nohup asks for
        signal.signal(signal.SIGHUP, interrupt)
    try:
        return run(arguments)
    except FileNotFoundError as absent:
        print(f"iotbench_spark.py: {absent}", file=sys.stderr)
        return EXIT_FAILED
    except ReportFailed as failed:
        return failed.exit_code or EXIT_FAILED
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
