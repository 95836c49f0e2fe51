"""The command-line understanding starts without what would take most of its ten seconds and says nothing to a message:
TensorFlow, spaCy's command line, and scikit-learn, which only learning needs.
"""

import subprocess
import sys

import pytest

SCRIPT = "import sys, importlib.util; import bot.understand; print({0!r} in sys.modules, importlib.util.find_spec({0!r}) is None)"


@pytest.mark.parametrize("name", ["tensorflow", "sklearn", "spacy.cli"])
def test_the_understanding_starts_without_it_and_leaves_it_importable(name: str) -> None:
    out = subprocess.run([sys.executable, "-c", SCRIPT.format(name)], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "False"]
