//! How a draft was before each decision, so that the last ones can be taken back.

use std::collections::VecDeque;
use std::sync::Arc;

use super::Decisions;
use crate::reader::document::Document;
use crate::release::FactId;
use crate::release::evidence::Evidence;

/// How many decisions can be taken back.
const MOST: usize = 100;

/// A draft and what was decided of it, before a decision.
#[derive(Debug)]
pub struct Before {
    /// The draft.
    pub document: Arc<Document>,
    /// Where its facts stand.
    pub evidence: Option<Arc<Evidence>>,
    /// What was decided.
    pub decisions: Decisions,
    /// The fact that was the current one.
    pub fact: Option<FactId>,
}

/// How the draft was before each of the last decisions.
#[derive(Debug, Default)]
pub struct Past(VecDeque<Before>);

impl Past {
    /// Something is about to be decided.
    pub fn keep(&mut self, before: Before) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(before);
    }

    /// How it was before the last decision, which then was none.
    pub fn back(&mut self) -> Option<Before> {
        self.0.pop_back()
    }
}
