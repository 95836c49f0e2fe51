"""The words of each question, and the choices that go with it."""

from __future__ import annotations

from knowledge.age import Age
from knowledge.case import AREAS
from knowledge.dialogue import audit_talk
from knowledge.dialogue.agenda import questions_left
from knowledge.dialogue.checklists import CONSIDERATIONS, checklists
from knowledge.dialogue.hearing import heard_facts
from knowledge.dialogue.message import Choice, Message, ask
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.wording import asked_back, asked_with, factor_worded, worded
from knowledge.library import library
from knowledge.words import Audience

AUDIENCES = (*(audience.value for audience in Audience), "child")
# Single years from 3 on: a group that spans two bands would always get the colour of the more cautious one.
AGES = ("0-2", *(str(year) for year in range(3, 18)))
ROLES = ("displayed", "affected", "both")
YES_NO = ("yes", "no", "unknown")
# The progress line stands only where it helps: not before the age is known, not at the last question.
PROGRESS_FROM = 2


def question(state: State, word: str, way: str = "") -> tuple[State, Message]:
    """The message that asks `word`, and the state that waits for its answer. `way` picks another wording: one of
    `wording.WAYS`, or `more` for a story that is added to.
    """
    builder = _BUILDERS.get(word.partition(":")[0])
    if builder is None:
        raise KeyError(f"no question is called {word!r}")
    message = builder(state, word, way)
    values = tuple(choice["value"] for choice in message.get("choices", ()))
    met_as = " ".join(filter(None, (word, *state.candidates[:1], state.subject)))
    met = state.met + 1 if met_as == state.met_as else 1
    waiting = state.but(asked=word, offered=values, multiple=bool(message.get("multiple")), met=met, met_as=met_as)
    message["text"] = asked_back(state, message["text"], way, met)
    left = questions_left(state)
    if word.startswith(("factor:", "role", "send")) and left >= PROGRESS_FROM:
        message["text"] += " " + phrase("progress", state.words_for, left=str(left))
    return waiting, message


def _with_unknown(state: State, choices: list[Choice]) -> list[Choice]:
    return [*choices, (phrase("unknown", state.words_for), "unknown")]


def _named(state: State, prefix: str, values: tuple[str, ...]) -> list[Choice]:
    return [(phrase(f"{prefix}_{value}", state.words_for), value) for value in values]


def _audience(state: State, word: str, way: str) -> Message:
    return ask(worded(state, "ask_audience", way), "audience", _named(state, "audience", AUDIENCES))


def _subjects() -> list[Choice]:
    return [(subject.title, subject.id) for subject in library().subjects.values()]


def _story(state: State, word: str, way: str) -> Message:
    name = "ask_story_more" if way == "more" else "ask_story"
    return ask(worded(state, name, way), "behaviour", _subjects())


def _subject(state: State, word: str, way: str) -> Message:
    return ask(worded(state, "ask_story_buttons", way), "subject", _subjects())


def _behaviours(state: State, names: tuple[str, ...]) -> list[Choice]:
    choices = [(library().behaviours[name].title, name) for name in names]
    return [*choices, (phrase("none_of_these", state.words_for), "none_of_these")]


def _confirm(state: State, word: str, way: str) -> Message:
    """Understood so far, the facts beside the behaviour included: picking a behaviour confirms them, `not_right` says
    that they are wrong.
    """
    first = library().behaviours[state.candidates[0]]
    choices = _behaviours(state, state.candidates)
    choices[0] = (phrase("yes_that", state.words_for, title=first.title), first.id)
    facts = heard_facts(state)
    if facts:
        choices.append((phrase("not_right", state.words_for), "not_right"))
    text = phrase("confirm", state.words_for, what=first.understood, clinical=first.clinical)
    if way:
        text = phrase(f"confirm_{way}", state.words_for, what=first.understood)
    parts = [
        text,
        phrase("heard_line", state.words_for, facts=facts) if facts else "",
        "" if way else phrase("confirm_ask", state.words_for),
    ]
    return ask(" ".join(part for part in parts if part), "behaviour", choices)


def _menu(state: State, word: str, way: str) -> Message:
    names = library().subjects[state.subject].behaviours if state.subject else state.candidates
    return ask(worded(state, "ask_behaviour_in_subject", way), "behaviour", _behaviours(state, names))


def _age(state: State, word: str, way: str) -> Message:
    if len(state.heard_ages) > 1:
        choices = [(Age(*span).in_words(), _years(span)) for span in dict.fromkeys(state.heard_ages)]
        return ask(worded(state, "ask_age_which", way), "age", _with_unknown(state, choices))
    name = "ask_age_affected" if state.role == "affected" else "ask_age"
    choices = [(group.replace("-", " to "), group) for group in AGES]
    text = worded(state, "ask_age" if way else name, way)
    return ask(text, "age", _with_unknown(state, choices))


def _years(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"


def _developmental_age(state: State, word: str, way: str) -> Message:
    choices = [(group.replace("-", " to "), group) for group in AGES]
    return ask(worded(state, "ask_developmental_age", way), word, _with_unknown(state, choices))


def _role(state: State, word: str, way: str) -> Message:
    return ask(worded(state, "ask_role", way), "role", _with_unknown(state, _named(state, "role", ROLES)))


def _yes_no(state: State) -> list[Choice]:
    return [(phrase(value, state.words_for), value) for value in YES_NO]


def _send(state: State, word: str, way: str) -> Message:
    return ask(worded(state, "ask_send", way), "send", _yes_no(state))


def _factor(state: State, word: str, way: str) -> Message:
    factor = library().factors[word.partition(":")[2]]
    return ask(factor_worded(state, factor, way), word, _yes_no(state))


def _consideration(state: State, word: str, way: str) -> Message:
    item = next(item for item in checklists()[CONSIDERATIONS].items if item.id == word.partition(":")[2])
    choices = [*_yes_no(state), (phrase("leave_list", state.words_for), "leave_list")]
    return ask(asked_with(state, item.text.to(state.words_for), way), word, choices)


def _area(state: State, word: str, way: str) -> Message:
    return ask(worded(state, "ask_area", way), "area", _with_unknown(state, _named(state, "area", AREAS)))


def _audit_domain(state: State, word: str, way: str) -> Message:
    return audit_talk.pick_domain(state)


def _audit(state: State, word: str, way: str) -> Message:
    return audit_talk.score_question(state, word.partition(":")[2])


_BUILDERS = {
    "audience": _audience,
    "story": _story,
    "subject": _subject,
    "confirm": _confirm,
    "menu": _menu,
    "age": _age,
    "developmental_age": _developmental_age,
    "role": _role,
    "send": _send,
    "factor": _factor,
    "area": _area,
    "consideration": _consideration,
    audit_talk.PICK: _audit_domain,
    audit_talk.SCORE: _audit,
}
