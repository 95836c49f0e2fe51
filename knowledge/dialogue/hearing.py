"""The line that repeats what words gave beside the behaviour."""

from __future__ import annotations

from knowledge.age import Age
from knowledge.dialogue.agenda import of_use
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.library import library
from knowledge.words import Audience


def repeated(state: State) -> dict[str, str]:
    """The facts heard that belong to the likeliest behaviour: they are repeated, and confirmed with it. Any other is
    noise beside it; where it turns out to matter it is asked.
    """
    use = of_use(state.candidates[:1]) if state.candidates else set()
    return {slug: said for slug, said in state.heard.items() if slug in use}


def heard_facts(state: State) -> str:
    """What was understood beside the behaviour, in our own words, so that the person can put it right; empty where
    there is nothing.
    """
    factors = library().factors
    facts = []
    if state.age and state.other_age:
        ages = {"age": Age(*state.age).in_words(), "other": Age(*state.other_age).in_words()}
        facts.append(phrase("heard_two_ages", state.words_for, **ages))
    elif state.age:
        facts.append(phrase("heard_age", state.words_for, age=Age(*state.age).in_words()))
    if state.role in ("displayed", "affected", "both") and state.words_for in (Audience.PARENT, Audience.HELPLINE):
        facts.append(phrase(f"heard_{state.role}", state.words_for))
    heard = repeated(state)
    facts += [factors[slug].present for slug, said in heard.items() if said == "yes"]
    absent = [factors[slug].name for slug, said in heard.items() if said == "no"]
    if absent:
        facts.append(phrase("heard_absent", state.words_for, names="; ".join(absent)))
    return " ".join(facts)
