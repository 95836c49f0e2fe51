"""What in a text could identify a person. Found only so that the person can be told that it is not needed and was not
kept.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.nlu.folding import straight
from bot.nlu.identifying_numbers import numbers
from bot.nlu.schools import schools

Span = tuple[int, int]

_FOLDER = Path(__file__).parent
_KIN = (
    r"(?:(?:step|grand|half|foster|god)[ -]?)?(?:son|daughter|sons|daughters|boy|girl|lad|lass|child|kid|brother|sister|nephew|niece|cousin|twin|friend|mate|pal|classmate|neighbour|neighbor|husband|wife|"
    r"partner|boyfriend|girlfriend|ex|mum|mam|mother|dad|father|nan|nana|gran|grandma|grandad|uncle|aunt|auntie|aunty|teacher|coach|pupil|student|eldest|youngest|oldest|baby|colleague|bloke|man|woman|babysitter|childminder)"
)
_WORD = r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]+"
_NAMES = rf"(?P<name>{_WORD})"
# What shows that a name follows or went before. `sure` signs are enough for any capitalised word, the others only for a known name.
_SURE = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:my|our|his|her|their|the|an?) (?:\w+ ){{0,2}}?{_KIN}),? (?:is |was )?(?i:called |named )?(?P<name>[A-ZÀ-Ž][\w'’-]+)",
        rf"(?i:\b(?:is|was|are|he's|she's|boy|girl|lad|child|son|daughter|man|woman|teacher|coach|kid|friend|someone|one|name(?:'s|’s|s)?(?: is)?) (?:called|named) |\b(?:my|his|her|their|the \w+'s) (?:first |last |full |sur)?name(?:'s|’s|\sis|s) |\bknown as |\bgoes by ){_NAMES}",
        r"\b(?:[Ii]'?m|[Ii]’m|[Ii] am|[Tt]his is|[Ii]t's|[Ii]t is|[Tt]hat's|[Tt]hats)\s(?P<name>[A-ZÀ-Ž][a-zà-ž'’-]+)(?=,? (?:from|here|at|in|and i\b|who|my|his|her|again|speaking|\d)|[,.!]|$| [A-Z])",
        r"\b[Oo]ur (?P<name>[A-ZÀ-Ž][a-zà-ž-]{2,})\b",
        r"(?P<name>[A-ZÀ-Ž][a-zà-ž]{2,})(?:'s|’s) (?i:mum|mam|mom|dad|mother|father|brother|sister|house|room|bed|bedroom|phone|friend|mate|teacher|parents|nan|gran|grandad|uncle|auntie|cousin|son|daughter|trousers|pants|skirt|behaviour|name|case|family|class|social worker|foster)\b",
        r"(?P<name>[A-ZÀ-Ž][a-zà-ž'’-]{2,})(?:,| is| \(|,? who is| aged?) ?\d{1,2}\b(?! ?(?:am|pm|%|o'clock|times|weeks|days|[/:-]))",
    )
]
_BESIDE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:my|our|his|her|their|the) (?:\w+ )?{_KIN},? {_NAMES}\b",
        rf"\b{_NAMES} and (?:his|her|their|my|our) {_KIN}\b",
        rf"\b{_KIN} {_NAMES}\b",
        rf"(?:^|[.,;!?] |\band |\bwith |\bto |\bfor |\bthat ){_NAMES}'?s? (?:is|was|has|had|did|said|says|told|came|went|does|keeps|kept|won't|wont|and (?:his|her|my|another|a) \w+|showed|shows|touched|pulled|sent|asked|wants|'s)\b",
        rf"\b(?:with|and|between|at|saw|told|asked|tell|hurt|touched|round|from|by|about|kissed) {_NAMES}(?:'s|’s)\b",
        rf"\b{_NAMES}(?:'s|’s) (?:mum|mam|mom|dad|mother|father|brother|sister|house|room|bed|bedroom|phone|friend|mate|teacher|parents|nan|gran|grandad|uncle|auntie|cousin)\b",
        rf"\b{_NAMES} (?:in|from) (?:\d{{1,2}}[a-z]|year \d+|his class|her class|my class)\b",
        rf"\b(?:between|both) {_NAMES} and \w+",
    )
]
_TITLE = re.compile(
    r"\b(?P<title>mr|mrs|miss|ms|dr|pc|dc|sgt|wpc|prof|rev|pcso|sister|father|imam|pastor|councillor|cllr|sir|lady|dame)\b(?:(?<!er)\.)?\s(?!law\b|right\b|bean\b|who\b|and\b|that\b|said\b)(?P<name>[a-z][\w'’-]+)",
    re.IGNORECASE,
)
_SURE_TITLES = ("mr", "mrs", "dr", "cllr", "pcso")  # "miss" and "pc" are ordinary words before a small letter
_WORDS = re.compile(_WORD)
_SURNAME = re.compile(r"(?:[ -](?:Mc|Mac|O['’]|al-|bin |de |van )?[A-ZÀ-Ž][a-zà-ž]+(?:['’-][A-ZÀ-Ž]?[a-zà-ž]+)*){1,2}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"]\s*|[\"“(]\s*)$")
# Capitalised words that follow a relation or "called" and are no names.
_NO_NAMES = frozenset(
    [
        "dsl",
        "ta",
        "tas",
        "lsa",
        "senco",
        "cpoms",
        "ehcp",
        "mash",
        "esas",
        "nspcc",
        "camhs",
        "ceop",
        "nhs",
        "gp",
        "ok",
        "tv",
        "pe",
        "rse",
        "gay",
        "bi",
        "trans",
        "muslim",
        "english",
        "polish",
        "british",
        "irish",
        "welsh",
        "scottish",
        "indian",
        "pakistani",
        "asian",
        "african",
        "black",
        "white",
        "romanian",
        "chinese",
        "french",
        "spanish",
        "german",
        "dad",
        "mum",
        "mam",
        "nan",
        "nana",
        "gran",
        "grandad",
        "grandma",
        "mummy",
        "daddy",
        "year",
        "years",
        "yr",
        "y",
        "reception",
        "nursery",
        "christmas",
        "easter",
        "eid",
        "diwali",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "snapchat",
        "instagram",
        "tiktok",
        "discord",
        "roblox",
        "facebook",
        "whatsapp",
        "youtube",
        "fortnite",
        "minecraft",
        "google",
        "xbox",
        "playstation",
        "netflix",
        "telegram",
        "omegle",
        "twitter",
        "is",
        "was",
        "has",
        "had",
        "who",
        "said",
        "says",
        "did",
        "does",
        "do",
        "and",
        "in",
        "on",
        "at",
        "to",
        "the",
        "a",
        "an",
        "he",
        "she",
        "they",
        "it",
        "i",
        "not",
        "was",
        "were",
        "just",
        "keeps",
        "kept",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "told",
        "asked",
        "school",
        "primary",
        "high",
        "academy",
        "police",
        "social",
        "worker",
        "worried",
        "sorry",
        "scared",
        "terrified",
        "send",
        "autism",
        "adhd",
        "asd",
        "down",
        "downs",
        "aspergers",
        "iphone",
        "ipad",
        "android",
        "lego",
        "barbie",
        "stoke",
        "hanley",
        "staffordshire",
        "stafford",
        "bristol",
        "yate",
        "kingswood",
        "tunstall",
        "burslem",
        "longton",
        "leek",
        "lichfield",
        "cannock",
        "tamworth",
        "england",
        "wales",
        "scotland",
        "ireland",
        "london",
        "child",
        "boy",
        "girl",
        "daughter",
        "son",
        "pupil",
        "student",
        "patient",
        "boyfriend",
        "girlfriend",
        "scouts",
        "scout",
        "kid",
        "lad",
        "lass",
        "brother",
        "sister",
        "nephew",
        "niece",
        "cousin",
        "friend",
        "victim",
        "male",
        "female",
        "carole",
        "i'm",
        "i'd",
        "i'll",
        "i've",
        "im",
        "ive",
        "he's",
        "she's",
        "it's",
        "we're",
        "they're",
        "caller",
        "client",
        "foster",
        "young",
        "person",
        "yp",
        "child's",
        "parent",
        "carer",
        "uncle",
        "auntie",
        "aunt",
        "grandson",
        "granddaughter",
        "teen",
        "teenager",
        "toddler",
        "baby",
        "childline",
        "samaritans",
        "barnardos",
        "waymark",
        "shore",
        "brook",
        "god",
        "jesus",
        "allah",
        "santa",
    ]
)
_KEPT_WORDS = frozenset(
    [
        "harry",
        "potter",
        "siri",
        "alexa",
        "fred",
        "flintstone",
        "peppa",
        "bluey",
        "barbie",
        "jerry",
        "wendy",
        "santa",
        "elsa",
        "romeo",
        "juliet",
        "carole",
    ]
)
_TIME_BEFORE = re.compile(
    r"\b(?:in|since|until|till|last|next|this|of|by|from|early|late|mid|before|after|on|th|st|nd|rd|\d) $",
    re.IGNORECASE,
)
_TIMES = frozenset(["may", "april", "june", "august", "summer", "autumn", "jan", "winter", "spring"])
_MODALS = frozenset(
    [
        "will",
        "may",
        "mark",
        "grant",
        "pat",
        "rob",
        "bill",
        "art",
        "drew",
        "hope",
        "joy",
        "faith",
        "grace",
        "rose",
        "dawn",
        "chase",
        "frank",
        "robin",
        "star",
        "max",
    ]
)
_NEARBY = 24


def find(text: str) -> tuple[Span, ...]:
    """The character spans that look like a name, an address, a number or a handle, in order, none inside another."""
    plain = straight(text)
    spans = numbers(plain) + schools(plain)
    spans += [m.span() for m in _TITLE.finditer(plain) if m["name"][0].isupper() or m["title"].lower() in _SURE_TITLES]
    named = {m.start("name") for pattern in _SURE for m in pattern.finditer(plain) if _may_be_named(m["name"])}
    beside = {m.start("name") for pattern in _BESIDE for m in pattern.finditer(plain)}
    known = list(_WORDS.finditer(plain))
    certain = {m.start() for m in known if _is_certain(m[0])}
    for word in known:
        start = word.start()
        if start in certain or start in named or _is_likely(word, plain, beside, certain):
            spans.append(_whole_name(plain, start, word.group()))
    return _outermost([(start, end) for start, end in spans if end > start])


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())


def _is_certain(word: str) -> bool:
    """A known first name that is no other word; "Elsie-Mae" counts by its first part."""
    bare = _bare(word)
    return (
        bare not in _KEPT_WORDS
        and not (word.isupper() and len(word) <= 4)
        and (bare in first_names() or bare.split("-")[0] in first_names() and "-" in bare)
    )


def _is_likely(word: re.Match[str], text: str, beside: set[int], certain: set[int]) -> bool:
    """A first name that is an ordinary word too: only with a sign of a name beside it."""
    bare, start = _bare(word[0]), word.start()
    if word[0].isupper() and len(word[0]) > 1:  # "ART" and "DAN" are short for something
        return False
    if bare not in first_names_that_are_words() or bare in _KEPT_WORDS:
        return False
    capital, begins = word[0][0].isupper(), _SENTENCE_START.search(text[max(0, start - 6) : start]) is not None
    if bare in _TIMES and _TIME_BEFORE.search(text[max(0, start - 8) : start]):
        return False
    after = text[word.end() : word.end() + 8]
    if start in beside and (capital or bare not in _MODALS or re.match(r"['’]s |,? and h", after)):
        return capital or bare not in _TIMES
    if any(
        abs(other - start) <= _NEARBY and re.search(r"\band\b|,|&", text[min(other, start) : max(other, start)])
        for other in certain
    ):
        return capital or bare not in _MODALS
    return capital and not begins and bare not in _TIMES


def _may_be_named(name: str) -> bool:
    bare = _bare(name)
    if bare in _NO_NAMES or len(bare) < 2 or bare in _KEPT_WORDS:
        return False
    return name[0].isupper() and not name.isupper() or bare in first_names() or bare in first_names_that_are_words()


def _whole_name(text: str, start: int, word: str) -> Span:
    """The first name with the surnames after it, without "'s"."""
    end = start + len(re.sub(r"['’]s?$", "", word))
    if end - start == len(word) and text[start].isupper() and (surname := _SURNAME.match(text, end)):
        end = surname.end()
    return start, end


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


@cache
def first_names() -> frozenset[str]:
    """First names that are nothing else."""
    return _listed("first_names.txt")


@cache
def first_names_that_are_words() -> frozenset[str]:
    """First names that are ordinary words, places or very short."""
    return _listed("first_names_that_are_words.txt")


def _listed(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
