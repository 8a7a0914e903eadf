"""Adds up what gcov counted: coverage_table.py [--least PERCENT] SOURCE_FOLDER BUILD_FOLDER

A line counts as run where any program that was compiled with it ran it. Prints a row for each folder of SOURCE_FOLDER
and each file in it that is not run in full, with the numbers of the lines that are not. Exits with 1 where less than
PERCENT of all lines were run.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys


def counted_lines(source, build):
    """{file: {line: times run}} for the files in source; files are relative to it."""
    counts = collections.defaultdict(lambda: collections.defaultdict(int))
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
                lines = counts[path.relative_to(source)]
                for line in file["lines"]:
                    lines[line["line_number"]] += line["count"]
    return counts


def as_ranges(numbers):
    """[3, 4, 5, 9] as "3-5 9"."""
    ranges = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def row(name, run, lines):
    return f"{name:<48} {run:>6} of {lines:>6}  {100 * run / lines:6.1f} %"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    asked = parser.parse_args()
    counts = counted_lines(asked.source.resolve(), asked.build.resolve())
    if not counts:
        sys.exit(f"coverage_table.py: nothing of {asked.source} was compiled in {asked.build} with --coverage")

    rooms = collections.defaultdict(dict)
    for file, lines in counts.items():
        rooms[file.parts[0]][file] = lines
    all_run = all_lines = 0
    for room, files in sorted(rooms.items()):
        run = sum(1 for lines in files.values() for count in lines.values() if count)
        total = sum(map(len, files.values()))
        all_run += run
        all_lines += total
        print(row(room, run, total))
        for file, lines in sorted(files.items()):
            missed = sorted(number for number, count in lines.items() if not count)
            if missed:
                print(row(f"    {file}", len(lines) - len(missed), len(lines)) + f"   not {as_ranges(missed)}")
    print(row("all", all_run, all_lines))
    if 100 * all_run < asked.least * all_lines:
        sys.exit(f"coverage_table.py: less than {asked.least:g} % of the lines were run")


main()
