//! What customers answered before Carport, brought into the ledger. A file adds to the ledger and takes nothing away: a yes
//! against a standing refusal is rejected, the same row twice is one answer.

use std::collections::HashMap;

use carport_domain::consent::{
    Action, Actor, Basis, Channel, ConsentEvent, ContactRef, Document, Draft, Method, Purpose, Scope,
    Standing, WordingRef,
};
use carport_domain::{ConsentEventId, ContactPointId, CustomerId, Language, LegalEntityId};
use chrono::NaiveDate;
use chrono_tz::Tz;
use sha2::{Digest, Sha256};

use super::context::{Context, remark};
use crate::customers::consent_hash;
use crate::error::{Result, StoreError};
use crate::imports::layout::FileKind;
use crate::imports::record::{Counts, SourceFile};
use crate::imports::row::Reason;
use crate::keys::Keys;
use crate::sql::placeholders;
use crate::tx::Tx;

const KIND: FileKind = FileKind::Consents;
const ANY: &str = "*";

#[derive(sqlx_macros::FromRow)]
struct Staged {
    line: i64,
    customer: CustomerId,
    language: Option<Language>,
    purpose: String,
    channel: String,
    answer: bool,
    date: Option<NaiveDate>,
    wording: Option<String>,
    origin: Option<String>,
    contact_folded: Option<String>,
    entity: Option<LegalEntityId>,
    point: Option<ContactPointId>,
    point_kind: Option<String>,
    point_folded: Option<String>,
}

/// What bringing answers in needs besides the rows.
pub(super) struct Ledger<'a> {
    pub keys: &'a Keys,
    pub zone: Tz,
    pub language: Language,
    pub file: &'a SourceFile,
    /// Wordings seen so far, by language and text.
    pub wordings: HashMap<(Language, String), WordingRef>,
}

impl Staged {
    fn scope(&self) -> Option<Scope> {
        let purpose = if self.purpose == ANY {
            None
        } else {
            Some(self.purpose.parse::<Purpose>().ok()?)
        };
        let channel = if self.channel == ANY {
            None
        } else {
            Some(self.channel.parse::<Channel>().ok()?)
        };
        Some(Scope { purpose, channel })
    }

    /// The answer in 64 bits; where it stands in the file does not matter.
    fn hash(&self) -> i64 {
        let date = self.date.map(|d| d.to_string()).unwrap_or_default();
        let parts = [
            self.purpose.as_str(),
            &self.channel,
            self.contact_folded.as_deref().unwrap_or(""),
            if self.answer { "yes" } else { "no" },
            &date,
            self.wording.as_deref().unwrap_or(""),
            self.origin.as_deref().unwrap_or(""),
        ];
        let mut sha = Sha256::new();
        for part in parts {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part);
        }
        let bytes: [u8; 32] = sha.finalize().into();
        i64::from_be_bytes([
            bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
        ])
    }
}

/// Merges the answers of some lines.
pub(super) async fn chunk(
    ctx: &Context,
    tx: &mut Tx,
    ledger: &mut Ledger<'_>,
    lines: (i64, i64),
) -> Result<Counts> {
    let all = count(ctx, tx, lines).await?;
    let staged = read(ctx, tx, lines).await?;
    let mut counts = Counts::default();
    if (staged.len() as u64) < all {
        let unknown = "NOT EXISTS (SELECT 1 FROM customers k WHERE k.company_id = $1 AND k.dms_number = s.customer_number
            AND k.dms_source = $5 AND k.erased_at IS NULL)";
        let from = format!("{} s", ctx.rows(KIND));
        let sql = remark(
            KIND,
            &from,
            "customer_number",
            "s.customer_number",
            (Reason::UnknownCustomer, true),
            unknown,
        );
        counts.rejected += execute!(
            tx,
            sqlx::AssertSqlSafe(sql),
            ctx.company,
            ctx.import,
            lines.0,
            lines.1,
            &ctx.source
        )?;
    }
    let customers: Vec<CustomerId> = staged.iter().map(|row| row.customer).collect();
    let mut customers: Vec<CustomerId> = customers;
    customers.sort_unstable();
    customers.dedup();
    let standings = tx.company(ctx.company).await?.standings(&customers).await?;
    let mut known = known(ctx, tx, &customers).await?;
    // a no further down in the same file stands in the way of a yes as much as one from before
    let mut refused: HashMap<CustomerId, Vec<Scope>> = HashMap::new();
    for row in staged.iter().filter(|row| !row.answer) {
        refused.entry(row.customer).or_default().extend(row.scope());
    }
    let mut events = Vec::new();
    let mut rows = Vec::new();
    for row in &staged {
        let hash = row.hash();
        if known.contains_key(&(row.customer, hash)) {
            counts.unchanged += 1;
            continue;
        }
        let event = match refusal(row, standings.get(&row.customer), &refused) {
            Some(reason) => Err(("answer", reason)),
            None => event(ctx, tx, ledger, row).await?,
        };
        match event {
            Ok(event) => {
                known.insert((row.customer, hash), ());
                rows.push((row.customer, hash, event.id));
                events.push(event);
                counts.created += 1;
            }
            Err((column, reason)) => {
                counts.rejected += 1;
                note(ctx, tx, row, column, reason).await?;
            }
        }
    }
    tx.company(ctx.company).await?.record_consents(&events).await?;
    for (customer, hash, event) in rows {
        execute!(
            tx,
            "INSERT INTO imported_consents (company_id, customer_id, row_hash, event_id, import_id) VALUES ($1, $2, $3, $4, $5)",
            ctx.company,
            customer,
            hash,
            event,
            ctx.import
        )?;
    }
    Ok(counts)
}

async fn count(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<u64> {
    let sql = format!(
        "SELECT COUNT(*) FROM {} WHERE line > $1 AND line <= $2",
        ctx.rows(KIND)
    );
    let all = fetch_scalar!(tx, i64, sqlx::AssertSqlSafe(sql), lines.0, lines.1)?;
    Ok(u64::try_from(all).unwrap_or(0))
}

async fn read(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<Vec<Staged>> {
    // the address or number a yes belongs to: the one it names, else the one in use
    let point = "p.company_id = $1 AND p.customer_id = k.id AND p.ended_at IS NULL
        AND ((s.channel = 'email' AND p.kind = 'email') OR (s.channel = 'sms' AND p.kind = 'mobile')
          OR (s.channel = 'phone' AND p.kind IN ('mobile', 'phone')) OR (s.channel = 'letter' AND p.kind = 'address'))
        AND (s.contact_folded IS NULL OR p.value_folded = s.contact_folded)";
    fetch_all!(
        tx,
        Staged,
        sqlx::AssertSqlSafe(format!(
            "SELECT x.*, p.kind AS point_kind, p.value_folded AS point_folded FROM (
                SELECT s.line, k.id AS customer, k.language, s.purpose, s.channel, s.answer, s.date, s.wording, s.origin,
                    s.contact_folded, COALESCE(l.legal_entity_id, $3) AS entity,
                    (SELECT p.id FROM contact_points p WHERE {point} ORDER BY p.kind, p.created_at DESC, p.id DESC LIMIT 1) AS point
                FROM {rows} s
                JOIN customers k ON k.company_id = $1 AND k.dms_number = s.customer_number AND k.dms_source = $2
                    AND k.erased_at IS NULL
                LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location
                WHERE s.line > $4 AND s.line <= $5) x
             LEFT JOIN contact_points p ON p.company_id = $1 AND p.customer_id = x.customer AND p.id = x.point
             ORDER BY x.line",
            rows = ctx.rows(KIND),
        )),
        ctx.company,
        &ctx.source,
        ctx.entity,
        lines.0,
        lines.1
    )
}

/// Answers that a file brought before.
async fn known(
    ctx: &Context,
    tx: &mut Tx,
    customers: &[CustomerId],
) -> Result<HashMap<(CustomerId, i64), ()>> {
    let mut known = HashMap::new();
    for chunk in customers.chunks(500) {
        let sql = format!(
            "SELECT customer_id, row_hash FROM imported_consents WHERE company_id = $1 AND customer_id IN ({})",
            placeholders(2, chunk.len())
        );
        let rows: Vec<(CustomerId, i64)> =
            fetch_all!(tx, (CustomerId, i64), sqlx::AssertSqlSafe(sql), ctx.company; chunk.iter().copied())?;
        known.extend(rows.into_iter().map(|row| (row, ())));
    }
    Ok(known)
}

/// Why a yes cannot be taken: somebody said no, and a file never weakens that (CON-10).
fn refusal(
    row: &Staged,
    standing: Option<&Standing>,
    refused: &HashMap<CustomerId, Vec<Scope>>,
) -> Option<Reason> {
    let scope = row.scope().filter(|_| row.answer)?;
    let stands = standing.is_some_and(|s| {
        if scope.is_cell() {
            s.refusal(scope).is_some()
        } else {
            s.no(scope).is_some()
        }
    });
    let in_file = refused
        .get(&row.customer)
        .is_some_and(|all| all.iter().any(|no| no.covers(scope)));
    (stands || in_file).then_some(Reason::RefusalStands)
}

async fn event(
    ctx: &Context,
    tx: &mut Tx,
    ledger: &mut Ledger<'_>,
    row: &Staged,
) -> Result<std::result::Result<ConsentEvent, (&'static str, Reason)>> {
    let Some(entity) = row.entity else {
        return Err(StoreError::Inconsistent("the company has no legal entity".into()));
    };
    let Some(scope) = row.scope() else {
        return Ok(Err(("purpose", Reason::Choice)));
    };
    let action = match (row.answer, scope == Scope::ALL) {
        (true, _) => Action::Grant,
        (false, true) => Action::Object,
        (false, false) => Action::Deny,
    };
    if row.answer && scope.is_cell() && row.point.is_none() {
        return Ok(Err(("contact", Reason::UnknownContact)));
    }
    let said = row
        .date
        .map_or(ctx.now, |date| action.said_on(date, ledger.zone, ctx.now));
    let wording = match &row.wording {
        Some(text) => Some(wording(ctx, tx, ledger, row.language.unwrap_or(ledger.language), text).await?),
        None => None,
    };
    let contact = match (row.point, &row.point_kind, &row.point_folded) {
        (Some(id), Some(kind), Some(folded)) => {
            let hash = consent_hash(ledger.keys, kind, folded);
            Some(ContactRef { id, hash })
        }
        _ => None,
    };
    let who = (ctx.company, entity, row.customer);
    let draft = Draft {
        id: ConsentEventId::new(ctx.now),
        contact_point: contact,
        basis: row.answer.then_some(Basis::Consent),
        wording,
        origin: row.origin.clone(),
        occurred_at: Some(said),
        document: Some(Document {
            kind: "file".into(),
            reference: ledger.file.name.clone(),
            sha256: ledger.file.sha256.clone(),
            line: u64::try_from(row.line).ok(),
        }),
        ..Draft::new(
            who,
            action,
            scope,
            (Method::Dms, Actor::Import(ctx.import)),
            ctx.now,
        )
    };
    Ok(ConsentEvent::new(draft).map_err(|_| ("answer", Reason::ConsentWithoutProof)))
}

async fn wording(
    ctx: &Context,
    tx: &mut Tx,
    ledger: &mut Ledger<'_>,
    language: Language,
    text: &str,
) -> Result<WordingRef> {
    if let Some(known) = ledger.wordings.get(&(language, text.to_owned())) {
        return Ok(known.clone());
    }
    // each text is a wording of its own: which one came first, a file does not say
    let key = format!("dms-{}", &hex::encode(Sha256::digest(text.as_bytes()))[..16]);
    let stored = tx
        .company(ctx.company)
        .await?
        .wording(&key, language, text)
        .await?
        .reference();
    if ledger.wordings.len() < 1_000 {
        ledger
            .wordings
            .insert((language, text.to_owned()), stored.clone());
    }
    Ok(stored)
}

async fn note(ctx: &Context, tx: &mut Tx, row: &Staged, column: &str, reason: Reason) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO import_remarks (company_id, import_id, kind, line, column_name, reason, value, rejected)
         VALUES ($1, $2, $3, $4, $5, $6, $7, TRUE)
         ON CONFLICT (company_id, import_id, kind, line, column_name, reason) DO NOTHING",
        ctx.company,
        ctx.import,
        KIND,
        row.line,
        column,
        reason,
        format!("{} / {}", row.purpose, row.channel)
    )?;
    Ok(())
}
