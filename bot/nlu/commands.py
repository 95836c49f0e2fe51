"""Start again, stop, go back, help: a short message that is about the conversation itself."""

from __future__ import annotations

import re

SHORT = 60

_PLEASE = r"(?:please|pls|plz|can we|can i|could we|could i|could you|i want to|i'd like to|i would like to|let's|lets|let me|just|ok|okay|no|sorry|right|duck|love|take me)"
_COMMANDS = {
    "audit": r"(?:(?:(?:do|start|open|fill in|run) )?(?:the |our |an |a )?(?:(?:nspcc|hsb|framework|self) )*audit(?: tool| page)?|score (?:our|my|the) area)",
    "restart": r"(?:re-?start|start (?:again|over|afresh|from (?:the )?(?:beginning|scratch|top|start))|begin again|new (?:chat|conversation|question|case)|from the (?:beginning|top|start)|reset|clear (?:it|this|everything|all)(?: and start again)?|wipe (?:it|this|everything)|scrap that|start a new one|go (?:back )?to the (?:start|beginning))",
    "stop": r"(?:stop|quit|exit|end|finish|bye+|good ?bye|cheerio|ta-?ra|tara|close|leave it|i'm done|im done|done now|that's all|thats all|that is all|enough|cancel|end (?:the )?(?:chat|conversation)|stop (?:now|this|here|the chat)|close (?:the )?chat|forget it|never ?mind|nvm|log ?out|shut (?:it|this) down)",
    "back": r"(?:(?:go|move|step|jump) back(?: (?:a step|one|one step|a bit|to the last (?:one|question)))?|back|previous(?: (?:question|one|step))?|last question(?: again)?|undo(?: (?:that|it|my (?:last )?answer))?|change my (?:last )?answer|back (?:one|a step|a question|up)|i made a mistake|wrong (?:button|answer)|ask (?:me )?(?:that|it) again|one step back)",
    "help": r"(?:help|help me use this|how does this work|how do i (?:use this|answer)|what (?:can|do) you do|what (?:should|can|do) i (?:do|say|type) (?:here|now)|what do you mean|i don'?t understand|i dont understand|talk to (?:a (?:human|person|real person)|someone)|speak to (?:a (?:human|person|real person)|someone)|options|menu|instructions|who are you|human)",
}
_PATTERNS = {
    name: re.compile(
        rf"^(?:{_PLEASE}[\s,]+)*{words}(?:[\s,]+(?:{_PLEASE}|now|thanks|thank you|ta|again|for now|then|mate|cheers))*$"
    )
    for name, words in _COMMANDS.items()
}


def find(text: str) -> str | None:
    """`audit`, `restart`, `stop`, `back`, `help`, or `None`. Only the whole of a short message is a command: "he won't stop"
    is none.
    """
    lowered = " ".join(text.lower().replace("’", "'").split()).strip(" .!?,")
    if not lowered or len(lowered) > SHORT:
        return None
    return next((name for name, pattern in _PATTERNS.items() if pattern.match(lowered)), None)
