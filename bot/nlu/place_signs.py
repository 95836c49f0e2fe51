"""What beside the name of a place makes it the child's place, somebody else's, or no place at all."""

from __future__ import annotations

import re

PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|near|from|around|outside|of|at|over|live|living|lives|based|moved to|up|down|towards|next to|by|is|area|under|covers|covering|covered by|"
    r"in the|it's|its|we're|i'm|im|were)|[,(:])\s*$"
)
PLACE_AFTER = re.compile(
    r"^\s*(?:$|[,.;:!?)]|staffs\b|staffordshire\b|area\b|way\b|end\b|here\b|city\b|town\b|council\b|and i\b)"
)
KIN = (
    r"(?:mum|mother|dad|father|nan|nana|nanny|gran|grandma|granny|grandad|grandpa|grandparents?|auntie|aunty|aunt|uncle|cousins?|friends?|mate|bestie|ex|"
    r"sister|brother|partner|husband|wife|neighbour|colleague|in-laws|in laws|family|boyfriend|girlfriend|teacher|coach|his dad|her dad|other (?:child|boy|girl|lad|family|mum|kid))"
)
# "I'm a mum in Leek", "we're a family in Stone", "I work with a family in Yate": these speak of where they are.
_NOT_THE_WRITER = "".join(
    rf"(?<!\b{words} )"
    for words in ("i'm a", "im a", "i am a", "we're a", "we are a", "were a", "as a", "with a", "for a")
)
# Somebody else's place, a place once visited, a place of work.
NOT_HOME = re.compile(
    rf"(?:{_NOT_THE_WRITER}\b{KIN}(?:'s|s'|s)?(?: (?!who|and|we|i\b|lives?|saw|said|thinks?|says)[a-z]+)??\s+(?:is\s+|are\s+|has\s+(?:(?:him|her|them|the kids)\s+)?|moved\s+|lives?\s+|living\s+|stays\s+|over\s+)*(?:in|to|from|at|near|up|of)|"
    r"\b(?:work|works|working|worked|job)\s+(?:is\s+)?(?:in|at|near|over)|"
    r"\b(?:went|been|go|going|travel|trip|holiday|visit\w*|drive|drove|moved (?:here |away |over |up |down )?(?:from|out of)|left|used to (?:live|be|stay) (?:in|near)|used to (?:live|be) (?:over |up |down )?in|"
    r"originally from|(?:says|said|say|claims|claimed) (?:that )?(?:he|she|they)(?:'s|s| is|'re| are)? from|(?:was |were |was )?born in|grew up in|raised in|come from|came from|(?:day|days|night) out (?:in|at|to)|holiday(?:s|ed)? in|weekend in|"
    r"watch(?:ed|ing)?|played|play(?:s|ing)? for|support(?:s|ing|ed)?|reading about|read about|learning about|topic (?:on|about)|film (?:about|in)|called|named|hospital in|court in|"
    r"v|vs|versus|name is|name's|moving (?:back )?to|goes|tak(?:e|es|en|ing) (?:him|her|them|us) (?:up |over )?to|(?:not|isn't|isnt|don't live|dont live|no longer|never lived|never been|aren't|rather than|instead of|nowhere near)(?: in| from| near)?)\s+(?:to\s+|in\s+|from\s+)?(?:the\s+)?"
    r"|\b(?:day|trip|days|weekend|party|match|game|afternoon)(?: out)?(?: (?:to|at|with)(?: \w+){1,3})? (?:in|at|over in))\s*(?:the\s+)?$"
)
HOME = re.compile(
    r"\b(?:we live|i live|live in|living in|we're in|we are in|i'm in|im in|i am in|based in|area is|here in|i'm|we're)\b[^.;]{0,25}$"
)
# A child of the writer's who lives with somebody else: there is where the child lives.
LIVES_THERE = re.compile(
    r"\b(?:my|our) (?:son|daughter|kids|children|boys?|girls?|lads?|lass|little (?:boy|girl|one)s?|twins|ds|dd)\b[^.;,]{0,15}\blives? with "
    r"(?:his|her|their|there) [a-z]+ (?:and [a-z ]{3,15})?(?:over |up |down |out )?(?:in|at|near) $"
)
TEAM = re.compile(
    r"^\s*(?:(?:v|vs|versus)\b|originally\b|bull\b|bulls\b|terrier|bullies?\b|oatcakes?|(?:general |university )?hospital|police|fire service|gardens\b|towers\b|monkey forest|races\b|cathedral\b|rufc|rugby|town fc|city v|city (?:game|match|fan|shirt|kit)|city fc|rovers|albion|lad through|fan|match|game|supporter|and potato|soup|pie|ham|gp|uni\b|university|college)"
)
FILLER = re.compile(
    r"\b(?:we're|we are|i'm|im|i am|in|near|from|live|lives?|the|a|at|its|it's|it is|area|council|please|thanks|erm|um|so|just|by|up|way)\b"
)
# A place of the same name in another county or country: "Cheadle, Cheshire", "Longton near Preston", "Dresden in Germany".
FURTHER = re.compile(
    r"^\s*(?:,|\(|,?\s*(?:in|near|nr|over in)\b)?\s*(?:cheshire|surrey|lancashire|lancs|preston|kent|yorkshire|germany|virginia|bradford|leeds|london|usa|america|canada|australia|scotland|wales|ireland|"
    r"manchester|greater manchester|stockport|derbyshire|nottingham|coventry|devon|cornwall|somerset|wiltshire|dorset|hampshire|sussex|essex|norfolk|suffolk|oxfordshire|gloucestershire gl|cumbria|durham|"
    r"shropshire|worcestershire|warwickshire|leicestershire|northamptonshire|lincolnshire|swansea|cardiff|powys|new zealand|south africa)\b(?=\s*(?:$|[,.;:!?)]))"
)
SECOND = re.compile(r"\s*(?:,|\(|,? in )\s*([a-z][a-z ]{2,30}?)\s*(?:$|[,.;:!?)])")
# A neighbour of the place that is meant: "just over the border from Stoke, in Kidsgrove".
BESIDE = re.compile(
    r"\b(?:near|nr|next to|close to|not far from|outside|just off|border (?:from|of|with)|between|side of|miles from|minutes from|mins from|between [\w ]{3,30} and) $"
)
# "Thornbury near Bristol", "Alton, by the towers".
WHERE_IT_IS = re.compile(
    r"(?:(?:,| but)? ?(?:near|nr|just outside|outside|between|next to|not far)\b|, (?:by|just|close|opposite|off|in|the \w+ one|not|postcode|st\d|bs\d)\b)"
)
HERE = re.compile(r" (?:here|born)\b")
COUNCIL = re.compile(r"\s*(?:city|borough|district|county|town)?\s*(?:council|city|centre|town centre)\b[^a-z]*$")
# After these words any name of a place is one, but for the few that are things one can be in.
IN_A_PLACE = re.compile(
    r"\b(?:in|near|nr|from|outside|live at|live in|living in|over in|up in|down in|out in|moved to|based in|area of) $"
)


# "Thornbury, and she is 15": an answer that goes on.
GOES_ON = re.compile(
    r", ?(?!my \w+,)(?:and |but |so )?(?:he|she|they|we|i|it|my|our|his|her|the|two|three|one|both)(?:'?s|'?m|'?re|'?ve)?\b"
)


def stands_alone(before: str, after: str) -> bool:
    """Whether a name has nothing beside it that says more than where somebody is."""
    return not FILLER.sub("", before).strip(" ,.!") and (
        len(after) < 12
        or not before
        and GOES_ON.match(after) is not None
        or COUNCIL.match(after) is not None
        or WHERE_IT_IS.match(after) is not None
    )
