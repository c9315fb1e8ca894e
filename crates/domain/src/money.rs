//! Money as whole cents with a currency (DESIGN decision 9).

use crate::text_enum;

text_enum! {
    /// An ISO 4217 currency.
    pub enum Currency {
        /// Euro.
        Eur = "EUR",
        /// Russian rouble.
        Rub = "RUB",
    }
}

/// An amount in hundredths of the currency's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Money {
    /// Hundredths of the unit; negative for a credit.
    pub cents: i64,
    /// The currency.
    pub currency: Currency,
}
