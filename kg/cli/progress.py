"""The bar that long work shows on a terminal: how far it is, its rate, and how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PAUSE = 0.1            # seconds between two drawings


class Show(Protocol):
    """Tells the bar how far the work is."""

    def __call__(self, done: int, total: int, amount: int = 0, *, doing: str | None = None) -> None:
        """Bring the bar up to date.

        :param amount: of what the rate counts, done so far
        :param doing: the step that goes on now, if there are several
        """


@contextmanager
def progress(doing: str, rate_of: str | None = None, *, quiet: bool = False) -> Iterator[Show]:
    """Show a bar on standard error while work goes on; nothing if that is no terminal, or ``quiet``.

    :param doing: what is done, or its first step
    :param rate_of: what the rate counts (characters); no rate if None
    """
    if quiet or not sys.stderr.isatty():
        yield lambda done, total, amount=0, doing=None: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
               TimeElapsedColumn(), TimeRemainingColumn()]
    # Drawn when there is news, and not by a thread: where there are threads, no process can be forked.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(doing, total=None, rate="")
        yield _updater(bar, task, rate_of)


def _updater(bar: Progress, task: TaskID, rate_of: str | None) -> Show:
    drawn = [0.0]

    def show(done: int, total: int, amount: int = 0, *, doing: str | None = None) -> None:
        state = bar.tasks[task]
        if doing is not None and doing != state.description:
            bar.reset(task, description=doing, total=total)
        rate = f"{amount / state.elapsed:,.0f} {rate_of}/s" if rate_of and amount and state.elapsed else ""
        bar.update(task, completed=done, total=total, rate=rate)
        if time.monotonic() - drawn[0] > _PAUSE or done == total:
            drawn[0] = time.monotonic()
            bar.refresh()

    return show
