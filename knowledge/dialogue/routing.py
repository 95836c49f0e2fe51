"""The safety net's answers: what is said before, or instead of, any triage."""

from __future__ import annotations

from datetime import datetime

from knowledge.dialogue.message import Message, ask, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import contact_messages
from knowledge.dialogue.state import State
from knowledge.directory import contacts_for_roles
from knowledge.library import library
from knowledge.route import Grade, Route

# A child or young person is writing: no triage from here on, no detail asked.
CHILD_ROUTES = ("r.child_self_disclosure", "r.young_self_worry", "r.child_under13_self_worry")
MOST_CONTACTS = {Grade.STOP: 6, Grade.ANSWER_FIRST: 2, Grade.MENTION: 1}


def most_urgent(ids: tuple[str, ...]) -> Route | None:
    """The route that goes first when several fire."""
    # Of several ways in which a child may be writing the likeliest counts (the ids come with the best score first): a
    # young person who is afraid of
    # what they did must not be answered as if it had been done to them.
    children = [name for name in ids if name in CHILD_ROUTES]
    known = [library().routes[name] for name in ids if name in library().routes and name not in children[1:]]
    return min(known, key=lambda route: (route.priority, route.id), default=None)


def stops(route: Route) -> bool:
    """Whether the triage waits."""
    return route.grade is Grade.STOP


def announce(state: State, route: Route, moment: datetime) -> tuple[State, list[Message]]:
    """The lines and the contacts of a route. The words of a route for a child are the same whoever the page is for."""
    child = route.id in CHILD_ROUTES
    lines = [line for words in route.says if (line := words.to(state.words_for))]
    card = {"kind": "route", "route": route.id}
    reader = "child" if child else state.words_for.value
    shown = contacts_for_roles(route.contacts, state.area or "elsewhere", reader, moment)
    messages = [say("\n".join(lines), card), *contact_messages(shown[: MOST_CONTACTS[route.grade]])]
    seen = (*state.shown_routes, route.id) if route.id not in state.shown_routes else state.shown_routes
    return state.but(shown_routes=seen, child=state.child or child), messages


def after_stop(state: State, route: Route | None) -> tuple[State, Message]:
    """What may be done after a stop: go on, put a misunderstanding right, say who one is, or end. Never a dead end."""
    values = ("adult_here" if state.child else "carry_on", "stop")
    misread = route is not None and not route.may_continue
    titles = {"adult_here": "adult_here", "carry_on": "misread" if misread else "carry_on", "stop": "next_stop"}
    choices = [(phrase(titles[value], state.words_for), value) for value in values]
    text = phrase("child_next" if state.child else "route_next", state.words_for)
    return state.but(asked="route", offered=values, multiple=False, misses=0), ask(text, "next", choices)
