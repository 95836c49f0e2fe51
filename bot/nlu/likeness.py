"""How near the meaning of a sentence is to sentences of the training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.nlu.compiled import in_eight_bits, on_one_core
from bot.nlu.ridge import Floats

OPSET = 17


class Likeness:
    """Some sentences of the training, compiled to be compared with at once. Eight bits for a number: a quarter of the
    memory that a message has to pass through, and no decision on the development set is another.
    """

    def __init__(self, compiled: bytes) -> None:
        self.compiled = compiled
        self._session = on_one_core(compiled)

    @classmethod
    def compile(cls, sentences: Floats) -> Likeness:
        """`sentences` [compared, width] are vectors of length one."""
        from onnx import TensorProto, helper, numpy_helper

        width = sentences.shape[1]
        vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", width])
        cosines = helper.make_tensor_value_info("cosines", TensorProto.FLOAT, ["texts", len(sentences)])
        kept = numpy_helper.from_array(np.ascontiguousarray(sentences.T, dtype=np.float32), "sentences")
        product = helper.make_node("MatMul", ["vectors", "sentences"], ["cosines"], name="product")
        graph = helper.make_graph([product], "likeness", [vectors], [cosines], [kept])
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        return cls(in_eight_bits(model))

    def to(self, vectors: Floats, fading: float) -> Floats:
        """[texts, compared], as `near` but for what eight bits round away. One text after the other, so that none
        depends on its neighbours.
        """
        cosines = [self._session.run(None, {"vectors": vector[None]})[0] for vector in vectors]
        return _faded(np.vstack(cosines), fading)

    def array(self) -> NDArray[np.uint8]:
        """What to keep; `from_array` reads it."""
        return np.frombuffer(self.compiled, dtype=np.uint8)

    @classmethod
    def from_array(cls, kept: NDArray[np.generic]) -> Likeness:
        """What `array` gave."""
        return cls(kept.tobytes())


def near(some: Floats, others: Floats, fading: float) -> Floats:
    """[some, others]: one for the same direction, fading to nothing."""
    return _faded(some @ others.T, fading)


def evenly(places: Sequence[int] | NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """At most so many of the places, as far apart as they can be."""
    those: NDArray[np.int64] = np.asarray(places, dtype=np.int64)
    if len(those) > most:
        those = those[np.linspace(0, len(those) - 1, most).round().astype(np.int64)]
    return those


def _faded(cosines: Floats, fading: float) -> Floats:
    result: Floats = np.exp(np.float32(fading) * (cosines - np.float32(1)))
    return result
