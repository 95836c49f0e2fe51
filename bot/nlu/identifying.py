"""What in a text could identify a person. Found only so that the person can be told that it is not needed and was not
kept.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from bot.nlu import areas
from bot.nlu.folding import straight
from bot.nlu.identifying_numbers import numbers
from bot.nlu.schools import schools

Span = tuple[int, int]

_FOLDER = Path(__file__).parent
_KIN = (
    r"(?:(?:step|grand|half|foster|god)[ -]?)?(?:son|daughter|sons|daughters|boy|girl|lad|lass|child|kid|brother|sister|nephew|niece|cousin|twin|friend|mate|pal|classmate|neighbour|neighbor|husband|wife|"
    r"partner|boyfriend|girlfriend|ex|mum|mam|mother|dad|father|nan|nana|gran|grandma|grandad|uncle|aunt|auntie|aunty|teacher|coach|pupil|student|eldest|youngest|oldest|baby|colleague|bloke|man|woman|babysitter|childminder|lodger|tenant|landlord|keyworker|tutor|stepdad|stepmum|stepfather|stepmother|granddad|godfather|godmother|fiance|fiancee)"
)
_WORD = r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]+"
_NAMES = rf"(?P<name>{_WORD})"
_CAPITAL_NAME = r"(?P<name>[A-ZÀ-Ž][A-Za-zÀ-ž'’-]+)"
# What shows that a name follows or went before. `sure` signs are enough for any capitalised word, the others only for a known name.
_SURE = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:my|our|his|her|their|the|an?) (?:\w+ ){{0,2}}?{_KIN}),? (?:is |was )?(?i:called |named )?(?P<name>[A-ZÀ-Ž][\w'’-]+)",
        rf"(?i:\b(?:is|was|are|he's|she's|boy|girl|lad|child|son|daughter|man|woman|teacher|coach|kid|friend|someone|one|name(?:'s|’s|s)?(?: is)?) (?:called|named) |\b(?:my|his|her|their|the \w+'s) (?:first |last |full |sur)?name(?:'s|’s|\sis|s) |\bknown as |\bgoes by ){_NAMES}",
        r"\b(?P<name>(?:D'|O'|Mc|Mac|De')[A-Z][a-z]{2,})\b",
        r"\b[Oo]ur (?P<name>[A-ZÀ-Ž][a-zà-ž-]{2,})\b",
        r"(?P<name>[A-ZÀ-Ž][a-zà-ž]{2,})(?:'s|’s) (?i:mum|mam|mom|dad|mother|father|brother|sister|house|room|bed|bedroom|phone|friend|mate|teacher|parents|nan|gran|grandad|uncle|auntie|cousin|son|daughter|trousers|pants|skirt|behaviour|name|case|family|class|social worker|foster|boy|girl|lad|lass|kid|child|nephew|niece)\b",
        r"(?P<name>[A-ZÀ-Ž][a-zà-ž'’-]{2,})(?:,? (?:age|aged)|,| is| \(|,? who is) ?\d{1,2}\b(?! ?(?:am|pm|%|o'clock|times|weeks|days|[/:-]))",
    )
]
# Who does something, told of in a clause of its own: a capital there makes a name of a word that is no English word.
_DOES = re.compile(
    r"(?:^|[.!?;:,(]\s*|\b(?:[Aa]nd|but|that|when|if|because|so|with|did|does|is|was|has|saw|told|caught|think|hope|while|where|[Hh]ow|should|can|will|it is|[Ii]t's|[Cc]an|[Ii]s|[Dd]oes|[Ss]hould|[Ww]as|[Dd]id|tell|ask|asked|for|from|to|about|between) )"
    r"(?P<name>[A-ZÀ-Ž][a-zà-ž]{2,}(?:[-'][A-Za-z][a-zà-ž]+)?)(?:'s)?(?: [A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?)?,? "
    r"(?:has|hasn't|hasnt|had|said|says|say|told|tells|is|isn't|isnt|was|wasn't|wasnt|were|did|didn't|didnt|does|doesn't|doesnt|keeps|kept|keep|won't|wont|came|comes|went|goes|cries|cried|wants|want|touched|touch|pulled|showed|shows|asked|asks|"
    r"and (?:his|her|my|our|their|me|[A-Z])|hit|kissed|started|thinks|saw|put|made|lives|loves|hates|needs|sent|took|been|go|do|don't|dont|still|also|never|always|who|aged?|mum|dad|\d{1,2}\b|\(\d)"
)
_IS = re.compile(
    r"\b(?:[Ii]'?m|[Ii]’m|[Ii] am|[Tt]his is|[Ii]t's|[Ii]t is|[Tt]hat's|[Tt]hats)\s(?P<name>[A-ZÀ-Ž][a-zà-ž'’-]+)(?=,? (?:from|here|at|in|and i\b|who|my|his|her|again|speaking|\d)|[,.!]|$| [A-Z])"
)
_CALLED = re.compile(
    r"\b(?:(?:[Hh]e|[Ss]he)(?: is|'?s) (?:called|named)|name(?:'s|s)? is|(?:lad|boy|girl) (?:called|named)) (?P<name>[a-z]{3,})\b"
)
_DONE_TO = re.compile(
    r"\b(?:tell|told|asked|ask|touched|kissed|hit|hurt|saw|caught|between|thinks?|hates?|loves?|blames?|called|and|with|about) (?P<name>[A-ZÀ-Ž][a-zà-ž]{2,})"
    r"(?=[.,!?]|$| (?:to|that|was|is|and|not|in|on|off|with|for|when|who|because|at|needs|will|has|had|did) ?)"
)
_IN_FULL = re.compile(r"\b(?P<name>[A-ZÀ-Ž][a-zà-ž]+) (?P<last>[A-ZÀ-Ž][a-zà-ž]{2,})\b")
_BESIDE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:my|our|his|her|their|the) (?:\w+ )?{_KIN},? {_NAMES}\b",
        rf"\b{_NAMES} and (?:his|her|their|my|our) {_KIN}\b",
        rf"\b{_KIN} {_NAMES}\b",
        rf"(?:^|[.,;!?] |\band |\bwith |\bto |\bfor |\bthat |\bso |\bwhen |\bif |\bbecause |\bbut ){_NAMES}'?s? (?:is|was|has|had|did|said|says|told|came|went|does|keeps|kept|won't|wont|and (?:his|her|my|another|a) \w+|showed|shows|touched|pulled|sent|asked|wants|'s)\b",
        rf"\b(?:with|and|between|at|saw|told|asked|tell|hurt|touched|round|from|by|about|kissed) {_NAMES}(?:'s|’s)\b",
        rf"\b{_NAMES}(?:'s|’s) (?:mum|mam|mom|dad|mother|father|brother|sister|house|room|bed|bedroom|phone|friend|mate|teacher|parents|nan|gran|grandad|uncle|auntie|cousin)\b",
        rf"\b{_NAMES}(?-i: [A-Z][a-zà-ž]+)? (?:in|from) (?:\d{{1,2}}[a-z]|year \d+|his class|her class|my class)\b",
        rf"(?-i:\b{_CAPITAL_NAME} [A-Z][a-zà-ž]+)(?:,? \(?\d|\))",
        rf"\b(?:between|both) {_NAMES} and \w+",
        rf"(?-i:\b{_CAPITAL_NAME} and [A-ZÀ-Ž][a-zà-ž]+)(?:,| (?:are|were|have|had|share|both|went|got|started|in|at)\b)",
        rf"(?-i:\b[A-ZÀ-Ž][a-zà-ž]+ and {_CAPITAL_NAME})(?:,| (?:are|were|have|had|share|both|went|got|started|in|at)\b)",
        rf"(?-i:\b{_CAPITAL_NAME}) (?:next door|over the road|across the road|down the road|from (?:the|work|school|church|next door|number)|(?:cries|cried|wants|won't|wont|doesn't|doesnt|didn't|didnt|isn't|rang|saw|reckons|thinks|hit|grabbed|kissed|wet|hates|loves|tells|never|always)\b|(?!need)\w{{3,}}ed (?:the|a|my|his|her|me|him|it|them)\b)",
        rf"(?-i:\b{_CAPITAL_NAME})'s (?:been|not|got|only|always|had|done|just|started|a|my|our|his|her|their|in|the|\d+|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|gone)\b",
    )
]
_TITLE = re.compile(
    r"\b(?P<title>mr|mrs|miss|ms|dr|pc|dc|sgt|wpc|prof|rev|pcso|sister|father|imam|pastor|councillor|cllr|sir|lady|dame|uncle|auntie|aunty|aunt|nanny|granny|coach|reverend|fr|brother|imam|ustadh|sheikh|rabbi|nurse|professor)\b(?:(?<=\bmr|\bms|\bdr)\.|(?<=\bmrs|\brev|\bsgt)\.|(?<=\bmiss|\bprof|\bcllr)\.)?\s(?!law\b|the\b|he\b|she\b|has\b|is\b|was\b|told\b|saw\b|at\b|my\b|i\b|it\b|they\b|we\b|rang\b|to\b|in\b|on\b|of\b|right\b|bean\b|who\b|and\b|that\b|said\b)(?P<name>[a-z][\w'’-]+(?:(?-i: (?:Mc|Mac|O'|al-)?[A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?)){0,2})",
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
        "santa",
        "elsa",
        "romeo",
        "mario",
        "luigi",
        "jesus",
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
# What else has a capital and says or does something.
_NO_PERSONS = frozenset(
    [
        "ofsted",
        "tesco",
        "asda",
        "aldi",
        "lidl",
        "morrisons",
        "sainsburys",
        "argos",
        "amazon",
        "apple",
        "samsung",
        "google",
        "facebook",
        "instagram",
        "snapchat",
        "tiktok",
        "youtube",
        "whatsapp",
        "discord",
        "roblox",
        "minecraft",
        "fortnite",
        "omegle",
        "netflix",
        "disney",
        "telegram",
        "twitter",
        "reddit",
        "twitch",
        "kik",
        "yubo",
        "steam",
        "pornhub",
        "onlyfans",
        "playstation",
        "xbox",
        "nintendo",
        "microsoft",
        "alexa",
        "siri",
        "barnardo",
        "barnardo's",
        "barnardos",
        "nspcc",
        "childline",
        "samaritans",
        "camhs",
        "mash",
        "cpoms",
        "senco",
        "ehcp",
        "ceop",
        "iwf",
        "brook",
        "hackett",
        "kcsie",
        "mosac",
        "parentzone",
        "internet",
        "matters",
        "mumsnet",
        "wifi",
        "bluey",
        "spiderman",
        "batman",
        "superman",
        "elsa",
        "shrek",
        "pokemon",
        "lego",
        "mario",
        "sonic",
        "ramadan",
        "eid",
        "diwali",
        "christmas",
        "easter",
        "halloween",
        "hanukkah",
        "vaisakhi",
        "english",
        "british",
        "scottish",
        "welsh",
        "irish",
        "polish",
        "romanian",
        "indian",
        "pakistani",
        "bangladeshi",
        "chinese",
        "african",
        "asian",
        "european",
        "american",
        "muslim",
        "christian",
        "catholic",
        "hindu",
        "sikh",
        "jewish",
        "buddhist",
        "england",
        "britain",
        "scotland",
        "wales",
        "ireland",
        "poland",
        "romania",
        "india",
        "pakistan",
        "bangladesh",
        "china",
        "africa",
        "ukraine",
        "syria",
        "turkey",
        "london",
        "birmingham",
        "manchester",
        "bristol",
        "cardiff",
        "wolverhampton",
        "stoke",
        "staffs",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "it's",
        "he's",
        "she's",
        "they're",
        "we're",
        "that's",
        "what's",
        "who's",
        "there's",
        "here's",
        "ive",
        "hes",
        "shes",
        "theyre",
        "thats",
        "whats",
        "theres",
        "dont",
        "didnt",
        "cant",
        "wont",
        "isnt",
        "wasnt",
        "covid",
        "senco's",
        "adhd",
        "autism",
        "asperger's",
        "aspergers",
        "tourettes",
        "dyslexia",
        "gcse",
        "dfe",
        "lado",
        "dsl",
        "cin",
        "cp",
        "yot",
        "yjs",
        "tac",
        "tas",
        "dd",
        "ds",
        "dh",
        "mil",
        "fil",
        "dss",
        "dsd",
        "dgs",
        "dgd",
        "idk",
        "tbh",
        "omg",
        "pls",
        "plz",
        "thx",
        "hiya",
        "sorry",
        "yeah",
        "yep",
        "nope",
        "tho",
        "coz",
        "cos",
        "cuz",
        "thurs",
        "tues",
        "weds",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "sept",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "oct",
        "nov",
        "dec",
        "nan",
        "nana",
        "nanna",
        "nannan",
        "grandad",
        "granny",
        "grandma",
        "mum",
        "mam",
        "mom",
        "mummy",
        "daddy",
        "dad",
        "stepdad",
        "stepmum",
        "stepson",
        "stepdaughter",
        "dinna",
        "conner",
        "duck",
        "headteacher",
        "hubby",
        "ofcom",
        "parliament",
    ]
)
# Places, programmes, laws and days with a first name in them.
_NO_PEOPLE = re.compile(
    r"\b(?:(?i:mr nobody|jack russell|wendy house|bradley stoke|harry potter|taylor swift|andrew tate)|Trentham Gardens|Bradley Stoke|Alton Towers|Harry Potter|Bob the Builder|Fireman Sam|Postman Pat|Thomas the Tank Engine|Horrid Henry|Tracy Beaker|Dora the Explorer|Ben 10|Percy Jackson|Justin Bieber|Taylor Swift|Andrew Tate|"
    r"Billie Eilish|Kim Kardashian|Mr Beast|MrBeast|Mr Tumble|Mr Bean|Mrs Doubtfire|Mr Men|Little Miss|Miss Rachel|Ms Rachel|Father Christmas|Mother Christmas|Sarah's Law|Clare's Law|Lucy Faithfull|Stephen Lawrence|St George's Day|St Patrick's Day|"
    r"Valentine's Day|Valentines Day|Boxing Day|Thornbury|Coronation Street|Sesame Street|Downing Street|Hollyoaks|Paw Patrol|Uncle Sam|Nurse Practitioner|Girl Guides)\b",
)


def find(text: str) -> tuple[Span, ...]:
    """The character spans that look like a name, an address, a number or a handle, in order, none inside another."""
    plain = _NO_PEOPLE.sub(lambda match: "." * len(match[0]), straight(text))
    spans = numbers(plain) + schools(plain)
    spans += [m.span() for m in _TITLE.finditer(plain) if m["name"][0].isupper() or m["title"].lower() in _SURE_TITLES]
    named = {m.start("name") for pattern in _SURE for m in pattern.finditer(plain) if _may_be_named(m["name"])}
    named |= {
        m.start("name")
        for m in _IS.finditer(plain)
        if _may_be_named(m["name"]) and _bare(m["name"]) not in ordinary_words()
    }
    named |= {
        m.start("name")
        for m in _CALLED.finditer(plain)
        if m["name"] in first_names_that_are_words() or _is_no_word(m["name"].capitalize())
    }
    named |= {
        m.start("name") for pattern in (_DOES, _DONE_TO) for m in pattern.finditer(plain) if _is_no_word(m["name"])
    }
    named |= {
        m.start("name")
        for m in _IN_FULL.finditer(plain)
        if _bare(m["name"]) in first_names_that_are_words() and _is_no_word(m["last"])
    }
    known = list(_WORDS.finditer(plain))
    doubtful = any(_bare(word[0]) in first_names_that_are_words() for word in known)
    beside = {m.start("name") for pattern in _BESIDE for m in pattern.finditer(plain)} if doubtful else set()
    certain = {m.start() for m in known if _is_certain(m[0])}
    for word in known:
        start = word.start()
        if start in certain or start in named or _is_likely(word, plain, beside, certain):
            spans.append(_whole_name(plain, start, word.group()))
    return _outermost([(start, end) for start, end in spans if end > start])


def _bare(word: str) -> str:
    low = word.lower()
    return low[:-2] if low.endswith(("'s", "’s")) else low.rstrip("'’")


def _is_certain(word: str) -> bool:
    """A known first name that is no other word, with or without its accents; "Elsie-Mae" counts by its first part."""
    bare = _bare(word)
    if not bare.isascii():
        bare = (
            unicodedata.normalize("NFKD", bare.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ı", "i"))
            .encode("ascii", "ignore")
            .decode()
        )
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


def _is_no_word(name: str) -> bool:
    """Neither an English word nor the name of a place, a service, an app or a day."""
    bare = _bare(name)
    return (
        _may_be_named(name)
        and bare not in _NO_PERSONS
        and not bare.endswith("n't")
        and bare.split("'")[0] not in ordinary_words()
        and areas.find(bare) is None
        and bare not in first_names_that_are_words()
    )


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
def ordinary_words() -> frozenset[str]:
    """English words that are no first names."""
    return _listed("ordinary_words.txt")


@cache
def first_names_that_are_words() -> frozenset[str]:
    """First names that are ordinary words, places or very short."""
    return _listed("first_names_that_are_words.txt")


def _listed(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
