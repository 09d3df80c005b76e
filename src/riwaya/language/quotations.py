"""Quotations: stretches in quotation marks of every style, nested, unbalanced, or wrongly typed.

Which way a mark opens is read from its neighbours before its shape: newspapers type a closing mark where an
opening one belongs ("and”the enemy"), and straight marks have no shape at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Issue
from riwaya.model.layers import Quotation, Token

_Bounds = Sequence[tuple[int, int, int]]


def find_quotations(
    text: str, tokens: Sequence[Token], bounds: _Bounds, pairs: Sequence[str]
) -> tuple[tuple[Quotation, ...], tuple[Issue, ...]]:
    """The quotations of each block, by their first token, and an issue for each mark without its partner.

    `bounds` are (block, first token, end); `pairs` are an opening and a closing mark each.
    """
    opening, closing = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    quotations: list[Quotation] = []
    issues: list[Issue] = []
    for _, first, last in bounds:
        stack: list[int] = []
        for i in range(first, last):
            if tokens[i].form not in opening | closing:
                continue
            open_mark = tokens[stack[-1]].form if stack else ""
            if _opens(text, tokens[i], opening, closing, open_mark):
                stack.append(i)
            elif stack:
                start = stack.pop()
                quotations.append(Quotation(start + 1, i, len(stack), closed=True))
            else:
                issues.append(_unbalanced(tokens[i]))
        for level, start in enumerate(stack):
            issues.append(_unbalanced(tokens[start]))
            if start + 1 < last:
                quotations.append(Quotation(start + 1, last, level, closed=False))
    filled = (quotation for quotation in quotations if quotation.start < quotation.end)
    return tuple(sorted(filled)), tuple(issues)


def _opens(text: str, token: Token, opening: set[str], closing: set[str], open_mark: str) -> bool:
    """Whether a mark opens a quotation, by its neighbours, the mark that is open (or ""), and then its shape."""
    before = text[token.span.start - 1 : token.span.start]
    after = text[token.span.end : token.span.end + 1]
    free_before = not before or before.isspace() or before in "([{:-\u2013\u2014\u0640"
    free_after = not after or not after.isalnum()
    if not open_mark:
        return not (free_after and not free_before and token.form in closing - opening and after.isspace())
    if free_before and not free_after:
        straight_inside = token.form in opening & closing and token.form != open_mark
        return straight_inside or token.form in opening - closing
    return token.form in opening - closing and not free_after


def _unbalanced(token: Token) -> Issue:
    """The issue of a mark without its partner."""
    return Issue(
        code="quotation.unbalanced",
        span=token.span,
        said=f"the quotation mark {token.form} has no partner in its paragraph",
    )
