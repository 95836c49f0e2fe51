"""What in a text could identify a person. Found only so that the person can be told that it is not needed and was not
kept.
"""

from bot.nlu.identifying.finding import find
from bot.nlu.identifying.word_lists import first_names

__all__ = ["find", "first_names"]
