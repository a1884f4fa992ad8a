//! The terminal, lent for a while: to the shell, to an editor, to a command.

use std::path::Path;

use anyhow::Context as _;

use super::{App, pipe};
use crate::phrase;
use crate::reader::message::Message;
use crate::reader::pipe::Piped;
use crate::reader::update::update;
use crate::terminal::{self, loan, signals};

impl App {
    pub(super) fn suspend(&mut self) -> anyhow::Result<()> {
        if signals::can_stop() {
            // Whoever is stopped may never go on, and must not hold what others wait for.
            self.keep_all();
            self.lend_terminal(signals::stop)?;
        } else {
            self.model.complain(phrase::notice::no_shell());
        }
        self.draw()
    }

    /// Gives the terminal back while something else has it, then takes it over again.
    fn lend_terminal<T>(&mut self, run: impl FnOnce() -> T) -> anyhow::Result<T> {
        if let Some(input) = &self.input {
            input.pause();
        }
        terminal::restore();
        let outcome = run();
        let entered = terminal::enter_again(&mut self.surface);
        if let Some(input) = &self.input {
            input.resume();
        }
        entered.context("cannot take the terminal over again")?;
        Ok(outcome)
    }

    pub(super) fn pipe(&mut self, piped: &Piped) -> anyhow::Result<()> {
        let (shell, language) = (self.shell.clone(), self.model.language);
        let outcome = self.lend_terminal(|| loan::lend(|| pipe::run(&shell, piped, language)))?;
        update(&mut self.model, Message::Piped(outcome));
        self.draw()
    }

    pub(super) fn edit(&mut self, path: &Path, line: usize) -> anyhow::Result<()> {
        let editor = self.editor.clone();
        let outcome = self.lend_terminal(|| loan::lend(|| editor.run(path, line)))?;
        let effects = update(&mut self.model, Message::Edited(outcome));
        self.draw()?;
        for effect in effects {
            self.worker.perform(effect);
        }
        Ok(())
    }
}
