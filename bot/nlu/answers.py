"""Whether a text answers a question: yes, no or not known."""

from __future__ import annotations

import re

# A longer message tells something; it is an answer too only when it opens with a plain yes or no.
SHORT = 70

_UNKNOWN = re.compile(
    r"\b(?:(?:do|does|did|would|could|can|can't|couldn't|wouldn't)\s?(?:not|n't|nt|no)?\s+(?:really\s+)?(?:know|no\b|tell you|tell\b|say\b|remember)|"
    r"(?:don'?t|dont|didn'?t|couldn'?t|couldnt|can'?t|cant|wouldn'?t) (?:really |rightly |honestly )?(?:know|no|tell|say|remember|want to say|wanna say|think so or not)|"
    r"dun+o|dunno|dinnae ken|idk|idek|not (?:too |really |quite |very |entirely |100% |completely |at all )?(?:sure|certain)|unsure|unclear|uncertain|unknown|"
    r"no (?:idea|clue)|haven'?t (?:a clue|the foggiest|got a clue|asked)|who knows|god knows|goodness knows|hard to (?:say|tell)|maybe|perhaps|possibly|"
    r"might(?:n'?t)? (?:have|be|not|do)|could (?:have|be)|i'?d be guessing|only guessing|(?:has|have|had)n'?t (?:said|told|asked)|nobody'?s? (?:has )?(?:told|said|knows)|"
    r"no one'?s? (?:has )?(?:told|said|knows)|not been told|rather not|prefer not|skip|pass|either way|depends|50.?50|bit of both|yes and no|search me|can'?t be sure)\b"
)
_NO = re.compile(
    r"^(?:erm?|um|oh|god|well|honestly|i'?d say|i (?:would )?say|i think|think|afraid|the answer is|as far as i know,?|aw)?[\s,.]*"
    r"(?:no+\b|nope\b|nah+\b|naw\b|na\b|nay\b|never\b|not? (?:once|at all|really|yet|that|to my|as far|so far|him|her|now|any|this|in)\b|"
    r"not\b$|none\b|nothing\b|nuh.?uh\b|nobody\b|no one\b|neither\b|n\b$|nae\b|absolutely not\b|definitely not\b|certainly not\b|course not\b|of course not\b|don'?t think so\b|"
    r"i don'?t think so\b|(?:he|she|they|it|we|that|there)\s?(?:was|is|did|does|do|has|have|had|were|are|would)(?:n'?t| not)\b|(?:was|is|did|does|has|have|were|are)n'?t\b|not$)"
)
_YES = re.compile(
    r"^(?:erm?|um|oh|god|well|honestly|i'?d say|i (?:would )?say|i think|think|i'?m|im|very|the answer is|sadly|yes)?[\s,.]*"
    r"(?:y+e+s+\b|ye+a*h*\b|yep+\b|yup+\b|yh\b|ya\b|aye\b|y\b$|ok\b|okay\b|sure\b|certainly\b|definitely\b|defo\b|absolutely\b|correct\b|right\b|true\b|indeed\b|"
    r"afraid so\b|so\b$|of course\b|course\b|that'?s (?:right|correct|it|the one|true|him|her)\b|thats (?:right|correct|it|the one|true)\b|think so\b|i think so\b|"
    r"(?:he|she|they|it|there|we|i|that)\s(?:was|is|did|does|do|has|have|had|were|are|would)\b(?=$|\s?[,.]|\s(?:yes|yeah|afraid|sadly|i'm|im|actually|indeed)\b))"
)
_LONG_NO, _LONG_YES = re.compile(r"^no\b[,.]?\s|^nope\b|^nah\b"), re.compile(r"^(?:yes|yeah|yep)\b[,.]?\s")


# Not having seen, heard, asked or remembered is not knowing, whatever "no" the sentence opens with.
_NOT_KNOWING = re.compile(
    r"^(?!no\b(?! (?:way|one|comment)))(?:[\w' ]{0,14}[, ])?(?:(?:he|she|they|it|nobody|no one|noone|mum|dad|school|everyone)?\s?(?:'s|has|have|had)?\s?"
    r"(?:won'?t|wont|hasn'?t|hasnt|haven'?t|havent|hadn'?t|didn'?t|will not|has not|refuses to|will|has|have)\s(?:yet |ever |actually )?(?:say|said|tell|told|asked|answer|talk|look(?:ed)? (?:into|yet)|found out|been told)\b|"
    r"(?:i|we|i've|we've|ive) ?(?:haven'?t|havent|didn'?t|didnt|wasn'?t|wasnt|weren'?t|forget|forgot|don'?t recall|can'?t recall|never) ?(?:looked|seen?|asked|there|been told|found out|heard)?$|"
    r"haven'?t (?:looked|seen|asked|checked|heard)|(?:i|we) (?:wasn'?t|weren'?t) there|i didn'?t see|"
    r"(?:still )?(?:trying|waiting) to (?:find out|hear|ask)|(?:you'?d|you would|i'?d|i would) have to ask|(?:don'?t|do not) want to (?:answer|say)|"
    r"no (?:way of (?:knowing|telling)|one (?:will say|knows|has said|can say)|comment)|not a clue|not the foggiest|beats me|your guess is|only (?:he|she|they|god) knows?|it'?s (?:not clear|unclear|hard to))"
)
# "We don't know yet" and "haven't a clue" are no "no": what is not known must not count as denied.
_SAYS_NOT_KNOWN = re.compile(
    r"\b(?:do|does|did|would|could|can)(?:n'?t| not) (?:\w+ )?(?:know|tell|say)\b(?! of)|\ba clue\b|\bno idea\b|\bsays? yes\b.*\bsays? no\b|\bsays? no\b.*\bsays? yes\b"
)
_PLAIN_NO = re.compile(r"(?:no|nope|nah)\b(?! idea| clue)")
_MORE_YES = re.compile(
    r"^(?:(?:oh|well|god|sadly|very|erm?|um),? )?(?:'?fraid so|unfortunately(?: (?:yes|so|he|she|they|it))?|sadly|100 ?%|hundred percent|too right|defo|deffo|def|mm+ ?h*m*|mhm|ar(?: duck)?|aye duck|uh[ -]?huh|very much(?: so)?|"
    r"without a doubt|no doubt(?: about it)?|(?:just )?(?:a (?:little )?bit|a little|kind of|sort of|kinda|sorta|partly|to an extent)(?: (?:yes|yeah|so))?|(?:i )?(?:believe|suppose|reckon|guess|would think|expect) so|"
    r"that'?s (?:what happened|how it (?:was|is)|about right)|(?:it )?(?:looks?|seems?|sounds?) (?:like it|that way|so)|every time|all the time|most of the time|sometimes|often|loads|lots|both|affirmative|si|ja|oui|tak|haan|"
    r"(?:i'?m afraid )?(?:he|she|they|it|there|we|both|one of them|some of them|all of them|my \w+) (?:definitely |certainly |really |always |sadly |both )?(?:was|is|did|does|do|has|have|had|were|are|would))$"
    r"|[, ](?:yes|yeah|yep|aye)$"
)
_MORE_NO = re.compile(
    r"^(?:(?:oh|well|god|erm?|um),? )?(?:no(?:t a)? (?:chance|way)\b(?! of)|nowt\b|nothing (?:like|of)\b|negative$|(?:i )?(?:very much |really |highly )?doubt it$|nobody (?:did|was|has|is|does)\b|not ever$|nein$|nie$|nahi$|"
    r"neither (?:of them)?|never (?:has|did|have|was|does)|not likely|unlikely|god no|hell no|thank(?:fully| god| goodness),? no)"
)


def find(text: str) -> str | None:
    """`yes`, `no`, `unknown`, or `None` where the text is no answer. "No, not that I know of" is a no."""
    lowered = " ".join(text.lower().replace("’", "'").split()).strip(" .!?,")
    if not lowered:
        return None
    if len(lowered) > SHORT:
        return "no" if _LONG_NO.match(lowered) else "yes" if _LONG_YES.match(lowered) else None
    if re.match(
        r"^(?:what|who|when|where|why|how|can|could|is|are|should|do|does)\b.*", lowered
    ) and not _UNKNOWN.search(lowered):
        return None
    if _NOT_KNOWING.match(lowered):
        return "unknown"
    if _SAYS_NOT_KNOWN.search(lowered) and not _PLAIN_NO.match(lowered):
        return "unknown"
    if _MORE_NO.match(lowered):
        return "no"
    if _NO.match(lowered) and not re.match(
        r"^no+ (?:idea|clue|one knows|one'?s)|^n(?:obody|o one)'?s?\b|^not (?:sure|certain)", lowered
    ):
        return "no"
    if _UNKNOWN.search(lowered):
        return "unknown"
    return "yes" if _YES.match(lowered) or _MORE_YES.search(lowered) else None
