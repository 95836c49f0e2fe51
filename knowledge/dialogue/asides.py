"""What is said to Waymark rather than about the worry: feelings, disbelief, anger, a greeting. Met first, without
argument and without a lower colour; then the thread is picked up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from knowledge.dialogue.heard import Heard
from knowledge.dialogue.listening import ASKED_ONLY
from knowledge.dialogue.message import Message, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.dialogue.thread import Turn, a_person, ask_again
from knowledge.dialogue.wording import WAYS

FEELINGS = ("panic", "shame", "disbelief", "minimising", "anger", "keep_secret")
# Said to soften it: a "no" in the same breath is no answer to a question.
SOFTENING = ("disbelief", "minimising")
# Said of oneself: the child's own distress is not heard from it, it is asked about where it matters.
OF_ONESELF = ("shame", "panic")
PERSON_AFTER = 2
MOST_PEOPLE = 3


def line(state: State, heard: Heard) -> list[Message]:
    """The line that meets a feeling before anything else is asked; nothing where there is none."""
    return [say(phrase(f"aside_{heard.aside}", state.words_for))] if heard.aside in FEELINGS else []


def without_softening(heard: Heard) -> Heard:
    """What was heard without the "no" that comes with disbelief (nobody asked whether anyone was hurt) and without the
    child's distress where the writer told of their own.
    """
    factors = heard.factors
    if heard.aside in SOFTENING:
        factors = {slug: said for slug, said in factors.items() if said == "yes"}
    if heard.aside in OF_ONESELF:
        factors = {slug: said for slug, said in factors.items() if slug != "distress_self"}
    return replace(heard, factors=factors)


def nothing_else(state: State, heard: Heard) -> bool:
    """Whether the message is an aside only: it answers nothing and tells of no worry."""
    if heard.aside is None:
        return False
    word = state.asked or ""
    if state.finished or word in ("next", "route"):
        new_worry = heard.about_a_worry and heard.aside not in FEELINGS
        new_fact = any(said == "yes" and slug not in ASKED_ONLY for slug, said in heard.factors.items())
        return not (new_worry or heard.ages or new_fact)
    if word in ("story", "subject", "menu", "audience", "confirm"):
        # "He is a good boy really" sounds a little like some behaviour; with a feeling only a plain story is one.
        story = heard.sure_story or (heard.about_a_worry and heard.aside not in FEELINGS)
        return not (story or heard.answer in ("yes", "no"))
    if word.startswith(("factor:", "consideration:")) or word == "send":
        answered = heard.answer in ("yes", "no") or word.partition(":")[2] in heard.factors
        return not (answered or (heard.answer == "unknown" and heard.aside not in FEELINGS))
    said = {"age": heard.ages, "developmental_age": heard.ages, "role": heard.role, "area": heard.area}.get(word)
    return not (said or (heard.answer == "unknown" and heard.aside not in FEELINGS))


def meet(state: State, heard: Heard, messages: list[Message], moment: datetime) -> Turn:
    """The feeling is met; after the second in a row there is a person to ring as well. Then the thread is picked up."""
    asides = state.asides + 1
    name = f"aside_{heard.aside}" if asides <= PERSON_AFTER or heard.aside == "person" else "aside_again"
    messages = [*messages, say(phrase(name, state.words_for))]
    if heard.aside == "person":
        messages += a_person(state, moment, MOST_PEOPLE)
    elif asides >= PERSON_AFTER or asides + state.misses > len(WAYS) or heard.aside == "anger":
        messages += a_person(state, moment)
    state, more = ask_again(state, moment)
    return state.but(asides=asides), [*messages, *more]
