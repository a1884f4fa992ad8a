//! The loop: take what has happened, update, draw once, do what is asked for.

mod alarms;
mod clicks;
mod clipboard;
mod editor;
mod lending;
mod links;
mod looks;
mod memory;
mod pipe;
mod signs;
mod start;
mod told;
mod watch;
mod worker;

use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::config::{Config, Directories, Fault, themes};
use crate::keys::Keymap;
use crate::library::Source;
use crate::phrase::{self, Phrase};
use crate::reader::clipboard::Copied;
use crate::reader::effect::Effect;
use crate::reader::message::Message;
use crate::reader::model::{Memory as Keeps, Model};
use crate::reader::review::Review;
use crate::reader::update::{arrange, update};
use crate::terminal::input::{Input, Lost};
use crate::terminal::signals::{self, Notice, Signals};
use crate::terminal::{self, Surface, background};
use crate::text::Clean;
use crate::theme::ColourDepth;
use crate::view;
use alarms::Alarms;
use clicks::Clicks;
use editor::Editor;
use looks::{Looks, page_from_env};
use memory::{Memory, Unkept};
pub use memory::{now, said_of};
pub use start::{Shelved, Start, begin, is_known};
use told::Told;
use watch::Watch;
use worker::Worker;

/// How long the first frame waits for the first release: a frame that only says "opening" would
/// come a moment sooner and be in the way.
const FIRST_FRAME: Duration = Duration::from_millis(60);

/// How long after the question about its page a terminal may still answer, as far as we wait for it.
const ANSWER: Duration = Duration::from_millis(400);

/// How the program ends when a draft was left and its file does not hold what was decided.
pub const UNWRITTEN: u8 = 1;
/// How it ends when marks could not be kept, which were made on purpose.
const UNKEPT: u8 = 2;
/// How long the end of the program waits for what is still to be remembered.
const LAST_WORDS: Duration = Duration::from_millis(700);

/// How the program ends, and what is to be said then.
#[derive(Debug)]
pub struct Ending {
    /// The exit code.
    pub code: ExitCode,
    /// The signal that ended it, to end the process as well.
    pub signal: Option<i32>,
    /// What could not be remembered, in lines.
    pub unremembered: Vec<Clean<'static>>,
}

/// What the loop waits for.
enum Event {
    Messages(Vec<Message>),
    Notice(Notice),
    /// The file on the screen was touched by someone.
    Touched,
    Lost,
}

/// Opens the reader and stays in it until it is closed.
///
/// # Errors
/// When the terminal cannot be taken over or written to.
pub fn run(
    start: Start,
    config: Config,
    env: impl Fn(&str) -> Option<String>,
) -> anyhow::Result<Ending> {
    let asked = Instant::now();
    let (sender, inbox) = mpsc::channel();
    let mut model = Model::new(terminal::size(), Keymap::default());
    let (effects, shelved) = begin(&mut model, start);
    let worker = Worker::new(sender.clone(), shelved, config.directories.clone());
    // Whatever is long is read while the rest of this is done.
    for effect in effects {
        worker.perform_first(effect);
    }
    let memory = worker.memory();
    if memory.is_there() {
        model.memory = Keeps::Works;
    }
    match memory.widths() {
        Ok(widths) => (model.widths, model.kept_widths) = (widths, widths),
        Err(sentence) => model.complain(sentence),
    }
    model.language = config.settings.language.spoken(&env);
    let told = Told::of(&env);
    model.signs = signs::of(config.settings.ascii, &told, &env);
    let (directories, faults) = configure(&mut model, config);
    model.clipboard = clipboard::find(model.settings.clipboard, &told, &env);
    model.here = std::path::absolute(".").unwrap_or_default();
    // Until the terminal tells, so that the first `t` changes what is seen.
    let page = page_from_env(&env);
    model.page = Some(page);
    let depth = ColourDepth::from_env(&env);
    let mut looks = Looks::new(depth, directories, faults);
    looks.prepare(&mut model);
    let signals = Signals::new().context("cannot watch for signals")?;
    terminal::install_panic_hook();
    let (mut surface, _guard) = terminal::enter().context("cannot take over the terminal")?;
    surface.tell_links(links::are_told(model.settings.links, &told));
    let (editor, shell) = (Editor::of_env(&env), pipe::shell(&env));
    let mut app = App {
        model,
        surface,
        is_stale: false,
        worker,
        memory,
        input: None,
        looks,
        editor,
        shell,
        inbox,
        alarms: Alarms::default(),
        clicks: Clicks::default(),
        watch: Watch::new(asked),
        is_listed: false,
        is_answered: false,
        unkept: None,
        was_said: None,
        signal: None,
    };
    let outcome = app.stay(&sender, signals, !told.is_poor());
    if outcome.is_err() {
        terminal::restore();
        app.keep_all();
        // Nobody is left then to be told what could not be written.
        signals::die_if_terminal_is_gone();
    }
    terminal::restore();
    Ok(app.ending(outcome?))
}

/// What answers an effect that is done in the background, once it is done; `shelved` is what a list
/// is read from. Effects on the terminal itself have no answer here.
pub fn answers(effect: Effect, shelved: &[Shelved]) -> Vec<Message> {
    answers_with(effect, shelved, None)
}

/// As [`answers`], with a folder in which things are remembered.
pub fn answers_with(effect: Effect, shelved: &[Shelved], state: Option<&Path>) -> Vec<Message> {
    let (sender, inbox) = mpsc::channel();
    let state = state.map(Path::to_path_buf);
    let directories = Directories { state, ..Directories::default() };
    let worker = Worker::new(sender, shelved.to_vec(), directories);
    worker.perform(effect);
    // What cannot be kept is not tried for ever.
    worker.memory().flush(LAST_WORDS);
    drop(worker);
    // The inbox ends when the last thread that could answer has ended.
    let messages = inbox.into_iter().map(|event| match event {
        Event::Messages(messages) => messages,
        Event::Notice(_) | Event::Touched | Event::Lost => Vec::new(),
    });
    messages.flatten().collect()
}

/// Takes over what a person set; where their files are, and what is wrong in them.
fn configure(model: &mut Model, config: Config) -> (Directories, Vec<Fault>) {
    let (keymap, mut faults) = config.keymap();
    model.keymap = keymap;
    faults.splice(..0, config.faults);
    model.settings = config.settings;
    (config.directories, faults)
}

/// Faults in a sentence: where there are several, how to see them all comes first, as its end may find
/// no room.
fn sentence_of(faults: &[Fault]) -> Option<Phrase> {
    match faults {
        [] => None,
        [one] => Some(Phrase::told(one)),
        [first, ..] => Some(phrase::work::settings(faults.len(), Phrase::told(first))),
    }
}

/// Starts to read keys, and to notice signals and the end of the terminal.
fn listen(sender: &Sender<Event>, signals: Signals) -> anyhow::Result<Input> {
    let tell = sender.clone();
    let watched = signals.watch(move |notice| drop(tell.send(Event::Notice(notice))));
    watched.context("cannot watch for signals")?;
    let tell = sender.clone();
    signals::watch_terminal(move || drop(tell.send(Event::Lost)))
        .context("cannot watch the terminal")?;
    let tell = sender.clone();
    Input::start(move |outcome| {
        let event = match outcome {
            Ok(messages) => Event::Messages(messages),
            Err(Lost) => Event::Lost,
        };
        tell.send(event).is_ok()
    })
    .context("cannot read keys from the terminal")
}

struct App {
    model: Model,
    surface: Surface,
    /// Whether the terminal may show something else than what was drawn.
    is_stale: bool,
    worker: Worker,
    memory: Memory,
    /// There once the first frame is drawn; keys pressed before wait in the terminal.
    input: Option<Input>,
    looks: Looks,
    editor: Editor,
    shell: String,
    inbox: Receiver<Event>,
    alarms: Alarms,
    /// Presses of the mouse, to tell double clicks.
    clicks: Clicks,
    /// Watches the file on the screen, and the folders of the list.
    watch: Watch,
    /// Whether the list was read just now, and is to be watched from here on.
    is_listed: bool,
    /// Whether the terminal has told the colour of its page.
    is_answered: bool,
    /// What could not be kept when all that is to be remembered was to be.
    unkept: Option<Unkept>,
    /// What the screen has said of something that is not.
    was_said: Option<Phrase>,
    /// The signal that ended the loop.
    signal: Option<i32>,
}

/// Whether the loop goes on.
enum Flow {
    On,
    End(ExitCode),
}

impl App {
    /// From the first frame to the end; `asks` whether the terminal understands questions.
    fn stay(
        &mut self,
        sender: &Sender<Event>,
        signals: Signals,
        asks: bool,
    ) -> anyhow::Result<ExitCode> {
        self.first_frame()?;
        // Before threads are started, which is as long as a tenth of the way to here.
        if asks {
            background::ask().context("cannot write to the terminal")?;
            self.model.has_mouse = self.model.settings.mouse;
            if self.model.has_mouse {
                terminal::mouse::take().context("cannot write to the terminal")?;
            }
        }
        let asked = Instant::now();
        self.input = Some(listen(sender, signals)?);
        let code = self.main_loop(sender)?;
        if asks && self.signal.is_none() {
            self.await_answer(asked);
        }
        Ok(code)
    }

    /// An answer that comes after the end would be typed into the shell: where the terminal was asked
    /// only just now and has not answered, it gets a moment more.
    fn await_answer(&mut self, asked: Instant) {
        while let Some(left) = ANSWER.checked_sub(asked.elapsed())
            && !self.is_answered
            && let Ok(event) = self.inbox.recv_timeout(left)
        {
            self.overhear(event);
        }
    }

    /// Takes from what is too late for the screen whatever is still worth knowing.
    fn overhear(&mut self, event: Event) {
        self.note_answer(&event);
        let Event::Messages(messages) = event else { return };
        for message in messages {
            if matches!(message, Message::NotKept(_) | Message::NotRecalled(_)) {
                update(&mut self.model, message);
            }
        }
    }

    fn ending(&mut self, code: ExitCode) -> Ending {
        let has_lost_marks = self.unkept.as_ref().is_some_and(|unkept| unkept.has_marks);
        let code = if has_lost_marks { ExitCode::from(UNKEPT) } else { code };
        Ending { code, signal: self.signal, unremembered: self.last_words() }
    }

    /// What could not be remembered at the very end. Marks were made on purpose and are named whatever
    /// was said on the screen, and the rest with them.
    fn last_words(&mut self) -> Vec<Clean<'static>> {
        while let Ok(event) = self.inbox.try_recv() {
            self.overhear(event);
        }
        let said = self.model.unremembered.take();
        let is_new = said.is_none() || said != self.was_said;
        let said = match self.unkept.take() {
            Some(unkept) if unkept.has_marks || is_new => unkept.lines(),
            None if is_new => said.into_iter().collect(),
            _ => Vec::new(),
        };
        said.iter().map(|said| said.shown(self.model.language).clone()).collect()
    }

    fn note_answer(&mut self, event: &Event) {
        if let Event::Messages(messages) = event {
            self.is_answered |= messages.iter().any(|m| matches!(m, Message::Background(_)));
            self.is_listed |=
                messages.iter().any(|m| matches!(m, Message::Listed { is_last: true, .. }));
        }
    }

    fn first_frame(&mut self) -> anyhow::Result<()> {
        if let Ok(event) = self.inbox.recv_timeout(FIRST_FRAME) {
            let effects = self.take(event);
            self.draw()?;
            self.perform_all(effects)?;
            return Ok(());
        }
        self.draw()
    }

    fn main_loop(&mut self, sender: &Sender<Event>) -> anyhow::Result<ExitCode> {
        loop {
            self.follow_screen(sender);
            let Some(event) = self.next_event() else { return Ok(ExitCode::SUCCESS) };
            let mut is_seen = self.is_seen(&event);
            let mut effects = self.take(event);
            // Whatever has come meanwhile is taken before a frame is drawn.
            while let Ok(event) = self.inbox.try_recv() {
                is_seen |= self.is_seen(&event);
                effects.extend(self.take(event));
            }
            let is_over = effects.iter().any(|e| matches!(e, Asked::Effect(Effect::Quit)));
            if is_seen && !is_over {
                self.draw()?;
            }
            if let Flow::End(code) = self.perform_all(effects)? {
                return Ok(code);
            }
        }
    }

    /// What happens next; nothing when nothing will any more.
    fn next_event(&mut self) -> Option<Event> {
        self.alarms.held(self.model.is_held_beyond());
        let Some((time, alarm)) = self.alarms.next(&self.model.pending) else {
            return self.inbox.recv().ok();
        };
        match self.inbox.recv_timeout(time) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::Messages(vec![self.alarms.ring(alarm)])),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Watches whatever file is on the screen by now.
    fn follow_screen(&mut self, sender: &Sender<Event>) {
        let file = self.model.source().and_then(Source::path);
        self.watch.follow(file, sender);
        if std::mem::take(&mut self.is_listed) {
            self.watch.follow_folders(self.worker.listed(), sender);
        }
    }

    /// Remembers where the reader is, now that the program ends or stops; waits for that, but not for
    /// long.
    fn keep_all(&mut self) {
        for effect in update(&mut self.model, Message::Quiet) {
            self.worker.perform(effect);
        }
        self.unkept = self.memory.flush(LAST_WORDS);
    }

    /// Whether an event can change what is on the screen: most can, but two answers come shortly
    /// after the first frame and usually say that it was right.
    fn is_seen(&self, event: &Event) -> bool {
        let Event::Messages(messages) = event else { return true };
        messages.iter().any(|message| match message {
            Message::Background(page) => {
                self.model.chosen_theme() == themes::AUTO && self.model.page != Some(*page)
            }
            Message::Checked { problems, .. } => !problems.is_empty(),
            Message::Late { ticket } => {
                self.model.awaited.as_ref().is_some_and(|awaited| awaited.ticket == *ticket)
            }
            Message::Quiet | Message::FilesChanged(_) => false,
            _ => true,
        })
    }

    /// Updates the model with an event; gives back what is to be done.
    fn take(&mut self, event: Event) -> Vec<Asked> {
        self.note_answer(&event);
        if is_done_by_reader(&event) {
            self.alarms.moved();
        }
        match event {
            Event::Messages(messages) => messages
                .into_iter()
                .flat_map(|message| {
                    let message = self.counted(message);
                    update(&mut self.model, message)
                })
                .map(Asked::Effect)
                .collect(),
            Event::Notice(Notice::Resized) => {
                // Even if the size is what it was: it may have been another in between.
                self.is_stale = true;
                Vec::new()
            }
            Event::Notice(notice) => vec![Asked::Notice(notice)],
            Event::Touched => {
                self.alarms.touched();
                Vec::new()
            }
            Event::Lost => vec![Asked::Notice(Notice::LOST)],
        }
    }

    /// A message with its clicks counted: there is no clock where it goes.
    fn counted(&mut self, mut message: Message) -> Message {
        if let Message::Mouse(mouse) = &mut message {
            self.clicks.count(mouse, Instant::now());
        }
        message
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        if std::mem::take(&mut self.is_stale) {
            self.surface.clear();
        }
        let model = &mut self.model;
        let theme = self.looks.prepare(model);
        // Asked for once: a window that is being dragged has another size a moment later.
        let size = terminal::size();
        if size != model.size {
            update(model, Message::Resized(size));
        }
        arrange(model);
        let drawn = self.surface.draw(size, |cells| {
            let drawn = view::draw(model, theme, cells);
            (drawn.cursor, drawn.links)
        });
        self.was_said.clone_from(&self.model.unremembered);
        drawn.context("cannot write to the terminal")
    }

    fn perform_all(&mut self, asked: Vec<Asked>) -> anyhow::Result<Flow> {
        for one in asked {
            let flow = match one {
                Asked::Effect(effect) => self.perform(effect)?,
                Asked::Notice(notice) => self.heed(notice)?,
            };
            if let Flow::End(code) = flow {
                return Ok(Flow::End(code));
            }
        }
        Ok(Flow::On)
    }

    fn perform(&mut self, effect: Effect) -> anyhow::Result<Flow> {
        match effect {
            Effect::TakeMouse => terminal::mouse::take().context("cannot write to the terminal")?,
            Effect::FreeMouse => terminal::mouse::free().context("cannot write to the terminal")?,
            Effect::Quit => {
                self.keep_all();
                let holds = self.model.review.as_ref().is_none_or(Review::is_written);
                return Ok(Flow::End(ExitCode::from(if holds { 0 } else { UNWRITTEN })));
            }
            Effect::Copy(copied) => self.copy(copied)?,
            Effect::Pipe(piped) => self.pipe(&piped)?,
            Effect::Suspend => self.suspend()?,
            Effect::Redraw => {
                self.surface.clear();
                self.draw()?;
            }
            Effect::Edit { path, line } => self.edit(&path, line)?,
            Effect::EditBlock { path, block } => {
                let line = worker::line_of(&path, block);
                self.edit(&path, line)?;
            }
            Effect::WaitForKeys { ticket } => self.alarms.keys_awaited(ticket),
            recall @ Effect::Recall { ticket, .. } => {
                self.alarms.marks_awaited(ticket);
                self.worker.perform(recall);
            }
            list @ Effect::List { .. } => {
                self.watch.listed();
                self.worker.perform(list);
            }
            open @ Effect::Open { .. } => {
                self.watch.asked();
                self.worker.perform(open);
            }
            background => self.worker.perform(background),
        }
        Ok(Flow::On)
    }

    fn heed(&mut self, notice: Notice) -> anyhow::Result<Flow> {
        match notice {
            Notice::Resized => {}
            Notice::Stop => self.suspend()?,
            Notice::Continue => {
                terminal::enter_again(&mut self.surface)?;
                self.draw()?;
            }
            Notice::End(signal) => {
                terminal::restore();
                self.keep_all();
                self.signal = Some(signal);
                return Ok(Flow::End(ExitCode::SUCCESS));
            }
        }
        Ok(Flow::On)
    }

    fn copy(&mut self, copied: Copied) -> anyhow::Result<()> {
        match clipboard::through(&self.model.clipboard) {
            Some(through) => {
                clipboard::to_terminal(&copied, through).context("cannot write to the terminal")?;
            }
            None => self.worker.copy(self.model.clipboard.clone(), copied),
        }
        Ok(())
    }
}

/// Whether an event may have moved the place: whatever the reader did, and releases that come.
fn is_done_by_reader(event: &Event) -> bool {
    let Event::Messages(messages) = event else { return false };
    let is_done = |m: &Message| {
        matches!(
            m,
            Message::Key(_) | Message::Mouse(_) | Message::Paste(_) | Message::Opened { .. }
        )
    };
    messages.iter().any(is_done)
}

/// Something to be done: what the model asked for, or what the process was told.
enum Asked {
    Effect(Effect),
    Notice(Notice),
}

/// Whether standard output can show the reader.
pub fn is_possible() -> bool {
    io::IsTerminal::is_terminal(&io::stdout())
}
