"""One figure told of a wider place and of one inside it → told of the narrower: one event, named ever more closely."""

from collections import Counter
from collections.abc import Sequence

from corroborate.locate.place_echoes import Figure, figure_of
from corroborate.locate.place_evidence import Evidence, Standing
from corroborate.model.mention import Mention

_ELSEWHERE = "P06-elsewhere"  # the rule of extraction that reads a figure of another place
_REACH = 60  # characters between such a figure and its place
_LEAST = 2  # people: that one died is told of many events


def narrowed(
    evidence: Evidence, mentions: Sequence[Mention], standings: Sequence[Standing], alone: Sequence[int]
) -> list[int]:
    """Return which candidate each mention takes, given which each would take by itself.

    Mentions of one figure that lie at a place and at one inside it are all told of the one inside ("22 children were
    killed in Idlib … in Haas"), and with them what their passage tells of the same wider place (the strike that killed
    them). A mention whose turn it is in a list of towns keeps its own. `standings` are any candidate of each mention.
    """
    found = list(alone)
    for group in _groups(mentions):
        told = Counter(alone[member] for member in group)
        for member in group:
            narrower = [place for place in told if evidence.is_inside(place, alone[member])]
            if not narrower or standings[member].turn:
                continue
            best = max(narrower, key=lambda place: told[place])
            here = (standings[member].passage, alone[member])
            beside = (other for other in range(len(found)) if (standings[other].passage, alone[other]) == here)
            for other in beside:
                if other == member or (other not in group and not standings[other].turn):
                    found[other] = best
    return found


def _groups(mentions: Sequence[Mention]) -> Sequence[Sequence[int]]:
    """Return the mentions that give one figure of one effect, where there are several."""
    same: dict[Figure, list[int]] = {}
    for index, mention in enumerate(mentions):
        figure = figure_of(mention)
        if figure is not None and figure[1] >= _LEAST:
            same.setdefault(figure, []).append(index)
    return [group for group in same.values() if len(group) > 1]


def kept_to_town(evidence: Evidence, standings: Sequence[Standing], alone: Sequence[int]) -> list[int]:
    """Return which candidate each mention takes, given which each would take by itself.

    What a clause puts at "Oru city" happened in no other town, though the city's province may hold that town.
    """
    found = list(alone)
    for at, standing in enumerate(standings):
        wider = (place for place in standing.clause if evidence.is_inside(alone[at], place))
        found[at] = next((one for one in wider if evidence.is_other_town(alone[at], one, standing.passage)), alone[at])
    return found


def told_elsewhere(
    evidence: Evidence, mentions: Sequence[Mention], standings: Sequence[Standing], alone: Sequence[int]
) -> list[int]:
    """Return which candidate each mention takes: "45 died in Oru and |22| in neighbouring Tarin", the one behind it."""
    found = list(alone)
    for at, (mention, standing) in enumerate(zip(mentions, standings, strict=True)):
        if mention.rule == _ELSEWHERE:
            behind = evidence.first_behind(standing.passage, mention.span.end, _REACH)
            found[at] = alone[at] if behind is None else behind
    return found
