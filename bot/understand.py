"""`python -m bot.understand`: one text per line in, one JSON object per line out (contract: design.md 6)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from bot.nlu.reader import ModelError, Reader
from bot.plain_words import plain_words

MODEL = Path(__file__).parent.parent / "models" / "waymark.tar.gz"
FIELDS = ("routes", "behaviours", "in_scope", "age", "factors", "role", "area", "topics", "identifying")
MOST_CHARACTERS = 2000


def answer(reader: Reader, line: str) -> str:
    """The JSON for one line of text. Spans of `identifying` count characters of the text as it was given, where
    nothing had to be cleaned away.
    """
    given = line.rstrip("\r\n")[:MOST_CHARACTERS]
    found = reader.read(given if given.isprintable() else plain_words(given))
    return json.dumps({name: found[name] for name in FIELDS}, ensure_ascii=False)


def run(reader: Reader, lines: TextIO, out: TextIO) -> None:
    """Answers line by line, each as soon as it is read."""
    for line in lines:
        out.write(answer(reader, line) + "\n")
        out.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every line was answered, 2 when there is no model."""
    parser = argparse.ArgumentParser(prog="python -m bot.understand", description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    try:
        reader = Reader.from_model(options.model)
    except ModelError as error:
        print(f"understand: {error}", file=sys.stderr)
        return 2
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    run(reader, sys.stdin, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
