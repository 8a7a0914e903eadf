"""The programs as users submit them, to a standalone master with two workers of two slots each on this machine."""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import unittest

import bench

EXECUTOR = "CoarseGrainedExecutorBackend"
SUBMIT = f'. "{bench.SPARK_FILES}/standalone.sh"; start_cluster 2; echo "$master $work ${{started[*]}}"; cat'


def processes():
    """{process id: (its parent's, its command line)}"""
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                found[int(folder.name)] = (parent, (folder / "cmdline").read_text().replace("\0", " "))
    return found


class Cluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.shell = subprocess.Popen(["bash", "-euc", SUBMIT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                     env={**os.environ, "PYTHON": os.environ["PYTHON"]})
        cls.addClassCleanup(cls.shell.communicate)
        started = bench.read_until(cls.shell.stdout, re.compile("spark://"))
        master, work, _, *workers = started.splitlines()[-1].split()
        cls.master, cls.work, cls.workers = master, pathlib.Path(work), [int(each) for each in workers]

    def submit(self, *words):
        import pyspark

        home = os.path.dirname(pyspark.__file__)
        self.report = tempfile.mkdtemp(dir=self.folder.name)
        run = subprocess.Popen(
            [f"{home}/bin/spark-submit", "--master", self.master, "--conf", "spark.ui.enabled=false",
             "--py-files", str(self.work / "cluster.zip"), str(bench.SPARK_FILES / "iotbench_spark.py"), *words,
             "--program", bench.PROGRAM, "--report", self.report],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": os.environ["PYTHON"]})
        self.addCleanup(run.communicate)
        self.addCleanup(run.kill)  # first: a test that has failed waits for nothing more
        return run

    def executors(self):
        return [each for each, (parent, command) in processes().items()
                if parent in self.workers and EXECUTOR in command]

    def test_stream_whole_test_set(self):
        with bench.Sender(10_000, 4000, "spark") as sender:
            run = self.submit("stream", "-p", str(sender.port), "-r", "1", "-t", "10000", "-m", "resnet8")
            printed, said = run.communicate(timeout=bench.PATIENCE_S)
        self.assertEqual(run.returncode, 0, said)
        report = bench.read_report(self.report)
        self.assertEqual(bench.matches(bench.STREAM, printed)[0][0], "10000")
        self.assertEqual(bench.matches(bench.STREAM, printed)[0][4], str(report["model"]["card_correct"]))
        self.assertEqual(report["images"]["correct"], report["model"]["card_correct"])
        self.assertEqual(report["images"]["lost"], 0)
        self.assertEqual(report["card"]["agreed"], 10_000)
        self.assertEqual(report["verdict"]["complete"], "VALID")
        self.assertEqual(report["cluster"]["slots"], 4)
        self.assertGreaterEqual(len(report["cluster"]["executors"]), 1)

    def test_max_with_an_executor_killed(self):
        run = self.submit("max", "--duration", "15", "-m", "resnet8")
        first = bench.read_until(run.stdout, bench.ITERATION)  # every executor has classified its share of it
        killed = self.executors()
        self.assertEqual(len(killed), 2)
        os.kill(killed[0], signal.SIGKILL)
        printed, said = run.communicate(timeout=bench.PATIENCE_S)
        self.assertEqual(run.returncode, 0, said)
        report = bench.read_report(self.report)
        right = report["model"]["card_correct"]
        iterations = bench.matches(bench.ITERATION, first + printed)
        self.assertGreaterEqual(len(iterations), 2)
        self.assertEqual({each[1:3] for each in iterations}, {("10000", str(right))})
        self.assertEqual(report["images"]["received"], 10_000 * len(iterations))
        self.assertEqual(report["images"]["correct"], right * len(iterations))
        self.assertGreaterEqual(len(report["cluster"]["executors"]), 2)

    def receiving_executor(self, port):
        """The one that holds the connection to the sender."""
        wanted = f"0100007F:{port:04X}"
        deadline = time.monotonic() + bench.PATIENCE_S
        while time.monotonic() < deadline:
            for process in self.executors():
                sockets = set()
                with contextlib.suppress(OSError):
                    for table in ("tcp", "tcp6"):
                        for line in pathlib.Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]:
                            fields = line.split()
                            if fields[2].endswith(wanted) and fields[3] == "01":
                                sockets.add(f"socket:[{fields[9]}]")
                    for link in pathlib.Path(f"/proc/{process}/fd").iterdir():
                        with contextlib.suppress(OSError):
                            if os.readlink(link) in sockets:
                                return process
            time.sleep(0.1)
        raise AssertionError("no executor has connected to the sender")

    def test_receiving_executor_killed(self):
        with bench.Sender(100_000, 500, "spark") as sender:
            run = self.submit("stream", "-p", str(sender.port), "-r", "1", "-m", "resnet8")
            bench.read_until(run.stdout, bench.INTERVAL)
            os.kill(self.receiving_executor(sender.port), signal.SIGKILL)
            printed, said = run.communicate(timeout=bench.PATIENCE_S)
        self.assertEqual(run.returncode, 3, said)
        # spark-submit passes the program's standard error on as standard output.
        self.assertIn("an executor took an unknown number of images with it", printed)
        report = bench.read_report(self.report)
        self.assertTrue(report["cluster"]["lost_unknown"])
        self.assertIsNone(report["images"]["lost"])
        self.assertEqual(bench.matches(bench.STREAM, printed)[0][0], str(report["images"]["received"]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
