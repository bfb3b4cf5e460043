"""Clusters, and what is made of their claims, are the same in whatever order and nesting their parts were merged."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corroborate.link.compare import compare
from corroborate.link.profile import profile
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Cluster
from corroborate.model.teller import tellers
from corroborate.reconcile import reconcile
from tests.properties.test_added_is_whole import claims

_IDS = st.lists(st.sampled_from([ClaimId(f"claim-{number}") for number in range(9)]), unique=True).map(tuple)
_CLUSTERS = st.builds(Cluster, _IDS, st.just(False), _IDS)  # builds takes a cluster's fields in order


@given(_CLUSTERS, _CLUSTERS, _CLUSTERS)
def test_merging_of_clusters_is_associative_and_commutative(one: Cluster, two: Cluster, three: Cluster) -> None:
    assert one.merged(two.merged(three)) == one.merged(two).merged(three)
    assert one.merged(two) == two.merged(one)
    assert not set(one.merged(two).beside) & set(one.merged(two).claims)
    assert set(one.merged(two).claims) == {*one.claims, *two.claims}


@given(claims(), st.randoms(use_true_random=False))
def test_what_a_group_is_compared_by_is_that_of_the_set_of_its_claims(found: list[Claim], chance: Random) -> None:
    shuffled = chance.sample(found, len(found))
    assert profile(found) == profile(shuffled)
    half = len(found) // 2 or 1
    assert compare(profile(found), profile(found[:half])) == compare(profile(found[:half]), profile(shuffled))


@given(claims(), st.randoms(use_true_random=False))
def test_an_incident_is_that_of_the_set_of_its_claims(found: list[Claim], chance: Random) -> None:
    ids = [claim.id for claim in found]
    parts = [Cluster((claim,), is_tally=False) for claim in chance.sample(ids, len(ids))]
    merged = parts[0]
    for part in parts[1:]:
        merged = merged.merged(part)
    at_once = Cluster(tuple(sorted(ids)), is_tally=False)
    assert reconcile([merged], found) == reconcile([at_once], chance.sample(found, len(found)))


@given(claims(), claims(), claims())
def test_who_tells_is_counted_alike_in_whatever_order(one: list[Claim], two: list[Claim], three: list[Claim]) -> None:
    in_turn = tellers(three, tellers(two, tellers(one).values()).values())
    assert in_turn == tellers(one, tellers([*three, *two]).values())
