//! What each table is: whose, and what happens to it when a customer is erased (GDPR art. 17, CON-14, DESIGN decision 14).
//!
//! Every table and every column stands here. A test on both databases fails for one that does not, so that whoever adds a
//! column has to say what it means for somebody who asks to be forgotten.

/// Tables that belong to the installation rather than to one company; every other table leads with `company_id`.
pub const INSTALLATION_TABLES: &[&str] = &[
    "attempts",
    "companies",
    "mailbox",
    "operator_sessions",
    "operators",
    "schedules",
    "staff_sessions",
    "staff_users",
];

/// What happens to a customer's rows of a table when the customer is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They go.
    Erased,
    /// They stay with these columns emptied; what is left names nobody.
    Anonymised(&'static [&'static str]),
    /// They stay as they are, for this reason.
    Kept(&'static str),
    /// There are none: the table is about the company, its words or its machinery.
    Impersonal,
}

/// A table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// All its columns.
    pub columns: &'static [&'static str],
    /// What becomes of a customer's rows.
    pub fate: Fate,
}

use Fate::{Anonymised, Erased, Impersonal, Kept};

const fn table(name: &'static str, fate: Fate, columns: &'static [&'static str]) -> Table {
    Table { name, columns, fate }
}

/// Every table of the schema, by name.
#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    table("account_requests", Erased, &[
        "company_id", "id", "first_name", "last_name", "street", "postcode", "city", "plate", "email",
        "language", "received_at", "due_at", "status", "customer_id", "handled_by", "handled_at", "note",
        "house_number", "email_folded", "plate_folded", "surname_folded", "postcode_key",
    ]),
    table("account_sessions", Erased, &[
        "company_id", "token_hash", "account_id", "created_at", "seen_at", "expires_at", "stay_signed_in",
        "fresh_at", "ip", "user_agent",
    ]),
    table("accounts", Erased, &[
        "company_id", "id", "customer_id", "email", "email_folded", "password_hash", "language", "state",
        "created_at", "activated_at", "closed_at",
    ]),
    table("action_contacts", Impersonal, &[
        "company_id", "id", "moment", "proposed_on", "selection", "status", "decided_by", "decided_at",
    ]),
    table("activation_attempts", Erased, &[
        "company_id", "id", "customer_number", "email", "plate", "language", "ip", "created_at", "handled_at",
        "outcome",
    ]),
    table("activation_letters", Erased, &[
        "company_id", "id", "customer_id", "number_key", "code_hash", "tries", "created_by", "created_at",
        "expires_at", "used_at", "revoked_at",
    ]),
    table("attempts", Impersonal, &[
        "key_hash", "window_start", "count",
    ]),
    table("audit_log", Kept("the record of what staff did; customers stand in it by id alone"), &[
        "company_id", "seq", "at", "actor", "action", "subject", "detail", "prev_hash", "hash",
    ]),
    table("call_attempts", Anonymised(&["note"]), &[
        "company_id", "call_id", "at", "by_staff", "outcome", "note",
    ]),
    table("calls", Anonymised(&["contact_point_id", "note"]), &[
        "company_id", "id", "proposal_id", "customer_id", "contact_point_id", "state", "lock_reason", "reason",
        "assigned_to", "call_back_at", "outcome", "objection_offered", "note", "created_at", "closed_at",
        "closed_by",
    ]),
    table("changes", Erased, &[
        "company_id", "id", "customer_id", "subject_kind", "subject_id", "field", "old_value", "new_value",
        "imported_value", "changed_by", "changed_at", "status", "closed_at", "noticed_at", "exported_at",
    ]),
    table("collection_notices", Impersonal, &[
        "company_id", "id", "legal_entity_id", "wording_id", "opt_out_offered", "from_on", "until_on",
        "created_at", "created_by",
    ]),
    table("companies", Impersonal, &[
        "id", "slug", "own_domain", "name", "status", "started_on", "time_zone", "country", "currency",
        "default_language", "languages", "email", "request_email", "phone", "website", "privacy_url", "look",
        "settings", "stricter", "created_at", "updated_at",
    ]),
    table("company_closures", Impersonal, &[
        "company_id", "closed_on", "reason",
    ]),
    table("company_logos", Impersonal, &[
        "company_id", "position", "object_key", "media_type", "alt",
    ]),
    table("company_modules", Impersonal, &[
        "company_id", "module", "enabled_at", "enabled_by",
    ]),
    table("company_texts", Impersonal, &[
        "company_id", "language", "key", "text", "updated_at", "updated_by",
    ]),
    table("consent_events", Anonymised(&["body", "salt"]), &[
        "company_id", "seq", "id", "customer_id", "recorded_at", "body", "salt", "commitment", "prev_hash",
        "hash",
    ]),
    table("consent_wordings", Impersonal, &[
        "company_id", "id", "key", "version", "language", "text", "sha256", "created_at",
    ]),
    table("contact_points", Erased, &[
        "company_id", "customer_id", "id", "kind", "value", "value_folded", "origin", "collected_on",
        "legal_entity_id", "verified_at", "invalid_since", "ended_at", "created_at", "created_import",
    ]),
    table("content_versions", Impersonal, &[
        "company_id", "id", "moment", "version", "content", "sha256", "created_at", "created_by",
    ]),
    table("correction_requests", Erased, &[
        "company_id", "id", "customer_id", "vehicle_id", "field", "shown_value", "asked_value", "note",
        "asked_at", "noticed_at", "settled_at", "settled_by",
    ]),
    table("customers", Anonymised(&["dms_source", "dms_number", "dms_hash", "gender", "initials", "first_name", "infix", "last_name",
        "business_name", "name_folded", "birth_date", "language", "preferred_channel", "patronymic"]), &[
        "company_id", "id", "dms_source", "dms_number", "dms_hash", "kind", "gender", "initials", "first_name",
        "infix", "last_name", "business_name", "name_folded", "birth_date", "language", "stage", "location_id",
        "preferred_channel", "first_workshop_on", "last_visit_on", "last_invoice_on", "last_invoice_entity_id",
        "deceased_at", "restricted_at", "erased_at", "missing_since", "created_at", "created_import",
        "updated_at", "patronymic",
    ]),
    table("import_changes", Erased, &[
        "company_id", "import_id", "kind", "entity_id", "field", "line", "old_value", "new_value",
    ]),
    table("import_mappings", Impersonal, &[
        "company_id", "source", "mapping", "updated_at", "updated_by",
    ]),
    table("import_remarks", Erased, &[
        "company_id", "import_id", "kind", "line", "column_name", "reason", "value", "rejected",
    ]),
    table("imported_consents", Erased, &[
        "company_id", "customer_id", "row_hash", "event_id", "import_id",
    ]),
    table("imports", Impersonal, &[
        "company_id", "id", "source", "mode", "dry_run", "state", "started_by", "files", "accepted", "doubts",
        "counts", "cursor_step", "cursor_line", "failure", "created_at", "seen_at", "finished_at", "undone_at",
        "undone_by", "kept", "places",
    ]),
    table("invoices", Kept("the tax law: seven years and more; the document stays as it was handed out"), &[
        "company_id", "id", "dms_source", "dms_number", "dms_hash", "customer_id", "vehicle_id", "visit_id",
        "legal_entity_id", "category", "invoiced_on", "amount_cents", "currency", "description", "document_key",
        "created_at", "created_import",
    ]),
    table("jobs", Kept("ids only; done jobs are forgotten after a week"), &[
        "company_id", "id", "kind", "payload", "lane", "state", "run_at", "attempts", "locked_by",
        "locked_until", "dedupe_key", "last_error", "created_at", "finished_at",
    ]),
    table("legal_entities", Impersonal, &[
        "company_id", "id", "name", "country", "registration_number", "vat_number", "street", "postcode",
        "city", "created_at",
    ]),
    table("letter_batches", Anonymised(&["object_key"]), &[
        "company_id", "id", "letters", "object_key", "created_at", "created_by", "printed_at",
    ]),
    table("link_sessions", Erased, &[
        "company_id", "token_hash", "link_hash", "created_at", "expires_at",
    ]),
    table("links", Erased, &[
        "company_id", "token_hash", "purpose", "customer_id", "account_id", "message_id", "scope", "uses",
        "created_at", "expires_at", "used_at", "revoked_at",
    ]),
    table("locations", Impersonal, &[
        "company_id", "id", "code", "name", "region", "legal_entity_id", "street", "postcode", "city",
        "country", "phone", "email", "time_zone", "opening_hours", "position", "closed_at",
    ]),
    table("mailbox", Erased, &[
        "id", "company_id", "recipient", "subject", "raw", "received_at",
    ]),
    table("marketing_brakes", Impersonal, &[
        "company_id", "failures", "paused_at", "reason", "paused_by",
    ]),
    table("messages", Anonymised(&["contact_point_id", "payload", "message_id_header"]), &[
        "company_id", "id", "stream", "kind", "proposal_id", "customer_id", "contact_point_id", "channel",
        "content_version_id", "payload", "message_id_header", "status", "reason", "decision", "decided_at",
        "attempts", "next_attempt_at", "content_sha256", "created_at", "handed_over_at", "finished_at",
        "letter_batch_id", "expires_at", "priority", "begun_at", "claimed_in",
    ]),
    table("moments", Impersonal, &[
        "company_id", "key", "definition", "enabled_at", "enabled_by", "updated_at",
    ]),
    table("one_time_codes", Erased, &[
        "company_id", "id", "purpose", "browser_hash", "address_hash", "email", "language", "account_id",
        "letter_id", "code_hash", "tries", "created_at", "expires_at", "handled_at", "used_at",
    ]),
    table("operator_sessions", Kept("about operators, not customers; ended sessions are forgotten"), &[
        "token_hash", "operator_id", "created_at", "seen_at", "expires_at", "second_factor_at", "fresh_at",
        "ip", "user_agent",
    ]),
    table("operators", Kept("about operators, not customers"), &[
        "id", "email", "email_folded", "name", "language", "password_hash", "totp_secret", "totp_last_step",
        "created_at",
    ]),
    table("permissions", Erased, &[
        "company_id", "customer_id", "purpose", "channel", "contact_point_id", "legal_entity_id", "state",
        "event_id", "since", "set_by", "basis", "confirmed", "partner_list",
    ]),
    table("proposals", Kept("figures of past weeks; names nobody once the customer is anonymised"), &[
        "company_id", "id", "moment", "customer_id", "vehicle_id", "occurrence", "week", "action_contact_id",
        "due_on", "outcome", "channel", "reason", "decision", "status", "content_version_id", "decided_by",
        "decided_at", "created_at", "first_week",
    ]),
    table("reset_attempts", Erased, &[
        "company_id", "id", "email", "language", "created_at", "handled_at",
    ]),
    table("schedules", Impersonal, &[
        "name", "next_at",
    ]),
    table("selections", Impersonal, &[
        "company_id", "moment", "week", "selected_at", "found", "proposed", "not_proposed",
    ]),
    table("staff_invitations", Kept("about staff, not customers"), &[
        "company_id", "id", "email", "name", "role", "regions", "token_hash", "invited_by", "created_at",
        "expires_at", "accepted_at", "withdrawn_at",
    ]),
    table("staff_memberships", Kept("about staff, not customers"), &[
        "company_id", "staff_id", "role", "regions", "created_at", "created_by", "ended_at",
    ]),
    table("staff_sessions", Kept("about staff, not customers; ended sessions are forgotten"), &[
        "token_hash", "staff_id", "created_at", "seen_at", "expires_at", "second_factor_at", "fresh_at", "ip",
        "user_agent",
    ]),
    table("staff_users", Kept("about staff, not customers"), &[
        "id", "email", "email_folded", "name", "language", "password_hash", "totp_secret", "totp_last_step",
        "disabled_at", "created_at",
    ]),
    table("suppressions", Kept("keyed hashes alone, so that nobody who objected is written to again (CON-14)"), &[
        "company_id", "value_hash", "kind", "since", "source",
    ]),
    table("vehicle_holdings", Erased, &[
        "company_id", "vehicle_id", "customer_id", "role", "from_on", "until_on", "origin", "created_at",
        "created_import",
    ]),
    table("vehicles", Anonymised(&["plate", "plate_folded", "vin", "engine_number", "nickname"]), &[
        "company_id", "id", "dms_source", "dms_number", "dms_hash", "plate", "plate_folded", "plate_country",
        "vin", "engine_number", "make", "model", "version", "body", "fuel", "colour", "nickname",
        "first_registration", "inspection_due", "maintenance_due", "mileage", "mileage_on", "km_per_year",
        "archived_at", "missing_since", "created_at", "created_import", "updated_at",
    ]),
    table("visits", Anonymised(&["advisor", "description"]), &[
        "company_id", "id", "dms_source", "dms_number", "dms_hash", "customer_id", "vehicle_id", "location_id",
        "kind", "visited_on", "mileage", "description", "advisor", "created_at", "created_import",
    ]),
];
