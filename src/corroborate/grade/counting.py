"""Conditions on the figures that origins give."""

from collections.abc import Sequence

from corroborate.grade.evidence import Evidence, Finding, Settings, counted
from corroborate.model.figures import Figure, Group, grouped, is_numbered, stated_low


def figure_given(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether an origin gives a number for harm of one of these effects."""
    effects = settings.texts("effects")
    found = [f for f in evidence.incident.figures if f.effect in effects and is_numbered(f) and not f.excluded]
    told = "; ".join(f"{figure.people} {figure.effect}: {_stated([figure])}" for figure in found)
    return Finding(bool(found), told or "no number", tuple(figure.claim for figure in found))


def harm_told_independently(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether enough origins tell of harm of one of these effects, with a number or without."""
    effects = settings.texts("effects")
    found = [
        figure
        for figure in evidence.incident.figures
        if figure.effect in effects and figure.count.high != 0 and not figure.excluded
    ]
    origins = sorted({figure.origin for figure in found})
    told = f"{counted(len(origins), 'origin')}: {', '.join(origins)}" if origins else "nobody tells of it"
    return Finding(len(origins) >= settings.number("at_least"), told, tuple(figure.claim for figure in found))


def figures_agree(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether all figures of harm of one of these effects and one group of people can be right at once."""
    effects = settings.texts("effects")
    for (effect, people), figures in grouped(evidence.incident.figures).items():
        stating = [figure for figure in figures if is_numbered(figure) and not figure.excluded]
        highs = [figure.count.high for figure in stating if figure.count.high is not None]
        if effect in effects and stating and highs and max(stated_low(f.count) for f in stating) > min(highs):
            claims = tuple(figure.claim for figure in stating)
            return Finding(held=False, text=f"{people} {effect}: {_stated(stating)}", claims=claims)
    return Finding(held=True, text="no two figures of one group exclude each other")


def figures_differ(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether origins put different figures to harm of one of these effects and one group of people."""
    effects = settings.texts("effects")
    found: dict[Group, list[Figure]] = {}
    for group, figures in grouped(evidence.incident.figures).items():
        stating = [figure for figure in figures if is_numbered(figure) and not figure.excluded]
        if group[0] in effects and len({(figure.count.low, figure.count.high) for figure in stating}) > 1:
            found[group] = stating
    told = "; ".join(f"{people} {effect}: {_stated(found[effect, people])}" for effect, people in found)
    claims = tuple(dict.fromkeys(figure.claim for figures in found.values() for figure in figures))
    return Finding(bool(found), told or "no two figures of one group differ", claims)


def _stated(figures: Sequence[Figure]) -> str:
    return ", ".join(f"{figure.origin} {figure.count.words}" for figure in figures)
