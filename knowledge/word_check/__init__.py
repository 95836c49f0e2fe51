"""Whether every text that a person may read is kind, plain and short enough: `python -m knowledge.word_check`.

Needs the development requirements: a reading-age library, a pronouncing dictionary and lists of spellings, all of
which work without a network.
"""
