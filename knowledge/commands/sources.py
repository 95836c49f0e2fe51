"""`python -m knowledge sources`: who says what. Each source with every entry that cites it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from knowledge.citing import Citing, citing
from knowledge.provenance import sources

HELP = "who says what: each source with the entries that cite it"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--source", help="only this one, by its id in knowledge/sources.yml")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> str:
    """What the command prints. Raises `ValueError` for a source that is not there."""
    said = who_says_what(options.source)
    return json.dumps(said, ensure_ascii=False, indent=2) if options.json else "\n".join(_lines(said))


def who_says_what(only: str | None = None) -> list[dict[str, Any]]:
    """Every source, or `only` one, with what cites it."""
    if only is not None and only not in sources():
        raise ValueError(f"a source of knowledge/sources.yml, one of {', '.join(sources())}; got {only!r}")
    cited = citing()
    return [
        {
            "source": source.id,
            "title": source.title,
            "certainty": source.certainty.value,
            "entries": [_entry(one) for one in cited.get(source.id, ())],
        }
        for source in sources().values()
        if only in (None, source.id)
    ]


def _entry(one: Citing) -> dict[str, str]:
    return {"kind": one.kind, "id": one.entry, "ref": one.ref, "certainty": one.certainty.value}


def _lines(said: list[dict[str, Any]]) -> Iterator[str]:
    for source in said:
        count = len(source["entries"])
        yield f"{source['source']} [{source['certainty']}]  {source['title']}"
        yield f"  {count} entries" if count else "  nothing cites it"
        for entry in source["entries"]:
            place = f": {entry['ref']}" if entry["ref"] else ""
            yield f"    {entry['kind']:12} {entry['id']} [{entry['certainty']}]{place}"
        yield ""
    yield f"{len(said)} sources, {sum(len(source['entries']) for source in said)} citations"
