"""Every file that has come or changed since a moment, in all places where a process could leave one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.running import ROOT

_SKIPPED = {
    ".git",
    ".hypothesis",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
}  # written by tests and tools, not by Waymark
_SYSTEM = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/var/log", "/var/crash", "/var/lib/systemd/coredump")
Seen = dict[Path, tuple[int, int, int]]


def watched() -> tuple[Path, ...]:
    """The folders that are looked through: the project, home, the libraries, and where systems keep what is left."""
    own = (ROOT, Path.home(), ROOT / ".venv")
    return tuple(dict.fromkeys(path.resolve() for path in (*own, *map(Path, _SYSTEM)) if path.is_dir()))


def snapshot(folders: tuple[Path, ...]) -> Seen:
    """Each file with what changes when it is written to: inode, size and time."""
    return {path: mark for folder in folders for path, mark in _files(folder)}


def changed(before: Seen, folders: tuple[Path, ...]) -> list[Path]:
    """The files that are new or were written to since `before`."""
    return [path for path, mark in snapshot(folders).items() if before.get(path) != mark]


def _files(folder: Path) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _SKIPPED]
        for name in names:
            path = Path(parent, name)
            try:
                status = path.stat(follow_symlinks=False)
            except OSError:
                continue
            if os.path.isfile(path) and not path.is_symlink():  # noqa: PTH113 (quicker over a hundred thousand files)
                yield path, (status.st_ino, status.st_size, status.st_mtime_ns)
