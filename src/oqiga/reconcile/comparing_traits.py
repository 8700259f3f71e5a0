"""What two sketches tell beside time and place: types, names, counts, kinds of sites, and their texts."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.codebook.targets import is_single, may_be_together
from oqiga.reconcile.comparing_places import countries_of
from oqiga.reconcile.comparison import Comparison, scored
from oqiga.reconcile.kinship import akin, is_rare, is_response, weight
from oqiga.reconcile.naming import country_forms, names_town, one_root
from oqiga.reconcile.people import shared_people
from oqiga.reconcile.sketch import Sketch, resemblance

_OPERATION = "security_operation"
"""A response that may be all that there was: the storming of a house."""
COPY = 0.5
"""Resemblance from which one text is a near copy of another."""
KINDRED = 0.2
_FEWEST_MENTIONS = 5
_MANY = 4
"""People named in full from which a report on a trial would name the attacker too."""


def types_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the types of event."""
    one, other = left.types[0], right.types[0]
    if one == other == _OPERATION:
        return scored("type", "same_operation", one, other, "both an operation")
    if is_response(one) or is_response(other):
        return scored("type", "response", one, other, "one names only a response")
    if one == other:
        return scored(
            "type", "same_rare" if is_rare(one) else "same", one, other, f"both {one.replace('_', ' ')}"
        )
    if akin(one, other):
        return scored("type", "family", one, other, "types that are used for one incident")
    if one in right.types or other in left.types:
        return scored("type", "family", one, other, "one also tells of the other's type")
    return scored("type", "different", one, other, f"{one} is not {other}".replace("_", " "))


def names_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the names that both tell."""
    places = {*left.towns, *right.towns, *_lands(left), *_lands(right)}  # compared by themselves
    # who attacks one town again and again tells nothing where nothing tells when it was
    again: set[str] = set() if left.timed and right.timed else {*left.groups, *right.groups}
    again |= {word for name in (*left.officials, *right.officials) for word in name.split()}
    again |= set() if left.timed and right.timed else _named_sites(left, right)
    shared = _without_towns((set(left.names) & set(right.names)) - again, left, right)
    told = _without_towns((set(left.mentions) & set(right.mentions)) - places - again, left, right)
    smaller = min(len(set(each.mentions) - places) for each in (left, right))
    mine, theirs = set(left.names), set(right.names)
    passing = (mine & set(right.mentions) | theirs & set(left.mentions)) - shared - places - again
    passing = _without_towns(passing, left, right)
    full, known = _people_named(left, right, shared)
    passing -= {word for one, other in (*full, *known) for word in f"{one} {other}".split()}
    points = weight("names", "each") * len(shared) + _in_passing(len(passing), left, right)
    points += weight("names", "person") * len(full) + weight("names", "official") * min(1, len(known))
    attacker, against = _attackers_compared(left, right)
    points += weight("names", "attacker") if attacker else 0.0
    if smaller >= _FEWEST_MENTIONS:
        points += weight("names", _when("report", left, right)) * min(1.0, 2 * len(told) / smaller)
    most = weight("names", "most_people" if len(full) > 1 or attacker else "most")
    score = round(min(most, points) + against, 2)
    both = [one for one, _ in full]
    why = f"{len(shared)} names told of both, {len(told)} in both reports, {len(both)} people in full"
    return Comparison("names", score, ", ".join(sorted({*shared, *both})), ", ".join(sorted(told)), why)


def _attackers_compared(left: Sketch, right: Sketch) -> tuple[bool, float]:
    """Return whether one names in full who did it by the other, and the points against where it does not.

    Only where nothing tells when one of them was does it speak against: first suspects are often wrong.
    """
    if shared_people(left.attackers, right.people) or shared_people(left.people, right.attackers):
        return True, 0.0
    if left.timed and right.timed:
        return False, 0.0
    if left.attackers and right.attackers:
        return False, weight("names", "other_attackers")
    silent = any(
        one.attackers and other.late and len(other.people) >= _MANY
        for one, other in ((left, right), (right, left))
    )
    return False, weight("names", "attacker_not_named") if silent else 0.0


_Shared = list[tuple[str, str]]


def _people_named(left: Sketch, right: Sketch, told: set[str]) -> tuple[_Shared, _Shared]:
    """Return who both name in full and is not told of both already: first those who hold no office."""
    both = [
        (one, other)
        for one, other in shared_people(left.people, right.people)
        if not set(one.split()) <= told
    ]
    known = {*left.officials, *right.officials}
    sites = _named_sites(left, right)
    both = [each for each in both if sites.isdisjoint(" ".join(each).split())]
    full = [each for each in both if known.isdisjoint(each)]
    return full, [each for each in both if each not in full]


def _named_sites(left: Sketch, right: Sketch) -> set[str]:
    """Return the names of sites that either report tells: they are compared by themselves, and are nobody."""
    return {name.partition("/")[2] for each in (left, right) for name in (*each.site_names, *each.named_too)}


def _without_towns(names: set[str], left: Sketch, right: Sketch) -> set[str]:
    """Leave out the towns and regions of both in whatever case («в Грозном»), compared by themselves."""
    towns = {*left.towns, *right.towns}
    regions = {word for each in (left, right) for spot in each.spots for word in (spot.region or "").split()}
    return {
        name
        for name in names
        if not any(names_town(town, name) for town in towns)
        and not any(one_root(each, name) for each in regions)
    }


def _in_passing(count: int, left: Sketch, right: Sketch) -> float:
    """Return the points of names that one tells of it and the other somewhere in its report.

    Where nothing tells when one of them was, all of them are no more than one: an army, a party, a minister.
    """
    return weight("names", "passing") * (count if left.timed and right.timed else min(1, count))


def _when(kind: str, left: Sketch, right: Sketch) -> str:
    return kind if left.timed and right.timed else f"{kind}_undated"


def _lands(sketch: Sketch) -> Iterator[str]:
    return (form for country in countries_of(sketch) for form in country_forms(country))


def sites_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the kinds of sites that the claims name: a station and a bus are told of as two attacks."""
    called = set(left.site_names) & set(right.site_names)
    if called:
        names = ", ".join(sorted(called))
        return scored(
            "sites",
            "named" if left.timed or right.timed else "named_undated",
            names,
            names,
            "both call the site by the same name",
        )
    called = set(left.site_names) & set(right.named_too) | set(right.site_names) & set(left.named_too)
    if called:
        names = ", ".join(sorted(called))
        return scored("sites", "named_too", names, names, "one names the other's site elsewhere")
    if street := set(left.streets) & set(right.streets):
        names = ", ".join(sorted(street))
        return scored("sites", "street", names, names, "both name the same street")
    mine, theirs = ", ".join(left.sites), ", ".join(right.sites)
    if not mine or not theirs:
        return Comparison("sites", 0.0, mine, theirs, "one names no site")
    both = set(left.sites) & set(right.sites)
    if both and both < set(left.sites) and both < set(right.sites):
        return Comparison("sites", 0.0, mine, theirs, "of several kinds of sites only some are the same")
    if both:
        return scored(
            "sites",
            _sites_alike(both, left, right),
            mine,
            theirs,
            "both name the same kind of site",
        )
    if set(left.sites) & set(right.kinds) or set(right.sites) & set(left.kinds):
        return Comparison("sites", 0.0, mine, theirs, "one also names the other's kind of site")
    if any(may_be_together(one, other) for one in left.sites for other in right.sites):
        return Comparison("sites", 0.0, mine, theirs, "kinds of sites that may be told of one")
    return scored("sites", _when("other", left, right), mine, theirs, "they name other kinds of sites")


def _sites_alike(both: set[str], left: Sketch, right: Sketch) -> str:
    named = [{name.split("/")[0] for name in each.site_names} & both for each in (left, right)]
    if all(named):
        return "named_otherwise"
    if len(both) > 1 and both == set(left.sites) == set(right.sites):
        return "several"
    return "single" if any(map(is_single, both)) else "same"


def people_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the sorts of people that were hit: tourists, journalists, recruits."""
    mine, theirs = ", ".join(left.hit), ", ".join(right.hit)
    if not set(left.hit) & set(right.hit):
        return Comparison("people", 0.0, mine, theirs, "no sort of people in common")
    return scored("people", "same", mine, theirs, "the same sort of people was hit")


def texts_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare the texts of the reports."""
    alike = resemblance(left.signature, right.signature)
    values = (f"{alike:.2f}", f"{alike:.2f}")
    if alike >= COPY and left.background == right.background:
        return scored("text", "copy", *values, "one text is mostly the other's")
    if alike >= KINDRED and left.background == right.background:
        return scored("text", "kindred", *values, "the texts share long stretches")
    return Comparison("text", 0.0, *values, "the texts differ")


def background_compared(left: Sketch, right: Sketch) -> Comparison:
    """Compare whether they only recall it."""
    score = weight("background", "one_only") if left.background != right.background else 0.0
    return Comparison(
        "background", score, str(left.background), str(right.background), "one only mentions it in passing"
    )
