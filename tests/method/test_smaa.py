from collections.abc import Iterator
from math import exp
from random import Random

import pytest

from channelfit.method.draws import dirichlet
from channelfit.method.smaa import confidence, smaa
from tests.method.vectors import vector

Matrix = list[list[float]]


def antidepressants(random: Random, criteria: dict[str, dict[str, object]], draws: int) -> Iterator[Matrix]:
    """Values of the published model: normal or log-normal, scaled between the bounds of the central 95 % intervals."""
    scaled = [column(random, criterion, draws) for criterion in criteria.values()]
    for draw in range(draws):
        yield [[criterion[draw][one] for criterion in scaled] for one in range(len(scaled[0][draw]))]


def column(random: Random, criterion: dict[str, object], draws: int) -> Matrix:
    mu, sigma = criterion["mu"], criterion["sigma"]
    assert isinstance(mu, list)
    assert isinstance(sigma, list)
    outer = exp if criterion["dist"] == "lognormal" else float
    low = min(outer(m - 1.96 * s) for m, s in zip(mu, sigma, strict=True))
    high = max(outer(m + 1.96 * s) for m, s in zip(mu, sigma, strict=True))
    drawn = [[(outer(random.gauss(m, s)) - low) / (high - low) for m, s in zip(mu, sigma, strict=True)] for _ in range(draws)]
    return drawn if criterion["direction"] == "max" else [[1 - x for x in row] for row in drawn]


def test_the_published_table_of_antidepressants() -> None:
    given, expected, tolerance = vector("smaa2_jsmaa_antidepressants")
    random, draws = Random(1), 12_000
    values = antidepressants(random, given["criteria"], draws)
    found = smaa((dirichlet(random, [1.0] * 6), matrix) for matrix in values)
    sure = confidence(found.central, antidepressants(random, given["criteria"], 4_000))
    for one, name in enumerate(given["alternatives"]):
        assert found.ranks[one] == pytest.approx(expected["rank_acceptability"][name], abs=tolerance)
        assert found.central[one] == pytest.approx(expected["central_weights"][name], abs=tolerance)
        assert sure[one] == pytest.approx(expected["confidence"][name], abs=tolerance)


def test_two_criteria_as_the_analysis_says() -> None:
    given, expected, tolerance = vector("smaa_exact_two_criteria")
    names, values, random = list(given["alternatives"]), list(given["alternatives"].values()), Random(2)
    found = smaa((dirichlet(random, [1.0, 1.0]), values) for _ in range(10_000))
    for one, name in enumerate(names):
        assert found.ranks[one] == pytest.approx(expected["rank_acceptability"][name], abs=tolerance)
        assert found.central[one] == pytest.approx(expected["central_weight_first"][name], abs=tolerance)


def test_never_first_has_no_central_weights() -> None:
    given, expected, tolerance = vector("smaa_dominated")
    found = smaa([(given["weights"], list(given["values"].values()))])
    assert found.ranks == list(expected["rank_acceptability"].values())
    assert found.central[0] == pytest.approx(expected["central_weights"]["A"], abs=tolerance)
    assert found.central[1] is None
    assert confidence(found.central, [list(given["values"].values())]) == [1, None]


def test_pairwise_winning() -> None:
    given, expected, _ = vector("smaa_pairwise_winning")
    won, lost = ([1.0], [[1.0], [0.0]]), ([1.0], [[0.0], [1.0]])
    draws = [won] * given["a1_wins"] + [lost] * given["a2_wins"]
    found = smaa(draws)
    assert (found.winning[0][1], found.winning[1][0]) == (expected["pwi_a1_over_a2"], expected["pwi_a2_over_a1"])


def test_ties_share_their_ranks() -> None:
    found = smaa([([1.0], [[1.0], [1.0], [0.0]])])
    assert found.ranks == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]
    assert found.winning[0][1] == found.winning[1][0] == 0


def test_nothing_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="0"):
        smaa([])
