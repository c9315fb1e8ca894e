//! What the gate asks about people, for many of them at once.
//!
//! One row per person, whatever the number of addresses, permissions and purchases: these come as short texts that the
//! database has put together, since a selection of many thousands is bound by the number of rows that travel.

use std::collections::HashMap;

use carport_domain::consent::{ActorKind, Basis, Category, Channel, Choice, PermissionRow, Purpose};
use carport_domain::people::Origin;
use carport_domain::{
    ConsentEventId, ContactPointId, CustomerId, Language, LegalEntityId, LocationId, Timestamp, VehicleId,
};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::tx::{CompanyTx, Conn};

/// Everything on file about one person that the gate may ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    /// Who.
    pub customer: CustomerId,
    /// About which car, where the moment is about one.
    pub vehicle: Option<VehicleId>,
    /// The date that makes the moment due, where it was selected by one.
    pub due: Option<NaiveDate>,
    /// `person`, `business` or `unknown`.
    pub kind: String,
    /// The language they want.
    pub language: Option<Language>,
    /// The channel they like best (F147).
    pub preferred: Option<Channel>,
    /// Where they usually come.
    pub location: Option<LocationId>,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// The last time they did something.
    pub last_visit_on: Option<NaiveDate>,
    /// The last paid invoice of any kind.
    pub last_invoice_on: Option<NaiveDate>,
    /// Known as deceased.
    pub deceased: bool,
    /// Processing is restricted (art. 18 GDPR).
    pub restricted: bool,
    /// Erased.
    pub erased: bool,
    /// The car is not theirs any more; false where the moment is about none.
    pub vehicle_gone: bool,
    /// Marketing messages that left, or may have left, since the instant asked about.
    pub recent: i64,
    /// Addresses and numbers in use.
    pub contacts: Vec<Contact>,
    /// What they said.
    pub permissions: Vec<PermissionRow>,
    /// The last paid transaction of each category with each legal entity.
    pub purchases: Vec<Bought>,
}

/// The kind of an address or number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A mobile number.
    Mobile,
    /// A fixed number.
    Phone,
    /// A postal address.
    Address,
}

/// An address or number without its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactPointId,
    /// What it is.
    pub kind: ContactKind,
    /// Where it came from.
    pub origin: Origin,
    /// When the company got it.
    pub collected_on: Option<NaiveDate>,
    /// Which legal entity got it.
    pub legal_entity: Option<LegalEntityId>,
    /// The customer proved it is theirs.
    pub verified: bool,
    /// It is known not to work.
    pub invalid: bool,
    /// A postal address in another country than the company's.
    pub abroad: bool,
}

/// A paid transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bought {
    /// What was bought.
    pub category: Category,
    /// Who was paid, where the invoice says so.
    pub entity: Option<LegalEntityId>,
    /// When, the last time.
    pub on: NaiveDate,
}

/// The columns behind [`Recipient`], for a query with `customers c` in it. `$2` is the instant from which messages
/// count, `$3` a pattern that tells a postal address in the company's country.
pub(crate) fn columns(conn: &Conn) -> String {
    // Dialect: how an id becomes 32 hexadecimal digits.
    let hex = |column: &str| match conn {
        Conn::Sqlite(_) => format!("hex({column})"),
        Conn::Postgres(_) => format!("replace(CAST({column} AS TEXT), '-', '')"),
    };
    let flag = |condition: &str| format!("CASE WHEN {condition} THEN '1' ELSE '0' END");
    let date = |column: &str| format!("COALESCE(CAST({column} AS TEXT), '')");
    let row = |parts: &[String]| format!("string_agg({}, ',')", parts.join(" || '|' || "));
    let contacts = row(&[
        "p.kind".into(),
        hex("p.id"),
        "p.origin".into(),
        date("p.collected_on"),
        format!("COALESCE({}, '')", hex("p.legal_entity_id")),
        flag("p.verified_at IS NOT NULL"),
        flag("p.invalid_since IS NOT NULL"),
        flag("p.kind = 'address' AND p.value NOT LIKE $3"),
    ]);
    let permissions = row(&[
        "g.purpose".into(),
        "g.channel".into(),
        "g.state".into(),
        hex("g.contact_point_id"),
        hex("g.legal_entity_id"),
        hex("g.event_id"),
        "CAST(g.since AS TEXT)".into(),
        "g.set_by".into(),
        "COALESCE(g.basis, '')".into(),
        flag("g.confirmed"),
        "COALESCE(CAST(g.partner_list AS TEXT), '')".into(),
    ]);
    let purchases = row(&[
        "b.category".into(),
        format!("COALESCE({}, '')", hex("b.entity")),
        date("b.last_on"),
    ]);
    format!(
        "c.id AS customer_id, c.kind, c.language, c.preferred_channel, c.location_id, c.birth_date, c.last_visit_on, c.last_invoice_on,
         c.deceased_at IS NOT NULL AS deceased, c.restricted_at IS NOT NULL AS restricted, c.erased_at IS NOT NULL AS erased,
         (SELECT COUNT(*) FROM messages m WHERE m.company_id = c.company_id AND m.customer_id = c.id
             AND m.stream = 'marketing' AND m.status IN ('handing_over', 'sent', 'uncertain') AND m.decided_at >= $2) AS recent,
         (SELECT {contacts} FROM contact_points p WHERE p.company_id = c.company_id AND p.customer_id = c.id
             AND p.ended_at IS NULL) AS contacts,
         (SELECT {permissions} FROM permissions g WHERE g.company_id = c.company_id AND g.customer_id = c.id) AS permissions,
         (SELECT {purchases} FROM (SELECT i.category, i.legal_entity_id AS entity, MAX(i.invoiced_on) AS last_on
             FROM invoices i WHERE i.company_id = c.company_id AND i.customer_id = c.id AND i.amount_cents > 0
             GROUP BY i.category, i.legal_entity_id) b) AS purchases"
    )
}

/// A row of a query with [`columns`]; `vehicle_id` (nil for none), `due_on` and `vehicle_gone` belong to the query.
#[derive(sqlx_macros::FromRow)]
pub(crate) struct Row {
    customer_id: CustomerId,
    vehicle_id: VehicleId,
    due_on: Option<NaiveDate>,
    vehicle_gone: bool,
    kind: String,
    language: Option<Language>,
    preferred_channel: Option<String>,
    location_id: Option<LocationId>,
    birth_date: Option<NaiveDate>,
    last_visit_on: Option<NaiveDate>,
    last_invoice_on: Option<NaiveDate>,
    deceased: bool,
    restricted: bool,
    erased: bool,
    recent: i64,
    contacts: Option<String>,
    permissions: Option<String>,
    purchases: Option<String>,
}

impl Row {
    pub(crate) fn recipient(self) -> Result<Recipient> {
        let customer = self.customer_id;
        Ok(Recipient {
            customer,
            vehicle: (!self.vehicle_id.0.is_nil()).then_some(self.vehicle_id),
            due: self.due_on,
            kind: self.kind,
            language: self.language,
            preferred: self
                .preferred_channel
                .as_deref()
                .and_then(|text| text.parse().ok()),
            location: self.location_id,
            birth_date: self.birth_date,
            last_visit_on: self.last_visit_on,
            last_invoice_on: self.last_invoice_on,
            deceased: self.deceased,
            restricted: self.restricted,
            erased: self.erased,
            vehicle_gone: self.vehicle_gone,
            recent: self.recent,
            contacts: each(self.contacts.as_deref(), contact)?,
            permissions: each(self.permissions.as_deref(), |fields| permission(customer, fields))?,
            purchases: each(self.purchases.as_deref(), bought)?
                .into_iter()
                .flatten()
                .collect(),
        })
    }
}

/// The fields of one of the texts' rows, in order.
struct Fields<'a>(std::str::Split<'a, char>);

impl<'a> Fields<'a> {
    fn text(&mut self) -> Option<&'a str> {
        self.0.next()
    }
    fn parsed<T: std::str::FromStr>(&mut self) -> Option<T> {
        self.text()?.parse().ok()
    }
    fn id(&mut self) -> Option<Uuid> {
        Uuid::try_parse(self.text()?).ok()
    }
    /// Absent where the text is empty; broken where it is neither empty nor a value.
    fn optional<T: std::str::FromStr>(&mut self) -> Option<Option<T>> {
        match self.text()? {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        }
    }
    fn flag(&mut self) -> Option<bool> {
        Some(self.text()? == "1")
    }
}

fn each<T>(text: Option<&str>, read: impl Fn(&mut Fields<'_>) -> Option<T>) -> Result<Vec<T>> {
    text.unwrap_or_default()
        .split(',')
        .filter(|row| !row.is_empty())
        .map(|row| {
            read(&mut Fields(row.split('|')))
                .ok_or_else(|| StoreError::Inconsistent(format!("«{row}» among the facts about a recipient")))
        })
        .collect()
}

fn contact(fields: &mut Fields<'_>) -> Option<Contact> {
    Some(Contact {
        kind: match fields.text()? {
            "email" => ContactKind::Email,
            "mobile" => ContactKind::Mobile,
            "phone" => ContactKind::Phone,
            "address" => ContactKind::Address,
            _ => return None,
        },
        id: ContactPointId(fields.id()?),
        origin: fields.parsed()?,
        collected_on: fields.optional()?,
        legal_entity: match fields.text()? {
            "" => None,
            text => Some(LegalEntityId(Uuid::try_parse(text).ok()?)),
        },
        verified: fields.flag()?,
        invalid: fields.flag()?,
        abroad: fields.flag()?,
    })
}

fn permission(customer: CustomerId, fields: &mut Fields<'_>) -> Option<PermissionRow> {
    fn word<T: std::str::FromStr>(text: &str) -> Option<Option<T>> {
        if text == "*" {
            Some(None)
        } else {
            text.parse().ok().map(Some)
        }
    }
    let known = |id: Uuid| (!id.is_nil()).then_some(id);
    Some(PermissionRow {
        customer,
        purpose: word::<Purpose>(fields.text()?)?,
        channel: word::<Channel>(fields.text()?)?,
        state: fields.parsed::<Choice>()?,
        contact_point: known(fields.id()?).map(ContactPointId),
        legal_entity: known(fields.id()?).map(LegalEntityId),
        event: ConsentEventId(fields.id()?),
        since: Timestamp(fields.parsed()?),
        set_by: fields.parsed::<ActorKind>()?,
        basis: fields.optional::<Basis>()?,
        confirmed: fields.flag()?,
        partner_list: fields.optional()?,
    })
}

/// An invoice of another category proves nothing about similarity and is left out.
fn bought(fields: &mut Fields<'_>) -> Option<Option<Bought>> {
    let category = fields.text()?;
    let entity = match fields.text()? {
        "" => None,
        text => Some(LegalEntityId(Uuid::try_parse(text).ok()?)),
    };
    let on = fields.parsed()?;
    Some(
        category
            .parse()
            .ok()
            .map(|category| Bought { category, entity, on }),
    )
}

/// The condition under which a car is no longer a customer's: no holding that lasts, or the car is archived. `$4` is
/// today; `customer` and `vehicle` are columns of the query.
pub(crate) fn vehicle_gone(customer: &str, vehicle: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM vehicle_holdings h JOIN vehicles v ON v.company_id = h.company_id AND v.id = h.vehicle_id
             WHERE h.company_id = $1 AND h.vehicle_id = {vehicle} AND h.customer_id = {customer}
               AND (h.until_on IS NULL OR h.until_on >= $4) AND v.archived_at IS NULL)"
    )
}

/// How a postal address in `country` is told from its JSON.
pub(crate) fn address_in(country: &str) -> String {
    format!("%\"country\":\"{country}\"%")
}

impl CompanyTx<'_> {
    /// The facts about customers, each perhaps with a car. Messages count as recent since `since`; `country` is
    /// the company's; who is not there is left out.
    pub async fn recipients(
        &mut self,
        who: &[(CustomerId, Option<VehicleId>)],
        since: Timestamp,
        country: &str,
        today: NaiveDate,
    ) -> Result<Vec<Recipient>> {
        let columns = columns(&self.tx.conn);
        let gone = vehicle_gone("c.id", "t.vehicle_id");
        let mut all = Vec::with_capacity(who.len());
        // Each pair travels as two parameters; the nil car stands for none.
        for chunk in who.chunks(400) {
            let pairs: Vec<String> = (0..chunk.len())
                .map(|n| format!("(${}, ${})", 6 + 2 * n, 7 + 2 * n))
                .collect();
            let sql = format!(
                "WITH t (customer_id, vehicle_id) AS (VALUES {})
                 SELECT {columns}, t.vehicle_id, CAST(NULL AS DATE) AS due_on,
                    (t.vehicle_id <> $5 AND {gone}) AS vehicle_gone
                 FROM t JOIN customers c ON c.company_id = $1 AND c.id = t.customer_id",
                pairs.join(", ")
            );
            let values = std::iter::once(Uuid::nil()).chain(
                chunk
                    .iter()
                    .flat_map(|(customer, vehicle)| [customer.0, vehicle.map_or(Uuid::nil(), |v| v.0)]),
            );
            let rows = fetch_all!(
                self.tx,
                Row,
                sqlx::AssertSqlSafe(sql),
                self.id,
                since,
                address_in(country),
                today;
                values
            )?;
            for row in rows {
                all.push(row.recipient()?);
            }
        }
        Ok(all)
    }

    /// The values of contact points, by id: addresses of mail, numbers, and postal addresses as JSON.
    pub async fn contact_values(
        &mut self,
        points: &[(CustomerId, ContactPointId)],
    ) -> Result<HashMap<ContactPointId, String>> {
        let mut values = HashMap::with_capacity(points.len());
        for chunk in points.chunks(400) {
            let pairs: Vec<String> = (0..chunk.len())
                .map(|n| format!("(${}, ${})", 2 + 2 * n, 3 + 2 * n))
                .collect();
            let sql = format!(
                "WITH t (customer_id, id) AS (VALUES {})
                 SELECT p.id, p.value FROM t JOIN contact_points p
                   ON p.company_id = $1 AND p.customer_id = t.customer_id AND p.id = t.id",
                pairs.join(", ")
            );
            let ids = chunk.iter().flat_map(|(customer, point)| [customer.0, point.0]);
            let rows: Vec<(ContactPointId, String)> =
                fetch_all!(self.tx, (ContactPointId, String), sqlx::AssertSqlSafe(sql), self.id; ids)?;
            values.extend(rows);
        }
        Ok(values)
    }
}
