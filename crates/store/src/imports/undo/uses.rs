//! What refers to a customer or a car, and so keeps one that an import made from being removed with it.
//!
//! What the import itself brought is gone before this is asked: whatever refers to them then is somebody else's. A test holds
//! the lists against the schema, so that a new table is not forgotten.

/// Rows that refer to customers or cars.
#[derive(Debug, Clone, Copy)]
pub struct Use {
    /// The table.
    pub table: &'static str,
    column: &'static str,
    /// What else must hold of the row `x`; empty: nothing.
    condition: &'static str,
    /// Whether rows are found by the column; else they are all read, once.
    has_index: bool,
}

const fn customers_in(table: &'static str) -> Use {
    Use {
        table,
        column: "customer_id",
        condition: "",
        has_index: true,
    }
}

const fn cars_in(table: &'static str, has_index: bool) -> Use {
    Use {
        table,
        column: "vehicle_id",
        condition: "",
        has_index,
    }
}

/// What refers to customers.
pub const USES_OF_CUSTOMERS: &[Use] = &[
    customers_in("accounts"),
    customers_in("activation_letters"),
    customers_in("calls"),
    customers_in("changes"),
    customers_in("consent_events"),
    Use {
        // the file's own go with the customer
        condition: "x.origin <> 'dms'",
        ..customers_in("contact_points")
    },
    customers_in("correction_requests"),
    customers_in("imported_consents"),
    customers_in("invoices"),
    customers_in("links"),
    customers_in("messages"),
    customers_in("permissions"),
    customers_in("proposals"),
    customers_in("vehicle_holdings"),
    customers_in("visits"),
];

/// What refers to cars.
pub const USES_OF_VEHICLES: &[Use] = &[
    Use {
        column: "subject_id",
        condition: "x.subject_kind = 'vehicle'",
        ..cars_in("changes", false)
    },
    cars_in("correction_requests", false),
    cars_in("invoices", false),
    cars_in("proposals", false),
    cars_in("vehicle_holdings", true),
    cars_in("visits", true),
];

/// Whether the customer `c` is referred to; `$1` is the company.
pub(super) fn of_customer() -> String {
    format!("({})", any(USES_OF_CUSTOMERS))
}

/// Whether the car `c` is referred to, or has a name its people gave it; `$1` is the company.
pub(super) fn of_vehicle() -> String {
    format!("(c.nickname IS NOT NULL OR {})", any(USES_OF_VEHICLES))
}

fn any(uses: &[Use]) -> String {
    let each = uses.iter().map(|Use { table, column, condition, has_index }| {
        let condition = if condition.is_empty() {
            String::new()
        } else {
            format!(" AND {condition}")
        };
        if *has_index {
            format!("EXISTS (SELECT 1 FROM {table} x WHERE x.company_id = $1 AND x.{column} = c.id{condition})")
        } else {
            format!(
                "c.id IN (SELECT x.{column} FROM {table} x WHERE x.company_id = $1 AND x.{column} IS NOT NULL{condition})"
            )
        }
    });
    each.collect::<Vec<_>>().join(" OR ")
}
