"""Ten typical worries (typical_worries.yml), as a parent and as school staff tell them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic.dataclasses import dataclass

from knowledge.content import parse, read_yaml
from knowledge.library import library
from tests.scenarios.expected import Exact
from tests.scenarios.scenario import ANY

MOST_ANSWERS = 8  # from the first message to the result, the message included
MOST_QUESTIONS = 4  # of school staff after their message
FILE = Path(__file__).parent / "typical_worries.yml"


@dataclass(frozen=True, config=Exact, kw_only=True)
class Worry:
    """One worry: how it is told, the behaviour and the age that it is about, and the colour when all else is a no."""

    behaviour: str
    age: int
    colour: str
    because: str
    parent: str
    school: str

    @property
    def answers(self) -> dict[str, str]:
        """What somebody answers who means this worry, and finds it by the menu where the words did not say it."""
        subject = next(one.id for one in library().subjects.values() if self.behaviour in one.behaviours)
        nothing_else = {f"factor:{slug}": "no" for slug in library().factors}
        return {
            **nothing_else,
            **{"behaviour": self.behaviour, "subject": subject, "age": str(self.age), "role": "displayed"},
            **{"send": "no", "area": "stoke", ANY: "none_of_these"},
        }


@cache
def worries() -> dict[str, Worry]:
    """Each by its behaviour."""
    found = [parse(Worry, one, FILE, one.get("behaviour", "-")) for one in read_yaml(FILE)]
    return {one.behaviour: one for one in found}
