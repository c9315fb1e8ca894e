//! What imported data amount to, as lines that can be compared: the same data give the same lines, whatever their ids.

use crate::TestCompany;
use crate::raw::{Arg, texts};

const DATA: [&str; 7] = [
    "SELECT 'customer ' || COALESCE(c.dms_number, '') || '|' || c.kind || '|' || COALESCE(c.gender, '') || '|' ||
        COALESCE(c.initials, '') || '|' || COALESCE(c.first_name, '') || '|' || COALESCE(c.infix, '') || '|' || c.last_name ||
        '|' || COALESCE(c.business_name, '') || '|' || c.name_folded || '|' || COALESCE(CAST(c.birth_date AS TEXT), '') || '|' ||
        c.stage || '|' || COALESCE(CAST(c.first_workshop_on AS TEXT), '') || '|' || COALESCE(CAST(c.last_visit_on AS TEXT), '')
        || '|' || COALESCE(CAST(c.last_invoice_on AS TEXT), '') || '|' || CAST(c.dms_hash AS TEXT)
     FROM customers c WHERE c.company_id = $1",
    "SELECT 'contact ' || COALESCE(c.dms_number, '') || '|' || c.last_name || '|' || p.kind || '|' || p.value || '|' ||
        p.value_folded || '|' || p.origin || '|' || COALESCE(CAST(p.collected_on AS TEXT), '') || '|' ||
        CASE WHEN p.ended_at IS NULL THEN 'in use' ELSE 'ended' END
     FROM contact_points p JOIN customers c ON c.company_id = p.company_id AND c.id = p.customer_id WHERE p.company_id = $1",
    "SELECT 'vehicle ' || v.dms_number || '|' || COALESCE(v.plate, '') || '|' || COALESCE(v.vin, '') || '|' ||
        COALESCE(v.make, '') || '|' || COALESCE(CAST(v.inspection_due AS TEXT), '') || '|' ||
        COALESCE(CAST(v.mileage AS TEXT), '') || '|' || CAST(v.dms_hash AS TEXT)
     FROM vehicles v WHERE v.company_id = $1",
    "SELECT 'holding ' || v.dms_number || '|' || c.dms_number || '|' || h.role || '|' ||
        COALESCE(CAST(h.from_on AS TEXT), '') || '|' || COALESCE(CAST(h.until_on AS TEXT), '')
     FROM vehicle_holdings h JOIN vehicles v ON v.company_id = h.company_id AND v.id = h.vehicle_id
        JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id WHERE h.company_id = $1",
    "SELECT 'visit ' || x.dms_number || '|' || c.dms_number || '|' || COALESCE(v.dms_number, '') || '|' || x.kind || '|' ||
        CAST(x.visited_on AS TEXT) || '|' || COALESCE(CAST(x.mileage AS TEXT), '') || '|' || COALESCE(x.description, '')
     FROM visits x JOIN customers c ON c.company_id = x.company_id AND c.id = x.customer_id
        LEFT JOIN vehicles v ON v.company_id = x.company_id AND v.id = x.vehicle_id WHERE x.company_id = $1",
    "SELECT 'invoice ' || x.dms_number || '|' || c.dms_number || '|' || COALESCE(w.dms_number, '') || '|' || x.category || '|' ||
        CAST(x.invoiced_on AS TEXT) || '|' || CAST(x.amount_cents AS TEXT) || '|' || COALESCE(x.document_key, '')
     FROM invoices x JOIN customers c ON c.company_id = x.company_id AND c.id = x.customer_id
        LEFT JOIN visits w ON w.company_id = x.company_id AND w.id = x.visit_id WHERE x.company_id = $1",
    "SELECT 'permission ' || c.dms_number || '|' || g.purpose || '|' || g.channel || '|' || g.state || '|' ||
        CAST(g.since AS TEXT)
     FROM permissions g JOIN customers c ON c.company_id = g.company_id AND c.id = g.customer_id
     WHERE g.company_id = $1 AND c.dms_number IS NOT NULL AND g.state = 'yes'",
];

const TIMES: [&str; 2] = [
    "SELECT 'customer ' || COALESCE(c.dms_number, '') || ' of ' || CAST(c.updated_at AS TEXT) || ' missing ' ||
        COALESCE(CAST(c.missing_since AS TEXT), '') FROM customers c WHERE c.company_id = $1",
    "SELECT 'vehicle ' || v.dms_number || ' of ' || CAST(v.updated_at AS TEXT) || ' missing ' ||
        COALESCE(CAST(v.missing_since AS TEXT), '') FROM vehicles v WHERE v.company_id = $1",
];

/// The company's imported data, in order; with the times of their last change where they are wanted.
pub async fn imported(shop: &TestCompany, with_times: bool) -> Vec<String> {
    let times = if with_times { &TIMES[..] } else { &[] };
    let mut rows = Vec::new();
    for sql in DATA.iter().chain(times) {
        rows.extend(texts(&shop.store, shop.id, sql, vec![Arg::from(shop.id.0)]).await);
    }
    rows.sort();
    rows
}
