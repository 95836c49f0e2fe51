"""A conversation as a person reads it: `python -m tests.scenarios.transcript FILE --server URL`.

Plays one scenario and prints it with its cards, for notes and documents. The clock of a server can only be set with
`--clock-file`, the file that its WAYMARK_CLOCK_FILE names; without it the opening hours are those of now.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from knowledge import clock
from tests.running import Caller
from tests.scenarios.playing import Exchange, Mismatch, Playing
from tests.scenarios.scenario import Scenario, load

WIDTH, MARGIN = 110, 11
SHORTENED = 120  # a typed text longer than this is shown by its beginning
PERSONS = {"parent": "Parent", "school": "School", "helpline": "Helpline", "professional": "Worker", None: "Person"}


def transcript(scenario: Scenario, exchanges: Iterable[Exchange]) -> str:
    """The whole conversation as text."""
    moment = clock.parse(scenario.at)
    audience = scenario.audience.value if scenario.audience else None
    facts = [
        f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M}",
        audience or "who asks is not known",
        scenario.area or "no area",
    ]
    lines = [f"# {scenario.name}", " · ".join(facts), ""]
    for exchange in exchanges:
        if exchange.sent is not None:
            lines += [*_spoken(PERSONS[audience], _shown(exchange.sent)), ""]
        lines += _answer(exchange)
    return "\n".join(lines).rstrip() + "\n"


def _shown(text: str) -> str:
    plain = text if text.isprintable() else ascii(text)
    return plain if len(plain) <= SHORTENED * 3 else f"{plain[:SHORTENED]}... ({len(text)} characters)"


def _answer(exchange: Exchange) -> list[str]:
    if exchange.error:
        refusal = f"({exchange.status} {exchange.error['code']}) {exchange.error['message']}"
        return [*_spoken("Waymark", refusal), ""]
    if not exchange.messages:
        return [*_spoken("Waymark", f"({exchange.status})"), ""]
    lines = []
    for message in exchange.messages:
        card = message.get("card") or {}
        lines += _spoken("Waymark", message["text"]) if card.get("kind") != "contact" else []
        lines += _CARDS.get(card.get("kind", ""), _no_card)(card)
        if "choices" in message:
            lines += _wrapped(" ".join(f"[{choice['title']}]" for choice in message["choices"]))
        lines.append("")
    return lines


def _spoken(who: str, text: str) -> list[str]:
    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, WIDTH - MARGIN) or [""]]
    return [f"{who + ':' if number == 0 else '':<{MARGIN}}{line}" for number, line in enumerate(lines)]


def _wrapped(text: str, bar: str = "") -> list[str]:
    margin = " " * MARGIN
    return textwrap.wrap(text, WIDTH, initial_indent=margin + bar, subsequent_indent=margin + " " * len(bar))


def _assessment(card: Mapping[str, Any]) -> list[str]:
    years = card["age"]
    age = "unknown" if years["low"] is None else "-".join(map(str, dict.fromkeys((years["low"], years["high"]))))
    state = " · ".join(
        [
            (card["colour"] or "no colour").upper(),
            card["continuum"] or "no step of the continuum",
            f"age {age}",
            ", ".join(card["behaviours"]),
            "a first answer" if card["provisional"] else "firm",
        ]
    )
    lines = _wrapped(state, "┏ ")
    for title, field in (("why", "reasons"), ("do now", "do_now"), ("avoid", "avoid"), ("open", "unknowns")):
        lines += [line for text in card[field] for line in _wrapped(f"{title}: {text}", "┃ ")]
    lines += _wrapped("sources: " + "; ".join(f"{one['title']}, {one['ref']}" for one in card["sources"]), "┗ ")
    return lines


def _contact(card: Mapping[str, Any]) -> list[str]:
    where = card["phone"] or card["url"] or "in person"
    state = "open now" if card["open_now"] else "not open now"
    return _wrapped(f"{card['name']}: {where} ({card['role']}, {state}; {card['hours']}). {card['note']}", "☎ ")


def _route(card: Mapping[str, Any]) -> list[str]:
    return _wrapped(f"route {card['route']}", "▲ ")


def _topic(card: Mapping[str, Any]) -> list[str]:
    return _wrapped(f"topic {card['topic']}: " + "; ".join(one["title"] for one in card["sources"]), "• ")


def _no_card(card: Mapping[str, Any]) -> list[str]:
    return _wrapped(f"card {card['kind']}: {dict(card)}", "□ ") if card else []


_CARDS: dict[str, Callable[[Mapping[str, Any]], list[str]]] = {
    "assessment": _assessment, "contact": _contact, "route": _route, "topic": _topic,
}  # fmt: skip


def main() -> int:
    """Play and print; the status is 1 when the conversation does not go as the scenario says."""
    parser = argparse.ArgumentParser(prog="python -m tests.scenarios.transcript", description=__doc__)
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--server", required=True, help="a running Waymark, such as http://localhost:8000")
    parser.add_argument("--clock-file", type=Path, help="the file that the server reads its time from")
    given = parser.parse_args()
    status = 0
    for file in given.file:
        scenario = load(file)
        playing = Playing(scenario, Caller(given.server.rstrip("/")), given.clock_file and given.clock_file.write_text)
        try:
            print(transcript(scenario, playing.play()))
        except Mismatch as mismatch:
            print(transcript(scenario, mismatch.exchanges))
            print(f"{file}: {mismatch}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    raise SystemExit(main())
