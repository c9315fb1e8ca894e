//! Why a message stays back.

use crate::text_enum;

text_enum! {
    /// Why a message may not go. [`DenyReason::code`] gives the rule of STANDARDS §1.4.
    pub enum DenyReason {
        /// The person's data were erased.
        Erased = "erased",
        /// The person had the use of the data restricted (GDPR art. 18).
        Restricted = "restricted",
        /// The person has died.
        Deceased = "deceased",
        /// The person is a minor.
        Minor = "minor",
        /// The person objected to all marketing (GDPR art. 21(2)).
        Objected = "objected",
        /// The person refused this kind of message altogether.
        PurposeRefused = "purpose_refused",
        /// The car is no longer theirs.
        VehicleGone = "vehicle_gone",
        /// The company may not send marketing at the moment.
        CompanySuspended = "company_suspended",
        /// The content lacks what must be in it, or is not approved.
        ContentUnfit = "content_unfit",
        /// The person had enough messages for the time being.
        FrequencyCap = "frequency_cap",
        /// It is not the time of the day or week for it.
        QuietHours = "quiet_hours",
        /// The person refused this channel.
        ChannelRefused = "channel_refused",
        /// The person refused this kind of message on this channel, and not elsewhere.
        RefusedOnChannel = "refused_on_channel",
        /// There is no address or number for the channel.
        NoContactPoint = "no_contact_point",
        /// The address or number is known to be wrong.
        ContactPointInvalid = "contact_point_invalid",
        /// Mail to the address came back for good.
        Bounced = "bounced",
        /// The recipient reported a message as unwanted.
        Complained = "complained",
        /// The recipient answered STOP.
        Stopped = "stopped",
        /// The person is on a public list of people who do not want this.
        OnRegister = "on_register",
        /// Another legal entity collected the address.
        OtherEntity = "other_entity",
        /// The address came in an import that does not say where it is from.
        OriginUnknown = "origin_unknown",
        /// The yes still has to be confirmed from the address itself.
        Unconfirmed = "unconfirmed",
        /// The yes does not name this partner's list.
        PartnerNotNamed = "partner_not_named",
        /// The person has not been heard of for too long.
        Inactive = "inactive",
        /// Nothing the person asked for or ordered calls for a service message.
        NoNeed = "no_need",
        /// Nobody said yes, and the law asks for it.
        NoConsent = "no_consent",
        /// The law leaves no way for this purpose on this channel.
        NotForChannel = "not_for_channel",
        /// Soft opt-in: no paid transaction on record.
        SoftNoPurchase = "soft_no_purchase",
        /// Soft opt-in: purchase, notice or address belong to another legal entity.
        SoftOtherEntity = "soft_other_entity",
        /// Soft opt-in: no notice was in force when the address was collected.
        SoftNoNotice = "soft_no_notice",
        /// Soft opt-in: the notice did not offer to object.
        SoftNoOptOut = "soft_no_opt_out",
        /// Soft opt-in: what was bought is not similar to what is offered.
        SoftNotSimilar = "soft_not_similar",
        /// Soft opt-in: the address was not collected from the customer, or nobody knows when.
        SoftAddressNotTheirs = "soft_address_not_theirs",
        /// Soft opt-in: the purchase is too long ago.
        SoftAged = "soft_aged",
    }
}

/// How far a reason to deny reaches; it decides between «call list» and «nothing» (DESIGN decision 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The person is not to be proposed at all.
    Person,
    /// The channel does not fit the person; another may.
    Channel,
    /// The law gives no basis on this channel.
    Law,
}

impl DenyReason {
    /// The block of STANDARDS §1.4, `B1` to `B12`.
    pub const fn code(self) -> &'static str {
        use DenyReason::*;
        match self {
            Erased | Restricted | Deceased | Minor => "B1",
            Objected => "B2",
            ChannelRefused | RefusedOnChannel => "B3",
            PurposeRefused => "B4",
            NoContactPoint | ContactPointInvalid | Bounced | Complained | Stopped => "B5",
            OnRegister | Unconfirmed | PartnerNotNamed | NoNeed | NoConsent | NotForChannel => "B6",
            Inactive | SoftNoPurchase | SoftOtherEntity | SoftNoNotice | SoftNoOptOut | SoftNotSimilar
            | SoftAddressNotTheirs | SoftAged => "B7",
            VehicleGone => "B8",
            FrequencyCap | QuietHours => "B9",
            ContentUnfit => "B10",
            OtherEntity | OriginUnknown => "B11",
            CompanySuspended => "B12",
        }
    }

    /// How far it reaches.
    pub const fn reach(self) -> Reach {
        use DenyReason::*;
        match self {
            Erased | Restricted | Deceased | Minor | Objected | PurposeRefused | VehicleGone
            | CompanySuspended | ContentUnfit | FrequencyCap => Reach::Person,
            ChannelRefused | RefusedOnChannel | NoContactPoint | ContactPointInvalid | Bounced
            | Complained | Stopped | QuietHours => Reach::Channel,
            OnRegister | OtherEntity | OriginUnknown | Unconfirmed | PartnerNotNamed | Inactive | NoNeed
            | NoConsent | NotForChannel | SoftNoPurchase | SoftOtherEntity | SoftNoNotice | SoftNoOptOut
            | SoftNotSimilar | SoftAddressNotTheirs | SoftAged => Reach::Law,
        }
    }

    /// Whether the same message may go later without anybody changing anything.
    pub const fn is_temporary(self) -> bool {
        matches!(self, DenyReason::FrequencyCap | DenyReason::QuietHours)
    }
}

text_enum! {
    /// Why a person has to look before a message may go.
    pub enum HoldReason {
        /// It depends on whether the recipient is a customer, a former one, a prospect or a business.
        KindUnknown = "kind_unknown",
        /// The public list of objections has not been consulted.
        RegisterUnchecked = "register_unchecked",
    }
}

/// What keeps a message back: a denial or a hold. Stored and exchanged as the reason's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// It may not go.
    Denied(DenyReason),
    /// A person has to look first.
    Held(HoldReason),
}

impl Obstacle {
    /// The stable text of the reason.
    pub const fn as_str(self) -> &'static str {
        match self {
            Obstacle::Denied(reason) => reason.as_str(),
            Obstacle::Held(reason) => reason.as_str(),
        }
    }
}

impl std::fmt::Display for Obstacle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Obstacle {
    type Err = crate::text_enum::UnknownValue;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse()
            .map(Obstacle::Held)
            .or_else(|_| s.parse().map(Obstacle::Denied))
    }
}

impl serde::Serialize for Obstacle {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Obstacle {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

crate::text_column!(Obstacle, as_str);
