"""A mistake in the configuration is found when it is made, and the message says what to write instead."""

from __future__ import annotations

from typing import Any

import pytest

from mem0_falkordb import ConfigurationError
from mem0_falkordb.config import FalkorDBConfig


def test_defaults() -> None:
    config = FalkorDBConfig.parse({})
    assert (config.host, config.port, config.database, config.base_label) == ("localhost", 6379, "mem0", True)
    assert config.username is config.secret is config.path is config.url is None
    assert FalkorDBConfig.parse(None) == config


def test_a_password_does_not_change_the_port() -> None:
    assert FalkorDBConfig.parse({"password": "geheim"}).port == 6379


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"hots": "x"}, 'hots: there is no such option; did you mean "host"?'),
        ({"ssl": True}, "falkors://"),
        ({"zzz": 1}, "the options are host, port, url, path"),
        ({"port": "six"}, "port: "),
        ({"port": 70_000}, "port: "),
        ({"host": 1}, "host: "),
        ({"host": ""}, "host: "),
        ({"base_label": "perhaps"}, "base_label: "),
        ({"database": ""}, "database: "),
        ({"database": "a\nb"}, "database: has characters that cannot be printed"),
        ({"url": "http://localhost"}, "url: must begin with one of falkor://"),
        ({"url": "falkor://localhost", "host": "localhost"}, "host and port and url exclude each other"),
        ({"path": "x.rdb", "port": 6379}, "host and port and path exclude each other"),
        ({"path": "x.rdb", "password": "geheim"}, "leave them out"),
        ({"socket_timeout": 0}, "socket_timeout: "),
        ("localhost:6379", "dictionary"),
    ],
    ids=str,
)
def test_each_mistake_is_explained(config: Any, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        FalkorDBConfig.parse(config)
    assert message in str(caught.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        FalkorDBConfig.parse({"hots": "x", "port": -1})
    assert "hots" in str(caught.value)
    assert "port" in str(caught.value)


def test_passwords_show_up_nowhere() -> None:
    config = FalkorDBConfig.parse({"password": "geheim", "host": "h"})
    assert "geheim" not in repr(config)
    assert "geheim" not in repr(FalkorDBConfig.parse({"url": "falkor://u:geheim@h"}))
    with pytest.raises(ConfigurationError) as caught:
        FalkorDBConfig.parse({"password": "geheim", "hots": "h"})
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None
