//! How the text is set, changed while one reads.

use crate::keys::Action;
use crate::phrase;
use crate::reader::model::Model;

/// Columns that a line gets longer or shorter by.
const STEP: usize = 4;
/// The shortest and longest lines that can be had by keys.
const SHORTEST: u16 = 40;
const LONGEST: u16 = 200;
/// The most empty lines between paragraphs that can be had by a key.
const WIDEST_SPACING: u16 = 2;

/// Performs one of the actions that change how text is set.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) {
    let settings = &mut model.settings;
    let by = u16::try_from(STEP.saturating_mul(count.unwrap_or(1))).unwrap_or(LONGEST);
    let measure = settings.measure;
    match action {
        Action::LongerLines => {
            settings.measure = measure.saturating_add(by).min(LONGEST.max(measure));
        }
        Action::ShorterLines => {
            settings.measure = measure.saturating_sub(by).max(SHORTEST.min(measure));
        }
        _ => {
            settings.line_spacing = (settings.line_spacing + 1) % (WIDEST_SPACING + 1);
            let spacing = usize::from(settings.line_spacing);
            return model.say(phrase::themes::spacing(spacing));
        }
    }
    let measure = model.settings.measure;
    model.say(phrase::themes::measure(usize::from(measure)));
}
