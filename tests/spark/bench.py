"""What the tests of app/spark share: the program, a sender, and reports read back."""
import argparse
import contextlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import threading
import zipfile

TOP = pathlib.Path(__file__).resolve().parents[2]
SPARK_FILES = TOP / "app/spark"
PROGRAM = os.environ["IOTBENCH_PROGRAM"]
PATIENCE_S = 120
sys.path.insert(0, str(SPARK_FILES))
if not shutil.which("java", path=f"{os.environ['PATH']}:{os.environ.get('JAVA_HOME', '')}/bin"):
    print("skipped: no Java; install the packages in installer/packages/spark.txt, or set JAVA_HOME")
    sys.exit(77)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Sender:
    """The embedded sender, listening; a context manager."""

    def __init__(self, images, rate, wire_format):
        self.port = free_port()
        self._process = subprocess.Popen(
            [PROGRAM, "--batch", "--role", "send", "--listen", str(self.port), "--format", wire_format, "-i", str(rate),
             "-t", str(images), *(["-s"] if wire_format == "keras" else [])], stderr=subprocess.PIPE, text=True)
        read_until(self._process.stderr, re.compile(".*listening on"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.communicate()


class OpenSender:
    """Sends what it is given to whoever connects, and then keeps the connection open; a context manager."""

    def __init__(self, stream):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._connections = []
        threading.Thread(target=self._serve, args=(stream,), daemon=True).start()

    def _serve(self, stream):
        with contextlib.suppress(OSError):  # the listener is closed
            while True:
                connection, _ = self._listener.accept()
                self._connections.append(connection)
                connection.sendall(stream)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for each in (self._listener, *self._connections):
            each.close()


def sent_images(images, wire_format):
    """The embedded sender's bytes."""
    return subprocess.run([PROGRAM, "--batch", "--role", "send", "--format", wire_format, "-i", "max", "-t", str(images),
                           *(["-s"] if wire_format == "keras" else [])], stdout=subprocess.PIPE, check=True).stdout


def read_until(stream, pattern):
    """The text up to the line that matches; fails where the stream ends before."""
    text = ""
    for line in iter(stream.readline, ""):
        text += line
        if pattern.match(line):
            return text
    raise AssertionError(f"ended without a line like {pattern.pattern!r}:\n{text}")


def read_report(folder):
    return json.loads((pathlib.Path(folder) / "report.json").read_text())


def package(folder):
    """The zip file for --py-files."""
    path = pathlib.Path(folder) / "cluster.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted((SPARK_FILES / "iotbench_cluster").glob("*.py")):
            archive.write(file, f"iotbench_cluster/{file.name}")
    return str(path)


def dying_program(folder, after_bytes):
    """A program of which one classifier, the first to have read so many bytes, is killed; all others are sound."""
    path = pathlib.Path(folder) / "dying"
    path.write_text(f"""#!{sys.executable} -B
import os, subprocess, sys
command = ["{PROGRAM}", *sys.argv[1:]]
if "worker" not in command:
    os.execv(command[0], command)
program = subprocess.Popen(command, stdin=subprocess.PIPE)
left = {after_bytes}
while block := os.read(0, 65536):
    program.stdin.write(block)
    program.stdin.flush()
    left -= len(block)
    if left <= 0 and not os.path.exists("{folder}/died"):
        os.mkdir("{folder}/died")
        print("out of luck", file=sys.stderr, flush=True)
        program.kill()
        os.kill(os.getpid(), 9)
program.stdin.close()
sys.exit(program.wait())
""")
    path.chmod(0o755)
    return str(path)


def arguments(**given):
    """As the main script parses them."""
    plain = dict(program=PROGRAM, modelPath=None, engine="opencv", precision=None, device=None, batch_size=32,
                 normalise=None, report=None, csv=None, label=None, min_accuracy=None, require_rate=None, force=False,
                 strict=False, no_host=True, duration=0, copies=1, partitions=None, sourceIPAddress="127.0.0.1",
                 sourcePort=None, reportingInterval=1, totalImages=None, idle_timeout=30)
    return argparse.Namespace(**{**plain, **given})


# The original's lines.
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z: "
ITERATION = re.compile(TIME + r"Iteration (\d+): (\d+) images inferred\. Correct predictions: (\d+)  Pct correct: (\d+\.\d\d)$")
COMPLETION = re.compile(r"Test completion: (\d+) images inferred in (\d+\.\d) sec or (\d+\.\d) images/second$")
INTERVAL = re.compile(TIME + r"Interval (\d+):  images received=(\d+)   images correctly predicted=(\d+)$")
STREAM = re.compile(r"(\d+) images received in (\d+\.\d) seconds \((\d+) intervals\), or (\d+) images/second"
                    r"  Correct predictions: (\d+)  Pct correct: (\d+\.\d)$")


def matches(pattern, text):
    return [match.groups() for match in map(pattern.match, text.splitlines()) if match]
