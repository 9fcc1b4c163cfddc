from random import Random

import pytest

from channelfit.method.beta import Beta, beta_of
from channelfit.method.bilinear import coefficients, contributions, deviation, doubts, score
from channelfit.method.draws import dirichlet, triangular_quantile
from channelfit.method.smaa import smaa
from channelfit.method.stability import Candidate, Doubt, Presence, simulated, stability
from channelfit.method.standing import standing
from tests.method.vectors import vector


def fit(points: float) -> float:
    return float(1.5 ** (min(max(points, -3), 3) - 3))


DOUBT = Doubt(draws=2_000, seed=7, concentration=50, step=1, fit=fit)


def candidates(random: Random, count: int) -> list[Candidate]:
    return [
        Candidate(
            [
                [Presence(beta_of(random.uniform(0.05, 0.9), random.choice([4, 10, 30, 200])), f"survey {random.randrange(4)}") for _ in range(2)]
                for _ in range(2)
            ],
            [[float(random.randint(-3, 3)) for _ in range(2)] for _ in range(2)],
        )
        for _ in range(count)
    ]


def slowly(goals: list[float], audiences: list[float], among: list[Candidate], draws: int) -> list[list[float]]:
    """The same model, drawn one by one from exact quantiles, counted by the general SMAA."""
    random = Random(99)

    def one_draw() -> tuple[list[float], list[list[float]]]:
        w, v = dirichlet(random, [50 * x for x in goals]), dirichlet(random, [50 * x for x in audiences])
        u = {presence.source: random.random() for candidate in among for row in candidate.presence for presence in row}
        totals = []
        for candidate in among:
            error = [triangular_quantile(random.random()) for _ in goals]
            p = [[presence.factor * presence.known.quantile(u[presence.source]) for presence in row] for row in candidate.presence]
            s = [[0.0 if x is None else fit(x + e) for x in row] for row, e in zip(candidate.points, error, strict=True)]
            totals.append([sum(goal * score([1], v, row, [fits]) for goal, row, fits in zip(w, p, s, strict=True))])
        return [1.0], totals

    return smaa(one_draw() for _ in range(draws)).ranks


def test_fast_and_slow_agree() -> None:
    among = candidates(Random(5), 5)
    fast = stability([0.7, 0.3], [0.6, 0.4], among, DOUBT, 3)
    slow = slowly([0.7, 0.3], [0.6, 0.4], among, 2_000)
    assert fast.first == pytest.approx([row[0] for row in slow], abs=0.04)
    assert fast.podium == pytest.approx([sum(row[:3]) for row in slow], abs=0.04)


def test_the_seed_decides() -> None:
    among = candidates(Random(6), 6)
    once, again = (stability([1.0], [1.0, 0.0], [Candidate(c.presence[:1], c.points[:1]) for c in among], DOUBT, 3) for _ in range(2))
    assert once.first == again.first
    assert sum(once.first) == pytest.approx(1)
    assert sum(once.podium) == pytest.approx(3)


def test_a_veto_is_worth_nothing_and_a_source_moves_its_channels_together() -> None:
    low, high = (Candidate([[Presence(beta_of(mean, 10), "one survey")]], [[3.0]]) for mean in (0.4, 0.6))
    vetoed = Candidate([[Presence(beta_of(0.9, 10), "other")]], [[None]])
    exact = DOUBT._replace(step=0.0)
    found = stability([1.0], [1.0], [low, high, vetoed], exact, 3)
    assert found.first == [0, 1, 0]
    assert found.beats(1, 0) == 1
    assert set(found.scores[2]) == {0}


def test_who_is_left_out_of_the_simulation_would_never_have_been_among_the_first() -> None:
    """With as many places as candidates, nobody is left out; the draws are the same."""
    strong = [Candidate([[Presence(beta_of(0.8, 200), str(name))]], [[3.0]]) for name in range(6)]
    weak = [Candidate([[Presence(beta_of(0.1, 100), str(name))]], [[-2.0]]) for name in range(4)]
    some, all_of_them = (simulated([1.0], [1.0], [*strong, *weak], DOUBT, podium) for podium in (3, 10))
    assert [any(column) for column in some] == [True] * 6 + [False] * 4
    assert all(any(column) for column in all_of_them)
    once, again = standing(some, 3), standing(all_of_them, 3)
    assert (once.first, once.podium) == (again.first, again.podium)


def test_ties_share_places() -> None:
    found = standing([[1.0, 1.0], [1.0, 0.0], [0.5, 0.0], [0.5, 0.0]], 3)
    assert found.first == [0.75, 0.25, 0, 0]
    assert found.podium == pytest.approx([1, (1 + 2 / 3) / 2, (0.5 + 2 / 3) / 2, (0.5 + 2 / 3) / 2])


def test_fewer_candidates_than_places() -> None:
    assert standing([[1.0], [1.0]], 3).podium == [1, 1]


def test_nothing_to_simulate_is_refused() -> None:
    with pytest.raises(ValueError, match="0"):
        stability([1.0], [1.0], [], DOUBT, 3)


def test_contributions_add_up_to_the_scores() -> None:
    given, expected, tolerance = vector("bilinear_3ch_scores")
    for name, presence in given["presence"].items():
        arguments = given["goal_weights"], given["audience_weights"], presence, given["suitability_goal_by_audience"][name]
        assert score(*arguments) == pytest.approx(expected["scores"][name], abs=tolerance)
        for row, expected_row in zip(contributions(*arguments), expected[f"contributions_{name}"], strict=True):
            assert row == pytest.approx(expected_row, abs=tolerance)


def test_a_weighted_sum_is_a_score_with_one_audience() -> None:
    given, expected, tolerance = vector("wsm_wikipedia_tie")
    for name, row in given["matrix"].items():
        assert score(given["weights"], [1], [1], [[x] for x in row]) == pytest.approx(expected["scores"][name], abs=tolerance)


def test_deviation_of_a_score() -> None:
    given, expected, tolerance = vector("bilinear_mean_sd")
    goals, audiences, fits = given["goal_weights"], given["audience_weights"], given["suitability_web"]
    known = [Beta(*pair) for pair in given["presence_beta"]]
    assert coefficients(goals, audiences, fits) == pytest.approx(expected["coef"], abs=tolerance)
    assert score(goals, audiences, [share.mean for share in known], fits) == pytest.approx(expected["mean"], abs=tolerance)
    assert deviation(goals, audiences, known, fits) == pytest.approx(expected["sd"], abs=tolerance)
    assert doubts(goals, audiences, known, fits)[0] > doubts(goals, audiences, known, fits)[1]
