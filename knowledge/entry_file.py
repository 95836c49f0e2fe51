"""In which file of the content an entry stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.content import HERE, files, read_yaml

# By the kind of content that `knowledge.signing.signable` names: a folder of files, or one file.
PLACES = {
    "behaviour": "behaviours",
    "factor": "factors",
    "rule": "rules.yml",
    "guidance": "guidance",
    "route": "routes",
    "topic": "topics",
    "contact": "contacts",
    "contact_plan": "contact_plans.yml",
    "contact_role": "contact_roles.yml",
    "phrase": "dialogue/phrases.yml",
    "script": "dialogue/script.yml",
    "checklist": "dialogue/checklists.yml",
    "audit_scale": "audit/scale.yml",
    "audit_statement": "audit",
    "briefing": "briefings",
    "practice_case": "practice",
    "practice_matter": "practice_matters.yml",
    "confidence_area": "confidence/survey.yml",
    "survey_finding": "confidence/about.yml",
}


def entry_file(kind: str, name: str) -> str:
    """The file's path from the root of the repository. Raises `KeyError` for a kind or an entry that is not there."""
    return _files(PLACES[kind])[name]


@cache
def _files(place: str) -> Mapping[str, str]:
    paths = [HERE / place] if place.endswith(".yml") else list(files(place))
    return {entry["id"]: _from_root(path) for path in paths for entry in read_yaml(path)["entries"]}


def _from_root(path: Path) -> str:
    return path.relative_to(HERE.parent).as_posix()
