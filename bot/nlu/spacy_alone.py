"""spaCy without what it loads for nothing: its library thinc imports TensorFlow wherever it is installed (eight seconds), and
spaCy itself the command line that it has for training (most of a second).

Import spaCy's parts from here.
"""

from __future__ import annotations

import sys
from types import ModuleType

# A name that cannot be imported, and modules of which spaCy takes one function that nobody here calls.
_LEFT_OUT: dict[str, ModuleType | None] = {"tensorflow": None}
for _name in ("spacy.cli", "spacy.cli.info"):
    _LEFT_OUT[_name] = ModuleType(_name)
    _LEFT_OUT[_name].info = None  # type: ignore[union-attr]
_UNTOUCHED = [name for name in _LEFT_OUT if name not in sys.modules]
for _name in _UNTOUCHED:
    sys.modules[_name] = _LEFT_OUT[_name]  # type: ignore[assignment]
try:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
finally:
    for _name in _UNTOUCHED:
        del sys.modules[_name]  # whoever needs it later may still import it

__all__ = ["Doc", "Matcher", "Vocab"]
