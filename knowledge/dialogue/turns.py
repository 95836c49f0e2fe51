"""One turn of the conversation: a state and what was heard in, the next state and the messages out. Pure, but for the
clock that is handed in.
"""

from __future__ import annotations

from datetime import datetime

from knowledge.card import topic_card
from knowledge.dialogue import after_result, asides, audit_talk, child, helpline, school
from knowledge.dialogue.agenda import MOST_ANSWERS
from knowledge.dialogue.asking import question
from knowledge.dialogue.case_card import CHANGE, changes
from knowledge.dialogue.checklists import CONSIDERATIONS, checklist_card
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import Taken, misheard, pick, take
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.not_understood import not_understood, nothing_fits
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.results import area_known, piece, what_next
from knowledge.dialogue.routing import announce, most_urgent, stops
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, ask_again, end_of_walk, go_on, stop_for
from knowledge.library import library
from knowledge.route import Grade
from knowledge.signing import all_signed_off
from knowledge.words import Audience


def start(audience: str | None, area: str | None, moment: datetime) -> Turn:
    """The opening: what this is, what is kept, when to ring 999, and the first question."""
    return helpline.accompany(_start(audience, area, moment))


def tell(state: State, heard: Heard, moment: datetime) -> Turn:
    """A message in the person's own words."""
    return helpline.accompany(_tell(state, heard, moment))


def choose(state: State, values: tuple[str, ...], moment: datetime) -> Turn:
    """One or more of the offered choices. The channel has checked that they were offered."""
    return helpline.accompany(_choose(state, values[0] if values else "", values, moment))


def route(state: State, heard: Heard, moment: datetime) -> Turn:
    """The safety net fired: its most urgent route is answered, then the conversation goes on where that is right."""
    return helpline.accompany(_route(state, heard, moment))


def answer_question(state: State, heard: Heard, moment: datetime) -> Turn:
    """A question about the subject: answered, then the thread is picked up."""
    return helpline.accompany(_answer_question(state, heard, moment))


def command(state: State, name: str, moment: datetime) -> Turn:
    """Start again, stop, go back or help."""
    return helpline.accompany(_command(state, name, moment))


def _start(audience: str | None, area: str | None, moment: datetime) -> Turn:
    state = State(audience=audience, area=area)
    reader = state.words_for
    lines = [phrase("opening", reader), phrase("emergency", reader)]
    if not all_signed_off():
        lines.append(phrase("demonstration", reader))
    return go_on(state, [helpline.opening(say("\n".join(lines)), state)], moment)


def _tell(state: State, heard: Heard, moment: datetime) -> Turn:
    if state.child:
        return child.again(state, moment, heard)
    if audit_talk.in_audit(state) and heard.about_a_worry:
        state = audit_talk.left(state)  # a child comes before the audit
    messages = [say(phrase("identifying", state.words_for))] if heard.identifying else []
    if heard.sure_topic and not heard.about_a_worry and _answers_nothing(state, heard):
        state, more = _answer_question(state, heard, moment)
        return state, [*messages, *more]
    heard = asides.without_softening(heard)
    if asides.nothing_else(state, heard):
        return asides.meet(state, heard, messages, moment)
    messages += asides.line(state, heard)
    if state.asked == "route" or (state.finished and not (state.asked or "").startswith("consideration:")):
        return _after_the_result(state, heard, messages, moment)
    if _fits_nothing(state, heard):
        return nothing_fits(state, messages, moment)
    if _stopped(state) and not state.misses and heard.answer and not heard.about_a_worry:
        return state.but(misses=1), [*messages, say(phrase("stop_again", state.words_for))]
    if heard.too_old and state.asked in ("age", "story"):
        messages.append(say(phrase("age_too_old", state.words_for)))
    taken = take(state, heard)
    messages += [say(note) for note in taken.notes]
    if not taken.answered:
        return _beside_the_question(state, taken, messages, moment, heard)
    if taken.state.candidates and taken.state.candidates != state.candidates:
        return _understood(state, taken.state, messages, moment)
    return go_on(taken.state, messages, moment)


def _fits_nothing(state: State, heard: Heard) -> bool:
    """Whether nothing that is offered is what happened, or the person does not know which."""
    if state.asked == "confirm" and heard.answer == "no":
        return not (heard.ages or heard.factors)  # "no, he is 14": the rest of it is put right
    return (
        state.asked in ("confirm", "menu", "subject") and heard.answer in ("no", "unknown") and not heard.about_a_worry
    )


def _stopped(state: State) -> bool:
    """Whether nothing has been offered since the last goodbye."""
    return state.asked == "story" and not state.offered


def _beside_the_question(before: State, taken: Taken, messages: list[Message], moment: datetime, heard: Heard) -> Turn:
    """No answer to the open question. What contradicts is asked first; what is new is taken with thanks, once."""
    state = taken.state
    if state.doubted and state.doubted != before.doubted:
        return go_on(state.but(asked=None, offered=()), messages, moment)
    told = (state.case, state.heard, state.heard_ages) != (before.case, before.heard, before.heard_ages)
    if not told or before.misses:
        return not_understood(state, messages, moment, heard)
    if not taken.notes:
        messages = [*messages, say(phrase("noted", state.words_for))]
    state, more = ask_again(state, moment)
    return state.but(misses=1), [*messages, *more]


def _answers_nothing(state: State, heard: Heard) -> bool:
    """Whether a message says nothing about the case: no answer to the open question, no age, no fact."""
    return not (heard.answer or heard.ages or heard.factors or (heard.area and state.asked == "area"))


def _understood(before: State, state: State, messages: list[Message], moment: datetime) -> Turn:
    """A story was told: thanks where no feeling was met already; school staff get a first answer at once."""
    if not messages and not before.candidates:
        messages = [say(phrase("thanks", state.words_for))]
    if state.words_for is Audience.SCHOOL:
        messages = [*messages, *school.first_answer(state, moment)]
    return go_on(state, messages, moment)


def _choose(state: State, value: str, values: tuple[str, ...], moment: datetime) -> Turn:
    if value.startswith(CHANGE):
        return _change(state, value.removeprefix(CHANGE))
    if audit_talk.in_audit(state):
        return _audit(state, value, moment)
    if value == "child":
        return child.hello(state, moment)
    if value in child.WAYS:
        return child.chose(state, value, moment)
    if value == "none_of_these":
        return nothing_fits(state, [], moment)
    if value == "not_right":
        corrected = [say(phrase("will_ask", state.words_for))]
        return go_on(misheard(state).but(asked=None, offered=()), corrected, moment)
    if value == "carry_on":
        return _carry_on(state, moment)
    if value == "adult_here":
        state = state.but(child=False, asked=None, offered=(), audience=state.audience or "parent")
        return go_on(state, [], moment)
    if value == "stop":
        return _stop(state, moment)
    if value == "another":
        fresh = State(audience=state.audience, area=state.area, shown_routes=state.shown_routes)
        return go_on(fresh, [], moment)
    if value == "leave_list":
        return end_of_walk(state, [], moment)
    if state.asked == "next":
        return _after_choice(state, value, moment)
    taken = pick(state, values)
    if not taken.answered:
        return not_understood(taken.state, [], moment)
    if state.finished and state.asked == "area":
        return area_known(taken.state, moment)
    return go_on(taken.state, [], moment)


def _audit(state: State, value: str, moment: datetime) -> Turn:
    """An answer in the audit: its next question, or back to the thread."""
    state, word, messages = audit_talk.answered(state, value)
    if word is None:
        return go_on(state, messages, moment)
    state, message = question(state, word)
    return state, [*messages, message]


def _after_choice(state: State, value: str, moment: datetime) -> Turn:
    if value == "another_behaviour":
        kept = after_result.reopened(state).but(kept=state.behaviours, behaviours=(), answers=0)
        return go_on(kept, [], moment)
    if value == "ask_more":
        return go_on(after_result.reopened(state).but(answers=0), [], moment)
    if value == CONSIDERATIONS:
        listed = say(phrase("considerations_intro", state.words_for), checklist_card(state, CONSIDERATIONS))
        return go_on(state.but(walking=True, asked=None, offered=()), [listed], moment)
    if value == "case":
        case = helpline.case_message(state)
        state, following = what_next(state)
        return state.but(offered=(*state.offered, *changes(case["card"]))), [case, following]
    messages = piece(state, value, moment)
    state, following = what_next(state.but(misses=0))
    return state, [*messages, following]


def _change(state: State, name: str) -> Turn:
    """A fact of the case is asked again, at any time; then the thread goes on."""
    state = after_result.reopened(state)
    if name == "behaviour":
        state, message = question(state.but(behaviours=(), candidates=(), subject=None, answers=0), "story")
    else:
        state, message = question(state.but(heard_ages=()) if name == "age" else state, name)
    return state, [message]


def _carry_on(state: State, moment: datetime) -> Turn:
    """ "I did not mean that": an adult's part, if that was it, is open again."""
    finished = state.finished
    state = state.without_factor("adult_involved").but(asked=None, offered=())
    opening = [say(phrase("carry_on_intro", state.words_for))]
    if finished:
        state, following = what_next(state)
        return state, [*opening, following]
    return go_on(state, opening, moment)


def _route(state: State, heard: Heard, moment: datetime) -> Turn:
    routes = child.for_the_age(heard.routes, heard)
    found = most_urgent(routes)
    if found is None:
        return _tell(state, heard, moment)
    if _only_stops(state, heard):
        return _stop(state, moment)
    if found.id in child.ROUTES and found.id in heard.likely_routes and _feels(state, heard):
        return _tell(state, heard, moment)
    if child.is_writing(routes):
        state = state.but(child=True)  # also where something more urgent is answered first
    if state.child and found.id in child.ROUTES and found.id in state.shown_routes:
        return child.again(state, moment, heard)
    if stops(found):
        if not state.child and not state.finished and state.asked in ("story", "confirm"):
            state = take(state, heard).state  # what was told is not told in vain: "go on" picks it up
        return stop_for(state, found, [], moment)
    if state.child:
        return child.again(state, moment, heard)
    if found.id in state.shown_routes:
        return _tell(state, heard, moment)
    state, messages = announce(state, found, moment)
    if found.grade is Grade.MENTION or heard.about_a_worry or state.asked in (None, "story"):
        state, more = _tell(state, heard, moment)
    else:
        state, more = ask_again(state, moment)
    return state, [*messages, *more]


def _feels(state: State, heard: Heard) -> bool:
    """A grown-up who has said so, in the middle of their case, with a feeling and no age: a child may sound like it."""
    at_a_question = state.asked not in (None, "audience", "story", "route") and not state.child
    return bool(at_a_question and state.audience and heard.aside in asides.FEELINGS and not heard.ages)


def _only_stops(state: State, heard: Heard) -> bool:
    """ "I want to stop": a plea for help from somebody who has told nothing yet, the end of it at a question."""
    at_a_question = state.asked not in (None, "audience", "story") and not state.child
    return at_a_question and heard.command == "stop" and heard.routes == ("r.adult_own_thoughts",)


def _answer_question(state: State, heard: Heard, moment: datetime) -> Turn:
    if state.child:
        return child.again(state, moment, heard)
    topic = next((library().topics[name] for name in heard.topics if name in library().topics), None)
    if topic is None and heard.aside:
        return asides.meet(state, heard, [], moment)
    if topic is None:
        name = "no_answer_but_buttons" if state.finished else "no_answer_to_question"
        messages = [say(phrase(name, state.words_for)), *a_person(state, moment)]
    else:
        messages = [*asides.line(state, heard), say(topic.short, topic_card(topic, state.words_for))]
        if topic.id in audit_talk.TOPICS:
            return _offer_audit(state, messages, moment)
    state, more = ask_again(state, moment)
    return state, [*messages, *more]


def _offer_audit(state: State, messages: list[Message], moment: datetime) -> Turn:
    """Where the audit is; one domain of it may be answered here, unless a case is under way."""
    if audit_talk.may_offer(state):
        state, message = question(state, audit_talk.PICK)
        return state, [*messages, message]
    state, more = ask_again(state, moment)
    return state, [*messages, say(phrase("audit_page", state.words_for)), *more]


def _command(state: State, name: str, moment: datetime) -> Turn:
    if name == "stop":
        return _stop(state, moment)
    if state.child:
        return child.again(state, moment)
    if name == "restart":
        state, messages = _start(state.audience, state.area, moment)
        return state, [say(phrase("restarted", state.words_for)), messages[-1]]
    if name == "audit":
        return _offer_audit(state, [], moment)
    if name == "back":
        return _back(state, moment)
    state, more = ask_again(state, moment)
    return state, [say(phrase("help", state.words_for)), *a_person(state, moment), *more]


def _after_the_result(state: State, heard: Heard, messages: list[Message], moment: datetime) -> Turn:
    """After the result a new story opens a new case, a changed fact a new answer."""
    if not state.finished:
        if heard.about_a_worry:
            return _another_story(state, heard, moment)
        if heard.answer == "yes":
            return go_on(state.but(asked=None, offered=()), messages, moment)
        return after_result.nothing_new(state, messages, moment)
    # A few words about this child sound a little like many behaviours: what they change comes first.
    story = heard.about_a_worry and heard.behaviours[0][0] not in state.behaviours
    if story and (heard.sure_story or heard.ages or not heard.factors):
        return _another_story(state, heard, moment)
    changed = after_result.changed(state, heard, messages, moment)
    if changed:
        return changed
    if heard.about_a_worry:
        return _another_story(state, heard, moment)
    if heard.answer == "no":
        return _stop(state, moment)
    return after_result.nothing_new(state, messages, moment)


def _another_story(state: State, heard: Heard, moment: datetime) -> Turn:
    """A new worry is a new case; who is asking and where stays."""
    fresh = State(audience=state.audience, area=state.area, shown_routes=state.shown_routes, asked="story")
    return _tell(fresh, heard, moment)


def _stop(state: State, moment: datetime) -> Turn:
    if state.child:
        return child.close(state, moment)
    again = _stopped(state) and not state.misses
    messages = [say(phrase("stop_again" if again else "stop", state.words_for))]
    if state.words_for is Audience.HELPLINE and state.finished:
        messages = [*helpline.close(state, moment), *messages]
    ended = State(audience=state.audience, area=state.area)
    return ended.but(asked="story", misses=int(again)), messages


def _back(state: State, moment: datetime) -> Turn:
    if state.kept:  # another behaviour was begun: back is the case without it
        before = state.but(behaviours=state.kept, kept=(), candidates=(), subject=None, answers=MOST_ANSWERS)
        return go_on(before, [], moment)
    if not state.trail:
        state, more = ask_again(state, moment)
        return state, [say(phrase("nothing_to_go_back", state.words_for)), *more]
    word, trail = state.trail[-1], state.trail[:-1]
    state = state.but(trail=trail, answers=max(0, state.answers - 1), finished=False, misses=0, **_forget(state, word))
    if word in ("confirm", "menu"):  # the candidates are gone: the story is asked again
        word = "story"
    state, message = question(state.but(walking=word.startswith("consideration:")), word)
    return state, [say(phrase("went_back", state.words_for)), message]


def _forget(state: State, word: str) -> dict[str, object]:
    kind, _, slug = word.partition(":")
    if kind == "factor":
        return {"factors": {name: said for name, said in state.factors.items() if name != slug}}
    if kind == "consideration":
        return {"considered": {name: said for name, said in state.considered.items() if name != slug}}
    if word in ("story", "subject", "confirm", "menu"):
        return {"behaviours": (), "candidates": (), "subject": None}
    if word == "age":
        return {"age": None, "age_refused": False}
    return {word: None}
