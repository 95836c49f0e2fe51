"""Whose child a message is about, in the many ways in which people say who did it and to whom."""

from __future__ import annotations

import pytest

from bot.nlu import roles
from bot.nlu.plain_clauses import plain_clauses


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # What somebody has had done to them.
        ("my lad had his shorts pulled down at the swings", "affected"),
        ("our Y4 had a hand put up her top by a boy", "affected"),
        ("my lad had her pinned by the fence", "displayed"),
        ("my girl was bitten and touched by another child", "affected"),
        ("my boy is at a loss after being kissed by a lad", "affected"),
        ("a pupil of mine received nudes from another pupil", "affected"),
        # Clothes and bodies that are not the doer's own.
        ("kids on the estate keep feeling her bum, my daughter", "affected"),
        ("another child put a stick in his bottom, he is my nephew", "affected"),
        ("a lad got his willy out in front of my niece", "affected"),
        # Words that look like deeds.
        ("my son had his pants taken off in front of the team", "affected"),
        ("my boy was sent home for touching a girl", "displayed"),
        ("she kicked him off my daughter, a brave friend", "affected"),
        ("I pulled my son off another boy", "displayed"),
        # Whose child a word names.
        ("my ex's new wife's son has been kissing our daughter", "affected"),
        ("the family's son next door rubbed himself on her, my daughter", "affected"),
        ("our Year 5 has been asking boys to undress", "displayed"),
        ("dd9 put her hand in ds6's trousers", "both"),
        ("my mate's stuck, her little boy touched a girl at karate", "displayed"),
        ("my foster son has been rubbing himself on my nephew", "displayed"),
        ("we are the parents of a boy who has touched a girl", "displayed"),
        ("I've two boys, and the older one has been making the younger one undress", "both"),
        ("I foster three children; the brother has been touching the sister", "both"),
        ("one of mine kissed the other one", "both"),
        ("my son won't say sorry for what he did to my younger daughter", "both"),
        ("our two and a half year old pokes the other babies", "displayed"),
        # Relayed, and at work.
        ("mum rang in: a boy has had his hand up her daughter's skirt", "affected"),
        ("DSL here. Child B touched a peer in the library", "displayed"),
        ("I coach rounders and a girl keeps grabbing the others", "displayed"),
        ("a member of our choir has been circulating a photo of a teammate", "displayed"),
        ("Y8 girl alleged to have touched a peer in the corridor", "displayed"),
        ("what can my child do? A pupil in Year 9 exposed himself to her", "affected"),
        # One who is named twice, and a comma that ends nothing.
        ("help my girl 7, boy at nursery he do touching on her", "affected"),
        ("it's the lad opposite that's been doing it, to my grandson", "affected"),
        ("he's done it to her again and I'm her nan", "affected"),
        # Denied, or said of both.
        ("it wasn't done to my daughter, she was the one who did it", "displayed"),
        ("no idea how to keep the little ones safe from my son", "displayed"),
        ("they were both giggling, my girl and her friend", "unclear"),
        ("my boy and his cousin were mooning each other", "unclear"),
        ("I have a lad of 12 and a girl of 7, and he has been getting her to kiss him", "both"),
        ("our four year old was seen with an older lad leaning on top of her", "affected"),
        ("my nephew saw a boy expose himself at the baths", "affected"),
        ("one of my cubs says an older boy puts his hand on his leg", "affected"),
        ("my girl has been flashing at visitors", "displayed"),
        ("I'm a nursery nurse and one of the toddle groupers has been kissing another child", "displayed"),
        ("Nan here, little one has been putting his hand in other children's pants", "displayed"),
        ("two of our residents were kissing", "unclear"),
        ("the lad he did it to is fine, my son says", "displayed"),
    ],
)  # fmt: skip
def test_the_role_is_read_from_who_did_what_to_whom(text: str, role: str) -> None:
    assert roles.find(plain_clauses(text)).role == role
