"""What the header fields of an article say once their noise is gone.

    >>> normal_url("HTTPS://WWW.Example.com/a?utm_source=x&id=3#top", DEFAULT)
    'https://www.example.com/a?id=3'
    >>> split_publisher("Boat Sinks Off Aceh - The Example Times", None)
    ('Boat Sinks Off Aceh', 'The Example Times')

No address is ever fetched, and no list of publishers is kept: a suffix of the title is one when it
looks like one or fits the address.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from kg.limits import DEFAULT
from kg.text import one_line

if TYPE_CHECKING:
    from kg.limits import Limits

_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|cmpid|ns_mchannel"
    r"|ns_source|ns_campaign|smid|smtyp|partner|emc|_r|ref_src|ref_url|guccounter|guce_.*|ocid|xtor"
)
_HTTP = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+|\[[0-9a-f:.]+\]")
_DEFAULT_PORTS = {"http": 80, "https": 443}

_SUFFIX = re.compile(r"^(?P<title>.*\S)\s+(?P<mark>[-–—|])\s+(?P<name>[^|–—]{2,60}?)$")
_SMALL = frozenset("of the and for in on de la le el & at".split())
_PUBLISHER_WORD = re.compile(
    r"\b(?:Times|Post|News|Journal|Tribune|Herald|Guardian|Gazette|Chronicle|Press|Reuters|BBC|CNN|NPR|AP"
    r"|Globe|Mail|Star|Sun|Telegraph|Independent|Observer|Standard|Mirror|Express|Review|Magazine|Daily"
    r"|Weekly|Today|Bloomberg|Broadcasting|Radio|TV|Television|Network|Wire|Agency|Register|Inquirer"
    r"|Examiner|Dispatch|Courier|Sentinel|Bulletin|Record|Monitor|Economist|Politico|Wikinews|Times-\w+)\b"
    r"|\.(?:com|org|net|co\.uk|gov|edu)$"
)
# One capitalised word after a dash that names the kind of text, not who printed it.
_KINDS = frozenset(
    "report reports video live opinion analysis poll study source sources update updates exclusive "
    "photos pictures interview review timeline explainer transcript editorial".split()
)


def normal_url(raw: str, limits: Limits = DEFAULT) -> str | None:
    """Return an http(s) address without fragment and tracking parameters, or None."""
    url = one_line(raw, limits)
    if len(url) > limits.url_chars or not _HTTP.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if not _HOST.fullmatch(host) and not _HOST.fullmatch(f"[{host}]"):
        return None
    scheme = parts.scheme.lower()
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in (None, _DEFAULT_PORTS[scheme]) else f"{shown}:{port}"
    return urlunsplit((scheme, netloc, parts.path or "/", _kept_query(parts.query), ""))


def _kept_query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key.lower())]
    return query if len(kept) == len(pairs) else urlencode(kept)


def url_host(url: str | None) -> str | None:
    """Return the host of a normal URL without ``www.``."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def split_publisher(title: str, url: str | None, known: str = "") -> tuple[str, str | None]:
    """Return the title without its publisher, and the publisher, where the title ends with one.

    ``known`` is a publisher named elsewhere, which is cut whatever it looks like.
    """
    match = _SUFFIX.match(title)
    if match is None:
        return title, None
    if match["name"] != known and not _is_publisher(match["name"], match["mark"], url_host(url)):
        return title, None
    return match["title"], match["name"]


def _is_publisher(name: str, mark: str, host: str | None) -> bool:
    words = name.split()
    named = all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL or "." in word for word in words
    )
    if not named or len(words) > 6 or words[-1].lower() in _KINDS or name[-1] in "?!:;,":  # noqa: PLR2004
        return False
    if _PUBLISHER_WORD.search(name) or (host is not None and _fits_host(words, host)):
        return True
    return mark == "|" or (host is None and words[0] == "The")


def _fits_host(words: list[str], host: str) -> bool:
    """Tell whether the name is spelt out or abbreviated in the host: ``smh.com.au``."""
    compact = re.sub(r"\W", "", "".join(words)).lower().removeprefix("the")
    initials = "".join(word[0] for word in words).lower()
    labels = [re.sub(r"\W", "", label) for label in host.split(".")[:-1]]
    return any(
        len(label) > 1 and (label in compact or compact in label or label == initials)
        for label in labels
        if label not in ("co", "com", "org", "news")
    )
