"""Waymark on several processes: Redis, Rasa servers each with its action server, and nginx before them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.nginx_server import NginxServer
from tests.redis_server import RedisServer
from tests.running import Caller, Running


class Deployment:
    """Everything running until `stop`. `caller` goes through nginx; `processes[n]` can also be called by itself."""

    def __init__(self, folder: Path, processes: int = 2, environment: dict[str, str] | None = None) -> None:
        self.redis = RedisServer(_made(folder / "redis"))
        self._environment = {**(environment or {}), "REDIS_URL": self.redis.url}
        folders = [_made(folder / f"process_{number}") for number in range(processes)]
        try:
            with ThreadPoolExecutor(processes) as pool:
                self.processes = list(pool.map(lambda one: Running(one, self._environment), folders))
        except BaseException:
            self.redis.stop()
            raise
        self.nginx = NginxServer(_made(folder / "nginx"), [process.port for process in self.processes])
        self.caller = Caller(self.nginx.address)

    def directly(self, number: int) -> Caller:
        """A client of one process, past nginx."""
        return Caller(self.processes[number].address)

    def stop(self) -> None:
        """End everything."""
        self.nginx.stop()
        for process in self.processes:
            process.stop()
        self.redis.stop()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
