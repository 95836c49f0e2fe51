"""A text as plain words for the pattern tables: one spelling for a word, clauses parted by marks, no word that changes nothing.

"He DIDN'T stop - I'd told him!" becomes "he didnt stop , id told him ." The order of the words is kept; places in the text are not.
"""

from __future__ import annotations

import re

from bot.nlu.folding import fold

_TOKEN = re.compile(r"[a-z0-9£à-ž]+|[.!?;:\n]+|[,()]|(?<=\s)-+(?=\s)|&|%|\+")
# "The girl's mum" is no "girls"; of other words ("he's", "mum's") the s stays where it is.
_OF_A_CHILD = re.compile(
    r"(?<=\b)(brother|sister|grandson|granddaughter|grandchild|stepson|stepdaughter|youngest|eldest|oldest|toddler|cousin|friend|mate|pal|boy|girl|lad|lass|pupil|student|classmate|son|daughter|niece|nephew|kid|toddler|twin|peer|other|others|one|man|woman|bloke|adult|coach|stranger|fella|lodger|person)'s\b"
)
_BETWEEN_LETTERS = re.compile(r"(?<=[a-z0-9])'(?=[a-z])")

# Dialect, text-speak and frequent misspellings, each as the word the patterns know.
SPELLINGS = {
    "dunner": "dont", "dunna": "dont", "dinna": "didnt", "dinner": "dinner", "didner": "didnt", "conner": "cant", "canna": "cant", "wunner": "wont", "wunna": "wont",
    "didn": "didnt", "dint": "didnt", "din": "didnt", "wernt": "werent", "wasn": "wasnt", "wont": "wont", "wount": "wont", "woudnt": "wouldnt", "wudnt": "wouldnt",
    "wouldn": "wouldnt", "couldn": "couldnt", "cudnt": "couldnt", "doesn": "doesnt", "dosnt": "doesnt", "dosent": "doesnt", "doesent": "doesnt", "isn": "isnt",
    "cannot": "cant", "arnt": "arent", "hasn": "hasnt", "havent": "havent", "avent": "havent", "ant": "hasnt", "ain": "aint",
    "owt": "anything", "nowt": "nothing", "summat": "something", "sommat": "something", "sumthing": "something", "somthing": "something", "sumat": "something",
    "nobdy": "nobody", "noone": "nobody", "no1": "nobody", "every1": "everyone", "sum1": "someone", "some1": "someone", "any1": "anyone",
    "u": "you", "ur": "your", "r": "are", "cos": "because", "coz": "because", "cuz": "because", "bcos": "because", "bc": "because", "wiv": "with",
    "w": "with", "b4": "before", "bfore": "before", "befor": "before", "wen": "when", "wot": "what", "wat": "what", "da": "the", "dat": "that", "n": "and",
    "im": "im", "iv": "ive", "pix": "pics", "piccies": "pics", "piccys": "pics", "picys": "pics", "pikchers": "pictures", "picturs": "pictures", "pictur": "picture",
    "vidoe": "video", "vidio": "video", "vidios": "videos", "vidoes": "videos", "viddy": "video", "foto": "photo", "fotos": "photos", "phot": "photo",
    "upste": "upset", "upsett": "upset", "cryin": "crying", "scard": "scared", "scarred": "scared", "frightend": "frightened", "terified": "terrified",
    "forsed": "forced", "forsing": "forcing", "secrit": "secret", "secrect": "secret", "seceret": "secret", "secretely": "secretly", "threatning": "threatening",
    "threatend": "threatened", "threatned": "threatened", "thretened": "threatened", "thretend": "threatened", "thret": "threat", "blackmale": "blackmail",
    "agen": "again", "agin": "again", "evry": "every", "evryday": "everyday", "everyday": "everyday", "alot": "a lot", "alway": "always", "allways": "always",
    "repetedly": "repeatedly", "constently": "constantly", "constanly": "constantly", "stoped": "stopped", "stopd": "stopped", "carryed": "carried",
    "bruther": "brother", "brouther": "brother", "brothr": "brother", "bro": "brother", "brov": "brother", "sis": "sister", "sista": "sister", "siter": "sister",
    "stepbrother": "step brother", "stepsister": "step sister", "stepbrothers": "step brothers", "stepsisters": "step sisters", "halfbrother": "half brother",
    "halfsister": "half sister", "stepson": "step son", "stepdaughter": "step daughter", "tellin": "telling", "nuffink": "nothing", "nuffin": "nothing",
    "nothin": "nothing", "somethin": "something", "doin": "doing", "touchin": "touching", "makin": "making", "gettin": "getting", "goin": "going",
    "lookin": "looking", "showin": "showing", "hittin": "hitting", "hurtin": "hurting", "keepin": "keeping", "nana": "nan", "nannan": "nan", "grandparents": "grandparents",
    "mam": "mum", "mom": "mum", "mums": "mums", "mummy": "mum", "mommy": "mum", "daddy": "dad", "ma": "mum", "tryed": "tried", "wernot": "werent",
    "frends": "friends", "freind": "friend", "freinds": "friends", "frend": "friend", "becuase": "because", "becasue": "because", "befour": "before",
    "whatsap": "whatsapp", "snap": "snapchat", "sc": "snapchat", "insta": "instagram", "ig": "instagram", "fb": "facebook", "tik": "tiktok",
    "neithers": "neither is", "nobodys": "nobody is", "noones": "nobody is", "consented": "consented", "concent": "consent", "concented": "consented", "consentual": "consensual", "concentual": "consensual",
    "premediated": "premeditated", "embarassed": "embarrassed", "agressive": "aggressive", "agression": "aggression", "angery": "angry", "obsesed": "obsessed",
    "bleading": "bleeding", "bleedin": "bleeding", "bruse": "bruise", "bruses": "bruises", "soar": "sore", "sor": "sore", "swolen": "swollen", "swolled": "swollen",
    "tho": "though", "altho": "although", "thru": "through", "til": "until", "till": "until", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "havin": "having", "bein": "being", "sayin": "saying", "wantin": "wanting", "ne": "any", "neva": "never", "nevr": "never", "nver": "never",
    "twiced": "twice", "oncet": "once", "dident": "didnt", "diddnt": "didnt", "didint": "didnt", "didt": "didnt", "dosn": "doesnt", "wasent": "wasnt", "wosnt": "wasnt",
    "isent": "isnt", "havnt": "havent", "hadent": "hadnt", "hasent": "hasnt", "shoudnt": "shouldnt", "ppl": "people", "chldren": "children", "childern": "children",
    "babysat": "babysat", "gran": "gran", "lil": "little", "lill": "little", "wee": "wee", "littl": "little", "litle": "little", "yunger": "younger", "oldr": "older",
    "hisself": "himself", "herslf": "herself", "theirselves": "themselves", "themself": "themselves", "tellt": "told", "telt": "told", "telled": "told",
}  # fmt: skip

# Words that make nothing yes or no.
_EMPTY = frozenset(
    [
        "just",
        "really",
        "actually",
        "literally",
        "basically",
        "honestly",
        "obviously",
        "absolutely",
        "quite",
        "very",
        "proper",
        "bloody",
        "flipping",
        "totally",
        "completely",
        "clearly",
        "definitely",
        "pretty",
        "apparently",
        "simply",
        "truly",
        "certainly",
        "bleeping",
        "dead",
        "rather",
        "duck",
        "mate",
        "tbh",
        "lol",
        "erm",
        "um",
        "er",
        "oh",
        "well",
        "like",
        "already",
        "kinda",
        "sort",
        "kind",
    ]
) - {"like", "well", "kind", "sort", "already", "rather", "mate", "dead", "certainly"}

_NOT = {
    "did": "didnt", "do": "dont", "does": "doesnt", "was": "wasnt", "were": "werent", "is": "isnt", "are": "arent", "has": "hasnt", "have": "havent",
    "had": "hadnt", "would": "wouldnt", "will": "wont", "could": "couldnt", "can": "cant", "should": "shouldnt",
}  # fmt: skip


def plain_clauses(text: str) -> str:
    """The plain form, beginning and ending with a space. Marks are " . ", " ? " and " , "; the last word is one of the first two."""
    folded = _BETWEEN_LETTERS.sub("", _OF_A_CHILD.sub(r"\1 s", fold(text)))
    words: list[str] = []
    for token in _TOKEN.findall(folded):
        first = token[0]
        if first.isalnum() or first == "£":
            word = SPELLINGS.get(token, token)
            if word in _EMPTY:
                continue
            if word == "not" and words and words[-1] in _NOT:
                words[-1] = _NOT[words[-1]]
                continue
            words.append(word)
        elif first == "&" or first == "+":
            words.append("and")
        elif first != "%":
            mark = "?" if "?" in token else "," if first in ",()-" else "."
            if words and words[-1] not in ",.?":
                words.append(mark)
    if words and words[-1] not in ".?":
        words.append(".")
    return f" {' '.join(words)} "
