"""The conditions that methodologies compose: each looks at one incident and says what it found, with the claims."""

from collections.abc import Mapping

from corroborate.grade import responsibility, telling
from corroborate.grade.evidence import Kind, Test
from corroborate.model.casualty import Effect, People
from corroborate.model.mention import Method
from corroborate.model.precision import PlacePrecision
from corroborate.model.situation import Granularity

CONDITIONS: Mapping[str, Test] = {
    "decided_by_person": Test(telling.decided_by_person, {"grade": Kind.TEXT}),
    "harm_accepted_by_belligerent": Test(responsibility.harm_accepted_by_belligerent, {}),
    "denied_by_accused": Test(responsibility.denied_by_accused, {}),
    "several_accused": Test(responsibility.several_accused, {}),
    "belligerent_action": Test(responsibility.belligerent_action, {}),
    "state_named": Test(responsibility.state_named, {}),
    "other_group_named": Test(responsibility.other_group_named, {}),
    "independent_origins": Test(telling.independent_origins, {"at_least": Kind.NUMBER}),
    "harm_told": Test(telling.harm_told, {"effects": Effect}),
    "only_people_harmed": Test(telling.only_people_harmed, {"people": People}),
    "method_told": Test(telling.method_told, {"methods": Method}),
    "figures_differ": Test(telling.figures_differ, {"effects": Effect}),
    "place_known": Test(telling.place_known, {"precision": PlacePrecision}),
    "place_of_size": Test(telling.place_of_size, {"at_least": Kind.NUMBER}),
    "days_known": Test(telling.days_known, {"precision": Granularity}),
}
