"""What processes use, as Linux counts it."""

from __future__ import annotations

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_MB = 1024.0


def family(pid: int) -> list[int]:
    """A process and all that come from it."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents.setdefault(int(_stat(int(folder.name))[1]), []).append(int(folder.name))
        except (OSError, IndexError, ValueError):
            continue
    found, left = [], [pid]
    while left:
        one = left.pop()
        found.append(one)
        left += parents.get(one, [])
    return found


def cpu_seconds(pids: list[int]) -> float:
    """Processor time that these processes have used so far."""
    return sum(_cpu(pid) for pid in pids)


def resident_mb(pids: list[int]) -> float:
    """Memory resident of these processes in MB; what several share is counted for each."""
    return sum(_field(pid, "status", "VmRSS:") for pid in pids) / _MB


def own_mb(pids: list[int]) -> float:
    """The same with what several share counted once (PSS)."""
    return sum(_field(pid, "smaps_rollup", "Pss:") for pid in pids) / _MB


def _cpu(pid: int) -> float:
    try:
        fields = _stat(pid)
        return (int(fields[11]) + int(fields[12])) / _TICKS
    except (OSError, IndexError):
        return 0.0


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()


def _field(pid: int, file: str, name: str) -> float:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return float(next((line.split()[1] for line in lines if line.startswith(name)), 0))
