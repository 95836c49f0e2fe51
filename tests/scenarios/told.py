"""What a walker has told the server, as far as the walker can know, and the colour that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.age import Age
from knowledge.assessment import Assessment
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.dialogue.checklists import CONSIDERATIONS, checklists
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess

OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}


@dataclass
class Told:
    """`factors` are answers by choice. Once words were typed (`heard`) the server may know more: a floor."""

    factors: dict[str, Answer] = field(default_factory=dict)
    developmental_age: Age | None = None
    heard: bool = False

    def chose(self, asks: str, value: str) -> None:
        """A choice was taken for a question."""
        if value in ("another", "stop"):
            self._forget()
            self.heard = False
        elif value == "carry_on":
            self.factors.pop("adult_involved", None)
        elif value.startswith("change:") or value == "leave_list":
            return  # asked again: until it is answered, what was said stands
        elif asks.startswith("consideration:"):
            self._considered(asks.partition(":")[2], value)
        elif asks == "send" and value != "yes":
            self.developmental_age = None
        elif asks.startswith("factor:"):
            self.factors[asks.partition(":")[2]] = Answer(value)
        elif asks == "developmental_age" and value != "unknown":
            low, _, high = value.partition("-")
            self.developmental_age = Age(int(low), int(high or low))

    def _considered(self, name: str, value: str) -> None:
        """A point of the local procedure that is a question of the triage too."""
        item = next(item for item in checklists()[CONSIDERATIONS].items if item.id == name)
        if item.factor:
            self.factors[item.factor] = OPPOSITE[Answer(value)] if item.inverse else Answer(value)
        elif item.field == "send" and value == "no":
            self.developmental_age = None

    def said(self) -> None:
        """Words were typed: an answer may have been taken back with them, a new case may have begun."""
        self._forget()
        self.heard = True

    def differences(self, card: Mapping[str, Any]) -> list[str]:
        """Where an assessment card is not what `knowledge` says for the same answers."""
        years = card["age"]
        age = None if years["low"] is None else Age(years["low"], years["high"])
        factors = dict(self.factors)
        if self.heard:  # the least that can be true: whatever was not chosen is absent
            factors = {slug: self.factors.get(slug, Answer.NO) for slug in library().factors}
        case = Case(
            behaviours=tuple(card["behaviours"]), age=age, factors=factors, developmental_age=self.developmental_age
        )
        expected = assess(case)
        return _below(expected, card) if self.heard else _other(expected, card)

    def _forget(self) -> None:
        self.factors, self.developmental_age = {}, None


def _other(expected: Assessment, card: Mapping[str, Any]) -> list[str]:
    there = {
        "colour": expected.colour.slug if expected.colour else None,
        "continuum": expected.continuum.slug if expected.continuum else None,
        "provisional": expected.provisional,
    }
    return [
        f"the {name} is {card[name]}, knowledge says {value}" for name, value in there.items() if card[name] != value
    ]


def _below(floor: Assessment, card: Mapping[str, Any]) -> list[str]:
    if floor.colour is None:
        return []
    if card["colour"] is None or Colour.from_slug(card["colour"]) < floor.colour:
        return [f"the colour is {card['colour']}, below the {floor.colour.slug} of the table"]
    return []
