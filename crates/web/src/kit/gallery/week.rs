//! The rows of a week.

/// A row of the week.
pub struct Row {
    pub id: String,
    pub customer: &'static str,
    pub place: &'static str,
    pub car: &'static str,
    pub plate: &'static str,
    pub moment: &'static str,
    pub due: &'static str,
    pub channel: (&'static str, &'static str),
    /// Text and tone of the state.
    pub state: (&'static str, &'static str),
}

pub fn rows() -> Vec<Row> {
    let people = [
        (
            "Anna Vermeulen",
            "Deventer",
            "Nordal V6",
            "KL-482-V",
            "Inspection due",
            "27 Dec",
        ),
        (
            "Bartholomeus van den Hoogenband-Oostveen",
            "Apeldoorn",
            "Hoshi Two",
            "93-XPL-7",
            "Maintenance due",
            "4 Jan",
        ),
        (
            "Екатерина Воскресенская",
            "Zutphen",
            "Blitzen Cross",
            "TX-905-G",
            "Inspection due",
            "29 Dec",
        ),
        (
            "Chidi Eze",
            "Deventer",
            "Bronto Focal",
            "ZD-118-N",
            "Welcome, new workshop customer",
            "24 Nov",
        ),
        (
            "Famke Dijkstra",
            "Raalte",
            "Hansan E",
            "K-004-BF",
            "Maintenance due",
            "9 Jan",
        ),
        (
            "Garage Holding BV",
            "Deventer",
            "Losange Van",
            "VBB-71-X",
            "Inspection due",
            "2 Jan",
        ),
    ];
    let channels = [
        ("E-mail", "mail"),
        ("Letter", "letter"),
        ("E-mail", "mail"),
        ("Call list", "phone"),
        ("SMS", "sms"),
        ("–", "lock"),
    ];
    let states = [
        ("Proposed", ""),
        ("Approved", "good"),
        ("Waits for wording", "attention"),
        ("Call list: e-mail refused", "info"),
        ("Sent", "good"),
        ("Do not call", "danger"),
    ];
    (0..18)
        .map(|n| {
            let (customer, place, car, plate, moment, due) = people[n % 6];
            Row {
                id: format!("p{n}"),
                customer,
                place,
                car,
                plate,
                moment,
                due,
                channel: channels[n % 6],
                state: states[n % 6],
            }
        })
        .collect()
}
