"""Files of the shapes that people keep accounts in. Every name is invented."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from channelfit.intake.model import Imported
from channelfit.source.place import Unusable
from tests.intake.conftest import Import
from tests.intake.opendocument import opendocument


def channels(outcome: Imported) -> list[tuple[str, object]]:
    return [(account.channel, account.facts.get("handle")) for account in outcome.accounts]


def reasons(outcome: Imported) -> list[tuple[int, str]]:
    return [(item.row, item.reason) for item in outcome.set_aside]


def test_wide_yaml_of_handles_without_addresses(bring: Import) -> None:
    text = (
        "- id: {code: V000100}\n"
        "  social: {twitter: RepValmorin, facebook: repvalmorin, youtube_id: UCabcdefghij, twitter_id: 3026622545123456789}\n"
        "- id: {code: B000200}\n"
        "  social: {instagram: repbrecq, instagram_id: 123456789012, mastodon: 'brecq@mastodon.social'}\n"
        "- id: {code: Z000300}\n"
        "  social: {}\n"
    )
    outcome = bring(text, "members.yaml")
    assert channels(outcome) == [
        ("x/account", "RepValmorin"),
        ("facebook/page", "repvalmorin"),
        ("instagram/account", "repbrecq"),
        ("mastodon/account", "brecq@mastodon.social"),
    ]
    assert [account.facts.get("platform_id") for account in outcome.accounts] == ["3026622545123456789", None, "123456789012", None]
    assert reasons(outcome) == [(3, "no-account")]
    assert [cell.column for cell in outcome.cells] == ["social.youtube_id"]


def test_json_of_three_keys_without_a_telling_name(bring: Import) -> None:
    records = [
        {"n": "Ville de Valmorin", "t": "facebook", "u": "https://www.facebook.com/valmorin"},
        {"n": "Ville de Valmorin", "t": "x", "u": "https://twitter.com/valmorin"},
        {"n": "Une annonce", "t": "x", "u": "https://x.com/valmorin/status/1"},
    ]
    outcome = bring(json.dumps({"entries": records}), "three.json")
    assert channels(outcome) == [("facebook/page", "valmorin"), ("x/account", "valmorin")]
    assert reasons(outcome) == [(3, "not-an-account")]


def test_german_headings_semicolons_dates_and_numbers(bring: Import) -> None:
    text = (
        "Amt;Plattform;Benutzername;Link;Letzter Beitrag;Abonnenten;Passwort\n"
        "Tiefbauamt;Facebook-Seite;;https://www.facebook.com/grunhagen;03.04.2026;1.234;geheim\n"
        "Kulturamt;Facebook-Gruppe;;https://www.facebook.com/groups/wiesbronn;13.05.2026;12.345;x\n"
        "Presseamt;Instagram;@wiesbronn;k.A.;01.02.2026;12,5k;\n"
        "Summe;;;;;13.579;\n"
    )
    outcome = bring(text)
    assert [account.channel for account in outcome.accounts] == ["facebook/page", "facebook/group", "instagram/account"]
    assert [account.facts["metrics.followers"] for account in outcome.accounts] == [1234, 12345, 12500]
    assert [str(account.facts["activity.last_post_on"]) for account in outcome.accounts] == ["2026-04-03", "2026-05-13", "2026-02-01"]
    assert (outcome.dropped, reasons(outcome)) == (["Passwort"], [(5, "total-row")])


def test_codes_that_the_heading_explains_and_french_headings(bring: Import) -> None:
    text = (
        "N°;Type de compte (1=Page Facebook, 2=X, 3=Instagram);Identifiant;Direction;Mot de passe\n"
        "1;1;mairie.orvelay;Communication;abc\n2;2;@orvelay;Communication;abc\n3;3;orvelay;Culture;\n4;9;autre;Culture;\n"
    )
    outcome = bring(text)
    assert channels(outcome) == [("facebook/page", "mairie.orvelay"), ("x/account", "orvelay"), ("instagram/account", "orvelay")]
    assert reasons(outcome) == [(5, "unknown-network")]
    assert "abc" not in json.dumps([item.values for item in outcome.set_aside])


@pytest.mark.parametrize(
    ("code", "channel"),
    [("facebook_page", "facebook/page"), ("1=Facebook", "facebook/page"), ("02 - X", "x/account"), ("FB group", "facebook/group")],
)
def test_coded_drop_downs(bring: Import, code: str, channel: str) -> None:
    assert channels(bring(f"Network,Handle\n{code},tallowby\n")) == [(channel, "tallowby")]


def test_a_column_a_network_and_several_addresses_in_a_cell(bring: Import) -> None:
    text = (
        "Collectivité,Facebook,Twitter,Instagram,Site web\n"
        "Valmorin,https://www.facebook.com/valmorin,@valmorin,n/a,https://valmorin.example\n"
        "Lessandre,non,oui,,https://lessandre.example\n"
        'Orvelay,"https://www.facebook.com/orvelay\nhttps://www.facebook.com/groups/orvelay",orvelay,https://facebook.com/orvelay2,\n'
    )
    outcome = bring(text)
    assert [account.channel for account in outcome.accounts] == ["facebook/page", "x/account", "facebook/page", "facebook/group", "x/account"]
    assert {account.facts["owner.unit"] for account in outcome.accounts} == {"Valmorin", "Orvelay"}
    assert reasons(outcome) == [(3, "no-address")]
    assert [(cell.row, cell.column, cell.reason) for cell in outcome.cells] == [
        (2, "Instagram", "placeholder"),
        (4, "Instagram", "label-url-disagree"),
    ]
    assert [(item.row, item.label, item.url) for item in outcome.disagreements] == [(4, "Instagram", "https://facebook.com/orvelay2")]


def test_samples_of_several_days_are_one_account_and_the_last_counts(bring: Import) -> None:
    text = (
        "Agency,Platform,Url,Date Sampled,Followers\n"
        "Parks,Facebook,https://www.facebook.com/oakmereparks,02/17/2012 12:00:00 AM,300\n"
        "Parks,Facebook,http://facebook.com/oakmereparks/,08/08/2011 12:00:00 AM,100\n"
        "Parks,SMS,,02/17/2012 12:00:00 AM,40\n"
        "Parks,SMS,,03/18/2012 12:00:00 AM,50\n"
        "TOTAL,TOTAL,TOTAL,03/18/2012 12:00:00 AM,350\n"
    )
    outcome = bring(text)
    assert [(account.channel, account.facts["metrics.followers"]) for account in outcome.accounts] == [("facebook/page", 300), ("sms", 50)]
    assert (outcome.used, outcome.merged, reasons(outcome)) == (2, 2, [(6, "total-row")])


def test_json_inside_cells_and_a_preset(bring: Import) -> None:
    networks = [
        {"valeur": "https://www.facebook.com/pontarmel", "description": "", "custom_dico2": "Facebook"},
        {"valeur": "https://x.com/pontarmel", "description": "presse", "custom_dico2": "X"},
    ]
    record = {"nom": "Mairie - Pontarmel", "reseau_social": json.dumps(networks), "date_modification": "03/02/2024 10:38:56", "api_token": "s3cret"}
    for preset in (None, "dila"):
        outcome = bring(json.dumps({"results": [record]}), "directory.json", preset=preset)
        assert channels(outcome) == [("facebook/page", "pontarmel"), ("x/account", "pontarmel")]
        assert (outcome.rows, outcome.used, outcome.dropped) == (1, 1, ["api_token"])
    assert [str(account.facts["last_reviewed_on"]) for account in outcome.accounts] == ["2024-02-03"] * 2
    assert outcome.organisation == {"country": "FR"}


def test_the_federal_registry(bring: Import) -> None:
    record = {
        "service_key": "twitter", "service_url": "https://twitter.com/FernBridge", "account": "fernbridge", "organization": "Fernbridge Office",
        "agencies": [{"id": 1, "name": "Department of Bridges"}], "language": "English", "tags": [{"id": 2, "tag_text": "bridges"}],
        "short_description": "", "updated_at": "2017-06-01T14:13:44.000Z",
    }  # fmt: skip
    account = bring(json.dumps([record]), "usdr.json", preset="usdr").accounts[0]
    facts = {name: account.facts[name] for name in ("display_name", "owner.unit", "language", "editorial.topics")}
    assert facts == {"display_name": "Fernbridge Office", "owner.unit": "Department of Bridges", "language": "en", "editorial.topics": ("bridges",)}


def test_names_to_handles_and_lines_of_json(bring: Import) -> None:
    assert channels(bring("valmorin:\n  twitter: valmorin1\n  facebook: valmorin2\nlibrary: {instagram: lib}\n", "names.yaml")) == [
        ("x/account", "valmorin1"),
        ("facebook/page", "valmorin2"),
        ("instagram/account", "lib"),
    ]
    lines = '{"platform": "facebook_group", "address": "https://facebook.com/groups/aa", "name": "no"}\n{"platform": "Broadcastr", "name": "b"}\n'
    outcome = bring(lines, "list.jsonl")
    assert (channels(outcome), reasons(outcome)) == ([("facebook/group", "aa")], [(2, "unknown-network")])


def test_a_plain_list_of_addresses(bring: Import) -> None:
    outcome = bring("https://x.com/one\nhttps://facebook.com/two\n\nhttps://facebook.com/\n", "list.txt")
    assert channels(outcome) == [("x/account", "one"), ("facebook/page", "two")]
    assert reasons(outcome) == [(3, "empty-row"), (4, "not-an-account")]


@pytest.mark.parametrize(("encoding", "named"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16"), ("cp1252", "cp1252")])
def test_encodings_of_spreadsheets(bring: Import, encoding: str, named: str) -> None:
    outcome = bring("Nom,Réseau,Adresse\nÉcole,X,https://x.com/ecole\n".encode(encoding))
    assert (outcome.encoding, outcome.accounts[0].facts["display_name"]) == (named, "École")
    assert [notice.code for notice in outcome.notices] == (["not-utf8"] if named == "cp1252" else [])


def test_dates_that_prove_nothing_are_left_out_and_said_so(bring: Import) -> None:
    outcome = bring("URL,Last post\nhttps://x.com/one,03/04/2026\nhttps://x.com/two,05/06/2026\n")
    assert [notice.code for notice in outcome.notices] == ["dates-ambiguous"]
    assert all("activity.last_post_on" not in account.facts for account in outcome.accounts)


def test_a_register_of_one_network_is_told_so(bring: Import) -> None:
    text = "page,last_post,posts_per_week\n1002892529779364,2020-09-13,1.43\ngroups/4310304,2020-09-12,6.24\n"
    outcome = bring(text, constants={"network": "Facebook"})
    assert [account.channel for account in outcome.accounts] == ["facebook/page", "facebook/group"]
    assert outcome.accounts[0].facts["activity.posts_per_week"] == 1.43


def test_a_file_of_other_things_is_refused(bring: Import) -> None:
    with pytest.raises(Unusable) as refused:
        bring("CODE;LABEL;AGE\n31;Valmorin;0\n34;Lessandre;1\n")
    assert [problem.code for problem in refused.value.problems] == ["no-columns"]


def test_a_spreadsheet_that_swells_or_is_none_is_refused(bring: Import) -> None:
    pytest.importorskip("python_calamine")
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("xl/nothing.xml", "")
    for raw in (packed.getvalue(), b"PK\x03\x04broken"):
        with pytest.raises(Unusable):
            bring(raw, "accounts.xlsx")


def test_an_opendocument_spreadsheet_with_numbers_and_days(bring: Import) -> None:
    pytest.importorskip("python_calamine")
    rows: list[list[object]] = [
        ["Amt", "Netzwerk", "Link", "Abonnenten", "Letzter Beitrag"],
        ["Tiefbauamt", "Facebook-Gruppe", "https://www.facebook.com/groups/wiesbronn", 1234, date(2026, 4, 3)],
        ["Kulturamt & Museen", "Insta", "@wiesbronn", 12, date(2026, 5, 13)],
        ["Presseamt", "X", "https://x.com/wiesbronn/status/1", 7, ""],
    ]
    outcome = bring(opendocument({"Konten": rows}), "konten.ods")
    assert channels(outcome) == [("facebook/group", "wiesbronn"), ("instagram/account", "wiesbronn")]
    assert [account.facts["metrics.followers"] for account in outcome.accounts] == [1234, 12]
    assert [str(account.facts["activity.last_post_on"]) for account in outcome.accounts] == ["2026-04-03", "2026-05-13"]
    assert outcome.accounts[1].facts["owner.unit"] == "Kulturamt & Museen"
    assert reasons(outcome) == [(4, "not-an-account")]


def test_a_surface_in_a_column_of_its_own(bring: Import) -> None:
    outcome = bring("Plattform;Typ;Benutzername\nFacebook;Gruppe;wiesbronn\nFacebook;Seite;wiesbronn\nInsta;Konto;wiesbronn\n")
    assert [account.channel for account in outcome.accounts] == ["facebook/group", "facebook/page", "instagram/account"]


def test_a_name_in_the_column_of_addresses_is_a_name(bring: Import) -> None:
    account = bring("Réseau,Lien\nX,https://x.com/orvelay\nInsta,orvelay\n").accounts[1]
    assert (account.channel, account.facts["handle"], account.facts.get("url")) == ("instagram/account", "orvelay", None)
