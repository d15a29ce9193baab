//! The administration: login, accounts, settings, both flavours.

use serde_json::{Map, json};
use sorakit::api::sora2api::admin::*;
use sorakit::{Client, Dialect, ErrorKind, Options};
use sorakit_simulator::dialects::sora2api::{ADMIN_PASSWORD, ADMIN_USERNAME, NAME, UPSTREAM};

use super::setup::{BOTH, administrator, block_on, client, client_of, count, simulator};

#[test]
fn a_login_is_needed_and_ends() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let error = client
                .admin_login("admin", "wrong".into())
                .await
                .unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Authentication);
            assert!(client.call(ListTokens {}).await.is_err());
            let admin = administrator(&simulator, NAME).await;
            assert_eq!(admin.call(ListTokens {}).await.unwrap().len(), 1);
            admin.admin_logout().await.unwrap();
            let error = admin.call(ListTokens {}).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Authentication);
        });
    }
}

#[test]
fn accounts_are_added_changed_and_removed() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        block_on(async {
            let admin = administrator(&simulator, NAME).await;
            let (_, second) = simulator.add_account(Default::default());
            let listed = admin.call(ListTokens {}).await.unwrap();
            assert_eq!(listed.len(), 2, "{shapes:?}");
            let known = admin
                .call(AddToken::new(second.access_token.as_str()))
                .await;
            assert_eq!(known.unwrap_err().kind(), ErrorKind::Conflict);

            let id = listed[0].id.clone();
            let mut update = UpdateToken::new(id.to_string().parse::<u64>().unwrap());
            update.remark = Some("mine".into());
            update.video_concurrency = Some(2);
            admin.call(update).await.unwrap();
            let token_id = id.clone();
            let tested = admin.call(TestToken { token_id }).await.unwrap();
            assert_eq!(tested.status.as_deref(), Some("success"));
            let token_id = id.clone();
            let off = admin.call(DisableToken { token_id }).await.unwrap();
            assert!(!off.is_active);
            let listed = admin.call(ListTokens {}).await.unwrap();
            let changed = listed.iter().find(|token| token.id == id).unwrap();
            assert_eq!(changed.remark.as_deref(), Some("mine"));
            assert_eq!(changed.video_concurrency, Some(2));
            assert!(!changed.is_active);
            let token_id = id.clone();
            let on = admin.call(EnableToken { token_id }).await.unwrap();
            assert!(on.is_active);

            let rt = second.refresh_token.as_str().into();
            let client_id = None;
            let exchanged = admin.call(ExchangeRefreshToken { rt, client_id }).await;
            assert!(!exchanged.unwrap().access_token.is_empty());
            let st = second.session_token.as_str().into();
            let exchanged = admin.call(ExchangeSessionToken { st }).await;
            assert!(!exchanged.unwrap().access_token.is_empty());

            let token_id = id.clone();
            admin.call(DeleteToken { token_id }).await.unwrap();
            assert_eq!(admin.call(ListTokens {}).await.unwrap().len(), 1);
        });
    }
}

#[test]
fn settings_are_set_and_read_back() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        block_on(async {
            let admin = administrator(&simulator, NAME).await;
            admin
                .call(SetConfig {
                    error_ban_threshold: 7,
                    ..SetConfig::default()
                })
                .await
                .unwrap();
            let debug = SetDebug {
                enabled: true,
                ..SetDebug::default()
            };
            admin.call(debug).await.unwrap();
            let config = admin.call(GetConfig {}).await.unwrap();
            assert_eq!(
                (config.error_ban_threshold, config.debug_enabled),
                (7, true)
            );

            let timeout = SetCacheTimeout {
                timeout: 120,
                ..SetCacheTimeout::default()
            };
            admin.call(timeout).await.unwrap();
            admin.call(SetCacheEnabled::default()).await.unwrap();
            let base_url = "https://files.example".into();
            let address = SetCacheBaseUrl {
                base_url,
                ..SetCacheBaseUrl::default()
            };
            admin.call(address).await.unwrap();
            let cache = admin.call(GetCache {}).await.unwrap().config;
            assert_eq!((cache.timeout, cache.enabled), (120, false));
            assert_eq!(cache.base_url.as_deref(), Some("https://files.example"));

            let timeout = SetGenerationTimeout {
                image_timeout: Some(60),
                video_timeout: Some(7200),
                ..SetGenerationTimeout::default()
            };
            admin.call(timeout).await.unwrap();
            let timeout = admin.call(GetGenerationTimeout {}).await.unwrap().config;
            assert_eq!(timeout.image_timeout, Some(60));
            assert_eq!(timeout.video_timeout, Some(7200));

            let proxy = SetProxy {
                proxy_enabled: true,
                proxy_url: Some("http://proxy:8080".into()),
                proxy_pool_enabled: Some(false),
                ..SetProxy::default()
            };
            admin.call(proxy).await.unwrap();
            assert!(admin.call(GetProxy {}).await.unwrap().proxy_enabled);

            let renewal = SetTokenRefresh {
                enabled: true,
                ..SetTokenRefresh::default()
            };
            admin.call(renewal).await.unwrap();
            let refresh = admin.call(GetTokenRefresh {}).await.unwrap().config;
            assert!(refresh.at_auto_refresh_enabled);

            let free = admin.call(GetWatermarkFree {}).await.unwrap();
            assert!(!free.watermark_free_enabled);
            admin.call(GetCloudflare {}).await.unwrap();
            admin.call(GetCloudflareState {}).await.unwrap();
            let error = admin.call(RefreshCloudflare {}).await.unwrap_err();
            assert!(matches!(error.status(), Some(400 | 500)), "{error}");
            admin.call(ClearCloudflare {}).await.unwrap();
            assert_eq!(admin.call(GetSystemStats {}).await.unwrap().total_tokens, 1);
            admin.call(ListLogs { limit: Some(5) }).await.unwrap();

            let change = SetPassword {
                old_password: "wrong".into(),
                new_password: "new".into(),
                username: None,
                extra: Map::new(),
            };
            let error = admin.call(change).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BadRequest, "{error}");
        });
    }
}

#[test]
fn a_new_key_replaces_the_old_one() {
    let [documented, _] = BOTH;
    let simulator = simulator(documented);
    block_on(async {
        let admin = administrator(&simulator, NAME).await;
        assert!(admin.models().list().await.is_ok());
        let new_api_key = "sk-another".into();
        let change = SetApiKey {
            new_api_key,
            extra: Map::new(),
        };
        admin.call(change).await.unwrap();
        let config = admin.call(GetConfig {}).await.unwrap();
        assert_eq!(config.api_key.unwrap().expose(), "sk-another");
    });
}

#[test]
fn a_batch_operation_of_the_other_flavour_says_so() {
    let [documented, _] = BOTH;
    let simulator = simulator(documented);
    block_on(async {
        let here = administrator(&simulator, NAME).await;
        let there = administrator(&simulator, UPSTREAM).await;
        for (error, path) in [
            (
                there.call(EnableTokens {}).await.unwrap_err(),
                "/api/tokens/batch-enable",
            ),
            (
                here.call(EnableAllTokens::default()).await.unwrap_err(),
                "/api/tokens/batch/enable-all",
            ),
        ] {
            assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
            assert!(error.reason().contains(path), "{error}");
        }
    });
}

#[test]
fn batches_work_in_either_flavour() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        block_on(async {
            let admin = administrator(&simulator, NAME).await;
            assert_eq!(
                admin.call(DisableTokens {}).await.unwrap().disabled_count,
                1
            );
            assert_eq!(admin.call(EnableTokens {}).await.unwrap().enabled_count, 1);
            assert_eq!(admin.call(TestTokens::default()).await.unwrap().valid, 1);
            assert_eq!(
                admin
                    .call(DeleteDisabledTokens {})
                    .await
                    .unwrap()
                    .deleted_count,
                0
            );
            let names = admin.call(ActivateUsernames {}).await.unwrap();
            assert_eq!(names.total, 1);

            let admin = administrator(&simulator, UPSTREAM).await;
            let token_ids = vec![1.into()];
            let off = admin
                .call(DisableSelectedTokens { token_ids })
                .await
                .unwrap();
            assert_eq!(off.disabled_count, 1);
            let on = admin.call(EnableAllTokens::default()).await.unwrap();
            assert_eq!(on.enabled_count, 1);
            admin.call(TestUpdateTokens::default()).await.unwrap();
            let proxy = UpdateTokensProxy {
                token_ids: vec![1.into()],
                proxy_url: "http://proxy:8080".into(),
                extra: Map::new(),
            };
            admin.call(proxy).await.unwrap();
            admin.call(ClearLogs {}).await.unwrap();
            let removed = admin
                .call(DeleteAllDisabledTokens::default())
                .await
                .unwrap();
            assert_eq!(removed.deleted_count, 0);
        });
    }
}

#[test]
fn a_key_is_no_admin() {
    let [documented, _] = BOTH;
    let simulator = simulator(documented);
    let client = client_of(&simulator, NAME);
    client.set_admin_token(Some(simulator.credentials().api_key.into()));
    let error = block_on(client.call(ListTokens {})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
}

#[test]
fn a_login_is_kept_however_it_was_called_and_a_client_logs_in_by_itself() {
    let [_, observed] = BOTH;
    let simulator = simulator(observed);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("admin.json");
    let list = sorakit::api::find("sora2api.admin_tokens.list").unwrap();
    let login = sorakit::api::find("sora2api.admin.login").unwrap();
    let logout = sorakit::api::find("sora2api.admin.logout").unwrap();
    let options = |password: Option<&str>| Options {
        dialect: Some(Dialect::Sora2api),
        base_url: Some(simulator.base_url(NAME)),
        api_key: Some(simulator.credentials().api_key.into()),
        admin_username: password.map(|_| ADMIN_USERNAME.into()),
        admin_password: password.map(Into::into),
        admin_file: password.map(|_| file.clone()),
        ..Options::default()
    };
    block_on(async {
        // By name and plain values, as every binding calls it.
        let client = Client::new(options(None)).unwrap();
        let error = client
            .call_described(list, json!({}), &[])
            .await
            .unwrap_err();
        assert!(error.to_string().contains("admin_token"), "{error}");
        let fields = json!({"username": ADMIN_USERNAME, "password": ADMIN_PASSWORD});
        client.call_described(login, fields, &[]).await.unwrap();
        let listed = client.call_described(list, json!({}), &[]).await.unwrap();
        assert_eq!(listed.as_array().unwrap().len(), 1);
        client.call_described(logout, json!({}), &[]).await.unwrap();
        assert!(client.call_described(list, json!({}), &[]).await.is_err());

        // With name and password among the options: one login for all, and for the next.
        let logins = || count(&simulator, "sora2api.admin.login");
        let before = logins();
        let client = Client::new(options(Some(ADMIN_PASSWORD))).unwrap();
        let all = (0..4).map(|_| client.call(ListTokens {}));
        for listed in futures_util::future::join_all(all).await {
            listed.unwrap();
        }
        assert_eq!(logins(), before + 1);
        let next = Client::new(options(Some(ADMIN_PASSWORD))).unwrap();
        next.call(ListTokens {}).await.unwrap();
        assert_eq!(logins(), before + 1, "the session is in the file");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        // A session that is over is followed by another.
        client.call_described(logout, json!({}), &[]).await.unwrap();
        next.call(ListTokens {}).await.unwrap();
        assert_eq!(logins(), before + 2);
        let wrong = Client::new(options(Some("wrong"))).unwrap();
        std::fs::remove_file(&file).unwrap();
        let error = wrong.call(ListTokens {}).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Authentication, "{error}");
    });
}

#[test]
fn an_import_takes_the_token_that_its_mode_starts_from() {
    let [_, observed] = BOTH;
    let simulator = simulator(observed);
    let (_, second) = simulator.add_account(sorakit_simulator::AccountSpec::default());
    let import = |mode, token: ImportedToken| ImportTokens {
        tokens: vec![ImportedToken {
            email: "new@example.com".into(),
            ..token
        }],
        mode: Some(mode),
        ..ImportTokens::default()
    };
    block_on(async {
        let admin = administrator(&simulator, UPSTREAM).await;
        let rt = || ImportedToken {
            refresh_token: Some(second.refresh_token.as_str().into()),
            client_id: Some(second.client_id.clone()),
            ..ImportedToken::default()
        };
        let st = ImportedToken {
            session_token: Some(second.session_token.as_str().into()),
            ..ImportedToken::default()
        };
        for (mode, token) in [(ImportMode::St, st), (ImportMode::Rt, rt())] {
            let done = admin.call(import(mode, token)).await.unwrap();
            assert_eq!((done.added + done.updated, done.failed), (1, 0), "{mode:?}");
        }
        for mode in [ImportMode::At, ImportMode::Offline] {
            let error = admin.call(import(mode, rt())).await.unwrap_err();
            assert!(error.reason().contains("access_token"), "{error}");
        }
    });
}

#[test]
fn what_a_getter_answers_its_setter_sends() {
    let [_, observed] = BOTH;
    let simulator = simulator(observed);
    block_on(async {
        let admin = administrator(&simulator, UPSTREAM).await;
        for (get, set) in [
            ("admin_config.get", "admin_config.set"),
            ("admin_proxy.get", "admin_proxy.set"),
            ("admin_watermark_free.get", "admin_watermark_free.set"),
        ] {
            let find = |name| sorakit::api::find(&format!("sora2api.{name}")).unwrap();
            let mut read = admin
                .call_described(find(get), json!({}), &[])
                .await
                .unwrap();
            // Absent is not the same as null, and what else it answers goes as `extra`.
            read.as_object_mut()
                .unwrap()
                .retain(|_, value| !value.is_null());
            let sent = admin.call_described(find(set), read.clone(), &[]).await;
            sent.unwrap_or_else(|error| panic!("{set} {read}: {error}"));
        }
        let extra = json!({"enabled": true, "a_fork_of_mine": 5});
        let set = sorakit::api::find("sora2api.admin_config.set_debug").unwrap();
        admin.call_described(set, extra, &[]).await.unwrap();
        let sent = simulator.requests_of("sora2api.admin_config.set_debug");
        assert_eq!(sent[0].json().unwrap()["a_fork_of_mine"], 5);
    });
}
