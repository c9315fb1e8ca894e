//! The vocabulary of consent: what a message is for, how it travels, to whom and on what basis.

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
