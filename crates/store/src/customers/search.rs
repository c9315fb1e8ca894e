//! The list of customers, and finding one by name, number, plate, e-mail address or telephone number.
//!
//! Prefixes of folded columns serve every kind of search, so that a look-up costs a few index steps however many
//! customers there are. A page is asked by the key of its last row, never by an offset.

use carport_domain::{CustomerId, LocationId};
use chrono::NaiveDate;

use crate::error::Result;
use crate::regions::location_in;
use crate::sql::after_prefix;
use crate::tx::CompanyTx;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Found {
    /// Who.
    pub id: CustomerId,
    /// Customer number.
    pub dms_number: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Initials.
    pub initials: Option<String>,
    /// «van der» and the like.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// The firm's name.
    pub business_name: Option<String>,
    /// What the list is ordered by.
    pub name_folded: String,
    /// Where they usually come.
    pub location_id: Option<LocationId>,
    /// Last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// Whether they have an active login.
    pub has_account: bool,
}

/// Where a page of the list begins.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The last row of the page before: folded name and id.
    pub after: Option<(String, CustomerId)>,
    /// Only customers of locations in these regions; none: all (F200).
    pub regions: Option<Vec<String>>,
    /// How many rows at most.
    pub limit: i64,
}

const SELECT: &str = "SELECT c.id, c.dms_number, c.first_name, c.initials, c.infix, c.last_name, c.business_name,
    c.name_folded, c.location_id, c.last_visit_on,
    EXISTS (SELECT 1 FROM accounts a WHERE a.company_id = c.company_id AND a.customer_id = c.id AND a.state = 'active')
        AS has_account
    FROM customers c";

impl CompanyTx<'_> {
    /// Customers in the order of their names.
    pub async fn list_customers(&mut self, page: &Page) -> Result<Vec<Found>> {
        self.names_from("", page).await
    }

    /// Customers whose name, number, plate, e-mail address or telephone number begins with what was typed. `folded` is
    /// the typed text in lower case without accents, `compact` its letters and digits in capitals.
    pub async fn search_customers(&mut self, folded: &str, compact: &str, page: &Page) -> Result<Vec<Found>> {
        if page.after.is_some() {
            return self.names_from(folded, page).await;
        }
        let regions = location_in("c.location_id", page.regions.as_deref(), 8);
        let sql = format!(
            "{SELECT} WHERE c.company_id = $1 AND c.erased_at IS NULL AND c.id IN (
                SELECT id FROM customers WHERE company_id = $1 AND dms_number >= $2 AND dms_number < $3
                UNION SELECT h.customer_id FROM vehicles v
                    JOIN vehicle_holdings h ON h.company_id = v.company_id AND h.vehicle_id = v.id
                    WHERE v.company_id = $1 AND v.plate_folded >= $4 AND v.plate_folded < $5
                UNION SELECT customer_id FROM contact_points
                    WHERE company_id = $1 AND value_folded >= $6 AND value_folded < $7 AND kind <> 'address'
                      AND ended_at IS NULL
             ) {regions} ORDER BY c.name_folded, c.id LIMIT {}",
            page.limit.clamp(1, 200)
        );
        let upper = compact.to_uppercase();
        let mut found: Vec<Found> = Vec::new();
        if !compact.is_empty() {
            found = fetch_all!(
                self.tx,
                Found,
                sqlx::AssertSqlSafe(sql),
                self.id,
                &upper,
                after_prefix(&upper),
                &upper,
                after_prefix(&upper),
                folded,
                after_prefix(folded);
                page.regions.iter().flatten().cloned()
            )?;
        }
        for row in self.names_from(folded, page).await? {
            if !found.iter().any(|f| f.id == row.id) {
                found.push(row);
            }
        }
        found.truncate(usize::try_from(page.limit).unwrap_or(0));
        Ok(found)
    }

    async fn names_from(&mut self, prefix: &str, page: &Page) -> Result<Vec<Found>> {
        // The mark alone is the lower end, so that a later page begins where the one before ended.
        let beginning = (prefix.to_owned(), CustomerId(uuid::Uuid::nil()));
        let (name, id) = match page.after.clone() {
            Some(after) => after.max(beginning),
            None => beginning,
        };
        let regions = location_in("c.location_id", page.regions.as_deref(), 5);
        let sql = format!(
            "{SELECT} WHERE c.company_id = $1 AND c.erased_at IS NULL AND c.name_folded < $2
               AND (c.name_folded, c.id) > ($3, $4) {regions}
             ORDER BY c.name_folded, c.id LIMIT {}",
            page.limit.clamp(1, 200)
        );
        fetch_all!(
            self.tx,
            Found,
            sqlx::AssertSqlSafe(sql),
            self.id,
            after_prefix(prefix),
            name,
            id;
            page.regions.iter().flatten().cloned()
        )
    }
}
