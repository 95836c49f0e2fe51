"""Training for real, of a project as small as Rasa takes: rules and no words."""

import threading
from pathlib import Path

import pytest

from bot.model_file import is_current, require_unchanged
from bot.train import TrainingFailed, train

pytestmark = pytest.mark.slow

CONFIG = "recipe: default.v1\nlanguage: en\nassistant_id: a\npipeline: []\npolicies:\n- name: RulePolicy\n"
DOMAIN = 'version: "3.1"\nintents: [tell]\nresponses:\n  utter_yes: [{text: "yes"}]\n'
RULES = 'version: "3.1"\nrules:\n- rule: a\n  steps: [{intent: tell}, {action: utter_yes}]\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of its own."""
    files = {"config.yml": CONFIG, "domain.yml": DOMAIN, "data/stories/rules.yml": RULES, "requirements.lock": ""}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def trained(root: Path) -> list[str]:
    """Train, and give the lines of progress."""
    with (root / "progress").open("w+") as stream:
        try:
            train(root / "models" / "waymark.tar.gz", root, stream)
        finally:
            stream.seek(0)
            lines = stream.read().splitlines()
    return lines


def test_a_model_is_made_with_its_note_and_progress_is_shown(root: Path) -> None:
    lines = trained(root)
    assert lines[0] == "Training the model ..."
    assert any("RulePolicy" in line for line in lines)
    require_unchanged(root / "models" / "waymark.tar.gz")
    assert is_current(root / "models" / "waymark.tar.gz", root)
    assert sorted(path.name for path in (root / "models").iterdir()) == ["waymark.json", "waymark.tar.gz"]


def test_nothing_is_trained_again_until_something_changed(root: Path) -> None:
    trained(root)
    assert trained(root) == ["The model is up to date."]
    (root / "domain.yml").write_text(DOMAIN.replace('"yes"', '"no"'))
    assert trained(root)[0] == "Training the model ..."


def test_two_that_train_at_once_train_once(root: Path) -> None:
    lines: list[list[str]] = []
    (root / "models").mkdir()

    def one(number: int) -> None:
        with (root / f"progress{number}").open("w+") as stream:
            train(root / "models" / "waymark.tar.gz", root, stream)
            stream.seek(0)
            lines.append(stream.read().splitlines())

    threads = [threading.Thread(target=one, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said[-1].split(" (")[0] for said in lines) == ["The model is trained", "The model is up to date."]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.yml", CONFIG.replace("RulePolicy", "NoSuchPolicy")),
        ("config.yml", "pipeline: ["),
        ("domain.yml", DOMAIN + "slots:\n  a: {type: nothing}\n"),
        ("data/stories/rules.yml", RULES.replace("utter_yes", "utter_nothing_known")),
        ("data/stories/rules.yml", "rules: ["),
    ],
)
def test_what_cannot_be_trained_is_said_in_one_sentence_and_the_old_model_stays(
    root: Path, name: str, text: str
) -> None:
    trained(root)
    before = (root / "models" / "waymark.tar.gz").read_bytes()
    (root / name).write_text(text)
    with pytest.raises(TrainingFailed) as caught:
        trained(root)
    assert str(caught.value).startswith("The model could not be trained")
    assert "train.log" in str(caught.value)
    assert (root / "models" / "waymark.tar.gz").read_bytes() == before
