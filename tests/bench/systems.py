"""What is measured, each as it would be run: from the command to the first answer, and its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from bot.processes import free_port
from tests.bench import resources
from tests.nginx_server import NginxServer
from tests.redis_server import RedisServer
from tests.running import ROOT

START_SECONDS = 400.0
# Beyond any load that is offered here: what is measured is the machine, not the limits for strangers.
UNLIMITED = {
    "WAYMARK_RATE_SESSION": "1000/s burst 10000",
    "WAYMARK_RATE_TOTAL": "100000/s burst 100000",
    "WAYMARK_RATE_NEW_SESSIONS": "100000/s burst 100000",
}


class System(ABC):
    """Running from the beginning until `stop`. `started` is the seconds until it answered."""

    name = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._log = (folder / "log").open("wb")
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self.address = ""
        begun = time.monotonic()
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        self.started = time.monotonic() - begun

    @abstractmethod
    def start(self) -> None:
        """Start everything; return when it answers."""

    def stop(self) -> None:
        """End everything."""
        for child in self._children.values():
            child.terminate()
        for child in self._children.values():
            try:
                child.wait(15)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self._log.close()

    def processes(self) -> dict[str, list[int]]:
        """Process ids by what they are."""
        return {name: resources.family(child.pid) for name, child in self._children.items()}

    def pids(self) -> list[int]:
        """All of them."""
        return [pid for pids in self.processes().values() for pid in pids]

    def run(self, name: str, arguments: list[str], environment: dict[str, str], folder: Path = ROOT) -> None:
        """Start one Python command."""
        self._children[name] = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )

    def wait_for(self, answers: Callable[[], bool]) -> None:
        """Return when it answers; fail when a process ends or it takes too long."""
        limit = time.monotonic() + START_SECONDS
        while not answers():
            if any(child.poll() is not None for child in self._children.values()) or time.monotonic() > limit:
                raise RuntimeError(f"{self.name} does not answer; see {self.folder / 'log'}")
            time.sleep(0.1)


class OneProcess(System):
    """Waymark as `make run` starts it: one Rasa server, one action server, sessions in memory."""

    name = "Waymark, one process"

    def start(self) -> None:
        """See `System.start`."""
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.run("waymark", ["-m", "bot.start", "--port", str(port)], UNLIMITED)
        self.wait_for(lambda: _gets(f"{self.address}/api/health"))


class TwoProcesses(System):
    """Waymark with two of each behind nginx, with Redis: the files of deploy/."""

    name = "Waymark, two processes"
    redis: RedisServer | None = None
    nginx: NginxServer | None = None

    def start(self) -> None:
        """See `System.start`."""
        for part in ("redis", "nginx"):
            (self.folder / part).mkdir(exist_ok=True)
        self.redis = RedisServer(self.folder / "redis")
        ports = [free_port(), free_port()]
        for number, port in enumerate(ports):
            environment = {**UNLIMITED, "REDIS_URL": self.redis.url}
            self.run(f"waymark {number}", ["-m", "bot.start", "--port", str(port)], environment)
        self.nginx = NginxServer(self.folder / "nginx", ports)
        self.address = self.nginx.address
        self.wait_for(lambda: all(_gets(f"http://127.0.0.1:{port}/api/health") for port in ports))

    def stop(self) -> None:
        """See `System.stop`."""
        super().stop()
        for server in (self.nginx, self.redis):
            if server is not None:
                server.stop()

    def processes(self) -> dict[str, list[int]]:
        """See `System.processes`."""
        found = super().processes()
        if self.nginx is not None and self.redis is not None:
            found |= {"nginx": resources.family(self.nginx.pid), "redis": resources.family(self.redis.pid)}
        return found


class Stock(System):
    """The stock project as `rasa run` starts it, with Rasa's REST channel."""

    name = "stock Rasa"

    def __init__(self, folder: Path, model: Path) -> None:
        self._model = model
        super().__init__(folder)

    def start(self) -> None:
        """See `System.start`."""
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        arguments = ["-m", "rasa", "run", "--model", str(self._model), "--port", str(port), "-i", "127.0.0.1"]
        arguments += ["--credentials", "credentials.yml", "--endpoints", "endpoints.yml"]
        quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "LOG_LEVEL": "ERROR"}
        self.run("stock", arguments, quiet, self._model.parent / "project")
        self.wait_for(lambda: _gets(f"{self.address}/"))


class Echo(System):
    """A bare Sanic server that answers every message with a constant: nothing on Sanic can be faster."""

    name = "bare Sanic"

    def start(self) -> None:
        """See `System.start`."""
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.run("echo", ["-m", "tests.bench.echo", str(port)], {})
        self.wait_for(lambda: _gets(f"{self.address}/api/health"))


def _gets(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=3) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
