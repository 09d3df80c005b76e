"""A record made by hand for the tests of the pages: three versions of one night on a border.

The report is invented. It holds what is hard to show: claims inside claims, marks that overlap, names behind
a letter that joins to them, an inherited speaker, an event told twice, a quotation that nobody closed.
"""

from __future__ import annotations

from riwaya.model import (
    Block,
    Claim,
    Event,
    Issue,
    Link,
    Party,
    Place,
    Record,
    Relation,
    Report,
    Span,
    Time,
)

TITLE = "يريفان تتهم باكو بقصف سوتك وباكو تنفي استهداف المدنيين"
DATELINE = "يريفان، 14 أيلول/سبتمبر"
PARAGRAPHS = (
    "قالت وزارة الدفاع الأرمينية، في بيان نقلته رويترز، إن القوات الأذربيجانية قصفت بلدة سوتك فجر الثلاثاء "
    "بالمدفعية والطائرات المسيّرة، ما أسفر عن مقتل 49 جنديا على الأقل.",
    "ونفت باكو استهداف المدنيين، مؤكدة أن وحداتها «ردّت على استفزاز واسع» من الجانب الأرميني. وأضافت أن "
    "خمسين من جنودها قتلوا في المعارك.",
    "وذكر مصدر دبلوماسي غربي لرويترز أن رئيس الوزراء نيكول باشينيان أبلغ المجلس بأن موسكو طالبت الطرفين "
    "بوقف إطلاق النار، وأن هدنة أعلنت ليل الأربعاء لم تصمد سوى ساعات.",
    "ولم تعلق وزارة الخارجية الأذربيجانية على أنباء قصف سوتك. وكان الجانبان قد خاضا حربا في خريف 2020 حول "
    "إقليم ناغورنو قره باغ، وصفها دبلوماسي بأنها «حرب الأيام الأربعة والأربعين.",
)
TEXT = "\n".join((TITLE, DATELINE, *PARAGRAPHS))


def at(words: str, nth: int = 1) -> Span:
    """The span of the nth place where the words stand in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def blocks() -> tuple[Block, ...]:
    """The title, the dateline and the paragraphs."""
    paragraphs = [Block(kind="paragraph", span=at(words)) for words in PARAGRAPHS]
    return Block(kind="title", span=at(TITLE)), Block(kind="dateline", span=at(DATELINE)), *paragraphs


REUTERS = Link(span=at("رويترز"), entity="Reuters", actor="reuters", kind="agency")
TOLD_REUTERS = Link(span=at("رويترز", 2), entity="Reuters", actor="reuters", kind="agency")
DIPLOMAT = Link(span=at("مصدر دبلوماسي غربي"), entity="Western diplomatic source", kind="unnamed")
BAKU = Link(span=at("باكو", 3), entity="Government of Azerbaijan", actor="aze.gov", kind="government")
BAKU_UNDERSTOOD = BAKU.model_copy(update={"span": None})

CLAIMS = (
    Claim(
        id="clm_00000000000000a1",
        content=at("باكو بقصف سوتك"),
        cue=at("تتهم"),
        speech="indirect",
        act="accuse",
        confidence=0.91,
        rule="ar.claims.fronted-speaker",
        chain=(Link(span=at("يريفان"), entity="Government of Armenia", actor="arm.gov", kind="government"),),
    ),
    Claim(
        id="clm_00000000000000a2",
        content=at("استهداف المدنيين"),
        cue=at("تنفي"),
        speech="indirect",
        act="deny",
        confidence=0.94,
        rule="ar.claims.fronted-speaker",
        chain=(BAKU.model_copy(update={"span": at("باكو", 2)}),),
    ),
    Claim(
        id="clm_00000000000000a3",
        content=at(PARAGRAPHS[0].partition(" إن ")[2].rstrip(".")),
        cue=at("قالت"),
        speech="indirect",
        act="assert",
        confidence=0.97,
        rule="ar.claims.said-that",
        chain=(
            REUTERS,
            Link(span=at("بيان"), entity="statement", kind="document"),
            Link(
                span=at("وزارة الدفاع الأرمينية"),
                entity="Ministry of Defence of Armenia",
                actor="arm.mod",
                kind="ministry",
            ),
        ),
    ),
    Claim(
        id="clm_00000000000000a4",
        content=at("استهداف المدنيين", 2),
        cue=at("نفت"),
        speech="indirect",
        act="deny",
        confidence=0.95,
        rule="ar.claims.deny-object",
        chain=(BAKU,),
    ),
    Claim(
        id="clm_00000000000000a5",
        content=at("وحداتها «ردّت على استفزاز واسع» من الجانب الأرميني"),
        cue=at("مؤكدة"),
        speech="mixed",
        act="assert",
        confidence=0.88,
        rule="ar.claims.participle",
        chain=(BAKU,),
    ),
    Claim(
        id="clm_00000000000000a6",
        content=at("خمسين من جنودها قتلوا في المعارك"),
        cue=at("أضافت"),
        speech="indirect",
        act="admit",
        confidence=0.72,
        rule="ar.claims.added",
        chain=(BAKU_UNDERSTOOD,),
    ),
    Claim(
        id="clm_00000000000000a7",
        content=at("رئيس الوزراء نيكول باشينيان أبلغ المجلس بأن موسكو طالبت الطرفين بوقف إطلاق النار"),
        cue=at("ذكر"),
        speech="indirect",
        act="assert",
        confidence=0.83,
        rule="ar.claims.told-agency",
        chain=(TOLD_REUTERS, DIPLOMAT),
    ),
    Claim(
        id="clm_00000000000000a8",
        content=at("موسكو طالبت الطرفين بوقف إطلاق النار"),
        cue=at("أبلغ"),
        speech="indirect",
        act="assert",
        confidence=0.79,
        rule="ar.claims.told-that",
        chain=(
            TOLD_REUTERS,
            DIPLOMAT,
            Link(span=at("نيكول باشينيان"), entity="Nikol Pashinyan", actor="arm.pm", kind="person"),
        ),
    ),
    Claim(
        id="clm_00000000000000a9",
        content=at("وقف إطلاق النار"),
        cue=at("طالبت"),
        speech="indirect",
        act="demand",
        confidence=0.66,
        rule="ar.claims.demand-object",
        chain=(
            TOLD_REUTERS,
            DIPLOMAT,
            Link(span=at("نيكول باشينيان"), entity="Nikol Pashinyan", actor="arm.pm", kind="person"),
            Link(span=at("موسكو"), entity="Government of Russia", actor="rus.gov", kind="government"),
        ),
    ),
    Claim(
        id="clm_00000000000000b1",
        content=at("هدنة أعلنت ليل الأربعاء لم تصمد سوى ساعات"),
        cue=at("ذكر"),
        speech="indirect",
        act="assert",
        confidence=0.81,
        rule="ar.claims.told-agency",
        chain=(TOLD_REUTERS, DIPLOMAT),
    ),
    Claim(
        id="clm_00000000000000b2",
        content=at("أنباء قصف سوتك"),
        cue=at("لم تعلق"),
        speech="indirect",
        act="silence",
        confidence=0.9,
        rule="ar.claims.no-comment",
        chain=(
            Link(
                span=at("وزارة الخارجية الأذربيجانية"),
                entity="Ministry of Foreign Affairs of Azerbaijan",
                actor="aze.mfa",
                kind="ministry",
            ),
        ),
    ),
)

AZE = Party(code="AZE MIL", actor="aze.mil", name="Armed Forces of Azerbaijan", span=at("القوات الأذربيجانية"))
ARM = Party(code="ARM MIL", actor="arm.mil", name="Armed Forces of Armenia")

EVENTS = (
    Event(
        id="evt_00000000000000e1",
        trigger=at("قصف"),
        plover="ASSAULT",
        mode="heavy-weapons",
        cameo="194",
        acled=("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        actors=(AZE.model_copy(update={"span": at("باكو")}),),
        place=Place(span=at("سوتك"), name="Sotk", geonames=616182, country="ARM", precision=4),
        status="actual",
        claim="clm_00000000000000a1",
        same_as="evt_00000000000000e2",
        confidence=0.86,
        rule="ar.events.shelling-of",
    ),
    Event(
        id="evt_00000000000000e2",
        trigger=at("قصفت"),
        plover="ASSAULT",
        mode="heavy-weapons",
        cameo="194",
        acled=("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        actors=(AZE,),
        targets=(ARM,),
        place=Place(
            span=at("بلدة سوتك"),
            name="Sotk",
            geonames=616182,
            lat=40.2,
            lon=45.87,
            country="ARM",
            precision=4,
        ),
        time=Time(span=at("فجر الثلاثاء"), lo="2022-09-13T00:00:00", hi="2022-09-13T06:00:00", precision="part"),
        status="actual",
        weapons=("artillery", "drone"),
        killed=(49, None),
        harm_who="ARM MIL",
        claim="clm_00000000000000a3",
        confidence=0.93,
        rule="ar.events.shelled",
    ),
    Event(
        id="evt_00000000000000e3",
        trigger=at("استهداف", 2),
        plover="ASSAULT",
        cameo="190",
        acled=("Violence against civilians", "Attack"),
        actors=(AZE.model_copy(update={"span": None}),),
        targets=(Party(code="ARM CVL", name="civilians", span=at("المدنيين", 2)),),
        status="denied",
        claim="clm_00000000000000a4",
        confidence=0.89,
        rule="ar.events.targeting-of",
    ),
    Event(
        id="evt_00000000000000e4",
        trigger=at("المعارك"),
        plover="ASSAULT",
        cameo="190",
        acled=("Battles", "Armed clash"),
        actors=(AZE.model_copy(update={"span": None}), ARM),
        status="ongoing",
        killed=(50, 50),
        harm_who="AZE MIL",
        claim="clm_00000000000000a6",
        confidence=0.78,
        rule="ar.events.battle",
    ),
    Event(
        id="evt_00000000000000e5",
        trigger=at("وقف إطلاق النار"),
        plover="RETREAT",
        mode="ceasefire",
        cameo="0871",
        acled=("Strategic developments", "Agreement"),
        actors=(ARM, AZE.model_copy(update={"span": None})),
        status="demanded",
        claim="clm_00000000000000a9",
        confidence=0.7,
        rule="ar.events.ceasefire",
    ),
    Event(
        id="evt_00000000000000e6",
        trigger=at("حربا"),
        plover="ASSAULT",
        cameo="190",
        acled=("Battles", "Armed clash"),
        actors=(ARM.model_copy(update={"span": at("الجانبان")}), AZE.model_copy(update={"span": None})),
        place=Place(span=at("إقليم ناغورنو قره باغ"), name="Nagorno-Karabakh", country="AZE", precision=2),
        time=Time(span=at("خريف 2020"), lo="2020-09-01", hi="2020-11-30", precision="season"),
        status="actual",
        background=True,
        confidence=0.84,
        rule="ar.events.war",
    ),
)

RELATIONS = (
    Relation(
        kind="contradicts",
        a="clm_00000000000000a2",
        b="clm_00000000000000a1",
        about="whether the town was shelled",
    ),
    Relation(kind="silence", a="clm_00000000000000b2", b="clm_00000000000000a3", about="no comment on the shelling"),
)

ISSUES = (
    Issue(
        code="quotation.unclosed",
        span=at("«حرب الأيام الأربعة والأربعين"),
        said="A quotation mark opens here and none closes it.",
    ),
    Issue(
        code="time.unresolved",
        span=at("ليل الأربعاء"),
        said="It is not clear which night is meant: 13 or 14.",
    ),
    Issue(code="page.no-byline", said="The page names no author."),
)

_report = Report.make(
    text=TEXT,
    language="ar",
    blocks=blocks(),
    url="https://example.org/armenia/1",
    outlet="صحيفة المثال",
    title=TITLE,
    published="2022-09-14",
)
RECORD = Record(
    **_report.model_dump(exclude={"issues"}), issues=ISSUES, claims=CLAIMS, events=EVENTS, relations=RELATIONS
)
