"""Four whole conversations as a page: `python -m tests.scenarios.conversations_page` writes docs/conversations.md.

They are scenarios, one for each door, played against the real server at the hour that each names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from knowledge import clock
from tests.running import ROOT, Caller, Running
from tests.scenarios.playing import Exchange, Playing
from tests.scenarios.scenario import FOLDER, Scenario, load

PAGE = ROOT / "docs" / "conversations.md"
DOORS = {
    "A parent": FOLDER / "happy_path" / "whole_parent.yml",
    "School staff": FOLDER / "happy_path" / "whole_school.yml",
    "Helpline staff": FOLDER / "happy_path" / "whole_helpline.yml",
    "A child": FOLDER / "routes" / "whole_child.yml",
}
INTRODUCTION = """# Four conversations, one from each door

Written by `python -m tests.scenarios.conversations_page`, which plays them against the running service at the hour that each names; a test plays them
again and compares. What people type is invented. `▸` are the buttons, `☎` whom to ring.
"""
BUTTONS = "> ▸ "
# Which other behaviours stand beside a guess depends on the training; nothing else on this page does.
GUESSED = f"{BUTTONS}Yes: "


def page(tell_time: Callable[[str], None], caller: Caller) -> str:
    """The page, from conversations that are played for it. Raises `Mismatch` where one does not go as it should."""
    parts = [INTRODUCTION]
    for door, file in DOORS.items():
        scenario = load(file)
        lines = _conversation(scenario, Playing(scenario, caller, tell_time).play())
        parts.append("\n".join([f"## {door}: {scenario.name[0].lower()}{scenario.name[1:]}", "", *lines]))
    return "\n".join(parts).rstrip() + "\n"


def _conversation(scenario: Scenario, exchanges: Iterable[Exchange]) -> Iterator[str]:
    moment = clock.parse(scenario.at)
    yield f"{moment:%A} {moment.day} {moment:%B}, {moment:%H:%M}."
    yield ""
    before = ""
    for exchange in exchanges:
        if exchange.sent is not None:
            yield f"**{exchange.sent}**" if exchange.sent.startswith("[") else f"**“{exchange.sent}”**"
            yield ""
        for number, message in enumerate(exchange.messages):
            if number:
                yield ">"
            yield from (f"> {line}".rstrip() for line in _said(message))
            titles = " · ".join(choice["title"] for choice in message.get("choices", ()))
            if titles:
                yield ">"
                yield f"{BUTTONS}{'the same buttons' if titles == before else titles}"
                before = titles
        yield ""


def _said(message: Mapping[str, Any]) -> Iterator[str]:
    card = message.get("card") or {}
    if card.get("kind") == "contact":
        yield from _contact(card)
        return
    lists = False
    for place, line in enumerate(message["text"].split("\n")):
        listed = line.startswith("•")
        if place and not (lists and listed):
            yield ""
        yield f"- {line[1:].strip()}" if listed else line
        lists = listed
    yield from _CARDS.get(card.get("kind", ""), _nothing_more)(card)


def _contact(card: Mapping[str, Any]) -> Iterator[str]:
    where = card["phone"] or card["url"] or "in person"
    yield f"☎ **{card['name']}**: {where} ({'open now' if card['open_now'] else 'not open now'}; {card['hours']}). {card['note']}"


def _assessment(card: Mapping[str, Any]) -> Iterator[str]:
    years = "-".join(str(year) for year in dict.fromkeys((card["age"]["low"], card["age"]["high"])) if year is not None)
    facts = [(card["colour"] or "no colour").upper(), card["continuum"] or "no step of the continuum"]
    facts += [f"age {years or 'unknown'}", "a first answer" if card["provisional"] else "firm"]
    yield from ("", f"**{' · '.join(facts)}**", "")
    yield from _listed((("Why", "reasons"), ("Do now", "do_now"), ("Avoid", "avoid")), card)
    yield f"- Sources: {'; '.join(dict.fromkeys(source['title'] for source in card['sources']))}"


def _summary(card: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"- {card['made_on']} · {(card['colour'] or 'no colour').upper()} · {', '.join(card['behaviours'])}"
    yield from _listed((("Why", "reasons"), ("Not known", "unknowns"), ("Do now", "do_now"), ("Avoid", "avoid")), card)
    yield f"- To ring: {'; '.join(': '.join(filter(None, (one['name'], one['phone']))) for one in card['contacts'])}"
    yield f"- {card['notice']}"


def _script(card: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield from _listed((("Read aloud", "read"), ("Listen for", "listen_for")), card)


def _checklist(card: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    marks = {"write": "", "open": "open: ", "unknown": "not sure: ", "yes": "yes: ", "no": "no: "}
    yield from (f"- {marks[item['state']]}{item['text']}" for item in card["items"])


def _listed(fields: Iterable[tuple[str, str]], card: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"- {title}: {line}" for title, field in fields for line in card[field])


def _nothing_more(card: Mapping[str, Any]) -> Iterator[str]:
    """The text of a case, a safety plan, a topic or a route says it all."""
    yield from ()


_CARDS: dict[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "assessment": _assessment, "summary": _summary, "script": _script, "checklist": _checklist,
}  # fmt: skip


def main() -> None:
    """Play and write the page."""
    with TemporaryDirectory() as folder:
        stack = Running(Path(folder))
        try:
            PAGE.write_text(page(stack.tell_time, Caller(stack.address)), encoding="utf-8")
        finally:
            stack.stop()
    print(f"Wrote {PAGE.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
