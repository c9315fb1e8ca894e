//! Consent: what a person wants to hear, on what basis a company may write or call, and the proof of it.
//!
//! The road of one question: [`standing`] derives from the ledger ([`event`], [`ledger`]) what the person said; [`rules`] gives
//! the law of the company's and the recipient's country on that day; [`gate::decide`] answers; [`plan::choose`] picks a channel;
//! [`explain`] says it in words. [`matrix`] is the customer's preference page, [`proof`] what a supervisory authority gets.

pub mod event;
pub mod gate;
pub mod ledger;
pub mod matrix;
pub mod plan;
pub mod rules;
pub mod standing;
pub mod words;

pub use event::{
    Action, Actor, ActorKind, Circumstances, ConsentEvent, ContactRef, Control, DefaultState, Document,
    Draft, InvalidEvent, Method, Scope, WordingRef,
};
pub use gate::{
    Blocks, ContactFacts, Decision, Evidence, Granted, MomentFacts, Notice, Permission, Purchase, Purchases,
    Question, Refused, Register, Stage,
};
pub use matrix::{Changed, Line, Matrix, Wish};
pub use plan::Outcome;
pub use rules::{RuleBook, RuleId, Rules, Stamp, Stricter};
pub use standing::{PermissionRow, Standing};
pub use words::{
    AddressOrigin, Basis, BlockReason, Category, Channel, Choice, DenyReason, HoldReason, MustInclude, Need,
    Obstacle, Purpose, Reach, RecipientKind, Topic,
};
