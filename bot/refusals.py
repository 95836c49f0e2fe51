"""`python -m bot.refusals FOLDER`: what the proxy says when it refuses a call or nothing behind it answers.

Made from the same sentences and the same contacts as everything else (`bot.errors`, the directory), so that a number
that changes changes there too: run it again at every start of the proxy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from bot.emergency import emergency_messages
from bot.errors import ApiError, malformed_request, method_not_allowed, not_ready, too_large, too_many, too_slow
from bot.settings import Settings
from knowledge import clock

_OFFICE_HOURS = clock.parse("2026-11-18T11:00")  # a Wednesday, no holiday


def refusals() -> dict[str, str]:
    """The files, by name: for each status a body for programs and a page for people."""
    files: dict[str, str] = {}
    for error in _errors():
        files[f"{error.status}.json"] = json.dumps(_body(error), ensure_ascii=False)
        files[f"{error.status}.html"] = _page(error)
    return files


def write(folder: Path) -> None:
    """Write them into `folder`, each in one step: the proxy may be reading."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in refusals().items():
        fresh = folder / f"{name}.new"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(folder / name)


def _errors() -> tuple[ApiError, ...]:
    return (malformed_request(), method_not_allowed(), too_slow(), too_large(Settings().text), too_many(1), not_ready())


def _body(error: ApiError) -> dict[str, Any]:
    body: dict[str, Any] = {"error": {"code": error.code, "message": error.message}}
    if error.status == 503:
        body["messages"] = _at_any_hour()
    return body


def _at_any_hour() -> list[dict[str, Any]]:
    """The contacts with their hours, and without what holds only at one hour: whether somebody answers now."""
    messages = emergency_messages(_OFFICE_HOURS)  # at another hour some would say "it is closed now"
    return [{**one, "card": {**one["card"], "open_now": None}} if "card" in one else one for one in messages]


def _page(error: ApiError) -> str:
    lines = [f"<p>{escape(error.message)}</p>"]
    if error.status == 503:
        lines += [_contact(message) for message in _at_any_hour()]
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Waymark</title>\n<h1>Waymark</h1>\n" + "\n".join(lines) + "\n</html>\n"
    )


def _contact(message: dict[str, Any]) -> str:
    card = message.get("card")
    if not card or not card.get("phone"):
        return f"<p>{escape(message['text'])}</p>"
    hours = f" {escape(str(card['hours']))}" if card.get("hours") else ""
    phone = escape(str(card["phone"]))
    return f'<p><a href="tel:{phone.replace(" ", "")}">{phone}</a> {escape(card["name"])}.{hours}</p>'


def main(arguments: Sequence[str] | None = None) -> int:
    """Write them into the folder that is named. Gives the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if len(given) != 1:
        print("usage: python -m bot.refusals FOLDER", file=sys.stderr)
        return 2
    write(Path(given[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
