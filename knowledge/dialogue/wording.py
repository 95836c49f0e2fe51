"""The words of a question: as it is asked first, and as somebody is asked whose answer was not understood."""

from __future__ import annotations

from knowledge.dialogue.phrases import phrase, phrases
from knowledge.dialogue.state import State
from knowledge.factor import Factor

AGAIN, SIMPLY, BUTTONS = "again", "simply", "buttons"
# In this order: other words twice, then the buttons.
WAYS = (AGAIN, SIMPLY, BUTTONS)
# A question that comes back after something else was said may stand so often in the same words.
MOST_ALIKE = 2
# What leads back to it after that, in turn.
LEADS = ("asked_back", "asked_back_2", "asked_back_3", "asked_back_4", "asked_back_5")


def worded(state: State, name: str, way: str) -> str:
    """A question by the name of its phrase: in the words of `way` where it has its own, otherwise with a line before
    it.
    """
    own = f"{name}_{way}"
    if way and own in phrases():
        return phrase(own, state.words_for)
    return asked_with(state, phrase(name, state.words_for), way)


def asked_with(state: State, text: str, way: str) -> str:
    """The same question, with a line before it that helps to answer; as it is where there is no `way`."""
    return phrase(f"asked_{way}", state.words_for, question=text) if way in WAYS else text


def asked_back(state: State, text: str, way: str, met: int) -> str:
    """A question that is met for the `met`-th time in a row: from the third time on something leads back to it, each
    time in other words. `AGAIN` and `SIMPLY` are other words already.
    """
    if met <= MOST_ALIKE or way in (AGAIN, SIMPLY):
        return text
    return phrase(LEADS[(met - MOST_ALIKE - 1) % len(LEADS)], state.words_for, question=text)


def factor_worded(state: State, factor: Factor, way: str) -> str:
    """The question about a factor: what was heard about it already is said, and two other wordings of it are there."""
    plain = factor.asks.to(state.words_for)
    if way in (AGAIN, SIMPLY):
        fact = factor.if_present if way == AGAIN else factor.present
        return phrase(f"ask_factor_{way}", state.words_for, fact=fact)
    if factor.id in state.doubted:
        plain = phrase("ask_which", state.words_for, question=plain)
    elif state.heard.get(factor.id) == "yes":
        plain = phrase("ask_heard", state.words_for, fact=factor.present)
    return asked_with(state, plain, way)
