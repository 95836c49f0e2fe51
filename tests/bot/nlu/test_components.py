"""The graph components, on a small training set of their own: trained, saved, loaded, and the codes that leave the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.data import TrainingType
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import ages, encoder_graph, fact_sentences, factors, role_sentences, whose
from bot.nlu.fact_finder import FACTS, FactFinder
from bot.nlu.fact_sentences import FactSentence
from bot.nlu.gate_classifier import CODES, GateClassifier
from bot.nlu.label_ranker import RANKING, LabelRanker
from bot.nlu.plain_clauses import plain_clauses
from bot.nlu.role_sentences import RoleSentence
from bot.nlu.safety_net_classifier import ROUTES, SafetyNetClassifier
from bot.nlu.sentence_encoder import VECTOR, SentenceEncoder
from bot.nlu.spelling_mender import SpellingMender, mended

SENTENCES = {
    "behaviour.peeping": [
        "he looks under the toilet door",
        "she spies on people changing",
        "he watched her in the shower",
    ],
    "behaviour.nakedness": [
        "runs round with nothing on",
        "she loves being naked at home",
        "he strips off all the time",
    ],
    "out_of_scope": ["what is the weather", "how do i cook rice", "who won the match"],
    "route.sextortion": ["he says he will post it unless i pay", "they want money or they share the picture"],
    "route.immediate_danger": [
        "he is hurting her right now",
        "help he is hurting my girl now",
        "hurting him right now please come",
    ],
    "near_miss.immediate_danger": [
        "right now she is asleep",
        "he hurt her feelings",
        "my son is 8 and looks in the mirror",
        "my daughter is 5 and looks for her shoes at school",
        "she is under the table with her brother",
        "my lad is shy at the door",
    ],
    "answer.yes": ["yes", "yes he did"],
    "command.stop": ["stop", "that is all"],
}
# No rule of the fact finder knows the word.
FACT_SENTENCES = [
    FactSentence("he zibbered her", {"coercion": "yes"}),
    FactSentence("zibbered into it", {"coercion": "yes"}),
    FactSentence("the boy zibbered him", {"coercion": "yes"}),
    FactSentence("they played in the garden", in_all=True),
    FactSentence("he had his tea", in_all=True),
]
# Nor does any rule of the role know these.
ROLE_SENTENCES = [
    RoleSentence(f"{word} {beside}", (role,))
    for role, word in [("displayed", "quorvish"), ("affected", "wimbled"), ("both", "plonkery"), ("unclear", "drazzle")]
    for beside in [
        "at nan's",
        "on the bus",
        "in the garden",
        "after school",
        "on Monday",
        "at tea",
        "again",
        "upstairs",
    ]
]
CONTEXT = ExecutionContext(GraphSchema({}))


def a_message(text: str) -> Message:
    return Message(data={TEXT: text})


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalModelStorage, TrainingData]]:
    storage = LocalModelStorage(tmp_path_factory.mktemp("storage"))
    examples = [Message(data={TEXT: text, INTENT: label}) for label, texts in SENTENCES.items() for text in texts]
    data = TrainingData(training_examples=examples)
    mender = SpellingMender.create({}, storage, Resource("spelling"), CONTEXT)
    mender.train(data)
    mender.process_training_data(data)
    encoder = SentenceEncoder.create({}, storage, Resource("encoder"), CONTEXT)
    encoder.train(data)
    encoder.process_training_data(data)
    LabelRanker.create({}, storage, Resource("ranker"), CONTEXT).train(data)
    with pytest.MonkeyPatch.context() as only_a_few:
        only_a_few.setattr(fact_sentences, "load", lambda: FACT_SENTENCES)
        only_a_few.setattr(role_sentences, "load", lambda: ROLE_SENTENCES)
        FactFinder.create({"encoder": "encoder", "spelling": "spelling"}, storage, Resource("facts"), CONTEXT).train(
            data
        )
    yield storage, data


@pytest.fixture(scope="module")
def pipeline(trained: tuple[LocalModelStorage, TrainingData]) -> list[Any]:
    storage, _ = trained
    return [
        SpellingMender.load({}, storage, Resource("spelling"), CONTEXT),
        SentenceEncoder.load({}, storage, Resource("encoder"), CONTEXT),
        LabelRanker.load({}, storage, Resource("ranker"), CONTEXT),
        FactFinder.load({}, storage, Resource("facts"), CONTEXT),
        SafetyNetClassifier.create({}, storage, Resource("net"), CONTEXT),
        GateClassifier.create({}, storage, Resource("gate"), CONTEXT),
    ]


def read(pipeline: list[Any], text: str) -> Message:
    messages = [a_message(text)]
    for component in pipeline:
        messages = component.process(messages)
    return messages[0]


def test_the_encoder_gives_every_sentence_a_vector_of_length_one_and_like_sentences_like_vectors(
    pipeline: list[Any],
) -> None:
    one, two, other = (
        read(pipeline, t).get(VECTOR) for t in ("he peeps under doors", "he looks under doors", "rice recipe")
    )
    assert one.shape == (384,) and np.linalg.norm(one) == pytest.approx(1, abs=1e-3)
    assert one @ two > one @ other


def test_a_long_sentence_beside_a_short_one_hardly_changes_its_vector(pipeline: list[Any]) -> None:
    short, long = a_message("he peeps"), a_message("a long message " * 40)
    for component in pipeline[:2]:
        component.process([short, long])
    assert short.get(VECTOR) @ read(pipeline, "he peeps").get(VECTOR) > 0.9


def test_a_training_sentence_has_the_very_vector_that_it_has_as_a_message(
    trained: tuple[LocalModelStorage, TrainingData], pipeline: list[Any]
) -> None:
    for example in trained[1].intent_examples[::7]:
        assert np.array_equal(example.get(VECTOR), read(pipeline, example.get(TEXT)).get(VECTOR))


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"something else")
    with pytest.raises(encoder_graph.EncoderError, match="sha256"):
        encoder_graph.checked_weights(path)


def test_the_ranker_ranks_the_behaviours_and_says_whether_one_is_spoken_of(pipeline: list[Any]) -> None:
    ranking = read(pipeline, "he looks under the toilet door at school").get(RANKING)
    assert ranking.behaviours[0][0] == "peeping"
    assert ranking.in_scope > read(pipeline, "what is the weather like").get(RANKING).in_scope
    assert sum(p for _, p in ranking.behaviours) == pytest.approx(1, abs=1e-3)


def test_what_is_loaded_ranks_as_what_was_trained(
    trained: tuple[LocalModelStorage, TrainingData], pipeline: list[Any]
) -> None:
    storage, _ = trained
    again = LabelRanker.load({}, storage, Resource("ranker"), CONTEXT)
    message = read(pipeline, "she spies on people")
    assert again.process([message])[0].get(RANKING).behaviours == message.get(RANKING).behaviours


def test_the_fact_finder_finds_the_facts(pipeline: list[Any]) -> None:
    assert read(pipeline, "my son is 8").get(FACTS).ages == ((8, 8),)


def test_the_safety_net_stops_what_must_be_stopped(pipeline: list[Any]) -> None:
    message = read(pipeline, "he is hurting her right now")
    assert "r.immediate_danger" in dict(message.get(ROUTES))
    assert message.get(INTENT)["name"] == "route"


def test_the_gate_lets_codes_out_and_no_word_of_the_text(pipeline: list[Any]) -> None:
    message = read(pipeline, "my son Fitzwilliam is 8 and looks under the toilet door")
    codes = message.get(CODES)
    assert codes["age"] == [{"low": 8, "high": 8}] and codes["behaviours"][0]["id"] == "peeping"
    assert "itzwilliam" not in str(codes)
    assert message.as_dict(only_output_properties=True)[CODES] == codes
    assert message.get(INTENT)["name"] == "tell"


def test_a_command_is_a_command(pipeline: list[Any]) -> None:
    message = read(pipeline, "start again")
    assert message.get(INTENT)["name"] == "command" and message.get(CODES)["command"] == "restart"


def test_a_fact_that_no_rule_knows_is_heard_by_the_trained_part(pipeline: list[Any]) -> None:
    assert factors.find(" the lad zibbered her . ", ages.find("")) == {}
    assert read(pipeline, "the lad zibbered her").get(FACTS).factors == {"coercion": "yes"}
    assert read(pipeline, "she had her tea in the garden").get(FACTS).factors == {}


@pytest.mark.parametrize(
    ("text", "role"),
    [("quorvish in the garden", "displayed"), ("wimbled in the garden", "affected"), ("plonkery at tea", "both")],
)
def test_the_fact_finder_has_learnt_words_for_the_role_that_no_rule_knows(
    pipeline: list[Any], text: str, role: str
) -> None:
    assert whose.role_of(plain_clauses(text)) == "unclear"
    assert read(pipeline, text).get(FACTS).role == role


@pytest.mark.parametrize(
    "text", ["purple", "it is raining here again", "what do I do now", "can I have a leaflet please", "yes", "not sure"]
)
def test_the_role_is_unclear_where_neither_rules_nor_ear_are_sure(pipeline: list[Any], text: str) -> None:
    assert read(pipeline, text).get(FACTS).role == "unclear"


def test_whose_child_it_is_by_the_rules_stands_where_the_ear_hears_nothing(pipeline: list[Any]) -> None:
    assert read(pipeline, "my daughter was touched by a boy").get(FACTS).role == "affected"


@pytest.mark.parametrize("named", ["encoder", "spelling"])
def test_a_fact_finder_without_the_name_of_its_encoder_or_spelling_is_refused(tmp_path: Path, named: str) -> None:
    with pytest.raises(InvalidConfigException, match="spelling" if named == "encoder" else "encoder"):
        FactFinder.create({named: "there"}, LocalModelStorage(tmp_path), Resource("facts"), CONTEXT)


def test_the_configuration_names_the_resources_that_the_encoder_and_the_spelling_leave_behind() -> None:
    root = Path(__file__).parents[3]
    config = yaml.safe_load((root / "config.yml").read_text(encoding="utf-8"))
    graph = DefaultV1Recipe().graph_config_for_recipe(config, {}, TrainingType.BOTH)
    [finder] = [one for one in config["pipeline"] if one["name"].endswith(".FactFinder")]
    assert graph.train_schema.nodes[finder["encoder"]].uses is SentenceEncoder
    assert graph.train_schema.nodes[finder["spelling"]].uses is SpellingMender


def test_a_message_is_mended_by_the_words_of_the_training_and_every_part_reads_what_comes_out(
    pipeline: list[Any],
) -> None:
    message = read(pipeline, "he lokos under teh toilet door")
    assert mended(message) == "he looks under the toilet door"
    right = read(pipeline, "he looks under the toilet door")
    assert np.array_equal(message.get(VECTOR), right.get(VECTOR))
    assert message.get(RANKING) == right.get(RANKING) and message.get(FACTS) == right.get(FACTS)


def test_what_could_identify_someone_is_found_where_it_stands_in_what_was_written(pipeline: list[Any]) -> None:
    text = "she loooves being naked, ring me on 01632 960123"
    [span] = read(pipeline, text).get(FACTS).identifying
    assert text[slice(*span)] == "01632 960123"
