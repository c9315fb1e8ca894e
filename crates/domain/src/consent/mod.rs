//! Consent: what a person wants to hear, on what basis a company may write or call, and the proof of it.
//!
//! The road of one question: [`standing`] derives from the ledger ([`event`], [`ledger`]) what the person said; [`rules`] gives
//! the law of the company's and the recipient's country on that day; [`gate::decide`] answers; [`plan::choose`] picks a channel;
//! [`explain`] says it in words. [`matrix`] is the customer's preference page, [`refusals`] what else takes consent back, [`proof`] what a supervisory authority gets.

pub mod event;
pub mod explain;
pub mod gate;
pub mod ledger;
pub mod matrix;
pub mod plan;
pub mod proof;
pub mod reasons;
pub mod refusals;
pub mod rules;
pub mod standing;
pub mod statement;
pub mod words;

pub use event::{ConsentEvent, Draft, InvalidEvent};
pub use explain::Explanation;
pub use gate::{
    Blocks, Cause, ContactFacts, Decision, Evidence, Granted, MomentFacts, Notice, Permission, Purchase,
    Purchases, Question, Refused, Register, Stage,
};
pub use matrix::{Changed, Line, Matrix, Wish};
pub use plan::Outcome;
pub use proof::Proof;
pub use reasons::{DenyReason, HoldReason, Obstacle, Reach};
pub use rules::{RuleBook, RuleId, Rules, Stamp, Stricter};
pub use standing::{PermissionRow, Standing};
pub use statement::{
    Action, Actor, ActorKind, Circumstances, ContactRef, Control, DefaultState, Document, Method, Scope,
    WordingRef,
};
pub use words::{
    AddressOrigin, Basis, Category, Channel, Choice, MustInclude, Need, Purpose, RecipientKind, Topic,
};
