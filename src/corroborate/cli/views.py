"""The record as a person reads it in a terminal."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from corroborate.cli import parties, ruled, words
from corroborate.cli.lines import LONGEST, claim_line, say, short
from corroborate.cli.output import console, message
from corroborate.link import Tie
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId, DocumentId, IncidentId
from corroborate.model.incident import Incident, Position, Tally, Update
from corroborate.model.issue import Issue
from corroborate.model.mention import Stance
from corroborate.model.record import Record
from corroborate.model.route import Route
from corroborate.model.rulings import by_subject
from corroborate.publish.rulings import marks, readings
from corroborate.publish.standing import standings, summary
from corroborate.publish.words import plural, telling, word

_ROOMY = 130  # columns of a screen from which all that is told of an incident stands side by side
_STANCES = {Stance.ACCUSED: "red", Stance.DENIED: "yellow", Stance.ADMITTED: "green", Stance.CLAIMED: "green"}
_ORIGINS = 4  # named in a table; the rest are counted


def incidents(found: Sequence[Incident], record: Record) -> None:
    """Print incidents of a record as a table: when, where, what, ranges, origins, grade, what people decided.

    Where the screen is narrow, it is closer.
    """
    claims, notes = {claim.id: claim for claim in record.claims}, ruled.notes(record)
    totals = Counter(covered for total in record.tallies for covered in total.covers)
    if console().width >= _ROOMY:
        table = _table("day", "what and where", "people", "said by", "accused / denied", "grade", "id")
        for shown in found:
            said_of = (_blame(shown) or Text("—", "dim"), _grade(shown, notes), _short_id(shown.id))
            table.add_row(*_day_and_people(shown, claims, totals), _origins(shown), *said_of)
    else:
        table = _table("day", "what and where", "people", "said by")
        for shown in found:
            day, what, people = _day_and_people(shown, claims, totals)
            below = Text("\n").join(filter(None, (_blame(shown), _grade(shown, notes) + " " + _short_id(shown.id))))
            table.add_row(Group(*day.split(" to ")), Group(what, below), people, _origins(shown))
    _print(table)


def _day_and_people(
    shown: Incident, claims: Mapping[ClaimId, Claim], totals: Counter[IncidentId]
) -> tuple[str, Text, Text]:
    what = Text(shown.title.rpartition(" — ")[0] or shown.title)  # the day has a column of its own
    if shown.weapons:
        what.append(f"\n{', '.join(weapon.value.replace('_', ' ') for weapon in shown.weapons)}", "dim")
    if totals[shown.id]:
        what.append(f"\ninside {plural(totals[shown.id], 'total')}", "dim")
    people = [words.ranges(telling(shown.ranges))]
    people += [f"conceded: {words.ranges((stated,))}" for stated in shown.conceded]
    moved = "".join(f"\n{move}" for move in words.moves(shown.history, claims))
    return words.days(shown.when), what, Text("\n".join(filter(None, people)) or "—").append(moved, "dim")


def _grade(shown: Incident, notes: Mapping[str, str]) -> Text:
    note = notes.get(shown.id)
    return Text(words.grade(shown), "bold") + Text(f"\n{note}" if note else "", "magenta")


def _short_id(name: str) -> Text:
    return Text(short(name), "dim")


def tallies(found: Sequence[Tally], claims: Mapping[ClaimId, Claim]) -> None:
    """Print tallies as a table: span, area, and what each origin says, beside the others."""
    table = _table("span", "total", "area", "who says what", "covers", "id")
    for tally in found:
        said = "\n".join(f"{row.origin}: {words.content(claims[row.current])}{words.inside(row)}" for row in tally.rows)
        covers = plural(len(tally.covers), "incident") if tally.covers else "—"
        span, total, area = words.days(tally.when), tally.title.partition(",")[0], words.place(tally.where)
        table.add_row(Group(*span.split(" to ")), Text(total), area, Text(said), covers, _short_id(tally.id))
    _print(table)


def issues(found: Iterable[Issue]) -> None:
    """Print doubts, counted by kind, with the words of the first of each."""
    table = _table("doubts", "how many", "for example")
    kinds: dict[str, list[Issue]] = {}
    for issue in found:
        kinds.setdefault(issue.kind.value, []).append(issue)
    for kind, same in sorted(kinds.items()):
        table.add_row(kind.replace("_", " "), str(len(same)), Text(words.shortened(same[0].message, LONGEST)))
    _print(table)


def document(shown: Document, names: Sequence[str], record: Record) -> None:
    """Print a report with its claims marked in the text, and what people decided of them."""
    claims, decided = [claim for claim in record.claims if claim.document == shown.id], marks(record)
    about = f"{shown.publisher or 'publisher unknown'}, {shown.published or 'day of publication unknown'}"
    screen = console()
    screen.print(Text(shown.title or shown.name, "bold"))
    screen.print(Text(f"{', '.join(names)} · {about}\n{shown.id} · SHA-256 {shown.capture}", "dim"))
    screen.print()
    screen.print(_marked(shown.text, claims), soft_wrap=True)
    screen.print()
    for number, said in enumerate(claims, start=1):
        say(claim_line(f"c{number}", said))
        for mark in decided.get(said.id, ()):
            say(Text(f"   {mark}", "magenta"))
    _doubts([issue for issue in record.issues if shown.id in issue.subjects])


def claim(shown: Claim, record: Record) -> None:
    """Print a claim with its words in their sentence, its chain, its rules, what it is part of, what people decided."""
    part_of = next((said for said in record.claims if said.id == shown.part_of), None)
    groups = [group for group in record.groups if shown.id in group.claims]
    counted = dict.fromkeys(one.origin for group in groups for one in group.routes if shown.id in one.claims)
    screen = console()
    sentence, start = Text(shown.passage.quote), shown.span.start - shown.passage.start
    sentence.stylize("bold reverse", max(0, start), start + len(shown.span.quote))
    as_read = readings(record).get(shown.id)
    rows = [
        ("says", words.content(shown)),
        *([("as it was read", as_read)] if as_read else []),
        ("words", shown.span.quote),
        ("told by", words.sources(shown)),
        ("origin", "; ".join(counted) or shown.origin),
        ("when", words.days(shown.situation.when)),
        ("where", words.place(shown.situation.where)),
        ("by", ", ".join(shown.by) or "nobody named"),
        ("weapon", ", ".join(weapon.value for weapon in shown.weapons) or "none said"),
        ("hedged", "yes" if shown.attribution.hedge else "no"),
        ("share of", f"{part_of.id}: {words.content(part_of)}" if part_of else "—"),
        ("stands in", "; ".join(f"{group.title} ({group.id})" for group in groups) or "no incident"),
        ("report", f"{shown.document}, code points {shown.span.start}–{shown.span.end}"),
        ("rules", ", ".join(shown.rules)),
        ("made by", shown.maker),
    ]
    screen.print(Panel(sentence, title=shown.id, title_align="left"))
    screen.print(_pairs(rows))
    ruled.beneath(by_subject(record).get(shown.id, ()))
    _doubts([issue for issue in record.issues if shown.id in issue.subjects])


def incident(shown: Incident, record: Record) -> None:
    """Print an incident: ranges with the claims behind each bound, who says what, grade with its reasons."""
    claims = {said.id: said for said in record.claims}
    screen = console()
    screen.print(Text(shown.title, "bold"))
    screen.print(Text(f"{shown.id} · {words.days(shown.when)} · {words.place(shown.where)}", "dim"))
    for figure in shown.ranges:
        people = f"{figure.effect.value}, {figure.people.value}"
        screen.print(Text(f"\n{people}: {words.span(figure)}", "bold"))
        for end, bound in (("low", figure.low), ("best", figure.best), ("high", figure.high)):
            if bound is None:
                continue
            note = f" ({bound.note})" if bound.note else ""
            screen.print(Text(f"  {end} {bound.value if bound.value is not None else 'unstated'}: {bound.rule}{note}"))
            for said in bound.claims:
                say(claim_line("    ", claims[said]))
    for figure in shown.conceded:
        screen.print(Text(f"\nconceded by {', '.join(figure.origins)}: {words.ranges((figure,))}", "bold"))
    _origins_behind(shown.routes, shown.origins, len(shown.documents), record)
    counting = set(shown.claims) - set(shown.excluded)
    _group("Who says what", [said for said in record.claims if said.id in counting])
    _group("Of origins that a person excluded", [claims[said] for said in shown.excluded])
    _group("Beside it", [said for said in record.claims if said.id in shown.beside])
    _history(shown.history, claims)
    _totals([total for total in record.tallies if shown.id in total.covers], claims)
    parties.responsibility(shown, claims)
    parties.norms(shown, claims)
    for given in shown.grades:
        screen.print(Text(f"\nGrade by {given.methodology} {given.version}: {given.name}", "bold"))
        for reason in given.reasons:
            screen.print(Text(f"  {'✓' if reason.held else '–'} {reason.text} [{reason.rule}]"))
        for code in given.codes:
            screen.print(Text(f"  {code.name} {code.value or '—'}: {code.meaning}"))
    ruled.beneath(by_subject(record).get(shown.id, ()))
    _doubts([issue for issue in record.issues if shown.id in issue.subjects])


def ties(found: Sequence[Tie], names: Mapping[DocumentId, Sequence[str]]) -> None:
    """Print why the reports of an incident are taken for reports of one: the weights, in log-odds and in words."""
    if found:
        console().print(Text("\nWhy these reports are one incident (weights in log-odds)", "bold"))
    for tie in found:
        console().print(Text(f"  {names[tie.document][0]} with {names[tie.other][0]}: {tie.score:+.1f}"))
        for meaning, weight in tie.reasons:
            console().print(Text(f"    {weight:+.1f}  {meaning}", "dim"))


def tally(shown: Tally, record: Record) -> None:
    """Print a tally: the figures of its origins side by side, and the incidents that it covers."""
    claims = {said.id: said for said in record.claims}
    screen = console()
    screen.print(Text(shown.title, "bold"))
    screen.print(Text(f"{shown.id} · {words.days(shown.when)} · {words.place(shown.where)}", "dim"))
    for row in shown.rows:
        told = f"{row.origin}: {row.what}, {words.content(claims[row.current])}{words.inside(row)}"
        screen.print(Text(f"\n{told}", "bold"))
        for said in row.claims:
            say(claim_line("  now" if said == row.current else "  ", claims[said]))
        _history(row.history, claims)
    _origins_behind(shown.routes, shown.origins, len(shown.documents), record)
    for covered in (i for i in record.incidents if i.id in shown.covers):
        screen.print(Text(f"  covers {covered.title} ({covered.id})"))
    _group("Of origins that a person excluded", [claims[said] for said in shown.excluded])
    ruled.beneath(by_subject(record).get(shown.id, ()))
    _doubts([issue for issue in record.issues if shown.id in issue.subjects])


def issue(shown: Issue, record: Record) -> None:
    """Print a doubt with what it is about: claims in their words, each with its report and what it stands in."""
    rows = [("issue", shown.id), ("kind", shown.kind.value), ("stage", shown.stage), ("what", shown.message)]
    if shown.span:
        rows.append(("words", f"{shown.span.quote} ({shown.span.start}–{shown.span.end})"))
    console().print(_pairs(rows))
    claims, groups = {said.id: said for said in record.claims}, record.groups
    names: dict[str, str] = {report.id: report.name for report in record.documents}
    names |= {group.id: group.title for group in groups}
    homes = {claim: group for group in groups for claim in group.claims}
    for subject in shown.subjects:
        said = claims.get(ClaimId(subject))
        if said is None:
            say(Text(f"\n{names.get(subject, '')} ", "bold").append(subject, "dim"))
        else:
            _side(said, names[said.document], homes.get(said.id))


def _side(said: Claim, report: str, home: Incident | Tally | None) -> None:
    """Print a claim that a doubt is about: its report, what it stands in, its words, day and place."""
    published = f"{said.publisher or 'publisher unknown'}, {said.published or 'day of publication unknown'}"
    stands = f"stands in {home.title} ({short(home.id)})" if home else "stands in no incident"
    say(Text(f"\n{report} ({published}): {stands}", "bold"))
    situation = f" · {words.days(said.situation.when)} · {words.place(said.situation.where)}"
    say(claim_line("  ", said).append(situation, "dim"))


def whole(record: Record) -> None:
    """Print the record of a case: incidents, tallies, doubts."""
    claims = {said.id: said for said in record.claims}
    screen = console()
    sections: tuple[tuple[str, Callable[[], None]], ...] = (
        (f"{len(record.incidents)} incidents", lambda: incidents(record.incidents, record)),
        (
            f"{len(record.tallies)} tallies: totals over days and areas, added to nothing",
            lambda: tallies(record.tallies, claims),
        ),
        (f"{len(record.issues)} doubts that wait for a person", lambda: issues(record.issues)),
    )
    for title, show in sections:
        screen.rule(Text(title, "bold"), align="left")
        show()


def _table(*columns: str) -> Table:
    return Table(*columns, box=SIMPLE_HEAD, pad_edge=False, show_lines=False, row_styles=("", "on grey7"))


def _print(table: Table) -> None:
    if table.row_count:
        console().print(table)
    else:
        message("Nothing to list.")


def _pairs(rows: Iterable[tuple[str, str]]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in rows:
        table.add_row(Text(name, "dim"), Text(value))
    return table


def _origins(shown: Incident) -> Group:
    lines = [Text(f"• {origin}") for origin in shown.origins[:_ORIGINS]]
    if len(shown.origins) > _ORIGINS:
        lines.append(Text(f"and {len(shown.origins) - _ORIGINS} more", "dim"))
    return Group(*lines, Text(summary(len(shown.documents), len(shown.origins)), "dim"))


def _blame(shown: Incident) -> Text:
    lines = Text()
    for party in shown.responsibility:
        if not party.general:
            lines.append("\n" if lines else "")
            lines.append(f"{party.actor} ").append(party.stance.value, _STANCES.get(party.stance, ""))
    for answer in shown.answers:
        if answer.position is Position.UNPROVEN:
            lines.append(f"\n{answer.party} ").append(word("answer", answer.position), "yellow")
    return lines


def _history(history: Sequence[Update], claims: Mapping[ClaimId, Claim]) -> None:
    """Print which figures of an origin were replaced by later ones."""
    moves = tuple(words.moves(history, claims))
    if moves:
        say(Text("\nHow the figures moved", "bold"))
        for move in moves:
            say(Text(f"  {move}"))
        for update in history:
            if update.replaces:
                say(claim_line("    was", claims[update.replaces]))


def _totals(covering: Sequence[Tally], claims: Mapping[ClaimId, Claim]) -> None:
    """Print the totals that cover an incident."""
    if covering:
        say(Text("\nInside these totals, and added to none", "bold"))
    for total in covering:
        said = "; ".join(f"{row.origin}: {words.content(claims[row.current])}" for row in total.rows)
        say(Text(f"  {total.title} ({said}) ").append(short(total.id), "dim"))


def _origins_behind(routes: Sequence[Route], origins: Sequence[str], links: int, record: Record) -> None:
    """Print the links of each origin, with the reason why each is its word."""
    say(Text(f"\n{summary(links, len(origins))}", "bold"))
    for standing in standings(routes, origins, {report.id: report for report in record.documents}):
        say(Text(f"  {standing.origin}{'' if standing.tells else ' (does not tell what happened)'}"))
        for link in standing.links:
            say(Text(f"    {link.report} ({link.printed}): ").append(link.why, "cyan"))


def _group(title: str, claims: Sequence[Claim]) -> None:
    if claims:
        say(Text(f"\n{title}", "bold"))
        for said in claims:
            say(claim_line("  ", said))


def _doubts(found: Sequence[Issue]) -> None:
    if found:
        say(Text("\nDoubts", "bold"))
        for doubt in found:
            say(Text(f"  {doubt.kind.value.replace('_', ' ')}: {doubt.message}"))


def _marked(text: str, claims: Sequence[Claim]) -> Text:
    marks: list[tuple[int, int, str]] = []  # place, closing marks first, sign
    for number, said in enumerate(claims, start=1):
        marks += [(said.span.start, 1, f"[c{number} "), (said.span.end, 0, f" c{number}]")]
    shown, at = Text(), 0
    for place, _, sign in sorted(marks):
        shown.append(text[at:place])
        shown.append(sign, "bold cyan")
        at = place
    return shown.append(text[at:])
