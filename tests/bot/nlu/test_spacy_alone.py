"""The command-line understanding starts without TensorFlow, which alone would take most of its ten seconds."""

import subprocess
import sys

SCRIPT = "import sys, bot.understand; print('tensorflow' in sys.modules); import importlib.util as u; print(u.find_spec('tensorflow') is not None)"


def test_the_understanding_does_not_load_tensorflow_and_leaves_it_importable() -> None:
    out = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout.split()
    assert out == ["False", "True"]
