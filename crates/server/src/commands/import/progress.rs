//! How far an import is: a bar on a terminal, elsewhere a line for every tenth.

use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};

use carport_store::imports::layout::FileKind;
use carport_store::imports::{ImportState, Progress};
use indicatif::{ProgressBar, ProgressStyle};

/// Shows the progress of one import on standard error.
pub struct Shown {
    bar: Option<ProgressBar>,
    lines: bool,
    last: Mutex<(Option<(ImportState, Option<FileKind>)>, u64)>,
}

impl Shown {
    /// With `wanted` false it shows nothing.
    pub fn new(wanted: bool) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let bar = (wanted && terminal).then(|| {
            let style = ProgressStyle::with_template("{msg:<24} {wide_bar} {human_pos}/{human_len} {eta}");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self {
            bar,
            lines: wanted && !terminal,
            last: Mutex::default(),
        }
    }

    /// Shows where it is now.
    pub fn show(&self, progress: Progress) {
        let part = (progress.state, progress.kind);
        let name = match progress.kind {
            Some(kind) => format!("{} {kind}", progress.state),
            None => progress.state.to_string(),
        };
        if let Some(bar) = &self.bar {
            bar.set_length(progress.of);
            bar.set_position(progress.done);
            bar.set_message(name);
        } else if self.lines {
            let tenth = progress
                .done
                .saturating_mul(10)
                .checked_div(progress.of)
                .unwrap_or(10);
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            if *last != (Some(part), tenth) {
                *last = (Some(part), tenth);
                eprintln!("{name}: {} of {}", progress.done, progress.of);
            }
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
