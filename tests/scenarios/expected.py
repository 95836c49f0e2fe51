"""What a scenario expects of one turn: only what is named is looked at."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.assessment import Continuum
from knowledge.colour import Colour
from knowledge.contact_role import roles
from knowledge.library import library

COLOURS = (*(colour.slug for colour in Colour), "none")
STEPS = (*(step.slug for step in Continuum), "none")
Kind = Literal["assessment", "contact", "route", "topic", "case", "script", "checklist", "summary", "safety_plan"]
Texts = tuple[str, ...]


class Exact:
    """Pydantic settings of a scenario: an unknown field is an error, and a text stays exactly as it was written."""

    extra = "forbid"


def as_word(value: Any) -> Any:
    """YAML reads `no` and `yes` as truth values and `8` as a number; here they are words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else value


def listed(value: Any) -> Any:
    """One word where a list of them may stand."""
    if value is None:
        return None
    return [as_word(one) for one in value] if isinstance(value, (list, tuple)) else [as_word(value)]


def one_of(value: str, known: Any) -> str:
    """`value`, which must be one of `known`. Raises `ValueError`."""
    if value not in known:
        raise ValueError(f"one of {', '.join(sorted(known))}; got {value!r}")
    return value


@dataclass(frozen=True, config=Exact, kw_only=True)
class AssessmentExpected:
    """The assessment card.

    `colour` and `continuum` may be `none` (the card's null); `age` is `8`, `8-9` or `unknown`. `reasons`, `do_now` and
    `avoid` are passages that must occur, `reasons_not` must not. `topics` and `unknowns` must be among the card's.
    """

    colour: str | None = None
    continuum: str | None = None
    provisional: bool | None = None
    behaviours: Texts = ()
    age: str | None = None
    reasons: Texts = ()
    reasons_not: Texts = ()
    unknowns: Texts = ()
    unknowns_not: Texts = ()
    topics: Texts = ()
    topics_not: Texts = ()
    do_now: Texts = ()
    avoid: Texts = ()

    _lists = validator(
        "behaviours", "reasons", "reasons_not", "unknowns", "unknowns_not", "topics", "topics_not", "do_now", "avoid",
        pre=True, allow_reuse=True,
    )(listed)  # fmt: skip

    @validator("colour")
    def _a_colour(cls, value: str | None) -> str | None:
        return value and one_of(value, COLOURS)

    @validator("continuum")
    def _a_step(cls, value: str | None) -> str | None:
        return value and one_of(value, STEPS)

    @validator("behaviours", each_item=True)
    def _a_behaviour(cls, value: str) -> str:
        return one_of(value, library().behaviours)

    @validator("unknowns", "unknowns_not", each_item=True)
    def _a_factor(cls, value: str) -> str:
        return one_of(value, library().factors)

    @validator("topics", "topics_not", each_item=True)
    def _a_topic_of_the_guidance(cls, value: str) -> str:
        return one_of(value, {step.topic for step in library().steps.values() if step.topic})

    _age = validator("age", pre=True, allow_reuse=True)(as_word)


@dataclass(frozen=True, config=Exact, kw_only=True)
class ContactsExpected:
    """The contact cards of a turn, by role.

    The first of them, some that are there, some that are open or closed at that moment, whether any that can be rung is
    open, some that must not be there.
    """

    first: str | None = None
    roles: Texts = ()
    open: Texts = ()
    closed: Texts = ()
    some_open: bool = False
    never: Texts = ()

    _lists = validator("roles", "open", "closed", "never", pre=True, allow_reuse=True)(listed)

    @validator("roles", "open", "closed", "never", each_item=True)
    def _a_role(cls, value: str) -> str:
        return one_of(value, roles())

    @validator("first")
    def _the_first(cls, value: str | None) -> str | None:
        return value and one_of(value, roles())


@dataclass(frozen=True, config=Exact, kw_only=True)
class Expected:
    """One turn.

    `asks`: one of these is asked (`nothing` where nothing must be). `offers` and `offers_not`: choice values. `text`
    and `not` (here `says_not`): passages that must and must not occur in anything said, the cards included, whatever
    their case. `cards` and `cards_not`: kinds of card. `route`: one of these. `status`: 200 unless said.
    """

    status: int = 200
    error: str | None = None
    asks: Texts = ()
    offers: Texts = ()
    offers_not: Texts = ()
    text: Texts = ()
    says_not: Texts = ()
    cards: tuple[Kind, ...] = ()
    cards_not: tuple[Kind, ...] = ()
    assessment: AssessmentExpected | None = None
    contacts: ContactsExpected | None = None
    route: Texts = ()
    topic: str | None = None

    _lists = validator(
        "asks", "offers", "offers_not", "text", "says_not", "cards", "cards_not", "route", pre=True, allow_reuse=True
    )(listed)

    @validator("route", each_item=True)
    def _a_route(cls, value: str) -> str:
        return one_of(value, library().routes)

    @validator("topic")
    def _a_topic(cls, value: str | None) -> str | None:
        return value and one_of(value, library().topics)
