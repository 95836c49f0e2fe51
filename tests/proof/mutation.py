"""How many wrong changes of the rules the unit tests notice: `python -m tests.proof.mutation`.

The score is the share of mutants that at least one unit test of the rules notices, for the content and for the code
each; 95 % is asked of both.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from tests.proof.mutants import Mutant, of_code, of_content
from tests.proof.unit_tests import UnitTests

ASKED = 0.95


@dataclass
class Score:
    """What was tried and what was noticed, by kind; `missed` names the others."""

    tried: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def of(self, kind: str) -> float:
        """The share that was noticed; 1 where nothing was tried."""
        return self.noticed[kind] / self.tried[kind] if self.tried[kind] else 1.0

    @property
    def good(self) -> bool:
        """Whether every kind reaches what is asked."""
        return all(self.of(kind) >= ASKED for kind in self.tried)


def score(mutants: Iterable[Mutant], tests: UnitTests, shout: bool = False) -> Score:
    """Holds each mutant against the unit tests."""
    begun, found = time.perf_counter(), Score()
    for number, mutant in enumerate(mutants, start=1):
        with mutant:
            noticed = tests.noticed_by(mutant.about)
        found.tried[mutant.kind] += 1
        if noticed:
            found.noticed[mutant.kind] += 1
        else:
            found.missed.append(f"{mutant.kind} {mutant.name}")
        if shout and number % 250 == 0:
            print(f"  {number} mutants, {len(found.missed)} missed, {time.perf_counter() - begun:.0f} s", flush=True)
    found.seconds = time.perf_counter() - begun
    return found


def sample(seed: int, content: int, code: int) -> list[Mutant]:
    """A stated random part."""
    random = Random(seed)
    return random.sample(list(of_content()), content) + random.sample(list(of_code()), code)


def report(found: Score, tests: UnitTests) -> str:
    """The score in lines, with every mutant that was missed."""
    lines = [f"not noticed: {name}" for name in found.missed]
    lines += [f"left out, it fails without any change: {label}" for label in tests.already_wrong]
    for kind, count in found.tried.items():
        lines.append(f"{kind}: {found.noticed[kind]} of {count} noticed, {found.of(kind):.1%}")
    noticed, tried = found.noticed.total(), found.tried.total()
    lines.append(
        f"all: {noticed} of {tried}, {noticed / tried:.1%}, by {len(tests.tests)} tests; {found.seconds:.0f} s"
    )
    return "\n".join(lines)


def main() -> int:
    """Tries every mutant; 0 when enough of them are noticed."""
    tests = UnitTests()
    print("Changing the rules one at a time", flush=True)
    found = score([*of_content(), *of_code()], tests, shout=True)
    print(report(found, tests))
    return 0 if found.good else 1


if __name__ == "__main__":
    sys.exit(main())
