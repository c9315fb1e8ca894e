//! Consent seen from outside: the golden tables, the laws that hold for any history, and the proof.

mod facts;
mod gate;
mod golden;
mod laws;
mod ledger;
mod packs;
mod plan;
mod preferences;
mod standing;
