//! Prints the draft of a page as JSON, for scoring.

use pressroom::import;
use pressroom::release::{Body, Kind, Mention};
use serde_json::{Value, json};

fn main() {
    let path = std::env::args().nth(1).expect("a path");
    let bytes = std::fs::read(&path).expect("readable");
    let text = String::from_utf8_lossy(&bytes);
    let draft = if path.ends_with(".html") { import::html(&text) } else { import::text(&text) };
    let release = draft.release;
    let mentions = |list: &[Mention]| -> Vec<Value> {
        list.iter().map(|m| json!({"at": m.at.as_str(), "quote": m.quote.as_str()})).collect()
    };
    let dates: Vec<Value> = release.dates.iter().map(|d| json!({"date": d.date.as_str(), "mentions": mentions(&d.mentions)})).collect();
    let people: Vec<Value> = release.participants.iter().map(|p| json!({"name": p.name.as_str(), "title": p.title.as_ref().map(|t| t.as_str()), "affiliation": p.affiliation.as_ref().map(|t| t.as_str()), "mentions": mentions(&p.mentions)})).collect();
    let figures: Vec<Value> = release.figures.iter().map(|f| json!({"text": f.text.as_str(), "value": f.value, "value_max": f.value_max, "unit": f.unit.as_str(), "label": f.label.as_ref().map(|t| t.as_str()), "mentions": mentions(&f.mentions)})).collect();
    let value = json!({
        "title": release.title.as_str(),
        "published": release.published.as_ref().map(|p| p.as_str()),
        "language": release.language.as_ref().map(|p| p.as_str()),
        "body": blocks(&release.body, release.body.top_level().collect()),
        "participants": people, "dates": dates, "figures": figures,
    });
    println!("{value}");
}

fn blocks(body: &Body, places: Vec<usize>) -> Vec<Value> {
    places
        .into_iter()
        .filter_map(|place| {
            let block = body.get(place)?;
            let items = blocks(body, body.items(place).collect());
            let inner = json!({"number": block.number.as_ref().map(|n| n.as_str()), "marker": block.marker.as_ref().map(|n| n.as_str()), "text": block.text.as_str(), "items": items});
            let kind = if block.kind == Kind::Table { "Table" } else { block.kind.name() };
            Some(json!({kind: inner}))
        })
        .collect()
}
