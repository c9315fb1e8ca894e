//! «Request your account here» (F29–F31): what visitors without activation data ask for, and whom they may be.

use carport_domain::{AccountRequestId, CustomerId, Language, Timestamp, text_enum};

use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::CompanyTx;

text_enum! {
    /// Where a request stands.
    pub enum RequestStatus {
        /// Nobody has answered yet.
        Open = "open",
        /// The activation invitation was sent.
        Invited = "invited",
        /// The company said no.
        Declined = "declined",
    }
}

/// What a visitor filled in, read and checked.
#[derive(Debug, Clone)]
pub struct NewAccountRequest {
    /// First name.
    pub first_name: String,
    /// Surname with its infix, as written.
    pub last_name: String,
    /// Street.
    pub street: String,
    /// House number with what follows it; may be empty.
    pub house_number: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub city: String,
    /// Plate, as written.
    pub plate: String,
    /// E-mail address, as written.
    pub email: String,
    /// The language of the form, and of the answers.
    pub language: Language,
    /// The end of the second working day (F30).
    pub due_at: Timestamp,
    /// The address folded, for matching.
    pub email_folded: String,
    /// The plate folded, for matching.
    pub plate_folded: String,
    /// The surname without its infix, folded.
    pub surname_folded: String,
    /// The beginning of a postal address's key: `nl|1234ab|`.
    pub postcode_key: String,
}

/// A request as the office sees it.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct AccountRequest {
    /// Its id.
    pub id: AccountRequestId,
    /// First name.
    pub first_name: String,
    /// Surname.
    pub last_name: String,
    /// Street.
    pub street: String,
    /// House number.
    pub house_number: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub city: String,
    /// Plate, as written.
    pub plate: String,
    /// E-mail address, as written.
    pub email: String,
    /// The visitor's language.
    pub language: Language,
    /// When it came.
    pub received_at: Timestamp,
    /// When it must be answered; later it is overdue.
    pub due_at: Timestamp,
    /// Where it stands.
    pub status: RequestStatus,
    /// To which customer the invitation went.
    pub customer_id: Option<CustomerId>,
    /// By whom it was answered: `staff:<id>`.
    pub handled_by: Option<String>,
    /// When.
    pub handled_at: Option<Timestamp>,
    /// What staff noted.
    pub note: Option<String>,
}

/// A customer a request may come from, and what speaks for it.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct RequestMatch {
    /// For which request.
    pub request_id: AccountRequestId,
    /// Which customer.
    pub customer_id: CustomerId,
    /// The customer number.
    pub dms_number: Option<String>,
    /// First name on file.
    pub first_name: Option<String>,
    /// Infix on file.
    pub infix: Option<String>,
    /// Surname on file.
    pub last_name: String,
    /// Whether the e-mail address is on file.
    pub email: bool,
    /// Whether one of the customer's cars has the plate.
    pub plate: bool,
    /// Whether surname and postcode are on file.
    pub name_and_postcode: bool,
    /// The e-mail address on file, to which an invitation would go; none: there is none.
    pub email_on_file: Option<String>,
    /// Whether the customer has an active account already.
    pub has_account: bool,
}

const COLUMNS: &str =
    "id, first_name, last_name, street, house_number, postcode, city, plate, email, language,
    received_at, due_at, status, customer_id, handled_by, handled_at, note";

impl CompanyTx<'_> {
    /// Keeps a request.
    pub async fn add_account_request(&mut self, request: &NewAccountRequest) -> Result<AccountRequestId> {
        let now = self.now();
        let id = AccountRequestId::new(now);
        execute!(
            self.tx,
            "INSERT INTO account_requests (company_id, id, first_name, last_name, street, house_number, postcode, city,
                 plate, email, language, received_at, due_at, status, email_folded, plate_folded, surname_folded, postcode_key)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14, $15, $16, $17)",
            self.id,
            id,
            &request.first_name,
            &request.last_name,
            &request.street,
            &request.house_number,
            &request.postcode,
            &request.city,
            &request.plate,
            &request.email,
            request.language,
            now,
            request.due_at,
            &request.email_folded,
            &request.plate_folded,
            &request.surname_folded,
            &request.postcode_key
        )?;
        Ok(id)
    }

    /// Whether the same address asked for an account since an instant and still waits; then a second mail is not sent.
    pub async fn has_open_account_request(
        &mut self,
        email_folded: &str,
        but: AccountRequestId,
    ) -> Result<bool> {
        let count = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM account_requests
             WHERE company_id = $1 AND status = 'open' AND email_folded = $2 AND id <> $3",
            self.id,
            email_folded,
            but
        )?;
        Ok(count > 0)
    }

    /// The requests in one state: the open ones by due date, the answered ones newest first.
    pub async fn account_requests(
        &mut self,
        status: RequestStatus,
        limit: i64,
    ) -> Result<Vec<AccountRequest>> {
        let order = if status == RequestStatus::Open {
            "due_at, id"
        } else {
            "handled_at DESC, id"
        };
        fetch_all!(
            self.tx,
            AccountRequest,
            sqlx::AssertSqlSafe(format!(
                "SELECT {COLUMNS} FROM account_requests WHERE company_id = $1 AND status = $2 ORDER BY {order} LIMIT $3"
            )),
            self.id,
            status,
            limit
        )
    }

    /// One request.
    pub async fn account_request(&mut self, id: AccountRequestId) -> Result<Option<AccountRequest>> {
        fetch_optional!(
            self.tx,
            AccountRequest,
            sqlx::AssertSqlSafe(format!(
                "SELECT {COLUMNS} FROM account_requests WHERE company_id = $1 AND id = $2"
            )),
            self.id,
            id
        )
    }

    /// How many requests wait, and how many of them too long.
    pub async fn waiting_account_requests(&mut self) -> Result<(i64, i64)> {
        let now = self.now();
        fetch_one!(
            self.tx,
            (i64, i64),
            "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN due_at < $2 THEN 1 ELSE 0 END), 0) AS BIGINT)
             FROM account_requests WHERE company_id = $1 AND status = 'open'",
            self.id,
            now
        )
    }

    /// Whom the given requests may come from, the strongest suggestion of each first. One query for all of them.
    pub async fn account_request_matches(
        &mut self,
        requests: &[AccountRequestId],
    ) -> Result<Vec<RequestMatch>> {
        if requests.is_empty() {
            return Ok(Vec::new());
        }
        let list = placeholders(3, requests.len());
        let sql = format!(
            "WITH asked AS (
                 SELECT id, email_folded, plate_folded, surname_folded, postcode_key FROM account_requests
                 WHERE company_id = $1 AND id IN ({list})),
             hits AS (
                 SELECT a.id AS request_id, p.customer_id, 4 AS weight, 1 AS email, 0 AS plate, 0 AS name
                 FROM asked a JOIN contact_points p ON p.company_id = $1 AND p.kind = 'email'
                      AND p.value_folded = a.email_folded AND p.ended_at IS NULL
                 WHERE a.email_folded <> ''
                 UNION ALL
                 SELECT a.id, h.customer_id, 3, 0, 1, 0
                 FROM asked a JOIN vehicles v ON v.company_id = $1 AND v.plate_folded = a.plate_folded
                      JOIN vehicle_holdings h ON h.company_id = $1 AND h.vehicle_id = v.id AND h.until_on IS NULL
                 WHERE a.plate_folded <> ''
                 UNION ALL
                 SELECT a.id, c.id, 2, 0, 0, 1
                 FROM asked a JOIN customers c ON c.company_id = $1 AND c.name_folded >= a.surname_folded
                      AND c.name_folded < a.surname_folded || $2
                 WHERE a.surname_folded <> '' AND EXISTS (
                     SELECT 1 FROM contact_points p WHERE p.company_id = $1 AND p.customer_id = c.id
                        AND p.kind = 'address' AND p.ended_at IS NULL
                        AND p.value_folded >= a.postcode_key AND p.value_folded < a.postcode_key || $2)),
             weighed AS (
                 SELECT request_id, customer_id, CAST(SUM(weight) AS BIGINT) AS weight, MAX(email) AS email,
                        MAX(plate) AS plate, MAX(name) AS name
                 FROM hits GROUP BY request_id, customer_id)
             SELECT w.request_id, c.id AS customer_id, c.dms_number, c.first_name, c.infix, c.last_name,
                    w.email = 1 AS email, w.plate = 1 AS plate, w.name = 1 AS name_and_postcode,
                    (SELECT p.value FROM contact_points p WHERE p.company_id = $1 AND p.customer_id = c.id
                        AND p.kind = 'email' AND p.ended_at IS NULL AND p.invalid_since IS NULL
                        ORDER BY p.created_at DESC, p.id LIMIT 1) AS email_on_file,
                    EXISTS (SELECT 1 FROM accounts x WHERE x.company_id = $1 AND x.customer_id = c.id
                        AND x.state = 'active') AS has_account
             FROM weighed w JOIN customers c ON c.company_id = $1 AND c.id = w.customer_id
             WHERE c.erased_at IS NULL
             ORDER BY w.request_id, w.weight DESC, c.id"
        );
        fetch_all!(self.tx, RequestMatch, sqlx::AssertSqlSafe(sql), self.id, "\u{10FFFF}"; requests)
    }

    /// Answers an open request; false when somebody else already has.
    pub async fn settle_account_request(
        &mut self,
        id: AccountRequestId,
        status: RequestStatus,
        customer: Option<CustomerId>,
        by: &str,
        note: Option<&str>,
    ) -> Result<bool> {
        let now = self.now();
        let rows = execute!(
            self.tx,
            "UPDATE account_requests SET status = $3, customer_id = $4, handled_by = $5, handled_at = $6, note = $7
             WHERE company_id = $1 AND id = $2 AND status = 'open'",
            self.id,
            id,
            status,
            customer,
            by,
            now,
            note
        )?;
        Ok(rows == 1)
    }
}
