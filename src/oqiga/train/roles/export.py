"""A trained network to files that run without torch: ONNX in int8 per channel, the type head as arrays."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from oqiga.read.encoder.model import kinds_beside
from oqiga.train.roles.network import RoleNetwork


class _Exported(nn.Module):
    """The network without dropout, giving probabilities of labels instead of logits."""

    def __init__(self, network: RoleNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden, roles, report = self.network(pieces, mask)
        return hidden, roles.softmax(-1), report.sigmoid()


def export(network: RoleNetwork, tokenizer: Path, path: Path) -> None:
    """Write a network as `path`, its head for types and `tokenizer.json` beside it."""
    network.eval().to("cpu").float()
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _write(network, whole)
        quantize_dynamic(
            str(whole),
            str(path),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    first, _, second = network.kind
    assert isinstance(first, nn.Linear)
    assert isinstance(second, nn.Linear)
    arrays: dict[str, Any] = {
        name: tensor.detach().numpy().astype(np.float32)
        for name, tensor in (
            ("first_weight", first.weight),
            ("first_bias", first.bias),
            ("second_weight", second.weight),
            ("second_bias", second.bias),
        )
    }
    np.savez_compressed(kinds_beside(path), **arrays)
    shutil.copyfile(tokenizer, path.with_name("tokenizer.json"))


def _write(network: RoleNetwork, path: Path) -> None:
    pieces = torch.ones(1, 16, dtype=torch.long)
    mask = torch.ones(1, 16, dtype=torch.long)
    both = {0: "batch", 1: "length"}
    with torch.no_grad():
        torch.onnx.export(
            _Exported(network),
            (pieces, mask),
            str(path),
            input_names=["pieces", "mask"],
            output_names=["hidden", "roles", "report"],
            dynamic_axes={
                "pieces": both,
                "mask": both,
                "hidden": both,
                "roles": both,
                "report": {0: "batch"},
            },
            opset_version=17,
            dynamo=False,
        )
