"""Towns, districts and villages, and the council area they belong to."""

from __future__ import annotations

from functools import cache

from knowledge.case import AREAS
from knowledge.content import HERE, ContentError, read_yaml

_FILE = HERE / "places" / "places.yml"
_CONTENT = read_yaml(_FILE)
# Names that are words too; those of them that one can be in; short ones that are often misspelt; words a letter away.
AMBIGUOUS, ALSO_THINGS, OFTEN_MISSPELT, WORDS_LIKE_NAMES = (
    frozenset[str](_CONTENT[name]) for name in ("ambiguous", "also_things", "often_misspelt", "words_like_names")
)


@cache
def places() -> dict[str, str]:
    """The area of every name, in lower case. Raises `ContentError` for a name that stands in two areas or is not a
    text.
    """
    found: dict[str, str] = {}
    for area in AREAS:
        for name in _CONTENT.get(area) or ():
            if not isinstance(name, str) or found.get(name, area) != area:
                raise ContentError(_FILE, area, str(name), "a name in lower case that belongs to one area only")
            found[name] = area
    return found
