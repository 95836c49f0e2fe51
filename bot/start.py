"""Waymark from one command: `python -m bot.start --port 8000`.

Starts the action server on a free port of this machine and the Rasa server, says the address when a message can be
answered and not before, and stops both when it is stopped or one cannot go on.
"""

import argparse
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.model_file import MODEL, ROOT, ModelProblem, require_unchanged
from bot.processes import Child, free_port, port_is_free
from bot.settings import BadSetting, Settings
from knowledge import sign_off

_START_SECONDS = 180.0
_LOOK_SECONDS = 0.2
_PROGRESS_SECONDS = 5.0
_RESTARTS = 5  # of the action server within _RESTART_WINDOW; more than that and it will not get well by itself
_RESTART_WINDOW = 60.0


class Halt(Exception):
    """Waymark cannot run: the message is one sentence that says why."""


class Waymark:
    """The two processes, from start to stop."""

    def __init__(self, host: str, port: int, model: Path, folder: Path = ROOT) -> None:
        self._host, self._port, self._model, self._folder = host, port, model, folder
        self._actions_port = free_port()
        self._actions: Child | None = None
        self._rasa: Child | None = None
        self._restarts: list[float] = []
        self.stopping = threading.Event()

    def start(self, say: Callable[[str], None]) -> None:
        """Start both and return when a message can be answered, or when `stopping` is set. Raises Halt."""
        if not port_is_free(self._host, self._port):
            raise Halt(f"Port {self._port} is taken: stop what uses it, or choose another with PORT={self._port + 1}.")
        try:
            require_unchanged(self._model)
        except ModelProblem as problem:
            raise Halt(str(problem)) from None
        say("Starting the action server ...")
        self._actions = self._start_actions()
        say("Loading the model ...")
        self._rasa = self._start_rasa()
        self._wait_until_it_answers(say)

    def watch(self, say: Callable[[str], None]) -> None:
        """Return when `stopping` is set; start the action server again when it ends.

        Raises Halt when that does not help.
        """
        while not self.stopping.wait(_LOOK_SECONDS):
            self._require_rasa("The Rasa server has stopped.")
            if self._actions is not None and not self._actions.running:
                self._note_restart()
                say("The action server has stopped; starting it again.")
                self._actions = self._start_actions()

    def stop(self) -> None:
        """End both processes; returns when they are gone."""
        for child in (self._rasa, self._actions):
            if child is not None:
                child.stop()

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        return f"http://{'localhost' if self._host in ('127.0.0.1', '0.0.0.0', '::') else self._host}:{self._port}"

    def _start_actions(self) -> Child:
        return Child("actions", (), self._environment(), self._folder)

    def _start_rasa(self) -> Child:
        arguments = ("--host", self._host, "--port", str(self._port), "--model", str(self._model))
        return Child("bot.server", arguments, self._environment(), self._folder)

    def _environment(self) -> dict[str, str]:
        return {"WAYMARK_ACTIONS_PORT": str(self._actions_port)}

    def _wait_until_it_answers(self, say: Callable[[str], None]) -> None:
        begun = said = time.monotonic()
        while not self.stopping.wait(_LOOK_SECONDS):
            self._require_rasa("The Rasa server stopped while it was starting.")
            if self._actions is not None and not self._actions.running:
                raise Halt("The action server stopped while it was starting.")
            if self._answers():
                return
            now = time.monotonic()
            if now - begun > _START_SECONDS:
                raise Halt(f"It did not answer within {_START_SECONDS:.0f} seconds.")
            if now - said > _PROGRESS_SECONDS:
                said = now
                say(f"  still loading ({now - begun:.0f} s)")

    def _answers(self) -> bool:
        host = "127.0.0.1" if self._host in ("0.0.0.0", "::") else self._host
        try:
            with urllib.request.urlopen(f"http://{host}:{self._port}/api/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False

    def _require_rasa(self, sentence: str) -> None:
        if self._rasa is not None and not self._rasa.running:
            raise Halt(sentence)

    def _note_restart(self) -> None:
        now = time.monotonic()
        self._restarts = [moment for moment in self._restarts if now - moment < _RESTART_WINDOW] + [now]
        if len(self._restarts) > _RESTARTS:
            raise Halt(f"The action server stopped {len(self._restarts)} times within a minute.")


def say(line: str) -> None:
    """Print a line of progress at once, also into a pipe."""
    print(line, flush=True)


def main() -> int:
    """Run Waymark until it is stopped.

    Gives the exit status: 0 when it was asked to stop, 1 with one sentence otherwise.
    """
    options = argparse.ArgumentParser(prog="python -m bot.start", description="Start Waymark.")
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--model", type=Path, default=MODEL)
    given = options.parse_args()
    try:
        settings = Settings.from_environment()
    except BadSetting as problem:
        print(f"waymark: {problem}", file=sys.stderr, flush=True)
        return 1
    waymark = Waymark(given.host, given.port, given.model.absolute())
    for stop_signal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop_signal, lambda *_: waymark.stopping.set())
    begun = time.monotonic()
    try:
        waymark.start(say)
        if not waymark.stopping.is_set():
            for line in sign_off.at_start(timedelta(days=settings.check_again_days)):
                say(line)
            say(f"Waymark answers at {waymark.address} (started in {time.monotonic() - begun:.0f} s; Ctrl-C stops it)")
            waymark.watch(say)
        say("Stopping.")
    except Halt as halt:
        print(f"waymark: {halt}", file=sys.stderr, flush=True)
        return 1
    finally:
        waymark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
