//! The elements of the statute and the three-part test, filled from what two reviewers found and what the register itself says.

use super::super::model::{Block, Span};
use super::words::{Words, body, head, line, table};
use super::{Element, FromRegister, Ground, InForce, MATRIX, spans};

/// The three tests in the order of the Human Rights Committee, each with the questions of the method that answer it.
const TESTS: [(&str, &[&str]); 3] = [
    ("law", &["B1", "B14", "B2", "B3", "B4", "B5", "B6"]),
    ("aim", &["A1", "A2", "A8", "A9", "B8"]),
    ("necessity", &["A3", "A10", "A11", "A13", "A16", "B7", "B9", "B10", "B11", "B12", "B13"]),
];

impl Words<'_> {
    /// The statutory elements: what the law asks, what is known, whether it is met.
    pub(super) fn matrix(&self) -> Vec<Block> {
        let elements: Vec<&Element> = MATRIX.iter().filter_map(|code| self.file.element(code)).collect();
        let mut blocks = vec![self.chapter("case-matrix"), body(self.matrix_text())];
        let row = |element: &&Element| {
            let asks = format!("{} ({})", self.one(&element.asks), self.source(element));
            vec![element.code.clone(), asks, self.state(element), listed(&element.exhibits)]
        };
        let columns = [
            (self.say("case-element"), 0.08),
            (self.say("case-asks"), 0.42),
            (self.say("case-state"), 0.36),
            (self.say("case-exhibits-head"), 0.14),
        ];
        blocks.push(table(self.say("case-matrix-table"), &columns, elements.iter().map(row).collect()));
        for element in &elements {
            if let Some(register) = &element.register {
                blocks.extend(self.resting_on(element, register));
            }
        }
        blocks.extend(self.provisions(&elements));
        blocks
    }

    // Each provision once, with the elements that rest on it.
    fn provisions(&self, elements: &[&Element]) -> Vec<Block> {
        let mut found: Vec<(&InForce, Vec<&str>)> = Vec::new();
        for element in elements {
            for provision in element.register.iter().flat_map(|register| &register.provisions) {
                match found.iter_mut().find(|(other, _)| *other == provision) {
                    Some((_, codes)) => codes.push(&element.code),
                    None => found.push((provision, vec![&element.code])),
                }
            }
        }
        if found.is_empty() {
            return Vec::new();
        }
        let told = found.iter().map(|(provision, codes)| {
            vec![Span::strong(format!("{}. ", codes.join(", "))), Span::plain(self.provision(provision))]
        });
        vec![self.section(self.say("review-statute-law")), Block::List(told.collect())]
    }

    fn matrix_text(&self) -> String {
        let findings = &self.file.findings;
        self.of("case-matrix-text", findings.judged as usize, findings.items as usize)
    }

    fn source(&self, element: &Element) -> String {
        if element.checked { element.source.clone() } else { self.with("case-unchecked", &[("source", &element.source)]) }
    }

    /// Says whether a question is met, and on how many of the judged items.
    pub(super) fn state(&self, element: &Element) -> String {
        let judged = element.applies() + element.apart.len();
        if judged == 0 {
            return match element.register.as_ref().map(|register| register.value.as_str()) {
                Some("LY") => self.say("case-register-met"),
                Some("LN") => self.say("case-register-not-met"),
                Some("NA") => self.say("case-register-apart"),
                _ => self.say("case-register-open"),
            };
        }
        let parts = [
            ("case-not-met", &element.not_met),
            ("case-met", &element.met),
            ("case-open", &element.open),
            ("case-apart", &element.apart),
        ];
        let part = |(id, places): &(&str, &Vec<u32>)| {
            let word = self.say(id);
            if self.file.findings.items == 1 {
                return word;
            }
            let items = spans(places);
            let args = [
                ("state", word.into()),
                ("count", crate::texts::Arg::from(places.len() as u64)),
                ("of", (judged as u64).into()),
                ("items", items.into()),
            ];
            self.texts.say("case-state-of", &args)
        };
        parts.iter().filter(|(_, places)| !places.is_empty()).map(part).collect::<Vec<_>>().join("; ")
    }

    fn resting_on(&self, element: &Element, register: &FromRegister) -> Vec<Block> {
        let mut blocks = vec![head(self.with("case-element-head", &[("code", &element.code)]))];
        let why = match register.why.as_str() {
            "" => self.say("review-statute-open"),
            why => self.texts.named("statute-why", why),
        };
        blocks.push(line(&self.say("case-by-register"), why));
        if !register.grounds.is_empty() {
            let grounds: Vec<String> = register.grounds.iter().map(|ground| self.ground(ground)).collect();
            blocks.push(line(&self.say("case-fields"), grounds.join("; ")));
        }
        blocks.push(line(&self.say("case-by-reviewers"), self.reviewed(element)));
        blocks
    }

    fn reviewed(&self, element: &Element) -> String {
        if element.applies() + element.apart.len() == 0 { self.say("case-no-reviews") } else { self.state(element) }
    }

    fn ground(&self, ground: &Ground) -> String {
        let value = match (&ground.when, ground.code.as_str()) {
            (Some(when), _) => self.when(Some(when)),
            (None, "" | "unknown") => self.say("record-not-known"),
            (None, code) => self.coded(ground, code),
        };
        let of = if ground.of.is_empty() { String::new() } else { format!(" ({})", ground.of) };
        format!("{}{of}: {value}", self.field(&ground.kind, &ground.field))
    }

    // The word of a code; what is no code is a text and stands as it is.
    fn coded(&self, ground: &Ground, code: &str) -> String {
        let list = match ground.field.as_str() {
            "reasons_level" => "reasons",
            "instrument" => "instrument",
            "ground" => "ground",
            "filer_capacity" => "filer",
            "signature" => "signature",
            "conclusion" => "conclusion",
            "provisions" => return self.quoted(code),
            _ => "tri",
        };
        let word = self.texts.named(list, code);
        if word.contains('⟦') { code.to_owned() } else { word }
    }

    fn provision(&self, provision: &InForce) -> String {
        let article = if provision.article.is_empty() {
            String::new()
        } else {
            self.with("case-article", &[("article", &provision.article)])
        };
        let force = self.say(&format!("review-in-force-{}", provision.in_force));
        let days = match (provision.from.as_str(), provision.to.as_str()) {
            ("", "") => self.say("review-force-open"),
            (from, "") => self.with("review-force-from", &[("from", &self.texts.day(from))]),
            ("", to) => self.with("review-force-to", &[("to", &self.texts.day(to))]),
            (from, to) => self.with("review-force-between", &[("from", &self.texts.day(from)), ("to", &self.texts.day(to))]),
        };
        let read = if provision.checked {
            provision.source.clone()
        } else {
            self.with("case-unchecked", &[("source", &provision.source)])
        };
        format!("{}{article}: {force} ({days}). {} {read}.", self.one(&provision.act), self.one(&provision.summary))
    }

    /// The three tests of article 19, paragraph 3, in the order in which the Committee asks them.
    pub(super) fn three_part_test(&self) -> Vec<Block> {
        let mut blocks = vec![
            self.chapter("case-tests"),
            self.numbered(vec![Span::plain(self.say("case-tests-text")).noted(self.say("case-tests-note"))]),
        ];
        for (test, codes) in TESTS {
            let elements: Vec<&Element> = codes.iter().filter_map(|code| self.file.element(code)).collect();
            blocks.push(self.section(self.say(&format!("case-test-{test}"))));
            let note = self.say(&format!("case-test-{test}-note"));
            blocks.push(self.numbered(vec![Span::plain(self.say(&format!("case-test-{test}-text"))).noted(note)]));
            let rows = elements.iter().map(|element| vec![element.code.clone(), self.one(&element.asks), self.state(element)]);
            let columns = [(self.say("case-element"), 0.08), (self.say("case-asked"), 0.52), (self.say("case-answered"), 0.4)];
            blocks.push(table(self.say(&format!("case-test-{test}-table")), &columns, rows.collect()));
            blocks.push(self.fact(self.summed(&elements)));
        }
        blocks.push(self.fact(self.say("case-tests-end")));
        blocks
    }

    // Which questions of a test are not met on some judged item, which are met on all, which are open.
    fn summed(&self, elements: &[&Element]) -> String {
        let codes = |fits: &dyn Fn(&Element) -> bool| {
            let found: Vec<&str> = elements.iter().filter(|element| fits(element)).map(|element| element.code.as_str()).collect();
            self.or_none(&found.join(", "))
        };
        let unmet = codes(&|element| !element.not_met.is_empty());
        let met = codes(&|element| !element.met.is_empty() && element.not_met.is_empty() && element.open.is_empty());
        let open = codes(&|element| {
            element.not_met.is_empty() && (!element.open.is_empty() || element.applies() + element.apart.len() == 0)
        });
        let apart = codes(&|element| element.applies() == 0 && !element.apart.is_empty());
        self.with("case-test-sum", &[("unmet", &unmet), ("met", &met), ("open", &open), ("apart", &apart)])
    }
}

fn listed(exhibits: &[String]) -> String {
    if exhibits.is_empty() { "—".to_owned() } else { exhibits.join(", ") }
}
