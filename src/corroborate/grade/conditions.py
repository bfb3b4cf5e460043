"""The conditions that methodologies compose: each looks at one incident and says what it found, with the claims."""

from collections.abc import Mapping

from corroborate.grade import counting, responsibility, situation, telling
from corroborate.grade.evidence import Kind, Test
from corroborate.model.casualty import Effect, People
from corroborate.model.mention import DamagedObject, Method, Weapon
from corroborate.model.precision import PlacePrecision
from corroborate.model.situation import Granularity
from corroborate.model.source import SourceKind

CONDITIONS: Mapping[str, Test] = {
    "decided_by_person": Test(telling.decided_by_person, {}),
    "independent_origins": Test(telling.independent_origins, {"at_least": Kind.NUMBER}),
    "different_kinds_of_origins": Test(telling.different_kinds_of_origins, {"at_least": Kind.NUMBER}),
    "origins_of_kind": Test(telling.origins_of_kind, {"kinds": SourceKind}),
    "told_by": Test(telling.told_by, {"names": Kind.TEXTS}),
    "harm_told": Test(telling.harm_told, {"effects": Effect}),
    "only_people_harmed": Test(telling.only_people_harmed, {"people": People}),
    "method_told": Test(telling.method_told, {"methods": Method}),
    "weapon_told": Test(telling.weapon_told, {"weapons": Weapon}),
    "weapons_agree": Test(telling.weapons_agree, {"weapons": Weapon}),
    "people_harmed": Test(telling.people_harmed, {"people": People}),
    "object_harmed": Test(telling.object_harmed, {"objects": DamagedObject}),
    "target_named": Test(telling.target_named, {"words": Kind.TEXTS}),
    "figure_given": Test(counting.figure_given, {"effects": Effect}),
    "harm_told_independently": Test(counting.harm_told_independently, {"effects": Effect, "at_least": Kind.NUMBER}),
    "figures_agree": Test(counting.figures_agree, {"effects": Effect}),
    "figures_differ": Test(counting.figures_differ, {"effects": Effect}),
    "harm_accepted_by_belligerent": Test(responsibility.harm_accepted_by_belligerent, {}),
    "act_owned": Test(responsibility.act_owned, {}),
    "denied_by_accused": Test(responsibility.denied_by_accused, {}),
    "several_accused": Test(responsibility.several_accused, {}),
    "belligerent_action": Test(responsibility.belligerent_action, {}),
    "state_named": Test(responsibility.state_named, {}),
    "other_group_named": Test(responsibility.other_group_named, {}),
    "place_known": Test(situation.place_known, {"precision": PlacePrecision}),
    "place_of_size": Test(situation.place_of_size, {"at_least": Kind.NUMBER}),
    "days_known": Test(situation.days_known, {"precision": Granularity}),
}
