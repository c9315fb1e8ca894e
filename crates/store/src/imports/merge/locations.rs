//! Sites of the company: a handful of rows, saved the way staff save them.

use carport_domain::LocationId;
use carport_domain::people::{PostalAddress, fold};

use super::context::{Context, remark};
use crate::companies::Location;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::imports::record::Counts;
use crate::imports::row::Reason;
use crate::tx::Tx;

const KIND: FileKind = FileKind::Locations;

#[derive(sqlx_macros::FromRow)]
struct Staged {
    id: LocationId,
    line: i64,
    silent: i64,
    code: String,
    name: String,
    region: Option<String>,
    legal_entity: Option<String>,
    country: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    time_zone: Option<String>,
    opening_hours: Option<String>,
    address: Option<String>,
}

/// Merges all locations of the delivery.
pub(super) async fn all(ctx: &Context, tx: &mut Tx, home: &str) -> Result<Counts> {
    let staged = fetch_all!(
        tx,
        Staged,
        sqlx::AssertSqlSafe(format!(
            "SELECT id, line, silent, code, name, region, legal_entity, country, phone, email, time_zone, opening_hours, address
             FROM {} WHERE lost_to IS NULL ORDER BY line",
            ctx.rows(KIND)
        ))
    )?;
    let mut counts = Counts::default();
    let mut company = tx.company(ctx.company).await?;
    let entities = company.legal_entities().await?;
    let known = company.locations().await?;
    let mut unknown_entities = Vec::new();
    for (position, row) in (known.len() as i64 + 1..).zip(staged) {
        let named = row.legal_entity.as_deref().map(fold);
        let entity = named
            .as_ref()
            .and_then(|name| entities.iter().find(|e| fold(&e.name) == *name))
            .map(|e| e.id);
        if named.is_some() && entity.is_none() {
            unknown_entities.push(row.line);
        }
        let before = known.iter().find(|location| location.code == row.code);
        let Some(entity) = entity.or(before.map(|b| b.legal_entity_id)).or(ctx.entity) else {
            counts.rejected += 1;
            continue;
        };
        let after = row.location(before, entity, position, home);
        match before {
            Some(before) if *before == after => counts.unchanged += 1,
            Some(_) => counts.changed += 1,
            None => counts.created += 1,
        }
        company.save_location(&after).await?;
    }
    for line in unknown_entities {
        let from = format!("{} s", ctx.rows(KIND));
        let sql = remark(
            KIND,
            &from,
            "legal_entity",
            "s.legal_entity",
            (Reason::UnknownLegalEntity, false),
            "1 = 1",
        );
        counts.left_out += execute!(
            tx,
            sqlx::AssertSqlSafe(sql),
            ctx.company,
            ctx.import,
            line - 1,
            line
        )?;
    }
    Ok(counts)
}

impl Staged {
    /// The location as the file says it; what the file is silent about stays.
    fn location(
        &self,
        before: Option<&Location>,
        legal_entity_id: carport_domain::LegalEntityId,
        position: i64,
        home: &str,
    ) -> Location {
        let says = |column: &str| self.silent & KIND.bit(column) == 0;
        let keep = |column: &str, new: &Option<String>, old: fn(&Location) -> &Option<String>| {
            if says(column) {
                new.clone()
            } else {
                before.and_then(|b| old(b).clone())
            }
        };
        let address: Option<PostalAddress> = self
            .address
            .as_deref()
            .and_then(|json| serde_json::from_str(json).ok());
        let was = |part: fn(&Location) -> &str| before.map(|b| part(b).to_owned()).unwrap_or_default();
        Location {
            id: before.map_or(self.id, |b| b.id),
            code: self.code.clone(),
            name: self.name.clone(),
            region: keep("region", &self.region, |b| &b.region),
            legal_entity_id,
            street: address
                .as_ref()
                .map_or_else(|| was(|b| &b.street), PostalAddress::street_line),
            postcode: address
                .as_ref()
                .map_or_else(|| was(|b| &b.postcode), |a| a.postcode.clone()),
            city: address
                .as_ref()
                .map_or_else(|| was(|b| &b.city), |a| a.city.clone()),
            country: self
                .country
                .clone()
                .or(before.map(|b| b.country.clone()))
                .unwrap_or_else(|| home.to_owned()),
            phone: keep("phone", &self.phone, |b| &b.phone),
            email: keep("email", &self.email, |b| &b.email),
            time_zone: keep("time_zone", &self.time_zone, |b| &b.time_zone),
            opening_hours: self
                .opening_hours
                .clone()
                .or(before.map(|b| b.opening_hours.clone()))
                .unwrap_or_else(|| "[[],[],[],[],[],[],[]]".to_owned()),
            position: before.map_or(position, |b| b.position),
            closed_at: None,
        }
    }
}
