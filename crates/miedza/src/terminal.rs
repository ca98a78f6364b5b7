//! Talking to a person or a program: answers to stdout, progress and failures to stderr.

use std::env;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use miedza_texts::{Key, Language, Message, key};
use miedza_workflows::{Failure, Kind};
use serde::Serialize;

use crate::arguments::Common;

/// What a command comes to.
pub type Outcome = Result<(), Failure>;

/// The terminal, or the pipe in its place.
#[derive(Debug)]
pub struct Terminal {
    language: Language,
    json: bool,
    quiet: bool,
    colour: bool,
    /// Whether the answer is out, so that a failure after it says nothing more on stdout.
    answered: AtomicBool,
    progress: ProgressBar,
}

impl Terminal {
    /// Sets language, colour, progress and threads up.
    pub fn new(common: &Common) -> Self {
        if let Some(threads) = common.threads {
            miedza_workflows::use_threads(usize::from(threads));
        }
        let shown = io::stderr().is_terminal() && !common.quiet;
        Self {
            language: common.lang.or_else(language_of_locale).unwrap_or_default(),
            json: common.json,
            quiet: common.quiet,
            colour: shown && env::var_os("NO_COLOR").is_none(),
            answered: AtomicBool::new(false),
            progress: if shown { spinner() } else { ProgressBar::hidden() },
        }
    }

    /// The language of talk and results.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What tells a person how far the work is.
    pub fn teller(&self) -> impl Fn(&Message) + Sync + '_ {
        |message| self.progress.set_message(self.language.say(message))
    }

    /// Answers: the value as JSON, or the text that `told` makes.
    pub fn answer(&self, value: &impl Serialize, told: impl FnOnce() -> String) {
        self.progress.finish_and_clear();
        self.answered.store(true, Ordering::Relaxed);
        if self.json {
            let text = serde_json::to_string_pretty(value).expect("our answers have text keys only");
            print(&text);
        } else {
            print(&told());
        }
    }

    /// Tells, on stderr, what a person should know beside the answer.
    pub fn warn(&self, messages: &[Message]) {
        self.progress.finish_and_clear();
        if self.quiet {
            return;
        }
        for message in messages {
            self.complain(key::FAILURE_WORD_NOTE, &self.language.say(message));
        }
    }

    /// Tells a failure; gives its exit code.
    pub fn fail(&self, failure: &Failure) -> ExitCode {
        self.progress.finish_and_clear();
        let lines = failure.lines(self.language);
        if self.json && !self.answered.load(Ordering::Relaxed) {
            let value = serde_json::json!({ "error": {
                "kind": failure.kind,
                "told": self.language.say(&failure.told),
                "causes": failure.causes.iter().map(|cause| self.language.say(cause)).collect::<Vec<_>>(),
                "hint": failure.hint.as_ref().map(|hint| self.language.say(hint)),
            }});
            print(&serde_json::to_string_pretty(&value).expect("text keys only"));
        }
        for (word, text) in lines {
            self.complain(word, &text);
        }
        ExitCode::from(failure.kind.exit_code())
    }

    fn complain(&self, word: Key, text: &str) {
        let word = self.language.say(&word.into());
        let (strong, plain) = if self.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
        // Nobody is left to tell when stderr is closed.
        let _ = writeln!(io::stderr(), "{strong}{word}:{plain} {text}");
    }
}

/// Tells that the arguments cannot be used, in JSON as well where that was asked for; help and version are answers.
pub fn refuse(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && env::args().any(|argument| argument == "--json") {
        let text = error.render().to_string();
        let mut lines = text.trim().lines().filter(|line| !line.trim().is_empty());
        let told = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        let value = serde_json::json!({ "error": {
            "kind": Kind::Invalid,
            "told": told,
            "causes": [],
            "hint": lines.collect::<Vec<_>>().join(" "),
        }});
        print(&serde_json::to_string_pretty(&value).expect("text keys only"));
    }
    // Nobody is left to tell when the stream is closed.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(Kind::Invalid.exit_code()) } else { ExitCode::SUCCESS }
}

fn language_of_locale() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|locale| Language::of_locale(&locale))
}

fn spinner() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})").expect("the template is right");
    let progress = ProgressBar::new_spinner().with_style(style);
    progress.enable_steady_tick(Duration::from_millis(120));
    progress
}

/// Prints an answer; a reader that has gone away, as `head` does, is no failure, but a full disk ends the program.
pub fn print(text: &str) {
    let written = writeln!(io::stdout(), "{}", text.trim_end_matches('\n')).and_then(|()| io::stdout().flush());
    if let Err(cause) = written
        && cause.kind() != io::ErrorKind::BrokenPipe
    {
        let _ = writeln!(io::stderr(), "stdout: {cause}");
        std::process::exit(1);
    }
}
