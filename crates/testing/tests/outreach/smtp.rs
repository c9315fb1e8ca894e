//! Handing mail over to a server that behaves, and to servers that do not.

use std::time::Duration;

use carport_domain::{MessageId, Timestamp};
use carport_outreach::mail::{
    Blame, Mailbox, Outcome, OutgoingMail, SealedMail, Security, SmtpConfig, SmtpPool, Stream, message_id,
};
use carport_testing::smtp_sink::{AUTHORITY, Reaction, SinkOptions, SinkTls, SmtpSink, Step};

fn mail_to(address: &str) -> SealedMail {
    let id = MessageId::new(Timestamp(1_772_550_000_000_000));
    let mail = OutgoingMail {
        message_id: message_id(id, "jansen", "garage.example"),
        written_at: Timestamp(1_772_550_000_000_000),
        zone: "Europe/Amsterdam".parse().unwrap(),
        from: Mailbox::new("Garage Jansen", "garage@garage.example".parse().unwrap()),
        reply_to: None,
        return_to: "b+1@bounce.garage.example".parse().unwrap(),
        to: Mailbox::new("Анна Белова", address.parse().unwrap()),
        subject: "Ваш автомобиль: APK – вовремя".to_owned(),
        html: "<!doctype html><p>Готово.</p>".to_owned(),
        text: ".\nГотово.\n..конец\n".to_owned(),
        stream: Stream::Service,
    };
    mail.seal(None).unwrap()
}

fn config(sink: &SmtpSink) -> SmtpConfig {
    SmtpConfig::new("127.0.0.1", sink.address().port(), Security::None)
}

fn pool(sink: &SmtpSink) -> SmtpPool {
    SmtpPool::new(config(sink)).unwrap()
}

async fn one(sink: &SmtpSink) -> Outcome {
    pool(sink).send(&mail_to("anna@post.example")).await
}

fn is_accepted(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Accepted { .. })
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let sink = SmtpSink::start().await;
    let mail = mail_to("anna@post.example");
    let outcome = pool(&sink).send(&mail).await;
    assert_eq!(
        outcome,
        Outcome::Accepted {
            response: "2.0.0 taken".to_owned()
        }
    );
    let received = sink.received().remove(0);
    assert_eq!(
        (received.from.as_str(), received.to.as_slice()),
        (
            "b+1@bounce.garage.example",
            ["anna@post.example".to_owned()].as_slice()
        )
    );
    assert_eq!(received.bytes, mail.bytes);
    assert_eq!(received.subject(), "Ваш автомобиль: APK – вовремя");
    assert_eq!(
        received.text().replace("\r\n", "\n").trim_end(),
        ".\nГотово.\n..конец"
    );
    assert_eq!(received.html().trim_end(), "<!doctype html><p>Готово.</p>");
    let to = received.parsed().to().unwrap().first().unwrap().clone();
    assert_eq!(
        (to.name(), to.address()),
        (Some("Анна Белова"), Some("anna@post.example"))
    );
    assert_eq!(sink.message_ids(), [mail.message_id]);
}

#[tokio::test]
async fn a_connection_is_used_again_and_replaced_after_its_share() {
    let sink = SmtpSink::start().await;
    let pool = SmtpPool::new(SmtpConfig {
        mails_per_connection: 3,
        ..config(&sink)
    })
    .unwrap();
    for _ in 0..7 {
        assert!(is_accepted(&pool.send(&mail_to("anna@post.example")).await));
    }
    let connections: Vec<u64> = sink.received().iter().map(|m| m.connection).collect();
    assert_eq!(connections, [1, 1, 1, 2, 2, 2, 3]);
}

#[tokio::test]
async fn no_more_connections_are_opened_than_allowed() {
    let sink = SmtpSink::start().await;
    let pool = SmtpPool::new(SmtpConfig {
        connections: 2,
        ..config(&sink)
    })
    .unwrap();
    let sending = (0..20).map(|n| {
        let pool = pool.clone();
        async move { pool.send(&mail_to(&format!("a{n}@post.example"))).await }
    });
    let outcomes = futures::future::join_all(sending).await;
    assert!(outcomes.iter().all(is_accepted));
    let counts = sink.counts();
    assert_eq!(counts.accepted, 20);
    assert!(counts.connections <= 2, "{counts:?}");
}

#[tokio::test]
async fn a_server_without_pipelining_is_spoken_to_one_command_at_a_time() {
    let sink = SmtpSink::with(SinkOptions {
        pipelining: false,
        ..SinkOptions::default()
    })
    .await;
    sink.refuse_recipient("gone", "550 5.1.1 no such user");
    let pool = pool(&sink);
    assert!(is_accepted(&pool.send(&mail_to("anna@post.example")).await));
    let gone = pool.send(&mail_to("gone@post.example")).await;
    assert!(
        matches!(
            gone,
            Outcome::Permanent {
                blame: Blame::Recipient,
                ..
            }
        ),
        "{gone:?}"
    );
    assert!(is_accepted(&pool.send(&mail_to("bo@post.example")).await));
    assert_eq!(sink.counts().connections, 1);
}

#[tokio::test]
async fn a_refused_recipient_does_not_harm_the_next_one_on_the_same_connection() {
    let sink = SmtpSink::start().await;
    sink.refuse_recipient("gone", "550 5.1.1 no such user");
    let pool = pool(&sink);
    let gone = pool.send(&mail_to("gone@post.example")).await;
    assert!(
        matches!(
            gone,
            Outcome::Permanent {
                blame: Blame::Recipient,
                ..
            }
        ),
        "{gone:?}"
    );
    assert!(is_accepted(&pool.send(&mail_to("anna@post.example")).await));
    assert_eq!(
        sink.received().len(),
        1,
        "nothing reached the one who was refused"
    );
    assert_eq!(sink.counts().connections, 1);
}

#[tokio::test]
async fn each_step_can_say_not_now_or_never() {
    for (step, reply, blame) in [
        (Step::Mail, "550 5.7.1 not you", Some(Blame::Configuration)),
        (Step::Rcpt, "451 4.7.1 greylisted", None),
        (
            Step::Rcpt,
            "550 5.7.515 authenticate first",
            Some(Blame::Configuration),
        ),
        (Step::Rcpt, "552 5.2.2 full", Some(Blame::RecipientForNow)),
        (Step::Data, "452 4.3.1 no room", None),
        (Step::Data, "554 5.7.1 no", Some(Blame::Policy)),
        (Step::Dot, "451 4.3.0 later", None),
        (
            Step::Dot,
            "550 5.7.26 unauthenticated",
            Some(Blame::Configuration),
        ),
        (Step::Greeting, "554 5.3.2 closed", Some(Blame::Configuration)),
        (Step::Greeting, "421 4.3.2 busy", None),
    ] {
        let sink = SmtpSink::start().await;
        sink.script(step, Reaction::Say(reply.to_owned()));
        let pool = pool(&sink);
        let outcome = pool.send(&mail_to("anna@post.example")).await;
        match (&outcome, blame) {
            (Outcome::Temporary { refusal, .. }, None) => {
                assert!(reply.ends_with(&refusal.text), "{step:?} {refusal:?}")
            }
            (Outcome::Permanent { blame: b, .. }, Some(blame)) => assert_eq!(*b, blame, "{step:?} {reply}"),
            other => panic!("{step:?} {reply}: {other:?}"),
        }
        assert!(sink.received().is_empty(), "{step:?} {reply}");
        assert!(
            is_accepted(&pool.send(&mail_to("anna@post.example")).await),
            "the next one goes: {step:?} {reply}"
        );
        assert_eq!(sink.received().len(), 1);
    }
}

#[tokio::test]
async fn a_connection_that_dies_before_the_message_was_complete_means_try_again() {
    for step in [Step::Greeting, Step::Mail, Step::Rcpt, Step::Data] {
        let sink = SmtpSink::start().await;
        sink.script(step, Reaction::Drop);
        let outcome = one(&sink).await;
        assert!(
            matches!(outcome, Outcome::Temporary { .. }),
            "{step:?}: {outcome:?}"
        );
        assert!(sink.received().is_empty());
    }
}

#[tokio::test]
async fn a_connection_that_dies_after_the_final_dot_leaves_it_uncertain_and_nothing_is_sent_twice() {
    for (reaction, arrived) in [(Reaction::Drop, 0), (Reaction::TakeAndDrop, 1)] {
        let sink = SmtpSink::start().await;
        sink.script(Step::Dot, reaction);
        let outcome = one(&sink).await;
        assert!(matches!(outcome, Outcome::Uncertain { .. }), "{outcome:?}");
        assert_eq!(sink.received().len(), arrived);
        assert_eq!(
            sink.counts().connections,
            1,
            "no second attempt behind the caller's back"
        );
    }
}

#[tokio::test]
async fn a_server_that_does_not_answer_the_message_in_time_leaves_it_uncertain() {
    let sink = SmtpSink::start().await;
    sink.script(Step::Dot, Reaction::Wait(Duration::from_secs(3600)));
    let pool = SmtpPool::new(SmtpConfig {
        data_timeout: Duration::from_millis(50),
        ..config(&sink)
    })
    .unwrap();
    let outcome = pool.send(&mail_to("anna@post.example")).await;
    assert!(matches!(outcome, Outcome::Uncertain { .. }), "{outcome:?}");
}

#[tokio::test]
async fn a_kept_connection_that_the_server_closed_is_replaced_without_a_word() {
    let sink = SmtpSink::start().await;
    let pool = pool(&sink);
    assert!(is_accepted(&pool.send(&mail_to("anna@post.example")).await));
    sink.script(Step::Mail, Reaction::Drop);
    assert!(is_accepted(&pool.send(&mail_to("bo@post.example")).await));
    assert_eq!(sink.counts().connections, 2);
    assert_eq!(sink.received().len(), 2);
}

#[tokio::test]
async fn nobody_listening_means_try_again() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let pool = SmtpPool::new(SmtpConfig::new("127.0.0.1", port, Security::None)).unwrap();
    let outcome = pool.send(&mail_to("anna@post.example")).await;
    assert!(
        matches!(outcome, Outcome::Temporary { slow_down: false, .. }),
        "{outcome:?}"
    );
    assert!(pool.check().await.is_err());
}

#[tokio::test]
async fn mail_goes_encrypted_and_signed_in_where_so_configured() {
    for (tls, security) in [
        (SinkTls::StartTls, Security::StartTls),
        (SinkTls::Implicit, Security::Tls),
    ] {
        let login = ("garage".to_owned(), "gëheim".to_owned());
        let options = SinkOptions {
            tls,
            login: Some(login.clone()),
            ..SinkOptions::default()
        };
        let sink = SmtpSink::with(options).await;
        let config = SmtpConfig {
            credentials: Some(login),
            extra_authorities: Some(AUTHORITY.to_owned()),
            ..SmtpConfig::new("localhost", sink.address().port(), security)
        };
        let pool = SmtpPool::new(config).unwrap();
        assert_eq!(pool.check().await, Ok(()));
        assert!(is_accepted(&pool.send(&mail_to("anna@post.example")).await));
        assert!(sink.received()[0].encrypted);
    }
}

#[tokio::test]
async fn a_wrong_password_an_unknown_authority_or_a_missing_starttls_is_our_own_fault_and_nobody_elses() {
    let login = Some(("garage".to_owned(), "right".to_owned()));
    let guarded = SmtpSink::with(SinkOptions {
        tls: SinkTls::StartTls,
        login,
        ..SinkOptions::default()
    })
    .await;
    let open = SmtpSink::start().await;
    let wrong_password = SmtpConfig {
        credentials: Some(("garage".to_owned(), "wrong".to_owned())),
        extra_authorities: Some(AUTHORITY.to_owned()),
        ..SmtpConfig::new("localhost", guarded.address().port(), Security::StartTls)
    };
    let unknown_authority = SmtpConfig {
        extra_authorities: None,
        ..wrong_password.clone()
    };
    let no_starttls = SmtpConfig {
        port: open.address().port(),
        ..wrong_password.clone()
    };
    let no_login = SmtpConfig {
        credentials: None,
        ..wrong_password.clone()
    };
    for config in [wrong_password, unknown_authority, no_starttls, no_login] {
        let outcome = SmtpPool::new(config)
            .unwrap()
            .send(&mail_to("anna@post.example"))
            .await;
        assert!(
            matches!(
                outcome,
                Outcome::Permanent {
                    blame: Blame::Configuration,
                    ..
                }
            ),
            "{outcome:?}"
        );
    }
    assert!(guarded.received().is_empty() && open.received().is_empty());
}

#[tokio::test]
async fn a_message_larger_than_the_server_takes_is_not_even_offered() {
    let sink = SmtpSink::with(SinkOptions {
        size: 100,
        ..SinkOptions::default()
    })
    .await;
    let outcome = one(&sink).await;
    assert!(
        matches!(
            outcome,
            Outcome::Permanent {
                blame: Blame::Policy,
                ..
            }
        ),
        "{outcome:?}"
    );
    assert_eq!(sink.counts().refused, 0);
}
