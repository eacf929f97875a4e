//! What was not seen: everything that a reader could ask for and that this file cannot show, computed from what it lacks.

use super::super::model::Block;
use super::words::{Words, body};
use super::{Element, Item};

impl Words<'_> {
    /// The chapter that says what was not seen.
    pub(super) fn not_seen(&self) -> Vec<Block> {
        let groups = [
            ("case-unseen-document", self.unseen_document()),
            ("case-unseen-people", self.unseen_people()),
            ("case-unseen-items", self.unseen_items()),
            ("case-unseen-moments", self.unseen_moments()),
            ("case-unseen-answers", self.unseen_answers()),
            ("case-unseen-exhibits", self.unseen_exhibits()),
        ];
        let mut blocks = vec![self.chapter("case-unseen"), body(self.say("case-unseen-text"))];
        for (id, points) in groups {
            if points.is_empty() {
                continue;
            }
            blocks.push(self.section(self.say(id)));
            blocks.extend(points.into_iter().map(|point| self.fact(point)));
        }
        blocks.push(self.fact(self.say("caveat-known-orders-only")));
        blocks
    }

    fn unseen_document(&self) -> Vec<String> {
        let order = &self.file.order;
        let mut points = Vec::new();
        if !matches!(order.document_seen.as_str(), "original" | "copy") {
            points.push(self.with("case-unseen-order", &[("seen", &self.code("document", &order.document_seen))]));
        }
        if order.document_seen == "described_only" && order.second_source.is_empty() {
            points.push(self.say("case-unseen-source"));
        }
        let fields = [
            ("number", order.number.is_empty()),
            ("authority", order.authority.is_empty()),
            ("platform", order.platform.is_empty()),
            ("signatory_role", order.signatory_role.is_empty()),
            ("provisions", order.provisions.is_empty()),
            ("stated_reasons", order.stated_reasons.is_empty() && !order.reasons_withheld),
            ("reasons_level", order.reasons_level == "unknown"),
            ("scope", order.scope == "unknown"),
            ("names_items_by_url", order.names_items_by_url == "unknown"),
            ("informs_of_appeal", order.informs_of_appeal == "unknown"),
            ("author_notified", order.author_notified == "unknown"),
        ];
        let unknown: Vec<String> =
            fields.iter().filter(|(_, is_so)| *is_so).map(|(field, _)| self.field("orders", field)).collect();
        if !unknown.is_empty() {
            points.push(self.with("case-unseen-fields", &[("fields", &unknown.join("; "))]));
        }
        points
    }

    fn unseen_people(&self) -> Vec<String> {
        let file = self.file;
        let mut points = Vec::new();
        let has = |role: &str| file.people.iter().any(|person| person.role == role);
        if !has("author") {
            points.push(self.say("case-unseen-author"));
        }
        if file.complaints.is_empty() {
            points.push(self.say("case-fact-no-complaint"));
        }
        if file.decision.is_none() {
            points.push(self.say("case-fact-no-experts"));
        }
        if file.opinions.is_empty() {
            points.push(self.say("case-opinions-none"));
        }
        if file.proceedings.is_empty() {
            points.push(self.say("case-fact-no-proceedings"));
        }
        if self.written("reply").is_empty() {
            points.push(self.say("case-reply-none"));
        }
        points
    }

    // A point about some of the items, with their count and their places.
    fn some(&self, id: &str, fits: &dyn Fn(&Item) -> bool) -> Option<String> {
        let places: Vec<u32> = self.file.all_items().filter(|item| fits(item)).map(|item| item.place).collect();
        let all = self.file.all_items().count();
        let number = |n: usize| crate::texts::Arg::from(u64::try_from(n).unwrap_or(u64::MAX));
        let args = [("count", number(places.len())), ("of", number(all)), ("items", super::spans(&places).into())];
        (!places.is_empty()).then(|| self.texts.say(id, &args))
    }

    fn unseen_items(&self) -> Vec<String> {
        let has_text = |item: &Item| !item.text.is_empty() || item.text_withheld;
        let judged = |item: &Item| item.settled.as_ref().is_some_and(|settled| settled.standing && !settled.verdict.is_empty());
        let disputed = |item: &Item| item.settled.as_ref().is_some_and(|settled| settled.how.is_empty());
        let found = [
            self.some("case-unseen-stub", &|item| item.stub),
            self.some("case-unseen-words", &|item| !item.stub && !has_text(item)),
            self.some("case-unseen-verdict", &|item| !judged(item)),
            self.some("case-unseen-disputed", &disputed),
            self.some("case-unseen-outcome", &|item| item.outcome == "unknown"),
            self.some("case-unseen-basis", &|item| item.basis == "unknown"),
            self.some("case-unseen-machine", &|item| item.translations.iter().any(|t| t.made_by != "human")),
        ];
        found.into_iter().flatten().collect()
    }

    fn unseen_moments(&self) -> Vec<String> {
        let one = |untold: &super::Untold| {
            let mut name = self.moment_name(&untold.what);
            if !untold.of.is_empty() {
                name = format!("{name} ({})", untold.of);
            }
            if untold.items > 0 {
                name = format!("{name}: {}", self.of("case-items-of", untold.items as usize, self.file.all_items().count()));
            }
            name
        };
        let list: Vec<String> = self.file.untold.iter().map(one).collect();
        if list.is_empty() { Vec::new() } else { vec![self.with("case-unseen-moments-text", &[("moments", &list.join("; "))])] }
    }

    fn unseen_answers(&self) -> Vec<String> {
        let file = self.file;
        let nothing = |element: &&Element| {
            let unjudged = element.applies() + element.apart.len() == 0;
            let silent = element.register.as_ref().is_none_or(|register| register.value.is_empty());
            if unjudged { silent } else { !element.open.is_empty() }
        };
        let open: Vec<String> = file
            .elements
            .iter()
            .filter(nothing)
            .map(|element| {
                if file.findings.items > 1 && !element.open.is_empty() {
                    self.with("case-open-at", &[("code", &element.code), ("items", &super::spans(&element.open))])
                } else {
                    element.code.clone()
                }
            })
            .collect();
        if open.is_empty() { Vec::new() } else { vec![self.with("case-unseen-open", &[("codes", &open.join("; "))])] }
    }

    fn unseen_exhibits(&self) -> Vec<String> {
        let exhibits = &self.file.exhibits;
        if exhibits.is_empty() {
            return vec![self.say("case-exhibits-none")];
        }
        let missing = exhibits.iter().filter(|exhibit| exhibit.digest.is_empty()).count();
        if missing == 0 { Vec::new() } else { vec![self.of("case-unseen-files", missing, exhibits.len())] }
    }
}
