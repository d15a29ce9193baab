"""The options of a client, and where its resources are found.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from . import resources as _r
    from ._store import CredentialStore
    from .models import shared as _m
    from .operations.sora import AsyncSora, Sora
    from .operations.mirror import AsyncMirror, Mirror
    from .operations.sora2api import AsyncSora2api, Sora2api
    from .operations.skyriff import AsyncSkyriff, Skyriff
    from .operations.relay import AsyncRelay, Relay
    from .operations.openai import AsyncOpenai, Openai

from ._async import AsyncCalls
from ._names import named as _named
from ._sync import SyncCalls

__all__ = ["AsyncSurface", "Surface"]


@_named("Client")
class Surface(SyncCalls):
    """The options and resources of `Client`."""

    def __init__(
        self,
        *,
        dialect: _m.Dialect | None = None,
        flavour: _m.Flavour | None = None,
        base_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        web_url: str | None = None,
        sentinel_url: str | None = None,
        oauth_url: str | None = None,
        links_url: str | None = None,
        links_token: str | None = None,
        allow_http: bool | None = None,
        access_token: str | None = None,
        api_key: str | None = None,
        session_token: str | None = None,
        refresh_token: str | None = None,
        client_id: str | None = None,
        redirect_uri: str | None = None,
        credential_file: str | None = None,
        admin_token: str | None = None,
        admin_username: str | None = None,
        admin_password: str | None = None,
        admin_file: str | None = None,
        store_timeout: float | None = None,
        auto_refresh: bool | None = None,
        credential_proxy: str | None = None,
        proxy: str | None = None,
        sentinel_proxy: str | None = None,
        ca_file: str | None = None,
        profile: _m.Profile | Mapping[str, Any] | None = None,
        device_id: str | None = None,
        language: str | None = None,
        sentinel_flow: str | None = None,
        sentinel_token_flow: str | None = None,
        pow_max_tries: int | None = None,
        pow_timeout: float | None = None,
        pow_threads: int | None = None,
        encoding: _m.Encoding | None = None,
        connect_timeout: float | None = None,
        timeout: float | None = None,
        creation_timeout: float | None = None,
        total_timeout: float | None = None,
        max_retries: int | None = None,
        retry_base: float | None = None,
        slot_timeout: float | None = None,
        poll_interval: float | None = None,
        poll_backoff: bool | None = None,
        max_poll_attempts: int | None = None,
        video_timeout: float | None = None,
        image_timeout: float | None = None,
        grace: float | None = None,
        environment: bool | None = None,
        config: str | None = None,
        config_profile: str | None = None,
        min_rate: float | None = None,
        min_rate_time: float | None = None,
        max_bytes: int | None = None,
        max_answer_bytes: int | None = None,
        allow_private_media: bool | None = None,
        store: CredentialStore | None = None,
        on_event: Callable[[dict[str, Any]], object] | None = None,
    ) -> None:
        """A client with these options; it makes no request. What is not given comes from the
        environment variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from
        the file that `SORAKIT_CONFIG` names, then from the default.

        Args:
            dialect: The dialect that the server speaks. Default: found out at the first
                call, by requests that change nothing.
            flavour: The kind of the server, of a dialect that has several, such as
                `vllm-omni`. Default: found out with the dialect; where that is given, the
                dialect as it is defined.
            base_url: The API's base URL, with or without `/v1`. Its query goes with every
                request to the API. Required: sorakit does not assume that any host answers.
            headers: Additional headers for every request to the API's origin, such as a
                gateway's own. In a variable, one per line: `Name: value`.
            query: Additional query parameters for every request to the API's origin, such
                as `api-version`. In a variable: `name=value&name=value`.
            web_url: The web application's root (`docs/wire/sora.md` §1.1). Default: the
                origin of `base_url`.
            sentinel_url: The host of the Sentinel challenge (`docs/wire/sora.md` §2.1).
                Default: the origin of `base_url`, or `https://chatgpt.com` when that is the
                documented one.
            oauth_url: The host of the token endpoint (`docs/wire/sora.md` §1.2). Default:
                the origin of `base_url` on loopback, else `https://auth.openai.com`.
            links_url: Your own link service (`docs/wire/sora.md` §7.3).
            links_token: The token of your own link service.
            allow_http: Allows plain HTTP to hosts other than loopback. Default: false.
            access_token: The access token, or the gateway's API key.
            api_key: The gateway's API key; another name for `access_token`.
            session_token: The session token, used to obtain access tokens.
            refresh_token: The refresh token, used to obtain access tokens.
            client_id: The client that the refresh token was issued to. Default: the iOS
                one.
            redirect_uri: The redirect URI of an undocumented client.
            credential_file: The file that keeps tokens, shared by processes. Default:
                memory.
            admin_token: The token of an admin login, for gateways with an administration.
            admin_username: The admin's name, with which the client logs in when an
                operation needs it.
            admin_password: The admin's password.
            admin_file: The file that keeps the token of an admin login, shared by
                processes. Default: memory.
            store_timeout: The longest time a credential store may take to answer, or be
                locked by another process, in seconds. Default: 30.
            auto_refresh: True to renew access tokens. Default: true.
            credential_proxy: The credential's own proxy: `http://…`, `socks5://…`, or
                `socks5h://…` if the proxy is to resolve names; `none` for no proxy.
            proxy: The proxy for credentials without one; `none` for no proxy. Default: the
                machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl
                reads them; these never apply to this machine itself.
            sentinel_proxy: The proxy for the Sentinel request alone. Without it, that
                request uses none if `proxy` or `credential_proxy` is given, and otherwise the
                machine's.
            ca_file: An additional trusted certificate authority, or a server's self-signed
                certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of
                the system's.
            profile: The browser or app that requests claim to come from. Default: a desktop
                browser.
            device_id: The device id, a UUID. Default: a random one per client.
            language: The language, such as `en-US`. Default: the profile's.
            sentinel_flow: The `flow` of the Sentinel request. Default: `sora_init`.
            sentinel_token_flow: The `flow` in the Sentinel token. Default:
                `sora_2_create_task__auto`.
            pow_max_tries: The most proof-of-work candidates to try. Default: 100 million.
            pow_timeout: The longest time for a proof of work, in seconds. Default: 60.
            pow_threads: The most threads for a proof of work; 0 for all cores. Default: 0.
            encoding: The encoding of creations in the dialect `openai`. Default: that of
                the server's flavour; `multipart`, as in OpenAI's own libraries, where it takes
                both.
            connect_timeout: The time limit for making a connection, in seconds. Default:
                10.
            timeout: The time limit for one request, in seconds; uploads get more, depending
                on their size. Default: 30.
            creation_timeout: The time limit for the answer to a creation, an upload or
                anything else that must not be sent twice, in seconds; uploads get more,
                depending on their size. Giving up too soon loses the job's id. Default: 300.
            total_timeout: The time limit for a call or a download with all its retries, in
                seconds. Default: no limit.
            max_retries: The most times a request is sent again. Default: 3.
            retry_base: The wait before a request is first sent again, in seconds; it
                doubles with each further one, and up to half of it is left to chance. Default:
                0.5, and 1 for `skyriff` and `relay`.
            slot_timeout: The longest time that a creation waits for a free slot when the
                account has too many jobs in progress, in seconds. Default: 600.
            poll_interval: The shortest wait between two polls, in seconds. Default: the
                dialect's.
            poll_backoff: True to space polls further apart for a job that is near its end
                or old. With `false` each comes `poll_interval` after the one before. Default:
                true.
            max_poll_attempts: The most polls of one wait. Default: no limit.
            video_timeout: The longest wait for a video, in seconds. Default: 1800.
            image_timeout: The longest wait for an image, in seconds. Default: 300.
            grace: The time for which a job may be missing before its outcome counts as
                unknown, and for which the file of a finished job may not be ready, in seconds.
                Default: 60.
            environment: True to read `SORAKIT_*` variables. Those for the machine's proxies
                are read in any case: see `proxy`. Default: true.
            config: A TOML file with more options. Default: the one that `SORAKIT_CONFIG`
                names.
            config_profile: The profile of that file that counts, `[profiles.NAME]`.
                Default: the file's `default_profile`, where it names one.
            min_rate: The slowest file transfer that is continued, in bytes per second on
                average over `min_rate_time`; 0 for any. Default: 1000.
            min_rate_time: The time over which `min_rate` is averaged, in seconds. Default:
                60.
            max_bytes: The largest file that is accepted, in bytes. Default: 16 GiB.
            max_answer_bytes: The longest video that is accepted inside an answer, in bytes
                of base64. It is held in memory. Default: 512 MiB.
            allow_private_media: True to let a server name media addresses in networks that
                are not public (this machine, private, link-local), even if the server itself is
                in no such network. They are judged by the address that is connected to; behind
                a proxy and in a browser, only by the URL itself. Default: false.
            store: Where tokens are kept, in place of `credential_file`.
            on_event: Called, on any thread, with what happens inside calls: a proof of work
                was solved, a request is sent again, a creation waits for a slot, a token was
                renewed.
        """
        self._open(
            {
                "dialect": dialect,
                "flavour": flavour,
                "base_url": base_url,
                "headers": headers,
                "query": query,
                "web_url": web_url,
                "sentinel_url": sentinel_url,
                "oauth_url": oauth_url,
                "links_url": links_url,
                "links_token": links_token,
                "allow_http": allow_http,
                "access_token": access_token,
                "api_key": api_key,
                "session_token": session_token,
                "refresh_token": refresh_token,
                "client_id": client_id,
                "redirect_uri": redirect_uri,
                "credential_file": credential_file,
                "admin_token": admin_token,
                "admin_username": admin_username,
                "admin_password": admin_password,
                "admin_file": admin_file,
                "store_timeout": store_timeout,
                "auto_refresh": auto_refresh,
                "credential_proxy": credential_proxy,
                "proxy": proxy,
                "sentinel_proxy": sentinel_proxy,
                "ca_file": ca_file,
                "profile": profile,
                "device_id": device_id,
                "language": language,
                "sentinel_flow": sentinel_flow,
                "sentinel_token_flow": sentinel_token_flow,
                "pow_max_tries": pow_max_tries,
                "pow_timeout": pow_timeout,
                "pow_threads": pow_threads,
                "encoding": encoding,
                "connect_timeout": connect_timeout,
                "timeout": timeout,
                "creation_timeout": creation_timeout,
                "total_timeout": total_timeout,
                "max_retries": max_retries,
                "retry_base": retry_base,
                "slot_timeout": slot_timeout,
                "poll_interval": poll_interval,
                "poll_backoff": poll_backoff,
                "max_poll_attempts": max_poll_attempts,
                "video_timeout": video_timeout,
                "image_timeout": image_timeout,
                "grace": grace,
                "environment": environment,
                "config": config,
                "config_profile": config_profile,
                "min_rate": min_rate,
                "min_rate_time": min_rate_time,
                "max_bytes": max_bytes,
                "max_answer_bytes": max_answer_bytes,
                "allow_private_media": allow_private_media,
            },
            store,
            on_event,
        )

    @classmethod
    def detect(
        cls,
        base_url: str | None = None,
        *,
        allow_http: bool | None = None,
        access_token: str | None = None,
        api_key: str | None = None,
        credential_proxy: str | None = None,
        proxy: str | None = None,
        ca_file: str | None = None,
        connect_timeout: float | None = None,
        timeout: float | None = None,
    ) -> _m.Detection:
        """Tells from a few requests, which change nothing, what dialect a server speaks. What
        is not given comes from where a client has it.

        Errors: `UnsupportedError`, with what was seen, when nothing tells.

        Args:
            base_url: The API's base URL, with or without `/v1`. Its query goes with every
                request to the API. Required: sorakit does not assume that any host answers.
            allow_http: Allows plain HTTP to hosts other than loopback. Default: false.
            access_token: The access token, or the gateway's API key.
            api_key: The gateway's API key; another name for `access_token`.
            credential_proxy: The credential's own proxy: `http://…`, `socks5://…`, or
                `socks5h://…` if the proxy is to resolve names; `none` for no proxy.
            proxy: The proxy for credentials without one; `none` for no proxy. Default: the
                machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl
                reads them; these never apply to this machine itself.
            ca_file: An additional trusted certificate authority, or a server's self-signed
                certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of
                the system's.
            connect_timeout: The time limit for making a connection, in seconds. Default:
                10.
            timeout: The time limit for one request, in seconds; uploads get more, depending
                on their size. Default: 30.
        """
        return cls._detect(
            {
                "base_url": base_url,
                "allow_http": allow_http,
                "access_token": access_token,
                "api_key": api_key,
                "credential_proxy": credential_proxy,
                "proxy": proxy,
                "ca_file": ca_file,
                "connect_timeout": connect_timeout,
                "timeout": timeout,
            },
        )

    @property
    def videos(self) -> _r.Videos:
        """The calls on videos, on whichever dialect the server speaks."""
        from .resources import Videos

        return self._resource(Videos)

    @property
    def images(self) -> _r.Images:
        """The calls on images, on whichever dialect the server speaks."""
        from .resources import Images

        return self._resource(Images)

    @property
    def characters(self) -> _r.Characters:
        """The calls on characters, on whichever dialect the server speaks."""
        from .resources import Characters

        return self._resource(Characters)

    @property
    def prompts(self) -> _r.Prompts:
        """The calls on prompts, on whichever dialect the server speaks."""
        from .resources import Prompts

        return self._resource(Prompts)

    @property
    def account(self) -> _r.Account:
        """The calls on account, on whichever dialect the server speaks."""
        from .resources import Account

        return self._resource(Account)

    @property
    def models(self) -> _r.Models:
        """The calls on models, on whichever dialect the server speaks."""
        from .resources import Models

        return self._resource(Models)

    @property
    def sora(self) -> Sora:
        """Every operation of the `sora` dialect, as its server has it."""
        from .operations.sora import Sora

        return self._resource(Sora)

    @property
    def mirror(self) -> Mirror:
        """Every operation of the `mirror` dialect, as its server has it."""
        from .operations.mirror import Mirror

        return self._resource(Mirror)

    @property
    def sora2api(self) -> Sora2api:
        """Every operation of the `sora2api` dialect, as its server has it."""
        from .operations.sora2api import Sora2api

        return self._resource(Sora2api)

    @property
    def skyriff(self) -> Skyriff:
        """Every operation of the `skyriff` dialect, as its server has it."""
        from .operations.skyriff import Skyriff

        return self._resource(Skyriff)

    @property
    def relay(self) -> Relay:
        """Every operation of the `relay` dialect, as its server has it."""
        from .operations.relay import Relay

        return self._resource(Relay)

    @property
    def openai(self) -> Openai:
        """Every operation of the `openai` dialect, as its server has it."""
        from .operations.openai import Openai

        return self._resource(Openai)


@_named("AsyncClient")
class AsyncSurface(AsyncCalls):
    """The options and resources of `AsyncClient`."""

    def __init__(
        self,
        *,
        dialect: _m.Dialect | None = None,
        flavour: _m.Flavour | None = None,
        base_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        web_url: str | None = None,
        sentinel_url: str | None = None,
        oauth_url: str | None = None,
        links_url: str | None = None,
        links_token: str | None = None,
        allow_http: bool | None = None,
        access_token: str | None = None,
        api_key: str | None = None,
        session_token: str | None = None,
        refresh_token: str | None = None,
        client_id: str | None = None,
        redirect_uri: str | None = None,
        credential_file: str | None = None,
        admin_token: str | None = None,
        admin_username: str | None = None,
        admin_password: str | None = None,
        admin_file: str | None = None,
        store_timeout: float | None = None,
        auto_refresh: bool | None = None,
        credential_proxy: str | None = None,
        proxy: str | None = None,
        sentinel_proxy: str | None = None,
        ca_file: str | None = None,
        profile: _m.Profile | Mapping[str, Any] | None = None,
        device_id: str | None = None,
        language: str | None = None,
        sentinel_flow: str | None = None,
        sentinel_token_flow: str | None = None,
        pow_max_tries: int | None = None,
        pow_timeout: float | None = None,
        pow_threads: int | None = None,
        encoding: _m.Encoding | None = None,
        connect_timeout: float | None = None,
        timeout: float | None = None,
        creation_timeout: float | None = None,
        total_timeout: float | None = None,
        max_retries: int | None = None,
        retry_base: float | None = None,
        slot_timeout: float | None = None,
        poll_interval: float | None = None,
        poll_backoff: bool | None = None,
        max_poll_attempts: int | None = None,
        video_timeout: float | None = None,
        image_timeout: float | None = None,
        grace: float | None = None,
        environment: bool | None = None,
        config: str | None = None,
        config_profile: str | None = None,
        min_rate: float | None = None,
        min_rate_time: float | None = None,
        max_bytes: int | None = None,
        max_answer_bytes: int | None = None,
        allow_private_media: bool | None = None,
        store: CredentialStore | None = None,
        on_event: Callable[[dict[str, Any]], object] | None = None,
    ) -> None:
        """A client with these options; it makes no request. What is not given comes from the
        environment variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from
        the file that `SORAKIT_CONFIG` names, then from the default.

        Args:
            dialect: The dialect that the server speaks. Default: found out at the first
                call, by requests that change nothing.
            flavour: The kind of the server, of a dialect that has several, such as
                `vllm-omni`. Default: found out with the dialect; where that is given, the
                dialect as it is defined.
            base_url: The API's base URL, with or without `/v1`. Its query goes with every
                request to the API. Required: sorakit does not assume that any host answers.
            headers: Additional headers for every request to the API's origin, such as a
                gateway's own. In a variable, one per line: `Name: value`.
            query: Additional query parameters for every request to the API's origin, such
                as `api-version`. In a variable: `name=value&name=value`.
            web_url: The web application's root (`docs/wire/sora.md` §1.1). Default: the
                origin of `base_url`.
            sentinel_url: The host of the Sentinel challenge (`docs/wire/sora.md` §2.1).
                Default: the origin of `base_url`, or `https://chatgpt.com` when that is the
                documented one.
            oauth_url: The host of the token endpoint (`docs/wire/sora.md` §1.2). Default:
                the origin of `base_url` on loopback, else `https://auth.openai.com`.
            links_url: Your own link service (`docs/wire/sora.md` §7.3).
            links_token: The token of your own link service.
            allow_http: Allows plain HTTP to hosts other than loopback. Default: false.
            access_token: The access token, or the gateway's API key.
            api_key: The gateway's API key; another name for `access_token`.
            session_token: The session token, used to obtain access tokens.
            refresh_token: The refresh token, used to obtain access tokens.
            client_id: The client that the refresh token was issued to. Default: the iOS
                one.
            redirect_uri: The redirect URI of an undocumented client.
            credential_file: The file that keeps tokens, shared by processes. Default:
                memory.
            admin_token: The token of an admin login, for gateways with an administration.
            admin_username: The admin's name, with which the client logs in when an
                operation needs it.
            admin_password: The admin's password.
            admin_file: The file that keeps the token of an admin login, shared by
                processes. Default: memory.
            store_timeout: The longest time a credential store may take to answer, or be
                locked by another process, in seconds. Default: 30.
            auto_refresh: True to renew access tokens. Default: true.
            credential_proxy: The credential's own proxy: `http://…`, `socks5://…`, or
                `socks5h://…` if the proxy is to resolve names; `none` for no proxy.
            proxy: The proxy for credentials without one; `none` for no proxy. Default: the
                machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl
                reads them; these never apply to this machine itself.
            sentinel_proxy: The proxy for the Sentinel request alone. Without it, that
                request uses none if `proxy` or `credential_proxy` is given, and otherwise the
                machine's.
            ca_file: An additional trusted certificate authority, or a server's self-signed
                certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of
                the system's.
            profile: The browser or app that requests claim to come from. Default: a desktop
                browser.
            device_id: The device id, a UUID. Default: a random one per client.
            language: The language, such as `en-US`. Default: the profile's.
            sentinel_flow: The `flow` of the Sentinel request. Default: `sora_init`.
            sentinel_token_flow: The `flow` in the Sentinel token. Default:
                `sora_2_create_task__auto`.
            pow_max_tries: The most proof-of-work candidates to try. Default: 100 million.
            pow_timeout: The longest time for a proof of work, in seconds. Default: 60.
            pow_threads: The most threads for a proof of work; 0 for all cores. Default: 0.
            encoding: The encoding of creations in the dialect `openai`. Default: that of
                the server's flavour; `multipart`, as in OpenAI's own libraries, where it takes
                both.
            connect_timeout: The time limit for making a connection, in seconds. Default:
                10.
            timeout: The time limit for one request, in seconds; uploads get more, depending
                on their size. Default: 30.
            creation_timeout: The time limit for the answer to a creation, an upload or
                anything else that must not be sent twice, in seconds; uploads get more,
                depending on their size. Giving up too soon loses the job's id. Default: 300.
            total_timeout: The time limit for a call or a download with all its retries, in
                seconds. Default: no limit.
            max_retries: The most times a request is sent again. Default: 3.
            retry_base: The wait before a request is first sent again, in seconds; it
                doubles with each further one, and up to half of it is left to chance. Default:
                0.5, and 1 for `skyriff` and `relay`.
            slot_timeout: The longest time that a creation waits for a free slot when the
                account has too many jobs in progress, in seconds. Default: 600.
            poll_interval: The shortest wait between two polls, in seconds. Default: the
                dialect's.
            poll_backoff: True to space polls further apart for a job that is near its end
                or old. With `false` each comes `poll_interval` after the one before. Default:
                true.
            max_poll_attempts: The most polls of one wait. Default: no limit.
            video_timeout: The longest wait for a video, in seconds. Default: 1800.
            image_timeout: The longest wait for an image, in seconds. Default: 300.
            grace: The time for which a job may be missing before its outcome counts as
                unknown, and for which the file of a finished job may not be ready, in seconds.
                Default: 60.
            environment: True to read `SORAKIT_*` variables. Those for the machine's proxies
                are read in any case: see `proxy`. Default: true.
            config: A TOML file with more options. Default: the one that `SORAKIT_CONFIG`
                names.
            config_profile: The profile of that file that counts, `[profiles.NAME]`.
                Default: the file's `default_profile`, where it names one.
            min_rate: The slowest file transfer that is continued, in bytes per second on
                average over `min_rate_time`; 0 for any. Default: 1000.
            min_rate_time: The time over which `min_rate` is averaged, in seconds. Default:
                60.
            max_bytes: The largest file that is accepted, in bytes. Default: 16 GiB.
            max_answer_bytes: The longest video that is accepted inside an answer, in bytes
                of base64. It is held in memory. Default: 512 MiB.
            allow_private_media: True to let a server name media addresses in networks that
                are not public (this machine, private, link-local), even if the server itself is
                in no such network. They are judged by the address that is connected to; behind
                a proxy and in a browser, only by the URL itself. Default: false.
            store: Where tokens are kept, in place of `credential_file`.
            on_event: Called, on any thread, with what happens inside calls: a proof of work
                was solved, a request is sent again, a creation waits for a slot, a token was
                renewed.
        """
        self._open(
            {
                "dialect": dialect,
                "flavour": flavour,
                "base_url": base_url,
                "headers": headers,
                "query": query,
                "web_url": web_url,
                "sentinel_url": sentinel_url,
                "oauth_url": oauth_url,
                "links_url": links_url,
                "links_token": links_token,
                "allow_http": allow_http,
                "access_token": access_token,
                "api_key": api_key,
                "session_token": session_token,
                "refresh_token": refresh_token,
                "client_id": client_id,
                "redirect_uri": redirect_uri,
                "credential_file": credential_file,
                "admin_token": admin_token,
                "admin_username": admin_username,
                "admin_password": admin_password,
                "admin_file": admin_file,
                "store_timeout": store_timeout,
                "auto_refresh": auto_refresh,
                "credential_proxy": credential_proxy,
                "proxy": proxy,
                "sentinel_proxy": sentinel_proxy,
                "ca_file": ca_file,
                "profile": profile,
                "device_id": device_id,
                "language": language,
                "sentinel_flow": sentinel_flow,
                "sentinel_token_flow": sentinel_token_flow,
                "pow_max_tries": pow_max_tries,
                "pow_timeout": pow_timeout,
                "pow_threads": pow_threads,
                "encoding": encoding,
                "connect_timeout": connect_timeout,
                "timeout": timeout,
                "creation_timeout": creation_timeout,
                "total_timeout": total_timeout,
                "max_retries": max_retries,
                "retry_base": retry_base,
                "slot_timeout": slot_timeout,
                "poll_interval": poll_interval,
                "poll_backoff": poll_backoff,
                "max_poll_attempts": max_poll_attempts,
                "video_timeout": video_timeout,
                "image_timeout": image_timeout,
                "grace": grace,
                "environment": environment,
                "config": config,
                "config_profile": config_profile,
                "min_rate": min_rate,
                "min_rate_time": min_rate_time,
                "max_bytes": max_bytes,
                "max_answer_bytes": max_answer_bytes,
                "allow_private_media": allow_private_media,
            },
            store,
            on_event,
        )

    @classmethod
    async def detect(
        cls,
        base_url: str | None = None,
        *,
        allow_http: bool | None = None,
        access_token: str | None = None,
        api_key: str | None = None,
        credential_proxy: str | None = None,
        proxy: str | None = None,
        ca_file: str | None = None,
        connect_timeout: float | None = None,
        timeout: float | None = None,
    ) -> _m.Detection:
        """Tells from a few requests, which change nothing, what dialect a server speaks. What
        is not given comes from where a client has it.

        Errors: `UnsupportedError`, with what was seen, when nothing tells.

        Args:
            base_url: The API's base URL, with or without `/v1`. Its query goes with every
                request to the API. Required: sorakit does not assume that any host answers.
            allow_http: Allows plain HTTP to hosts other than loopback. Default: false.
            access_token: The access token, or the gateway's API key.
            api_key: The gateway's API key; another name for `access_token`.
            credential_proxy: The credential's own proxy: `http://…`, `socks5://…`, or
                `socks5h://…` if the proxy is to resolve names; `none` for no proxy.
            proxy: The proxy for credentials without one; `none` for no proxy. Default: the
                machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl
                reads them; these never apply to this machine itself.
            ca_file: An additional trusted certificate authority, or a server's self-signed
                certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of
                the system's.
            connect_timeout: The time limit for making a connection, in seconds. Default:
                10.
            timeout: The time limit for one request, in seconds; uploads get more, depending
                on their size. Default: 30.
        """
        return await cls._detect(
            {
                "base_url": base_url,
                "allow_http": allow_http,
                "access_token": access_token,
                "api_key": api_key,
                "credential_proxy": credential_proxy,
                "proxy": proxy,
                "ca_file": ca_file,
                "connect_timeout": connect_timeout,
                "timeout": timeout,
            },
        )

    @property
    def videos(self) -> _r.AsyncVideos:
        """The calls on videos, on whichever dialect the server speaks."""
        from .resources import AsyncVideos

        return self._resource(AsyncVideos)

    @property
    def images(self) -> _r.AsyncImages:
        """The calls on images, on whichever dialect the server speaks."""
        from .resources import AsyncImages

        return self._resource(AsyncImages)

    @property
    def characters(self) -> _r.AsyncCharacters:
        """The calls on characters, on whichever dialect the server speaks."""
        from .resources import AsyncCharacters

        return self._resource(AsyncCharacters)

    @property
    def prompts(self) -> _r.AsyncPrompts:
        """The calls on prompts, on whichever dialect the server speaks."""
        from .resources import AsyncPrompts

        return self._resource(AsyncPrompts)

    @property
    def account(self) -> _r.AsyncAccount:
        """The calls on account, on whichever dialect the server speaks."""
        from .resources import AsyncAccount

        return self._resource(AsyncAccount)

    @property
    def models(self) -> _r.AsyncModels:
        """The calls on models, on whichever dialect the server speaks."""
        from .resources import AsyncModels

        return self._resource(AsyncModels)

    @property
    def sora(self) -> AsyncSora:
        """Every operation of the `sora` dialect, as its server has it."""
        from .operations.sora import AsyncSora

        return self._resource(AsyncSora)

    @property
    def mirror(self) -> AsyncMirror:
        """Every operation of the `mirror` dialect, as its server has it."""
        from .operations.mirror import AsyncMirror

        return self._resource(AsyncMirror)

    @property
    def sora2api(self) -> AsyncSora2api:
        """Every operation of the `sora2api` dialect, as its server has it."""
        from .operations.sora2api import AsyncSora2api

        return self._resource(AsyncSora2api)

    @property
    def skyriff(self) -> AsyncSkyriff:
        """Every operation of the `skyriff` dialect, as its server has it."""
        from .operations.skyriff import AsyncSkyriff

        return self._resource(AsyncSkyriff)

    @property
    def relay(self) -> AsyncRelay:
        """Every operation of the `relay` dialect, as its server has it."""
        from .operations.relay import AsyncRelay

        return self._resource(AsyncRelay)

    @property
    def openai(self) -> AsyncOpenai:
        """Every operation of the `openai` dialect, as its server has it."""
        from .operations.openai import AsyncOpenai

        return self._resource(AsyncOpenai)
