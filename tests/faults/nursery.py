"""Gives birth to members of the crew: everything is imported once, a new member costs
milliseconds, and is killed by nobody but its parent.

Run as a program it reads JSON lines: {"start": order} and {"kill": pid}; it answers {"started":
pid}, and {"ended": pid, "status": …} for each that ended (a negative status is the signal). It
ends, and all it started with it, when its input does.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import traceback
from collections import deque
from contextlib import suppress
from queue import Queue
from select import select
from threading import Thread
from typing import Any

from procflow.tests.faults.order import Order

TICK = 0.005


class Nursery:
    """The parent, from outside. Use it in a `with`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "procflow.tests.faults.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._started: Queue[int] = Queue()
        self._ended: deque[tuple[int, int]] = deque()
        self._ear = Thread(target=self._listen, daemon=True)
        self._ear.start()

    def start(self, order: Order) -> int:
        self._tell(start=order.to_json())
        return self._started.get(timeout=60)

    def kill(self, pid: int) -> None:
        """kill -9, unless it has ended already."""
        self._tell(kill=pid)

    def ended(self) -> list[tuple[int, int]]:
        """Those that ended since the last call: pid and status."""
        return [self._ended.popleft() for _ in range(len(self._ended))]

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_error: object) -> None:
        with suppress(BrokenPipeError):
            self._input.close()
        self._process.wait(timeout=30)
        self._ear.join(timeout=5)
        self._output.close()

    def _tell(self, **order: Any) -> None:
        self._input.write(json.dumps(order) + "\n")
        self._input.flush()

    def _listen(self) -> None:
        for line in self._output:
            said = json.loads(line)
            if "started" in said:
                self._started.put(said["started"])
            else:
                self._ended.append((said["ended"], said["status"]))

    @property
    def _input(self) -> Any:
        return self._process.stdin

    @property
    def _output(self) -> Any:
        return self._process.stdout


class Parent:
    """The parent, from inside: one thread, nothing open that a child could share."""

    def __init__(self) -> None:
        self._alive: set[int] = set()
        self._rest = b""

    def run(self) -> None:
        while True:
            for pid, status in self._reaped():
                self._say(ended=pid, status=status)
            if select([0], [], [], TICK)[0] and not self._heard():
                break
        for pid in list(self._alive):
            os.kill(pid, signal.SIGKILL)
        while self._alive:
            self._reaped()

    def _heard(self) -> bool:
        """Do what was asked for; False at the end of the input."""
        read = os.read(0, 1 << 16)
        *lines, self._rest = (self._rest + read).split(b"\n")
        for line in lines:
            self._do(json.loads(line))
        return bool(read)

    def _do(self, asked: dict[str, Any]) -> None:
        if "start" in asked:
            pid = os.fork() or born(Order.from_json(asked["start"]))
            self._alive.add(pid)
            self._say(started=pid)
        elif asked["kill"] in self._alive:
            os.kill(asked["kill"], signal.SIGKILL)

    def _reaped(self) -> list[tuple[int, int]]:
        found = []
        while self._alive:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            self._alive.discard(pid)
            found.append((pid, os.waitstatus_to_exitcode(status)))
        return found

    def _say(self, **said: int) -> None:
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def born(order: Order) -> int:
    """The child's whole life. Never returns."""
    from procflow.tests.faults.crew import live

    log = os.open(order.place / "crew.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    status = 1
    try:
        live(order)
        status = 0
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    from procflow.tests.faults import crew  # noqa: F401 - imported once, for all children

    Parent().run()
