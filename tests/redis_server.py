"""A Redis of its own for a test: the real one, with the settings of deploy/redis.conf, on a socket in a folder."""

import signal
import subprocess
import time
from pathlib import Path

import redis

from bot.processes import free_port
from tests.running import ROOT

CONFIG = ROOT / "deploy" / "redis.conf"
_START_SECONDS = 20.0


class RedisServer:
    """Running from the beginning until `stop`. `url` is what REDIS_URL takes; `client` looks inside."""

    def __init__(self, folder: Path, *more: str) -> None:
        """`more` are settings as on the command line, such as "--maxmemory", "3mb"."""
        self.folder, self._more = folder, more
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.client = redis.Redis.from_url(self.url, decode_responses=True)
        self.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def start(self) -> None:
        """Start it, also after `stop` or `kill`, with nothing in it; returns when it answers."""
        command = ["redis-server", str(CONFIG), "--port", str(self.port), "--dir", str(self.folder), *self._more]
        self._log = (self.folder / "redis.log").open("ab")
        self._process = subprocess.Popen(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT
        )
        limit = time.monotonic() + _START_SECONDS
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "redis.log").read_text()
            assert time.monotonic() < limit, "Redis does not answer"
            time.sleep(0.01)

    def stop(self) -> None:
        """End it as an operator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it by force."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Let it hold connections and answer nothing, until `thaw`."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def all_keys(self) -> list[str]:
        """Every key there is."""
        return sorted(self.client.scan_iter())

    def age(self, seconds: float) -> None:
        """Make everything as old as if `seconds` had passed: Redis keeps the time, and no test waits for it."""
        passed = round(seconds * 1000)
        for key in self.all_keys():
            left = self.client.pttl(key)
            if left <= passed:
                self.client.delete(key)
                continue
            self.client.pexpire(key, left - passed)
            if self.client.type(key) == "zset":
                for name, score in self.client.zrange(key, 0, -1, withscores=True):
                    self.client.zadd(key, {name: score - passed})

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except redis.RedisError:
            return False

    def _end(self, how: signal.Signals) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGCONT)
            self._process.send_signal(how)
            self._process.wait(20)
        self._log.close()
        self.client.close()
