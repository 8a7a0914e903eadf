"""Which tests were skipped? skipped.py [--allow FILE] CTEST_LOG…

Reads the logs that ctest leaves in Testing/Temporary/LastTest.log and prints every skip, of a whole test or of a function
or data row in one, with its reason. A line of FILE is `PATTERN: REASON`, where PATTERN is a regular expression for the
whole name ("tst_openvino TestOpenvino::runs(bf16)"; of a whole test its name alone) and REASON why the machine cannot
have it. Exits with 1 where a skip is in no line of FILE.
"""
import argparse
import pathlib
import re
import sys

TEST = re.compile(r"^\d+/\d+ Testing: (\S+)$")
SKIPPED_FUNCTION = re.compile(r"^SKIP   : (.*?\)) (.*)$")
SKIPPED_TEST = re.compile(r"^skipped: (.*)$", re.IGNORECASE)


def skips_in(log):
    """[(name, reason)] in the order of the log."""
    skips = []
    test = None
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if found := TEST.match(line):
            test = found[1]
        elif found := SKIPPED_FUNCTION.match(line):
            skips.append((f"{test} {found[1]}", found[2]))
        elif found := SKIPPED_TEST.match(line):
            skips.append((test, found[1]))
        elif line == "Test Skipped." and not any(name.split(" ")[0] == test for name, _ in skips):
            skips.append((test, "it gives no reason"))
    return skips


def allowed_in(file):
    """[(pattern, reason)]; comments begin with #."""
    allowed = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pattern, separator, reason = line.partition(": ")
        if not separator or not reason.strip():
            sys.exit(f"{file}:{number}: a line is `PATTERN: REASON`")
        allowed.append((re.compile(pattern), reason.strip()))
    return allowed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--allow", type=pathlib.Path)
    parser.add_argument("logs", type=pathlib.Path, nargs="+")
    asked = parser.parse_args()
    allowed = allowed_in(asked.allow) if asked.allow else []

    forbidden = 0
    for log in asked.logs:
        for name, reason in skips_in(log):
            why = next((why for pattern, why in allowed if pattern.fullmatch(name)), None)
            forbidden += why is None
            print(f"{'skipped, allowed' if why else 'SKIPPED'}: {name}: {reason}" + (f" ({why})" if why else ""))
    if forbidden:
        sys.exit(f"skipped.py: {forbidden} skipped that no line of {asked.allow or 'an allowed list'} names")


main()
