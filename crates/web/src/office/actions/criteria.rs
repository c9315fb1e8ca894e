//! For whom an action contact is, as part of a form: months, account, locations and makes.

use carport_domain::LocationId;
use carport_domain::i18n::FieldError;
use carport_store::CompanyTx;
use carport_store::action_contacts::ActionSelection;

use super::months;
use crate::kit::prelude::*;

/// Makes offered; the most frequent ones.
const MAKES: i64 = 30;

/// A box to tick: its id, its value, its words, and whether it is ticked.
#[derive(Debug, Clone)]
pub struct Tick {
    /// Its id in the page.
    pub id: String,
    /// What the form sends.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is ticked.
    pub on: bool,
}

/// What can be chosen from.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    locations: Vec<(LocationId, String)>,
    makes: Vec<String>,
}

impl Offer {
    /// What a company has; `kept` is offered too, however rare it has become.
    pub async fn load(shop: &mut CompanyTx<'_>, kept: &ActionSelection) -> WebResult<Self> {
        let locations = shop.locations().await?;
        let mut makes = shop.makes(MAKES).await?;
        for make in &kept.makes {
            if !makes.contains(make) {
                makes.push(make.clone());
            }
        }
        makes.sort();
        Ok(Self {
            locations: locations
                .into_iter()
                .map(|location| (location.id, location.name))
                .collect(),
            makes,
        })
    }

    /// The locations as boxes; none where there is no choice.
    pub fn locations(&self, form: &Form) -> Vec<Tick> {
        if self.locations.len() < 2 {
            return Vec::new();
        }
        let ticked: Vec<&str> = form.all("location").collect();
        self.locations
            .iter()
            .map(|(id, name)| Tick {
                id: format!("location-{id}"),
                value: id.to_string(),
                label: name.clone(),
                on: ticked.contains(&id.to_string().as_str()),
            })
            .collect()
    }

    /// The makes as boxes; none where there is no choice.
    pub fn makes(&self, form: &Form) -> Vec<Tick> {
        if self.makes.len() < 2 {
            return Vec::new();
        }
        let ticked: Vec<&str> = form.all("make").collect();
        let boxes = self.makes.iter().enumerate();
        boxes
            .map(|(n, make)| Tick {
                id: format!("make-{n}"),
                value: make.clone(),
                label: make.clone(),
                on: ticked.contains(&make.as_str()),
            })
            .collect()
    }

    /// What a form says; what is wrong is noted.
    pub fn read(&self, form: &mut Form) -> Option<ActionSelection> {
        let months = form.parse("months", months);
        let among = |form: &Form, field: &str| -> Vec<String> {
            let mut all: Vec<String> = form.all(field).map(str::to_owned).collect();
            all.dedup();
            all
        };
        let locations: Vec<LocationId> = among(form, "location")
            .iter()
            .filter_map(|text| self.locations.iter().find(|(id, _)| id.to_string() == *text))
            .map(|(id, _)| *id)
            .collect();
        if locations.len() != among(form, "location").len() {
            form.errors.push("location", FieldError::new("error-choose"));
        }
        let makes = among(form, "make");
        if makes.iter().any(|make| !self.makes.contains(make)) {
            form.errors.push("make", FieldError::new("error-choose"));
        }
        if !form.errors.is_empty() {
            return None;
        }
        Some(ActionSelection {
            months: months?,
            without_account: form.has("without_account"),
            locations,
            makes,
        })
    }
}

/// A form that shows a selection.
pub fn prefilled(selection: &ActionSelection) -> Form {
    let mut fields = vec![("months".to_owned(), selection.months.to_string())];
    if selection.without_account {
        fields.push(("without_account".to_owned(), "yes".to_owned()));
    }
    let locations = selection.locations.iter();
    fields.extend(locations.map(|id| ("location".to_owned(), id.to_string())));
    let makes = selection.makes.iter();
    fields.extend(makes.map(|make| ("make".to_owned(), make.clone())));
    Form::of(fields)
}
