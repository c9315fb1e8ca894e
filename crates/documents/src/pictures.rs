//! The pictures of one job: each is kept once, however many letters show it.

use std::sync::Arc;

use crate::{Logo, RenderError, qr_svg};

/// A picture's bytes, shared with whoever supplied them.
#[derive(Debug, Clone)]
pub(crate) struct Shared(Arc<[u8]>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// The pictures that the templates of a job may show, by file name.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    files: Vec<(String, Arc<[u8]>)>,
}

impl Pictures {
    /// Adds a logo and returns the file name by which the template shows it.
    pub(crate) fn logo(&mut self, logo: &Logo) -> String {
        self.add(logo.extension(), Arc::clone(logo.bytes()))
    }

    /// Adds a QR code and returns the file name by which the template shows it.
    pub(crate) fn qr(&mut self, text: &str) -> Result<String, RenderError> {
        Ok(self.add("svg", qr_svg(text)?.into_bytes().into()))
    }

    fn add(&mut self, extension: &str, bytes: Arc<[u8]>) -> String {
        if let Some((name, _)) = self
            .files
            .iter()
            .find(|(_, known)| Arc::ptr_eq(known, &bytes) || **known == *bytes)
        {
            return name.clone();
        }
        let name = format!("picture-{}.{extension}", self.files.len() + 1);
        self.files.push((name.clone(), bytes));
        name
    }

    /// The files.
    pub(crate) fn into_files(self) -> impl Iterator<Item = (String, Shared)> {
        self.files.into_iter().map(|(name, bytes)| (name, Shared(bytes)))
    }
}
