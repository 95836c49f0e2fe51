"""What is said plainly is heard, whatever the weights: the trained model on messages that nobody may miss."""

from __future__ import annotations

import pytest

from bot.nlu.reader import Reader
from bot.nlu.route_head import URGENT
from bot.understand import MODEL

PLAIN = {
    "r.suicide_selfharm": [
        "i want to kill myself",
        "I want to die",
        "she says she is going to kill herself",
        "my son has taken an overdose",
        "he keeps cutting himself",
    ],
    "r.immediate_danger": [
        "he is hurting her right now",
        "help she is bleeding and he won't let go of her",
        "it is happening now in the next room",
    ],
    "r.recent_assault": ["my daughter was raped last night", "she was sexually assaulted yesterday"],
    "r.adult_abuser": [
        "my daughter says her uncle touches her private parts",
        "her stepdad has been getting into bed with her and touching her",
        "an adult has been sexually abusing my child",
    ],
    "r.child_self_disclosure": [
        "my uncle touches me and i don't like it",
        "i'm 9 and my brother keeps touching my private parts",
        "someone is doing sexual things to me and i am scared to tell",
    ],
    "r.sextortion": [
        "they are blackmailing my son with a naked picture and want money",
        "someone says they will send my nudes to everyone unless i pay",
    ],
    "r.adult_own_thoughts": [
        "I am attracted to children and I need help",
        "I'm an adult and I have sexual thoughts about children",
    ],
    "r.fgm": ["they are taking her abroad to be cut", "I think my niece is going to have FGM"],
    "r.forced_marriage_hba": ["my parents are forcing my sister to marry a man abroad"],
    "r.domestic_abuse": ["my husband hits me in front of the children"],
    "r.grooming_online": ["a man of 30 she met online wants to meet my 12 year old"],
}
QUIET = [
    "it's killing me not knowing what to say",
    "my 4 year old son touches his willy when he watches tv",
    "he's in danger of being excluded",
    "they were playing doctors and looked at each other",
    "my daughter of 7 asks where babies come from",
    "he says rude words at school and laughs",
    "what is MASH?",
    "I could murder a cup of tea",
    "my girl of 14 has a boyfriend in her class",
]
# Of these the net may take one for danger: it has never read them.
EVERYDAY = [
    "which bin goes out this week",
    "what time does the library shut",
    "we need a new boiler and can't afford it",
    "my son is finding his maths hard",
    "who do I talk to about a parking fine",
    "do they need my address when I ring",
    "can social services take her from us",
    "he has a police interview next week, should we get a solicitor",
    "how long until somebody rings me back",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.from_model(MODEL)


@pytest.mark.parametrize(("route", "text"), [(route, text) for route, texts in PLAIN.items() for text in texts])
def test_plain_words_of_danger_open_an_urgent_route(reader: Reader, route: str, text: str) -> None:
    opened = {one["id"] for one in reader.read(text)["routes"]}
    assert route in opened, opened


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_words_open_none(reader: Reader, text: str) -> None:
    assert not {one["id"] for one in reader.read(text)["routes"]} & URGENT


def test_everyday_messages_and_calm_questions_open_next_to_none(reader: Reader) -> None:
    opened = [text for text in EVERYDAY if {one["id"] for one in reader.read(text)["routes"]} & URGENT]
    assert len(opened) <= 1, opened
