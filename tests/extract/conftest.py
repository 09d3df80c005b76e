"""The Arabic pack, and a report written for these tests in several layouts of a page."""

from __future__ import annotations

import pytest

from riwaya.packs import Pack, load_pack

TITLE = "مقتل خمسة جنود في هجوم على حاجز شرقي المدينة"
PARAGRAPHS = (
    "قالت وزارة الدفاع في بيان إن خمسة جنود قتلوا وأصيب تسعة آخرون في هجوم شنه مسلحون على حاجز للجيش "
    "شرقي المدينة فجر الثلاثاء، مؤكدة أن القوات ردت على مصادر النيران.",
    "ونفت الجماعة مسؤوليتها عن الهجوم، وقال متحدث باسمها إن مقاتليها لم يكونوا في المنطقة “منذ أسبوعين”، "
    "متهما أطرافا لم يسمها بالسعي إلى إفشال الهدنة.",
    "وشارك الآلاف في تشييع القتلى، بينما دعا وسطاء محليون الطرفين إلى ضبط النفس والعودة إلى طاولة "
    "المفاوضات التي توقفت الشهر الماضي.",
)
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)

BLOG = f"""<!DOCTYPE html>
<html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{TITLE} - صدى السهل</title>
<meta property="og:site_name" content="صدى السهل"><meta property="og:title" content="{TITLE} - صدى السهل">
<link rel="canonical" href="https://sada.example/hajiz"></head><body class="single-post">
<a class="skip-link" href="#c">التخطي إلى المحتوى</a><nav><ul><li>الرئيسية</li><li>محليات</li></ul></nav>
<article class="post"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="byline">بقلم: سامر الوادي</span></div>
<div class="entry-content">{BODY}</div>
<div class="sharedaddy"><h3>شارك هذا الموضوع</h3><ul><li>انقر للمشاركة على فيسبوك (فتح في نافذة جديدة)</li></ul></div>
</article>
<div id="comments" class="comments-area"><h2>تعليقان على الخبر</h2><ol class="comment-list"><li class="comment">
<time datetime="2024-01-05T10:00:00">5 يناير 2024</time><p>خبر محزن جدا، رحم الله الشهداء وألهم ذويهم الصبر.</p>
</li></ol><div id="respond"><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></div></div>
<aside class="sidebar"><h2>الأكثر قراءة</h2><time datetime="2023-01-01">1 يناير 2023</time></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>"""

BREAKS = "<br><br>\n".join(PARAGRAPHS)
OLD_CMS = f"""<html><head><title>صدى السهل - {TITLE}</title></head><body><table width="100%">
<tr><td>الرئيسية | محليات | اتصل بنا</td></tr><tr><td><h1>{TITLE}</h1>الثلاثاء 13 أيلول/سبتمبر 2022<br><br>
{BREAKS}<br><br>التعليقات<br><br>اترك تعليقاً<br><br>لن يتم نشر عنوان بريدك الإلكتروني.</td></tr>
<tr><td>جميع الحقوق محفوظة</td></tr></table></body></html>"""


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The Arabic pack."""
    return load_pack("ar")
