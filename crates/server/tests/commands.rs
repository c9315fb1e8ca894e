//! The binary as it is run: its commands, what it answers, and what a kill leaves behind.

#[path = "commands/asked.rs"]
mod asked;
#[path = "commands/house.rs"]
mod house;
#[path = "commands/imports.rs"]
mod imports;
#[path = "commands/killed.rs"]
mod killed;
