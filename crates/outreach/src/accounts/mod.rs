//! The ways into an account: links to choose a password, invitations, requests; and what the company hears of changes.
//!
//! Pages write down what somebody typed and answer; the jobs of this module look it up and write to the addresses on file,
//! so that neither the answer nor its timing tells whether anybody was found (SEC-ACT-1, SEC-ACT-2).

mod activation;
mod codes;
mod decline;
mod digest;
mod export;
mod letter;
mod links;
mod requests;

pub use activation::{
    ACTIVATION_JOB, MAX_LINKS_PER_DAY, RESET_JOB, look_up_activation, look_up_reset, queue_activation,
    queue_reset, tidy,
};
pub use codes::{CODE_JOB, CodeWish, ask_code, send_code};
pub use decline::decline_request;
pub use digest::{DIGEST_JOB, send_change_digest};
pub use export::{ChangeExport, export_changes, export_changes_again, export_unconfirmed};
pub use letter::{LetterObstacle, NoLetter, letter_obstacle, print_activation_letter, redeem_letter};
pub use links::{Road, confirm_new_address, invite, notify, offer_reset, portal_url};
pub use requests::{InviteOutcome, Occasion, receive_request, send_invitation};
