"""What a query may take, so that none keeps the others from being answered."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one query, and the number of queries at a time."""

    seconds: float = 10.0               # of running, and again of waiting for a turn
    rows: int = 100_000                 # of a result
    bytes: int = 64 << 20               # of a result as it is written
    memory: int = 1 << 30               # bytes that the process of a query may allocate, where the system can limit it
    request: int = 1 << 20              # bytes of a request
    kept: int = 64 << 20                # bytes of answers that are kept as long as the graph is in force
    workers: int = max(4, 2 * (os.cpu_count() or 1))
