#!/usr/bin/env python3
"""Starts a program with a window on a screen that nobody sees, and prints what it tells assistive programs.

usage: dbus-run-session -- accessibility_tree.py PROGRAM [ARGUMENT…]

A line for each element that shows: role, name, description, whether it is chosen or what is typed in it, and "focusable"
where it can have the focus, between tabs. The window is used as a screen reader does it, and each page stands after a line
"== NAME": setup, live (in mid-run), result, history, comparison (of that run and another like it), search and sweep (both
in their course). Exits with 77 where the bus, the screen or its bindings cannot be had here, and says why.
"""

import os
import re
import subprocess
import sys
import time

PATIENCE_S = 90
STUDIES = [("Cameras?", "search", "Probe by probe"), ("Sweep", "sweep", "All combinations")]


def give_up(why):
    print(why)
    sys.exit(77)


try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    give_up(f"{missing}: install python3-gi and gir1.2-atspi-2.0")


def screen():
    """A screen in memory; its number, once it is there."""
    reading, writing = os.pipe()
    try:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        give_up("no Xvfb: install xvfb")
    os.close(writing)
    with os.fdopen(reading) as told:
        return server, ":" + told.readline().strip()


def showing(node, depth=0):
    """Every element below it that can be seen, parents first."""
    if depth > 40:
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        yield child
        yield from showing(child, depth + 1)


def value_of(node):
    states = node.get_state_set()
    if states.contains(Atspi.StateType.CHECKED) or states.contains(Atspi.StateType.SELECTED):
        return "chosen"
    if node.get_role() == Atspi.Role.TEXT:
        return Atspi.Text.get_text(node, 0, -1)
    return ""


def print_page(name, window):
    print("==", name)
    for node in showing(window):
        fields = [node.get_role_name(), node.get_name(), node.get_description(), value_of(node)]
        fields.append("focusable" if node.get_state_set().contains(Atspi.StateType.FOCUSABLE) else "")
        print("\t".join((field or "").replace("\n", " ").replace("\t", " ") for field in fields), flush=True)


def until(found):
    """Asks again until there is an answer; the program may be busy, or its elements just gone."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            answer = found()
        except GLib.Error:
            answer = None
        if answer is not None:
            return answer
        time.sleep(0.2)
    return None


def application(pid):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_process_id() == pid:
            return child
    return None


def found(window, matches):
    """The first element that shows and matches, once there is one; the program is at fault where there never is."""

    def look():
        return next((node for node in showing(window) if matches(node)), None)

    node = until(look)
    if node is None:
        print_page("the end", window)
        sys.exit("an element that was waited for does not come")
    return node


def named(window, name):
    """What can be pressed and is called so."""
    return found(window, lambda node: node.get_name() == name and node.get_action_iface() is not None)


def press(window, name):
    Atspi.Action.do_action(named(window, name), 0)


def table(window, name, rows):
    """The table of that name, once it has so many rows."""

    def matches(node):
        return node.get_role() == Atspi.Role.TABLE and node.get_name() == name and Atspi.Table.get_n_rows(node) >= rows

    return found(window, matches)


def watch(window, in_mid_run):
    """A run, stopped once it has its figures: however slow the bus is, it goes on until they have been seen."""
    press(window, "Start")
    found(window, lambda node: re.match(r"Images/s, last second, [0-9]", node.get_name()))
    in_mid_run()
    press(window, "Stop")
    named(window, "Run again")


def walk(window):
    named(window, "Start")
    print_page("setup", window)
    watch(window, lambda: print_page("live", window))
    time.sleep(1)  # the page is laid out
    print_page("result", window)
    press(window, "Set up")
    watch(window, lambda: None)
    press(window, "History")
    runs = table(window, "Kept runs", 2)
    print_page("history", window)
    for row in range(2):
        Atspi.Table.add_row_selection(runs, row)
    press(window, "Compare")
    table(window, "What differs", 1)
    print_page("comparison", window)
    for kind, page, rows in STUDIES:
        press(window, "Set up")
        press(window, kind)
        press(window, "Start")
        table(window, rows, 2)
        print_page(page, window)
        press(window, "Stop")
        named(window, "Run again")


def main():
    server, display = screen()
    environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    environment.pop("WAYLAND_DISPLAY", None)
    # libxkbcommon-x11 copies strings out of the server's answers by their length, where strict checks want an end mark.
    environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":strict_string_checks=0"
    os.environ["DISPLAY"] = display
    if Atspi.init() > 1:
        give_up("no accessibility bus: install at-spi2-core")
    program = subprocess.Popen(sys.argv[1:], env=environment)
    try:
        window = until(lambda: application(program.pid) if program.poll() is None else program)
        if window is program:
            sys.exit(f"the program ended with {program.returncode}")
        if window is None:
            give_up("the program does not come to the accessibility bus: install at-spi2-core")
        walk(window)
    finally:
        if program.poll() is not None:
            print(f"the program ended with {program.returncode}", file=sys.stderr)
        for process in (program, server):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
