//! `pressroom [PATH…]`: the reader on a terminal; elsewhere what it would show, as plain lines.

use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use super::target::{Target, target};
use super::{
    FAILED, complain, dialogue, env, input, is_input, keys, list, output, samples, show, shown,
};
use crate::annotations::{Session, Store};
use crate::app::{self, Shelved, Start};
use crate::clean_format;
use crate::config::{Ascii, Config, themes};
use crate::disk;
use crate::export::text::Options;
use crate::export::{self, Facts};
use crate::library::Source;
use crate::phrase::Language;
use crate::terminal;

/// What the reader opens.
#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// Releases to read: files, FILE#2.1 to begin at a block, folders, - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Go back to whatever was open last: list, release, place and jumps
    #[arg(long, conflicts_with = "plain")]
    resume: bool,
    /// Plain lines and questions instead of a screen, for screen readers; also with ACCESSIBLE=1
    #[arg(long, conflicts_with = "named")]
    plain: bool,
    #[command(flatten)]
    keys: keys::Choice,
    /// Draw in this theme; `auto` takes the one for the terminal's page
    #[arg(long, value_name = "NAME", conflicts_with = "plain")]
    theme: Option<String>,
    /// Draw all signs in plain ASCII; letters stay where the terminal can show them
    #[arg(long, conflicts_with = "plain")]
    ascii: bool,
}

impl Args {
    /// The arguments that are paths and nothing else.
    pub fn of(paths: Vec<PathBuf>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// The person's settings, with what was asked for here in place of some.
    fn config(&self) -> anyhow::Result<Config> {
        let mut config = self.keys.config()?;
        if let Some(theme) = &self.theme {
            themes::exists(&config.directories, theme)
                .map_err(|reason| anyhow::anyhow!("{}", clean_format!("{reason}")))?;
            config.settings.theme.clone_from(theme);
        }
        if self.ascii {
            config.settings.ascii = Ascii::Always;
        }
        Ok(config)
    }
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.resume {
        return resume(args);
    }
    let targets: Vec<Target> = args.paths.iter().map(|path| target(path)).collect();
    are_there(&targets)?;
    let config = args.config()?;
    let language = config.settings.language.spoken(env);
    let is_plain = args.plain || wants_plain();
    if is_plain && io::stdin().is_terminal() && io::stdout().is_terminal() {
        return dialogue::run(named(targets)?, &config);
    }
    if is_plain || !app::is_possible() || !terminal::has_keyboard() {
        return plain(&targets, language);
    }
    let start = match named(targets)? {
        Named::One(source, at) => Start::One(source, at),
        Named::List(shelved) => Start::List(shelved),
    };
    stay(start, config)
}

/// What was named, to be read on the screen or by lines.
pub enum Named {
    /// One release, at an address if one was named.
    One(Source, Option<String>),
    /// A list of releases.
    List(Vec<Shelved>),
}

/// The reader, until it is closed; then what it could not say any more.
pub fn stay(start: Start, config: Config) -> anyhow::Result<ExitCode> {
    let ending = app::run(start, config, env)?;
    for words in ending.unremembered {
        output::say(&clean_format!("pressroom: {words}"));
    }
    if let Some(signal) = ending.signal {
        terminal::signals::die(signal);
    }
    Ok(ending.code)
}

/// Opens what was open last.
fn resume(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(path) = args.paths.first() {
        let words = "--resume goes back to what was open last; without it, a release opens where \
                     you stopped reading";
        anyhow::bail!("{}", clean_format!("{}: {words}", shown(path)));
    }
    let config = args.config()?;
    if wants_plain() || !app::is_possible() || !terminal::has_keyboard() {
        anyhow::bail!("--resume goes back to the reader, which needs a terminal");
    }
    let session = match config.directories.state.as_ref().map(Store::new) {
        Some(store) => store.session().map_err(|error| {
            anyhow::anyhow!("{}", clean_format!("what was open last is not known: {error}"))
        })?,
        None => None,
    };
    let known: Vec<Source> = samples::ALL.iter().map(samples::Sample::source).collect();
    // What came through a pipe is gone.
    let is_known = |session: &Session| {
        let open = session.open.as_ref();
        session.list.is_some() || open.is_some_and(|o| app::is_known(o, &known))
    };
    let Some(session) = session.filter(is_known) else {
        anyhow::bail!("nothing is known of an earlier session; name a file or a folder");
    };
    stay(Start::Resume { session: Box::new(session), known }, config)
}

/// Where nothing is what was named, or the first name is that of a command misspelt, that is told
/// before the terminal is taken over. Among others, a file that is not there is a row with its reason.
fn are_there(targets: &[Target]) -> anyhow::Result<()> {
    let Some(first) = targets.first().filter(|first| !first.is_there()) else { return Ok(()) };
    let name = first.path.to_string_lossy();
    let command = super::commands().into_iter().find(|c| strsim::levenshtein(c, &name) <= 2);
    let hint = match command {
        _ if name == "help" => "; `pressroom --help` tells what can be asked".to_owned(),
        Some(command) if command == name => {
            format!("; the command `{command}` stands before all options")
        }
        Some(command) => format!("; did you mean the command `{command}`?"),
        None if targets.iter().any(Target::is_there) => return Ok(()),
        None => String::new(),
    };
    anyhow::bail!("{}", clean_format!("{}: there is no such file{hint}", shown(&first.path)))
}

fn wants_plain() -> bool {
    std::env::var_os("ACCESSIBLE").is_some_and(|value| !value.is_empty() && value != "0")
}

/// One release, or a list of them: the samples, where nothing was named.
fn named(mut targets: Vec<Target>) -> anyhow::Result<Named> {
    if targets.is_empty() {
        let samples = samples::ALL.iter().map(|sample| Shelved::Source(sample.source()));
        return Ok(Named::List(samples.collect()));
    }
    if let [target] = targets.as_mut_slice()
        && !target.is_folder()
    {
        return Ok(Named::One(source(target)?, target.at.take()));
    }
    if let Some(target) = targets.iter().find(|target| target.at.is_some()) {
        let words = "an address can be named for one release only, not in a list";
        anyhow::bail!("{}", clean_format!("{}: {words}", shown(&target.path)));
    }
    let shelved = |target: Target| {
        if target.is_folder() {
            return Ok(Shelved::Path(target.path));
        }
        source(&target).map(Shelved::Source)
    };
    targets.into_iter().map(shelved).collect::<anyhow::Result<_>>().map(Named::List)
}

/// A file, a sample, or what standard input holds, which must be read before the keyboard is.
fn source(target: &Target) -> anyhow::Result<Source> {
    if let Some(sample) = target.sample {
        return Ok(sample.source());
    }
    let path = &*target.path;
    if !is_input(path) {
        return Ok(Source::file(path));
    }
    let bytes = input::read(path).map_err(|error| show::unreadable(path, &error))?;
    let text = disk::text(bytes)
        .map_err(|error| anyhow::anyhow!("{}", clean_format!("{}: {error}", shown(path))))?;
    Ok(Source::text(&shown(path), &text))
}

/// What the reader would show, as lines: texts one after the other, lists for folders.
fn plain(targets: &[Target], language: Language) -> anyhow::Result<ExitCode> {
    if targets.is_empty() {
        let (rows, code) = list::rows(&[]);
        list::print_table(&rows, language)?;
        return Ok(code);
    }
    let mut code = ExitCode::SUCCESS;
    for (i, target) in targets.iter().enumerate() {
        if i > 0 {
            output::print(|out| out.write_str("\n----\n\n"))?;
        }
        let printed =
            if target.is_folder() { folder(target, language)? } else { text(target, language)? };
        if printed != ExitCode::SUCCESS {
            code = printed;
        }
    }
    Ok(code)
}

fn folder(target: &Target, language: Language) -> anyhow::Result<ExitCode> {
    let (rows, code) = list::rows(&[&target.path]);
    list::print_table(&rows, language)?;
    Ok(code)
}

/// A text that cannot be shown is told, and the next one follows.
fn text(target: &Target, language: Language) -> anyhow::Result<ExitCode> {
    match show::open(target) {
        Ok(Some(opened)) => {
            let options = Options { language, ..show::text_options(None, Facts::Shown) };
            output::print(|out| export::text::write(out, &opened.part(), options))?;
            return Ok(ExitCode::SUCCESS);
        }
        Ok(None) => {}
        Err(error) => complain(&error),
    }
    Ok(ExitCode::from(FAILED))
}
