"""One random walk through the real server: choices and words at random, then on to an end."""

from __future__ import annotations

from random import Random

from knowledge.case import AREAS
from knowledge.words import Audience
from tests.running import Caller
from tests.scenarios import walk_words
from tests.scenarios.going import CHILD, Going, Walk

MOST_TURNS = 24  # at random
CHANGED = 0.2  # how often a fact of the case card is asked again, where there is one
AT_THE_CHILDS_DOOR = 0.5  # of the walks that are not told who is asking
TYPED = (0.0, 0.25, 0.5)  # how much of a walk is typed; one walk in three only chooses, so that all it tells is known


class Walker(Going):
    """Goes one walk, which is its seed."""

    def __init__(self, caller: Caller, seed: int) -> None:
        super().__init__(caller, f"walk {seed}")
        self._random = Random(seed)
        self._typed = TYPED[seed % len(TYPED)]

    def go(self) -> Walk:
        """The whole walk: some turns at random, then on to an end. Raises `Astray`."""
        self._begin()
        for _ in range(self._random.randint(0, MOST_TURNS)):
            self._turn()
        return self.to_the_end(self._random)

    def _begin(self) -> None:
        random = self._random
        opening: dict[str, str] = {}
        if random.random() < 0.8:
            opening["audience"] = random.choice([audience.value for audience in Audience])
        if random.random() < 0.5:
            opening["area"] = random.choice(AREAS)
        self.open(opening)
        if not opening.get("audience") and random.random() < AT_THE_CHILDS_DOOR:
            self.choose(CHILD)

    def _turn(self) -> None:
        if self.last.changes and self._random.random() < CHANGED:
            self.choose(self._random.choice(list(self.last.changes)))
        elif self.last.choices and self._random.random() >= self._typed:
            self.choose(self._random.choice(list(self.last.choices)))
        else:
            kind = self._random.choices(walk_words.EVERYTHING, walk_words.WEIGHTS)[0]
            self.say(self._random.choice(kind))
