"""The words around a number that make it a child's age, and those that make it something else."""

from __future__ import annotations

import re

# Where an age stands, and the age: start, end, (low, high) in whole years.
Placed = tuple[int, int, tuple[int, int]]

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TYPOS = {
    "forteen": 14, "fourten": 14, "fiveteen": 15, "fivteen": 15, "fiften": 15, "twelf": 12, "tweleve": 12, "twleve": 12,
    "eigth": 8, "eihgt": 8, "thirten": 13, "therteen": 13, "elven": 11, "sevn": 7, "sixten": 16, "seventen": 17,
}  # fmt: skip
# The classes of a school that go by a number: Year 1 to Year 13.
CLASSES = _WORDS[1:14]
NUMBERS = {word: number for number, word in enumerate(_WORDS)} | _TYPOS
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"

N = rf"(?:\d{{1,2}}|(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?![a-z]))"
# Numbers inside longer ones (thirty-four, 3.5, 12:30, 20/06, B6) are not read.
NUMBER = re.compile(
    rf"(?<![\w£$€#@+.])(?<!\d[:,])(?<!\d )(?<!ty )(?<!ty-)(?:(?P<dear>dd|ds|dgs|dgd|dsd|dss|dn|dc)\s?)?(?P<n>{N})(?=\D|$)"
)

CHILD = (
    r"(?:child|children|kids?|kiddie|sons?|daughters?|daughers?|daugters?|duaghters?|daugthers?|boys?|girls?|lads?|lass|lasses|lassie|brothers?|sisters?|bro|sis|siblings?|nephews?|nefew|nieces?|neices?|"
    r"cousins?|grandsons?|gran ?d?daughters?|grandaughters?|grandchild|grandchildren|grandkids?|step ?-?(?:sons?|daughters?|brothers?|sisters?|child|kids?)|"
    r"foster(?:ed)? ?-?(?:child|children|kids?|sons?|daughters?|boy|girl|lad)|adopted|little ?(?:one|man|un|uns)s?|young ?(?:person|un|one|man|lady|people)|"
    r"youngest|eldest|oldest|middle (?:one|child)|twins?|triplets?|friends?|mates?|pals?|pupils?(?: [a-z])?|students?(?: [a-z])?|youth|other|"
    r"child [a-z]|bab(?:y|ies|ber)|bairn|wean|toddlers?|teens?|teenagers?|yps?(?: [a-z])?|victim|boyfriend|girlfriend|bf|gf|"
    r"(?<=\bmy )(?:two|three)|(?<=\bour )(?:two|three)|(?<=\bme )two|mindees?|"
    r"male|female|ours?|mine|both|each|all|them|pair|elder|younger|older|classmates?|peers?|neighbour'?s? (?:son|daughter|boy|girl))"
)
ALMOST = (
    r"(?:nearly turning|nearly|almost|not quite|coming up to|coming up on|coming up for|coming up|coming on|knocking on for|knocking on|on the (?:cusp|verge|brink|edge) of(?: turning| being)?|nearing|(?:soon|shortly) (?:turning|to turn)|soon be|not far (?:off|from|short of)|just short of|a (?:week|month|day) off|(?:weeks|months|days) off|(?:hasn'?t|has not|hasnt|not|isn'?t) (?:yet |quite |even )?(?:turned|reached|hit)|(?:isn'?t|is not|not|ain'?t|aren'?t) even|going on|about to turn|about to be|about to hit|soon to be|rising|"
    r"turning|not yet|just under|nr?ly|nealy|getting on for|'ll be|will be|ll be|'ll turn|will turn|ll turn|gonna be|going to be|approaching|pushing|just shy of|shy of|turns)\s+"
)
ADVERBS = (
    r"(?:(?:now|just|only|about|around|aound|maybe|perhaps|probably|roughly|approx(?:imately)?|like|still|both|barely|already|actually|currently|bout|circa|recently|"
    r"all|each|at|gone|turned|just turned|had turned|has turned|rather|also|too|say|i think|or so|hardly|about the age of|"
    r"the age of|an?|not even|even|aged|are|is|sorry|even though)\s+)*"
)
HALF = r"(?:\s*(?:-?ish\b|-?(?:and|&|n)[ -](?:a[ -](?:half|bit|quarter)|three[ -]quarters|some months)|1/2|½|¼|¾|\.5|\.\d\b|,5|\+))?"
# Without May, which is a word too.
_LONG_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
# After the number: "years old", "yo", "yr old" and so on.
OLD = re.compile(
    rf"{HALF}[\s-]*(?:(?:years?|yea?rs|yrs?|yr's|year's|y|yers?|yaers?)[\s-]*(?:olds?|odl|of age)\b|olds?\b(?! enough)|of age\b|yos?\b|y/?\s?os?\b|y\.o|yolds?\b|yro\b|(?:yr|y)old)"
)
MONTHS = re.compile(
    r"[\s-]*(?:months?|mths?|mnths?|mos?)\b(?![\s-]*(?:ago|later|now|older|younger|apart|back|before|running|straight|since|into|of))(?P<old>[\s-]*(?:olds?|of age))?"
)
YEARS = re.compile(
    rf"{HALF}[\s-]*(?:years?|yrs?|yr|y)\b(?!\s*(?:ago|older|younger|apart|now|later|back|before|after|between|difference|ahead|gap|running|together|and counting|behind|"
    r"below|above|senior|junior|bigger|into|in |of |on|at|as|with|relationship|marriage|groups?|since|left|long|max|\d(?!\d? ?(?:m\b|mths?|months?))))"
)
# After the number, at once: it counts something else.
COUNTS = re.compile(
    r"[\s-]*(?:times?|x\b|o'?\s?clock|am\b|pm\b|a\.m|p\.m|ish (?:am|pm)|mins?\b|minutes?|minuets|hours?|hrs?|days?|nights?|weeks?|wks?|fortnights?|months?|mths?|seconds?|secs?|%|percent|"
    r"per\b|pounds?|quid|pence|grand|p\b|k\b|st\b|nd\b|rd\b|th\b|degrees|foot|feet|ft\b|inch|stone|kilos?|kg|lbs?|cm|mm|metres?|miles?|hundred|thousand|million|"
    r"years? (?:ago|older|younger|apart|now|later|back|before|after|between|difference|ahead|gap|running|together|below|above)|"
    r"(?:school )?years? groups?|(?:school|academic|whole|full|odd|long|or so|plus) years?|year (?:age )?(?:gap|difference)|"
    r"(?:of|out of) (?:them|us|the|his|her|my|our|you|these|those|which|whom|\d|ten|five|six)|or more|at a time|to one|on one|against one|"
    r"in the morning|in the afternoon|this morning|last night|tonight|at night|in the evening|sharp|until|till|and twenty|"
    r"(?:different|other|more|separate|little|younger|older|young|big|small|of (?:his|her|my)|new|school|teenage|year|yr|y\d|grown|adult|male|female)?\s?"
    r"(?:boys|girls|kids|children|lads|lasses|lessons|people|pictures|pics|photos|messages|texts|men|women|adults|teens|teenagers|pupils|students|"
    r"cousins|friends|mates|brothers|sisters|siblings|sons|daughters|warnings|goals|incidents|occasions|places|schools|bedrooms|beds|rooms|classes|"
    r"staff|teachers|tas|videos|vids|clips|snaps|followers|accounts|phones|bathrooms?|bedroomed|doors|houses|streets|stops|others|"
    r"families|victims|complaints|reports|entries|sessions|meetings|questions|reasons|things|ways|words|steps|placements?|parties|sleepovers|"
    r"pairs|sets|halves|quarters|dogs|cats|drinks|cans|bottles|cigarettes|sweets|coins|robux|vbucks|v-bucks|gcses|a-?levels|pages|points|marks|days|voice|dance|more|fingers|"
    r"year \d+|yr \d+|reception|infants|juniors|strangers|passengers|neighbours|parents|strikes|chances|detentions|sanctions|letters|calls|emails|referrals|visits)\b|"
    r":\d|\.\d\d|/\d{1,2}/|/\d{3}|,\d{3}|-\d{3}|\s\d{3}|-\d\d-\d|"
    rf"(?:{_LONG_MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|"
    r"may\b(?! (?:have|be|not))|-? ?(?:way|part|step|point|hourly|bed|man|a-side|side)\b|g\b|gb\b)"
)
# Before the number, at once: it is not an age.
NOT_BEFORE = re.compile(
    r"(?:\b(?:number|no|num|flat|block|room|unit|door|house|bus|route|channel|bbc|floor|page|chapter|level|lvl|stage|key stage|ks|phase|part|step|question|point|item|episode|"
    r"season|series|week|wk|day|term|class|set|group|period|lesson|table|size|platform|junction|grade|mark|score|top|version|section|appendix|ward|bay|"
    r"gcse|fifa|win|windows|ps|xbox|iphone|mum|mom|dad|mother|father|parent|family|gang|party|out|half|quarter|past|to|band|tier|category|paragraph|"
    r"total|line|code|pin|form|form class|lane|plot|apt|apartment|kitchen|team|under|over|below|above|beyond|up to|until|till|more than|less than|"
    r"fewer than|at least|least|max|minimum|every|each of|another|other|the last|last|past|next|first|these|those|all|some|for|since|took|takes|waited|had|has had|got|"
    r"have|has|between them|in|within|after|before|by|around|about|from|of|on|at|rang|call|called|dial|dialled|ring|text|scored|won|lost|sent|saw|gave|with|and|or|than|times|plus|minus|"
    r"as|the|to|into|off|over|like|his|her|their|your|paid|cost|costs)\s+|[£$€#]\s?|\bp)$"
)
PAST = re.compile(
    r"\b(?:when|since|until|till|from when|back when|ever since|after|before|while|as) (?:i|he|she|they|we|you|it|who|(?:my|the|our|his|her) [\w' ]{1,25}?|[a-z]+) ?"
    r"(?:was|were|'s|is|turned|had been|had turned|being|had|got to|reached|hit) (?:only |about |just |around |aged |a |like |maybe )*$|"
    r"\b(?:since|from|until|till) (?:(?:he|she|they) (?:was|were) )?(?:about |around )?(?:the )?(?:age[ds]? (?:of )?)?(?:about |around )?$|"
    r"\bas an? (?:\w+ )?$|\bback (?:when|at) [\w ]{0,20}$|\bhad (?:me|him|her|us|my \w+|our \w+) (?:at|when i was|aged?) $|"
    r"\b(?:left (?:school|home)|married|pregnant|i (?:was|got) \w+(?: \w+)?|to me|to me too|started (?:school|work)|my (?:mum|mother|dad|nan|wife|husband)|i) (?:at|aged|when) (?:only )?$|\bi (?:was|were) (?:only |just |about |aged )*$|"
    r"\b(?:start(?:s|ed|ing)?|began|begun|adopted|placed|diagnosed|removed|fostered|died|taken (?:into care|away)|(?:came|moved|went) (?:to|into|in|here)(?: \w+){0,2}|lost (?:\w+ ){1,3}?|first \w+|left us|(?:potty|toilet) trained|arrived|joined us)"
    r"(?: with us| by us| from \w+)? ?(?:at|aged|at age|at the age of|age|when) (?:just |only |about |around )?$|"
    r"\b(?:used to|last year|years ago)[^.!?]{0,20}\b(?:was|were) $"
)
PAST_AFTER = re.compile(
    r"[\s-]*(?:years? old|years|yrs?|yo)?,? (?:(?:he|she|they|i|we) (?:was|were|had|did|used to)\b(?=.{0,40}(?:same|then|already))|when (?:it|this|that|they|he|she|we|i|his|her|my|the)\b|at the time\b|back then\b|then\b(?! and)|in those days)"
)
CORRECTED = re.compile(
    r"[\s,.-]*(?:no|sorry|i mean|actually|wait|oops|correction|make that|meant)(?:[\s,.-]*(?:no|sorry|i mean|actually|wait|oops|meant|he's|she's|hes|shes|he is|she is|it's|its|that's|my mistake|make that|just turned|turned))*[\s,.-]*$"
)
DENIED = re.compile(
    r"\b(?:isn'?t|is not|not|aren'?t|wasn'?t|weren'?t|ain'?t|never) (?:yet |even |quite |going to be |an? |exactly )?$"
)
# "he'll be 4 at Christmas", "she's 8 on Saturday": the birthday is still to come.
BIRTHDAY_AFTER = re.compile(
    rf"(?: years old| yrs?| years?)? (?:(?:on|at|in|by|after|come|this coming|this|next|nxt|tomorrow|soon|very soon|later this)\s?(?:the |early |late |mid |a few )?(?:\d|(?:a )?fortnight|christmas|xmas|easter|halloween|new year|eid|diwali|half term|summer|"
    rf"the summer|spring|autumn|winter|month|week|wk|weekend|year(?! ?(?:group ?)?\d|\s(?:{'|'.join(CLASSES)}|r)\b)|birthday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sat\b|sun\b|"
    rf"{_LONG_MONTHS}|may\b|jan\b|feb\b|aug\b|sept?\b|oct\b|nov\b|dec\b|(?:a )?(?:few |couple of )?(?:days|weeks|months)|(?:{N}) (?:days?|weeks?|wks?|months?|mths?)|\bwks?)|tomorrow|soon\b)"
)
