"""The real thing, running: action server, Rasa server with the process that reads for it, and the line between the two."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from bot.processes import free_port
from tests.line import Line

ROOT = Path(__file__).parent.parent
HOST_SITE = "http://localhost:8099"  # the site of a council that may put the widget on its pages; nothing listens there
OFFICE_HOURS = "2026-11-18T11:00:00"  # a Wednesday, no holiday
_START_SECONDS = 600.0  # on a machine that is busy with much else


class Running:
    """Both processes of Waymark on ports of their own, told the time by a file, logging as much as can be asked for."""

    def __init__(
        self, folder: Path, environment: dict[str, str] | None = None, server_module: str = "bot.server"
    ) -> None:
        self.log_file = folder / "all.log"
        self.clock_file = folder / "clock"
        self.tell_time(OFFICE_HOURS)
        told = {"WAYMARK_CLOCK_FILE": str(self.clock_file), "WAYMARK_ALLOWED_ORIGINS": HOST_SITE}
        self._environment = {**os.environ, **_ASKED_TO_BE_VERBOSE, **told}
        self._environment.update(environment or {})
        self.actions_port = free_port()
        self.line = Line(self.actions_port)
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._log = self.log_file.open("wb")
        self._server_module = server_module
        self.actions = self._start_actions()
        self.rasa = self._start_rasa()
        try:
            self.wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def tell_time(self, moment: str) -> None:
        """Set the clock of both processes: an ISO date and time, London's."""
        fresh = self.clock_file.with_suffix(".new")
        fresh.write_text(moment, encoding="utf-8")
        fresh.replace(self.clock_file)  # in one step: a server may be reading it

    def restart_actions(self) -> None:
        """End the action server by force, if it runs, and start it again; returns when a message can be answered."""
        self.kill_actions()
        self.actions = self._start_actions()
        self.wait_until_ready()

    def kill_actions(self) -> None:
        """End the action server by force."""
        self.actions.kill()
        self.actions.wait()

    def restart_rasa(self) -> None:
        """End the Rasa server as an operator would, if it runs, and start it again on the same port."""
        self.rasa.terminate()
        self.rasa.wait()
        self.rasa = self._start_rasa()
        self.wait_until_ready()

    def reading(self) -> int:
        """The process id of what reads messages for the Rasa server, which starts it by itself."""
        children = Path(f"/proc/{self.rasa.pid}/task/{self.rasa.pid}/children").read_text().split()
        (reading,) = map(int, children)
        return reading

    def processes(self) -> dict[str, int]:
        """The process ids of those that run."""
        ours = {"rasa": self.rasa, "actions": self.actions}
        running = {name: process.pid for name, process in ours.items() if process.poll() is None}
        return {**running, "reading": self.reading()} if "rasa" in running else running

    def kill_rasa(self) -> None:
        """End the Rasa server by force."""
        self.rasa.kill()
        self.rasa.wait()

    def wait_until_ready(self) -> None:
        """Return when the health call says that a message can be answered; fail when a process ends instead."""
        limit = time.monotonic() + _START_SECONDS
        while time.monotonic() < limit:
            for process in (self.rasa, self.actions) if hasattr(self, "rasa") else (self.actions,):
                if process.poll() is not None:
                    raise AssertionError(f"a process ended with {process.returncode}:\n{self.log()[-2000:]}")
            if _answers(f"{self.address}/api/health"):
                return
            time.sleep(0.05)
        raise AssertionError(f"not ready in time:\n{self.log()[-2000:]}")

    def log(self) -> str:
        """All that both processes have printed."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        for process in (self.rasa, self.actions):
            process.terminate()
        for process in (self.rasa, self.actions):
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.line.close()
        self._log.close()

    def _start_actions(self) -> subprocess.Popen:
        return self._run(["-m", "actions"], self.actions_port)

    def _start_rasa(self) -> subprocess.Popen:
        return self._run(["-m", self._server_module, "--port", str(self.port), "--debug"], self.line.port)

    def _run(self, arguments: list[str], actions_port: int) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**self._environment, "WAYMARK_ACTIONS_PORT": str(actions_port)},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )


class Caller:
    """A client of the chat API. `call` gives status, headers and the body, which is JSON whenever there is one."""

    def __init__(self, address: str) -> None:
        self.address = address

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, dict[str, str], Any]:
        """`body` is sent as it is when it is bytes, as JSON otherwise."""
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"{self.address}{path}", data=data, method=method, headers={"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, _lower(answer.headers), _read(answer.read())
        except urllib.error.HTTPError as refused:
            return refused.code, _lower(refused.headers), _read(refused.read())

    def open(self, **opening: str) -> str:
        """Begin a session and give its id."""
        status, _, body = self.call("POST", "/api/session", opening)
        assert status == 201, body
        return body["session"]

    def say(self, session: str, text: str) -> tuple[int, dict[str, str], Any]:
        return self.call("POST", "/api/message", {"session": session, "text": text})

    def choose(self, session: str, choice: str) -> tuple[int, dict[str, str], Any]:
        return self.call("POST", "/api/message", {"session": session, "choice": choice})

    def end(self, session: str) -> int:
        return self.call("DELETE", "/api/session", {"session": session})[0]


# As verbose as an operator can ask for: whatever the tests send must still be in no line.
_ASKED_TO_BE_VERBOSE = {"LOG_LEVEL": "DEBUG", "LOG_LEVEL_LIBRARIES": "DEBUG", "PYTHONUNBUFFERED": "1"}


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=3) as answer:
            return answer.status == 200
    except OSError:
        return False


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _read(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body
