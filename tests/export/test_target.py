import errno
import os
import stat
import subprocess
import sys

import pytest

from kg.errors import ExportError
from kg.export.target import opened, write_text


def test_a_new_file_has_the_usual_permissions(tmp_path):
    write_text("园区", tmp_path / "a.txt")
    (tmp_path / "usual").touch()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "园区"
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_old_file_keeps_its_permissions_and_a_link_stays_one(tmp_path):
    target, link = tmp_path / "a.txt", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_text("new", link)
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_the_old_file_is_there_until_the_new_one_is_complete(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("old")
    with opened(target) as output:
        output.write(b"new")
        output.flush()
        assert target.read_text() == "old"
    assert target.read_text() == "new"


def test_what_fails_halfway_leaves_nothing(tmp_path):
    target = tmp_path / "a.txt"
    with pytest.raises(ZeroDivisionError), opened(target) as output:
        output.write(b"half")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(ExportError, match="No space left on device") as caught, opened(target) as output:
        output.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert "\n" not in str(caught.value) and str(target) in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text() == "old"


def test_a_disk_that_is_really_full(tmp_path):
    """A file may be no larger than the process's limit: the system refuses the write as on a full disk."""
    code = ("import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
            "from kg.export.target import write_text; from kg.errors import ExportError\n"
            "try: write_text('x' * 100000, sys.argv[1])\n"
            "except ExportError as error: print(error)")
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True)
    assert done.stdout.strip().endswith("can't be written: File too large; nothing was left half-written")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_device():
    with pytest.raises(ExportError, match="/dev/full: can't be written: No space left on device"):
        write_text("x", "/dev/full")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_standard_output_is_one_error_and_no_noise_at_exit():
    code = ("from kg.export.target import write_text; from kg.errors import ExportError\n"
            "import sys\n"
            "try: write_text('x' * 100000, '-')\n"
            "except ExportError as error: print(error, file=sys.stderr)")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.stderr == "standard output: can't be written: No space left on device\n"
    assert done.returncode == 0


def test_a_folder_that_does_not_exist_and_one_in_the_way(tmp_path):
    with pytest.raises(ExportError, match="No such file or directory"):
        write_text("x", tmp_path / "nowhere" / "a.txt")
    with pytest.raises(ExportError, match="Is a directory"):
        write_text("x", tmp_path)


def test_a_closed_pipe_is_left_to_the_command_line(tmp_path):
    with pytest.raises(BrokenPipeError), opened(tmp_path / "a.txt"):
        raise BrokenPipeError


def test_a_name_as_long_as_may_be(tmp_path):
    target = tmp_path / ("园" * 85)       # 255 bytes, the longest there is
    write_text("x", target)
    assert target.read_text() == "x"
