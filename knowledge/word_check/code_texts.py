"""The few sentences that stand in code and not in content: a contact's state, and what is said when a call fails."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.contact_terms import Caller
from knowledge.content import HERE, read_yaml
from knowledge.word_check.text import Kind, Text

ROOT = HERE.parent
FILES = tuple(ROOT / path for path in ("knowledge/shown.py", "bot/errors.py", "bot/emergency.py"))
DOMAIN = ROOT / "domain.yml"
MESSAGE = 260  # characters that fit a phone
SHORTEST = 3  # words; what is shorter is a code or a name


def code_texts(paths: Iterable[Path] = FILES) -> Iterator[Text]:
    """Every sentence in these modules that is neither a docstring nor for a log."""
    for path in paths:
        if path.exists():
            for line, words in _sentences(path):
                file = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
                yield Text(file, f"line {line}", "text", Caller.PARENT, words, Kind.LABEL, "code", MESSAGE)


def domain_texts(path: Path = DOMAIN) -> Iterator[Text]:
    """The responses of Rasa's domain file, where it has any."""
    responses = (read_yaml(path) or {}).get("responses", {}) if path.exists() else {}
    for name, variants in responses.items():
        for number, variant in enumerate(variants):
            words, field = str(variant.get("text", "")), f"text {number}"
            yield Text(path.name, str(name), field, Caller.PARENT, words, Kind.LABEL, "domain", MESSAGE)


def _sentences(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in documentation:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            words = "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in within:
            words = node.value
        else:
            continue
        if len(words.split()) >= SHORTEST and "%s" not in words:
            yield node.lineno, words
