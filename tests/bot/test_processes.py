import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from bot.processes import Child, free_port, port_is_free

ROOT = Path(__file__).parents[2]


def test_a_port_that_something_listens_on_is_not_free() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        assert not port_is_free("127.0.0.1", port)
    assert port_is_free("127.0.0.1", port)


def test_a_free_port_is_free() -> None:
    assert port_is_free("127.0.0.1", free_port())


def module(folder: Path, code: str) -> Child:
    (folder / "child_of_a_test.py").write_text(code)
    return Child("child_of_a_test", (), {}, folder)


def test_a_child_is_stopped_when_it_is_asked(tmp_path: Path) -> None:
    child = module(tmp_path, "import time; time.sleep(60)")
    assert child.running
    child.stop()
    assert not child.running


def test_a_child_that_does_not_listen_is_stopped_by_force(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    child = module(
        tmp_path,
        "import pathlib, signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"pathlib.Path({str(ready)!r}).touch()\ntime.sleep(60)",
    )
    while not ready.exists():
        assert child.running
    child.stop(seconds=0.1)
    assert not child.running


def test_a_child_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "sleeper.py").write_text("import time; time.sleep(60)")
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from bot.processes import Child\n"
            f"print(Child('sleeper', (), {{}}, Path({str(tmp_path)!r})).pid, flush=True); time.sleep(60)",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    while Path(f"/proc/{child}").exists():
        if Path(f"/proc/{child}/status").read_text().partition("State:")[2].strip().startswith("Z"):
            break
        os.sched_yield()
