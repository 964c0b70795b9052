"""When it is, in the words of an article.

``resigned on Tuesday`` in an article of Tuesday June 6, 2017 is ``2017-06-06``, as is ``today``;
``in recent weeks`` is ``2017-05-09/2017-06-06``; ``a nine-day trip`` lasts ``P9D``.

    find_times(doc, "2017-06-06")

Seasons are those of the northern half of the world, weeks run from Monday to Sunday (ISO 8601), and
moving feasts (Easter, Ramadan) have no date here.
"""

from __future__ import annotations

from kg.annotate.times.find import find_times, value_of
from kg.annotate.times.tense import Tense, governing_tense

__all__ = ["Tense", "find_times", "governing_tense", "value_of"]
