"""The network: a small encoder, one tagger a role, a head for the report, a head for the type of a filler."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from oqiga.read.encoder.labels import ROLES, TYPES


class RoleNetwork(nn.Module):
    """Takes word pieces (batch, length); gives hidden states, role logits and report logits.

    role logits: (batch, length, roles, 3); report logits: (batch, 1 + types), relevance first.
    """

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.roles = nn.Linear(width, len(ROLES) * 3)
        self.report = nn.Linear(2 * width, 1 + len(TYPES))
        self.kind = nn.Sequential(nn.Linear(2 * width, 192), nn.GELU(), nn.Linear(192, len(TYPES)))

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Encode a batch. mask: 1 where there is a word piece, 0 in the padding."""
        return self.read(self.encoder.embeddings.word_embeddings(pieces), mask)

    def read(self, embedded: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Encode a batch of word pieces given as their embeddings, (batch, length, width)."""
        hidden = self.drop(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)
        batch, length, _ = hidden.shape
        roles = self.roles(hidden).view(batch, length, len(ROLES), 3)
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        top = hidden.masked_fill(weights == 0, -1e4).amax(1)
        return hidden, roles, self.report(torch.cat([mean, top], dim=-1))

    def kinds(self, hidden: Tensor, batch: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Return type logits (spans, types) of spans given as rows of the batch and pieces [first, last)."""
        sums = torch.cat([hidden.new_zeros(hidden.shape[0], 1, hidden.shape[2]), hidden.cumsum(1)], dim=1)
        span = (sums[batch, last] - sums[batch, first]) / (last - first).unsqueeze(-1)
        logits: Tensor = self.kind(torch.cat([span, hidden[batch, 0]], dim=-1))
        return logits


def new_network(encoder_folder: Path) -> RoleNetwork:
    """Return an untrained network over a pretrained encoder; its word embeddings stay as they are.

    Attention is trained without dropout: drawing it for every pair of words took half of the time on a CPU.
    """
    encoder = BertModel.from_pretrained(
        str(encoder_folder), add_pooling_layer=False, attention_probs_dropout_prob=0.0
    )
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return RoleNetwork(encoder)
