//! The documented limits of the staff's door: low per network, high per account, so that nobody is locked out by others.

use carport_store::attempts::Limit;

/// Sign-in tries from one network.
pub const NETWORK: Limit = Limit {
    name: "staff-sign-in-network",
    count: 20,
    seconds: 300,
};
/// Sign-in tries for one account, from anywhere.
pub const ACCOUNT: Limit = Limit {
    name: "staff-sign-in-account",
    count: 1_800,
    seconds: 3_600,
};
/// Codes tried in one session.
pub const CODE: Limit = Limit {
    name: "staff-code",
    count: 5,
    seconds: 600,
};
/// Invitations and passwords set by link, from one network.
pub const LINK: Limit = Limit {
    name: "staff-link",
    count: 20,
    seconds: 3_600,
};
