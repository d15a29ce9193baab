//! `sorakit batch export`: results and errors as tables.

use std::io::BufWriter;
use std::path::{Path, PathBuf};

use serde_json::json;
use sorakit::{Error, ErrorKind, Result};
use sorakit_batch::{Exported, Format, Ledger, Table, export};
use tempfile::NamedTempFile;

use super::how::{format, places};
use crate::outcome::{Outcome, Report};

/// What `batch export` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Results are the requests that are done; errors are those that have failed or are \
    unknown.\n\n\
    Examples:\n  \
    sorakit batch export videos/\n  \
    sorakit batch export videos/ --format csv --results done.csv --errors failed.csv"
)]
pub struct Arguments {
    /// The folder of the batch, or its ledger.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The form of the tables.
    #[arg(long, default_value = "jsonl", value_parser = format())]
    format: Format,
    /// Where the results go. Default: `results.jsonl` or `results.csv` in the folder.
    #[arg(long, value_name = "FILE")]
    results: Option<PathBuf>,
    /// Where the errors go. Default: `errors.jsonl` or `errors.csv` in the folder.
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// The ledger, where it is not in the folder.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// Overwrites the files if they exist.
    #[arg(long)]
    force: bool,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let (folder, ledger) = places(&arguments.folder, arguments.ledger.as_deref());
    let ending = match arguments.format {
        Format::Jsonl => "jsonl",
        Format::Csv => "csv",
    };
    let ledger = Ledger::read(&ledger)?;
    let place = |given: &Option<PathBuf>, name: &str| {
        let default = || folder.join(format!("{name}.{ending}"));
        given.clone().unwrap_or_else(default)
    };
    let results = Place::new(
        place(&arguments.results, "results"),
        "results",
        arguments.force,
    )?;
    let errors = Place::new(
        place(&arguments.errors, "errors"),
        "errors",
        arguments.force,
    )?;
    let exported = {
        let mut results = Table::new(BufWriter::new(results.file.as_file()), arguments.format);
        let mut errors = Table::new(BufWriter::new(errors.file.as_file()), arguments.format);
        export(&ledger, &folder, &mut results, &mut errors)?
    };
    let (results, errors) = (results.keep()?, errors.keep()?);
    let Exported {
        results: done,
        errors: failed,
        others,
    } = exported;
    let mut text = format!(
        "{done} results: {}\n{failed} errors: {}",
        results.display(),
        errors.display()
    );
    if others > 0 {
        text.push_str(&format!("\n{others} requests have not ended"));
    }
    let json = json!({
        "results": {"path": results.to_string_lossy(), "count": done},
        "errors": {"path": errors.to_string_lossy(), "count": failed},
        "others": others,
    });
    Ok(Report::of(text, json))
}

/// A table that gets its name when it is whole.
struct Place {
    path: PathBuf,
    file: NamedTempFile,
    overwrite: bool,
}

impl Place {
    fn new(path: PathBuf, field: &str, overwrite: bool) -> Result<Self> {
        sorakit::check_target(&path).map_err(|error| Error::invalid(field, error.reason()))?;
        if path.exists() && !overwrite {
            let what = format!("{} exists already", path.display());
            return Err(Error::invalid(field, what).with_hint("--force overwrites it."));
        }
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let file = tempfile::Builder::new()
            .prefix(".export-")
            .tempfile_in(folder.unwrap_or(Path::new(".")));
        let file = file.map_err(|error| Error::invalid(field, error.to_string()))?;
        Ok(Self {
            path,
            file,
            overwrite,
        })
    }

    fn keep(self) -> Result<PathBuf> {
        let kept = match self.overwrite {
            true => self.file.persist(&self.path),
            false => self.file.persist_noclobber(&self.path),
        };
        match kept {
            Ok(_) => Ok(self.path),
            Err(error) => {
                let what = format!("cannot write {}: {}", self.path.display(), error.error);
                Err(Error::new(ErrorKind::Storage, what))
            }
        }
    }
}
