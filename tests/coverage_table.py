"""Adds up what gcov counted: coverage_table.py [--least PERCENT] SOURCE_FOLDER BUILD_FOLDER

A line counts as run where any program that was compiled with it ran it. A line that only closes a block does not count:
all that GCC may have put there is what cleans up after an exception. Prints a row for each folder of SOURCE_FOLDER
and each file in it that is not run in full, and below that each function with the numbers of its lines that are not.
Exits with 1 where less than PERCENT of all lines were run.
"""
import argparse
import bisect
import collections
import functools
import json
import pathlib
import re
import subprocess
import sys


class Counts:
    """What gcov knows of one source file."""

    def __init__(self):
        self.run = collections.Counter()  # line: times run
        self.functions = {}  # first line: (last line, name)

    def missed(self):
        return sorted(line for line, times in self.run.items() if not times)

    def function_of(self, line):
        """The name of the function that the line stands in; the inner one of a local type's."""
        starts = sorted(self.functions)
        for start in reversed(starts[: bisect.bisect_right(starts, line)]):
            end, name = self.functions[start]
            if line <= end:
                return name
        return "outside functions"

    def missed_by_function(self):
        missed = collections.defaultdict(list)
        for line in self.missed():
            missed[self.function_of(line)].append(line)
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


def counted_files(source, build):
    """{file relative to source: Counts}"""
    files = collections.defaultdict(Counts)
    # .gcno and not .gcda: what no test links has been compiled all the same, and counts as not run.
    notes = sorted(build.rglob("*.gcno"))
    for start in range(0, len(notes), 50):
        printed = subprocess.run(
            ["gcov", "--json-format", "--stdout", *map(str, notes[start : start + 50])],
            cwd=build, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        for document in printed.splitlines():
            for file in json.loads(document)["files"]:
                path = (build / file["file"]).resolve()
                if not path.is_relative_to(source):
                    continue
                counts = files[path.relative_to(source)]
                for line in file["lines"]:
                    if text_of(path)[line["line_number"] - 1].strip() != "}":
                        counts.run[line["line_number"]] += line["count"]
                for function in file["functions"]:
                    # A lambda belongs to the function that it stands in.
                    if "{lambda(" not in function["demangled_name"]:
                        counts.functions[function["start_line"]] = (
                            function["end_line"], short_name(function["demangled_name"]))
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
    parser.add_argument("build", type=pathlib.Path)
    asked = parser.parse_args()
    files = counted_files(asked.source.resolve(), asked.build.resolve())
    if not files:
        sys.exit(f"coverage_table.py: nothing of {asked.source} was compiled in {asked.build} with --coverage")

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
