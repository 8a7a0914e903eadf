"""Which lines were run? coverage_table.py [--least PERCENT] SOURCE_FOLDER LCOV_FILE

LCOV_FILE is what `llvm-cov export --format=lcov` prints. A line counts as run where any program that was compiled with it
ran it. A line that only closes a block does not count. Prints a row for each folder of SOURCE_FOLDER and each file in it
that is not run in full, and below that each function with the numbers of its lines that are not. Exits with 1 where
less than PERCENT of all lines were run.
"""
import argparse
import bisect
import collections
import functools
import pathlib
import re
import subprocess
import sys


class Counts:
    """What is known of one source file."""

    def __init__(self):
        self.run = collections.Counter()  # line: times run
        self.functions = {}  # first line: name

    def missed(self):
        return sorted(line for line, times in self.run.items() if not times)

    def missed_by_function(self):
        starts = sorted(self.functions)
        missed = collections.defaultdict(list)
        for line in self.missed():
            place = bisect.bisect_right(starts, line)
            missed[self.functions[starts[place - 1]] if place else "outside functions"].append(line)
        return missed


def short_name(demangled):
    """"bool iotbench::(anonymous namespace)::Reader::take<int>(int) const" as "Reader::take"."""
    name = demangled.replace("(anonymous namespace)::", "").replace("iotbench::", "")
    name = name.replace("operator()", "operator call").replace("[abi:cxx11]", "")
    while (plain := re.sub(r"(?<!operator)<[^<>]*>", "", name)) != name:
        name = plain
    name = name.split("(")[0]
    before, operator, after = name.partition("operator")
    return before.split(" ")[-1] + operator + after


@functools.cache
def text_of(path):
    return path.read_text(encoding="utf-8").splitlines()


def counted_files(source, lcov):
    """{file relative to source: Counts}; paths in the file may be relative to the parent of source."""
    files = collections.defaultdict(Counts)
    mangled = []
    counts = path = None
    for line in lcov.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(":")
        if kind == "SF":
            path = (source.parent / rest).resolve()
            counts = files[path.relative_to(source)] if path.is_relative_to(source) else None
        elif counts is None:
            continue
        elif kind == "FN":
            start, name = rest.split(",", 1)
            mangled.append((counts, int(start), name.rsplit(":", 1)[-1]))
        elif kind == "DA":
            number, times = map(int, rest.split(",")[:2])
            if text_of(path)[number - 1].strip() != "}":
                counts.run[number] += times
    plain = subprocess.run(["c++filt"], input="\n".join(name for _, _, name in mangled), check=True, text=True,
        stdout=subprocess.PIPE).stdout.splitlines()
    for (counts, start, _), name in zip(mangled, plain):
        # A lambda belongs to the function that it stands in.
        if "::$_" not in name and "lambda" not in name:
            counts.functions[start] = short_name(name)
    return files


def as_ranges(numbers):
    """[3, 4, 5, 9] as "3-5 9"."""
    ranges = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def row(name, missed, lines):
    return f"{name:<48} {lines - missed:>6} of {lines:>6}  {100 * (lines - missed) / lines:6.1f} %"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("lcov", type=pathlib.Path)
    asked = parser.parse_args()
    files = counted_files(asked.source.resolve(), asked.lcov)
    if not files:
        sys.exit(f"coverage_table.py: {asked.lcov} counts nothing of {asked.source}")

    rooms = collections.defaultdict(dict)
    for file, counts in files.items():
        rooms[file.parts[0]][file] = counts
    all_missed = all_lines = 0
    for room, room_files in sorted(rooms.items()):
        missed = sum(len(counts.missed()) for counts in room_files.values())
        lines = sum(len(counts.run) for counts in room_files.values())
        all_missed += missed
        all_lines += lines
        print(row(room, missed, lines))
        for file, counts in sorted(room_files.items()):
            functions = counts.missed_by_function()
            if functions:
                print(row(f"    {file}", len(counts.missed()), len(counts.run)))
            for function, numbers in functions.items():
                print(f"        {function} {as_ranges(numbers)}")
    print(row("all", all_missed, all_lines))
    if 100 * (all_lines - all_missed) < asked.least * all_lines:
        sys.exit(f"coverage_table.py: less than {asked.least:g} % of the lines were run")


main()
