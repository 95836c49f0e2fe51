"""What a message says to Waymark rather than about the worry: a greeting, thanks, a feeling, a wish for a person."""

from __future__ import annotations

import re

# A long message tells a story; only what is said in a short one, or stands at its beginning, is an aside.
LONG = 220

_WE = r"(?:i|we|im|i'm|i am|i feel|i'm feeling|i am feeling|feeling|we're|we are)"
_SO = r"(?:(?:so|very|really|just|absolutely|bit|a bit|totally|completely|such|still|too|all|in) )*"
# The most telling first: of several the first that is found counts.
_ASIDES = {
    "keep_secret": r"(?:please|pls|plz) (?:please )?(?:do not|don'?t|dont|never) (?:ever )?(?:tell|report|let on|pass|say anything|ring|share)|^(?:do not|don'?t|dont) (?:tell|report|let on|pass (?:this|it) on|ring)\b|"
    r"you (?:won'?t|wont|mustn'?t|must not|can'?t|are not going to|aren'?t going to|not going to|will not) (?:tell|report|pass (?:this|it) on|ring)|(?:promise|swear) (?:me )?(?:not to|you|u|that you)|"
    r"(?:nobody|no one|no-one) (?:must|can|should|may) (?:ever )?(?:know|find out|hear)|^(?:please |can you |could you )?keep (?:this|it) (?:between us|secret|private|quiet|to yourself)|(?:please|just) keep (?:this|it) (?:between us|secret|private|quiet)|between you and me\b|(?:can|could) (?:this|it) stay between us|"
    r"i don'?t want (?:you|anyone|anybody|social services|the police|the school|school|people|this) (?:to (?:know|find out|tell|hear|go)|told|knowing|involved)|(?:will|are) you (?:going to )?(?:tell|report)",
    "person": r"(?:talk|speak|chat) (?:to|with) (?:an? )?(?:actual |real |proper |live )?(?:person|human|somebody|someone|people)|who (?:do|can|should|could|shall) (?:i|we) (?:ring|call|phone|contact|speak to|talk to|go to)\b|"
    r"(?:is there|have you got) (?:a number|someone|somebody|anyone) (?:i|we) can (?:ring|call|phone|speak to|talk to)|number to (?:ring|call)|real person",
    "minimising": r"(?:boys|kids|lads|children) (?:will|being|do) be (?:boys|kids|lads|children)|boys being boys|kids being kids|(?:just|only) (?:a |having |messing|mucking|being )?(?:game|joke|laugh|bit of fun|banter|phase|play(?:ing)?|kids|silly|curious|fun|about|around)\b|"
    r"(?:make|making|made) (?:too|so) (?:much|big)|(?:making )?a (?:big )?(?:fuss|mountain)|(?:over ?reacting|overreaction|blown? (?:it )?(?:up )?out of (?:all )?proportion|storm in a tea)|it'?s (?:nothing|no big deal|not a big deal|not that bad|not serious)|grow out of it",
    "disbelief": r"(?:that|this|it|you) (?:can'?t|cannot|can not|cant) be (?:right|true|serious|happening|red)|can'?t believe (?:it|this|that|he|she|my)|(?:don'?t|do not|cant|can'?t) (?:believe|accept) (?:it|this|that|you)\b|(?:he|she|they)(?:'?s| is| are|'?re) (?:such |really |always been |not )?(?:a |an )?(?:good|lovely|sweet|kind|nice|gentle|innocent) (?:boy|girl|lad|kid|child|lass|soul|one)|"
    r"(?:would never|wouldn'?t|wouldnt|never would) (?:hurt|harm|do (?:that|this|anything|such)|dream)|not my (?:son|daughter|child|boy|girl|lad)|you'?(?:re| are|ve got it) (?:all )?wrong|i (?:disagree|don'?t agree)|(?:no|there'?s no) way (?:he|she|that|this|my)|that'?s (?:wrong|ridiculous|nonsense|rubbish|not fair|unfair)|must be (?:a |some )?mistake",
    "anger": r"(?:you'?re|you are|this is|your|its|it'?s|that'?s|this thing is|what) (?:a |an )?(?:no help|useless|no use|rubbish|stupid|pointless|waste|joke|not helping|not helpful|bloody|disgrace|crap|hopeless)\w*|waste of time|(?:how|don'?t you) dare|(?:i'?m|i am|im|so|absolutely|bloody) (?:so |really |absolutely )*(?:angry|furious|livid|fuming|raging|mad at)|"
    r"(?:f\*+|fuck|sod|bugger|piss) off|stupid (?:bot|thing|machine|robot|computer)|go away|leave (?:me|us) alone|none of your business|stop (?:judging|blaming)|(?:what|how) do you know",
    "shame": rf"\b{_WE} {_SO}(?:ashamed|embarrassed|mortified|humiliated|guilty|disgusted with myself)|(?:blame|hate|kick) (?:myself|me)\b|(?:bad|terrible|awful|useless|rubbish|failed as a|worst) (?:mum|mother|dad|father|parent|nan|gran)\b|"
    r"(?:all )?my (?:own )?fault|\bam i (?:a |an )?(?:monster|freak|pervert|bad|evil|horrible|disgusting|awful|terrible)|\bi'?m (?:a |such a )?(?:monster|freak|horrible|disgusting)\b|what (?:must|do) you think of (?:me|us)|i(?:'ve| have)? failed (?:him|her|them|as)|should have (?:known|seen|noticed|been there)",
    "panic": rf"(?:don'?t|do not|dunno|no idea) (?:know )?what to do|what (?:do|am|should) i (?:do|supposed)|{_WE} {_SO}(?:shaking|panick\w+|in bits|a mess|terrified|scared|frightened|sick|in shock|shocked|devastated|heartbroken|worried sick|numb|lost|upset|crying|overwhelmed|desperate|distraught|beside myself|at my wit'?s end|worried)|"
    r"(?:feel|feeling) (?:so )?(?:sick|numb|lost|awful|terrible|dreadful|helpless)|can'?t (?:stop (?:crying|shaking)|breathe|think straight|cope|sleep|eat)|my (?:whole )?world|heart is (?:broken|breaking|pounding|racing)|(?:please )?help me\b|oh my god|omg",
    "thanks": r"^(?:ok(?:ay)?,? |oh |well,? |right,? |great,? |lovely,? |that'?s )*(?:thank(?:s| you| u)|cheers|ta\b|much appreciated|appreciate it|that helps|that'?s helpful|helpful|brilliant|you'?ve been)",
    "hello": r"^(?:hello|hi+|hiya|hey+|ay up|ey up|good (?:morning|afternoon|evening)|morning|evening|alright|is (?:any ?(?:one|body)) there|anyone there|are you there)\b(?: (?:there|duck|love|waymark|all|mate|everyone|can (?:you|u|anyone) help(?: me)?|are you there))*[ .!?,]*$",
}
NAMES = tuple(_ASIDES)
_PATTERNS = {name: re.compile(words) for name, words in _ASIDES.items()}


def find(text: str) -> str | None:
    """One of `NAMES`, or `None` where the text says nothing of the kind. Never raises."""
    lowered = " ".join(text.lower().replace("’", "'").split())[:LONG]
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(lowered)), None)
