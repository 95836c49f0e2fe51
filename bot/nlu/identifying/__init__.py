"""What in a text could identify a person. Found only so that the person can be told that it is not needed and was not
kept.
"""

from bot.nlu.identifying.finding import find

__all__ = ["find"]
