"""The encoder as a torch module: BERT with the weights of multilingual-e5-small, mean pooling, one logit a category."""

import torch
from torch import nn
from torch.nn import functional

from tests.training.packed_e5 import Packed


class Layer(nn.Module):
    """One layer: attention, then two matrices with a gelu between; each added to what came in, then normed."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.ao = nn.Linear(hidden, hidden)
        self.aln = nn.LayerNorm(hidden, epsilon)
        self.fi = nn.Linear(hidden, inner)
        self.fo = nn.Linear(inner, hidden)
        self.oln = nn.LayerNorm(hidden, epsilon)
        self.drop = 0.1

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.aln(x + seen)
        inner = self.fo(functional.gelu(self.fi(x)))
        return self.oln(x + functional.dropout(inner, self.drop, self.training))


class Encoder(nn.Module):
    """Embedded pieces in, one vector a text out: the mean over its pieces of the last layer."""

    def __init__(self, packed: Packed, layers: int | None = None) -> None:
        super().__init__()
        tensors = {name: torch.from_numpy(value) for name, value in packed.tensors.items()}
        inner, hidden = tensors["l0.fi.w"].shape
        self.place = nn.Parameter(tensors["emb.pos"][:128] + tensors["emb.type"][0])
        self.norm = _norm(tensors, "emb.ln", packed.epsilon)
        self.layers = nn.ModuleList(
            _layer(Layer(hidden, packed.heads, inner, packed.epsilon), tensors, f"l{n}.")
            for n in range(layers or packed.layers)
        )

    def forward(self, words: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """`words`: (texts, pieces, hidden), the vectors of the pieces; `lengths`: how many of them count."""
        x = self.norm(words + self.place[: words.shape[1]])
        counts = torch.arange(words.shape[1])[None] < lengths[:, None]
        mask = counts[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        return (x * counts[..., None]).sum(1) / lengths[:, None]


class Judge(nn.Module):
    """The encoder with its head: logits, one a category."""

    def __init__(self, encoder: Encoder, categories: int, drop: float = 0.15) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = drop
        self.head = nn.Linear(384, categories)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.constant_(self.head.bias, -2.0)

    def forward(self, words: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        return self.head(functional.dropout(self.encoder(words, lengths), self.drop, self.training))


def _norm(tensors: dict[str, torch.Tensor], name: str, epsilon: float) -> nn.LayerNorm:
    norm = nn.LayerNorm(tensors[f"{name}.w"].shape[0], epsilon)
    norm.weight.data, norm.bias.data = tensors[f"{name}.w"], tensors[f"{name}.b"]
    return norm


def _layer(layer: Layer, tensors: dict[str, torch.Tensor], at: str) -> Layer:
    for kind, name in (("weight", "w"), ("bias", "b")):
        three = [tensors[f"{at}{part}.{name}"] for part in ("q", "k", "v")]
        setattr(layer.qkv, kind, nn.Parameter(torch.cat(three)))
        for part in ("ao", "aln", "fi", "fo", "oln"):
            setattr(getattr(layer, part), kind, nn.Parameter(tensors[f"{at}{part}.{name}"]))
    return layer
