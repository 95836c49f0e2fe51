"""Everything in a text that could identify somebody, joined."""

from __future__ import annotations

from bot.nlu.folding import straight
from bot.nlu.identifying.addresses import addresses
from bot.nlu.identifying.handles import handles
from bot.nlu.identifying.names import names
from bot.nlu.identifying.record_numbers import record_numbers
from bot.nlu.identifying.schools import schools
from bot.nlu.identifying.spans import Span, outermost
from bot.nlu.identifying.titles import titled
from bot.nlu.identifying.well_known import without_the_well_known


def find(text: str) -> tuple[Span, ...]:
    """The character spans that look like a name, an address, a number or a handle, in order, none inside another."""
    plain = without_the_well_known(straight(text))
    finders = (handles, addresses, record_numbers, schools, titled, names)
    return outermost(span for finder in finders for span in finder(plain))
