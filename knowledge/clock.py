"""The time in London. The only place that asks what time it is."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
CLOCK_FILE = "WAYMARK_CLOCK_FILE"


def now() -> datetime:
    """The moment, aware, on London's clock.

    Where the environment variable `WAYMARK_CLOCK_FILE` names a file, the ISO time written in it, read anew on each
    call: a running server can be told another time. Raises `OSError` if that file cannot be read and `ValueError`
    if it holds no time.
    """
    file = os.environ.get(CLOCK_FILE)
    return parse(Path(file).read_text(encoding="utf-8")) if file else datetime.now(LONDON)


def parse(text: str) -> datetime:
    """An ISO date and time as a moment on London's clock; one without an offset is London time.

    Raises `ValueError` for anything else.
    """
    written = text.strip()
    # Python 3.10 does not read the Z that most other programs write for UTC.
    try:
        read = datetime.fromisoformat(written[:-1] + "+00:00" if written[-1:] in ("Z", "z") else written)
    except ValueError:
        raise ValueError(f"an ISO date and time such as 2026-11-21T23:10; got {written!r}") from None
    return read.replace(tzinfo=LONDON) if read.tzinfo is None else read.astimezone(LONDON)


def in_london(when: datetime) -> datetime:
    """The same moment on London's clock. Raises `ValueError` for a time that does not say which clock it is from."""
    if when.tzinfo is LONDON:
        return when
    if when.utcoffset() is None:
        raise ValueError("a moment needs its time zone; see knowledge.clock.parse")
    return when.astimezone(LONDON)
