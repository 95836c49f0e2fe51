"""Every file that has come or changed since a moment, in all places where a process could leave one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.running import ROOT

# Written by tools and tests, never by Waymark; the stores of other tools hold hundreds of thousands of files.
_SKIPPED = {
    ".git",
    ".hypothesis",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    "uv",
    "pip",
    ".npm",
    ".pyenv",
    ".rustup",
    ".m2",
}
_SYSTEM = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/var/log", "/var/crash", "/var/lib/systemd/coredump")
Mark = tuple[int, int, int]
Seen = dict[str, Mark]


def watched(libraries: bool) -> tuple[Path, ...]:
    """The folders that are looked through: the project, home, where systems keep what is left, and the libraries."""
    own = (ROOT, Path.home(), *((ROOT / ".venv",) if libraries else ()))
    return tuple(dict.fromkeys(path.resolve() for path in (*own, *map(Path, _SYSTEM)) if path.is_dir()))


def snapshot(folders: tuple[Path, ...]) -> Seen:
    """Each file with what changes when it is written to: inode, size and time."""
    return {path: mark for folder in folders for path, mark in _files(str(folder))}


def changed(before: Seen, folders: tuple[Path, ...]) -> list[Path]:
    """The files that are new or were written to since `before`."""
    return [Path(path) for path, mark in snapshot(folders).items() if before.get(path) != mark]


def _files(folder: str) -> Iterator[tuple[str, Mark]]:
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:  # gone, or not ours to look into
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _SKIPPED:
                        waiting.append(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    yield entry.path, (status.st_ino, status.st_size, status.st_mtime_ns)
            except OSError:
                continue
