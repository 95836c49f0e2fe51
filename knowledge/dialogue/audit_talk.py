"""One domain of the framework's audit as a conversation: a score for each statement, then the mean and the lowest."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.audit_statement import Domain, Statement, domains, scale, statements
from knowledge.dialogue.message import Choice, Message, ask, say
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.words import Audience

PICK, SCORE = "audit_domain", "audit"  # the words of the two questions
NO_SCORE, LEAVE = "no_score", "leave_audit"
TOPICS = (
    "framework_overview",
    "domain_responses",
    "domain_prevention",
    "domain_assessment",
    "domain_interventions",
    "domain_workforce",
)
_DOMAIN = "audit_domain_"
_LOWEST = 3


def may_offer(state: State) -> bool:
    """Whether it is for this person, and no case is under way that it would break into."""
    return state.audience != Audience.PARENT.value and not (
        state.child or state.behaviours or state.candidates or state.finished
    )


def pick_domain(state: State) -> Message:
    """Which domain, with where the whole audit is."""
    choices: list[Choice] = [(f"{one.id} {one.title}", _DOMAIN + one.id) for one in domains().values()]
    choices.append((phrase(LEAVE, state.words_for), LEAVE))
    return ask(phrase("ask_audit_domain", state.words_for), PICK, choices)


def score_question(state: State, number: str) -> Message:
    """One statement with the points of the scale."""
    one = statements()[number]
    domain = domains()[one.domain]
    place = domain.statements.index(one) + 1
    says = phrase(
        "ask_audit_score", state.words_for, number=number, statement=_whole(one), place=str(place),
        count=str(len(domain.statements)),
    )  # fmt: skip
    choices: list[Choice] = [(f"{point.id} {point.title}", point.id) for point in scale().values()]
    choices += [(phrase(NO_SCORE, state.words_for), NO_SCORE), (phrase(LEAVE, state.words_for), LEAVE)]
    return ask(says, f"{SCORE}:{number}", choices)


def in_audit(state: State) -> bool:
    """Whether a question of the audit is open."""
    return (state.asked or "").partition(":")[0] in (PICK, SCORE)


def answered(state: State, value: str) -> tuple[State, str | None, list[Message]]:
    """The state with one answer, the word of the next question (`None`: the audit is left), and what is said first."""
    if value == LEAVE:
        return left(state), None, _result(state)
    if state.asked == PICK:
        domain = domains()[value.removeprefix(_DOMAIN)]
        return state.but(audit_scores={}), f"{SCORE}:{domain.statements[0].id}", []
    number = (state.asked or "").partition(":")[2]
    kept = dict(state.audit_scores)
    if value != NO_SCORE:
        kept[number] = value
    state = state.but(audit_scores=kept)
    own = [one.id for one in domains()[statements()[number].domain].statements]
    still = own[own.index(number) + 1 :]
    if still:
        return state, f"{SCORE}:{still[0]}", []
    return state.but(audit_scores={}), PICK, _result(state, domains()[statements()[number].domain])


def left(state: State) -> State:
    """The state without the audit."""
    return state.but(audit_scores={}, asked=None, offered=())


def _result(state: State, domain: Domain | None = None) -> list[Message]:
    """The mean of what has a score, the lowest statements with what helps and who leads. Nothing is said of silence."""
    scores = {number: int(score) for number, score in state.audit_scores.items()}
    if not scores:
        return [say(phrase("audit_no_scores", state.words_for))] if domain else []
    domain = domain or domains()[statements()[next(iter(scores))].domain]
    lines = [
        phrase(
            "audit_result", state.words_for, domain=f"{domain.id} {domain.title}", mean=mean_in_words(scores.values()),
            scored=str(len(scores)), of=str(len(domain.statements)),
        )
    ]  # fmt: skip
    order = [one.id for one in domain.statements]
    for number in sorted(scores, key=lambda one: (scores[one], order.index(one)))[:_LOWEST]:
        one = statements()[number]
        lines.append(
            phrase(
                "audit_lowest", state.words_for, number=number, score=str(scores[number]), helps=one.helps[0],
                leads="; ".join(one.leads),
            )
        )  # fmt: skip
    return [say("\n".join([*lines, phrase("audit_page", state.words_for)]))]


def mean_in_words(scores: Collection[int]) -> str:
    """The mean with one decimal, rounded half up, as the audit's page writes it."""
    tenths = (20 * sum(scores) + len(scores)) // (2 * len(scores))
    return f"{tenths // 10}.{tenths % 10}"


def _whole(one: Statement) -> str:
    """A lettered part says little without the statement that it stands under."""
    group = domains()[one.domain].groups.get(one.group or "")
    return " ".join(part for part in (group, one.says) if part)
