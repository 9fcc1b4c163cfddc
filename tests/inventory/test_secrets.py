"""A key that could hold a secret is refused, and its value shown by nobody, whatever else is wrong around it."""

import pytest

from channelfit.source.secrets import names_secret, without_secrets
from tests.audit.estates import inventory  # noqa: F401 the fields are read from the same rulebook
from tests.conftest import Run
from tests.inventory.generated import RULEBOOK

WRITTEN = {
    "beside another problem": "accounts: [{id: a, channel: x/acount, password: hunter2, colour: red}]",
    "on a line of its own": "accounts:\n- id: a\n  channel: x/account\n  token:\n    hunter2\n",
    "before another problem on its line": "accounts:\n- {id: a, channel: x/account, token:\n  hunter2, colour: red}\n",
    "in a block": "accounts:\n- id: a\n  channel: x/account\n  secret: |\n    hunter2\n    more\n",
    "by an alias": "accounts:\n- {id: a, channel: x/account, notes: &n hunter2, status: *n, password: *n}\n",
    "as a number": "accounts: [{id: a, channel: x/account, password: 99hunter2, pwd: 123456789012345678}]",
    "in a record": "accounts: [{id: a, channel: x/account, access: {admins: [{role: r, mdp: hunter2}]}}]",
    "as a list": "accounts: [{id: a, channel: x/account, tokens: [hunter2, {a: hunter2}]}]",
    "under a key of one's own": "accounts: [{id: a, channel: x/account, x-notes: {api_key: hunter2}}]",
    "twice": "accounts: [{id: a, channel: x/account, password: hunter1, password: hunter2}]",
    "misspelt": "accounts: [{id: a, channel: x/account, pasword: hunter2}]",
    "at the top": "password: hunter2\naccounts: [{id: a, channel: x/account}]",
    "in JSON": '{"accounts": [{"id": "a", "channel": "x/account", "mot_de_passe": "hunter2", "colour": "red"}]}',
}


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "markdown"])
@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_the_value_is_shown_nowhere(call: Run, text: str, format_: str) -> None:
    done = call("audit", "-", "--lang", "en", "--format", format_, stdin=text)
    assert done.returncode == 2
    assert "could hold a secret" in done.stderr
    for said in (done.stdout, done.stderr):
        assert "hunter" not in said
        assert "123456789012345678" not in said


def test_no_field_of_the_format_is_taken_for_a_secret() -> None:
    assert [field.id for field in RULEBOOK.checklist().fields if any(names_secret(part) for part in field.id.split("."))] == []


@pytest.mark.parametrize(
    "key", ["password", "Mot de passe", "motdepasse", "access_token", "clientSecret", "MDP", "fb_pwd", "backup_codes", "credentials"]
)
def test_names_of_secrets(key: str) -> None:
    assert names_secret(key)
    assert "abc" not in without_secrets(f"{key}: abc")


@pytest.mark.parametrize("key", ["secretariat", "secretaire", "credential_store", "x-passage"])
def test_names_of_no_secret(key: str) -> None:
    assert not names_secret(key)
