"""The real nginx with the very file of deploy/: only where it listens and what is behind it are the test's own."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from bot.privacy import OVERWRITTEN_MEMORY
from bot.processes import free_port, port_is_free
from bot.refusals import write
from tests.running import ROOT

DEPLOY = ROOT / "deploy"
THE_VERY_FILES = ("nginx.conf", "refusal_headers.conf")
_START_SECONDS = 20.0


class NginxServer:
    """In front of the processes at `ports`, from the beginning until `stop`."""

    def __init__(self, folder: Path, ports: list[int]) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        for name in THE_VERY_FILES:
            shutil.copy(DEPLOY / name, folder / name)
        self._listen("127.0.0.1:8000", f"127.0.0.1:{self.port}")
        self._behind(ports)
        write(folder / "refused")
        self._log = (folder / "nginx.log").open("ab")
        command = [_program(), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        if os.geteuid() == 0:
            command += ["-g", "user root;"]  # its workers could not read in a folder that is root's alone
        self._process = subprocess.Popen(
            command,
            env={**os.environ, "GLIBC_TUNABLES": OVERWRITTEN_MEMORY["GLIBC_TUNABLES"]},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            cwd=folder,
        )
        limit = time.monotonic() + _START_SECONDS
        while port_is_free("127.0.0.1", self.port):
            assert self._process.poll() is None, (folder / "nginx.log").read_text()
            assert time.monotonic() < limit, "nginx does not listen"
            time.sleep(0.01)

    @property
    def pid(self) -> int:
        """The process id of its master."""
        return self._process.pid

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(20)
        self._log.close()

    def written(self) -> list[Path]:
        """Every file in its folder that it has written itself."""
        ours = {*THE_VERY_FILES, "listen.conf", "processes.conf"}
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return [file for file in files if file.name not in ours and file.parent.name != "refused"]

    def _listen(self, shipped: str, own: str) -> None:
        text = (DEPLOY / "listen.conf").read_text(encoding="utf-8")
        assert shipped in text
        (self.folder / "listen.conf").write_text(text.replace(shipped, own), encoding="utf-8")

    def _behind(self, ports: list[int]) -> None:
        """The upstream of deploy/processes.conf, with as many processes as there are ports."""
        text = (DEPLOY / "processes.conf").read_text(encoding="utf-8")
        first = next(line for line in text.splitlines() if "127.0.0.1:8001" in line)
        kept = [line for line in text.splitlines() if "127.0.0.1:800" not in line]
        servers = [first.replace("8001", str(port)) for port in ports]
        (self.folder / "processes.conf").write_text("\n".join([*kept[:-1], *servers, kept[-1]]), encoding="utf-8")


def _program() -> str:
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert found, "nginx is not installed: setup/servers installs it"
    return found
