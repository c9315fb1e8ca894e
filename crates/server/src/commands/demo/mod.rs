//! `carport demo`: four companies to click through, with their people, cars and a lively week. It is seeded only by the ways
//! that users have: an import, the activation screen and its mail, the request form, the weekly selection.

mod companies;
mod documents;
mod files;
mod visitors;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use carport_domain::Language;
use carport_intake::{Order, begin};
use carport_outreach::mail::Installation;
use carport_outreach::{Outreach, catalogue, select};
use carport_store::Store;
use carport_store::imports::{ImportState, Mode};
use carport_web::kit::app::{App, AppState};
use tokio::net::TcpListener;

use crate::commands::serve::{serve, web_config};
use crate::config::{Config, Mail};
use crate::house;

/// The one password of everybody in the demo.
pub const PASSWORD: &str = "blauwe bus op dinsdag";
const OPERATOR: &str = "operator@carport.example";

/// Where the demo lives.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: carport demo --data ./demo-data --listen 127.0.0.1:8080")]
pub struct Args {
    /// Keep the demo in this folder, and go on with it next time; without it the demo is new each time.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Address and port.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// Seeds the demo where it is new, prints the addresses and logins, and serves.
pub async fn run(args: Args) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let fresh = tempfile::Builder::new().prefix("carport-demo-").tempdir()?;
    let listener = TcpListener::bind(args.listen).await?;
    let config = Config {
        data: args.data.unwrap_or_else(|| fresh.path().to_owned()),
        base_url: format!("http://{}", listener.local_addr()?),
        mail: Mail {
            domain: "carport.example".into(),
            ..Mail::default()
        },
        ..Config::default()
    };
    let store = super::open(&config).await?;
    store.migrate().await?;
    let outreach = house::outreach(&config, &store, Installation::Demo)?;
    let app = App::over(outreach.clone(), web_config(&config, true))?;
    let demo = files::companies()?;
    let is_new = store
        .read()
        .await?
        .installation()
        .await?
        .companies()
        .await?
        .is_empty();
    if is_new {
        seed(&app, &outreach, &demo).await?;
    }
    print(&store, &config.base_url, &demo).await?;
    println!(
        "\nReady after {:.1} seconds. Stop with ctrl-C.",
        begun.elapsed().as_secs_f32()
    );
    serve(listener, app, outreach).await
}

async fn seed(app: &AppState, outreach: &Arc<Outreach>, demo: &companies::Demo) -> anyhow::Result<()> {
    let store = &outreach.store;
    let hash = app
        .passwords
        .hash(PASSWORD)
        .await
        .map_err(|e| anyhow::anyhow!("{e:?}"))?;
    let mut tx = store.begin().await?;
    tx.installation()
        .await?
        .add_operator(OPERATOR, OPERATOR, "Demo operator", Language::En, &hash)
        .await?;
    tx.commit().await?;
    for company in &demo.company {
        let id = companies::create(store, app, company, &hash).await?;
        let today = store.clock().now().date_in(company.time_zone);
        let folder = tempfile::tempdir()?;
        let mut paths = files::deliver(company, today, folder.path())?;
        let contents = files::documents(company)?;
        let made = documents::deliver(company, &contents, today, (folder.path(), &paths))?;
        paths.extend(made);
        let order = Order {
            paths: &paths,
            source: "dms",
            mode: Mode::Full,
            dry_run: false,
            started_by: "system",
            accepted: &[],
        };
        let import = begin(store, id, &order).await?;
        let import = carport_intake::run(store, id, import, Arc::new(|_| ())).await?;
        if import.state != ImportState::Done {
            anyhow::bail!(
                "the export of {} stands at {:?}: {:?}",
                company.slug,
                import.state,
                import.doubts
            );
        }
        let mut tx = store.begin().await?;
        let mut shop = tx.company(id).await?;
        catalogue::stock(&mut shop).await?;
        for moment in &company.moments {
            catalogue::switch(&mut shop, moment, true, "system").await?;
        }
        catalogue::offer_actions(&mut shop).await?;
        tx.commit().await?;
        select::select_week(store, id, None, false).await?;
        visitors::find_their_page(app, outreach, company, id).await?;
    }
    Ok(())
}

async fn print(store: &Store, base: &str, demo: &companies::Demo) -> anyhow::Result<()> {
    println!("Carport demo. Everybody's password: {PASSWORD}\n");
    let mut tx = store.read().await?;
    for company in &demo.company {
        println!("{}  {base}/{}", company.name, company.slug);
        let Some(found) = tx.installation().await?.company_by_slug(&company.slug).await? else {
            continue;
        };
        let mut shop = tx.company(found.id).await?;
        for number in &company.accounts {
            for customer in shop.customers_by_number(number).await? {
                if let Some(account) = shop.account_of(customer.id).await? {
                    println!(
                        "    {:<34} customer, {}",
                        account.email.as_str(),
                        customer.display_name()
                    );
                }
            }
        }
        for person in &company.staff {
            println!(
                "    {:<34} {}, {base}/office/{}",
                person.email, person.role, company.slug
            );
        }
    }
    println!("\nOperator  {OPERATOR}  {base}/operator");
    println!("Mailbox   {base}/dev/mail");
    Ok(())
}
