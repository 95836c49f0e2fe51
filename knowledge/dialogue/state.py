"""What a conversation remembers: codes only, small enough to travel with every turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from knowledge.age import Age
from knowledge.case import Case, Role
from knowledge.factor import Answer
from knowledge.words import Audience

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class State:
    """`asked` is the stable word of the open question, `offered` the choice values that may come back, `misses` how
    often in a row an answer to it was not understood, `asides` how often in a row something was said that was neither
    an answer nor a worry, `met` how often in a row the question `met_as` has been asked, `trail` the newest questions
    answered (for going back), `answers` their number since the story was told, `child` that a child is writing.

    `heard` are facts that words gave and nobody has confirmed yet: they do not count before that. `doubted` are
    factors that both a yes and a no were heard about. `kept` are the behaviours of this child that another one is
    added to. `considered` are the answers to the considerations of the local procedure, `walking` that they are
    being gone through. `audit_scores` are the scores given in one domain of the framework's audit.
    """

    audience: str | None = None
    area: str | None = None
    subject: str | None = None
    behaviours: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    age: Span | None = None
    age_refused: bool = False
    other_age: Span | None = None
    heard_ages: tuple[Span, ...] = ()
    send: str | None = None
    developmental_age: Span | None = None
    role: str | None = None
    factors: Mapping[str, str] = field(default_factory=dict)
    heard: Mapping[str, str] = field(default_factory=dict)
    doubted: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    considered: Mapping[str, str] = field(default_factory=dict)
    asked: str | None = None
    offered: tuple[str, ...] = ()
    multiple: bool = False
    misses: int = 0
    asides: int = 0
    met: int = 0
    met_as: str | None = None
    trail: tuple[str, ...] = ()
    answers: int = 0
    shown_routes: tuple[str, ...] = ()
    walking: bool = False
    audit_scores: Mapping[str, str] = field(default_factory=dict)
    child: bool = False
    finished: bool = False

    def but(self, **changes: Any) -> State:
        """This state with some fields changed."""
        return replace(self, **changes)

    def with_factor(self, slug: str, answer: str) -> State:
        """This state with one more factor known."""
        return self.but(
            factors={**self.factors, slug: answer},
            heard={name: said for name, said in self.heard.items() if name != slug},
            doubted=tuple(name for name in self.doubted if name != slug),
        )

    def without_factor(self, slug: str) -> State:
        """This state with one factor open again."""
        return self.but(factors={name: said for name, said in self.factors.items() if name != slug})

    @property
    def words_for(self) -> Audience:
        """The audience whose words are used; a parent's until it is known."""
        return Audience(self.audience) if self.audience else Audience.PARENT

    @property
    def case(self) -> Case:
        """The case so far."""
        return Case(
            behaviours=self.behaviours,
            age=Age(*self.age) if self.age else None,
            factors={slug: Answer(answer) for slug, answer in self.factors.items()},
            audience=self.words_for,
            area=self.area or "elsewhere",
            role=Role(self.role) if self.role else Role.UNCLEAR,
            other_age=Age(*self.other_age) if self.other_age else None,
            send=Answer(self.send) if self.send else Answer.UNKNOWN,
            developmental_age=Age(*self.developmental_age) if self.developmental_age else None,
        )

    def as_codes(self) -> dict[str, Any]:
        """The state as JSON data; what stands at its default is left out to keep the turn small."""
        empty = State()
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value != getattr(empty, name)
        }

    @classmethod
    def from_codes(cls, codes: Mapping[str, Any] | None) -> State:
        """The state that `as_codes` wrote; fields that it does not know are dropped."""
        known: dict[str, Any] = {}
        for one in fields(cls):
            if codes and one.name in codes:
                known[one.name] = _frozen(codes[one.name])
        return cls(**known)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, (list, tuple)) else value
