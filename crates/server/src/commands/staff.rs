//! `carport staff create` and `carport operator create`: the first people, who then invite the others; `carport staff reset` for
//! whoever cannot get in any more.

use std::process::ExitCode;

use carport_domain::Language;
use carport_domain::access::Role;
use carport_domain::passwords::Use;
use carport_domain::people::EmailAddress;
use carport_web::kit::passwords::Passwords;
use clap::{Args, Subcommand};

use crate::config::Config;

/// What to do with staff.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Gives somebody a place at a company. The password, of 15 characters at least, comes from the variable CARPORT_PASSWORD.
    #[command(
        after_help = "Example: CARPORT_PASSWORD=… carport staff create --company jansen --email piet@jansen.example \
        --name «Piet Jansen» --role owner"
    )]
    Create(CreateStaff),
    /// Gives somebody who lost the password or the telephone a fresh start: the password from the variable CARPORT_PASSWORD, no
    /// second factor, no open session.
    #[command(after_help = "Example: CARPORT_PASSWORD=… carport staff reset --email piet@jansen.example")]
    Reset {
        /// The address they sign in with.
        #[arg(long)]
        email: String,
    },
}

/// What to do with operators.
#[derive(Debug, Subcommand)]
pub enum OperatorCommand {
    /// Adds an operator. The password, of 15 characters at least, comes from the variable CARPORT_PASSWORD.
    #[command(
        after_help = "Example: CARPORT_PASSWORD=… carport operator create --email beheer@example.com --name «Els Beheer»"
    )]
    Create(Person),
}

/// Somebody.
#[derive(Debug, Args)]
pub struct Person {
    /// The address to sign in with.
    #[arg(long)]
    email: String,
    /// Their name.
    #[arg(long)]
    name: String,
    /// The language of their pages: nl, de, ru, en.
    #[arg(long, default_value = "en")]
    language: Language,
}

/// Somebody at a company.
#[derive(Debug, Args)]
pub struct CreateStaff {
    /// The company's address word.
    #[arg(long)]
    company: String,
    /// owner, marketing, reception, sales, read_only or regional_manager.
    #[arg(long)]
    role: Role,
    /// Regions, for a regional manager.
    #[arg(long, value_delimiter = ',')]
    regions: Vec<String>,
    #[command(flatten)]
    person: Person,
}

async fn password(config: &Config) -> anyhow::Result<String> {
    let Ok(password) = std::env::var("CARPORT_PASSWORD") else {
        anyhow::bail!("set the variable CARPORT_PASSWORD to the first password");
    };
    let passwords = Passwords::new(config.breached_passwords.as_deref())?;
    // A second factor is set up after the first sign-in; until then the password is the only proof.
    passwords
        .check(&password, Use::Alone, &[])
        .map_err(|e| anyhow::anyhow!("CARPORT_PASSWORD: {e}"))?;
    passwords
        .hash(&password)
        .await
        .map_err(|e| anyhow::anyhow!("hashing: {e:?}"))
}

fn email(text: &str) -> anyhow::Result<EmailAddress> {
    text.parse::<EmailAddress>()
        .map_err(|e| anyhow::anyhow!("--email: {e}"))
}

/// Runs `carport staff …`.
pub async fn staff(config: Config, command: StaffCommand) -> anyhow::Result<ExitCode> {
    match command {
        StaffCommand::Create(create) => add(config, create).await,
        StaffCommand::Reset { email } => reset(config, &email).await,
    }
}

async fn reset(config: Config, typed: &str) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let address = email(typed)?;
    let hash = password(&config).await?;
    let mut tx = store.begin().await?;
    let mut installation = tx.installation().await?;
    let Some(user) = installation.staff_by_email(&address.fold()).await? else {
        anyhow::bail!("nobody signs in with {}", address.as_str());
    };
    installation.set_staff_password(user.id, &hash).await?;
    installation.set_staff_totp(user.id, None).await?;
    let places = installation.memberships(user.id).await?;
    for (company, ..) in places {
        tx.company(company)
            .await?
            .audit(
                "system",
                "staff.reset",
                &format!("staff:{}", user.id),
                &serde_json::json!({}),
            )
            .await?;
    }
    tx.commit().await?;
    println!(
        "{} signs in with the new password alone, and sets a second factor up again under «My account»",
        address.as_str()
    );
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

async fn add(config: Config, create: CreateStaff) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let address = email(&create.person.email)?;
    let hash = password(&config).await?;
    let mut tx = store.begin().await?;
    let mut installation = tx.installation().await?;
    let Some(company) = installation.company_by_slug(&create.company).await? else {
        anyhow::bail!(
            "there is no company «{}»; «carport company list» shows them",
            create.company
        );
    };
    let id = installation
        .find_or_add_staff(
            address.as_str(),
            &address.fold(),
            &create.person.name,
            create.person.language,
        )
        .await?;
    if installation
        .staff_user(id)
        .await?
        .is_none_or(|u| u.password_hash.is_none())
    {
        installation.set_staff_password(id, &hash).await?;
    }
    let regions = serde_json::to_string(&create.regions)?;
    let mut shop = tx.company(company.id).await?;
    shop.set_member(id, create.role, &regions, "system").await?;
    shop.audit(
        "system",
        "staff.added",
        &format!("staff:{id}"),
        &serde_json::json!({ "role": create.role }),
    )
    .await?;
    tx.commit().await?;
    println!(
        "{} may sign in at {}/office/sign-in",
        address.as_str(),
        config.base_url
    );
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Runs `carport operator …`.
pub async fn operator(config: Config, command: OperatorCommand) -> anyhow::Result<ExitCode> {
    let OperatorCommand::Create(person) = command;
    let store = super::open_migrated(&config).await?;
    let address = email(&person.email)?;
    let hash = password(&config).await?;
    let mut tx = store.begin().await?;
    let added = tx
        .installation()
        .await?
        .add_operator(
            address.as_str(),
            &address.fold(),
            &person.name,
            person.language,
            &hash,
        )
        .await?;
    if !added {
        anyhow::bail!("{} is an operator already", address.as_str());
    }
    tx.commit().await?;
    println!(
        "{} may sign in at {}/operator/sign-in",
        address.as_str(),
        config.base_url
    );
    store.close().await;
    Ok(ExitCode::SUCCESS)
}
