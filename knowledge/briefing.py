"""Two-minute briefings for staff meetings: three facts, a case to talk through, three questions, where to go next."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.content import ContentError, files, load_entries, read_yaml
from knowledge.library import library
from knowledge.practice_case import practice_cases
from knowledge.provenance import Cited, Provenance, Strict

FACTS = QUESTIONS = 3


@dataclass(frozen=True, config=Strict, kw_only=True)
class Fact(Cited):
    """One statement with its own sources."""

    says: str


@dataclass(frozen=True, config=Strict, kw_only=True)
class Briefing(Provenance):
    """`case` is a situation of `knowledge.practice_case`, so that its colour is what the rules say; `ask` names topics
    that the chat answers.
    """

    id: str
    theme: str
    title: str
    facts: tuple[Fact, ...]
    case: str
    questions: tuple[str, ...]
    ask: tuple[str, ...]

    @validator("facts")
    def _three_facts(cls, value: tuple[Fact, ...]) -> tuple[Fact, ...]:
        if len(value) != FACTS:
            raise ValueError(f"{FACTS} facts")
        return value

    @validator("questions")
    def _three_questions(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(value) != QUESTIONS:
            raise ValueError(f"{QUESTIONS} questions")
        return value


@cache
def briefings() -> Mapping[str, Briefing]:
    """Every briefing by its id, theme by theme. Raises `ContentError` for one that does not fit."""
    order = {}
    for path in files("briefings"):
        document = read_yaml(path)
        if not isinstance(document, dict) or not isinstance(document.get("order"), int):
            raise ContentError(path, "-", "order", "a number at the top of the file")
        order[path] = document["order"]
    return load_entries(sorted(order, key=lambda path: order[path]), Briefing, shared=_shared, check=_wrong)


def _shared(document: Mapping[str, Any]) -> dict[str, Any]:
    return {"theme": document.get("theme")}


def _wrong(one: Briefing) -> tuple[str, str] | None:
    if one.case not in practice_cases():
        return "case", f"a situation of knowledge/practice; {one.case!r} is not one"
    strangers = sorted(set(one.ask) - library().topics.keys())
    if strangers or not one.ask:
        return "ask", f"topics of knowledge/topics; {', '.join(strangers) or 'none'} is not one"
    return None
