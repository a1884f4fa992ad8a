//! The reel: one scene with its keys pressed step by step, as a picture that moves by itself.
//!
//! Each row is written once for as long as it stays the same, and shown for its time: a moving
//! picture of a screen is mostly rows that do not change.

use std::fmt::Write as _;

use serde::Deserialize;

use super::player::{Player, Screen, chords};
use super::{Page, Picture, Scene, svg};

/// The room for what is said of each step.
const CAPTION: u32 = 44;
/// From the bottom of the screen to the line the caption stands on.
const CAPTION_LINE: u32 = 28;
/// Columns of the caption for the keys.
const KEYS: u16 = 14;

/// The script.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reel {
    scene: Scene,
    steps: Vec<Step>,
}

/// Keys pressed, and what is said of them while their outcome is looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    keys: String,
    /// What the caption shows as pressed, where that is not the keys as they are.
    press: Option<String>,
    say: String,
    /// How long the outcome is looked at, in seconds.
    hold: f64,
    /// How long each key before the last is looked at, where they are typed one by one.
    pace: Option<f64>,
}

/// What is shown for a time.
struct Frame {
    screen: Screen,
    press: String,
    say: String,
    seconds: f64,
}

/// Plays and writes the reel.
pub fn picture(reel: Reel) -> Picture {
    let page = reel.scene.page;
    let svg = written(&frames(&reel), page);
    Picture { name: reel.scene.name, svg }
}

fn frames(reel: &Reel) -> Vec<Frame> {
    let mut player = Player::new(&reel.scene);
    let mut frames = Vec::new();
    for step in &reel.steps {
        let press = step.press.as_ref().unwrap_or(&step.keys);
        let mut look = |player: &mut Player, seconds| {
            let (press, say) = (press.clone(), step.say.clone());
            frames.push(Frame { screen: player.screen(), press, say, seconds });
        };
        let all = chords(&step.keys);
        let keys: Vec<_> = all.iter().copied().collect();
        match step.pace {
            None => player.press(&keys),
            Some(pace) => {
                for (i, key) in keys.iter().enumerate() {
                    player.press(&[*key]);
                    if i + 1 < keys.len() {
                        look(&mut player, pace);
                    }
                }
            }
        }
        look(&mut player, step.hold);
    }
    frames
}

fn written(frames: &[Frame], page: Page) -> String {
    let Some(first) = frames.first() else { return String::new() };
    let mut times = vec![0.0];
    for frame in frames {
        times.push(times.last().copied().unwrap_or_default() + frame.seconds);
    }
    let mut svg = svg::head(&first.screen, page, CAPTION);
    for y in 0..first.screen.cells.area.height {
        layer(&mut svg, &times, frames.iter().map(|frame| svg::row(&frame.screen, y, page)));
    }
    layer(&mut svg, &times, frames.iter().map(|frame| svg::cursor(&frame.screen, page)));
    layer(&mut svg, &times, frames.iter().map(|frame| caption(frame, page)));
    svg.push_str("</svg>\n");
    svg
}

/// What one place shows from frame to frame.
fn layer(svg: &mut String, times: &[f64], shown: impl Iterator<Item = String>) {
    let shown: Vec<String> = shown.collect();
    let mut start = 0;
    for run in shown.chunk_by(|a, b| a == b) {
        let end = start + run.len();
        if !run[0].is_empty() {
            during(svg, times, (start, end), &run[0]);
        }
        start = end;
    }
}

/// Shows something from one frame to before another.
fn during(svg: &mut String, times: &[f64], (start, end): (usize, usize), what: &str) {
    let last = times.len() - 1;
    if (start, end) == (0, last) {
        svg.push_str(what);
        return;
    }
    let whole = times[last];
    let mut values = vec![("none", 0.0)];
    if start == 0 {
        values.clear();
    }
    values.push(("inline", times[start] / whole));
    if end < last {
        values.push(("none", times[end] / whole));
    }
    let displays: Vec<_> = values.iter().map(|(display, _)| *display).collect();
    let moments: Vec<_> = values.iter().map(|(_, moment)| format!("{moment:.4}")).collect();
    let _ = write!(
        svg,
        "<g display=\"{}\">\n{what}<animate attributeName=\"display\" dur=\"{whole:.2}s\" \
         calcMode=\"discrete\" repeatCount=\"indefinite\" values=\"{}\" keyTimes=\"{}\"/></g>\n",
        displays[0],
        displays.join(";"),
        moments.join(";"),
    );
}

/// The keys pressed, and what is said of them.
fn caption(frame: &Frame, page: Page) -> String {
    let height = frame.screen.cells.area.height;
    let (_, ink, edge) = svg::colours(page);
    let ((x, y), (words, _)) = (svg::corner(1, height), svg::corner(KEYS, height));
    let (line, width) = (y + CAPTION_LINE, svg::corner(frame.screen.cells.area.width, 0).0 - x);
    format!(
        "<path d=\"M{x} {y}h{width}v1h-{width}z\" fill=\"{edge}\"/>\n\
         <text x=\"{x}\" y=\"{line}\" fill=\"{ink}\" class=\"b\">{}</text>\n\
         <text x=\"{words}\" y=\"{line}\" fill=\"{ink}\">{}</text>\n",
        svg::escaped(&frame.press),
        svg::escaped(&frame.say),
    )
}
