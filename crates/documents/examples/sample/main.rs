//! Writes every document in every language to a folder, to be looked at:
//! `cargo run -p carport-documents --example sample -- FOLDER`

mod samples;

use std::path::PathBuf;

use carport_documents::{CardSize, Document, Window, render};
use carport_domain::Language;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name the folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    for &language in Language::ALL {
        for (name, document) in samples::all(language) {
            std::fs::write(folder.join(format!("{name}-{language}.pdf")), render(&document)?)?;
        }
    }
    let letters: Vec<_> = Language::ALL
        .iter()
        .cycle()
        .take(120)
        .map(|&language| {
            let mut letter = samples::letter(language);
            letter.window = Window::Right;
            letter
        })
        .collect();
    std::fs::write(
        folder.join("letter-batch.pdf"),
        render(&Document::LetterBatch(letters))?,
    )?;
    let poster = samples::counter_card(Language::De, CardSize::A4);
    std::fs::write(
        folder.join("counter-card-a4-de.pdf"),
        render(&Document::CounterCard(poster))?,
    )?;
    Ok(())
}
