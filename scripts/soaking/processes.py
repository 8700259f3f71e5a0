"""The processes of a soak: started, killed, started again when they die, and weighed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil

OQIGA = (sys.executable, "-c", "from oqiga.cli import main; main()")


class Clock:
    """The clock of the processes, moved by a small library in C; that of this process and of a server stay.

    movable: whether there is a compiler for the library.
    """

    def __init__(self, folder: Path) -> None:
        self._file, self._library = folder / "clock", folder / "shifted_clock.so"
        source = Path(__file__).with_name("shifted_clock.c")
        compiler = shutil.which("cc")
        self.movable = compiler is not None
        if compiler:
            words = [compiler, "-O2", "-shared", "-fPIC", "-o", str(self._library), str(source), "-ldl"]
            subprocess.run(words, check=True)
        self.set(0)

    def set(self, seconds: int) -> None:
        """Let the processes' clock be so many seconds ahead."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(str(seconds), encoding="ascii")
        fresh.replace(self._file)

    def environment(self) -> dict[str, str]:
        """Return the environment of a process under this clock."""
        if not self.movable:
            return dict(os.environ)
        return {**os.environ, "LD_PRELOAD": str(self._library), "OQIGA_CLOCK": str(self._file)}


class Kept:
    """One command of oqiga that is started again whenever it ends, as a service manager would.

    deaths: exit statuses, the signal's number negative.
    """

    def __init__(self, name: str, words: list[str], *, clock: Clock, folder: Path) -> None:
        self.name, self.words, self.log = name, words, folder / f"{name}.log"
        self._clock = clock
        self.deaths: list[int] = []
        self._child = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*OQIGA, *self.words], stdout=log, stderr=log, env=self._clock.environment()
            )

    @property
    def pid(self) -> int:
        """The process that runs now."""
        return self._child.pid

    def kill(self) -> None:
        """End it without warning."""
        self._child.send_signal(signal.SIGKILL)

    def mind(self) -> bool:
        """Start it again if it ended; tell whether it had."""
        status = self._child.poll()
        if status is None:
            return False
        self.deaths.append(status)
        self._child = self._start()
        return True

    def megabytes(self) -> float | None:
        """Return its resident memory, None when it is gone."""
        try:
            resident: int = psutil.Process(self.pid).memory_info().rss
        except psutil.Error:
            return None
        return round(resident / 2**20, 1)

    def stop(self) -> None:
        """End it in order."""
        self._child.terminate()
        try:
            self._child.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
