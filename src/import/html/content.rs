//! Which lines of a page are its text: what the markup calls the main part, else the element that holds
//! nearly all the words; menus, footers and the like are left out by their names, unless the page would be
//! left without its text.

use super::flow::{Element, Flow, Placed};
use crate::import::extract::dates;
use crate::import::lines::{Line, LineKind};

/// Elements that never hold the text.
const ASIDE: [&str; 9] =
    ["nav", "footer", "aside", "form", "button", "select", "option", "dialog", "label"];
/// Words of a class, id or role that mark a part of the site.
const SITE_WORDS: [&str; 46] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "gnb",
    "lnb",
    "snb",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "footer",
    "foot",
    "sidebar",
    "aside",
    "share",
    "sharing",
    "sns",
    "social",
    "cookie",
    "cookies",
    "banner",
    "skip",
    "skipnav",
    "related",
    "pagination",
    "paging",
    "pager",
    "comment",
    "comments",
    "search",
    "login",
    "popup",
    "modal",
    "toolbar",
    "tools",
    "advert",
    "ads",
    "newsletter",
    "subscribe",
    "hidden",
    "satisfaction",
    "prevnext",
    "copyright",
    "location",
    "util",
    "quick",
];
/// Words of a class, id or role that mark the text.
const TEXT_WORDS: [&str; 22] = [
    "main",
    "article",
    "content",
    "contents",
    "entry",
    "post",
    "story",
    "body",
    "text",
    "view",
    "press",
    "release",
    "detail",
    "articlebody",
    "bbs",
    "board",
    "editor",
    "news",
    "page",
    "single",
    "txt",
    "cont",
];

/// An element that holds so many times the words that are left without it is not left out.
const MOST_ASIDE: usize = 3;

/// The lines of the text.
pub fn choose(flow: &Flow) -> Vec<Line> {
    let aside = asides(flow);
    let kept: Vec<&Placed> = flow.lines.iter().filter(|line| !aside[line.element]).collect();
    let weights = weights(&flow.elements, kept.iter().copied());
    let root = main_part(&flow.elements, &weights);
    let inside = flags(&flow.elements, |place| place == root);
    let mut lines: Vec<Line> = kept
        .iter()
        .filter(|placed| inside[placed.element])
        .map(|placed| placed.line.clone())
        .collect();
    let first = kept.iter().position(|placed| inside[placed.element]).unwrap_or(0);
    lines.splice(0..0, day_before(&kept[..first], &lines));
    // The title often stands just before the element that holds the text.
    let has_title = lines.iter().any(|line| line.kind == LineKind::Heading(1));
    let title = kept.iter().find(|placed| placed.line.kind == LineKind::Heading(1));
    if let Some(title) = title.filter(|_| !has_title) {
        lines.insert(0, title.line.clone());
    }
    lines
}

/// The line with the day of publication, which often stands before the element that holds the text.
fn day_before(before: &[&Placed], lines: &[Line]) -> Option<Line> {
    const NEAR: usize = 12;
    const SHORT: usize = 60;
    let day = |line: &Line| {
        let begins = || dates::first_whole_word(&line.text).filter(|_| line.text.len() <= SHORT);
        dates::whole(&line.text).or_else(begins)
    };
    let mut near = before.iter().rev().take(NEAR);
    let found = near.find_map(|placed| day(&placed.line));
    found
        .filter(|_| !lines.iter().take(NEAR).any(|line| day(line).is_some()))
        .map(|day| Line::text(&day))
}

/// For each element whether it, or one around it, is as asked.
fn flags(elements: &[Element], is: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut flags = Vec::with_capacity(elements.len());
    for (place, element) in elements.iter().enumerate() {
        let around = place > 0 && flags[element.parent];
        flags.push(around || is(place));
    }
    flags
}

/// For each element whether it is left out.
///
/// A name is only a hint: a wrapper that holds nearly all the words is the text, whatever it is called.
fn asides(flow: &Flow) -> Vec<bool> {
    let weights = weights(&flow.elements, &flow.lines);
    let mut named: Vec<bool> = flow.elements.iter().map(is_aside).collect();
    let mut widest: Vec<usize> = (0..named.len()).filter(|place| named[*place]).collect();
    widest.sort_by_key(|place| (std::cmp::Reverse(weights[*place]), *place));
    let mut aside = flags(&flow.elements, |place| named[place]);
    for place in widest {
        let left = flow.lines.iter().filter(|line| !aside[line.element]).map(weight);
        if left.sum::<usize>() * MOST_ASIDE >= weights[place] {
            break;
        }
        if !stands_beside_text(flow, &aside, place) {
            named[place] = false;
            aside = flags(&flow.elements, |place| named[place]);
        }
    }
    aside
}

/// Whether the markup names a text outside everything left out, and none in this element: however long
/// a footer is, it is none.
fn stands_beside_text(flow: &Flow, aside: &[bool], place: usize) -> bool {
    let inside = flags(&flow.elements, |other| other == place);
    let is_text = |line: &&Placed| {
        let own = flow.elements[line.element].parent;
        let names = [line.element, own].map(|element| flow.elements[element].name);
        names.iter().any(|name| matches!(*name, "main" | "article" | "h1"))
    };
    let mut texts = flow.lines.iter().filter(is_text);
    let outside = texts.clone().any(|line| !aside[line.element]);
    outside && !texts.any(|line| inside[line.element])
}

fn is_aside(element: &Element) -> bool {
    if ASIDE.contains(&element.name) {
        return true;
    }
    let holds_all = matches!(element.name, "html" | "body" | "main" | "article" | "");
    // `overflow-hidden` says how a box is drawn, not that it is hidden.
    let mut classes = element.labels.split_whitespace().filter(|class| !class.contains("overflow"));
    !holds_all && classes.any(|class| words(class).any(|word| SITE_WORDS.contains(&word)))
}

fn words(labels: &str) -> impl Iterator<Item = &str> {
    labels.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// How many bytes outside links a line has.
fn weight(placed: &Placed) -> usize {
    let length = match &placed.line.kind {
        LineKind::Table(rows) => rows.cells().map(str::len).sum(),
        _ => placed.line.text.len(),
    };
    length.saturating_sub(placed.linked)
}

/// How many bytes outside links each element holds, those of elements inside it included.
fn weights<'a>(elements: &[Element], lines: impl IntoIterator<Item = &'a Placed>) -> Vec<usize> {
    let mut weights = vec![0usize; elements.len()];
    for placed in lines {
        weights[placed.element] += weight(placed);
    }
    for place in (1..elements.len()).rev() {
        weights[elements[place].parent] += weights[place];
    }
    weights
}

/// The element that holds the text.
fn main_part(elements: &[Element], weights: &[usize]) -> usize {
    let all = weights.first().copied().unwrap_or(0);
    let named = |element: &Element| {
        matches!(element.name, "main" | "article")
            || words(&element.labels).any(|word| TEXT_WORDS.contains(&word))
    };
    let mut root = 0;
    for (place, element) in elements.iter().enumerate().skip(1) {
        let is_within = element.parent >= root || place == root + 1;
        let share = if named(element) { all * 6 / 10 } else { all * 9 / 10 };
        let holds = weights[place] > share && weights[place] > 0;
        // Elements come in document order, so a later one that holds most of the words is inside.
        if is_within && holds && !matches!(element.name, "p" | "li") {
            root = place;
        }
    }
    root
}
