"""Verbs and phrases that report what somebody says or thinks, and what kind of report each makes.

    >>> SPEECH_VERBS["deny"]
    'deny'

Classes: ``say`` (words uttered), ``tell`` (with a hearer as object), ``ask``, ``deny`` (says that
not), ``believe`` (thought, not said), ``know`` (factive: what is reported holds), ``want`` (a wish
uttered).
"""

from __future__ import annotations

_BY_CLASS = {
    "say": """
        say state announce add note remark comment explain claim report declare reply respond write
        insist argue assert maintain allege contend suggest stress emphasize emphasise underline
        testify tweet post continue conclude describe recall recount mention observe point predict
        proclaim pronounce quip read repeat reiterate joke shout cry whisper mutter yell exclaim
        concede boast complain lament caution counter retort rule confess contradict
        propose advise recommend estimate forecast hint imply interject lash
        opine pledge promise vow swear threaten warn urge rant reason relate speculate
        tease telegraph vent blog broadcast disclose divulge elaborate
        go chant begin finish object offer protest publish quote sigh answer agree disagree
    """,
    "tell": "tell inform assure remind notify brief persuade convince advise warn",
    "ask": "ask inquire enquire question wonder query demand",
    "deny": "deny dispute reject refute rebut disavow dismiss",
    "believe": """
        believe think feel suspect consider expect fear hope assume doubt suppose imagine guess
        reckon figure judge deem presume
    """,
    "know": """
        know admit acknowledge confirm reveal discover learn realize realise find show
        demonstrate prove establish recognize recognise notice regret remember forget
    """,
    "want": "want wish demand call request order instruct command beg plead",
}

# The first class that lists a verb is its class.
SPEECH_VERBS: dict[str, str] = {}
for _class, _verbs in _BY_CLASS.items():
    for _verb in _verbs.split():
        SPEECH_VERBS.setdefault(_verb, _class)

# Verbs that introduce or follow words in quotation marks. Wider than the verbs above: manner of
# speaking alone is enough there, and verbs of thought count only with quotation marks.
QUOTING_VERBS = (
    frozenset(SPEECH_VERBS)
    | frozenset("bark grin groan intone joke laugh sing smile snap".split())
    | frozenset("brand call characterise characterize describe dub label term".split())
)

# Verbs whose quoted words are a name given to something, not a speech.
NAMING_VERBS = frozenset(
    """
    brand call characterise characterize describe dub entitle label name nickname term title
    """.split()
)
