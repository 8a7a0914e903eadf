"""Runs clang-tidy. tidy.py BUILD CLEAN JOBS FOLDER…

Reads the entries of BUILD/compile_commands.json whose sources lie in one of the FOLDERs (core/wire, ui …) of the folder
that it runs in, JOBS at once. Prints what is found, and exits with 1 where that is anything. An entry that was clean
leaves a file in CLEAN, named by the sum of all that the answer depends on, and is not read again while that is there.
"""
import concurrent.futures
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys

TOP = pathlib.Path.cwd()
TIDY = ["clang-tidy", "--quiet", "--warnings-as-errors=*", f"--config-file={TOP}/.clang-tidy"]


def place(entry, build):
    """The source as from the top; None where a tool wrote it. That of a unity build lies where its sources do."""
    file = pathlib.Path(entry["file"])
    if "Unity" in file.parts:
        return file.relative_to(build).as_posix()
    return None if file.is_relative_to(build) else file.relative_to(TOP).as_posix()


def command_of(entry):
    """The compilation, which writes nothing."""
    command = shlex.split(entry["command"])
    output = command.index("-o")
    return command[:output] + command[output + 2:]


def sum_of(entry, tool):
    """Of the tool, the checks, the command and every file that is read, alike in every clone."""
    command = command_of(entry)
    rule = subprocess.run([*command, "-M"], cwd=entry["directory"], capture_output=True, text=True, check=True).stdout
    files = shlex.split(rule.replace("\\\n", " "))[1:]
    whole = hashlib.sha256(tool)
    for content in [shlex.join(command).encode(), *(pathlib.Path(entry["directory"], each).read_bytes() for each in files)]:
        whole.update(hashlib.sha256(content.replace(str(TOP).encode(), b"")).digest())
    return whole.hexdigest()


def read(entry):
    """What clang-tidy finds, by the entry's command."""
    options = [each for each in command_of(entry)[1:] if each not in ("-c", entry["file"])]
    # GCC's own options mean nothing to Clang.
    tidy = subprocess.run([*TIDY, entry["file"], "--", *options, "-Wno-unknown-warning-option"],
                          cwd=entry["directory"], capture_output=True, text=True)
    return tidy.stdout + tidy.stderr if tidy.returncode != 0 else ""


def check(entry, tool, clean):
    """What clang-tidy finds; an empty text is nothing."""
    try:
        known = clean / sum_of(entry, tool)
    except subprocess.CalledProcessError as error:
        return error.stderr
    if known.exists():
        return ""
    found = read(entry)
    if not found:
        known.touch()
    return found


def main():
    build, clean, jobs = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    folders = tuple(folder.rstrip("/") + "/" for folder in sys.argv[4:])
    entries = [entry for entry in json.loads((build / "compile_commands.json").read_text())
               if (place(entry, build) or "").startswith(folders)]
    if not entries:
        sys.exit(f"tidy.py: no library or program lies in {' '.join(sys.argv[4:])}")
    # The longest first, so that none is left alone at the end.
    entries.sort(key=lambda entry: pathlib.Path(entry["file"]).read_text().count("#include"), reverse=True)
    tool = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    tool += pathlib.Path(".clang-tidy").read_bytes()
    found = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for text in pool.map(lambda entry: check(entry, tool, clean), entries):
            print(text, end="", flush=True)
            found += text != ""
    print(f"clang-tidy: {len(entries) - found} of {len(entries)} libraries and programs are clean", file=sys.stderr)
    sys.exit(1 if found else 0)


main()
