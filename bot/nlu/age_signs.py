"""What right before or after a number makes it an age, or keeps it from being one; `bot.nlu.age_judging` weighs these."""

from __future__ import annotations

import re

from bot.nlu import age_words as words

CLAUSE_START = re.compile(r"(?:^|[.,;:!?(\n\"]|\s-|\s/)\s*$")
LEAD = (
    r"(?:(?:just|gone|turned|only|about|around|roughly|approx|maybe|perhaps|probably|he|she|they|he's|she's|they're|hes|shes|is|are|both|of|them|each|all|male|female|boy|girl|m|f|aged?|"
    r"i'm|im|i|think|now|just over|(?:a )?(?:bit|little) over|slightly over|at least|at (?:the )?most|a|an|erm?|um+|well|still|nearly|almost|the|pair|my|age is|so|oh|yes|yeah|yep|ok|okay|no|like|barely|my|ds|dd|bout|other|one|ones|one's|other's|is|and|"
    r"son|daughter|lad|child|kid|it's|its|that's|either|say|hi|hello|i'd|guess|between|well|also|her|his|tbh|sorry|he'd|she'd|be|me|mine|mine's|was)\s+)*"
)
ALONE_BEFORE = re.compile(rf"(?:^|[.,;:!?()\n\"]|\s-+|\bage:)\s*(?:{LEAD})?(?:{words.ALMOST})?(?:about |only |just )?$")
ALONE_AFTER = re.compile(
    rf"{words.HALF}\s*(?:y|yrs?|years?|yo)?(?:\s+(?:now|i think|sorry|old|last (?:week|month|year|\w+day)|next (?:week|month)|ish|(?:and |& )?{words.N} (?:months?|mths?)(?: olds?)?|,? ?(?:nearly|almost|coming up(?: to)?|rising|pushing|not quite) {words.N}|both|each|each of them|the pair of them|(?:the )?both of (?:them|'em)|or so|"
    r"here|bless (?:him|her|them)|maybe|i believe|i guess|i'd (?:say|guess)|i would (?:say|guess|think)|i suppose|i reckon|tbh|actually|going on (?:for )?\w+(?:[ -]\w+)?|at most|thereabouts|chronologically|too|as well|please|thanks|duck|mate|and counting|in (?:a|the) (?:week|month)))*"
    r"\s*(?:[.,;:!?()\n\"/]|\s-|-+\s|$)"
)
CLAUSE_AFTER = re.compile(
    rf"{words.HALF}\s+(?:and|with|but|yet)\s+(?!(?:a|an|my|the|his|her|our|other|another|\d+|{words.N})\b)|\s+the pair of them|\s+both\b|\s+respectively"
)
AFTER_SUBJECT = re.compile(
    rf"(?:\b(?:he|she|they|who|one|{words.CHILD})|(?<![a-z])(?!(?:it|that|there|here|what|let|how|where|when|today|tonight|year|nan|time)')[a-z]{{2,}}(?='s? is|'s))"
    rf"(?:\s+(?:is|are|was|were|being|be|will be|(?:must|might|could|would|may|should) be|will soon be|has just turned|had just turned|just turned|turned|turns|is now|am|has|have|had turned|hits|hit|got|looks?|seems|looked|of|aged?|who's|who is|whos|that is|called [a-z])|'s|s|'re|re|'ll be|'d be)?"
    rf"[\s,(:=-]*(?:{words.ADVERBS})?(?:{words.ALMOST})?(?:only |just |about )?$"
)
NO_SUBJECT = re.compile(
    r"\b(?:it|that|there|this|these|we|you|time|score|answer|total|number|which|what|bedtime|price|cost|all of it|something|everything|nothing|anything|mum|house|home)(?:'s|s|'re)?(?:\s+(?:is|are|was|were|be))?\s+(?:[\w]+ )?$"
)
IS = re.compile(
    rf"\b[a-z][a-z'-]*\s+(?:is|are|was|were)\s+(?:{words.ADVERBS})?(?:{words.ALMOST})?$|\b(?!it's|that's|there's|here's|what's|let's|how's|where's|when's|year's|week's|today's)[a-z]{{2,}}'s\s+(?:{words.ADVERBS})?(?:{words.ALMOST})?$"
)
AGED = re.compile(
    rf"\b(?:age[sd]?|year old aged|d\.?o\.?b)(?:'s|s)?(?:\s+(?:of|is|are|was|about|around|only|just|roughly|between|approx|range|from|under|at))*\s*[:=(-]*\s*(?:about |only |just )?(?:{words.ALMOST})?$|\baged?$"
)
NOT_AGED = re.compile(
    r"\b(?:since|from|until|till|before|over|under|after|minimum|legal|same|old)\s+(?:the\s+|an?\s+)?age(?:\s+of)?\s+(?:about |around )?$"
)
TURNED = re.compile(rf"\b(?:just\s+)?(?:turned|hit|turning)\s+(?:{words.ADVERBS})?$|\b(?:birthday,?) $")
I_AM = re.compile(rf"\b(?:i'?m|i am|am|me)\s+(?:{words.ADVERBS})?(?:{words.ALMOST})?$")
FUNCTIONS = re.compile(
    r"\b(?:function(?:s|ing)?|operat(?:es|ing)|work(?:s|ing)|development(?:al)?(?:ly)?|emotional(?:ly)?|mental(?:ly)?|chronological(?:ly)?|socially|cognitive(?:ly)?|more like|thinks like|acts like|behaves like|"
    r"understanding|like an?|reading age|closer to|level of)(?:\s+(?:age|is|at|as|of|like|level|around|about|more|an?|the|hes|he's|she's|closer to|nearer))*\s+$"
)
AT = re.compile(
    r"\b(?:normal|ok|okay|old|young|usual|common|typical|normally|expected|early|late|do|this|that|there|sex|even|happen|expect|worrying|allowed|hair|periods?|puberty|alright|right|small|big|tall|little|tiny|mature|immature|advanced|clever|bright|innocent|forward|lad|girl|boy|child) (?:at|for|by) (?:only |just |about )?$"
)
AT_WORD = re.compile(r"\b(?:at|aged) $")
AT_STARTS = re.compile(r" (?:and (?:his|her|their|he|she)|he|she|they|you|i'd|is|it's|kids|children|boys|girls)\b")
CLOCK = re.compile(
    r"\b(?:home|house|bed|bedtime|up|school|work|tea|lunch|dinner|breakfast|back|out|finish\w*|start\w*|opens?|opened|clos\w+|begins?|began|ends?|ended|happened|came|comes?|went|goes|go|got|gets|left|leaves?|woke|"
    r"wakes?|call\w*|ring|rang|phon\w+|meet\w*|met|appointment|text\w*|messag\w+|arriv\w+|seen|saw|from|live[sd]?|number|class|lesson|club|bus|train|pick\w*|collect\w*|drop\w*|asleep|night|morning|evening|"
    r"afternoon|every|each|daily|weekdays?|today|yesterday|tomorrow|it was|again)\b[^.!?]{0,28} at $"
)
ARTICLE_YEAR = re.compile(r"\b(?:my|our|the|his|her|a|an|their|this|another|one)\s+(?:\w+\s+)?$")
YEAR_NOUN = re.compile(
    r"[\s-]*(?:yr|year|y)s?\b(?!\s*(?:ago|older|younger|apart|groups?|\d|gap|difference|relationship|marriage|lease|stretch|olds? enough|lads|girls|boys|pupils|r\b|one|two|three))"
)
PAREN = re.compile(r"\((?:aged? |now |he's |she's |m |f |m|f|only |just |nearly )?$")
IN_PAREN = re.compile(r"\s*(?:m|f|yrs?|y|years?|yo)?\s*(?:[,;/&)]|and )")
SEX = re.compile(r"\s?(?:m|f)\b")
HAS = re.compile(r"\b(?:has|have|having|hav|with|got|of|had)\s+(?:only |just |already )?$")
HAS_AGE = re.compile(r"\b(?:he|she) (?:has|have) (?:only |now )?$")
RANGE_LED = re.compile(r"\bbetween\s+(?:the ages of\s+)?$")
GOING_ON = re.compile(r"\b(?:going on|nearly|almost|coming up(?: to)?|rising|pushing|not quite) (?:for )?(?:about )?$")
ALMOST_ALONE = re.compile(rf"\b(?:{words.ALMOST})$")
# "We've lived here 8 years", "been fostering 15 years": how long something has lasted.
LASTED = re.compile(
    r"\b(?:lived|living|live|known|know|taught|teaching|worked|working|married|together|fostered|fostering|separated|divorced|employed|trained|volunteered|been (?:at|in|with|on|here|a|an|doing|going|seeing|using|having|under))"
    r"(?: \w+){0,3}? (?:for )?(?:about |over |nearly |almost |around )?$"
)
# "Like this for 9 years" is no age; "for a 9 year old" is, and has the word "old".
FOR_YEARS = re.compile(r"\bfor (?:about |over |nearly |almost |around )?$")
# "He said he was 17 but he's 31": a grown-up who gave himself out as younger.
SAID_TO_BE = re.compile(
    r"\b(?:said|says|claimed|claims|pretend\w*|told \w+|reckoned) (?:that )?(?:he|she|they|to be)(?:'s| was| is| were)?(?: only)? $"
)
BUT_GROWN = re.compile(
    r"[\s,]*(?:but|when|and) (?:he|she|they|really|actually|is|it)(?:'s|s| is| was| are| were)?(?: \w+){0,3}? (?:1[89]|[2-9]\d)\b"
)
# "Small like an 8 year old": what the child looks like.
LOOKS_LIKE = re.compile(
    r"\b(?:small|tiny|little|tall|big|short|skinny|size|height|built|looks?) (?:\w+ )?(?:like|of|as) an? (?:\w+ )?$"
)
# "Sons 9 daughters 6" counts nobody.
_KIN = r"(?:sons?|daughters?|boys?|girls?|lads?|brothers?|sisters?|nephews?|nieces?)"
KIN_EACH = re.compile(rf"\b{_KIN} $")
NEXT_KIN = re.compile(rf" (?:and )?{_KIN} {words.N}\b")
NAMED_AGE = re.compile(
    r"\b(?:mak(?:es|ing) (?:him|her|them)|(?:put|guess(?:ed)?) (?:him|her|them) (?:at|as)|(?:can'?t|cannot|couldn'?t|won'?t) be (?:more|older|younger|less) than|no (?:older|younger) than|not (?:older|younger) than) (?:about |around |only )?$"
)
# "12 on paper but 7 in his head".
IN_MIND = re.compile(
    r"(?: years? old| yrs?)? (?:on paper|in (?:his|her|their) (?:own )?(?:head|mind)\b|in (?:him|her|them)(?:self|selves)\b|chronologically|developmentally|emotionally|mentally)"
)
# "6 going on 7", "10, nearly 11".
TO_ANOTHER = re.compile(rf"{words.HALF} (?:going on|goin on)(?: for)? {words.N}\b")
LED_AS_AGE = re.compile(
    rf"(?:^|[.,;:!?(\n]|\b(?:little|small|young|tiny|only|he's|she's|hes|shes|still|he|she|is)\s)\s*(?:only |just |barely |newly |recently |still |{words.ALMOST})+$"
)
BEING = re.compile(r"(?:^|[.,;:!?(\n]\s?|\b(?:and|but|with|him|her|them) )being (?:only |just |about |nearly )?$")
# "One" and "two" mostly count: they are ages only right after "is", "aged" and the like, or alone in a clause.
SMALL = frozenset({"one", "zero", "two", "0"})
SMALL_AGE = re.compile(
    rf"(?:\b(?:is|are|was|were|aged?|turned|turns|nearly|almost|only|just|he|she|ds|dd|daughter|son|boy|girl|they|both)|'s|\bshes|\bhes|\bmines)[,]?\s+(?:{words.ADVERBS})?$"
)
ONE_AGE = re.compile(
    rf"(?:\b(?:he|she|child|baby|son|daughter|boy|girl) (?:is|was)|\b(?:he|she)'?s|\baged?|\bturned|\b(?:son|daughter|baby|boy|girl|lad)'s) (?:{words.ADVERBS})?(?:{words.ALMOST})?$"
)
TOO_YOUNG = re.compile(
    r"\s+(?:(?:is|was)\s+)?(?:too|old enough|a bit|normal|quite|so|very|awfully|really|far too|way too|rather|not)\s+(?:young|old|early|late|to\b)|\s+(?:is )?(?:too young|old enough|normal)"
)
AND_AGE = re.compile(r"(?:\b(?:is|are)|'s|\bhes|\bshes) (?:\w+ ){1,3}and (?:only |just |nearly )?$")


def said_of_a_child(before: str) -> bool:
    """Whether the words before a number say it of somebody, and of nothing else."""
    if NO_SUBJECT.search(before):
        return False
    return bool(AFTER_SUBJECT.search(before) or IS.search(before))
