"""What beside a word shows that it is a name. Each sign yields where the name begins; how sure it is, its list says."""

from __future__ import annotations

import re

WORD = r"[A-Za-zÀ-ž][A-Za-zÀ-ž'-]+"
_NAME = rf"(?P<name>{WORD})"
_CAPITAL_NAME = r"(?P<name>[A-ZÀ-Ž][A-Za-zÀ-ž'-]+)"
_KIN = (
    r"(?:(?:step|grand|half|foster|god)[ -]?)?(?:son|daughter|sons|daughters|boy|girl|lad|lass|child|kid|brother|sister|nephew|niece|cousin|twin|friend|mate|pal|classmate|neighbour|neighbor|husband|wife|"
    r"partner|boyfriend|girlfriend|ex|mum|mam|mother|dad|father|nan|nana|gran|grandma|grandad|uncle|aunt|auntie|aunty|teacher|coach|pupil|student|eldest|youngest|oldest|baby|colleague|bloke|man|woman|babysitter|childminder|lodger|tenant|landlord|keyworker|tutor|stepdad|stepmum|stepfather|stepmother|granddad|godfather|godmother|fiance|fiancee)"
)
# What somebody has: "Lily's mum".
_OWNED = "mum|mam|mom|dad|mother|father|brother|sister|house|room|bed|bedroom|phone|friend|mate|teacher|parents|nan|gran|grandad|uncle|auntie|cousin"
_OWNED_TOO = "son|daughter|trousers|pants|skirt|behaviour|name|case|family|class|social worker|foster|boy|girl|lad|lass|kid|child|nephew|niece"
# After two names with a capital: "Tom and Will were".
_OF_TWO = r"(?:,| (?:are|were|have|had|share|both|went|got|started|in|at)\b)"

# Enough for any word with a capital.
SURE = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:my|our|his|her|their|the|an?) (?:\w+ ){{0,2}}?{_KIN}),? (?:is |was )?(?i:called |named )?(?P<name>[A-ZÀ-Ž][\w'-]+)",
        rf"(?i:\b(?:is|was|are|he's|she's|boy|girl|lad|child|son|daughter|man|woman|teacher|coach|kid|friend|someone|one|name(?:'s|s)?(?: is)?) (?:called|named) |\b(?:my|his|her|their|the \w+'s) (?:first |last |full |sur)?name(?:'s|\sis|s) |\bknown as |\bgoes by ){_NAME}",
        r"\b(?P<name>(?:D'|O'|Mc|Mac|De')[A-Z][a-z]{2,})\b",
        r"\b[Oo]ur (?P<name>[A-ZÀ-Ž][a-zà-ž-]{2,})\b",
        rf"(?P<name>[A-ZÀ-Ž][a-zà-ž]{{2,}})'s (?i:{_OWNED}|{_OWNED_TOO})\b",
        r"(?P<name>[A-ZÀ-Ž][a-zà-ž'-]{2,})(?:,? (?:age|aged)|,| is| \(|,? who is) ?\d{1,2}\b(?! ?(?:am|pm|%|o'clock|times|weeks|days|[/:-]))",
    )
]
# Enough for a word with a capital that is no English word: "I'm Zofia".
SAYS_WHO = re.compile(
    r"\b(?:[Ii]'?m|[Ii] am|[Tt]his is|[Ii]t's|[Ii]t is|[Tt]hat's|[Tt]hats)\s(?P<name>[A-ZÀ-Ž][a-zà-ž'-]+)(?=,? (?:from|here|at|in|and i\b|who|my|his|her|again|speaking|\d)|[,.!]|$| [A-Z])"
)
# Enough for a word with a capital that is neither an English word nor anything else's name: it does something, or something is done to it, told of
# in a clause of its own.
DOES = [
    re.compile(
        r"(?:^|[.!?;:,(]\s*|\b(?:[Aa]nd|but|that|when|if|because|so|with|did|does|is|was|has|saw|told|caught|think|hope|while|where|[Hh]ow|should|can|will|it is|[Ii]t's|[Cc]an|[Ii]s|[Dd]oes|[Ss]hould|[Ww]as|[Dd]id|tell|ask|asked|for|from|to|about|between) )"
        r"(?P<name>[A-ZÀ-Ž][a-zà-ž]{2,}(?:[-'][A-Za-z][a-zà-ž]+)?)(?:'s)?(?: [A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?)?,? "
        r"(?:has|hasn't|hasnt|had|said|says|say|told|tells|is|isn't|isnt|was|wasn't|wasnt|were|did|didn't|didnt|does|doesn't|doesnt|keeps|kept|keep|won't|wont|came|comes|went|goes|cries|cried|wants|want|touched|touch|pulled|showed|shows|asked|asks|"
        r"and (?:his|her|my|our|their|me|[A-Z])|hit|kissed|started|thinks|saw|put|made|lives|loves|hates|needs|sent|took|been|go|do|don't|dont|still|also|never|always|who|aged?|mum|dad|\d{1,2}\b|\(\d)"
    ),
    re.compile(
        r"\b(?:tell|told|asked|ask|touched|kissed|hit|hurt|saw|caught|between|thinks?|hates?|loves?|blames?|called|and|with|about) (?P<name>[A-ZÀ-Ž][a-zà-ž]{2,})"
        r"(?=[.,!?]|$| (?:to|that|was|is|and|not|in|on|off|with|for|when|who|because|at|needs|will|has|had|did) ?)"
    ),
]
# Enough for a first name in small letters, or a word that would be none with a capital.
CALLED = re.compile(
    r"\b(?:(?:[Hh]e|[Ss]he)(?: is|'?s) (?:called|named)|name(?:'s|s)? is|(?:lad|boy|girl) (?:called|named)) (?P<name>[a-z]{3,})\b"
)
# Enough for what is neither a word nor anything else's name, in any letters: "my daughter solomiya is 13".
AGED = re.compile(
    rf"(?i:\b(?:my|our|his|her|their) (?:\w+ )?{_KIN}) (?P<name>[A-Za-zÀ-ž]{{4,}}),? (?i:is|who is|who's|whos|aged?|\()\s?\d{{1,2}}\b"
)
# The same of two words with a capital of which neither is an English word: "Chidinma Okwuosa".
BOTH = re.compile(r"(?<![.!?] )\b(?<!^)(?P<name>[A-ZÀ-Ž][a-zà-ž]{2,}) (?P<last>[A-ZÀ-Ž][a-zà-ž]{2,})\b")
# A first name that is a word too, before a last name that is none: "Grace Nowak".
IN_FULL = re.compile(r"\b(?P<name>[A-ZÀ-Ž][a-zà-ž]+) (?P<last>[A-ZÀ-Ž][a-zà-ž]{2,})\b")
# Enough for a known first name that is a word too.
BESIDE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:my|our|his|her|their|the) (?:\w+ )?{_KIN},? {_NAME}\b",
        rf"\b{_NAME} and (?:his|her|their|my|our) {_KIN}\b",
        rf"\b{_KIN} {_NAME}\b",
        rf"(?:^|[.,;!?] |\band |\bwith |\bto |\bfor |\bthat |\bso |\bwhen |\bif |\bbecause |\bbut ){_NAME}'?s? (?:is|was|has|had|did|said|says|told|came|went|does|keeps|kept|won't|wont|and (?:his|her|my|another|a) \w+|showed|shows|touched|pulled|sent|asked|wants|'s)\b",
        rf"\b(?:with|and|between|at|saw|told|asked|tell|hurt|touched|round|from|by|about|kissed) {_NAME}'s\b",
        rf"\b{_NAME}'s (?:{_OWNED})\b",
        rf"\b{_NAME}(?-i: [A-Z][a-zà-ž]+)? (?:in|from) (?:\d{{1,2}}[a-z]|year \d+|his class|her class|my class)\b",
        rf"(?-i:\b{_CAPITAL_NAME} [A-Z][a-zà-ž]+)(?:,? \(?\d|\))",
        rf"\b(?:between|both) {_NAME} and \w+",
        rf"(?-i:\b{_CAPITAL_NAME} and [A-ZÀ-Ž][a-zà-ž]+){_OF_TWO}",
        rf"(?-i:\b[A-ZÀ-Ž][a-zà-ž]+ and {_CAPITAL_NAME}){_OF_TWO}",
        rf"(?-i:\b{_CAPITAL_NAME}) (?:next door|over the road|across the road|down the road|from (?:the (?!table|chair|bed|floor|sofa|ground)|work|school|church|next door|number)|(?:cries|cried|wants|won't|wont|doesn't|doesnt|didn't|didnt|isn't|rang|saw|reckons|thinks|hit|grabbed|kissed|wet|hates|loves|tells|never|always)\b|(?!need)\w{{3,}}ed (?:the|a|my|his|her|me|him|it|them)\b)",
        rf"(?-i:\b{_CAPITAL_NAME})'s (?:been|not|got|only|always|had|done|just|started|a|my|our|his|her|their|in|the|\d+|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|gone)\b",
    )
]
