#!/usr/bin/env python3
"""Throws hostile peers at a listening receiver for a while: random bytes, half-open connections, one byte a second.

    soak_hostile_peers.py IOTBENCH [MINUTES] [PEERS]

IOTBENCH is the program, MINUTES 10 and PEERS 12 unless given: more than the receiver's four places. A good sender comes
back again and again beside them and must be served each time. Prints the receiver's resident memory as it goes; exits
with 0 only where the receiver neither grew nor fell, and every good stream arrived whole. Not part of ctest.
"""

import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time

GOOD_IMAGES = 500
MOST_GROWTH_KB = 20_000  # since the first good stream was served
PATIENCE_S = 60


def resident_kb(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))


def random_bytes(peer, rng, stop):
    while not stop.is_set():
        peer.sendall(rng.randbytes(rng.randrange(1, 100_000)))


def random_text(peer, rng, stop):
    while not stop.is_set():
        words = " ".join(f"{rng.uniform(-2, 2):.6f}" for _ in range(rng.randrange(1, 4_000)))
        peer.sendall(f"{rng.randrange(10)}{words}\n".encode())


def endless_line(peer, rng, stop):
    while not stop.is_set():
        peer.sendall(b"7" * 65_536)


def byte_a_second(peer, rng, stop):
    while not stop.wait(1):
        peer.sendall(b"3")


def half_open(peer, rng, stop):
    stop.wait(rng.uniform(0, 10))


KINDS = (random_bytes, random_text, endless_line, byte_a_second, half_open)


def be_hostile(port, seed, stop):
    """One hostile peer after the other, until told to stop; half of them leave with a reset."""
    rng = random.Random(seed)
    while not stop.is_set():
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as peer:
                leave = threading.Event()
                timer = threading.Timer(rng.uniform(0.1, 15), leave.set)
                timer.daemon = True
                timer.start()
                if rng.random() < 0.5:
                    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                rng.choice(KINDS)(peer, rng, leave)
        except OSError:
            stop.wait(0.05)  # closed by the receiver, as it should be


def await_port(receiver, said):
    """The port on which the receiver says that it listens."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and receiver.poll() is None:
        if found := re.search(r"listening on \S+:(\d+):", said.read_text()):
            return int(found.group(1))
        time.sleep(0.1)
    receiver.kill()
    sys.exit("the receiver does not listen: " + said.read_text())


def main():
    program = sys.argv[1]
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 10
    peers = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    folder = pathlib.Path(tempfile.mkdtemp(prefix="soak"))
    errors = open(folder / "receiver.txt", "wb")
    receiver = subprocess.Popen(
        [program, "--batch", "--role", "receive", "--engine", "null", "--listen", "0", "--senders", "4",
         "--idle-timeout", "2", "--linger", "5", "-r", "1000000000"],
        stdout=subprocess.DEVNULL, stderr=errors)
    port = await_port(receiver, folder / "receiver.txt")

    stop = threading.Event()
    threads = [threading.Thread(target=be_hostile, args=(port, seed, stop)) for seed in range(peers)]
    for thread in threads:
        thread.start()

    end = time.monotonic() + 60 * minutes
    served, failed, first_kb = 0, 0, None
    while time.monotonic() < end and receiver.poll() is None:
        sender = subprocess.run(
            [program, "--batch", "--role", "send", "-i", "max", "-t", str(GOOD_IMAGES),
             "--connect", f"127.0.0.1:{port}", "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        served, failed = served + (sender.returncode == 0), failed + (sender.returncode != 0)
        if receiver.poll() is None:
            now_kb = resident_kb(receiver.pid)
            first_kb = first_kb or now_kb
            print(f"{served} good streams served, {failed} failed, receiver's memory {now_kb} kB", flush=True)
    alive = receiver.poll() is None
    last_kb = resident_kb(receiver.pid) if alive else 0
    stop.set()
    for thread in threads:
        thread.join()
    if alive:
        receiver.terminate()
    code = receiver.wait(timeout=30)
    whole = (folder / "receiver.txt").read_text(errors="replace").count(f"end mark after {GOOD_IMAGES} records")

    grew_kb = last_kb - (first_kb or 0)
    print(json.dumps({"minutes": minutes, "hostile_peers": peers, "good_streams_sent": served, "failed": failed,
                      "arrived_whole": whole, "rss_start_kb": first_kb, "rss_end_kb": last_kb, "exit_code": code}))
    print("what the receiver said: " + str(folder / "receiver.txt"))
    sys.exit(0 if alive and code == 130 and failed == 0 and served > 0 and whole == served
             and grew_kb < MOST_GROWTH_KB else 1)


main()
