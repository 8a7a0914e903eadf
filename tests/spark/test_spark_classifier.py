"""The classifier's pipes, the counts and the printed lines, without Spark's machinery."""
import os
import signal
import tempfile
import unittest

import bench
from iotbench_cluster import classifier, counting, lines, maximum

COMMAND = [bench.PROGRAM, "--batch", "--role", "worker", "--engine", "null", "--quiet", "--workers", "1"]


def answers(text, **others):
    plain = dict(lines=text, stamps=[(0.0, text.count(b"\n"))], end_marks=[], first_good="", record_bytes=0, host="a",
                 executor=1, worker=2, classifier=3, attempt=0)
    return classifier.Answers(**{**plain, **others})


class Pipes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = maximum.test_set(bench.PROGRAM)

    def setUp(self):
        self.classifier = classifier.Classifier(COMMAND)
        self.addCleanup(self.classifier.close)

    def test_more_than_the_pipes_hold(self):
        lines_, stamps = self.classifier.answers(iter(self.records))
        self.assertEqual(lines_.count(b"\n"), 10_000)
        self.assertEqual(stamps[-1][1], 10_000)
        self.assertTrue(lines_.startswith(b"0,3,,,"))

    def test_one_after_the_other(self):
        for first in range(0, 300, 100):
            lines_, _ = self.classifier.answers(self.records[first:first + 100])
            self.assertEqual([int(line.split(b",")[0]) for line in lines_.splitlines()], list(range(first, first + 100)))

    def test_ready_once_the_model_is_loaded(self):
        self.classifier.wait_until_ready()
        self.assertEqual(self.classifier.answers(self.records[:1])[0].count(b"\n"), 1)

    def test_hopeless_is_never_ready(self):
        hopeless = classifier.Classifier(COMMAND + ["--modelPath", "nowhere.onnx"])
        self.addCleanup(hopeless.close)
        with self.assertRaisesRegex(classifier.ClassifierDied, "there is no model or file"):
            hopeless.wait_until_ready()

    def test_nothing_to_answer(self):
        self.assertEqual(self.classifier.answers([]), (b"", []))

    def test_fault_of_the_records(self):
        def broken():
            yield from self.records[:500]
            raise ValueError("the partition broke")

        with self.assertRaisesRegex(ValueError, "the partition broke"):
            self.classifier.answers(broken())

    def test_killed(self):
        def records():
            yield from self.records[:500]
            os.kill(self.classifier.pid, signal.SIGKILL)
            yield from self.records[500:]

        with self.assertRaisesRegex(classifier.ClassifierDied, "was killed by signal 9; its standard error: "):
            self.classifier.answers(records())

    def test_last_words(self):
        with tempfile.TemporaryDirectory() as folder:
            dying = classifier.Classifier([bench.dying_program(folder, 3073 * 20), *COMMAND[1:]])
            self.addCleanup(dying.close)
            with self.assertRaisesRegex(classifier.ClassifierDied, "out of luck"):
                dying.answers(self.records)


class Kept(unittest.TestCase):
    def tearDown(self):
        classifier.drop_classifier()

    def test_same_command_and_stream_same_process(self):
        first = classifier.kept_classifier(COMMAND, "a")
        self.assertIs(classifier.kept_classifier(list(COMMAND), "a"), first)
        os.kill(first.pid, signal.SIGKILL)
        first._process.wait()
        second = classifier.kept_classifier(COMMAND, "a")
        self.assertNotEqual(second.pid, first.pid)
        third = classifier.kept_classifier(COMMAND, "b")  # may be of another format
        self.assertNotEqual(third.pid, second.pid)
        self.assertNotEqual(classifier.kept_classifier(COMMAND + ["--batch-size", "1"], "b").pid, third.pid)


class Counting(unittest.TestCase):
    def test_right_and_received(self):
        counts = counting.Counts()
        counts.add(b"0,3,3,0.9,800.0,\n1,8,1,0.4,800.0,\n2,,,,,blank line\n3,8,,,12.0,\n")
        self.assertEqual((counts.received, counts.right), (4, 1))

    def test_end_mark_is_of_keras_alone(self):
        two = answers(b"0,3,3,0.9,8.0,\n1,8,8,0.9,8.0,\n", first_good="30.619608 0.439216")
        marked = answers(b"2,8,8,0.9,8.0,\n3,,,,,blank line\n4,0,0,0.9,8.0,\n", end_marks=[1])
        kept, ended, rest = counting.until_end_mark([two, marked, two], None)
        self.assertTrue(ended)
        self.assertEqual(rest.records, 1 + 2)
        self.assertEqual([part.lines.count(b"\n") for part in kept], [2, 1])
        self.assertEqual(kept[1].stamps, [(0.0, 1)])
        kept, ended, _ = counting.until_end_mark([two, marked, two], "spark")
        self.assertFalse(ended)
        self.assertEqual(sum(part.lines.count(b"\n") for part in kept), 7)

    def test_formats(self):
        for record, name in (("30.619608 0.4", "keras"), ("3158 112 49", "spark"), ("4.0,0,0,0,32", "scala")):
            self.assertEqual(counting.format_of(record), name)

    def test_shape(self):
        shape = counting.ClusterShape()
        for part in (answers(b"a\nb\n"), answers(b"c\n", classifier=4, attempt=1), answers(b"d\n", host="b"),
                     answers(b"", host="c", classifier=0)):
            shape.add(part)
        self.assertEqual((shape.tasks, shape.tasks_repeated), (4, 1))
        self.assertEqual(shape.executors(), [{"host": "a", "classifiers": 2, "images": 3},
                                             {"host": "b", "classifiers": 1, "images": 1}])


class Lines(unittest.TestCase):
    def test_as_the_original_prints_them(self):
        at = 1562693297.4229
        self.assertEqual(lines.iteration_line(at, 1, 50000, 49872),
                         "2019-07-09T17:28:17.422Z: Iteration 1: 50000 images inferred. "
                         "Correct predictions: 49872  Pct correct: 99.74")
        self.assertEqual(lines.completion_line(1300000, 61.3053),
                         "Test completion: 1300000 images inferred in 61.3 sec or 21205.3 images/second")
        self.assertEqual(lines.interval_line(at, 1, 126280, 101124),
                         "2019-07-09T17:28:17.422Z: Interval 1:  images received=126280   "
                         "images correctly predicted=101124")
        self.assertEqual(lines.stream_line(1000000, 116.02, 5, 800700),
                         "1000000 images received in 116.0 seconds (5 intervals), or 8619 images/second  "
                         "Correct predictions: 800700  Pct correct: 80.1")

    def test_nothing_is_no_division_by_zero(self):
        self.assertEqual(lines.stream_line(0, 0.0, 0, 0), "0 images received in 0.0 seconds (0 intervals), "
                                                          "or 0 images/second  Correct predictions: 0  Pct correct: 0.0")


if __name__ == "__main__":
    unittest.main()
