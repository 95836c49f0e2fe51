"""`python -m bot.start` for real: both processes, from the command to the last of them gone."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.processes import free_port, port_is_free
from bot.start import Halt, Waymark
from tests.running import ROOT


class Started:
    """The command, running; its lines as they come."""

    def __init__(self, *arguments: str) -> None:
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.start", *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def read_until(self, words: str) -> str:
        """The line that holds `words`; fails when the command ends before it comes."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if words in line:
                return line.rstrip()
        raise AssertionError("\n".join(self.lines))

    def children(self) -> dict[str, int]:
        """The process ids of its children by the name of their module."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[1])
                command = folder.joinpath("cmdline").read_text().split("\0")
            except (OSError, IndexError):
                continue
            if parent == self.process.pid and "-m" in command:
                found[command[command.index("-m") + 1]] = int(folder.name)
        return found

    def ended(self) -> int:
        """Its exit status, once it has ended."""
        assert self.process.stdout is not None
        self.lines += [line.rstrip() for line in self.process.stdout]
        return self.process.wait(30)


def alive(pid: int) -> bool:
    try:
        return not Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].strip().startswith("Z")
    except OSError:
        return False


@pytest.fixture
def started(model: Path) -> Iterator[Started]:
    command = Started("--port", str(free_port()))
    yield command
    command.process.kill()
    command.process.wait()


def address_of(line: str) -> str:
    return next(word for word in line.split() if word.startswith("http://"))


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/health", timeout=3) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_it_says_the_address_when_it_answers_keeps_the_actions_alive_and_leaves_nothing_behind(
    started: Started,
) -> None:
    assert "NSPCC Helpline" in started.read_until("Warning: Never checked (")
    address = address_of(started.read_until("Waymark answers at http://localhost:"))
    assert answers(address)
    children = started.children()
    assert set(children) == {"actions", "bot.server"}

    os.kill(children["actions"], signal.SIGKILL)
    started.read_until("starting it again")
    limit = time.monotonic() + 20
    while not answers(address):
        assert time.monotonic() < limit
    assert set(started.children()) == {"actions", "bot.server"}

    children = started.children()
    started.process.send_signal(signal.SIGINT)
    assert started.ended() == 0
    assert started.lines[-1] == "Stopping."
    assert not any(alive(pid) for pid in children.values())
    assert port_is_free("127.0.0.1", int(address.rpartition(":")[2]))


def test_when_the_rasa_server_dies_it_ends_with_one_sentence_and_stops_the_rest(started: Started) -> None:
    started.read_until("Waymark answers at")
    children = started.children()
    os.kill(children["bot.server"], signal.SIGKILL)
    assert started.ended() == 1
    assert started.lines[-1] == "waymark: The Rasa server has stopped."
    assert not any(alive(pid) for pid in children.values())


def test_it_can_be_stopped_while_it_is_starting(started: Started) -> None:
    started.read_until("Loading the model")
    children = started.children()
    started.process.send_signal(signal.SIGTERM)
    assert started.ended() == 0
    assert not any(alive(pid) for pid in children.values())


def test_an_action_server_that_keeps_dying_is_not_started_for_ever(tmp_path: Path) -> None:
    waymark = Waymark("127.0.0.1", free_port(), tmp_path / "none.tar.gz")
    for _ in range(5):
        waymark._note_restart()
    with pytest.raises(Halt, match="6 times within a minute"):
        waymark._note_restart()


def test_a_port_that_is_taken_is_said_in_one_sentence(model: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        command = Started("--port", str(port))
        assert command.ended() == 1
    sentence = f"waymark: Port {port} is taken: stop what uses it, or choose another with PORT={port + 1}."
    assert command.lines == [sentence]


def test_a_missing_model_is_said_in_one_sentence(tmp_path: Path) -> None:
    command = Started("--port", str(free_port()), "--model", str(tmp_path / "none.tar.gz"))
    assert command.ended() == 1
    assert len(command.lines) == 1
    assert "make train" in command.lines[0]
