"""Whom to ring when Waymark itself cannot answer.

Read from the directory in this process: no action server is needed for it.
"""

import logging
from datetime import datetime
from typing import Any

from bot.privacy import named
from knowledge.clock import now
from knowledge.dialogue.results import contact_messages
from knowledge.directory import contacts_for_roles
from knowledge.words import Audience

log = logging.getLogger("waymark.emergency")

_FOR_ADULTS = ("emergency_999", "nspcc_helpline", "police_101")
_FOR_CHILDREN = ("childline",)

# What is said if even the directory cannot be read: two numbers that every page of the sources agrees on.
_LAST_RESORT = ({"text": "999: if a child is in danger now."}, {"text": "0808 800 5000: the NSPCC helpline."})


def emergency_messages(at: datetime | None = None) -> list[dict[str, Any]]:
    """Messages with the contacts that take anybody from anywhere: 999, the NSPCC helpline, 101, Childline.

    `at` is the time in London at which they are to be rung, now by default.
    """
    try:
        moment = at or now()
        adults = contacts_for_roles(_FOR_ADULTS, None, Audience.PARENT.value, moment)
        children = contacts_for_roles(_FOR_CHILDREN, None, "child", moment)
        listed = {shown.contact.id for shown in adults}
        return contact_messages((*adults, *(shown for shown in children if shown.contact.id not in listed)))
    except Exception as error:  # the last words of the service must not fail
        log.error("the contacts cannot be read: %s", named(error))
        return [dict(message) for message in _LAST_RESORT]
