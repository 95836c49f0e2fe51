"""Rasa without TensorFlow, each time in a fresh process: nothing that is imported can be taken back."""

import subprocess
import sys
from pathlib import Path

import yaml

from tests.running import Running

ROOT = Path(__file__).parents[2]
LEFT_OUT = "from bot import rasa_alone; rasa_alone.leave_tensorflow_out(); rasa_alone.leave_tensorflow_out(); "


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_server_and_the_training_are_imported_without_it() -> None:
    code = (
        "import sys, bot.server; from rasa.model_training import train; "
        "import rasa.graph_components.validators.default_recipe_validator; sys.exit('tensorflow' in sys.modules)"
    )
    done = run(LEFT_OUT + code)
    assert done.returncode == 0, done.stderr


def test_the_running_server_does_not_hold_it(running: Running) -> None:
    mapped = {name: Path(f"/proc/{pid}/maps").read_text(encoding="utf-8") for name, pid in running.processes().items()}
    assert "onnxruntime" in mapped["reading"]
    assert [name for name, files in mapped.items() if "tensorflow" in files] == []


def test_rasa_alone_does_import_it() -> None:
    done = run("import sys, rasa.engine.recipes.default_components; sys.exit('tensorflow' in sys.modules)")
    assert done.returncode == 1, "the check above would prove nothing"


def test_the_one_component_of_rasas_that_config_yml_names_is_there() -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    named = [part["name"] for part in (*config["pipeline"], *config["policies"])]
    assert [name for name in named if not name.startswith("bot.")] == ["RulePolicy"]
    code = "from rasa.engine.recipes.default_recipe import DefaultV1Recipe as R; R._from_registry('RulePolicy')"
    assert run(LEFT_OUT + code).returncode == 0


def test_what_needs_it_says_why_it_is_not_there() -> None:
    done = run(LEFT_OUT + "from rasa.utils.train_utils import create_label_ids")
    assert "needs TensorFlow, which Waymark leaves out" in done.stderr
