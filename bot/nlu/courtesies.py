"""What people say before and after what they have to say. It means nothing for the understanding, and an answer or a
worry is heard better without it.
"""

from __future__ import annotations

import re

_HELLO = r"(?:hello|hi+|hiya|hey+|good (?:morning|afternoon|evening)|dear (?:all|team|sir or madam|sir/madam|waymark))(?: (?:there|all|everyone|again|waymark|team))?"
_SORRY = (
    r"(?:(?:i'?m |i am )?(?:so |very |really )*(?:sorry|apologies) (?:to (?:bother|trouble|disturb) (?:you|anyone|anybody)(?: with this| so late| again)?"
    r"|for (?:the |such a |this )?(?:long|late|rambling|silly|stupid)?(?: and rambling)? ?(?:post|message|essay|question|ramble|bother(?:ing you)?)|if this is (?:the wrong place|long|not the right place|a (?:silly|daft|stupid) question)))"
)
_UNSURE = (
    r"(?:(?:i )?(?:did not|didn'?t|don'?t|do not|wasn'?t sure|not sure|am not sure|'?m not sure|dunno) (?:know )?(?:who else|where else|who) (?:i could |i can |to )(?:ask|turn to|turn|go to)"
    r"|(?:i'?m |i am )?not sure (?:if|whether) (?:this is|i'?m in|i am in) the right place(?: (?:for this|to ask))?|(?:i )?hope (?:this is the right place(?: to ask)?|you can help(?: me| us)?|someone can help(?: me| us)?|it'?s (?:ok|okay|alright) to ask(?: this| here)?|you don'?t mind me asking)"
    r"|(?:i )?hope you(?:'re| are) (?:well|all well|having a good day)|(?:this is )?(?:my )?first time (?:posting|writing|doing this|here|using this)(?: here)?|(?:can|could|may) i (?:just )?ask (?:you )?(?:something|a question|for (?:some |a bit of )?advice))"
)
_THANKS = (
    r"(?:(?:many |so many )?(?:thank you|thanks|thankyou|thank u|thx|cheers|ta(?= (?:very|ever|so|for|duck|love)))(?: (?:so much|very much|ever so much|a lot|again|all|everyone|loads))*"
    r"(?: (?:in advance|for (?:reading(?: this| all this| all of this)?|listening|your (?:help|time|advice|patience)|any (?:help|advice)(?: you can (?:give|offer))?|being there|taking the time)|from (?:a|one) [a-z ]{3,25}))*"
    r"|any (?:help|advice|thoughts|suggestions|guidance|pointers|idea|ideas)(?: at all| or advice| please)?(?: (?:(?:would be|will be|is|are|so|very|really|much|greatly|gratefully|most) )*(?:great|welcome|appreciated|received|helpful|amazing|brilliant|good|lovely))?(?: please)?"
    r"|(?:i would |i'd )?(?:really |much |greatly )*appreciate (?:any|your) (?:help|advice)|(?:hope|hoping) (?:you|someone) can (?:help|advise)(?: me| us)?|(?:kind|best|many|warm) regards|best wishes|yours (?:sincerely|faithfully)|tia)"
)
_BETWEEN = r"[\s.,!?;:)(-]*"
_NO_LETTER = r"(?![\w'])"
_BEFORE = re.compile(rf"^{_BETWEEN}(?:(?:{_HELLO}|{_SORRY}|{_UNSURE}){_NO_LETTER}(?: but\b| and\b)?{_BETWEEN})+", re.I)
# Begins where the signs between begin, so that many of them are walked over once.
_AFTER = re.compile(
    rf"(?<![\s.,!?;:)(-])(?:{_BETWEEN}(?<![\w'])(?:and )?(?:{_THANKS}|{_SORRY}){_NO_LETTER})+{_BETWEEN}$", re.I
)
# A message is cut from both ends only so far; what is said in between stays as it is.
_LONGEST = 240


def without(text: str) -> str:
    """The text without greeting, apology and thanks around it; the text itself where it says nothing else."""
    before = _BEFORE.match(text[:_LONGEST])
    left = text[before.end() :] if before else text
    after = _AFTER.search(left[-_LONGEST:])
    if after:
        end = max(0, len(left) - _LONGEST) + after.start()
        left = left[: end + left[end : end + 1].endswith((".", "!", "?"))]
    return left if any(character.isalnum() for character in left) else text
