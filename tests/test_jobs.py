"""Work in several processes: results in order, and who dies costs one task."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from types import SimpleNamespace

import pytest

from kg import jobs
from kg.jobs import Died, run

pytestmark = pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs processes that can be forked")


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Threads that other tests left behind are none of this process's own."""
    count, left = threading.active_count, threading.active_count() - 1
    monkeypatch.setattr(jobs, "threading", SimpleNamespace(active_count=lambda: max(1, count() - left)))


def square(number: int) -> int:
    time.sleep(0.002 * (number % 3))
    return number * number


def killed_at_once(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(number):
    assert list(run(square, range(60), number)) == [n * n for n in range(60)]


def test_several_processes_do_the_work():
    assert len(set(run(lambda _: (time.sleep(0.01), os.getpid())[1], range(20), 3))) > 1
    assert os.getpid() not in set(run(lambda _: os.getpid(), range(4), 2))


def test_one_process_works_for_this_one_and_without_any_this_one_does():
    [worker] = set(run(lambda _: os.getpid(), range(4), 1))
    assert worker != os.getpid()
    assert set(run(lambda _: os.getpid(), range(4), 0)) == {os.getpid()}


def test_no_tasks_are_done_at_once():
    assert list(run(square, [], 3)) == []


def test_who_dies_costs_one_task_which_is_tried_once_more(tmp_path):
    def work(number: int) -> int:
        mark = tmp_path / str(number)
        if number == 7 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 11:
            os._exit(9)
        return number

    told = []
    found = list(run(work, range(20), 3, died=lambda task, reason: told.append((task, reason))))
    assert found == [Died("exit code 9") if number == 11 else number for number in range(20)]
    assert sorted(told) == [(7, "killed by SIGKILL"), (11, "exit code 9")]


def test_if_all_die_all_is_given_up():
    assert list(run(killed_at_once, range(5), 2)) == [Died("killed by SIGKILL")] * 5


def test_no_process_is_left_when_the_results_are_not_wanted_any_more():
    results = run(lambda number: time.sleep(30 if number else 0), range(4), 2)
    next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 20
    assert not multiprocessing.active_children()


def test_few_results_are_held_ahead_of_a_slow_one(monkeypatch, tmp_path):
    monkeypatch.setattr(jobs, "_AHEAD", 2)

    def work(number: int) -> int:
        (tmp_path / str(number)).touch()
        if not number:
            time.sleep(0.5)
        return len(list(tmp_path.iterdir()))

    assert next(run(work, range(50), 2)) <= 4


def test_where_there_are_threads_processes_are_not_forked():
    """A lock that a thread holds would stay locked for ever in the child."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert jobs._context().get_start_method() == "spawn"
        assert list(run(square, range(3), 2)) == [0, 1, 4]
    finally:
        done.set()
        thread.join()
    assert jobs._context().get_start_method() == "fork"


def test_a_process_that_is_gone_takes_its_workers_along(tmp_path):
    """Killed, it leaves no worker behind that would hold its files."""
    receive, send = multiprocessing.Pipe(duplex=False)

    def parent():
        def work(number: int) -> int:
            send.send(os.getpid())
            time.sleep(0.2)
            return number

        list(run(work, range(1000), 2))

    process = multiprocessing.get_context("fork").Process(target=parent)
    process.daemon = False
    process.start()
    workers = {receive.recv() for _ in range(2)}
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    for _ in range(100):
        if not any(alive(pid) for pid in workers):
            return
        time.sleep(0.1)
    pytest.fail("workers are left")


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
