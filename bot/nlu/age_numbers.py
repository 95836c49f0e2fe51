"""Which numbers of a text are ages of children. Every number is judged by the words right before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from bot.nlu import age_words as words

OLDEST = 17
# No message about children holds more numbers; the cost stays bounded.
_MOST = 60
_BEFORE, _AFTER = 64, 48

Placed = tuple[int, int, tuple[int, int]]


class Says(Enum):
    """What the words around a number make of it."""

    AGE = "an age"
    NOTHING = "nothing yet: a number it is linked with decides"
    OTHER = "something else"


@dataclass
class _Number:
    start: int
    end: int
    value: int
    says: Says
    old: bool = False
    corrects: bool = False
    linked: bool = False


_BOUNDARY = r"[.,;:!?()\n\"]|\s-\s|^-\s|\bso\b|\bbut\b|\bcos\b|\band\b"
_CLAUSE_START = re.compile(r"(?:^|[.,;:!?(\n\"]|\s-|\s/)\s*$")
_LEAD = (
    r"(?:(?:just|gone|turned|only|about|around|roughly|approx|maybe|perhaps|probably|he|she|they|he's|she's|they're|hes|shes|is|are|both|of|them|each|all|male|female|boy|girl|m|f|aged?|"
    r"i'm|im|i|think|now|just over|(?:a )?(?:bit|little) over|slightly over|at least|at (?:the )?most|a|an|erm?|um+|well|still|nearly|almost|the|pair|my|age is|so|oh|yes|yeah|yep|ok|okay|no|like|barely|my|ds|dd|bout|other|one|ones|one's|other's|is|and|"
    r"son|daughter|lad|child|kid|it's|its|that's|either|say|hi|hello|i'd|guess|between|well|also|her|his|tbh|sorry|he'd|she'd|be|me|mine|mine's|was)\s+)*"
)
_ALONE_BEFORE = re.compile(
    rf"(?:^|[.,;:!?()\n\"]|\s-+|\bage:)\s*(?:{_LEAD})?(?:{words.ALMOST})?(?:about |only |just )?$"
)
_ALONE_AFTER = re.compile(
    rf"{words.HALF}\s*(?:y|yrs?|years?|yo)?(?:\s+(?:now|i think|sorry|old|last (?:week|month|year|\w+day)|next (?:week|month)|ish|(?:and |& )?{words.N} (?:months?|mths?)(?: olds?)?|,? ?(?:nearly|almost|coming up(?: to)?|rising|pushing|not quite) {words.N}|both|each|each of them|the pair of them|(?:the )?both of (?:them|'em)|or so|"
    r"here|bless (?:him|her|them)|maybe|i believe|i guess|i'd (?:say|guess)|i would (?:say|guess|think)|i suppose|i reckon|tbh|actually|going on (?:for )?\w+(?:[ -]\w+)?|at most|thereabouts|chronologically|too|as well|please|thanks|duck|mate|and counting|in (?:a|the) (?:week|month)))*"
    r"\s*(?:[.,;:!?()\n\"/]|\s-|-+\s|$)"
)
_CLAUSE_AFTER = re.compile(
    rf"{words.HALF}\s+(?:and|with|but|yet)\s+(?!(?:a|an|my|the|his|her|our|other|another|\d+|{words.N})\b)|\s+the pair of them|\s+both\b|\s+respectively"
)
_AFTER_SUBJECT = re.compile(
    rf"(?:\b(?:he|she|they|who|one|{words.CHILD})|(?<![a-z])(?!(?:it|that|there|here|what|let|how|where|when|today|tonight|year|nan|time)')[a-z]{{2,}}(?='s? is|'s))"
    rf"(?:\s+(?:is|are|was|were|being|be|will be|(?:must|might|could|would|may|should) be|will soon be|has just turned|had just turned|just turned|turned|turns|is now|am|has|have|had turned|hits|hit|got|looks?|seems|looked|of|aged?|who's|who is|whos|that is|called [a-z])|'s|s|'re|re|'ll be|'d be)?"
    rf"[\s,(:=-]*(?:{words.ADVERBS})?(?:{words.ALMOST})?(?:only |just |about )?$"
)
_NO_SUBJECT = re.compile(
    r"\b(?:it|that|there|this|these|we|you|time|score|answer|total|number|which|what|bedtime|price|cost|all of it|something|everything|nothing|anything|mum|house|home)(?:'s|s|'re)?(?:\s+(?:is|are|was|were|be))?\s+(?:[\w]+ )?$"
)
_IS = re.compile(
    rf"\b[a-z][a-z'-]*\s+(?:is|are|was|were)\s+(?:{words.ADVERBS})?(?:{words.ALMOST})?$|\b(?!it's|that's|there's|here's|what's|let's|how's|where's|when's|year's|week's|today's)[a-z]{{2,}}'s\s+(?:{words.ADVERBS})?(?:{words.ALMOST})?$"
)
_AGED = re.compile(
    rf"\b(?:age[sd]?|year old aged|d\.?o\.?b)(?:'s|s)?(?:\s+(?:of|is|are|was|about|around|only|just|roughly|between|approx|range|from|under|at))*\s*[:=(-]*\s*(?:about |only |just )?(?:{words.ALMOST})?$|\baged?$"
)
_NOT_AGED = re.compile(
    r"\b(?:since|from|until|till|before|over|under|after|minimum|legal|same|old)\s+(?:the\s+|an?\s+)?age(?:\s+of)?\s+(?:about |around )?$"
)
_TURNED = re.compile(rf"\b(?:just\s+)?(?:turned|hit|turning)\s+(?:{words.ADVERBS})?$|\b(?:birthday,?) $")
_I_AM = re.compile(rf"\b(?:i'?m|i am|am|me)\s+(?:{words.ADVERBS})?(?:{words.ALMOST})?$")
_FUNCTIONS = re.compile(
    r"\b(?:function(?:s|ing)?|operat(?:es|ing)|work(?:s|ing)|development(?:al)?(?:ly)?|emotional(?:ly)?|mental(?:ly)?|chronological(?:ly)?|socially|cognitive(?:ly)?|more like|thinks like|acts like|behaves like|"
    r"understanding|like an?|reading age|closer to|level of)(?:\s+(?:age|is|at|as|of|like|level|around|about|more|an?|the|hes|he's|she's|closer to|nearer))*\s+$"
)
_AT = re.compile(
    r"\b(?:normal|ok|okay|old|young|usual|common|typical|normally|expected|early|late|do|this|that|there|sex|even|happen|expect|worrying|allowed|hair|periods?|puberty|alright|right|small|big|tall|little|tiny|mature|immature|advanced|clever|bright|innocent|forward|lad|girl|boy|child) (?:at|for|by) (?:only |just |about )?$"
)
_AT_WORD = re.compile(r"\b(?:at|aged) $")
_AT_STARTS = re.compile(r" (?:and (?:his|her|their|he|she)|he|she|they|you|i'd|is|it's|kids|children|boys|girls)\b")
_CLOCK = re.compile(
    r"\b(?:home|house|bed|bedtime|up|school|work|tea|lunch|dinner|breakfast|back|out|finish\w*|start\w*|opens?|opened|clos\w+|begins?|began|ends?|ended|happened|came|comes?|went|goes|go|got|gets|left|leaves?|woke|"
    r"wakes?|call\w*|ring|rang|phon\w+|meet\w*|met|appointment|text\w*|messag\w+|arriv\w+|seen|saw|from|live[sd]?|number|class|lesson|club|bus|train|pick\w*|collect\w*|drop\w*|asleep|night|morning|evening|"
    r"afternoon|every|each|daily|weekdays?|today|yesterday|tomorrow|it was|again)\b[^.!?]{0,28} at $"
)
_ARTICLE_YEAR = re.compile(r"\b(?:my|our|the|his|her|a|an|their|this|another|one)\s+(?:\w+\s+)?$")
_YEAR_NOUN = re.compile(
    r"[\s-]*(?:yr|year|y)s?\b(?!\s*(?:ago|older|younger|apart|groups?|\d|gap|difference|relationship|marriage|lease|stretch|olds? enough|lads|girls|boys|pupils|r\b|one|two|three))"
)
_PAREN = re.compile(r"\((?:aged? |now |he's |she's |m |f |m|f|only |just |nearly )?$")
_IN_PAREN = re.compile(r"\s*(?:m|f|yrs?|y|years?|yo)?\s*(?:[,;/&)]|and )")
_SEX = re.compile(r"\s?(?:m|f)\b")
_HAS = re.compile(r"\b(?:has|have|having|hav|with|got|of|had)\s+(?:only |just |already )?$")
_HAS_AGE = re.compile(r"\b(?:he|she) (?:has|have) (?:only |now )?$")
_LINK = re.compile(
    r"(?:\s?(?:yrs?|years?|y|yo)\b)?(?:\s*(?P<or>[?,]+ ?(?:or )?(?:maybe|perhaps|possibly|could be)|or|to|-|/|&/or|–|maybe|or maybe|or possibly|or even)\s*|\s*(?:,\s*)?(?P<and>and|&|n|vs|v|with|,|\+|plus|then|and then)\s*)(?:an?\s+|my\s+|his\s+|her\s+|the\s+|other\s+|one\s+|another\s+|year\s+)*(?:nearly\s+|almost\s+|about\s+)?$"
)
_CHILDREN_ARE = re.compile(rf"\b{words.CHILD} (?:are|r|aged?|is) $")
_RANGE_LED = re.compile(r"\bbetween\s+(?:the ages of\s+)?$")
_NUMBERED_LIST = re.compile(r"(?:^|\n)\s*$")
_GOING_ON = re.compile(r"\b(?:going on|nearly|almost|coming up(?: to)?|rising|pushing|not quite) (?:for )?(?:about )?$")
_ALMOST_ALONE = re.compile(rf"\b(?:{words.ALMOST})$")
# "We've lived here 8 years", "been fostering 15 years": how long something has lasted.
_LASTED = re.compile(
    r"\b(?:lived|living|live|known|know|taught|teaching|worked|working|married|together|fostered|fostering|separated|divorced|employed|trained|volunteered|been (?:at|in|with|on|here|a|an|doing|going|seeing|using|having|under))"
    r"(?: \w+){0,3}? (?:for )?(?:about |over |nearly |almost |around )?$"
)
# "Like this for 9 years" is no age; "for a 9 year old" is, and has the word "old".
_FOR_YEARS = re.compile(r"\bfor (?:about |over |nearly |almost |around )?$")
# "He said he was 17 but he's 31": a grown-up who gave himself out as younger.
_SAID_TO_BE = re.compile(
    r"\b(?:said|says|claimed|claims|pretend\w*|told \w+|reckoned) (?:that )?(?:he|she|they|to be)(?:'s| was| is| were)?(?: only)? $"
)
_BUT_GROWN = re.compile(
    r"[\s,]*(?:but|when|and) (?:he|she|they|really|actually|is|it)(?:'s|s| is| was| are| were)?(?: \w+){0,3}? (?:1[89]|[2-9]\d)\b"
)
# "Small like an 8 year old": what the child looks like.
_LOOKS_LIKE = re.compile(
    r"\b(?:small|tiny|little|tall|big|short|skinny|size|height|built|looks?) (?:\w+ )?(?:like|of|as) an? (?:\w+ )?$"
)
_FOR = re.compile(r"\b(?:for|over|past|last|took|after|lasted) (?:about |over |nearly |almost |the (?:last|past) )?$")
# "8yrs 2mths", "4y9m", "three years and four months": the years count, the months belong to them.
_AND_MONTHS = re.compile(
    rf"[\s-]?(?:y|yrs?|years?)[\s,]*(?:and |& )?{words.N}\s?(?:m|mths?|mnths?|months?|mos?)\b(?! (?:ago|later|older|younger|now|into))"
)
_MONTHS_OF_YEARS = re.compile(r"\s?(?:m|mths?|mnths?|months?|mos?)\b")
_YEARS_BEFORE = re.compile(rf"{words.N}[\s-]?(?:y|yrs?|years?)[\s,]*(?:and |& )?$")
# "Child 1 (aged 9)": the first number is a name.
_LABEL = re.compile(r"\b(?:child|pupil|student|sibling|subject|yp|young person|boy|girl) (?:no\.? )?$")
_LABELLED = re.compile(rf"\s*(?:[(:=,-]|(?:is|was|who|aged?)\b)[^.;\d]{{0,24}}(?<![a-z]){words.N}(?!\d)")
# "Sons 9 daughters 6" counts nobody.
_KIN_EACH = re.compile(r"\b(?:sons?|daughters?|boys?|girls?|lads?|brothers?|sisters?|nephews?|nieces?) $")
_NEXT_KIN = re.compile(
    rf" (?:and )?(?:sons?|daughters?|boys?|girls?|lads?|brothers?|sisters?|nephews?|nieces?) {words.N}\b"
)
_NAMED_AGE = re.compile(
    r"\b(?:mak(?:es|ing) (?:him|her|them)|(?:put|guess(?:ed)?) (?:him|her|them) (?:at|as)|(?:can'?t|cannot|couldn'?t|won'?t) be (?:more|older|younger|less) than|no (?:older|younger) than|not (?:older|younger) than) (?:about |around |only )?$"
)
# "12 on paper but 7 in his head".
_IN_MIND = re.compile(
    r"(?: years? old| yrs?)? (?:on paper|in (?:his|her|their) (?:own )?(?:head|mind)\b|in (?:him|her|them)(?:self|selves)\b|chronologically|developmentally|emotionally|mentally)"
)
_TO_OLD = re.compile(r"\s*(?:or|to|-|/|and|&)\s*\w+[\s-]*(?:years?|yrs?|y)[\s/-]*o")
# "6 going on 7", "10, nearly 11".
_TO_ANOTHER = re.compile(rf"{words.HALF} (?:going on|goin on)(?: for)? {words.N}\b")
_LED_AS_AGE = re.compile(
    rf"(?:^|[.,;:!?(\n]|\b(?:little|small|young|tiny|only|he's|she's|hes|shes|still|he|she|is)\s)\s*(?:only |just |barely |newly |recently |still |{words.ALMOST})+$"
)
_BEING = re.compile(r"(?:^|[.,;:!?(\n]\s?|\b(?:and|but|with|him|her|them) )being (?:only |just |about |nearly )?$")
# "One" and "two" mostly count: they are ages only right after "is", "aged" and the like, or alone in a clause.
_SMALL = frozenset({"one", "zero", "two", "0"})
_SMALL_AGE = re.compile(
    rf"(?:\b(?:is|are|was|were|aged?|turned|turns|nearly|almost|only|just|he|she|ds|dd|daughter|son|boy|girl|they|both)|'s|\bshes|\bhes|\bmines)[,]?\s+(?:{words.ADVERBS})?$"
)
_ONE_AGE = re.compile(
    rf"(?:\b(?:he|she|child|baby|son|daughter|boy|girl) (?:is|was)|\b(?:he|she)'?s|\baged?|\bturned|\b(?:son|daughter|baby|boy|girl|lad)'s) (?:{words.ADVERBS})?(?:{words.ALMOST})?$"
)
_TOO_YOUNG = re.compile(
    r"\s+(?:(?:is|was)\s+)?(?:too|old enough|a bit|normal|quite|so|very|awfully|really|far too|way too|rather|not)\s+(?:young|old|early|late|to\b)|\s+(?:is )?(?:too young|old enough|normal)"
)
_AND_AGE = re.compile(r"(?:\b(?:is|are)|'s|\bhes|\bshes) (?:\w+ ){1,3}and (?:only |just |nearly )?$")

_YEAR_AND_A_HALF = re.compile(
    r"(?:(?<=he's )|(?<=she's )|(?<=hes )|(?<=shes )|(?<= is )|(?<=^))(?:just |only |about |nearly )?(?:an? |one )?year and a half(?: old)?\b(?! (?:ago|later|older|younger|in|into))|\byear and a half old\b"
)


def numbers(folded: str) -> list[Placed]:
    """The ages that stand as numbers in a folded text: (start, end, (low, high))."""
    read: list[_Number] = []
    for match in words.NUMBER.finditer(folded):
        if len(read) == _MOST:
            break
        number = _read(folded, match)
        if number:
            read.append(number)
    _link(folded, read)
    found = _ages(folded, read)
    if "year and a half" in folded:
        found += [(*match.span(), (1, 1)) for match in _YEAR_AND_A_HALF.finditer(folded)]
    return found


def _read(folded: str, match: re.Match[str]) -> _Number | None:
    word, start, end = match["n"], match.start(), match.end()
    value = int(word) if word.isdigit() else words.NUMBERS[word]
    before, after = folded[max(0, start - _BEFORE) : start], folded[end : end + _AFTER]
    if re.match(r"(?: years old)? (?:till|until)\b", after) and words.DENIED.search(before):
        return _Number(start, end, value - 1, Says.AGE)
    if words.PAST.search(before) or words.PAST_AFTER.match(after):
        return _Number(start, end, value, Says.OTHER)
    if _AND_MONTHS.match(after) and not _LASTED.search(before) and not _FOR.search(before):
        return _Number(start, end, value, Says.AGE)
    if _MONTHS_OF_YEARS.match(after) and _YEARS_BEFORE.search(before):
        return None
    if _LABEL.search(before) and value <= 6 and _LABELLED.match(after):
        return None
    if before.endswith("-") and before[-2:-1].isalpha() and not before.endswith(("age-", "aged-")):
        return None
    months = words.MONTHS.match(after)
    if months:
        young = (
            months["old"]
            or _ALONE_AFTER.match(after[months.end() :])
            and (
                before.endswith(" at ")
                or _ALONE_BEFORE.search(before)
                or _is_said_of_a_child(before)
                or _AGED.search(before)
            )
        )
        return _Number(start, end + months.end(), value // 12, Says.AGE if young else Says.OTHER, old=True)
    old = words.OLD.match(after)
    number = _Number(start, end + old.end() if old else end, value, Says.NOTHING, old=bool(old))
    number.says = _judge(word, before, after, match["dear"] is not None, bool(old))
    number.linked = _TO_OLD.match(after) is not None
    if number.says is Says.AGE:
        if words.DENIED.search(before) and not _ALMOST_ALONE.search(before):
            number.says = Says.OTHER
        number.corrects = words.CORRECTED.search(before) is not None
        if _still_to_come(before, after[old.end() :] if old else after):
            number.value -= 1
    return number


def _still_to_come(before: str, after: str) -> bool:
    """ "Nearly 8" is 7; so is "8 on Saturday"."""
    if re.search(rf"\b{words.ALMOST}$|'ll be $|\bll be $|\bshell be $|\bhell be $", before):
        return True
    return words.BIRTHDAY_AFTER.match(after) is not None and not re.search(
        r"\b(?:was|were|turned|been) (?:\w+ )?$", before
    )


def _judge(word: str, before: str, after: str, dear: bool, old: bool) -> Says:
    if old:
        return (
            Says.OTHER
            if re.match(r"\s*enough", after)
            or _LOOKS_LIKE.search(before)
            or word == "one"
            and re.search(r"\b(?:the|which|this|that|other|younger|older) $", before)
            else Says.AGE
        )
    if _KIN_EACH.search(before) and _NEXT_KIN.match(after) or _NAMED_AGE.search(before) or _IN_MIND.match(after):
        return Says.AGE
    if _CLAUSE_START.search(before) and re.match(r"(?:\s?y(?:rs?|o)?)?\s[mf]\s*(?:$|[,.;)/&])", after):
        return Says.AGE
    if dear or _TO_ANOTHER.match(after) and not _NO_SUBJECT.search(before):
        return Says.AGE
    if words.COUNTS.match(after) or _NOT_AGED.search(before) or _LASTED.search(before) or before.endswith("24/"):
        return Says.OTHER
    if _AGED.search(before):
        return Says.AGE
    if _FOR_YEARS.search(before) and re.match(r"[\s-]*(?:years?|yrs?)\b", after):
        return Says.OTHER
    if _SAID_TO_BE.search(before) and _BUT_GROWN.match(after):
        return Says.OTHER
    years = words.YEARS.match(after)
    if _ARTICLE_YEAR.search(before) and _YEAR_NOUN.match(after):
        return Says.AGE
    if years and _HAS.search(before):
        return Says.AGE
    birthday = words.BIRTHDAY_AFTER.match(after)
    alone = _ALONE_AFTER.match(after[birthday.end() :] if birthday else after) is not None
    if word == "one" and not _ONE_AGE.search(before):
        return Says.OTHER
    if (
        word in _SMALL
        and not (alone or _CLAUSE_AFTER.match(after))
        or word in _SMALL
        and not (
            _SMALL_AGE.search(before)
            and not _NO_SUBJECT.search(before)
            or word == "two"
            and _CLAUSE_START.search(before)
            or _PAREN.search(before)
        )
    ):
        return Says.OTHER
    if _TOO_YOUNG.match(after):
        return Says.AGE
    if (
        _PAREN.search(before)
        and _IN_PAREN.match(after)
        or _SEX.match(after)
        and not re.match(r"\s?m\b", after[1:])
        and word.isdigit()
        and after[:1] in "mf"
    ):
        return Says.AGE
    if _GOING_ON.search(before) and re.search(rf"{words.N}(?: and a (?:half|bit))?,?\s+{_GOING_ON.pattern}", before):
        return Says.OTHER
    if _ALONE_BEFORE.search(before) and (alone or years and _ALONE_AFTER.match(after[years.end() :])):
        return Says.AGE
    if (_CLAUSE_AFTER.match(after) or alone) and _LED_AS_AGE.search(before) or _BEING.search(before):
        return Says.AGE
    if _HAS_AGE.search(before) and re.match(rf" and (?:he|she) (?:has|have) {words.N}\b", after):
        return Says.AGE
    if alone and (_AND_AGE.search(before) or _HAS_AGE.search(before) and word not in ("3", "three", "4", "four")):
        return Says.AGE
    if alone and _ALMOST_ALONE.search(before) and not _NO_SUBJECT.search(before) and not _CLOCK.search(before):
        return Says.AGE
    if words.NOT_BEFORE.search(before) and not _said_plainly(before):
        return Says.AGE if _AT.search(before) else _at(before, alone or _AT_STARTS.match(after) is not None)
    if (
        _is_said_of_a_child(before)
        or _I_AM.search(before)
        or _TURNED.search(before)
        or _FUNCTIONS.search(before)
        or _AT.search(before)
    ):
        if re.match(r"[\s-]*(?:years?|yrs?)\b", after) and not years:
            return Says.OTHER
        return Says.AGE
    if _CLAUSE_START.search(before) and (
        _CLAUSE_AFTER.match(after) or years and _CLAUSE_AFTER.match(after[years.end() :])
    ):
        return Says.AGE
    return Says.NOTHING


def _said_plainly(before: str) -> bool:
    """ "A girl of 14", "the other is 6", "functions like 5", "both had turned 9": the word before the number does belong to an age."""
    return bool(
        re.search(
            rf"\b(?:{words.CHILD}|looks?|must be|would be|'d be|he's|she's|they're) (?:of|about|around|like) (?:about |only |just )?$",
            before,
        )
        or re.search(r"\b(?:all|both|each|other) (?:of (?:them|whom) )?$", before)
        or _FUNCTIONS.search(before)
        or re.search(rf"\b(?:{words.ALMOST})$", before)
        or _RANGE_LED.search(before)
        or re.search(
            r"\b(?:is|are|was|were|he's|she's|he|she|i'm|im|just|only|now) (?:about|around|at least|over|just over|at|like|\w+ and) $",
            before,
        )
    )


def _at(before: str, alone: bool) -> Says:
    """ "At 12" at the end of a clause is an age where nothing before it goes by the clock."""
    if _AT_WORD.search(before) and alone and not _CLOCK.search(before):
        return Says.AGE
    if re.search(r"\b(?:about|around) $", before) and _ALONE_BEFORE.search(before):
        return Says.NOTHING
    if re.search(r"\b(?:his|her|their|the|my|our) (?:or |to |- )?$", before):
        return Says.NOTHING
    if re.search(r"\b(?:and|or|to|with|,) $", before):
        return Says.NOTHING
    return Says.OTHER


def _is_said_of_a_child(before: str) -> bool:
    if _NO_SUBJECT.search(before):
        return False
    return bool(_AFTER_SUBJECT.search(before) or _IS.search(before))


def _link(folded: str, read: list[_Number]) -> None:
    """Numbers joined by "and", "or", a comma or a hyphen are of one kind: "9 and 10 year olds", "my boys, 8 and 11", "3 or 4 times"."""
    start = 0
    for index in range(1, len(read) + 1):
        if index < len(read) and _joined(folded, read[index - 1], read[index]):
            continue
        if index - start > 1:
            _decide(folded, read[start:index])
        start = index


def _joined(folded: str, left: _Number, right: _Number) -> re.Match[str] | None:
    if right.start - left.end > 24:
        return None
    link = _LINK.match(folded, left.end, right.start)
    if link and link["and"] and right.value == 1 and right.says is Says.OTHER:
        return None  # "12 or 13, one of the neighbours' lads"
    return link if link and link.end() == right.start else None


def _decide(folded: str, chain: list[_Number]) -> None:
    before = folded[max(0, chain[0].start - _BEFORE) : chain[0].start]
    after = folded[chain[-1].end : chain[-1].end + _AFTER]
    led = _RANGE_LED.search(before) is not None
    for right, left in zip(chain[:0:-1], chain[-2::-1], strict=True):
        link = _joined(folded, left, right)
        either = led or (link is not None and link["or"])
        if right.says is Says.OTHER and either and not left.old:
            left.says = Says.OTHER
    if all(number.says is Says.NOTHING for number in chain):
        years = words.YEARS.match(after)
        alone = _ALONE_AFTER.match(after[years.end() :] if years else after) is not None
        if (
            led
            or alone
            and (_CHILDREN_ARE.search(before) or _ALONE_BEFORE.search(before) or _is_said_of_a_child(before))
        ):
            chain[0].says = Says.AGE
    for right, left in zip(chain[:0:-1], chain[-2::-1], strict=True):
        # "A bunch of 13/14 year olds": the words before the first say little.
        if right.says is Says.AGE and right.old and left.says is Says.OTHER and left.linked:
            left.says = Says.AGE
    if any(number.says is Says.AGE for number in chain):
        for number in chain:
            if number.says is Says.NOTHING:
                number.says = Says.AGE


def _ages(folded: str, read: list[_Number]) -> list[Placed]:
    found: list[Placed] = []
    skip = False
    for index, number in enumerate(read):
        if skip:
            skip = False
            continue
        if number.says is not Says.AGE or not 0 <= number.value <= OLDEST:
            continue
        if number.corrects and found:
            found.pop()
        following = read[index + 1] if index + 1 < len(read) else None
        if following and following.says is Says.AGE and number.value < following.value <= OLDEST:
            between = folded[number.end : following.start]
            if re.fullmatch(
                r"\s*(?:or|to|-|/|or maybe|or possibly|or even|maybe|,? or|[?,]+ ?(?:or )?(?:maybe|perhaps|possibly|could be))\s*(?:an?\s+|nearly\s+)?",
                between,
            ) or (
                re.fullmatch(r"\s*and\s*", between)
                and _RANGE_LED.search(folded[max(0, number.start - 30) : number.start])
            ):
                found.append((number.start, following.end, (number.value, following.value)))
                skip = True
                continue
        found.append((number.start, number.end, (number.value, number.value)))
    return found
