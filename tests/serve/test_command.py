"""``kg serve`` on the command line: what it says, and what it refuses."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys

import pytest

from tests.serve.server import served


def kg_serve(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "kg", "serve", *arguments], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("arguments, said", [
    (("--host", "0.0.0.0"), "kg: --host: whoever reaches 0.0.0.0 could read the store; give --token or set KG_TOKEN"),
    (("--host", "0.0.0.0", "--token", "short"), "kg: --token: the token is too weak"),
    (("--host", "no.such.host.invalid", "--token", "a-token-for-these-tests"), "kg: --host: there is no address no.such.host.invalid"),
    (("--port", "99999"), "kg: Invalid value for '--port'"),
])
def test_wrong_usage_is_one_line(store_folder, arguments, said):
    done = kg_serve("--store", str(store_folder), *arguments)
    assert done.returncode == 2 and done.stderr.startswith(said) and done.stderr.count("\n") == 1


def test_a_port_that_is_taken(store_folder):
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = kg_serve("--store", str(store_folder), "--port", str(other.getsockname()[1]))
    assert done.returncode == 2 and "can't listen on 127.0.0.1:" in done.stderr and done.stderr.count("\n") == 1


def test_no_store(tmp_path):
    done = kg_serve("--store", str(tmp_path / "none"))
    assert done.returncode == 3 and "there is no store" in done.stderr and done.stderr.count("\n") == 1


def test_ctrl_c_ends_it_and_its_processes(store_folder):
    with served(store_folder) as server:
        children = subprocess.run(["ps", "--ppid", str(server.process.pid), "-o", "pid="], capture_output=True, text=True).stdout.split()
        assert len(children) >= 1
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) in (0, 130)
        alive = [pid for pid in children if subprocess.run(["ps", "-p", pid], capture_output=True).returncode == 0]
        assert not alive
        server.process.poll = lambda: None          # it has ended, as it should
