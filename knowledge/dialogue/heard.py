"""What the understanding made of one message: codes, never words (the form is that of design.md 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.age import OLDEST, YOUNGEST

# Below this the message is not taken to be about the subject at all.
IN_SCOPE = 0.5
# From here on the safety net is sure of a route.
SURE_ROUTE = 0.8
# From here on a topic is surely meant, also where the message as a whole was not taken for a question.
SURE_TOPIC = 0.6
# From here on one behaviour is surely told of.
SURE_STORY = 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """The codes of one message."""

    routes: tuple[str, ...] = ()
    likely_routes: tuple[str, ...] = ()  # those of them that the safety net is not sure of
    behaviours: tuple[tuple[str, float], ...] = ()
    in_scope: float = 0.0
    ages: tuple[tuple[int, int], ...] = ()
    too_old: bool = False
    factors: Mapping[str, str] = field(default_factory=dict)
    role: str | None = None
    area: str | None = None
    topics: tuple[str, ...] = ()
    sure_topic: bool = False
    identifying: bool = False
    answer: str | None = None
    command: str | None = None
    aside: str | None = None

    @classmethod
    def from_codes(cls, codes: Mapping[str, Any]) -> Heard:
        """The codes as the parser sends them; whatever is missing counts as not heard."""
        ages = [(int(a["low"]), int(a["high"])) for a in codes.get("age") or ()]
        inside = tuple((max(low, YOUNGEST), min(high, OLDEST)) for low, high in ages if low <= OLDEST)
        role = codes.get("role")
        return cls(
            routes=tuple(route["id"] for route in codes.get("routes") or ()),
            likely_routes=tuple(
                route["id"] for route in codes.get("routes") or () if float(route.get("score") or 0.0) < SURE_ROUTE
            ),
            behaviours=tuple((one["id"], float(one["score"])) for one in codes.get("behaviours") or ()),
            in_scope=float(codes.get("in_scope") or 0.0),
            ages=inside,
            too_old=bool(ages) and not inside,
            factors=dict(codes.get("factors") or {}),
            role=None if role in (None, "unclear") else str(role),
            area=codes.get("area"),
            topics=tuple(topic["id"] for topic in codes.get("topics") or ()),
            sure_topic=any(float(topic.get("score") or 0.0) >= SURE_TOPIC for topic in codes.get("topics") or ()),
            identifying=bool(codes.get("identifying")),
            answer=codes.get("answer"),
            command=codes.get("command"),
            aside=codes.get("aside"),
        )

    @property
    def sure_story(self) -> bool:
        """Whether one behaviour stands out."""
        return self.about_a_worry and self.behaviours[0][1] >= SURE_STORY

    @property
    def about_a_worry(self) -> bool:
        """Whether the message describes something that can be assessed."""
        return self.in_scope >= IN_SCOPE and bool(self.behaviours)
