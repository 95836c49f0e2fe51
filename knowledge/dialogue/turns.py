"""One turn of the conversation: a state and what was heard in, the next state and the messages out. Pure, but for the
clock that is handed in.
"""

from __future__ import annotations

from datetime import datetime

from knowledge.card import topic_card
from knowledge.dialogue.agenda import next_question
from knowledge.dialogue.asking import question
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import heard_line, pick, take
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import contact_messages, piece, result, what_next
from knowledge.dialogue.routing import CHILD_ROUTES, after_stop, announce, most_urgent, stops
from knowledge.dialogue.state import State
from knowledge.directory import contacts_for_roles
from knowledge.library import library
from knowledge.route import Grade, Route
from knowledge.signing import all_signed_off

Turn = tuple[State, list[Message]]
# After this many answers that were not understood a person to ring is shown, and again each time after.
PERSON_AFTER = 2
CHILD_WELCOME = "r.child_self_disclosure"


def start(audience: str | None, area: str | None, moment: datetime) -> Turn:
    """The opening: what this is, what is kept, when to ring 999, and the first question."""
    state = State(audience=audience, area=area)
    reader = state.words_for
    lines = [phrase("opening", reader), phrase("emergency", reader)]
    if not all_signed_off():
        lines.append(phrase("demonstration", reader))
    return _go_on(state, [say("\n".join(lines))], moment)


def tell(state: State, heard: Heard, moment: datetime) -> Turn:
    """A message in the person's own words."""
    if state.child:
        return _child_again(state, moment)
    messages = [say(phrase("identifying", state.words_for))] if heard.identifying else []
    if state.finished or state.asked == "route":
        return _after_the_result(state, heard, messages, moment)
    unsure_which = (
        state.asked in ("confirm", "menu", "subject") and heard.answer == "unknown" and not heard.about_a_worry
    )
    if unsure_which or (state.asked == "confirm" and heard.answer == "no"):
        return _nothing_fits(state, messages, moment)
    if heard.too_old and state.asked in ("age", "story"):
        messages.append(say(phrase("age_too_old", state.words_for)))
    first_story = not state.candidates and not state.behaviours
    taken = take(state, heard)
    messages += [say(note) for note in taken.notes]
    if not taken.answered:
        return _not_understood(taken.state, messages, moment, heard)
    state = taken.state
    if state.candidates and first_story:
        lines = [phrase("thanks", state.words_for), heard_line(state, heard)]
        messages.append(say("\n".join(line for line in lines if line)))
    return _go_on(state, messages, moment)


def choose(state: State, values: tuple[str, ...], moment: datetime) -> Turn:
    """One or more of the offered choices. The channel has checked that they were offered."""
    value = values[0] if values else ""
    if value == "child":
        return _child_hello(state, moment)
    if value == "none_of_these":
        return _nothing_fits(state, [], moment)
    if value == "carry_on":
        finished = state.finished
        # "I did not mean that": an adult's part, if that was it, is open again.
        factors = {slug: said for slug, said in state.factors.items() if slug != "adult_involved"}
        state = state.but(asked=None, offered=(), factors=factors)
        opening = [say(phrase("carry_on_intro", state.words_for))]
        if finished:
            state, following = what_next(state)
            return state, [*opening, following]
        return _go_on(state, opening, moment)
    if value == "adult_here":
        state = state.but(child=False, asked=None, offered=(), audience=state.audience or "parent")
        return _go_on(state, [], moment)
    if value == "stop":
        return _stop(state)
    if value == "another":
        return _another(state, moment)
    if state.asked == "next":
        messages = piece(state, value, moment)
        state, following = what_next(state)
        return state, [*messages, following]
    taken = pick(state, values)
    if not taken.answered:
        return _not_understood(taken.state, [], moment)
    return _go_on(taken.state, [], moment)


def route(state: State, heard: Heard, moment: datetime) -> Turn:
    """The safety net fired: its most urgent route is answered, then the conversation goes on where that is right."""
    found = most_urgent(heard.routes)
    if found is None:
        return tell(state, heard, moment)
    if any(name in CHILD_ROUTES for name in heard.routes):
        state = state.but(child=True)  # also where something more urgent is answered first
    if stops(found):
        if not state.child and not state.finished and state.asked in ("story", "confirm"):
            state = take(state, heard).state  # what was told is not told in vain: "go on" picks it up
        return _route(state, found, [], moment)
    if state.child:
        return _child_again(state, moment)
    if found.id in state.shown_routes:
        return tell(state, heard, moment)
    state, messages = announce(state, found, moment)
    if found.grade is Grade.MENTION or heard.about_a_worry or state.asked in (None, "story"):
        state, more = tell(state, heard, moment)
    else:
        state, more = _ask_again(state, moment)
    return state, [*messages, *more]


def answer_question(state: State, heard: Heard, moment: datetime) -> Turn:
    """A question about the subject: answered, then the thread is picked up."""
    if state.child:
        return _child_again(state, moment)
    topic = next((library().topics[name] for name in heard.topics if name in library().topics), None)
    if topic is None:
        messages = [say(phrase("no_answer_to_question", state.words_for)), *_a_person(state, moment)]
    else:
        messages = [say(topic.short, topic_card(topic, state.words_for))]
    state, more = _ask_again(state, moment)
    return state, [*messages, *more]


def command(state: State, name: str, moment: datetime) -> Turn:
    """Start again, stop, go back or help."""
    if name == "restart":
        state, messages = start(state.audience, state.area, moment)
        return state, [say(phrase("restarted", state.words_for)), messages[-1]]
    if name == "stop":
        return _stop(state)
    if name == "back":
        return _back(state, moment)
    state, more = _ask_again(state, moment)
    return state, [say(phrase("help", state.words_for)), *_a_person(state, moment), *more]


def _go_on(state: State, messages: list[Message], moment: datetime) -> Turn:
    """Asks what is next, or gives the result."""
    if "adult_involved" in state.factors and state.factors["adult_involved"] == "yes" and not state.finished:
        adult = library().routes["r.adult_abuser"]
        if adult.id not in state.shown_routes:
            return _route(state, adult, messages, moment)
    if state.candidates:
        word: str | None = "confirm"
    elif state.subject:
        word = "menu"
    else:
        word = next_question(state)
        word = "story" if word == "behaviour" else word
    if word is None:
        state, more = result(state, moment)
        return state, [*messages, *more]
    state, message = question(state, word)
    return state, [*messages, message]


def _ask_again(state: State, moment: datetime) -> Turn:
    """The open question once more, with nothing changed."""
    if state.child:
        state, message = after_stop(state, None)
    elif state.finished:
        state, message = what_next(state)
    elif state.asked in (None, "route"):
        return _go_on(state.but(asked=None), [], moment)
    else:
        state, message = question(state, state.asked)
    return state, [message]


def _route(state: State, found: Route, messages: list[Message], moment: datetime) -> Turn:
    state, more = announce(state, found, moment)
    state, following = after_stop(state, found)
    return state, [*messages, *more, following]


def _child_hello(state: State, moment: datetime) -> Turn:
    """A young person says so before anything else: welcomed, nothing asked, nothing supposed."""
    roles = ("childline", "shore", "report_remove", "emergency_999")
    shown = contacts_for_roles(roles, state.area or "elsewhere", "child", moment)
    state = state.but(child=True, shown_routes=(*state.shown_routes, CHILD_WELCOME))
    state, following = after_stop(state, None)
    hello = say(phrase("child_hello", state.words_for), {"kind": "route", "route": CHILD_WELCOME})
    return state, [hello, *contact_messages(shown), following]


def _child_again(state: State, moment: datetime) -> Turn:
    shown = contacts_for_roles(("childline", "emergency_999"), state.area or "elsewhere", "child", moment)
    state, following = after_stop(state, None)
    return state, [say(phrase("child_again", state.words_for)), *contact_messages(shown[:2]), following]


def _nothing_fits(state: State, messages: list[Message], moment: datetime) -> Turn:
    came_from_menu = state.asked == "menu"
    state = state.but(candidates=(), subject=None, behaviours=())
    if came_from_menu:
        messages = [*messages, say(phrase("nothing_fits", state.words_for)), *_a_person(state, moment)]
        state, message = question(state, "story", "menu")
    else:
        state, message = question(state, "subject")
    return state, [*messages, message]


def _not_understood(state: State, messages: list[Message], moment: datetime, heard: Heard | None = None) -> Turn:
    """Other words first, then the buttons, then a person to ring; never the same sentence twice in a row."""
    word = state.asked or "story"
    misses = state.misses + 1
    if misses > PERSON_AFTER and "unknown" in state.offered:
        # Nobody is asked the same thing for ever: it stays open, which is never taken as a no.
        left_open = [*messages, say(phrase("left_open", state.words_for))]
        return _go_on(pick(state, ("unknown",)).state, left_open, moment)
    if misses > PERSON_AFTER and word == "confirm":
        return _nothing_fits(state, messages, moment)
    way = "again" if misses % PERSON_AFTER else "menu"
    if heard and misses == 1 and word == "story" and not heard.ages and not heard.answer:
        messages = [*messages, say(phrase("out_of_scope", state.words_for))]
    if misses >= PERSON_AFTER:
        messages = [*messages, *_a_person(state, moment)]
    state, message = question(state, word, way if word in ("story", "age", "confirm") else "")
    if word not in ("story", "age", "confirm"):
        name = "again" if misses % PERSON_AFTER else "again_with_help"
        message["text"] = phrase(name, state.words_for, question=message["text"])
    return state.but(misses=misses), [*messages, message]


def _after_the_result(state: State, heard: Heard, messages: list[Message], moment: datetime) -> Turn:
    """After the result a new story opens a new case, a changed fact a new answer."""
    if state.asked == "route" and not state.finished and (heard.answer == "yes" or heard.about_a_worry):
        state = state.but(asked=None, offered=())
        if heard.about_a_worry:
            return _another_story(state, heard, moment)
        return _go_on(state, messages, moment)
    if state.finished and heard.about_a_worry and heard.behaviours[0][0] not in state.behaviours:
        return _another_story(state, heard, moment)
    if state.finished and (heard.ages or any(slug in library().factors for slug in heard.factors)):
        taken = take(state, heard)
        if taken.state.case != state.case:
            changed = [say(note) for note in taken.notes]
            return _go_on(taken.state.but(finished=False, asked=None), [*messages, *changed], moment)
    if state.finished and heard.about_a_worry:
        return _another_story(state, heard, moment)
    if state.finished and heard.answer == "no":
        return _stop(state)
    if state.misses + 1 >= PERSON_AFTER:
        messages = [*messages, *_a_person(state, moment)]
    misses = state.misses + 1
    state, more = _ask_again(state, moment) if state.finished else _after_route_again(state)
    return state.but(misses=misses), [*messages, *more]


def _another_story(state: State, heard: Heard, moment: datetime) -> Turn:
    """A new worry is a new case; who is asking and where stays."""
    fresh = State(audience=state.audience, area=state.area, shown_routes=state.shown_routes, asked="story")
    return tell(fresh, heard, moment)


def _after_route_again(state: State) -> Turn:
    state, following = after_stop(state, None)
    return state, [following]


def _another(state: State, moment: datetime) -> Turn:
    return _go_on(State(audience=state.audience, area=state.area, shown_routes=state.shown_routes), [], moment)


def _stop(state: State) -> Turn:
    ended = State(audience=state.audience, area=state.area)
    return ended.but(asked="story"), [say(phrase("stop", state.words_for))]


def _back(state: State, moment: datetime) -> Turn:
    if not state.trail:
        state, more = _ask_again(state, moment)
        return state, [say(phrase("nothing_to_go_back", state.words_for)), *more]
    word, trail = state.trail[-1], state.trail[:-1]
    state = state.but(trail=trail, answers=max(0, state.answers - 1), finished=False, misses=0, **_forget(state, word))
    if word in ("confirm", "menu"):  # the candidates are gone: the story is asked again
        word = "story"
    state, message = question(state, word)
    return state, [say(phrase("went_back", state.words_for)), message]


def _forget(state: State, word: str) -> dict[str, object]:
    if word.startswith("factor:"):
        slug = word.partition(":")[2]
        return {"factors": {name: said for name, said in state.factors.items() if name != slug}}
    if word in ("story", "subject", "confirm", "menu"):
        return {"behaviours": (), "candidates": (), "subject": None}
    if word == "age":
        return {"age": None, "age_refused": False}
    return {word: None}


def _a_person(state: State, moment: datetime) -> list[Message]:
    roles = ("childline",) if state.child else ("nspcc_helpline",)
    reader = "child" if state.child else state.words_for.value
    return contact_messages(contacts_for_roles(roles, state.area or "elsewhere", reader, moment)[:1])
