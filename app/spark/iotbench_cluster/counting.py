"""Counts of a cluster's answers. They come from the results of tasks, of which Spark hands each to the driver once
however often the task was repeated; never from accumulators, which count repetitions too."""

from typing import NamedTuple


class Counts:
    def __init__(self):
        self.received = 0
        self.right = 0

    def add(self, lines):
        """Counts the worker's lines, bytes."""
        for line in lines.splitlines():
            _, label, predicted, rest = line.split(b",", 3)
            self.received += 1
            self.right += label == predicted != b""

    def __iadd__(self, other):
        self.received += other.received
        self.right += other.right
        return self


class Rest(NamedTuple):
    """What followed an end mark, at least."""
    records: int = 0  # lines that are not empty
    bytes: int = 0


def until_end_mark(parts, known_format):
    """Of the answers of one interval, in the stream's order, those before the end mark, as (parts, ended, the rest).

    Only `keras` has an end mark, an empty line; in the other formats it is a record, which is refused.
    """
    kept = []
    for place, part in enumerate(parts):
        if part.end_marks and (known_format or format_in(parts)) == "keras":
            behind = parts[place + 1:]
            records = part.lines.count(b"\n") - part.end_marks[0] - len(part.end_marks)
            records += sum(each.lines.count(b"\n") - len(each.end_marks) for each in behind)
            return kept + [cut(part, part.end_marks[0])], True, Rest(records, sum(each.record_bytes for each in behind))
        kept.append(part)
    return kept, False, Rest()


def cut(part, count):
    """The first `count` answers of a part."""
    lines = b"".join(part.lines.splitlines(keepends=True)[:count])
    return part._replace(lines=lines, stamps=[(at, min(done, count)) for at, done in part.stamps])


def format_in(parts):
    """The format of a stream, from a record that the classifier found good; None where there is none."""
    for part in parts:
        if part.first_good:
            return format_of(part.first_good)
    return None


def format_of(good_record):
    """As the classifier tells formats apart, for the start of a record that is known to be good."""
    if "," in good_record:
        return "scala"
    return "keras" if "." in good_record else "spark"


class ClusterShape:
    """Who answered: executors, their classifiers and how many images each classified."""

    def __init__(self):
        self._executors = {}
        self.tasks = 0
        self.tasks_repeated = 0

    def add(self, part):
        self.tasks += 1
        self.tasks_repeated += part.attempt > 0
        if part.classifier == 0:
            return
        executor = self._executors.setdefault((part.host, part.executor), {"images": 0, "classifiers": set()})
        executor["images"] += part.lines.count(b"\n")
        executor["classifiers"].add(part.classifier)

    def executors(self):
        return [{"host": host, "classifiers": len(facts["classifiers"]), "images": facts["images"]}
                for (host, _), facts in self._executors.items()]
