//! `carport select [--company SLUG] [--week 2026-W48] [--dry-run]`

use std::process::ExitCode;

use carport_domain::clock::IsoWeek;
use carport_outreach::select::{Selected, select_week};
use serde_json::json;

use crate::config::Config;

/// Which week of whom.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: carport select --company jansen --week 2026-W48 --dry-run\n\n\
        Safe to repeat: what was proposed before is not proposed again. A running worker does this every Monday morning."
)]
pub struct Args {
    /// The company's slug; without it every active company.
    #[arg(long)]
    company: Option<String>,
    /// The ISO week, such as 2026-W48; without it the present one.
    #[arg(long, value_parser = week)]
    week: Option<IsoWeek>,
    /// Count only, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// As JSON, one object a line for each company.
    #[arg(long)]
    json: bool,
}

fn week(text: &str) -> Result<IsoWeek, String> {
    text.parse()
        .map_err(|_| "write year and week of ISO 8601, such as 2026-W48".to_owned())
}

/// Selects.
///
/// # Errors
/// The company is not there, or the store refuses.
pub async fn run(config: Config, args: Args) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    for company in super::companies(&store, args.company.as_deref()).await? {
        let selected = select_week(&store, company.id, args.week, args.dry_run).await?;
        if args.json {
            println!(
                "{}",
                json!({ "company": company.slug, "week": selected.week, "dryRun": args.dry_run, "moments": selected.moments })
            );
        } else {
            print!("{}", table(&company.slug, &selected, args.dry_run));
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// A line for each moment, and under it why some were left out.
fn table(slug: &str, selected: &Selected, dry_run: bool) -> String {
    let mut text = format!("{slug}, {}", selected.week);
    if dry_run {
        text.push_str(" (dry run: nothing was changed)");
    }
    text.push('\n');
    if selected.moments.is_empty() {
        text.push_str("  no weekly moment is switched on\n");
    }
    for (moment, totals) in &selected.moments {
        text.push_str(&format!(
            "  {moment:<28}{:>9} found{:>9} proposed\n",
            totals.found, totals.proposed
        ));
        for (reason, number) in &totals.not_proposed {
            text.push_str(&format!("    {reason:<26}{number:>9} not proposed\n"));
        }
    }
    text
}
