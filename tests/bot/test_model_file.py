import subprocess
import sys
from pathlib import Path

import pytest

from bot.model_file import (
    ONLY_READ_BY,
    ROOT,
    ModelProblem,
    fingerprint,
    is_current,
    note_of,
    require_unchanged,
    write_note,
)

_LEARNING = ("fact_learner", "fact_sentences", "ranker", "sentence_encoder")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("config.yml", "domain.yml", "requirements.lock", "data/nlu/a.yml", "knowledge/behaviours/a.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "bot/nlu").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def trained(root: Path) -> Path:
    path = root / "waymark.tar.gz"
    path.write_bytes(b"a model")
    write_note(path, fingerprint(root))
    return path


def test_a_model_is_current_while_nothing_changed(root: Path, trained: Path) -> None:
    assert is_current(trained, root)


@pytest.mark.parametrize(
    "name", ["config.yml", "data/nlu/a.yml", "data/nlu/b.yml", "bot/nlu/c.py", "requirements.lock"]
)
def test_any_change_of_what_it_is_trained_from_makes_a_model_old(root: Path, trained: Path, name: str) -> None:
    (root / name).write_text("changed")
    assert not is_current(trained, root)


def test_a_file_that_moved_or_went_makes_a_model_old(root: Path, trained: Path) -> None:
    (root / "data/nlu/a.yml").rename(root / "data/nlu/renamed.yml")
    assert not is_current(trained, root)


def test_what_python_leaves_behind_does_not_make_a_model_old(root: Path, trained: Path) -> None:
    (root / "bot/nlu/__pycache__").mkdir()
    (root / "bot/nlu/__pycache__/a.cpython-310.pyc").write_bytes(b"compiled")
    assert is_current(trained, root)


@pytest.mark.parametrize("name", sorted(ONLY_READ_BY))
def test_a_rule_that_only_reads_needs_no_new_training(root: Path, trained: Path, name: str) -> None:
    assert (ROOT / name).exists()
    (root / name).mkdir() if (ROOT / name).is_dir() else (root / name).write_text("changed")
    if (root / name).is_dir():
        (root / name / "a.yml").write_text("changed")
    assert is_current(trained, root)


def test_nothing_that_learns_depends_on_what_only_reads() -> None:
    imported = subprocess.run(
        [sys.executable, "-c", f"import sys, {', '.join(f'bot.nlu.{one}' for one in _LEARNING)}; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout.split()
    assert "bot.nlu.fact_learner" in imported
    paths = {name.replace(".", "/") for name in imported}
    assert not paths & {name.removesuffix(".py") for name in ONLY_READ_BY}


def test_the_very_file_that_was_trained_may_be_loaded(trained: Path) -> None:
    require_unchanged(trained)


def test_a_file_that_was_put_in_its_place_may_not(trained: Path) -> None:
    trained.write_bytes(b"another model")
    with pytest.raises(ModelProblem, match="hash differs"):
        require_unchanged(trained)


def test_a_model_without_a_note_or_that_is_not_there_may_not(trained: Path) -> None:
    trained.with_name("waymark.json").write_text("{}")
    assert note_of(trained) is None
    with pytest.raises(ModelProblem, match="make train"):
        require_unchanged(trained)
    with pytest.raises(ModelProblem, match="no trained model"):
        require_unchanged(trained.with_name("other.tar.gz"))
