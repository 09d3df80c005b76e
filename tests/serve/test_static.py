"""The static files: fonts as they were locked, colours that can be read, nothing from elsewhere."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

import riwaya.serve
from riwaya.model import LINK_KINDS

STATIC = Path(riwaya.serve.__file__).parent / "static"
VENDOR = STATIC / "vendor"
LOCK = json.loads((VENDOR / "vendor.lock.json").read_text(encoding="utf-8"))


def test_vendored_files_are_the_ones_that_the_lock_names() -> None:
    locked = {file["file"]: file["sha256"] for entry in LOCK for file in entry["files"]}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}
    found.pop("vendor.lock.json")
    assert found == locked


def test_every_vendored_package_has_its_licence_and_its_notice() -> None:
    notices = (Path(__file__).parents[2] / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    for entry in LOCK:
        assert any(file["file"].endswith(".LICENSE.txt") for file in entry["files"])
        assert entry["package"] in notices
        assert entry["version"] in notices
        assert entry["licence"] in notices


def test_the_styles_name_only_fonts_that_are_there() -> None:
    styles = (STATIC / "base.css").read_text(encoding="utf-8")
    fonts = set(re.findall(r'url\("vendor/([^"]+)"\)', styles))
    assert fonts == {path.name for path in VENDOR.glob("*.woff2")}


def test_nothing_is_taken_from_another_server() -> None:
    for path in STATIC.glob("*.*"):
        found = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", path.read_text(encoding="utf-8")))
        assert found <= {"http://www.w3.org"}, path.name


def test_every_kind_of_link_has_its_sign() -> None:
    signs = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "kinds.svg").read_text(encoding="utf-8")))
    assert signs == set(LINK_KINDS)


def test_no_mark_has_padding_border_or_margin_along_the_line_nor_weight() -> None:
    """Any of them would part Arabic letters that join, or move them."""
    styles = (STATIC / "report.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", styles, flags=re.S))
    marks = [body for selector, body in rules if re.search(r"\.(mark|content|depth-\d)\b", selector)]
    assert marks
    for body in marks:
        names = re.findall(r"(?:^|;)\s*([\w-]+):", body)
        assert not [n for n in names if re.match(r"padding(?!-block)|border|margin|font|letter-spacing|display", n)]


def schemes() -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark scheme, by name."""
    light, dark = re.findall(r":root \{(.*?)\}", (STATIC / "base.css").read_text(encoding="utf-8"), re.S)[:2]
    return {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", body)) for name, body in [("light", light), ("dark", dark)]
    }


def luminance(colour: str) -> float:
    """The relative luminance that WCAG 2 defines."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def blend(front: str, back: str, share: float) -> str:
    """The colour of `share` of one colour over another."""
    pairs = [(int(front[i : i + 2], 16), int(back[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(share * f + (1 - share) * b):02x}" for f, b in pairs)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = schemes()[scheme]
    grounds = (
        "paper",
        "card",
        "content",
        "content-deep",
        "content-lit",
        "trigger-wash",
        "trigger-lit",
        "cue-lit",
        "link-lit",
        "other-lit",
    )
    pairs = [("ink", ground) for ground in grounds]
    pairs += [(name, ground) for name in ("soft", "accent", "link", "issue") for ground in ("paper", "card")]
    pairs += [("paper", name) for name in ("link", "issue", "accent")]
    pairs += [(name, ground) for name in ("ink", "soft") for ground in ("land", "sea")]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in weak.items() if value < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_badges_and_signs_can_be_read(scheme: str) -> None:
    colours = schemes()[scheme]
    tones = ("state", "arms", "press", "paper-kind", "human", "body", "soft")
    badges = {tone: contrast(colours[tone], blend(colours[tone], colours["card"], 0.13)) for tone in tones}
    assert {tone: round(value, 2) for tone, value in badges.items() if value < 4.5} == {}
    lines = {name: contrast(colours[name], colours["content"]) for name in ("cue", "link", "trigger", "place", "issue")}
    lines |= {f"{name} on a map": contrast(colours[name], colours["land"]) for name in ("trigger", "soft")}
    lines |= {"content-edge": contrast(colours["content-edge"], colours["paper"])}
    assert {name: round(value, 2) for name, value in lines.items() if value < 3} == {}
