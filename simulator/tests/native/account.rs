//! The account: who it is, what it may do, and what opens Sora 2 to it.

use sorakit::api::sora::{
    AcceptInvite, Bootstrap, CheckUsername, GetInvite, GetMe, GetMyProfile, Initialize,
    ListSubscriptions, SetUsername,
};
use sorakit::{Client, EnhanceRequest, ErrorKind, ExpansionLevel, VideoRequest};
use sorakit_simulator::{AccountSpec, Plan};

use crate::setup::{BOTH, block_on, client, options, simulator};

#[test]
fn the_account_is_read_in_both_forms() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let me = client.call(GetMe {}).await.unwrap();
            assert_eq!(me.email.as_deref(), Some("first.run@example.test"));
            assert!(me.created_at.is_some(), "{shapes:?}");
            let mine = client.call(GetMyProfile {}).await.unwrap();
            assert_eq!(mine.profile.username, me.username);
            let plans = client.call(ListSubscriptions {}).await.unwrap().data;
            let id = plans[0].plan.id.clone().unwrap();
            assert!(id.starts_with("chatgpt"), "{id}");
            let left = plans[0].end_ts.unwrap().as_secs_f64() - simulator.now().as_second() as f64;
            assert!((2_500_000.0..2_700_000.0).contains(&left), "{left} s");
            let invite = client.call(GetInvite {}).await.unwrap();
            assert_eq!((invite.redeemed_count, invite.total_count), (0, 5));
            assert!(client.call(Initialize {}).await.unwrap().success);
        });
    }
}

#[test]
fn the_quota_counts_down_and_says_when_it_resets() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let (_, credentials) = simulator.add_account(AccountSpec {
            quota: 1,
            ..AccountSpec::default()
        });
        let mut options = options(&simulator);
        options.access_token = Some(credentials.access_token.into());
        let client = Client::new(options).unwrap();
        block_on(async {
            assert_eq!(client.account().quota().await.unwrap().remaining, Some(1.0));
            let videos = client.videos();
            videos.create(VideoRequest::new("a cat")).await.unwrap();
            let quota = client.account().quota().await.unwrap();
            assert!(quota.exhausted);
            assert!(quota.resets_at.is_some());
            let error = videos.create(VideoRequest::new("a cat")).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::QuotaExhausted, "{error}");
            assert!(error.retry_after().is_some(), "{error}");
            assert!(error.to_string().contains("The quota resets in"), "{error}");
        });
    }
}

#[test]
fn sora_2_is_opened_with_an_invite_or_by_a_subscription_and_a_name_is_set() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let invite = block_on(client(&simulator).call(GetInvite {})).unwrap();
        for plan in [Plan::Free, Plan::Plus] {
            let (_, credentials) = simulator.add_account(AccountSpec {
                sora2: false,
                username: None,
                plan,
                ..AccountSpec::default()
            });
            let mut options = options(&simulator);
            options.access_token = Some(credentials.access_token.into());
            let client = Client::new(options).unwrap();
            block_on(async {
                let closed = client.call(GetInvite {}).await.unwrap_err();
                assert_eq!(closed.kind(), ErrorKind::AccountSetup, "{closed}");
                client.call(Bootstrap {}).await.unwrap();
                if plan == Plan::Free {
                    let invite_code = invite.invite_code.clone().unwrap();
                    let accept = AcceptInvite { invite_code };
                    let accepted = client.call(accept.clone()).await.unwrap();
                    assert!(accepted.success && !accepted.already_accepted);
                    assert!(client.call(accept).await.unwrap().already_accepted);
                }
                client.call(GetInvite {}).await.unwrap();
                let username = format!("me.{}", format!("{plan:?}").to_lowercase());
                let check = CheckUsername {
                    username: username.clone(),
                };
                assert!(client.call(check).await.unwrap().available);
                client
                    .call(SetUsername {
                        username: username.clone(),
                    })
                    .await
                    .unwrap();
                let me = client.call(GetMe {}).await.unwrap();
                assert_eq!(me.username, Some(username));
            });
        }
        let entry = &simulator.requests_of("sora.invites.accept")[0];
        let cookie = format!("oai-did={}", entry.header("oai-device-id").unwrap());
        assert_eq!(entry.header("cookie"), Some(cookie.as_str()));
    }
}

#[test]
fn a_country_that_is_not_served_is_permanent() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let (_, credentials) = simulator.add_account(AccountSpec {
            country: "KP".into(),
            ..AccountSpec::default()
        });
        let mut options = options(&simulator);
        options.access_token = Some(credentials.access_token.into());
        let client = Client::new(options).unwrap();
        let error = block_on(client.call(GetInvite {})).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Region, "{error}");
        assert!(!error.retryable());
    }
}

#[test]
fn prompts_are_enhanced_and_models_are_those_of_the_document() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let request = EnhanceRequest {
                prompt: "a cat".into(),
                level: Some(ExpansionLevel::Long),
                duration: Some(20),
                model: None,
            };
            let better = client.prompts().enhance(request).await.unwrap();
            assert!(better.starts_with("a cat") && better.len() > 20);
            let models = client.models().list().await.unwrap();
            assert_eq!(models.len(), 22);
            assert!(
                models
                    .iter()
                    .any(|model| model.id == "sora2pro-hd-portrait-15s")
            );
        });
    }
}
