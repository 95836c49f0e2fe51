"""A module's code with one place altered: the operators of the mutation test."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from functools import partial

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
CALLS = {"max": "min", "min": "max", "all": "any", "any": "all"}
MEMBERS = {
    "Colour": ("GREEN", "AMBER", "RED"),
    "Continuum": ("NORMAL", "INAPPROPRIATE", "PROBLEMATIC", "ABUSIVE", "VIOLENT"),
    "Answer": ("YES", "NO", "UNKNOWN"),
    "Weight": ("STRONG", "BY_CONTACT", "BY_EXPOSURE", "ROUTE"),
    "CellColour": ("LAW", "INFORMATION"),
    "Mutuality": ("MUTUAL", "NONE"),
}


def altered(source: str) -> Iterator[tuple[str, Callable[[], ast.Module]]]:
    """The line and the words of every change, each with what makes the altered module."""
    tree = ast.parse(source)
    untouched = _untouched(tree)
    for place, node in enumerate(ast.walk(tree)):
        if id(node) not in untouched:
            for what, change in _changes(node):
                yield f"{getattr(node, 'lineno', 0)} {what}", partial(_altered, tree, place, change)


def _altered(tree: ast.Module, place: int, change: Change) -> ast.Module:
    fresh = copy.deepcopy(tree)
    change(list(ast.walk(fresh))[place])
    return ast.fix_missing_locations(fresh)


def _untouched(tree: ast.Module) -> set[int]:
    """What is no rule: assertions, errors, words in f-strings, annotations, imports, decorators, fields, docstrings."""
    left: set[int] = set()
    for node in ast.walk(tree):
        skipped: list[ast.AST] = []
        if isinstance(node, (ast.Assert, ast.Raise, ast.JoinedStr, ast.Import, ast.ImportFrom)):
            skipped.append(node)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            skipped += node.decorator_list
        if isinstance(node, ast.FunctionDef):
            skipped += [one for one in (node.args, node.returns) if one]
        if isinstance(node, ast.AnnAssign):
            skipped.append(node.annotation)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.append(node)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
            skipped.append(node)
        if isinstance(node, ast.ClassDef):
            skipped += [one for one in node.body if isinstance(one, (ast.Assign, ast.AnnAssign))]
        for one in skipped:
            left.update(id(inner) for inner in ast.walk(one))
    return left


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be altered about one node."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            if type(op) in COMPARISONS:
                yield f"{_words(node)}: {COMPARISONS[type(op)].__name__}", Change("ops", COMPARISONS[type(op)](), at)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield f"{_words(node)}: {OPERATORS[type(node.op)].__name__}", Change("op", OPERATORS[type(node.op)]())
    if isinstance(node, ast.BoolOp):
        yield f"{_words(node)}: and, or", Change("op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        for at, value in enumerate(node.values):
            neutral = ast.Constant(isinstance(node.op, ast.And))
            yield f"{_words(node)}: without {_words(value)}", Change("values", neutral, at)
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        if isinstance(node.value, bool):
            yield f"{node.value}: {not node.value}", Change("value", not node.value)
        else:
            for step in (-1, 1):
                yield f"{node.value}: {node.value + step}", Change("value", node.value + step)
    if isinstance(node, (ast.Set, ast.Tuple)) and _words_only(node):
        for at, value in enumerate(node.elts):
            yield f"{_words(node)}: without {_words(value)}", Change("elts", None, at)
    if isinstance(node, ast.Compare):
        for at, value in enumerate([node.left, *node.comparators]):
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                other = ast.Constant(value.value + " no more")
                yield (
                    f"{_words(node)}: another word",
                    Change("left" if at == 0 else "comparators", other, at - 1 if at else None),
                )
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        for member in MEMBERS.get(node.value.id, ()):
            if node.attr in MEMBERS[node.value.id] and member != node.attr:
                yield f"{_words(node)}: {member}", Change("attr", member)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield f"{_words(node)}: {CALLS[node.func.id]}", Change("func", ast.Name(CALLS[node.func.id], ast.Load()))
    if isinstance(node, (ast.If, ast.IfExp)):
        yield f"if {_words(node.test)}: always", Change("test", ast.Constant(True))
        yield f"if {_words(node.test)}: never", Change("test", ast.Constant(False))
    if isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            yield f"for ... if {_words(test)}: always", Change("ifs", ast.Constant(True), at)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{_words(node)}: not not", Change("operand", ast.UnaryOp(ast.Not(), node.operand))
    for name in ("body", "orelse"):
        yield from _left_out(node, name)


def _left_out(node: ast.AST, name: str) -> Iterator[tuple[str, Change]]:
    statements = getattr(node, name, None)
    if not isinstance(statements, list):
        return
    for at, one in enumerate(statements):
        call = isinstance(one, ast.Expr) and not isinstance(one.value, ast.Constant)
        again = isinstance(one, ast.Assign) and (isinstance(node, ast.If) or _set_before(one, statements[:at]))
        if call or again or isinstance(one, (ast.AugAssign, ast.Continue)):
            yield f"left out: {_words(one)}", Change(name, ast.Pass(), at)


def _set_before(one: ast.Assign, earlier: list[ast.stmt]) -> bool:
    """Whether the name has a value without this statement."""
    names = {_words(target) for target in one.targets}
    return any(
        _words(target) in names for other in earlier if isinstance(other, ast.Assign) for target in other.targets
    )


def _words_only(node: ast.Set | ast.Tuple) -> bool:
    return len(node.elts) > 1 and all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in node.elts)


def _words(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 70 else f"{text[:67]}..."


class Change:
    """Sets a field of a node, or one place of a field that is a list; `None` takes the place out."""

    def __init__(self, field: str, value: object, at: int | None = None) -> None:
        self.field, self.value, self.at = field, value, at

    def __call__(self, node: ast.AST) -> None:
        if self.at is None:
            setattr(node, self.field, self.value)
        elif self.value is None:
            del getattr(node, self.field)[self.at]
        else:
            getattr(node, self.field)[self.at] = self.value
