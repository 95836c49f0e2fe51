"""The bodies of the chat API: bytes to typed requests, or the ApiError that says what is wrong with them."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from bot.errors import malformed, too_large, unknown_session
from bot.plain_words import plain_words
from bot.settings import Settings
from knowledge.case import AREAS
from knowledge.words import Audience

AUDIENCES: Final = tuple(audience.value for audience in Audience)
SESSION: Final = re.compile(r"[A-Za-z0-9_-]{32}")
MOST_CHOICES: Final = 100
LONGEST_CHOICE: Final = 100


@dataclass(frozen=True)
class Opening:
    """`POST /api/session`: who asks and where, when they said so beforehand."""

    audience: str | None
    area: str | None


@dataclass(frozen=True)
class Said:
    """`POST /api/message` with words. `text` has been through `plain_words` and is not empty."""

    session: str
    text: str


@dataclass(frozen=True)
class Chosen:
    """`POST /api/message` with offered choices: at least one, none twice. `together` when they came as `choices`."""

    session: str
    choices: tuple[str, ...]
    together: bool


@dataclass(frozen=True)
class Ending:
    """`DELETE /api/session`."""

    session: str


def opening(body: bytes, settings: Settings) -> Opening:
    """Read the body of `POST /api/session`; an empty body says nothing about the person.

    Raises ApiError 400 for anything that is not an object or an audience or area that does not exist, 413 when it is
    too large.
    """
    fields = _fields(body, settings) if body.strip() else {}
    return Opening(_one_of(fields, "audience", AUDIENCES), _one_of(fields, "area", AREAS))


def message(body: bytes, settings: Settings) -> Said | Chosen:
    """Read the body of `POST /api/message`: exactly one of `text`, `choice` and `choices`.

    Raises ApiError 400 (shape), 404 (a session that cannot be one of ours), 413 (text beyond the limit).
    """
    fields = _fields(body, settings)
    given = [name for name in ("text", "choice", "choices") if fields.get(name) is not None]
    if len(given) != 1:
        raise malformed("Send one of text, choice or choices.")
    session = _session(fields)
    if given == ["text"]:
        return Said(session, _words(fields["text"], settings))
    if given == ["choice"]:
        return Chosen(session, _values([fields["choice"]]), together=False)
    return Chosen(session, _values(fields["choices"]), together=True)


def ending(body: bytes, settings: Settings) -> Ending:
    """Read the body of `DELETE /api/session`. Raises ApiError 400, 404 or 413."""
    return Ending(_session(_fields(body, settings)))


def _fields(body: bytes, settings: Settings) -> dict[str, Any]:
    if len(body) > settings.body:
        raise too_large(settings.text)
    try:
        fields = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):  # not UTF-8, not JSON, or nested beyond reason
        raise malformed("The body should be a JSON object in UTF-8.") from None
    if not isinstance(fields, dict):
        raise malformed("The body should be a JSON object.")
    return fields


def _session(fields: dict[str, Any]) -> str:
    session = fields.get("session")
    if not isinstance(session, str):
        raise malformed("The session is missing.")
    if not SESSION.fullmatch(session):
        raise unknown_session()
    return session


def _words(text: Any, settings: Settings) -> str:
    if not isinstance(text, str):
        raise malformed("The text should be a string.")
    if len(text) > settings.text:
        raise too_large(settings.text)
    words = plain_words(text)
    if not words:
        raise malformed("There were no words in that message. Please say what you have noticed.")
    return words


def _values(choices: Any) -> tuple[str, ...]:
    if not isinstance(choices, list) or not 0 < len(choices) <= MOST_CHOICES:
        raise malformed("The choices should be a list of values that were offered.")
    if not all(isinstance(choice, str) and 0 < len(choice) <= LONGEST_CHOICE for choice in choices):
        raise malformed("A choice should be a value that was offered.")
    return tuple(dict.fromkeys(choices))


def _one_of(fields: dict[str, Any], name: str, allowed: tuple[str, ...]) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or value not in allowed:
        raise malformed(f"The {name} should be one of: {', '.join(allowed)}.")
    return value
