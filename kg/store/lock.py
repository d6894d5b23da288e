"""Locks by files: one writer at a time, and a generation of the graph in use. The operating system lets them go when the holder dies."""

from __future__ import annotations

import os
import socket
import sys
import time
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError

NAME = "lock"

# Where Windows locks: far behind the text, so that the holder's name can be read while the lock is held.
_BYTE = 4096

# A look at who holds the lock takes it for a moment, so a writer tries more than once.
_TRIES, _PAUSE = 4, 0.05

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO, *, shared: bool = False) -> None:
        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO, *, shared: bool = False) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


class Lock:
    """A lock by a file: by default the writer's lock of the store in ``folder``."""

    def __init__(self, folder: Path, name: str = NAME):
        self.path = folder / name
        self._file: BinaryIO | None = None

    def share(self) -> None:
        """Take the lock together with others who share it; without effect where the file can't be locked.

        :raises OSError: if there is no such file
        """
        self._file = open(self.path, "rb")
        for _ in range(_TRIES):
            try:
                return _lock(self._file, shared=True)
            except OSError:             # a file system without locks, or the lock is held for the moment of a look
                time.sleep(_PAUSE)

    def held(self) -> bool:
        """Whether somebody holds the lock, or shares it."""
        try:
            with open(self.path, "rb") as file:
                _lock(file)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return False

    def acquire(self) -> None:
        """Take the lock.

        :raises StoreError: if another process holds it; says which
        :raises OSError: if the lock file can't be written
        """
        file = open(self.path, "a+b")
        for attempt in range(_TRIES):
            try:
                _lock(file)
                break
            except OSError:
                time.sleep(_PAUSE)
        else:
            file.close()
            raise StoreError(f"another process is writing to the store ({self._written()})", where=self.path.parent,
                             hint="wait for it to end")
        file.truncate(0)
        file.write(f"pid {os.getpid()} on {socket.gethostname()}".encode())
        file.flush()
        self._file = file

    def release(self) -> None:
        """Let the lock go; without effect if it is not held."""
        if self._file is not None:
            if self._file.writable():
                self._file.truncate(0)
            self._file.close()
            self._file = None

    def leave(self) -> None:
        """In a forked process: leave the lock to the process forked from, so that it does not outlive that one."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def holder(self) -> str | None:
        """Say which process is writing, as ``pid 123 on host``; None if none is."""
        try:
            with open(self.path, "rb") as file:
                _lock(file, shared=True)
        except FileNotFoundError:
            return None
        except OSError:
            return self._written()
        return None

    def _written(self) -> str:
        try:
            return self.path.read_bytes()[:_BYTE].decode(errors="replace") or "unknown process"
        except OSError:
            return "unknown process"
