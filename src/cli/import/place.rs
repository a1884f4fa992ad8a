//! Where a release file is written: its name, whether it can have it, and the folder it needs.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use anyhow::bail;

use super::{Args, name};
use crate::clean_format;
use crate::cli::{is_input, output, shown};
use crate::disk::{self, Overwrite, SaveError};
use crate::import::Draft;

impl Args {
    pub(super) fn overwrite(&self) -> Overwrite {
        if self.force { Overwrite::Allow } else { Overwrite::Never }
    }

    /// The file to write: named by the release's date and title in a folder, or as asked for. It could
    /// be written just now, except that [`Args::new_folder`] must be made.
    pub(super) fn place(&self, page: &Path, draft: &Draft) -> anyhow::Result<PathBuf> {
        let path = self.named(page, draft)?;
        match disk::can_save(&path, self.overwrite()) {
            Err(SaveError::NoFolder) if self.new_folder().is_some() => Ok(path),
            Err(error) => Err(unwritten(&path, &error)),
            Ok(()) => Ok(path),
        }
    }

    fn named(&self, page: &Path, draft: &Draft) -> anyhow::Result<PathBuf> {
        let fallback = if is_input(page) { None } else { page.file_stem() };
        let fallback = fallback.map(|stem| stem.to_string_lossy().into_owned());
        let own = name::of(&draft.release, fallback.as_deref());
        let Some(asked) = &self.output else { return Ok(PathBuf::from(own)) };
        if asked.is_dir() || names_folder(asked) {
            return Ok(asked.join(own));
        }
        if self.pages.len() > 1 {
            let hint = if asked.exists() { "" } else { "; with a / at its end it is made" };
            bail!(
                "{}",
                clean_format!("{} is no folder, and there are several pages{hint}", shown(asked))
            );
        }
        Ok(asked.clone())
    }

    /// A folder that was asked for in so many words and is not there yet.
    fn new_folder(&self) -> Option<&Path> {
        let asked = self.output.as_deref().filter(|asked| names_folder(asked))?;
        // With a slash behind it, a file is not found either.
        let bare = asked.components().as_path();
        bare.symlink_metadata().is_err().then_some(asked)
    }

    /// Makes the folder for what is written, where it is not there yet, and says so.
    pub(super) fn make_folder(&self) -> anyhow::Result<()> {
        let Some(folder) = self.new_folder() else { return Ok(()) };
        disk::make_open_folder(folder).map_err(|error| unwritten(folder, &error))?;
        output::say(&clean_format!("{}: this folder is new", shown(folder)));
        Ok(())
    }

    /// Says which folder would be made.
    pub(super) fn tell_folder(&self) {
        if let Some(folder) = self.new_folder() {
            output::say(&clean_format!("{}: this folder would be made", shown(folder)));
        }
    }
}

/// Why a file is not written.
pub(super) fn unwritten(path: &Path, error: &SaveError) -> anyhow::Error {
    let hint = match error {
        SaveError::Taken => "; --force replaces it",
        SaveError::NoFolder => "; make it first, or let -o FOLDER/ make it",
        _ => "",
    };
    anyhow::anyhow!("{}", clean_format!("{}: {error}{hint}", shown(path)))
}

fn names_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(MAIN_SEPARATOR)
}
