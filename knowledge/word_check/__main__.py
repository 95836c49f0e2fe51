"""`python -m knowledge.word_check`: a table of reading ages, then every finding with its file, entry and word."""

from __future__ import annotations

import sys

from knowledge.content import ContentError
from knowledge.word_check.avoided import stale_exceptions
from knowledge.word_check.checking import all_texts, findings
from knowledge.word_check.measure import Group, groups


def main() -> int:
    """Runs the checks; 0 when all is well, 1 with findings, 2 when the content cannot be read."""
    try:
        texts = list(all_texts())
        measured = groups(texts)
        wrong = [str(finding) for finding in findings(texts)]
        wrong += [str(finding) for group in measured for finding in group.findings()]
        wrong += [f"knowledge/words: {sentence}" for sentence in stale_exceptions(texts)]
    except ContentError as error:
        print(f"knowledge: {error}", file=sys.stderr)
        return 2
    print(f"{'texts':32}{'reader':14}{'number':>7}{'words':>7}{'age':>6}  {'most':>4}  oldest long text")
    for group in measured:
        print(_row(group))
    print("".join(f"\n{line}" for line in wrong))
    print(f"{len(texts)} texts, {sum(group.words for group in measured)} words: {len(wrong) or 'no'} findings")
    return 1 if wrong else 0


def _row(group: Group) -> str:
    age = f"{group.age:.1f}" if group.age is not None else "-"
    oldest = f"{group.oldest[0]:.1f} {group.oldest[1]}" if group.oldest else "-"
    numbers = f"{group.texts:>7}{group.words:>7}{age:>6}  {group.most:>4.0f}"
    return f"{group.name:32}{group.reader.value:14}{numbers}  {oldest}"


if __name__ == "__main__":
    sys.exit(main())
