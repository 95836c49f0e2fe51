"""Compiled sums: made small when a model is trained, run on one core when a message is read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import onnxruntime

if TYPE_CHECKING:
    import onnx


def in_eight_bits(model: onnx.ModelProto, **options: Any) -> bytes:
    """The graph with 8-bit weights, for `on_one_core`; `options` as of ONNX Runtime's `quantize_dynamic`."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with TemporaryDirectory() as scratch:
        full, small = Path(scratch) / "full.onnx", Path(scratch) / "small.onnx"
        onnx.save(model, str(full))
        # Seven bits of range: with eight, processors without VNNI clip some sums, and one sentence would get another
        # vector on another machine.
        quantize_dynamic(full, small, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True, **options)
        return small.read_bytes()


def on_one_core(compiled: bytes) -> onnxruntime.InferenceSession:
    """The graph, ready to run. What is done at once are several calls."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(compiled, options, providers=["CPUExecutionProvider"])
