//! The columns an import writes, and how what was noted of them goes back.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::error::{Result, StoreError};

/// What stands in a column.
pub(super) enum Value {
    Text(Option<String>),
    Number(Option<i64>),
    Date(Option<NaiveDate>),
    Id(Option<Uuid>),
}

/// How a noted value goes back into its column.
pub(super) fn value(field: &str, text: Option<&str>) -> Result<Value> {
    let wrong = || StoreError::Inconsistent(format!("an import's change of {field}"));
    Ok(match field {
        "birth_date" | "first_registration" | "inspection_due" | "maintenance_due" | "mileage_on"
        | "visited_on" | "invoiced_on" | "until_on" | "from_on" => {
            Value::Date(text.map(|t| t.parse().map_err(|_| wrong())).transpose()?)
        }
        "mileage" | "amount_cents" | "missing_since" | "updated_at" | "dms_hash" => {
            Value::Number(text.map(|t| t.parse().map_err(|_| wrong())).transpose()?)
        }
        "location_id" | "customer_id" | "vehicle_id" | "visit_id" | "legal_entity_id" => Value::Id(
            text.map(|t| Uuid::parse_str(t).map_err(|_| wrong()))
                .transpose()?,
        ),
        _ => Value::Text(text.map(str::to_owned)),
    })
}

/// The tables and columns an import writes; nothing else is put back, whatever a row says.
pub(super) fn is_ours(kind: &str, field: &str) -> bool {
    let fields: &[&str] = match kind {
        "customers" => &[
            "kind",
            "gender",
            "initials",
            "first_name",
            "patronymic",
            "infix",
            "last_name",
            "business_name",
            "birth_date",
            "language",
            "location_id",
            "missing_since",
            "name_folded",
            "dms_hash",
            "updated_at",
        ],
        "vehicles" => &[
            "plate",
            "plate_folded",
            "plate_country",
            "vin",
            "engine_number",
            "make",
            "model",
            "version",
            "body",
            "fuel",
            "colour",
            "first_registration",
            "inspection_due",
            "maintenance_due",
            "mileage",
            "mileage_on",
            "missing_since",
            "dms_hash",
            "updated_at",
        ],
        "visits" => &[
            "customer_id",
            "vehicle_id",
            "location_id",
            "kind",
            "visited_on",
            "mileage",
            "description",
            "advisor",
            "dms_hash",
        ],
        "invoices" => &[
            "customer_id",
            "vehicle_id",
            "visit_id",
            "legal_entity_id",
            "category",
            "invoiced_on",
            "amount_cents",
            "currency",
            "description",
            "document_key",
            "dms_hash",
        ],
        _ => &[],
    };
    fields.contains(&field)
}
