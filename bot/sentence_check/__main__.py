"""`python -m bot.sentence_check`: the counts of the training sentences, then every finding with its file, label and
sentence.
"""

from __future__ import annotations

import sys
from collections import Counter

from bot.sentence_check import counting, places
from bot.sentence_check.reading import UnreadableError, evaluation, training


def main() -> int:
    """0 when all is well, 1 with findings, 2 when a file cannot be read."""
    try:
        sentences = training()
        allowed = places.allowed()
    except UnreadableError as error:
        print(f"sentences: {error}", file=sys.stderr)
        return 2
    wrong = [*counting.findings(sentences, counting.expected()), *places.findings(sentences, evaluation(), allowed)]
    groups: dict[str, list[int]] = {}
    for label, number in Counter(sentence.label for sentence in sentences).items():
        groups.setdefault(label.partition(".")[0], []).append(number)
    for group, numbers in sorted(groups.items()):
        print(f"{group:14} {len(numbers):3} labels, {sum(numbers):5} sentences, at least {min(numbers)} each")
    print("".join(f"\n{line}" for line in wrong))
    print(f"{len(sentences)} sentences: {len(wrong) or 'no'} findings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
