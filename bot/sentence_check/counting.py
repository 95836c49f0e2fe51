"""How many sentences each label needs, and which labels there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.nlu.gate import WITHOUT_ANSWER
from bot.nlu.route_head import URGENT
from bot.sentence_check.reading import Sentence
from knowledge.library import library

# The fewest sentences from which a label is learnt well enough for people who write differently.
FEWEST = {"behaviour": 80, "topic": 12, "near_miss": 60, "answer": 40, "command": 40}
FEWEST_URGENT, FEWEST_OTHER_ROUTE, FEWEST_OUT_OF_SCOPE = 60, 30, 300
# Learnt so that it can be told from every topic; it has no entry in the content.
WITHOUT_ANSWER_LABEL = f"topic.{WITHOUT_ANSWER}"


def expected() -> dict[str, int]:
    """Every label that the content asks for, with the fewest sentences it needs."""
    content = library()
    wanted = {f"behaviour.{name}": FEWEST["behaviour"] for name in content.behaviours}
    wanted |= {f"topic.{name}": FEWEST["topic"] for name in content.topics} | {WITHOUT_ANSWER_LABEL: FEWEST["topic"]}
    for name in content.routes:
        slug = name.partition(".")[2]
        wanted[f"route.{slug}"] = FEWEST_URGENT if name in URGENT else FEWEST_OTHER_ROUTE
        if name in URGENT:
            wanted[f"near_miss.{slug}"] = FEWEST["near_miss"]
    wanted |= {f"answer.{name}": FEWEST["answer"] for name in ("yes", "no", "unknown")}
    wanted |= {f"command.{name}": FEWEST["command"] for name in ("back", "help", "restart", "stop")}
    return wanted | {"out_of_scope": FEWEST_OUT_OF_SCOPE}


def findings(sentences: Iterable[Sentence], wanted: dict[str, int]) -> Iterator[str]:
    """Labels that nothing asks for, and labels with too few sentences."""
    sentences = list(sentences)
    have = Counter(sentence.label for sentence in sentences)
    for label in sorted(have.keys() - wanted.keys()):
        first = next(sentence for sentence in sentences if sentence.label == label)
        yield f"{first}: no behaviour, topic, route, answer or command of the content is called so"
    for label, fewest in sorted(wanted.items()):
        if have[label] < fewest:
            yield f"data/nlu: {label}: {have[label]} sentences, at least {fewest} are needed"
