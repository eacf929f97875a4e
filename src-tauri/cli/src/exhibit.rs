//! Exhibits on the command line.

use crate::answer::Answer;
use crate::find;
use clap::Subcommand;
use std::collections::BTreeMap;
use std::path::PathBuf;
use tarazy_core::Error;
use tarazy_core::api::App;
use tarazy_core::api::wire::{ById, ExhibitAdd, ExhibitSave, FieldValue};

/// What can be done with exhibits.
#[derive(Subcommand)]
pub enum ExhibitTask {
    /// Takes a file in, encrypted. The file itself stays where it is.
    Add {
        /// The file.
        file: PathBuf,
        /// What it is.
        #[arg(long)]
        description: String,
        /// order_scan, platform_notice, screenshot, wacz, mhtml, video, letter, court_act, testimony, press, other.
        #[arg(long, default_value = "other")]
        kind: String,
        /// Reference of the order that it shows, as KZ-2026-0042.
        #[arg(long)]
        order: Option<String>,
        /// Identifier of the item that it shows.
        #[arg(long)]
        item: Option<String>,
        /// Reference of the complaint that it shows, as KZ-C-2026-0007.
        #[arg(long)]
        complaint: Option<String>,
        /// Why it is taken in.
        #[arg(long, default_value = "")]
        reason: String,
        /// More fields of the record as one JSON object: captured, captured_by, tool, source_url, acquisition, released_to …
        #[arg(long, value_name = "FILE")]
        fields: Option<PathBuf>,
    },
    /// Lists the exhibits of an order with what was done with each.
    List {
        /// Reference of the order.
        #[arg(long)]
        order: String,
    },
    /// Saves a deciphered copy and says so in its custody.
    Save {
        /// Reference, as EX-2026-0001.
        reference: String,
        /// Where to save it.
        #[arg(long)]
        out: PathBuf,
        /// Why a copy leaves the register.
        #[arg(long)]
        reason: String,
        /// Replaces a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Looks whether the file is there and is the one on record. Exit code 1 where it is not.
    Verify {
        /// Reference, as EX-2026-0001.
        reference: String,
    },
}

/// Does it.
pub fn run(app: &App, task: &ExhibitTask) -> anyhow::Result<Answer> {
    Ok(match task {
        ExhibitTask::Add { description, kind, order, item, complaint, reason, fields, .. } => {
            let mut given: BTreeMap<String, Option<FieldValue>> = match fields {
                Some(file) => serde_json::from_slice(&std::fs::read(file)?).map_err(|_| Error::Invalid("fields"))?,
                None => BTreeMap::new(),
            };
            let mut set = |name: &str, text: &str| drop(given.insert(name.to_owned(), Some(FieldValue::Text(text.to_owned()))));
            set("description", description);
            set("kind", kind);
            for (name, linked) in [("order", order), ("item", item), ("complaint", complaint)] {
                if let Some(linked) = linked {
                    set(name, linked);
                }
            }
            Answer::saved(&app.exhibit_add(ExhibitAdd { fields: given, reason: reason.clone() })?)
        }
        ExhibitTask::List { order } => Answer::exhibits(&app.exhibits_of(ById { id: find(app, order)? })?),
        ExhibitTask::Save { reference, reason, .. } => {
            Answer::exhibit_saved(&app.exhibit_save(ExhibitSave { id: reference.clone(), reason: reason.clone() })?)
        }
        ExhibitTask::Verify { reference } => Answer::exhibit_verified(&app.exhibit_verify(ById { id: reference.clone() })?),
    })
}
