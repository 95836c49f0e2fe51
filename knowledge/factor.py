"""What raises concern beside the behaviour itself, and how much."""

from enum import Enum

from pydantic.dataclasses import dataclass

from knowledge.provenance import Provenance, Strict
from knowledge.words import Words


class Answer(str, Enum):
    """What is known of a factor. A factor that nobody has asked about is unknown too."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Weight(str, Enum):
    """How a factor counts (design.md 3, rule 3)."""

    STRONG = "strong"  # red by itself
    MODERATE = "moderate"  # one step up; two of them make it red
    BY_CONTACT = "by_contact"  # strong with sexual contact or an image, otherwise moderate
    BY_EXPOSURE = "by_exposure"  # strong with contact or showing, otherwise moderate
    IMAGE = "image"  # the image route, and one step up; red under 13
    ROUTE = "route"  # answered first by a route; red, and the triage ends


@dataclass(frozen=True, config=Strict, kw_only=True)
class Factor(Provenance):
    """A factor. `consent`: while it is unknown for a behaviour with someone else, it is never green (rule 5)."""

    id: str
    name: str
    weight: Weight
    rank: int
    asks: Words
    present: str
    if_present: str
    consent: bool = False
