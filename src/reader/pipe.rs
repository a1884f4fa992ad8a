//! A command being typed that is to be given text, and what of the release it is given.

use std::sync::Arc;

use super::document::Document;
use super::prompt::Prompt;
use super::recall::Recall;
use crate::export::quote::Pinpoint;
use crate::keys::Action;
use crate::phrase::Phrase;
use crate::text::Page;

/// What a command is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Some words.
    Words(Page),
    /// Blocks as they are printed, the first and the last.
    Blocks(Pinpoint),
    /// The whole release as it is printed.
    Release,
}

/// A command to be run.
#[derive(Debug, Clone)]
pub struct Piped {
    /// The command, for a shell.
    pub command: String,
    /// The release.
    pub document: Arc<Document>,
    /// What of it the command is given.
    pub given: Given,
}

/// A command being typed.
#[derive(Debug)]
pub struct Pipe {
    /// The line.
    pub prompt: Prompt,
    /// What it can be given, and how that is called; never empty.
    choices: Vec<(Phrase, Given)>,
    chosen: usize,
    recall: Recall,
}

impl Pipe {
    /// Asks for a command that is given one of these, the first or another chosen before.
    pub fn new(choices: Vec<(Phrase, Given)>, chosen: usize) -> Self {
        Self { prompt: Prompt::default(), choices, chosen, recall: Recall::default() }
    }

    /// Keeps the line, and gives what another one would.
    pub fn give_as(&mut self, other: Self) {
        (self.choices, self.chosen) = (other.choices, other.chosen);
    }

    /// How that is called which the command is given.
    pub fn given(&self) -> Phrase {
        self.choices.get(self.chosen).map(|(name, _)| name.clone()).unwrap_or_default()
    }

    /// Gives it the next of what it can be given.
    pub fn give_next(&mut self) {
        self.chosen = (self.chosen + 1) % self.choices.len().max(1);
    }

    /// Shows an older of the commands of before, or a newer one; beyond the newest what was typed.
    pub fn recall(&mut self, commands: &[String], action: Action) {
        self.recall.step(&mut self.prompt, commands, action);
    }

    /// What is to be run; nothing while nothing is typed.
    pub fn piped(self, document: &Arc<Document>) -> Option<Piped> {
        let command = self.prompt.text().trim().to_owned();
        let (_, given) = self.choices.into_iter().nth(self.chosen)?;
        (!command.is_empty()).then(|| Piped { command, document: Arc::clone(document), given })
    }
}
