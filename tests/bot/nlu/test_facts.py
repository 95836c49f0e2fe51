"""What the rule-based finders read in plain sentences, and that no text upsets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu import ages, answers, areas, commands, facts, identifying, roles
from bot.nlu.plain_clauses import plain_clauses
from knowledge.case import AREAS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("my son is 8", ((8, 8),)),
        ("thirteen years 2 months old", ((13, 13),)),
        ("dd8 keeps doing it", ((8, 8),)),
        ("she is nearly 8", ((7, 7),)),
        ("he is going on 13", ((12, 12),)),
        ("an 18 month old", ((1, 1),)),
        ("a Year 4 boy", ((8, 9),)),
        ("my 8 year old and his 5 year old cousin", ((8, 8), (5, 5))),
        ("eight", ((8, 8),)),
        ("I'm 34 and worried", ()),
        ("it has gone on for 9 years", ()),
        ("3 times", ()),
        ("at 8 o'clock", ()),
        ("about 10 or 11", ((10, 11),)),
        ("13 in two weeks", ((12, 12),)),
        ("he just had his 9th birthday", ((9, 9),)),
        ("the week before her tenth birthday", ((9, 9),)),
        ("he's a big lad for 9", ((9, 9),)),
        ("not yet 3", ((2, 2),)),
        ("4 nearly 5", ((4, 4),)),
        ("he has 12 and she has 9", ((12, 12), (9, 9))),
        ("Yr. 3", ((7, 8),)),
        ("we've lived here 8 years", ()),
        ("24/7", ()),
        ("like this for 9 years, since we moved", ()),
        ("6yo girl, 6yo boy", ((6, 6), (6, 6))),
        ("they're 9 and 9", ((9, 9), (9, 9))),
        ("he is 6 and still only 6", ((6, 6),)),
        ("15yr old, Y11", ((15, 15),)),
        ("12 or 13, one of the lads next door", ((12, 13),)),
        ("13y f", ((13, 13),)),
        ("kids r 6, 8 n 15", ((6, 6), (8, 8), (15, 15))),
        ("I teach KS1", ()),
        ("he told her he was 17 but he's 31", ()),
        ("he's 10, small like an 8 year old", ((10, 10),)),
        ("one of the under fives", ((0, 4),)),
    ],
)
def test_ages_are_those_of_children_in_whole_years(text: str, found: tuple[tuple[int, int], ...]) -> None:
    assert tuple(ages.find(text).ages) == found


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("we live in Hanley", "stoke"),
        ("Newcastle-under-Lyme", "staffordshire"),
        ("Bradley Stoke", "south_gloucestershire"),
        ("I'm in Birmingham", "elsewhere"),
        ("my mum's in Rugeley, I'm in Tunstall", "stoke"),
        ("that'll only stoke him up", None),
        ("leek soup", None),
        ("school's in Fenton and we live round the corner", "stoke"),
        ("we're in litchfield", "staffordshire"),
        ("set in stone", None),
        ("in the bath", None),
        ("Fishponds", "elsewhere"),
        ("Thornbury, and she is 15", "south_gloucestershire"),
        ("Preston, my eldest, is 12", None),
        ("lichfeild, my daughter is 13", "staffordshire"),
        ("we are a family in sneyd green and my husband shouts", "stoke"),
        ("im a mum in great wyrley and another parent smacked my child", "staffordshire"),
        ("our family in Great Wyrley said so", None),
        ("a social worker with a family in Winterbourne", "south_gloucestershire"),
        ("my son lives with his dad in Wickwar, I am down in Bath", "south_gloucestershire"),
        ("my friend lives with her dad in Wickwar, I am down in Bath", "elsewhere"),
        ("The man says he is from Tamworth", None),
        ("my lads bestie lives in filton", None),
    ],
)
def test_a_place_becomes_its_council_area_and_nothing_finer(text: str, area: str | None) -> None:
    assert areas.find(text) == area


@pytest.mark.parametrize(
    ("text", "answer"),
    [("yes", "yes"), ("yeah he did", "yes"), ("no", "no"), ("no, not that I know of", "no"), ("nope", "no"),
     ("not sure", "unknown"), ("dunno duck", "unknown"), ("he is 30", None),
     ("'fraid so", "yes"), ("i suppose so", "yes"), ("he hasn't said", "unknown"), ("no way of knowing", "unknown"), ("we don't know yet", "unknown"),
     ("haven't a clue", "unknown"), ("no we don't know of any", "no"), ("he says yes she says no", "unknown"), ("not a chance", "no"), ("i doubt it", "no"), ("my son touched a girl", None), ("", None)],
)  # fmt: skip
def test_answers(text: str, answer: str | None) -> None:
    assert answers.find(text) == answer


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("start again please", "restart"),
        ("stop", "stop"),
        ("audit", "audit"),
        ("I want to do the framework audit", "audit"),
        ("go back", "back"),
        ("help", "help"),
        ("he won't stop", None),
    ],
)
def test_only_the_whole_of_a_short_message_is_a_command(text: str, command: str | None) -> None:
    assert commands.find(text) == command


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("his name is Connor", ["Connor"]),
        ("ring me on 07700 900123", ["07700 900123"]),
        ("write to someone@example.com", ["someone@example.com"]),
        ("we live at 12 Acacia Road", ["12 Acacia Road"]),
        ("ST1 4AA", ["ST1 4AA"]),
        ("will he be in Year 4 in May? I rang 999", []),
        ("the DSL and the TA in Stoke", []),
        ("my niece amina told me", ["amina"]),
        ("Agnieszka and Femi were there", ["Agnieszka", "Femi"]),
        ("Grace's mum rang", ["Grace"]),
        ("our Zylah did it", ["Zylah"]),
        ("josh goes to marlfield high", ["josh", "marlfield high"]),
        ("his snap is lil_ty99", ["lil_ty99"]),
        ("born 3 March 2015", ["3 March 2015"]),
        ("there is hope, and April will be better, says Sarah's law", ["Sarah"]),
        ("ring 0800 1111 or 0808 800 5000", []),
        ("he moved school in Year 4, no primary school, no college", []),
        ("Gethin said his sister started it", ["Gethin"]),
        ("please tell Xyrandel to ring", ["Xyrandel"]),
        ("Siobhán and Łukasz were outside", ["Siobhán", "Łukasz"]),
        ("Jade's been watching it, Bill next door saw", ["Jade", "Bill"]),
        ("Uncle Wasim was there", ["Uncle Wasim"]),
        ("write to k_jones at example dot com", ["k_jones at example dot com"]),
        ("he attends Thornbrook Meridian", ["Thornbrook Meridian"]),
        ("guy from the council, I'm Desperate, Counselling has helped", []),
        ("Bradley Stoke, the Jewish school, a jack russell, mr nobody", []),
        ("Nurse said wait, coach said nothing, I miss him", []),
        ("she used to love school, and she did miss school", []),
        ("Ramadan is hard for him, and as a Christian family we pray", []),
        ("Rose from the table and ran off", []),
        ("Christian is in his class", ["Christian"]),
        ("a Boy in Her Class At School", []),
        ("she trains at Hollin Vale Gymnastics Club, not the Football Club", ["Hollin Vale Gymnastics Club"]),
        ("miss adeyemi saw it, i miss hime", ["miss adeyemi"]),
    ],
)
def test_what_could_identify_someone_is_found_and_ordinary_words_are_not(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in identifying.find(text)] == spans


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Boy of 4 asked a girl of 4 to show him her private parts", "unclear"),
        ("my son asked a girl to show him her bum", "displayed"),
        ("my son put his hands down another child's trousers", "displayed"),
        ("my boy was hurt by another boy", "affected"),
        ("my daughter told me a boy touched her", "affected"),
        ("mum says her son pulled a girl's pants down", "displayed"),
        ("my friend's son touched my daughter", "affected"),
        ("my partner's son touched a girl at his school", "displayed"),
        ("my son was the one who persuaded her", "displayed"),
        ("my son is the one who got hurt", "affected"),
        ("my daughter has been touched by her brother", "both"),
        ("he's been doing it to his sister", "both"),
        ("my nine year old and my six year old were touching", "both"),
        ("a lad I teach sent a girl a picture", "displayed"),
        ("a pupil disclosed that another pupil had touched him", "affected"),
        ("I'm the dad of a lad who was touched by his mate", "affected"),
        ("my daughter won't say what he did to her", "affected"),
        ("my daughter told the other girl to keep it secret", "displayed"),
        ("my daughter twerks at everyone and flashes her knickers", "displayed"),
        ("the children were naked", "unclear"),
        ("nobody was hurt", "unclear"),
        ("a gang of older kids crowded round my lad by the gate", "affected"),
        ("the girl over the road lifted his shirt and yanked his shorts down", "affected"),
        ("the coach touched my daughter", "affected"),
        ("a teenager exposed himself to my girls", "affected"),
        ("he was made to do it by some bigger boys", "affected"),
        ("my daughter has been getting nudes off a lad at church", "affected"),
        ("keep away from my son, I told them, and they went for him again", "affected"),
        ("she had her hand down his trousers, my granddaughter did", "displayed"),
        ("three mums have complained about my grandson", "displayed"),
        ("my nephew thinks it's clever to lift girls' skirts", "displayed"),
        ("a boy in the hostel where I work keeps touching himself in the kitchen", "displayed"),
        ("one of our year 8s has been sending nudes", "displayed"),
        ("my eldest put his hand down my youngest's pyjamas", "both"),
        ("a Year 8 boy and a Year 3 girl", "unclear"),
        ("they're not brothers", "unclear"),
        ("no one made anyone do it", "unclear"),
        ("some kids on the field were doing it", "unclear"),
        ("I'm not sure who began it", "unclear"),
    ],
)
def test_the_role_follows_who_did_it_to_whom(text: str, role: str) -> None:
    assert roles.find(plain_clauses(text)).role == role


@given(st.text(max_size=2000))
def test_no_text_upsets_the_finders_and_their_codes_are_known(text: str) -> None:
    found = facts.find(text)
    assert all(0 <= low <= high <= 17 for low, high in found.ages)
    assert found.area in (None, *AREAS)
    assert found.answer in (None, "yes", "no", "unknown")
    assert found.role in ("displayed", "affected", "both", "unclear")
    assert set(found.factors.values()) <= {"yes", "no"}
    assert all(0 <= start < end <= len(text) for start, end in found.identifying)
