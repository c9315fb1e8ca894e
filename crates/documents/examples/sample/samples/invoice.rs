//! An invoice.

use carport_documents::{Car, Fact, Invoice, InvoiceLine, Plate};
use carport_domain::Language;
use carport_domain::money::Currency;

use super::{car_name, day, letter, pick, plate, sender};

/// An invoice of the workshop.
pub fn invoice(language: Language) -> Invoice {
    let line =
        |texts: [&str; 4], quantity_thousandths, unit: [&str; 4], unit_price_cents, vat_basis_points| {
            InvoiceLine {
                description: pick(language, texts).into(),
                quantity_thousandths,
                unit: pick(language, unit).into(),
                unit_price_cents,
                vat_basis_points,
            }
        };
    let vat = pick(language, [2_100, 1_900, 2_200, 2_100]);
    let pieces = ["st.", "Stk.", "шт.", "pcs"];
    let (country, plate) = plate(language);
    let message = letter(language);
    Invoice {
        language,
        sender: sender(language),
        customer: message.recipient,
        number: "2026-0187".into(),
        date: day(2026, 1, 12),
        delivered: day(2026, 1, 9),
        due: Some(day(2026, 1, 26)),
        references: vec![Fact::new(pick(language, ["Klantnummer", "Kundennummer", "Номер клиента", "Customer number"]), "104 233")],
        car: Some(Car {
            plate: Some(Plate { country: country.into(), text: plate.into() }),
            name: car_name(language).into(),
            facts: vec![
                Fact::new(pick(language, ["Kilometerstand", "Kilometerstand", "Пробег", "Mileage"]), "84 210 km"),
                Fact::new("VIN", "XTAJ0KR1N00123456"),
            ],
        }),
        currency: if language == Language::Ru { Currency::Rub } else { Currency::Eur },
        lines: vec![
            line(["Grote onderhoudsbeurt, arbeid", "Große Inspektion, Arbeitszeit", "Большое обслуживание, работа", "Major service, labour"], 1_750, ["u", "Std.", "ч", "h"], 8_940, vat),
            line(["Motorolie 5W-30", "Motoröl 5W-30", "Моторное масло 5W-30", "Engine oil 5W-30"], 4_300, ["l", "l", "л", "l"], 1_495, vat),
            line(["Oliefilter met afdichtring", "Ölfilter mit Dichtring", "Масляный фильтр с прокладкой", "Oil filter with seal"], 1_000, pieces, 1_650, vat),
            line(["Remblokken vooras, set", "Bremsbelagsatz Vorderachse mit Verschleißanzeigekontakt", "Тормозные колодки передние, комплект", "Brake pads front axle, set"], 1_000, pieces, 7_425, vat),
            line(["Korting trouwe klant", "Treuerabatt", "Скидка постоянного клиента", "Loyal customer discount"], 1_000, pieces, -1_500, vat),
            line(["APK, afmeldkosten RDW", "Gebühr der Prüforganisation", "Пошлина", "MOT registration fee"], 1_000, pieces, 395, 0),
        ],
        payment: vec![pick(language, [
            "Maak het bedrag over naar NL00 BANK 0123 4567 89 op naam van Jansen Automotive B.V., met het factuurnummer.",
            "Bitte überweisen Sie den Betrag auf DE00 0000 0000 0123 4567 89, Autohaus Lindner GmbH & Co. KG, mit der Rechnungsnummer.",
            "Оплатите счёт на кассе или по реквизитам на обороте, указав номер счёта.",
            "Please transfer the amount to NL00 BANK 0123 4567 89, Jansen Automotive B.V., naming the invoice number.",
        ]).into()],
        remarks: vec![pick(language, [
            "De banden op de achteras hebben nog 3 mm profiel. We raden aan ze voor de winter te vervangen.",
            "Die Reifen der Hinterachse haben noch 3 mm Profil. Wir empfehlen den Wechsel vor dem Winter.",
            "Глубина протектора задних шин 3 мм. Советуем заменить их до зимы.",
            "The rear tyres have 3 mm of tread left. We suggest replacing them before winter.",
        ]).into()],
    }
}
