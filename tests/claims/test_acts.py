"""Acts: what a neutral verb of saying does with its content, by the words of the content; each with a counter-case."""

from __future__ import annotations

from typing import Any

import pytest

SAID = [
    # a duty after a long subject is what the clause says; one told on the way is not
    ("قال الموفد إن الورقة التي سلمها إلى وفد الحكومة يوم الخميس يجب أن تبقى سرية.", "demand"),
    ("قال الموفد إن الوفد غادر القاعة لأن الورقة التي يجب أن تبقى سرية نشرت.", "assert"),
    # what cannot be without a condition is demanded; what cannot be at all is told
    ("قال الموفد إن الهدنة لا يمكن أن تستمر دون مراقبين.", "demand"),
    ("قال الموفد إن الطريق لا يمكن عبورها.", "assert"),
    ("قال الموفد إن الهدنة لا يمكن أن تبدأ قبل انسحاب القوات.", "demand"),
    ("قال الموفد إن الهدنة لا يمكن أن تبدأ قبل أن تنسحب القوات.", "demand"),
    ("قال الموفد إن الهدنة لا يمكن أن تبدأ حتى تنسحب القوات.", "demand"),
    ("قال الموفد إن الطريق لا يمكن عبورها قبل الفجر.", "assert"),
    ("قال الموفد إن الطريق لا يمكن عبورها حتى الآن.", "assert"),
    ("قال الموفد إن الأطراف مطالبة باحترام الهدنة.", "demand"),
    # a journey is a plan, a deed a promise, a deed of force a threat
    ("قال وزير الخارجية الكيني إنه سيزور أديس أبابا.", "assert"),
    ("قال وزير الخارجية الكيني إنه سيفتح المعبر.", "promise"),
    ("قال وزير الخارجية الكيني إنه مستعد لفتح المعبر.", "promise"),
    ("قال قائد القوات الكينية إنه مستعد لقصف المواقع.", "threaten"),
    ("قال وزير المالية الكيني إن بلاده ستدفع رواتب المعلمين.", "promise"),
    # a ceasefire is promised as an object, not where something is said of it
    ("أعلن الجيش الكيني وقف إطلاق النار.", "promise"),
    ("قال الجيش الكيني إن وقف إطلاق النار مستمر.", "assert"),
    ("قال الجيش الكيني إن وقف إطلاق النار مرفوض.", "deny"),
    # the name of a war, and an aggression that is laid at somebody's door
    ("قال الخبير الكيني إن تكلفة العدوان بلغت مليار دولار.", "assert"),
    ("قال الخبير الكيني إن ما جرى عدوان على السكان.", "accuse"),
    # an answer to a breach accuses where it tells whose breach it is
    ("قال الجيش الكيني إن قواته ردت على انتهاك متكرر للهدنة.", "assert"),
    ("قال الجيش الكيني إن قواته ردت على انتهاكات أوغندية للهدنة.", "accuse"),
    # wrongs: a law disregarded, an undertaking not kept, a talk wrecked, people driven out
    ("قال الناطق باسم الحركة إن القرار يخالف القانون الدولي.", "accuse"),
    ("قال الناطق باسم الحركة إن القرار يستند إلى القانون الدولي.", "assert"),
    ("قال رئيس الوفد إن الحكومة تتهرب من تعهداتها.", "accuse"),
    ("قال رئيس الوفد إن الحكومة لم تلتزم بالهدنة.", "accuse"),
    ("قال رئيس الوفد إن الحكومة ملتزمة بالهدنة.", "assert"),
    ("قال رئيس الوفد إن أوغندا أجهضت المفاوضات.", "accuse"),
    ("قالت اللجنة الكينية إن الميليشيات هجرت سكان ثلاث قرى.", "accuse"),
    ("قال رئيس الوفد إن ما حدث يضرب بالاتفاق عرض الحائط.", "accuse"),
    ("قال رئيس الوفد إن أوغندا تتحمل المسؤولية الكاملة عن الهجوم.", "accuse"),
    ("قال رئيس الوفد إن على أوغندا أن تتحمل مسؤولية الحدود.", "demand"),
    # to fail and to attack are wrongs of a party that is named; talks fail, gunmen attack
    ("قال رئيس الوفد إن الحكومة الأوغندية فشلت في حماية السكان.", "accuse"),
    ("قال رئيس الوفد إن المحادثات فشلت في اليوم الأول.", "assert"),
    ("قال الناطق باسم الشرطة إن مجهولين اعتدوا على حارس.", "assert"),
    ("قالت اللجنة إن الشرطة الأوغندية اعتدت على المصلين بالضرب.", "accuse"),
    # a rumour that is nothing but that, told after a long subject
    ("قال القائد إن الأنباء التي نشرت عن انسحاب قواته عارية عن الصحة.", "deny"),
    ("قال القائد إن الحديث عن انسحاب قواته محض افتراء.", "deny"),
    ("قال القائد إن الأنباء عن انسحاب قواته وصلت متأخرة.", "assert"),
    # quoted words that command, forbid or wish, alone or after an address; a verb that tells what was done does not
    ("وقال الحاكم الكيني: «اقطعوا الطريق على المعتدين».", "demand"),
    ("وقال الحاكم الكيني: «من فضلكم لا تتجاهلوا صفارات الإنذار».", "demand"),
    ("وقال الحاكم الكيني: «يا أهل البلدة أنقذوا الجرحى».", "demand"),
    ("وقال الحاكم الكيني: «لنحافظ على مدينتنا آمنة».", "demand"),
    ("وقال الحاكم الكيني: «أنقذوا سيارتي من النهر».", "assert"),
    ("وقال الحاكم الكيني: «لم تتركوا المدينة وحدها».", "assert"),
    # a stance that quoted words take up again
    ("وقال الموفد الكيني: «نكرر دعوتنا العاجلة إلى وقف القتال».", "demand"),
    ("وقال الموفد الكيني: «نكرر أن القتال توقف».", "assert"),
    # what somebody or something else will come to is foreseen; what it will harm is warned of
    ("قال الخبير الكيني إن الحزب الحاكم سيخسر الانتخابات.", "expect"),
    ("قال الخبير الكيني إن المفاوضات لن تكون سهلة.", "expect"),
    ("قال الخبير الكيني إن الوفد سيصل إلى المدينة غدا.", "assert"),
    ("قال الخبير الكيني إن السد سيضر بمصالح دول المصب.", "warn"),
    ("قال الخبير الكيني إن هذه الأجواء من شأنها تعكير سير المحاكمة.", "warn"),
    ("قال الخبير الكيني إن هذه الخطوة من شأنها تسريع المحاكمة.", "assert"),
    ("قال الخبير الكيني إن القوات قد تتورط في نزاع جديد.", "warn"),
    # "has" before a verb in the past that is spelt as one in the present
    ("قال مصدر كيني إن فريقا من النواب قد توجه إلى المطار.", "assert"),
    # a threat without a verb of force; a denial of what the speaker's own side is said to have done
    ("قال وزير الداخلية الكيني إنه لا رحمة مع من يحمل السلاح.", "threaten"),
    ("قال وزير الداخلية الكيني إنه لا مدارس مع استمرار القصف.", "assert"),
    ("قال المتحدث باسم الجيش الكيني إن كينيا لم تقصف المنازل.", "deny"),
    ("قال المتحدث باسم الجيش الكيني إن مالي لم تعلن الحداد.", "assert"),
    # what ought to have been done is a reproach, not a demand
    ("قال الخبير الكيني إنه كان على الحكومة أن تحمي السكان.", "condemn"),
    ("قال الخبير الكيني إن الموفد كان على اتصال بالسكان.", "assert"),
    # hostile aims and instigators; a wrong that is denied of somebody is laid at nobody's door
    ("قال رئيس الوفد إن هذه المخططات تهدف لتفتيت البلاد.", "accuse"),
    ("قال رئيس الوفد إن هذه الخطط تهدف لتوحيد البلاد.", "assert"),
    ("قال رئيس الوفد إن الهجوم جاء بإيعاز من الخارج.", "accuse"),
    ("قال رئيس الوفد إن السائق ليس متهما.", "assert"),
    ("قال رئيس الوفد إن الشرطة تدخلت لتفريق المحتجين.", "assert"),
    # a short clause that calls somebody names; an adjective of a name, and a statement about one, do not
    ("قال الوزير الكيني إن رئيس الميليشيا قاتل.", "accuse"),
    ("قال الوزير الكيني إن رئيس الميليشيا مريض.", "assert"),
    ("قال الوزير الكيني إن هذا التنظيم الإرهابي انسحب.", "assert"),
    # what cannot be borne, what is not known, what one will not tell, what those who speak are bound to
    ("قال الوزير الكيني إن هذه الأقوال عديمة المسؤولية.", "condemn"),
    ("قال الوزير الكيني إن هذه الأقوال دقيقة.", "assert"),
    ("وقالت الرهينة الكينية: «لا أعرف إن كان الآخرون أحياء».", "doubt"),
    ("وقالت الرهينة الكينية: «لا أعرف هذه القرية».", "assert"),
    ("وقال الموفد الكيني: «ملتزمون بجهودنا حتى نهاية الحرب».", "promise"),
    ("وقال الموفد الكيني: «الأطراف ملتزمون بالموعد».", "assert"),
    ("قال المتحدث باسم الجيش الكيني إن طائرات كينيا لم تقصف المنازل.", "deny"),
    # looking on, aggressive designs and pretexts; a province that is spelt like a design
    ("قال رئيس الوفد إن الشرطة وقفت متفرجة.", "accuse"),
    ("قال رئيس الوفد إن الشرطة وقفت عند الجسر.", "assert"),
    ("قال رئيس الوفد إن القرار يكشف أطماعها في الإقليم.", "accuse"),
    ("قال رئيس الوفد إن القافلة وصلت إلى مأرب.", "assert"),
    # what fighters did, an armed group claims; what others did, it tells
    ("وقالت حركة الشباب: «تمكنت مجموعة من مجاهدينا من قصف القاعدة».", "claim_responsibility"),
    ("وقالت حركة الشباب: «تمكنت مجموعة من السكان من عبور النهر».", "assert"),
    # what I shall do is spelt as what he did
    ("قال الحاكم الكيني: «سأفتح المعبر».", "promise"),
    # no part in it, not one's stance; a dangerous turn, fuel to the fire
    ("قال السفير الكيني إن المجلس تصرف فردي ولا يعبر عن موقف حكومته.", "deny"),
    ("قال السفير الكيني إن المجلس عقد في مقر حكومته.", "assert"),
    ("قال الخبير الكيني إن البلاد وصلت إلى منعطف خطير.", "warn"),
    ("قال الخبير الكيني إن القافلة وصلت إلى منعطف الطريق.", "assert"),
    # what may have dire consequences is warned of
    ("قال الموفد إن القرار قد تكون له عواقب وخيمة.", "warn"),
    ("قال الموفد إن القرار قد يصدر غدا.", "expect"),
    # what one does not know is a silence
    ("قال المتحدث باسم الشرطة الكينية إنه ليس لديه معلومات عن الخاطفين.", "silence"),
    ("قال المتحدث باسم الشرطة الكينية إنه لديه معلومات عن الخاطفين.", "assert"),
    # one's own side before a verb of saying
    ("قال وزير الخارجية الكيني إن بلاده ترحب بالقرار.", "support"),
]


@pytest.mark.parametrize(("text", "act"), SAID)
def test_the_words_of_a_content_tell_its_act(told: Any, text: str, act: str) -> None:
    assert [claim.act for claim in told(text)] == [act]


@pytest.mark.parametrize("stop", [".", ""])
def test_what_is_said_of_a_ceasefire_at_the_head_of_a_report_is_no_promise(told: Any, stop: str) -> None:
    (claim,) = told("وقف إطلاق النار مستمر، بحسب وزارة الدفاع الكينية" + stop)
    assert claim.act == "assert"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("وصفت نقابة الأطباء الكينية القصف بأنه جريمة حرب.", "condemn"),
        ("وصفت نقابة الأطباء الكينية القصف بأنه «محدود النطاق».", "assert"),
    ],
)
def test_a_thing_described_as_a_crime_is_condemned(told: Any, text: str, act: str) -> None:
    assert [claim.act for claim in told(text)] == [act]


def test_a_clause_with_a_duty_of_its_own_is_a_claim_of_its_own(told: Any) -> None:
    claims = told("قال الموفد الأفريقي إن الطرق مقطوعة ويجب إرسال الغذاء بالطائرات.")
    assert [(claim.content, claim.act) for claim in claims] == [
        ("الطرق مقطوعة", "assert"),
        ("ويجب إرسال الغذاء بالطائرات", "demand"),
    ]


def test_what_goes_on_with_what_will_be_stays_in_one_claim(told: Any) -> None:
    (claim,) = told("قال وزير الدفاع الكيني إنه سيسحب قواته وإنها ستعود إلى ثكناتها.")
    assert claim.act == "promise"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("أكد الرئيس الغيني استعداده للقاء خصمه.", ["promise"]),
        ("رفض الوزير دعوته إلى الحوار.", ["deny", "demand"]),  # somebody else called
    ],
)
def test_a_noun_that_opens_what_somebody_says_is_no_second_claim(told: Any, text: str, acts: list[str]) -> None:
    assert [claim.act for claim in told(text)] == acts
