"""The stable words for what a contact is for. The chat API uses them and so do the routes."""

from functools import cache

from pydantic.dataclasses import dataclass

from knowledge.content import HERE, ContentError, load_entries
from knowledge.provenance import Provenance, Strict

FILE = HERE / "contact_roles.yml"


@dataclass(frozen=True, config=Strict, kw_only=True)
class ContactRole(Provenance):
    """`instead` are the roles that stand in where an area or a person has no such contact, the first that has one.

    `instead_for_child` is the same for a child who asks; where it is empty, `instead` holds. `closes`: a list of
    contacts may end here.
    """

    id: str
    title: str
    instead: tuple[str, ...] = ()
    instead_for_child: tuple[str, ...] = ()
    closes: bool = False


@cache
def roles() -> dict[str, ContactRole]:
    """Every role by its word. Raises `ContentError` if one stands in for another that does not exist."""
    found = load_entries(
        [FILE], ContactRole, shared=lambda file: {key: file.get(key) for key in ("sources", "certainty")}
    )
    for role in found.values():
        for other in role.instead + role.instead_for_child:
            if other not in found:
                raise ContentError(FILE, role.id, "instead", f"roles of this file; {other!r} is not there")
    return found


def known_role(word: str) -> str:
    """The word itself. Raises `ValueError` if no role is called that."""
    if word not in roles():
        raise ValueError(f"a role of knowledge/contact_roles.yml; {word!r} is not there")
    return word
