"""Puts an encoder midway between two stages of its tuning, the later of which began with the earlier.

Run: python -m tests.training.midway EARLIER LATER --out OUT
The mean of weights that lie on one way is steadier on texts by other hands than either end of it.
"""

import argparse
from pathlib import Path

import torch


def midway(earlier: dict[str, torch.Tensor], later: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The mean of every weight, in half precision. Raises KeyError where the two are not of one network."""
    return {name: ((earlier[name].float() + value.float()) / 2).half() for name, value in later.items()}


def main() -> None:
    """Read both, write the mean; what stands beside the weights is the later one's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("earlier", type=Path)
    parser.add_argument("later", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    earlier, later = (torch.load(path, weights_only=False) for path in (options.earlier, options.later))
    later["state"] = midway(earlier["state"], later["state"])
    torch.save(later, options.out)


if __name__ == "__main__":
    main()
