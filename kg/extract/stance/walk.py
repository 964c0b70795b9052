"""The walk: what has been gathered on the way from a verb to the root, and the setting it adds up to.

    denied, wanted, on Ida Holm's word → negative, hypothetical, voices: Ida Holm

What is only possible stays so on whoever's word: hypothetical comes before reported.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Certainty, Polarity, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.document import Quotation
    from kg.extract.voices import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a clause is meant: polarity, stance, certainty and on whose word, innermost first."""

    polarity: Polarity
    stance: Stance
    certainty: Certainty
    voices: tuple[Voice, ...]


@dataclass(slots=True)
class Walk:
    """What the walk to the root has gathered so far, in a document with these quotations."""

    quotations: Mapping[int, Quotation] = field(default_factory=dict)
    negative: bool = False
    unreal: bool = False
    reported: bool = False
    probable: bool = False
    voices: list[Voice] = field(default_factory=list)

    def deny(self) -> None:
        """Turn so into not so, and back."""
        self.negative = not self.negative

    def result(self) -> Setting:
        """Return the setting that all this adds up to."""
        if self.unreal:
            stance = Stance.HYPOTHETICAL
        elif self.reported or self.voices:
            stance = Stance.REPORTED
        else:
            stance = Stance.ASSERTED
        return Setting(
            polarity=Polarity.NEGATIVE if self.negative else Polarity.POSITIVE,
            stance=stance,
            certainty=Certainty.PROBABLE if self.probable else Certainty.CERTAIN,
            voices=tuple(_unique(self.voices)),
        )


def _unique(voices: list[Voice]) -> list[Voice]:
    named = [v for v in voices if v.source is not None]
    return list({v.source.i: v for v in reversed(named) if v.source is not None}.values())[::-1]
