//! The documented limits of the ways in (SEC-ACT-7, SEC-RATE-1). Limits per network are low; limits per account are high on
//! purpose, so that nobody locks somebody else out.

use carport_store::attempts::Limit;

/// Sign-in tries from one network.
pub const SIGN_IN_NETWORK: Limit = Limit {
    name: "portal-sign-in-network",
    count: 20,
    seconds: 300,
};
/// Sign-in tries for one account, from anywhere.
pub const SIGN_IN_ACCOUNT: Limit = Limit {
    name: "portal-sign-in-account",
    count: 1_800,
    seconds: 3_600,
};
/// Activation tries from one network in an hour.
pub const ACTIVATION_HOUR: Limit = Limit {
    name: "activation-hour",
    count: 5,
    seconds: 3_600,
};
/// Activation tries from one network in a day.
pub const ACTIVATION_DAY: Limit = Limit {
    name: "activation-day",
    count: 20,
    seconds: 86_400,
};
/// Activation tries at one company.
pub const ACTIVATION_COMPANY: Limit = Limit {
    name: "activation-company",
    count: 300,
    seconds: 3_600,
};
/// Account requests from one network.
pub const REQUEST_NETWORK: Limit = Limit {
    name: "account-request-network",
    count: 5,
    seconds: 3_600,
};
/// Account requests at one company.
pub const REQUEST_COMPANY: Limit = Limit {
    name: "account-request-company",
    count: 300,
    seconds: 3_600,
};
/// Forgotten passwords from one network.
pub const FORGOT_NETWORK: Limit = Limit {
    name: "forgot-network",
    count: 5,
    seconds: 3_600,
};
/// Passwords chosen by a link, from one network: the hashing costs work.
pub const SET_PASSWORD_NETWORK: Limit = Limit {
    name: "set-password-network",
    count: 20,
    seconds: 3_600,
};
/// Passwords given again inside a session.
pub const PROOF: Limit = Limit {
    name: "portal-proof",
    count: 10,
    seconds: 600,
};
/// Uses of links that need no sign-in, from one network.
pub const LINK_NETWORK: Limit = Limit {
    name: "portal-link-network",
    count: 300,
    seconds: 3_600,
};
/// Addresses given or confirmed by one account, to sign in with or for messages; each writes a mail.
pub const EMAIL_CHANGE: Limit = Limit {
    name: "portal-email-change",
    count: 5,
    seconds: 86_400,
};
/// One-time codes asked for from one network.
pub const CODE_ASK_NETWORK: Limit = Limit {
    name: "portal-code-ask-network",
    count: 10,
    seconds: 3_600,
};
/// One-time codes typed from one network.
pub const CODE_TRY_NETWORK: Limit = Limit {
    name: "portal-code-try-network",
    count: 40,
    seconds: 3_600,
};
