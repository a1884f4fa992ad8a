//! Choosing a theme, each drawn in as the cursor comes to it.

use super::actions::rows;
use crate::keys::Action;
use crate::phrase;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Popup};
use crate::reader::themes::Themes;

/// Opens the list; a person's own themes are looked for.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    super::actions::close_all_popups(model);
    model.popup = Some(Popup::Themes(Themes::new(model.chosen_theme())));
    vec![Effect::ListThemes]
}

/// A person's own themes were found.
pub(super) fn listed(model: &mut Model, own: Vec<String>) {
    if let Some(Popup::Themes(themes)) = model.lowest_popup_mut() {
        themes.add(own);
    }
}

/// Performs an action in the list.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let page = super::actions::page(model);
    let Some(Popup::Themes(themes)) = &mut model.popup else { return Vec::new() };
    match action {
        Action::Follow => keep(model),
        // What was looked at is forgotten with the list.
        Action::Close | Action::Cancel => model.popup = None,
        _ => themes.cursor.step(rows(action, count, page), themes.rows.len()),
    }
    Vec::new()
}

fn keep(model: &mut Model) {
    let Some(Popup::Themes(themes)) = model.popup.take() else { return };
    let name = themes.name().to_owned();
    model.say(if name == model.settings.theme {
        phrase::themes::kept(&*name)
    } else {
        phrase::themes::kept_for_now(&*name)
    });
    model.theme = Some(name);
}
