use super::*;
use crate::model::Dialect;

fn from(text: &str) -> Result<Options> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sorakit.toml");
    std::fs::write(&path, text).unwrap();
    Options::from_file(&path)
}

#[test]
fn the_documented_names_are_read() {
    let options = from(
        r#"
        [sora]
        base_url = "http://127.0.0.1:1/backend"
        timeout = 30
        poll_interval = 2.0
        [proxy]
        enabled = false
        url = "http://127.0.0.1:2"
        [generation]
        video_timeout = 1800
        [token_refresh]
        at_auto_refresh_enabled = false
        [server]
        port = 8000
        [client]
        dialect = "sora"
        api_key = "secret"
        "#,
    )
    .unwrap();
    assert_eq!(
        options.base_url.as_deref(),
        Some("http://127.0.0.1:1/backend")
    );
    assert_eq!(options.timeout, Some(30.0));
    assert_eq!(options.proxy.as_deref(), Some("none"));
    assert_eq!(options.auto_refresh, Some(false));
    assert_eq!(options.dialect, Some(Dialect::Sora));
    assert_eq!(options.api_key.unwrap().expose(), "secret");
}

#[test]
fn what_is_not_known_is_refused_with_the_nearest_name() {
    for (text, named, meant) in [
        ("[proxi]\nurl = 'x'", "[proxi]", "[proxy]"),
        ("[proxy]\nproxy_url = 'x'", "`proxy_url`", "`url`"),
        ("[client]\nbaseurl = 'x'", "`baseurl`", "`base_url`"),
        ("[sora]\nretries = 3", "`retries`", "max_retries"),
        ("baseurl = 'x'", "`baseurl`", "`base_url`"),
        ("config = 'x'", "`config`", "options"),
        (
            "default_profil = 'x'",
            "`default_profil`",
            "`default_profile`",
        ),
        ("default_profile = 'x'", "`x`", "it holds none"),
        (
            "[profiles.a]\ndialekt = 'sora'",
            "[profiles.a]",
            "`dialect`",
        ),
        ("profiles = 1", "`profiles`", "[profiles.NAME]"),
        (
            "default_profile = 'hme'\n[profiles.home]",
            "`hme`",
            "`home`",
        ),
        (
            "timeout = 'soon'",
            "timeout",
            "must be a number, not \"soon\"",
        ),
        ("timeout = inf", "timeout", "must be a number, not \"inf\""),
        (
            "max_retries = 3.5",
            "max_retries",
            "whole number from 0, not 3.5",
        ),
        ("dialect = ['a']", "dialect", "openai"),
        ("dialect = 'opnai'", "dialect", "`openai`"),
        (
            "[sora]\ntimeout = '5'",
            "[sora] timeout",
            "must be a number",
        ),
        (
            "[generation]\nvideo_timeout = 'x'",
            "[generation] video_timeout",
            "a number",
        ),
        (
            "default_profile = 'a'\n[profiles.a]\ntimeout = 'x'",
            "[profiles.a] timeout",
            "a number",
        ),
        (
            "[token_refresh]\nat_auto_refresh_enabled = 1",
            "at_auto_refresh_enabled",
            "true or false",
        ),
        ("timeout = ", "line 1", "name = value"),
        ("timeout = 1\ntimeout = 2", "line 2", "above already"),
        ("[proxy]\nenabled = true", "[proxy] enabled", "no `url`"),
        ("[proxy]\nurl = 5", "[proxy] url", "a text"),
        (
            "[profile.home]\nproxy = 'x'",
            "[profile.home]",
            "[profiles.home]",
        ),
        ("[profile]\nproxy = 'x'", "`proxy`", "[profiles.NAME]"),
        ("[profile]\nuser_agnet = 'x'", "user_agnet", "`user_agent`"),
        (
            "proxy = 'none'\n[client]\nproxy = 'x'",
            "`proxy` at the top",
            "`proxy` in [client]",
        ),
        (
            "[proxy]\nurl = 'x'\n[client]\nproxy = 'y'",
            "`url` in [proxy]",
            "`proxy` in [client]",
        ),
        (
            "base_url = 'x'\n[sora]\nbase_url = 'y'",
            "at the top",
            "in [sora]",
        ),
        (
            "[client]\nauto_refresh = true\n[token_refresh]\nat_auto_refresh_enabled = true",
            "`auto_refresh`",
            "`at_auto_refresh_enabled`",
        ),
        ("[client]\nconfig = 'x'", "`config`", "options"),
        ("[client]\ntimeout = 'soon'", "timeout", "[client]"),
    ] {
        let error = from(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.reason().contains(named), "{error}");
        assert!(error.reason().contains(meant), "{error}");
        for jargon in ["invalid type", "expected", "TOML parse", "variant", "f64"] {
            assert!(!error.reason().contains(jargon), "{error}");
        }
    }
}

#[test]
fn a_proxy_whose_address_is_given_is_on() {
    let proxy = |text: &str| from(text).unwrap().proxy;
    let given = Some("http://127.0.0.1:1".to_owned());
    assert_eq!(proxy("[proxy]\nurl = 'http://127.0.0.1:1'"), given);
    assert_eq!(
        proxy("\u{feff}[proxy]\nurl = 'http://127.0.0.1:1'\nenabled = true"),
        given
    );
    assert_eq!(proxy("[proxy]\nurl = ''"), None);
    let off = proxy("[proxy]\nurl = 'http://127.0.0.1:1'\nenabled = false");
    assert_eq!(off.as_deref(), Some("none"));
    let other = from("[proxy]\npow_proxy_url = 'http://127.0.0.1:1'").unwrap();
    assert_eq!(other.sentinel_proxy, given);
}

#[test]
fn a_profile_goes_before_the_top_and_gets_no_credential_of_another_server() {
    let text = "timeout = 5\nproxy = 'none'\nbase_url = 'https://a.example'\n\
        api_key = 'key-of-a'\ndefault_profile = 'b'\n\
        [profiles.b]\nbase_url = 'https://b.example'\ntimeout = 7\n\
        [profiles.c]\nbase_url = 'https://a.example/v1'\n";
    let options = from(text).unwrap();
    assert_eq!(options.base_url.as_deref(), Some("https://b.example"));
    assert_eq!(options.timeout, Some(7.0));
    assert_eq!(options.proxy.as_deref(), Some("none"));
    assert!(options.api_key.is_none(), "it is bound to a.example");
    let options = from(&text.replace("= 'b'", "= 'c'")).unwrap();
    assert_eq!(options.timeout, Some(5.0));
    assert!(options.api_key.is_some());
}

#[test]
fn no_value_of_a_secret_is_quoted() {
    for text in [
        "[client]\napi_key = 123456789",
        "[client]\napi_key = [\"secret-text\"]",
        "[client]\napi_key = \"secret-text",
    ] {
        let shown = format!("{:?}", from(text).unwrap_err());
        assert!(!shown.contains("123456789"), "{shown}");
        assert!(!shown.contains("secret-text"), "{shown}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_write_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sorakit.toml");
    std::fs::write(&path, "[client]\napi_key = \"k\"").unwrap();
    let set = |mode| {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    for mode in [0o602, 0o620, 0o666] {
        set(mode);
        let error = Options::from_file(&path).unwrap_err();
        assert!(error.reason().contains("can write"), "{error}");
    }
    for (mode, warned) in [(0o644, 1), (0o640, 1), (0o600, 0)] {
        set(mode);
        let mut warnings = Vec::new();
        read(&path, None, &mut warnings).unwrap();
        assert_eq!(warnings.len(), warned, "{warnings:?}");
    }
}
