"""Whether the words around a match deny it, or only ask, suppose or doubt it."""

from __future__ import annotations

import re

# How much of the text before a match can bear on it.
_REACH = 90

_NEGATORS = (
    r"not|never|without|nobody|nobodys|no ones|noones|none|neither|nor|nothing|hardly|barely|didnt|doesnt|dont|isnt|wasnt|werent|arent|hasnt|havent|hadnt|wont|wouldnt|cant|couldnt|aint|denies|denied|"
    r"no(?! (?:he|she|it|they|i|we|its|hes|shes|theyre|doubt|idea|matter|wonder|surprise|clue|more than|sooner|longer|one (?:saw|knows|noticed|knew)|less)\b)"
)
# What a negator denies ends here: "not because he forced her", "doesn't know he was hurt", "wouldn't stop and hurt her".
_ENDS = (
    r"because|but|that|when|after|until|unless|and|so|which|who|if|then|stop|stops|stopped|stopping|believe|know|knew|like|liked|want|wanted|only|sure|idea|tell|told|say|said|how|why|what|"
    r"just|till|though|while|realise|realised|let|lets|allowed|help|despite|even|enough|bother|understand|care|cared|listen|happy|leave|keep|first"
)
_DENIED = re.compile(rf"\b(?:{_NEGATORS})(?: (?!(?:{_ENDS})\b)\w+){{0,5}} $")
_DENIED_THOUGHT = re.compile(
    r"\b(?:dont|doesnt|didnt|not) (?:think|believe|feel|reckon|suppose)(?: (?!(?:because|but|when|after|until)\b)\w+){0,6} $"
)
_DENIED_THAT = re.compile(r"\b(?:isnt|wasnt|not|dont mean) (?:so much |because |to say )?that (?:\w+ ){0,3}$")
_DENIED_AS_IF = re.compile(r"\b(?:isnt|wasnt|not) as (?:if|though) (?:\w+ ){0,3}$")
_DENIED_AFTER = re.compile(
    r"^ (?:[.,] )?(?:none|nil|nope|not (?:noted|apparent|reported|seen|known|evident|present|suspected|observed|indicated|at all)|was not|wasnt|no [.,]|is not|isnt|were not|werent|no $|absent|nowhere)\b"
)
_DOUBTED = re.compile(
    r"\b(?:dont know|not sure|unsure|no idea|no clue|not clear|unclear|cant tell|couldnt tell|couldnt say|cant say|cannot say|wonder(?:ing|ed)?|whether|know if|sure if|say if|tell if|see if|find out if|"
    r"asked if|asking if|ask if|ask (?:him|her|them) if|check if|worse if|matter if|difference if|different if|what if|suppose|supposing|unknown if|hard to say|hard to tell|depends if|depends on|want me to say|"
    r"want to know|never asked|not asked|didnt ask|havent asked|trying to work out|youd think|you would think|id have (?:said|thought)|would have thought|had (?:it|he|she|they) been|if (?:he|she|it|they) had|might|may have been|may be|"
    r"would have been|could have been|could be|should i ask|do i ask|is it (?:true|possible)|in case|how would i know|how do i know|no way of knowing)\b(?: (?!but\b)\w+){0,8} $"
)
_IF = re.compile(r"(?<!\beven)(?<!\bas)(?<!\bbut) if (?:\w+ ){0,4}$")
_ASKED = re.compile(
    r"(?:^|[.?,] |\bplease )(?:also |and |so |but )?(?:was|were|did|has|have|had|is|are|could|does|do|would|might|should|can|am i|wasnt|isnt|didnt|hasnt|couldnt)"
    r" (?:he|she|they|someone|somebody|anyone|anybody|there|this|that|it|you think|my \w+|the \w+|her \w+|his \w+|i|we|the other \w+)\b(?! (?:normal|ok|okay|common|usual|right|wrong|bad|worrying|worrying|a problem|serious|harmful|natural|typical|weird|strange|odd|concerning|a worry|appropriate|alright|all right|just|healthy|acceptable|illegal|against|allowed|abuse))[^.?]*$"
)
_DISTANCED = re.compile(
    r"\b(?:was told|were told|i thought|we thought|thought there|heard|rumou?rs?|youd think|you would think|would have thought|had it been|had he|had she|supposedly|accused|at first|expected|feared|feared|"
    r"worried|allegedly|claimed|make out|made out|assumed|panicked|id have said|would have said|people said|people say|looked like|sounds like|seemed)\b"
)
# A text of one sentence that asks, or says that it does not know: "how would I find out whether she was forced".
_QUESTION = re.compile(
    r"^ (?:and |so |but |please |also |ok |hi )?(?:how (?:do|does|did|would|can|could|should|will|often|many|much|long|is|are)|what (?:do|does|should|if|would|can|could|are|is|will|happens)|"
    r"who (?:do|should|can|could|would)|why (?:do|does|did|is|are|would)|(?:was|were|did|has|have|is|are|could|does|do|would|might|should|can|will|am) (?:he|she|they|it|i|we|you|anyone|anybody|someone|somebody|there|any)) "
    r"|(?:dont know|not sure|no idea|unsure|wondering|cant tell|unclear|cant say|(?:not|havent|hasnt|never) asked(?: \w+)?) (?:if|whether) "
)
_BUT = re.compile(r" (?:but|though|however|turns out|actually) ")


def denied(plain: str, start: int, end: int) -> bool:
    """Whether a negator before the match (in its clause) or right after it denies it."""
    before = plain[max(0, start - _REACH) : start]
    return bool(
        _DENIED.search(before)
        or _DENIED_THOUGHT.search(before)
        or _DENIED_THAT.search(before)
        or _DENIED_AS_IF.search(before)
        or _DENIED_AFTER.match(plain[end : end + 30])
    )


def doubted(plain: str, start: int, end: int, suspected_counts: bool = False) -> bool:
    """Whether the match is asked, supposed or unknown rather than said. With `suspected_counts`, "might have" is still said."""
    before = plain[max(0, start - _REACH) : start]
    found = _DOUBTED.search(before)
    if found and not (suspected_counts and re.match(r"(?:might|may|could|wonder|worried)", found[0])):
        return True
    if not suspected_counts and _IF.search(before):
        return True
    asked = _ASKED.search(before)
    if not asked:
        return False
    sentence_end = re.compile(r"[.?] ").search(plain, end)
    return asked[0].lstrip(" .,?").startswith(
        ("was", "is", "are", "could", "does", "do ", "has", "were", "might", "can", "would", "should")
    ) or (sentence_end is not None and sentence_end[0][0] == "?")


def taken_back(plain: str, start: int, later: int) -> bool:
    """Whether what stands at `start` was hearsay or fear and a "but" before `later` takes it back."""
    before = plain[max(0, start - _REACH) : start]
    return later > start and _DISTANCED.search(before) is not None and _BUT.search(plain[start:later]) is not None


def only_asks(plain: str) -> bool:
    """Whether the text is one sentence that asks or says what is not known, and tells nothing beside."""
    return plain.count(" . ") + plain.count(" ? ") <= 1 and " but " not in plain and bool(_QUESTION.search(plain))
