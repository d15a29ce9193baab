"""The browsers and apps that requests speak for, and the forms of an answer."""

from __future__ import annotations

import sorakit


def test_profiles_are_drawn_from_the_documented_ones() -> None:
    usual = sorakit.default_profile()
    assert usual == sorakit.default_profile()
    drawn = [sorakit.random_profile() for _ in range(50)]
    assert len({profile.user_agent for profile in drawn}) > 1
    assert len({profile.app_user_agent for profile in drawn}) > 1
    assert all(profile.app_user_agent.startswith("Sora/1.2026.007 (Android ") for profile in drawn)
    # A profile goes into a client as it is, and a contradiction in one would be refused.
    for profile in drawn:
        sorakit.Client(dialect="sora", base_url="http://127.0.0.1:9/backend", access_token="t", profile=profile)


def test_the_documented_clients_of_refresh_tokens_are_public() -> None:
    (usual, uri), (web, web_uri) = sorakit.OAUTH_CLIENTS.items()
    assert (usual, web) == ("app_LlGpXReQgckcGGUo2JrYvtJK", "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh")
    assert uri.endswith("/ios/com.openai.chat/callback")
    assert web_uri == "https://chatgpt.com/api/auth/callback/login-web"
    with sorakit.Simulator() as simulator:
        given = simulator.add_account(client_id=web)
        client = simulator.client(refresh_token=given.refresh_token, client_id=web)
        assert client.account.me().email


def test_an_answer_has_two_forms() -> None:
    solved = sorakit.solve_pow("0.5", "0fffff")
    assert solved.initial_token == f"gAAAAAC{solved.answer}"
    assert solved.token == f"gAAAAAB{solved.answer}~S"
