//! An invoice of the workshop.

use carport_domain::money::Currency;
use carport_domain::{Language, Money, format};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::pictures::Pictures;
use crate::sender::{at_most, require};
use crate::{Car, Fact, RenderError, Sender, words};

/// An invoice. Prices are without VAT; texts are in `language`.
#[derive(Debug, Clone, PartialEq)]
pub struct Invoice {
    /// The language of its fixed words.
    pub language: Language,
    /// Who sends it.
    pub sender: Sender,
    /// Name and address of the customer; at most six lines.
    pub customer: Vec<String>,
    /// The invoice's number.
    pub number: String,
    /// The day of the invoice.
    pub date: NaiveDate,
    /// The day of the work.
    pub delivered: NaiveDate,
    /// The day by which it is to be paid; nothing when it was paid at the counter.
    pub due: Option<NaiveDate>,
    /// Further facts beside the dates, such as the customer number; at most four.
    pub references: Vec<Fact>,
    /// The car that was worked on.
    pub car: Option<Car>,
    /// The currency of all amounts.
    pub currency: Currency,
    /// What was done and delivered.
    pub lines: Vec<InvoiceLine>,
    /// How it is or was paid, one line each.
    pub payment: Vec<String>,
    /// Remarks, such as advice for the next visit.
    pub remarks: Vec<String>,
}

/// One line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// What it is.
    pub description: String,
    /// How much, in thousandths of the unit.
    pub quantity_thousandths: i64,
    /// The unit, such as «h» or «pcs».
    pub unit: String,
    /// Price of one unit without VAT, in cents; negative for a discount.
    pub unit_price_cents: i64,
    /// The rate of VAT in hundredths of a percent: 2100 is 21 %.
    pub vat_basis_points: u32,
}

impl InvoiceLine {
    /// The amount without VAT in cents, rounded half away from zero.
    pub fn net_cents(&self) -> i64 {
        divide(
            i128::from(self.quantity_thousandths) * i128::from(self.unit_price_cents),
            1_000,
        )
    }
}

/// The sums of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Without VAT.
    pub net: Money,
    /// One for each rate, the highest first.
    pub vat: Vec<VatTotal>,
    /// With VAT: what is to be paid.
    pub gross: Money,
}

/// The VAT of one rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VatTotal {
    /// The rate in hundredths of a percent.
    pub basis_points: u32,
    /// What it is charged on.
    pub net: Money,
    /// The tax, rounded once on the sum of the rate.
    pub vat: Money,
}

fn divide(dividend: i128, divisor: i128) -> i64 {
    let half = divisor / 2 * dividend.signum();
    i64::try_from((dividend + half) / divisor).unwrap_or(if dividend < 0 { i64::MIN } else { i64::MAX })
}

const WORDS: &[&str] = &[
    "invoice-title",
    "invoice-number",
    "invoice-date",
    "invoice-delivered",
    "invoice-due",
    "invoice-description",
    "invoice-quantity",
    "invoice-price",
    "invoice-vat",
    "invoice-amount",
    "invoice-net",
    "invoice-vat-on",
    "invoice-total",
    "invoice-payment",
    "invoice-remarks",
];

impl Invoice {
    /// The sums: VAT is rounded once per rate, on the rate's net sum.
    pub fn totals(&self) -> Totals {
        let money = |cents| Money {
            cents,
            currency: self.currency,
        };
        let mut rates: Vec<u32> = self.lines.iter().map(|line| line.vat_basis_points).collect();
        rates.sort_unstable_by(|a, b| b.cmp(a));
        rates.dedup();
        let of_rate = |rate| {
            self.lines
                .iter()
                .filter(|line| line.vat_basis_points == rate)
                .map(InvoiceLine::net_cents)
                .sum::<i64>()
        };
        let vat: Vec<VatTotal> = rates
            .into_iter()
            .map(|basis_points| {
                let net = of_rate(basis_points);
                let vat = divide(i128::from(net) * i128::from(basis_points), 10_000);
                VatTotal {
                    basis_points,
                    net: money(net),
                    vat: money(vat),
                }
            })
            .collect();
        let net: i64 = vat.iter().map(|v| v.net.cents).sum();
        let tax: i64 = vat.iter().map(|v| v.vat.cents).sum();
        Totals {
            net: money(net),
            vat,
            gross: money(net + tax),
        }
    }

    /// What the template is told.
    pub(crate) fn data(&self, pictures: &mut Pictures) -> Result<Value, RenderError> {
        self.sender.check()?;
        require("number", &self.number)?;
        at_most("customer", self.customer.len(), 6)?;
        at_most("lines", self.lines.len(), 500)?;
        at_most("references", self.references.len(), 4)?;
        if let Some(car) = &self.car {
            car.check()?;
        }
        let day = |date| format::date_long(date, self.language);
        let amount = |money: Money| format::money(money, self.language);
        let cents = |cents| {
            amount(Money {
                cents,
                currency: self.currency,
            })
        };
        let percent = |basis_points: u32| {
            let sign = if matches!(self.language, Language::De | Language::Ru) {
                "\u{a0}%"
            } else {
                "%"
            };
            words::decimal(i64::from(basis_points), 2, self.language) + sign
        };
        let totals = self.totals();
        Ok(json!({
            "language": self.language,
            "words": words::words(self.language, WORDS),
            "sender": self.sender.data(pictures),
            "customer": self.customer,
            "number": self.number,
            "issued": words::day(self.date),
            "date": day(self.date),
            "delivered": day(self.delivered),
            "due": self.due.map(day),
            "references": self.references,
            "car": self.car,
            "lines": self.lines.iter().map(|line| json!({
                "description": line.description,
                "quantity": words::decimal(line.quantity_thousandths, 3, self.language),
                "unit": line.unit,
                "price": cents(line.unit_price_cents),
                "vat": percent(line.vat_basis_points),
                "amount": cents(line.net_cents()),
            })).collect::<Vec<_>>(),
            "net": amount(totals.net),
            "vat": totals.vat.iter().map(|vat| json!({
                "rate": percent(vat.basis_points),
                "on": words::word(self.language, "invoice-vat-of", &[
                    ("rate", percent(vat.basis_points).into()), ("amount", amount(vat.net).into()),
                ]),
                "amount": amount(vat.vat),
            })).collect::<Vec<_>>(),
            "gross": amount(totals.gross),
            "payment": self.payment,
            "remarks": self.remarks,
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples;

    fn line(quantity_thousandths: i64, unit_price_cents: i64, vat_basis_points: u32) -> InvoiceLine {
        InvoiceLine {
            description: "x".into(),
            quantity_thousandths,
            unit: "h".into(),
            unit_price_cents,
            vat_basis_points,
        }
    }

    #[test]
    fn half_a_cent_is_rounded_away_from_zero_and_vat_once_per_rate() {
        assert_eq!(line(500, 3, 0).net_cents(), 2);
        assert_eq!(line(500, -3, 0).net_cents(), -2);
        assert_eq!(line(1_250, 8_940, 0).net_cents(), 11_175);
        let mut invoice = samples::invoice(Language::En);
        // 21 % of three times 0.33 is 0.2079; rounded line by line it would be 0.21 as well as 0.07 three times
        invoice.lines = vec![
            line(1_000, 33, 2_100),
            line(1_000, 33, 2_100),
            line(1_000, 33, 2_100),
            line(1_000, 100, 900),
        ];
        let totals = invoice.totals();
        assert_eq!(totals.net.cents, 199);
        assert_eq!(
            totals
                .vat
                .iter()
                .map(|v| (v.basis_points, v.vat.cents))
                .collect::<Vec<_>>(),
            [(2_100, 21), (900, 9)]
        );
        assert_eq!(totals.gross.cents, 229);
    }

    proptest! {
        #[test]
        fn net_and_tax_always_add_up_to_what_is_to_be_paid(
            rows in prop::collection::vec((-10_000_i64..1_000_000, -100_000_i64..1_000_000, 0_u32..3_000), 0..20)
        ) {
            let mut invoice = samples::invoice(Language::En);
            invoice.lines = rows.into_iter().map(|(q, p, v)| line(q, p, v)).collect();
            let totals = invoice.totals();
            prop_assert_eq!(totals.net.cents, invoice.lines.iter().map(InvoiceLine::net_cents).sum::<i64>());
            prop_assert_eq!(totals.gross.cents, totals.net.cents + totals.vat.iter().map(|v| v.vat.cents).sum::<i64>());
        }
    }
}
