"""A child or young person writes: believed, not blamed, nothing asked, people to turn to, a kind close."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.heard import Heard
from knowledge.dialogue.message import Message, ask, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import contact_messages
from knowledge.dialogue.routing import CHILD_ROUTES, after_stop
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, stop_for
from knowledge.directory import contacts_for_roles
from knowledge.library import library
from knowledge.route import Route

WELCOME = "r.child_self_disclosure"
UNDER_13, YOUNG = "r.child_under13_self_worry", "r.young_self_worry"
# What a child may say with a button, without a word about what happened.
WAYS = {"child_hurt": WELCOME, "child_worried_under_13": UNDER_13, "child_worried": YOUNG}
ROUTES = (WELCOME, UNDER_13, YOUNG)
# Routes whose words are for grown-ups ("do not wash the child"): a child who writes of it is told what a child who was
# harmed is told, and has Childline and 999.
FOR_GROWN_UPS = frozenset(
    {"r.recent_assault", "r.adult_abuser", "r.partner_worry", "r.allegation_staff", "r.domestic_abuse"}
)
TEEN = 13
BLAME = "did_i_cause_it"  # the question whose fault it is
_FEELINGS = ("panic", "keep_secret", "thanks")
_AGAIN = ("child_again", "child_again_2", "child_again_3")


def hello(state: State, moment: datetime) -> Turn:
    """A young person says so before anything else: welcomed, nothing asked, nothing supposed."""
    roles = ("childline", "shore", "report_remove", "emergency_999")
    shown = contacts_for_roles(roles, state.area or "elsewhere", "child", moment)
    state = state.but(child=True, shown_routes=tuple(dict.fromkeys((*state.shown_routes, WELCOME))))
    greeting = say(phrase("child_hello", state.words_for), {"kind": "route", "route": WELCOME})
    state, following = _ways(state)
    return state, [greeting, *contact_messages(shown), following]


def chose(state: State, value: str, moment: datetime) -> Turn:
    """One of `WAYS`: the words and the people for it."""
    return stop_for(state, library().routes[WAYS[value]], [], moment)


def again(state: State, moment: datetime, heard: Heard | None = None) -> Turn:
    """Whatever a child writes next: a feeling is met, otherwise still here, in other words each time, and never a
    question.
    """
    name = _met(state, heard) or _AGAIN[state.asides % len(_AGAIN)]
    asides = state.asides + 1
    shown = contacts_for_roles(("childline", "emergency_999"), state.area or "elsewhere", "child", moment)
    state, following = after_stop(state, None)
    line = say(phrase(name, state.words_for))
    return state.but(asides=asides), [line, *contact_messages(shown[:2]), following]


def _met(state: State, heard: Heard | None) -> str | None:
    """The phrase that meets what a child feels. Blame is taken away where something was done to the child; of what a
    child did, nothing is said but that help is right.
    """
    if heard is None:
        return None
    if heard.aside == "shame" or BLAME in heard.topics:
        worried = {UNDER_13, YOUNG} & set(state.shown_routes)
        return "child_no_blame" if worried else "child_not_your_fault"
    return f"child_{heard.aside}" if heard.aside in _FEELINGS else None


def close(state: State, moment: datetime) -> Turn:
    """The end of it: kind, with somebody to ring; whoever writes next is still met as a child."""
    shown = contacts_for_roles(("childline",), state.area or "elsewhere", "child", moment)
    ended = State(audience=state.audience, area=state.area, child=True, asked="route", offered=("adult_here",))
    back: Message = ask(phrase("child_come_back", state.words_for), "next", [_choice(state, "adult_here")])
    return ended, [say(phrase("child_stop", state.words_for)), *contact_messages(shown), back]


def for_the_age(routes: tuple[str, ...], heard: Heard) -> tuple[str, ...]:
    """The routes with a young person's worry about themselves met as their age says: under 13, or 13 to 17."""
    if not heard.ages:
        return routes
    right = UNDER_13 if heard.ages[0][1] < TEEN else YOUNG
    return tuple(dict.fromkeys(right if name in (UNDER_13, YOUNG) else name for name in routes))


def in_words_for_a_child(found: Route) -> Route:
    """The route that answers a child for whom another was found."""
    return library().routes[WELCOME] if found.id in FOR_GROWN_UPS else found


def is_writing(routes: tuple[str, ...]) -> bool:
    """Whether a route says that a child or young person is writing."""
    return any(name in CHILD_ROUTES for name in routes)


def _ways(state: State) -> tuple[State, Message]:
    values = (*WAYS, "adult_here", "stop")
    choices = [_choice(state, value) for value in values]
    message = ask(phrase("child_ways", state.words_for), "next", choices)
    return state.but(asked="route", offered=values, multiple=False, misses=0), message


def _choice(state: State, value: str) -> tuple[str, str]:
    return phrase("next_stop" if value == "stop" else value, state.words_for), value
