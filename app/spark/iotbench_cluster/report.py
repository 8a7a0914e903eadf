"""The report and the verdict, from the same program as any other run's: `iotbench --batch --answers -` is told what
the cluster answered, judges it, says so on standard error, and writes what --report and --csv ask for."""
import json
import subprocess

from iotbench_cluster.counting import ClusterShape, Rest
from iotbench_cluster.program import find_program

REPORT_OPTIONS = ("report", "csv", "label", "min-accuracy", "require-rate")
REPORT_FLAGS = ("force", "strict", "no-host")


class ReportFailed(RuntimeError):
    """The program that reports has ended early; `exit_code` is its own, and it has said why."""

    def __init__(self, exit_code):
        super().__init__(f"the report failed with exit status {exit_code}")
        self.exit_code = exit_code


class Report:
    """One process of the program, from its start on checking options and folder; check() tells whether it gave up."""

    def __init__(self, arguments, options, expected=None):
        command = [find_program(arguments.program), "--batch", "--role", "receive", "--answers", "-", *options]
        for name in REPORT_OPTIONS:
            value = getattr(arguments, name.replace("-", "_"))
            if value is not None:
                command += [f"--{name}", str(value)]
        if getattr(arguments, "idle_timeout", None) is not None:
            command += ["--idle-timeout", str(arguments.idle_timeout)]
        command += [f"--{name}" for name in REPORT_FLAGS if getattr(arguments, name.replace("-", "_"))]
        if expected is not None:
            command += ["--totalImages", str(expected)]
        # In a session of its own: Ctrl-C is for the driver, which then tells it that the run was stopped.
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
        self._sequence = 0
        self._origin = None  # Unix seconds of the run's second 0
        self.shape = ClusterShape()

    def check(self):
        """Raises where the program has given up already."""
        if self._program.poll() is not None:
            raise ReportFailed(self._program.returncode)

    def source(self, peer):
        self._tell({"peer": peer})

    def add(self, parts, arrived, began, ended):
        """What one job answered, in the order of the stream. Unix seconds on this machine's clock: when the first
        of its images arrived, and when the job began and ended.

        Executors stamp their answers with their own clocks; those of a cluster agree to milliseconds or are put
        right here: no answer is older than its job or younger.
        """
        if self._origin is None:
            self._origin = arrived
        chunks = []
        for part in parts:
            self.shape.add(part)
            lines = part.lines.splitlines(keepends=True)
            done = 0
            for at, count in part.stamps:
                if count > done:
                    chunks.append((min(max(at, began), ended), self._sequence + done, lines[done:count]))
                    done = count
            self._sequence += len(lines)
        chunks.sort(key=lambda chunk: chunk[0])
        for number, (at, first, lines) in enumerate(chunks, 1):
            known = ended if number == len(chunks) else at  # the last, when the driver knew
            self._tell({"first": first, "arrival_s": arrived - self._origin, "done_s": known - self._origin})
            self._write(b"".join(lines))

    def format(self, name):
        self._tell({"format": name})

    def warn(self, words):
        self._tell({"warning": words})

    def finish(self, cluster, record_bytes=0, end="complete", source_end="end-of-file", failure="",
               lost_unknown=False, after=Rest()):
        """Closes the report and returns the exit code of the run."""
        shape = dict(cluster, executors=self.shape.executors(), tasks=self.shape.tasks,
                     tasks_repeated=self.shape.tasks_repeated, lost_unknown=lost_unknown)
        try:
            self._tell({"end": end, "source_end": source_end, "failure": failure, "bytes": record_bytes,
                        "records_after_end_mark": after.records, "bytes_after_end_mark": after.bytes,
                        "cluster": shape})
        except ReportFailed as failed:
            return failed.exit_code
        self._program.stdin.close()
        return self._program.wait()

    def _tell(self, facts):
        self._write(json.dumps(facts).encode() + b"\n")

    def _write(self, block):
        try:
            self._program.stdin.write(block)
            self._program.stdin.flush()
        except BrokenPipeError:
            raise ReportFailed(self._program.wait()) from None
