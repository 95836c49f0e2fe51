"""The sentence and the source of each rule of the triage."""

from functools import cache

from pydantic.dataclasses import dataclass

from knowledge.assessment import Reason
from knowledge.content import HERE, load_entries
from knowledge.provenance import Provenance, Strict


@dataclass(frozen=True, config=Strict, kw_only=True)
class Rule(Provenance):
    """A rule that can set or hold a colour; `says` explains it when it fired."""

    id: str
    says: str

    def because(self, **facts: str) -> Reason:
        """The reason that this rule gives, with its facts filled in."""
        return Reason(self.id, self.says.format(**facts) if facts else self.says, self.sources)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id."""
    return load_entries([HERE / "rules.yml"], Rule)
