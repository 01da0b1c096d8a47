"""Trains the small reader: fixed vectors of pieces, a sliding window, and what the large reader thinks of each text."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

OUTPUTS = 12


@dataclass
class Lesson:
    """A text to learn from: its pieces, what is wanted of each output (0 to 1), and how much it counts."""

    numbers: list[int]
    wanted: list[float]
    weight: float = 1.0


class Student(nn.Module):
    """The network of rules/reader/small.py, as torch trains it."""

    def __init__(self, vectors: np.ndarray, kinds: int = 192, inner: int = 96) -> None:
        super().__init__()
        side = vectors.shape[1]
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=False)
        self.window = nn.Linear(3 * side, kinds)
        self.inner = nn.Linear(kinds + side, inner)
        self.head = nn.Linear(inner, OUTPUTS)
        nn.init.constant_(self.head.bias, -2.0)

    def forward(self, numbers: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        counts = (torch.arange(numbers.shape[1])[None] < lengths[:, None])[..., None]
        vectors = self.vectors(numbers) * counts
        if self.training:
            vectors = vectors * (torch.rand(*numbers.shape, 1) > 0.1)
            vectors = functional.dropout(vectors, 0.15)
        padded = functional.pad(vectors, (0, 0, 1, 1))
        three = torch.cat([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], 2)
        kinds = functional.relu(self.window(three)) * counts
        seen = torch.cat([kinds.amax(1), vectors.sum(1) / lengths[:, None]], 1)
        seen = functional.dropout(seen, 0.3, self.training)
        return self.head(functional.dropout(functional.relu(self.inner(seen)), 0.3, self.training))


def reduced(vectors: np.ndarray, side: int) -> np.ndarray:
    """`vectors` in `side` dimensions: the directions in which they differ most, each of unit variance."""
    centred = vectors - vectors.mean(0)
    _, _, turned = np.linalg.svd(centred, full_matrices=False)
    turned = turned * np.sign(turned[np.arange(len(turned)), np.abs(turned).argmax(1)])[:, None]
    best = centred @ turned[:side].T
    return (best / (best.std(0) ** 0.5 + 1e-6) / 4).astype(np.float32)


def trained(
    vectors: np.ndarray,
    lessons: Sequence[Lesson],
    *,
    epochs: int = 12,
    seed: int = 1,
    rate: float = 2e-3,
    learned: float = 0.1,
) -> Student:
    """A student that has had `lessons`; its vectors move at `learned` of the rate."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    student = Student(vectors)
    own = [p for name, p in student.named_parameters() if name != "vectors.weight"]
    optimiser = torch.optim.AdamW(
        [
            {"params": own, "lr": rate, "weight_decay": 0.05},
            {"params": [student.vectors.weight], "lr": rate * learned, "weight_decay": 0.0},
        ]
    )
    steps = epochs * (len(lessons) // 64 + 1)
    peaks, step, mean = [group["lr"] for group in optimiser.param_groups], 0, None
    for _ in range(epochs):
        student.train()
        for batch in _batches(lessons, 64, chance):
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * min(1, step / (steps * 0.1) + 0.01) * max(0.05, 1 - step / steps)
            numbers, lengths = padded([one.numbers for one in batch])
            wanted = torch.tensor([one.wanted for one in batch])
            weight = torch.tensor([one.weight for one in batch])
            each = functional.binary_cross_entropy_with_logits(
                student(numbers, lengths), wanted, reduction="none"
            )
            loss = ((each[:, :-1].mean(1) * 6 + each[:, -1]) * weight).sum() / weight.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
            if step > steps * 0.7:
                now = {name: value.detach().clone() for name, value in student.state_dict().items()}
                mean = now if mean is None else {name: mean[name] * 0.98 + now[name] * 0.02 for name in now}
    student.load_state_dict(mean)
    return student.eval()


def padded(rows: Sequence[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """The rows as one table, and how much of each counts."""
    most = max(map(len, rows))
    return torch.tensor([row + [0] * (most - len(row)) for row in rows]), torch.tensor(
        [len(row) for row in rows]
    )


def _batches(lessons: Sequence[Lesson], size: int, chance: random.Random):
    order = sorted(lessons, key=lambda one: len(one.numbers) + chance.random() * 4)
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(cut)
    yield from cut


def weighed(student: Student, rows: Sequence[list[int]]) -> np.ndarray:
    """The logits of each row."""
    said = np.zeros((len(rows), OUTPUTS), np.float32)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    with torch.no_grad():
        for start in range(0, len(order), 256):
            at = order[start : start + 256]
            said[at] = student(*padded([rows[n] for n in at])).numpy()
    return said
