//! The vocabulary of consent: what a message is for, how it travels, to whom, on what basis, and what stands in its way.

use crate::text_enum;

text_enum! {
    /// What a message is for. The gate, the ledger and the rule packs know nothing finer (STANDARDS §1.2, P0 to P8).
    pub enum Purpose {
        /// P0: needed for an order, an appointment, an invoice or the safety of an account.
        Service = "service",
        /// P1: the inspection or maintenance of a car is due.
        Reminder = "reminder",
        /// P2: an offer of the workshop.
        WorkshopOffer = "workshop_offer",
        /// P3: news and actions of sales.
        SalesNews = "sales_news",
        /// P4: the newsletter and general information.
        Newsletter = "newsletter",
        /// P5: an offer of somebody else.
        PartnerOffer = "partner_offer",
        /// P6: a request for a review or for an opinion.
        ReviewRequest = "review_request",
        /// P7: an invitation to the customer's own page.
        PortalInvitation = "portal_invitation",
        /// P8: a recall or another warning about safety.
        Recall = "recall",
    }
}

impl Purpose {
    /// Whether the law treats it as direct marketing: everything but service and recalls.
    pub const fn is_marketing(self) -> bool {
        !matches!(self, Purpose::Service | Purpose::Recall)
    }

    /// The topic under which the customer decides about it (F143). Review requests and invitations follow the
    /// newsletter; partner offers are decided apart (F151); service and recalls are not decided by the customer.
    pub const fn topic(self) -> Option<Topic> {
        match self {
            Purpose::Reminder => Some(Topic::Reminders),
            Purpose::WorkshopOffer => Some(Topic::WorkshopOffers),
            Purpose::SalesNews => Some(Topic::SalesNews),
            Purpose::Newsletter | Purpose::ReviewRequest | Purpose::PortalInvitation => {
                Some(Topic::Newsletter)
            }
            Purpose::Service | Purpose::PartnerOffer | Purpose::Recall => None,
        }
    }

    /// The purpose under which consent to this one is asked and recorded: its topic's own purpose, or itself for
    /// partner offers; `None` where consent plays no part.
    pub const fn asked_as(self) -> Option<Purpose> {
        match self.topic() {
            Some(topic) => Some(topic.purpose()),
            None if matches!(self, Purpose::PartnerOffer) => Some(Purpose::PartnerOffer),
            None => None,
        }
    }
}

text_enum! {
    /// One of the four kinds of message a customer says yes or no to (F143).
    pub enum Topic {
        /// Sales news and actions.
        SalesNews = "sales_news",
        /// Offers of the workshop.
        WorkshopOffers = "workshop_offers",
        /// Newsletter and general information.
        Newsletter = "newsletter",
        /// Reminders of inspection and maintenance.
        Reminders = "reminders",
    }
}

impl Topic {
    /// The purpose that stands for the topic in the ledger.
    pub const fn purpose(self) -> Purpose {
        match self {
            Topic::SalesNews => Purpose::SalesNews,
            Topic::WorkshopOffers => Purpose::WorkshopOffer,
            Topic::Newsletter => Purpose::Newsletter,
            Topic::Reminders => Purpose::Reminder,
        }
    }
}

text_enum! {
    /// The way a message travels (F144).
    pub enum Channel {
        /// E-mail.
        Email = "email",
        /// SMS and messengers that use the telephone number.
        Sms = "sms",
        /// A letter on paper.
        Letter = "letter",
        /// A call by a person.
        Phone = "phone",
        /// A notification in the browser or the installed page.
        Push = "push",
    }
}

text_enum! {
    /// Who the recipient is in the eyes of the law (STANDARDS §1.2).
    pub enum RecipientKind {
        /// A natural person without a paid transaction.
        Prospect = "prospect",
        /// A natural person with a paid transaction or running contract that is recent enough.
        Customer = "customer",
        /// A natural person whose last paid transaction is older than that.
        Former = "former",
        /// A legal person. Sole traders and partnerships are natural persons.
        Business = "business",
        /// Not known; decided as a prospect, and held for a person to look at where the answer depends on it.
        Unknown = "unknown",
    }
}

text_enum! {
    /// A customer's answer: three states, since not having been asked is not an answer.
    pub enum Choice {
        /// Never asked, or not answered.
        Unset = "unset",
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

text_enum! {
    /// What makes a message lawful.
    pub enum Basis {
        /// The person said yes (GDPR art. 6(1)(a), ePrivacy art. 13(1)).
        Consent = "consent",
        /// The person switched exactly this service on.
        RequestedService = "requested_service",
        /// An existing customer who could object when the address was collected (ePrivacy art. 13(2)).
        SoftOptIn = "soft_opt_in",
        /// A legitimate interest with a recorded balancing test (GDPR art. 6(1)(f)).
        LegitimateInterest = "legitimate_interest",
        /// A contract or a request that the message serves (GDPR art. 6(1)(b)).
        Contract = "contract",
        /// A duty by law or somebody's safety (GDPR art. 6(1)(c), (d)).
        LegalDuty = "legal_duty",
        /// A business published the address for messages like this.
        PublishedAddress = "published_address",
        /// The address belongs to no person (info@…).
        ImpersonalAddress = "impersonal_address",
        /// A business that presumably wants the call; the reason is on record.
        PresumedConsent = "presumed_consent",
    }
}

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

/// A block by the older name of the standards; the same thing as a reason to deny.
pub type BlockReason = DenyReason;

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

text_enum! {
    /// What a paid transaction was about; soft opt-in asks whether the offer is similar to it.
    pub enum Category {
        /// Work in the workshop.
        Workshop = "workshop",
        /// Parts and accessories.
        Parts = "parts",
        /// A car.
        Vehicle = "vehicle",
    }
}

text_enum! {
    /// Where an address or number came from.
    pub enum AddressOrigin {
        /// The customer entered or confirmed it.
        Customer = "customer",
        /// The dealer management system, where it was noted with a purchase or visit.
        Dms = "dms",
        /// Staff noted it at the customer's word.
        Staff = "staff",
        /// An import that does not say where it is from.
        ImportWithoutOrigin = "import_without_origin",
    }
}

text_enum! {
    /// What calls for a message apart from marketing.
    pub enum Need {
        /// Nothing.
        None = "none",
        /// A request, an order, an appointment or a running contract that the message serves.
        Contract = "contract",
        /// A duty by law, or something the contract cannot do without, such as a warning about an account.
        Duty = "duty",
    }
}

text_enum! {
    /// What must be in a message (STANDARDS §1.5). The content check looks for each of them before sending.
    pub enum MustInclude {
        /// The real name of the legal entity.
        Identity = "identity",
        /// A postal address.
        PostalAddress = "postal_address",
        /// Registration or VAT number.
        RegistrationNumber = "registration_number",
        /// A sender address that takes replies.
        ReplyableSender = "replyable_sender",
        /// That it is advertising, visible at once.
        MarkedAsAdvertising = "marked_as_advertising",
        /// Why the person gets this.
        ReasonLine = "reason_line",
        /// A visible link and the headers to unsubscribe with one click.
        Unsubscribe = "unsubscribe",
        /// A link to all preferences, without signing in.
        PreferenceLink = "preference_link",
        /// A link to the privacy statement.
        PrivacyLink = "privacy_link",
        /// The sentence that one may object at any time, free but for the cost of transmission.
        ObjectionSentence = "objection_sentence",
        /// The notice of the right to object (GDPR art. 21(4)).
        ObjectionNotice = "objection_notice",
        /// Where the address came from, when not from the person.
        AddressSource = "address_source",
        /// How to stop SMS.
        StopText = "stop_text",
        /// A code or QR that opens the preferences.
        PreferenceCode = "preference_code",
        /// The caller's own name.
        CallerName = "caller_name",
        /// The commercial purpose, said at the start.
        CommercialPurpose = "commercial_purpose",
        /// A visible number.
        VisibleNumber = "visible_number",
        /// The right to object, offered in the call and recorded.
        RightToObjectOffered = "right_to_object_offered",
        /// The recorded reason why a business presumably wants the call.
        PresumedReason = "presumed_reason",
    }
}
