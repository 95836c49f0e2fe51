"""The last step of the understanding: everything that was found, as codes, and the one intent that the dialogue sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.nlu.facts import Facts
from bot.nlu.ranker import ANSWER, COMMAND, TOPIC, Ranking
from knowledge.dialogue.heard import IN_SCOPE

# A trained guess at an answer or a command counts only when it is sure and the message is short: long messages tell
# something.
SURE = 0.6
SHORT = 60
# What ends with a question mark and is likelier a question about the subject than anything else needs no more than this.
ASKED = 0.4
# Where one topic is clearly meant, it is enough that a question is likelier than anything else: so likely with a question
# mark, and without one (found on the development set).
CLEARLY, CLEARLY_ASKED, CLEARLY_SAID = 0.4, 0.15, 0.3
TOPICS = 3
# A topic is named only when it is clearly meant; an unknown question must say so, not answer another.
TOPIC_FROM = 0.25
# A sudden change that worries (money, new things, going missing) is a behaviour of the table that has no sexual word: where a
# rule hears a change and it is clearly the likeliest behaviour, it is spoken of.
CHANGE, SUDDEN_CHANGE, CLEARLY_LIKELIEST = "change", "risk_change", 0.9
# Questions about the subject that the content does not answer are a label of their own in the training data.
WITHOUT_ANSWER = "unanswered"


def codes(text: str, ranking: Ranking, facts: Facts, routes: Sequence[tuple[str, float]]) -> dict[str, Any]:
    """The codes of one message (design.md 6, with `answer`, `command` and `aside` beside). Holds no word of the text."""
    short = len(text) <= SHORT
    guess = {
        name: next(
            (k.partition(".")[2] for k, p in ranking.kinds.items() if k.startswith(f"{name}.") and p >= SURE), None
        )
        for name in (ANSWER, COMMAND)
    }
    return {
        "routes": [{"id": name, "score": round(score, 4)} for name, score in routes],
        "behaviours": [{"id": name, "score": round(score, 4)} for name, score in ranking.behaviours],
        "in_scope": round(max(ranking.in_scope, IN_SCOPE * _tells_of_a_change(ranking, facts)), 4),
        "age": [{"low": low, "high": high} for low, high in facts.ages],
        "factors": dict(facts.factors),
        "role": facts.role,
        "area": facts.area,
        "topics": _topics(ranking.topics),
        "identifying": [[start, end] for start, end in facts.identifying],
        "answer": facts.answer or (guess[ANSWER] if short else None),
        "command": facts.command or (guess[COMMAND] if short else None),
        "aside": facts.aside,
        "question": _asks(text, ranking),
    }


def _tells_of_a_change(ranking: Ranking, facts: Facts) -> bool:
    behaviour, likely = ranking.behaviours[0] if ranking.behaviours else ("", 0.0)
    return behaviour == SUDDEN_CHANGE and likely >= CLEARLY_LIKELIEST and facts.factors.get(CHANGE) == "yes"


def _asks(text: str, ranking: Ranking) -> bool:
    """Whether the message is a question about the subject."""
    likely = ranking.kinds.get(TOPIC, 0.0)
    if likely >= SURE:
        return True
    if likely < max(ranking.kinds.values(), default=1.0):
        return False
    marked = text.rstrip().endswith("?")
    topic, clear = ranking.topics[0] if ranking.topics else (WITHOUT_ANSWER, 0.0)
    if topic != WITHOUT_ANSWER and clear >= CLEARLY:
        return likely >= (CLEARLY_ASKED if marked else CLEARLY_SAID)
    return marked and likely >= ASKED


def _topics(ranked: Sequence[tuple[str, float]]) -> list[dict[str, Any]]:
    """The topics that are clearly meant, best first; none when the question most resembles those without an answer."""
    if ranked and ranked[0][0] == WITHOUT_ANSWER:
        return []
    clear = [(name, score) for name, score in ranked if name != WITHOUT_ANSWER and score >= TOPIC_FROM]
    return [{"id": name, "score": round(score, 4)} for name, score in clear[:TOPICS]]


def intent(found: dict[str, Any]) -> str:
    """What the dialogue does with the codes: the safety net comes first, then commands, then questions."""
    if found["routes"]:
        return "route"
    if found["command"]:
        return "command"
    if found["question"]:
        return "question"
    return "tell"
