"""Weights of named features, as a file of the package has them, and the chance that they give.

    {"trained": "…", "sha256": "…", "weights": {"any": -3.1, "same word": 0.3, …}}

Learnt by logistic regression (`benchmarks/train_events.py`); the hash is of the weights, so that none
changes unseen.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENTS = Path(__file__).with_name("event_weights.json")
PARTIES = Path(__file__).with_name("party_weights.json")
_PLACES = 6


@cache
def trained(path: Path) -> dict[str, float]:
    """Return the weight of each feature."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in data["weights"].items()}


def chance(found: Mapping[str, float], path: Path) -> float:
    """Return the likelihood, from 0 to 1, that features with their values speak for."""
    weights = trained(path)
    score = math.fsum(weights[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-score)), _PLACES)
