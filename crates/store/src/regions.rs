//! The part of a company that somebody sees who is responsible for some of its regions (F200).

use crate::sql::placeholders;

/// The condition that a location lies in one of the regions; empty where somebody sees the whole company. The query has the
/// company as `$1`; its parameters from `$first` on are the regions, in their order.
pub(crate) fn location_in(column: &str, regions: Option<&[String]>, first: usize) -> String {
    match regions {
        None => String::new(),
        // Who is responsible for no region sees nobody.
        Some([]) => " AND 1 = 0".to_owned(),
        Some(regions) => format!(
            " AND {column} IN (SELECT l.id FROM locations l WHERE l.company_id = $1 AND l.region IN ({}))",
            placeholders(first, regions.len())
        ),
    }
}

/// The condition that a customer belongs to a location in one of the regions; see [`location_in`].
pub(crate) fn customer_in(column: &str, regions: Option<&[String]>, first: usize) -> String {
    if regions.is_none() {
        return String::new();
    }
    format!(
        " AND EXISTS (SELECT 1 FROM customers reached WHERE reached.company_id = $1 AND reached.id = {column}{})",
        location_in("reached.location_id", regions, first)
    )
}
