//! A house with a mail room whose server the test scripts.

use std::sync::Arc;

use carport_domain::clock::IsoWeek;
use carport_outreach::mail::{Mailer, ReturnAddresses, Security, SmtpConfig, SmtpPool};
use carport_outreach::post::{Identity, Post};
use carport_outreach::select::{Selected, select_week};
use carport_outreach::week::{Approved, Which, approve};
use carport_outreach::{Outreach, catalogue, send};
use carport_store::messages::{MessageRow, MessageStatus, Stream};
use carport_store::proposals::{Filter, WeekRow};
use carport_testing::smtp_sink::SmtpSink;
use carport_testing::{TestCompany, TestDb};

/// The clock of tests stands in this week.
pub const WEEK: &str = "2026-W47";

/// A house that hands its mail to a scripted server.
pub struct House {
    pub outreach: Outreach,
    pub sink: SmtpSink,
}

impl House {
    pub async fn new(db: &TestDb) -> Self {
        let sink = SmtpSink::start().await;
        let config = SmtpConfig::new("127.0.0.1", sink.address().port(), Security::None);
        let post = Post {
            mailer: Mailer::Smtp(SmtpPool::new(config).unwrap()),
            service: Identity {
                domain: "service.carport.example".into(),
                signer: None,
            },
            news: Identity {
                domain: "news.carport.example".into(),
                signer: None,
            },
            returns: Arc::new(ReturnAddresses::new(
                b"secret of the test",
                "bounce.carport.example",
            )),
            connections: 4,
        };
        Self {
            outreach: Outreach::new(
                db.store.clone(),
                "https://carport.example".parse().unwrap(),
                Some(post),
            ),
            sink,
        }
    }

    pub async fn send(&self, shop: &TestCompany) -> send::Sent {
        let sent = send::run(&self.outreach, shop.id, || false).await.unwrap();
        let balance = send::balance(&self.outreach.store, shop.id, Stream::Marketing)
            .await
            .unwrap();
        assert!(balance.adds_up(), "{balance:?}");
        sent
    }

    pub async fn approve(&self, shop: &TestCompany, moment: &str) -> Approved {
        approve(
            &self.outreach,
            shop.id,
            week(WEEK),
            moment,
            Which::All,
            "staff:test",
        )
        .await
        .unwrap()
    }
}

pub fn week(text: &str) -> IsoWeek {
    text.parse().unwrap()
}

/// Gives the company the catalogue and switches moments on.
pub async fn switch_on(shop: &TestCompany, keys: &[&str]) {
    let mut tx = shop.store.begin().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    catalogue::stock(&mut company).await.unwrap();
    for key in keys {
        assert!(
            catalogue::switch(&mut company, key, true, "staff:test")
                .await
                .unwrap()
        );
    }
    tx.commit().await.unwrap();
}

pub async fn select(shop: &TestCompany) -> Selected {
    let selected = select_week(&shop.store, shop.id, None, false).await.unwrap();
    assert!(selected.moments.values().all(|m| m.adds_up()), "{selected:?}");
    selected
}

pub async fn rows(shop: &TestCompany, of: &str) -> Vec<WeekRow> {
    let mut tx = shop.store.read().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    company
        .week_rows(week(of), &Filter::default(), None, 1_000)
        .await
        .unwrap()
}

pub async fn messages(shop: &TestCompany, status: MessageStatus) -> Vec<MessageRow> {
    let mut tx = shop.store.read().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    company.messages_in(status, 1_000).await.unwrap()
}

/// A company with one customer whose car's inspection is due, proposed and approved by mail.
pub async fn approved_reminder(db: &TestDb, house: &House) -> (TestCompany, carport_testing::TestCustomer) {
    use carport_testing::date;
    let shop = TestCompany::new(db).await;
    switch_on(&shop, &["inspection-due"]).await;
    let anna = shop
        .customer("Anna")
        .email("anna@mail.example")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 30))
        .save()
        .await;
    select(&shop).await;
    assert_eq!(house.approve(&shop, "inspection-due").await.approved, 1);
    (shop, anna)
}
