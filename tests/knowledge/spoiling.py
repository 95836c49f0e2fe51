"""Good content with one thing wrong, and what must be said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.content import ContentError, read_yaml

A_TOPIC = {
    "id": "what", "title": "What", "question": "What is it?", "short": "It is this.", "sources": ["brook: page 1"],
    "certainty": "SEEN",
}  # fmt: skip


def spoil(path: Path, entry: str, change: Callable[[dict[str, Any]], object]) -> Path:
    """The file with one entry changed."""
    document: dict[str, Any] = read_yaml(path)
    change(next(one for one in document["entries"] if one["id"] == entry))
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return path


def refused(read: Callable[[], object], file: Path, entry: str, *says: str) -> ContentError:
    """Reading is refused, and the error names the file, the entry and everything else given."""
    with pytest.raises(ContentError) as raised:
        read()
    error = raised.value
    assert (error.file, error.entry) == (str(file), entry)
    for words in (error.file, entry, *says):
        assert words in str(error), str(error)
    assert error.expected
    return error


def behaviours_of(folder: Path) -> Path:
    return folder / "behaviours" / "curiosity_and_play.yml"
