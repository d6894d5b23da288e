"""Kills builds, withdrawals, rebuilds, exports and merges at random moments, and judges what is left.

What must hold is told in tests/store/killing.py.

    python benchmarks/faults/kill.py                   two hundred moments, forty for each kind of work
    python benchmarks/faults/kill.py --number 20       fewer
    python benchmarks/faults/kill.py --seed 3          other moments
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.store.killing import WORKS, trials  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=200, metavar="N", help="moments in all (default: 200)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="decides the moments (default: 1)")
    options = parser.parse_args()
    for kind, name in enumerate(WORKS):
        number = options.number // len(WORKS) + (kind < options.number % len(WORKS))
        if not number:
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            trial = trials(name, Path(folder), number, options.seed + kind)
        print(f"{name}: {number} moments, {trial.interrupted} of them before the end; each left a whole store, and was done again "
              f"({time.monotonic() - began:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
