from tests.read.attribution.attribution_make import context, event, measure, toll

from oqiga.read.attribution import attribute, find_attributions


def attributed(ctx, *claims):
    return attribute(ctx, claims, find_attributions(ctx))


def test_a_claim_gets_its_source_and_date():
    ctx = context(
        "At least nine people were killed in Osh, the Health Ministry said on Sunday, raising an earlier toll of six."
    )
    new, old = attributed(
        ctx, toll(ctx, "nine people were killed", low=9), toll(ctx, "an earlier toll of six", low=6)
    )
    assert [source.name for source in new.said_by] == ["Health Ministry"]
    assert new.said_on == "2019-08-11"
    assert (old.said_by, old.said_on) == ((), None)


def test_the_reporters_own_voice_stays_without_source():
    ctx = context("Police sealed off the market. Six people were killed.")
    (claim,) = attributed(ctx, toll(ctx, "Six people were killed", low=6))
    assert claim.said_by == () and claim.certainty == "stated"


def test_the_innermost_source_comes_first():
    ctx = context("Residents told the newspaper that local radio was urging people to leave the town.")
    (claim,) = attributed(ctx, measure(ctx, "local radio was urging people to leave the town"))
    assert [source.name for source in claim.said_by] == ["local radio", "Residents"]


def test_who_orders_a_measure_is_not_its_source():
    ctx = context("Authorities are asking residents to stay home.")
    (claim,) = attributed(ctx, measure(ctx, "asking residents to stay home"))
    assert claim.said_by == ()


def test_hearsay_lowers_certainty():
    ctx = context("Dozens more people are reported injured. Six people reportedly died.")
    first, second = attributed(ctx, toll(ctx, "Dozens more people are reported injured", low=24),
                               toll(ctx, "Six people reportedly died", low=6))  # fmt: skip
    assert (first.certainty, second.certainty) == ("reported", "reported")
    assert first.said_by == second.said_by == ()


def test_reports_that_are_denied_are_denied_by_who_denies_them():
    ctx = context("The ministry denied reports of an attack on a school in Taraz.")
    (claim,) = attributed(ctx, event(ctx, "an attack on a school in Taraz"))
    assert (claim.certainty, [source.name for source in claim.said_by]) == ("denied", ["ministry"])


def test_who_denies_a_part_in_an_attack_does_not_deny_the_attack():
    ctx = context("The group denied any part in the attack. Officials denied that the attack took place.")
    part, whole = attributed(ctx, event(ctx, "the attack"), event(ctx, "the attack took place"))
    assert (part.certainty, part.said_by) == ("stated", ())
    assert whole.certainty == "denied"


def test_as_of_is_taken_where_told():
    ctx = context("As of Sunday, six people were missing, police said.")
    (claim,) = attributed(ctx, toll(ctx, "six people were missing", low=6))
    assert claim.as_of == "2019-08-11"


def test_a_bare_denial_becomes_a_denied_toll():
    ctx = context(
        "Local media reported that two children had died overnight, but hospital officials denied it."
    )
    claims = attributed(ctx, toll(ctx, "two children had died overnight", low=2))
    told, denied = claims
    assert (told.certainty, denied.certainty) == ("reported", "denied")
    assert denied.quote == "hospital officials denied it"
    assert (denied.low, denied.high, denied.said_by[0].kind) == (2, 2, "health")
    assert denied.id != told.id


def test_a_denial_of_nothing_counted_makes_no_toll():
    ctx = context("The governor said the town was calm. The mayor denied it.")
    assert attributed(ctx) == ()


def test_claims_keep_their_order_and_ids():
    ctx = context("Police said six people died and two fled.")
    claims = (toll(ctx, "six people died", low=6), toll(ctx, "two fled", low=2))
    assert [each.id for each in attributed(ctx, *claims)] == [each.id for each in claims]


def test_hearsay_around_a_known_event_leaves_it_sure():
    ctx = context("The president was said to be leading the response to the attacks on the town.")
    (claim,) = attributed(ctx, event(ctx, "the attacks on the town"))
    assert claim.certainty == "stated"
