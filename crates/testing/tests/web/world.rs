//! A company with something of everything, and somebody of every kind who asks.

use carport_domain::access::Role;
use carport_outreach::select::select_week;
use carport_outreach::week::{Which, approve};
use carport_outreach::{Outreach, catalogue};
use carport_testing::browser::{Browser, TestSite};
use carport_testing::{TestCompany, TestDb, date, raw};

use crate::office_company::{operator, staff};
use crate::portal_doors::signed_in;

const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// Who asks, and what there is to ask about.
pub struct World {
    callers: Vec<(&'static str, Browser)>,
    known: Vec<(&'static str, String)>,
}

impl World {
    pub async fn new(db: &TestDb) -> Self {
        let (site, shop) = (TestSite::new(db), TestCompany::new(db).await);
        let (anna, customer) = signed_in(db, &site, &shop).await;
        let bo = shop
            .customer("Bo")
            .phone("+31201234567")
            .workshop_invoice(date(2026, 3, 9))
            .save()
            .await;
        shop.car(&bo, "XX-124-X")
            .inspection_due(date(2026, 12, 27))
            .save()
            .await;
        staff(db, &site, &shop, Role::Owner).await;
        let marketing = staff(db, &site, &shop, Role::Marketing).await;
        operator(db, &site).await;
        let mut owner = site.browser("198.51.100.77");
        owner.keep_cookie("__Host-staff", &format!("token-{}-jansen", Role::Owner));
        let mut console = site.browser("198.51.100.78");
        console.keep_cookie("__Host-operator", "token-operator");

        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        catalogue::stock(&mut company).await.unwrap();
        for key in ["inspection-due", "welcome-existing"] {
            catalogue::switch(&mut company, key, true, "staff:test")
                .await
                .unwrap();
        }
        assert!(
            catalogue::offer_action(&mut company, "welcome-existing", "operator:test")
                .await
                .unwrap()
        );
        tx.commit().await.unwrap();
        let week = "2026-W47".parse().unwrap();
        select_week(&db.store, shop.id, Some(week), false).await.unwrap();
        let outreach = Outreach::new(db.store.clone(), "https://carport.example".parse().unwrap(), None);
        approve(
            &outreach,
            shop.id,
            week,
            "inspection-due",
            Which::All,
            "staff:test",
        )
        .await
        .unwrap();
        let request = [
            ("first_name", "Jo"),
            ("last_name", "Voorbeeld"),
            ("street", "Voorbeeldweg"),
            ("house_number", "1"),
            ("postcode", "1000 AA"),
            ("city", "Voorbeeldstad"),
            ("plate", "XX-125-X"),
            ("email", "jo@mail.example"),
        ];
        site.browser("198.51.100.3")
            .post("/jansen/request-account", &request)
            .await;
        let invitation = [
            ("email", "nieuw@jansen.example"),
            ("language", "nl"),
            ("name", "Nieuw"),
            ("role", "sales"),
        ];
        owner.post("/office/jansen/staff/invite", &invitation).await;

        let mut known = vec![
            ("{company}", "jansen".to_owned()),
            ("{slug}", "jansen".to_owned()),
            ("{customer}", anna.id.to_string()),
            ("{member}", marketing.id.to_string()),
            ("{moment}", "inspection-due".to_owned()),
            ("{week}", "2026-W47".to_owned()),
            ("{language}", "nl".to_owned()),
            ("{key}", "portal-home-title".to_owned()),
            ("{place}", "1".to_owned()),
            ("{location}", shop.location.to_string()),
            ("{entity}", shop.entity.to_string()),
            ("{file}", "carport.css".to_owned()),
        ];
        let of_company = vec![shop.id.0.into()];
        let of_anna = vec![shop.id.0.into(), anna.id.0.into()];
        for (word, sql, args) in [
            (
                "{vehicle}",
                "SELECT vehicle_id FROM vehicle_holdings WHERE company_id = $1 AND customer_id = $2",
                &of_anna,
            ),
            (
                "{invoice}",
                "SELECT id FROM invoices WHERE company_id = $1 AND customer_id = $2",
                &of_anna,
            ),
            (
                "{proposal}",
                "SELECT id FROM proposals WHERE company_id = $1",
                &of_company,
            ),
            (
                "{call}",
                "SELECT id FROM calls WHERE company_id = $1",
                &of_company,
            ),
            (
                "{action}",
                "SELECT id FROM action_contacts WHERE company_id = $1",
                &of_company,
            ),
            (
                "{request}",
                "SELECT id FROM account_requests WHERE company_id = $1",
                &of_company,
            ),
            (
                "{invitation}",
                "SELECT id FROM staff_invitations WHERE company_id = $1",
                &of_company,
            ),
        ] {
            let ids = raw::ids(&db.store, shop.id, sql, args.clone()).await;
            let first = ids.first().unwrap_or_else(|| panic!("the world has no {word}"));
            known.push((word, first.to_string()));
        }
        Self {
            callers: vec![
                ("nobody", site.browser("198.51.100.200")),
                ("a customer", customer),
                ("the owner", owner),
                ("the operator", console),
            ],
            known,
        }
    }

    /// A route's address with what is really there.
    pub fn address(&self, route: &str) -> String {
        self.filled(route, None)
    }

    /// A route's address with a hostile value in its last variable.
    pub fn address_with(&self, route: &str, value: &str) -> String {
        self.filled(route, Some(value))
    }

    fn filled(&self, route: &str, last: Option<&str>) -> String {
        let words: Vec<&str> = route.split('/').collect();
        let hostile = words.iter().rposition(|word| word.starts_with('{'));
        let filled = words.iter().enumerate().map(|(at, word)| match last {
            Some(value) if Some(at) == hostile => value.to_owned(),
            _ if word.starts_with('{') => self
                .known
                .iter()
                .find(|(name, _)| name == word)
                .map_or_else(|| NOBODY.to_owned(), |(_, value)| value.clone()),
            _ => (*word).to_owned(),
        });
        filled.collect::<Vec<_>>().join("/")
    }

    fn everybody(&self) -> impl Iterator<Item = (&'static str, &Browser)> {
        self.callers.iter().map(|(name, browser)| (*name, browser))
    }

    /// Nobody, and whoever the route is for.
    pub fn who_fits(&self, route: &str) -> impl Iterator<Item = (&'static str, &Browser)> {
        let fits = if route.starts_with("/office") {
            "the owner"
        } else if route.starts_with("/operator") {
            "the operator"
        } else {
            "a customer"
        };
        self.everybody()
            .filter(move |(name, _)| *name == "nobody" || *name == fits)
    }

    pub fn browser(&self, name: &str) -> &Browser {
        self.everybody()
            .find(|(known, _)| *known == name)
            .map(|(_, browser)| browser)
            .expect("somebody who asks")
    }

    /// Whether a body without any field is a proper form there, which would end what the rest is to be asked about.
    pub fn would_be_accepted(&self, route: &str, name: &str) -> bool {
        const BY_OWNER: [&str; 5] = ["/modules", "/remove", "/close", "/withdraw", "/second-factor"];
        match name {
            "the owner" => BY_OWNER.iter().any(|end| route.ends_with(end)),
            "the operator" => route.ends_with("/second-factor"),
            "a customer" => route.contains("/sessions/end"),
            _ => false,
        }
    }
}
