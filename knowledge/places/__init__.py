"""Towns, districts and villages, and the council area they belong to."""

from __future__ import annotations

from functools import cache

from knowledge.case import AREAS
from knowledge.content import HERE, ContentError, read_yaml

_FILE = HERE / "places" / "places.yml"


@cache
def places() -> dict[str, str]:
    """The area of every name, in lower case. Raises `ContentError` for a name that stands in two areas or is not a
    text.
    """
    found: dict[str, str] = {}
    document = read_yaml(_FILE)
    for area in AREAS:
        for name in document.get(area) or ():
            if not isinstance(name, str) or found.get(name, area) != area:
                raise ContentError(_FILE, area, str(name), "a name in lower case that belongs to one area only")
            found[name] = area
    return found


AMBIGUOUS: frozenset[str] = frozenset(read_yaml(_FILE)["ambiguous"])
