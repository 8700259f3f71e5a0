"""A trained network to files that run without torch: ONNX in int8 per channel, the type head as arrays.

Embeddings of word pieces are not trained: all networks share one table of them, in int8 per piece.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from oqiga.read.encoder.model import TOKENIZER, kinds_beside
from oqiga.read.encoder.pieces import PIECES, save_pieces
from oqiga.train.roles.network import RoleNetwork


class _Exported(nn.Module):
    """The network without dropout and behind the table of pieces, giving probabilities instead of logits."""

    def __init__(self, network: RoleNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, embedded: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden, roles, report = self.network.read(embedded, mask)
        return hidden, roles.softmax(-1), report.sigmoid()


def export(network: RoleNetwork, tokenizer: Path, path: Path) -> None:
    """Write a network as `path`; its head for types, the table of pieces and `tokenizer.json` beside it."""
    network.eval().to("cpu").float()
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _write(network, whole)
        quantize_dynamic(
            str(whole),
            str(path),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
    first, _, second = network.kind
    assert isinstance(first, nn.Linear)
    assert isinstance(second, nn.Linear)
    arrays: dict[str, Any] = {
        name: tensor.detach().numpy().astype(np.float16)
        for name, tensor in (
            ("first_weight", first.weight),
            ("first_bias", first.bias),
            ("second_weight", second.weight),
            ("second_bias", second.bias),
        )
    }
    np.savez_compressed(kinds_beside(path), **arrays)
    table = network.encoder.embeddings.word_embeddings.weight.detach().numpy()
    save_pieces(table, path.with_name(PIECES))
    shutil.copyfile(tokenizer, path.with_name(TOKENIZER))


def _write(network: RoleNetwork, path: Path) -> None:
    embedded = torch.ones(1, 16, network.encoder.config.hidden_size)
    mask = torch.ones(1, 16, dtype=torch.long)
    both = {0: "batch", 1: "length"}
    with torch.no_grad():
        torch.onnx.export(
            _Exported(network),
            (embedded, mask),
            str(path),
            input_names=["embedded", "mask"],
            output_names=["hidden", "roles", "report"],
            dynamic_axes={
                "embedded": both,
                "mask": both,
                "hidden": both,
                "roles": both,
                "report": {0: "batch"},
            },
            opset_version=17,
            dynamo=False,
        )
