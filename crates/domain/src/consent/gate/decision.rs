//! What the gate answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::consent::reasons::{DenyReason, HoldReason, Obstacle};
use crate::consent::rules::{Includes, RuleId, Stamp};
use crate::consent::words::{Basis, Category};
use crate::{ConsentEventId, Timestamp, WordingId};

/// The gate's answer. Its JSON form is stored with proposals and messages and is stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// It may go.
    Allow {
        /// The basis with the evidence for it.
        #[serde(flatten)]
        evidence: Evidence,
        /// What must be in the message.
        must_include: Includes,
        /// The rule that permits it.
        rule: RuleId,
        /// The rule packs in force.
        pack: Stamp,
    },
    /// It may not go.
    Deny {
        /// Why.
        reason: DenyReason,
        /// The ledger's entry that is the cause, where there is one.
        cause: Option<Cause>,
        /// The rule.
        rule: RuleId,
        /// The rule packs in force.
        pack: Stamp,
    },
    /// A person has to look.
    Hold {
        /// Why.
        reason: HoldReason,
        /// The rule.
        rule: RuleId,
        /// The rule packs in force.
        pack: Stamp,
    },
}

/// The entry of the ledger that keeps a message back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The entry.
    pub event: ConsentEventId,
    /// When it was said.
    pub at: Timestamp,
}

impl Decision {
    /// Whether it may go.
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Decision::Allow { .. })
    }
    /// What keeps it back.
    pub const fn obstacle(&self) -> Option<Obstacle> {
        match self {
            Decision::Allow { .. } => None,
            Decision::Deny { reason, .. } => Some(Obstacle::Denied(*reason)),
            Decision::Hold { reason, .. } => Some(Obstacle::Held(*reason)),
        }
    }
    /// The rule that was applied.
    pub const fn rule(&self) -> RuleId {
        match self {
            Decision::Allow { rule, .. } | Decision::Deny { rule, .. } | Decision::Hold { rule, .. } => *rule,
        }
    }
    /// The rule packs that were in force.
    pub const fn pack(&self) -> &Stamp {
        match self {
            Decision::Allow { pack, .. } | Decision::Deny { pack, .. } | Decision::Hold { pack, .. } => pack,
        }
    }
}

/// A basis together with what proves it; one cannot be had without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis", content = "evidence", rename_all = "snake_case")]
pub enum Evidence {
    /// The person said yes.
    Consent {
        /// The ledger's entry.
        event: ConsentEventId,
        /// When.
        at: Timestamp,
    },
    /// The person switched the service on.
    RequestedService {
        /// The ledger's entry.
        event: ConsentEventId,
        /// When.
        at: Timestamp,
    },
    /// An existing customer who could object.
    SoftOptIn {
        /// What was bought.
        category: Category,
        /// When it was bought.
        bought_on: NaiveDate,
        /// When the address was collected.
        collected_on: NaiveDate,
        /// The notice then in force.
        notice: WordingId,
    },
    /// A legitimate interest.
    LegitimateInterest,
    /// A contract or request.
    Contract,
    /// A legal duty or safety.
    LegalDuty,
    /// A published address.
    PublishedAddress,
    /// An address of nobody in particular.
    ImpersonalAddress,
    /// Presumed consent of a business, reason on record.
    PresumedConsent,
}

impl Evidence {
    /// The basis.
    pub const fn basis(&self) -> Basis {
        match self {
            Evidence::Consent { .. } => Basis::Consent,
            Evidence::RequestedService { .. } => Basis::RequestedService,
            Evidence::SoftOptIn { .. } => Basis::SoftOptIn,
            Evidence::LegitimateInterest => Basis::LegitimateInterest,
            Evidence::Contract => Basis::Contract,
            Evidence::LegalDuty => Basis::LegalDuty,
            Evidence::PublishedAddress => Basis::PublishedAddress,
            Evidence::ImpersonalAddress => Basis::ImpersonalAddress,
            Evidence::PresumedConsent => Basis::PresumedConsent,
        }
    }
}
