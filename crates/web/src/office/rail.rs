//! The left rail: what this person may do at this company, and nothing else.

use carport_domain::access::Permission;

use crate::kit::page::NavItem;
use crate::kit::staff::Office;

/// One entry: its word (and text key `office-nav-<word>`), path, icon, permission, module (empty: always there), group.
type Entry = (
    &'static str,
    &'static str,
    &'static str,
    Permission,
    &'static str,
    &'static str,
);

/// The rail, top to bottom. A page that does not exist is not in it.
const ENTRIES: &[Entry] = &[
    ("home", "", "home", Permission::ViewCustomers, "", ""),
    (
        "week",
        "/week",
        "calendar",
        Permission::ViewWeek,
        "weekly_proposals",
        "",
    ),
    ("calls", "/call-list", "phone", Permission::Call, "call_list", ""),
    ("letters", "/letters", "letter", Permission::Send, "letters", ""),
    (
        "results",
        "/results",
        "chart",
        Permission::ViewWeek,
        "weekly_proposals",
        "",
    ),
    (
        "customers",
        "/customers",
        "people",
        Permission::ViewCustomers,
        "",
        "",
    ),
    (
        "requests",
        "/requests",
        "mail",
        Permission::HandleRequests,
        "account_request",
        "",
    ),
    ("changes", "/changes", "edit", Permission::EditCustomers, "", ""),
    ("imports", "/imports", "import", Permission::Import, "", ""),
    ("proof", "/proof", "shield", Permission::ProveConsent, "", ""),
    (
        "actions",
        "/actions",
        "flag",
        Permission::Approve,
        "weekly_proposals",
        "",
    ),
    (
        "moments",
        "/moments",
        "bell",
        Permission::ViewWeek,
        "weekly_proposals",
        "",
    ),
    (
        "company",
        "/company",
        "settings",
        Permission::EditCompany,
        "",
        "company",
    ),
    (
        "locations",
        "/locations",
        "location",
        Permission::EditCompany,
        "",
        "",
    ),
    ("staff", "/staff", "people", Permission::ManageStaff, "", ""),
    ("audit", "/audit", "history", Permission::ViewAudit, "", ""),
];

/// The entries this person sees; `current` is the word of the part being shown.
pub fn navigation(office: &Office, current: &str) -> Vec<NavItem> {
    ENTRIES
        .iter()
        .filter(|(_, _, _, permission, module, _)| {
            office.access.may(*permission) && (module.is_empty() || office.company.company.has(module))
        })
        .map(|(word, path, icon, _, _, group)| NavItem {
            label: office.t.get(&format!("office-nav-{word}")),
            url: office.url(path),
            icon: (*icon).into(),
            current: *word == current,
            group: if group.is_empty() {
                String::new()
            } else {
                office.t.get(&format!("office-group-{group}"))
            },
            ..NavItem::default()
        })
        .collect()
}
