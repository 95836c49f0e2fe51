"""Lists to walk through or to write from, as the `checklist` card of the chat API."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.dataclasses import dataclass

from knowledge.card import cite
from knowledge.content import HERE, ContentError, load_entries
from knowledge.dialogue.state import State
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.provenance import Provenance, Strict
from knowledge.words import Words

FILE = HERE / "dialogue" / "checklists.yml"
CONSIDERATIONS, RECORD, SCHOOL_RECORD, TELL_PARENTS = "considerations", "record", "school_record", "tell_parents"
WRITE, OPEN = "write", "open"
_OTHER = {"yes": "no", "no": "yes", "unknown": "unknown"}


@dataclass(frozen=True, config=Strict, kw_only=True)
class Item:
    """One line. `factor` and `field` name the answer of the triage that is the same (`inverse`: the opposite);
    `shown_by` are factors whose yes is a yes here too.
    """

    id: str
    text: Words
    factor: str | None = None
    inverse: bool = False
    field: str | None = None
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, config=Strict, kw_only=True)
class Checklist(Provenance):
    """A list with its title."""

    id: str
    title: str
    items: tuple[Item, ...]


@cache
def checklists() -> Mapping[str, Checklist]:
    """Every list by its id. Raises `ContentError` for one that does not fit."""

    def shared(document: Mapping[str, Any]) -> dict[str, Any]:
        return {key: document[key] for key in ("sources", "certainty") if key in document}

    found = load_entries([FILE], Checklist, shared)
    for one in found.values():
        for item in one.items:
            strangers = {*item.shown_by, *([item.factor] if item.factor else [])} - set(library().factors)
            if strangers or item.field not in (None, "send"):
                raise ContentError(FILE, f"{one.id}.{item.id}", "factor", "a factor of knowledge/factors, or `send`")
    return found


def checklist_card(state: State, name: str) -> dict[str, Any]:
    """The `checklist` card: what is known already is answered, the rest is open; lists to write from are blank."""
    one = checklists()[name]
    items = [
        {
            "id": item.id,
            "text": item.text.to(state.words_for),
            "state": known(state, item) if name == CONSIDERATIONS else WRITE,
        }
        for item in one.items
    ]
    return {"kind": "checklist", "id": name, "title": one.title, "items": items, "sources": cite(one.sources)}


def checklist_lines(state: State, name: str) -> list[str]:
    """A list as lines to read, its title first."""
    one = checklists()[name]
    return [one.title, *(f"• {item.text.to(state.words_for)}" for item in one.items)]


def known(state: State, item: Item) -> str:
    """`yes`, `no`, `unknown` or `open`."""
    if item.id in state.considered:
        return state.considered[item.id]
    said = state.factors.get(item.factor or "") or (state.send if item.field == "send" else None)
    if said:
        return _OTHER[said] if item.inverse else said
    case = state.case
    return "yes" if any(case.answer(slug) is Answer.YES for slug in item.shown_by) else OPEN


def next_item(state: State) -> Item | None:
    """The first consideration that nobody has answered."""
    return next((item for item in checklists()[CONSIDERATIONS].items if known(state, item) == OPEN), None)


def consider(state: State, name: str, said: str) -> State:
    """The state with one consideration answered. Where the triage asks the same, it knows the answer too."""
    item = next(item for item in checklists()[CONSIDERATIONS].items if item.id == name)
    meant = _OTHER[said] if item.inverse else said
    state = state.but(considered={**state.considered, name: said})
    if item.factor:
        return state.with_factor(item.factor, meant)
    if item.field == "send" and meant != "unknown":
        return state.but(send=meant, developmental_age=state.developmental_age if meant == "yes" else None)
    return state
