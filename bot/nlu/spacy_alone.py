"""spaCy without TensorFlow: its library thinc imports TensorFlow wherever it is installed, eight seconds for nothing.

Import spaCy's parts from here.
"""

from __future__ import annotations

import sys

_UNTOUCHED = "tensorflow" not in sys.modules
if _UNTOUCHED:
    sys.modules["tensorflow"] = None  # type: ignore[assignment]
try:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
finally:
    if _UNTOUCHED:
        del sys.modules["tensorflow"]  # whoever needs it later may still import it

__all__ = ["Doc", "Matcher", "Vocab"]
