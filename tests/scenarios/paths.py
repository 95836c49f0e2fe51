"""Every path of choices through the real server, from each door down to a stated depth, and on from there to an end.

A path is the values that were taken. It goes breadth first: each session goes down one path that nobody has gone yet
and notes its neighbours, which are the next ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random

from knowledge.words import Audience
from tests.running import Caller
from tests.scenarios.going import CHILD, Astray, Going, Walk

Path = tuple[str, ...]
DOORS = (*(audience.value for audience in Audience), CHILD)
# Down to here, counted from the first question behind a door: a subject, a behaviour, an age.
DEPTH = 3


class Way(Going):
    """One path. `neighbours` are the paths beside it that it came upon."""

    def __init__(self, caller: Caller, door: str, path: Path) -> None:
        super().__init__(caller, f"{door}: {' > '.join(path)}")
        self.neighbours: list[Path] = []
        self._door, self._path = door, path

    def go(self, depth: int) -> Walk:
        """The path, then always the first choice down to `depth`, then on to an end. Raises `Astray`."""
        self.open({} if self._door == CHILD else {"audience": self._door})
        if self._door == CHILD:
            self.choose(CHILD)
        for value in self._path:
            self.choose(value)
        path = self._path
        while len(path) < depth and self.last.choices:
            # What the case card offers to ask again is a choice too; at the last step it would only lead off the path.
            facts = self.last.changes if len(path) < depth - 1 else ()
            first, *others = [*self.last.choices, *facts]
            self.neighbours += [(*path, value) for value in others]
            self.choose(first)
            path = (*path, first)
        self.walk.name = f"{self._door}: {' > '.join(path)}"
        return self.to_the_end(Random(self.walk.name))


def every_path(caller: Caller, door: str, depth: int = DEPTH, clients: int = 1) -> Iterator[tuple[Walk, str | None]]:
    """Every path behind a door, each with what went wrong on it, some of them at the same time."""
    paths: list[Path] = [()]
    with ThreadPoolExecutor(clients) as pool:
        while paths:
            beside: list[Path] = []
            for way, problem in pool.map(lambda path: _one(caller, door, path, depth), paths):
                beside += way.neighbours
                yield way.walk, problem
            paths = sorted(beside, key=len)


def _one(caller: Caller, door: str, path: Path, depth: int) -> tuple[Way, str | None]:
    way = Way(caller, door, path)
    try:
        way.go(depth)
    except Astray as astray:
        return way, str(astray)
    finally:
        way.close()
    return way, None
