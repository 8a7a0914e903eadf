"""Both commands on a local Spark of two slots, where a task may fail four times."""
import collections
import contextlib
import io
import os
import pathlib
import tempfile
import unittest

import bench
import pyspark

os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
from iotbench_cluster import counting, maximum, session, stream
from iotbench_cluster.classifier import Classify
from iotbench_cluster.program import classifier_options
from iotbench_cluster.report import Report


class Local(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        conf = session.configuration("test").setMaster("local[2,4]").set("spark.ui.enabled", "false")
        cls.context = session.open_context(conf)
        cls.context.addPyFile(bench.package(cls.folder.name))

    @classmethod
    def tearDownClass(cls):
        cls.context.stop()
        cls.folder.cleanup()

    def run_command(self, command, **given):
        """(exit code, printed lines, report)"""
        folder = tempfile.mkdtemp(dir=self.folder.name)
        arguments = bench.arguments(report=folder, **given)
        options = classifier_options(arguments, 1)
        report = Report(arguments, options, arguments.totalImages)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = command(self.context, arguments, options, report)
        return code, printed.getvalue(), bench.read_report(folder)

    def test_max(self):
        code, printed, report = self.run_command(maximum.run_max, modelPath="resnet8", copies=2)
        self.assertEqual(code, 0, printed)
        card = report["card"]  # counts each image once
        right = 2 * card["card_correct"]
        self.assertEqual(bench.matches(bench.ITERATION, printed),
                         [("1", "20000", str(right), f"{right / 200:.2f}")])
        (images, elapsed_s, rate), = bench.matches(bench.COMPLETION, printed)
        self.assertEqual(images, "20000")
        self.assertAlmostEqual(float(elapsed_s), report["elapsed_s"], delta=0.06)
        self.assertAlmostEqual(float(rate), report["images_per_s"], delta=0.06)
        self.assertEqual(report["images"]["received"], 20000)
        self.assertEqual(report["images"]["correct"], right)
        self.assertEqual((card["compared"], card["agreed"]), (10000, 10000))
        self.assertEqual(report["content"]["distinct"], 10000)
        self.assertEqual(report["engine"]["workers"], 2)
        cluster = report["cluster"]
        self.assertEqual((cluster["master"], cluster["slots"], cluster["task_cpus"]), ("local[2,4]", 2, 1))
        self.assertEqual(cluster["spark_version"], pyspark.__version__)
        self.assertEqual([(each["classifiers"], each["images"]) for each in cluster["executors"]], [(2, 20000)])
        self.assertEqual(cluster["tasks_repeated"], 0)

    def test_one_classifier_for_each_python_worker(self):
        classify = Classify(bench.PROGRAM, ["--engine", "null", "--workers", "1"])
        share = maximum.Share(bench.PROGRAM, 6)
        classifiers = collections.defaultdict(set)
        tasks = 0
        for _ in range(3):
            images = self.context.parallelize(range(6), 6).mapPartitionsWithIndex(share)
            for part in images.mapPartitions(classify).collect():
                classifiers[part.worker].add(part.classifier)
                tasks += 1
        self.assertEqual(tasks, 18)
        self.assertLessEqual(len(classifiers), 3)
        self.assertEqual({len(pids) for pids in classifiers.values()}, {1})

    def test_classifiers_that_were_started_do_the_work(self):
        classify = Classify(bench.PROGRAM, ["--engine", "null", "--workers", "1"])
        started = self.context.parallelize(range(4), 2).mapPartitions(classify.start).collect()
        images = self.context.parallelize(range(2), 2).mapPartitionsWithIndex(maximum.Share(bench.PROGRAM, 2))
        used = {part.classifier for part in images.mapPartitions(classify).collect()}
        self.assertLessEqual(used, set(started))

    def test_killed_classifier_counts_nothing_twice(self):
        program = bench.dying_program(tempfile.mkdtemp(dir=self.folder.name), 3073 * 1000)
        code, printed, report = self.run_command(
            maximum.run_max, program=program, modelPath="resnet8")
        self.assertEqual(code, 0, printed)
        self.assertEqual(report["images"]["received"], 10000)
        self.assertEqual(report["images"]["correct"], report["card"]["card_correct"])
        self.assertGreaterEqual(report["cluster"]["tasks_repeated"], 1)

    def test_hopeless_classifier_says_why(self):
        classify = Classify(bench.PROGRAM, ["--modelPath", "nowhere.onnx", "--workers", "1"])
        with self.assertRaisesRegex(Exception, 'standard error: (.|\n)*there is no model or file "nowhere.onnx"'):
            self.context.parallelize(["1"], 1).mapPartitions(classify).collect()

    def streamed(self, images, wire_format, expected=None, **given):
        with bench.Sender(images, 4000, wire_format) as sender:
            return self.run_command(stream.run_stream, sourcePort=sender.port, totalImages=expected,
                                    modelPath="resnet8", **given)

    def test_every_format(self):
        for wire_format, end in (("spark", "end_of_file"), ("scala", "end_of_file"), ("keras", "end_mark")):
            with self.subTest(wire_format):
                code, printed, report = self.streamed(2000, wire_format)
                self.assertEqual(code, 0, printed)
                (images, _, intervals, _, right, _), = bench.matches(bench.STREAM, printed)
                each = bench.matches(bench.INTERVAL, printed)
                self.assertEqual(images, "2000")
                self.assertEqual(intervals, str(len(each)))
                self.assertEqual(sum(int(received) for _, received, _ in each), 2000)
                self.assertEqual(sum(int(good) for _, _, good in each), int(right))
                self.assertIn("Z: Stopping stream", printed)
                self.assertEqual(report["images"]["received"], 2000)
                self.assertEqual(report["sources"][0]["format"], wire_format)
                self.assertEqual(report["sources"][0]["end"], end)
                self.assertEqual((report["content"]["in_test_set"], report["content"]["distinct"]), (2000, 2000))
                self.assertGreater(report["elapsed_s"], 0.4)

    def test_sender_that_drops_the_connection(self):
        code, printed, report = self.streamed(1500, "spark", expected=2000)
        self.assertEqual(code, 3)
        self.assertEqual(bench.matches(bench.STREAM, printed)[0][0], "1500")
        self.assertEqual(report["images"]["lost"], 500)
        self.assertEqual(report["verdict"]["complete"], "INVALID")

    def from_an_open_socket(self, sent, **given):
        with bench.OpenSender(sent) as sender:
            return self.run_command(stream.run_stream, sourcePort=sender.port, modelPath="resnet8", **given)

    def test_empty_interval_is_no_end_while_the_socket_is_open(self):
        sent = bench.sent_images(200, "spark")
        code, printed, report = self.from_an_open_socket(sent, idle_timeout=4)
        self.assertEqual(code, 0, printed)
        self.assertGreaterEqual(printed.count("No images received in interval"), 3)
        self.assertEqual(report["images"]["received"], 200)
        self.assertEqual(report["sources"][0]["end"], "idle")
        self.assertEqual(report["end"]["kind"], "timed_out")
        self.assertEqual(report["verdict"]["complete"], "not_judged")

    def test_silence_without_the_due_end_mark(self):
        sent = bench.sent_images(200, "keras").removesuffix(b"\n")
        code, _, report = self.from_an_open_socket(sent, idle_timeout=2)
        self.assertEqual(code, 3)
        self.assertEqual(report["sources"][0]["end"], "silent")
        self.assertEqual(report["verdict"]["complete"], "INVALID")

    def test_images_after_the_end_mark(self):
        sent = bench.sent_images(20, "keras") + bench.sent_images(9, "keras")
        code, _, report = self.from_an_open_socket(sent)
        self.assertEqual(code, 3)
        self.assertEqual(report["images"]["received"], 20)
        self.assertEqual(report["sources"][0]["end"], "went_on")
        self.assertEqual(report["sources"][0]["records_after_end_mark"], 9)

    def test_report_into_a_folder_that_is_not_empty(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        (folder / "notes.txt").write_text("kept")
        arguments = bench.arguments(report=str(folder), engine="null")
        report = Report(arguments, classifier_options(arguments, 1))
        self.assertEqual(report._program.wait(bench.PATIENCE_S), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
