//! The questionnaire of the special procedures on freedom of opinion and expression, in numbered paragraphs: what happened, to whom, in
//! which medium, by whom, what the State did, and who says so. What may be told of a person was settled before: no value comes here that
//! nobody agreed to.

use super::model::{Block, Column, Document, Level, Part, Side, Span, Table, page_number};
use super::numbered::Numbered;
use crate::model::consent::{Personal, Told};
use crate::texts::{Arg, Texts};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the order says of itself, worded where it is words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Order {
    /// Reference in the register.
    pub reference: String,
    /// Number as written.
    pub number: String,
    /// Code of the instrument.
    pub instrument: String,
    /// Day of issue.
    pub issued: String,
    /// Day of receipt.
    pub received: String,
    /// Name of the authority.
    pub authority: String,
    /// Name of the platform.
    pub platform: String,
    /// Code of the action demanded.
    pub action: String,
    /// Code of the ground.
    pub ground: String,
    /// Provisions as the order cites them.
    pub provisions: String,
    /// Court act that it cites.
    pub court_act: String,
    /// Office of the signatory.
    pub signatory: String,
}

/// An item that the order reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Code of its kind.
    pub kind: String,
    /// Day on which it was posted.
    pub posted: String,
    /// Code of what became of it.
    pub outcome: String,
    /// Its address.
    pub address: Told,
}

/// A person whose expression was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Label in papers.
    pub label: String,
    /// Codes of the roles.
    pub roles: Vec<String>,
    /// Code of the consent.
    pub consent: String,
    /// Exhibit of the consent.
    pub exhibit: String,
    /// What is told of each field.
    pub fields: Vec<(Personal, Told)>,
}

/// Somebody who acted for the State, by label and office, never by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Official {
    /// Label in papers.
    pub label: String,
    /// Code of the role.
    pub role: String,
    /// Public offices held.
    pub offices: String,
}

/// A remedy that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proceeding {
    /// Code of the forum.
    pub forum: String,
    /// Number.
    pub number: String,
    /// Day of filing.
    pub filed: String,
    /// Day of the decision.
    pub decided: String,
    /// yes, no or unknown: remedies are exhausted.
    pub exhausted: String,
}

/// Everything that the form says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Organisation that submits it.
    pub organisation: String,
    /// Day it is made.
    pub day: String,
    /// The register is the invented example.
    pub is_example: bool,
    /// The order; absent until one is chosen.
    pub order: Option<Order>,
    /// What it reached.
    pub items: Vec<Item>,
    /// Items that are not listed.
    pub more_items: u32,
    /// Whose expression it reached.
    pub people: Vec<Person>,
    /// Who acted for the State.
    pub officials: Vec<Official>,
    /// Remedies tried.
    pub proceedings: Vec<Proceeding>,
    /// What people wrote, by name of the text.
    pub written: BTreeMap<String, String>,
}

/// Words the form.
#[must_use]
pub fn compose(form: &Form, texts: &Texts) -> Document {
    let mut paper = Paper { form, page: Numbered::new(texts, &form.written) };
    paper.head();
    if let Some(order) = &form.order {
        paper.facts(order);
        paper.victims();
        paper.medium(order);
        paper.perpetrators(order);
        paper.state(order);
        paper.sources();
        paper.submitter();
        paper.consents();
    } else {
        paper.page.blocks.push(Block::Callout { text: paper.page.say("sp-choose-order") });
    }
    Document {
        lang: texts.lang(),
        title: texts.say("sp-title", &[]),
        author: form.organisation.clone(),
        subject: texts.say("sp-kind", &[]),
        day: form.day.clone(),
        page_number: page_number(texts),
        running: texts.say("sp-kind", &[]),
        blocks: paper.page.blocks,
    }
}

struct Paper<'a> {
    form: &'a Form,
    page: Numbered<'a>,
}

impl Paper<'_> {
    /// A paragraph of a name and what is known under it.
    fn known(&mut self, id: &str, value: &str) {
        let value = if value.is_empty() { self.page.say("sp-not-recorded") } else { value.to_owned() };
        let label = format!("{} ", self.page.say(id));
        self.page.numbered(vec![Span::strong(label), Span::plain(value)]);
    }

    fn named(&self, list: &str, code: &str) -> String {
        if code.is_empty() || code == "unknown" { self.page.say("sp-not-recorded") } else { self.page.texts.named(list, code) }
    }

    fn head(&mut self) {
        let form = self.form;
        let kicker = if form.organisation.is_empty() { self.page.say("sp-kind") } else { form.organisation.clone() };
        let day = self.page.texts.say("sp-dateline", &[("day", self.page.texts.day(&form.day).into())]);
        self.page.blocks.extend([
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(kicker)] },
            Block::Heading { level: Level::Title, text: self.page.say("sp-title") },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(day)] },
        ]);
        if form.is_example {
            self.page.blocks.push(Block::Callout { text: self.page.say("brief-example") });
        }
        let about = self.page.say("sp-about");
        self.page.blocks.push(Block::Paragraph { part: Part::Note, spans: vec![Span::plain(about)] });
    }

    fn facts(&mut self, order: &Order) {
        self.page.section("sp-facts");
        let number = if order.number.is_empty() { order.reference.clone() } else { order.number.clone() };
        let args: [(&str, Arg); 4] = [
            ("instrument", self.named("instrument", &order.instrument).into()),
            ("number", number.into()),
            ("authority", self.or_unknown(&order.authority).into()),
            ("platform", self.or_unknown(&order.platform).into()),
        ];
        let sentence = self.page.texts.say("sp-facts-order", &args);
        self.page.numbered(vec![Span::plain(sentence)]);
        self.known("sp-issued", &order.issued);
        self.known("sp-received", &order.received);
        let action = self.named("action", &order.action);
        self.known("sp-action", &action);
        for item in &self.form.items {
            let args = [
                ("kind", self.named("kind", &item.kind).into()),
                ("posted", self.or_unknown(&item.posted).into()),
                ("outcome", self.named("outcome", &item.outcome).into()),
            ];
            let mut spans = vec![Span::plain(format!("{} ", self.page.texts.say("sp-item", &args)))];
            let address = self.told(&item.address, "sp-address");
            spans.extend(address);
            self.page.numbered(spans);
        }
        if self.form.more_items > 0 {
            let more = self.page.texts.say("sp-items-more", &[("count", self.form.more_items.into())]);
            self.page.numbered(vec![Span::plain(more)]);
        }
        self.page.written("circumstances");
    }

    fn or_unknown(&self, words: &str) -> String {
        if words.is_empty() { self.page.say("sp-not-recorded") } else { words.to_owned() }
    }

    /// Words a field with its mark where only the United Nations may know it.
    fn told(&self, told: &Told, label: &str) -> Vec<Span> {
        let label = Span::strong(format!("{} ", self.page.say(label)));
        match told {
            Told::Given(value) => vec![label, Span::plain(value)],
            Told::Confidential(value) => {
                vec![Span::strong(format!("{} ", self.page.say("sp-confidential"))), label, Span::plain(value)]
            }
            Told::Withheld => vec![label, Span::slanted(self.page.say("sp-withheld"))],
            Told::NotRecorded => vec![label, Span::plain(self.page.say("sp-not-recorded"))],
        }
    }

    fn victims(&mut self) {
        self.page.section("sp-victims");
        if self.form.people.is_empty() {
            let none = self.page.say("sp-victims-none");
            self.page.numbered(vec![Span::plain(none)]);
        }
        for person in &self.form.people {
            let roles = person.roles.iter().map(|role| self.named("role", role)).collect::<Vec<_>>().join(", ");
            let heading = Block::Heading { level: Level::Subsection, text: format!("{} ({roles})", person.label) };
            self.page.blocks.push(heading);
            for (field, told) in &person.fields {
                let spans = self.told(told, &format!("sp-field-{}", field.code()));
                self.page.numbered(spans);
            }
            let identity = self.page.say("sp-identity");
            let is_confidential = person.fields.iter().any(|(_, told)| matches!(told, Told::Confidential(_)));
            if is_confidential {
                self.page.numbered(vec![Span::strong(format!("{} ", self.page.say("sp-confidential"))), Span::plain(identity)]);
            }
        }
        self.page.written("victim-statement");
    }

    fn medium(&mut self, order: &Order) {
        self.page.section("sp-medium");
        self.known("sp-medium-nature", &order.platform);
        self.page.written("medium-orientation");
    }

    fn perpetrators(&mut self, order: &Order) {
        self.page.section("sp-perpetrators");
        self.known("sp-authority", &order.authority);
        self.known("sp-signatory", &order.signatory);
        for official in &self.form.officials {
            let args = [
                ("label", (&official.label).into()),
                ("role", self.named("role", &official.role).into()),
                ("offices", self.or_unknown(&official.offices).into()),
            ];
            let sentence = self.page.texts.say("sp-official", &args);
            self.page.numbered(vec![Span::plain(sentence)]);
        }
        self.page.written("perpetrator-why");
    }

    fn state(&mut self, order: &Order) {
        self.page.section("sp-state");
        let ground = if order.ground == "not_stated" { String::new() } else { self.named("ground", &order.ground) };
        self.known("sp-ground", &ground);
        self.known("sp-provisions", &order.provisions);
        self.known("sp-court-act", &order.court_act);
        if self.form.proceedings.is_empty() {
            let none = self.page.say("sp-remedies-none");
            self.page.numbered(vec![Span::plain(none)]);
        }
        for proceeding in self.form.proceedings.iter().filter(|proceeding| !is_international(&proceeding.forum)) {
            let sentence = self.proceeding(proceeding);
            self.page.numbered(vec![Span::plain(sentence)]);
        }
        self.page.written("remedies-note");
    }

    fn proceeding(&self, proceeding: &Proceeding) -> String {
        let args = [
            ("forum", self.named("forum", &proceeding.forum).into()),
            ("number", self.or_unknown(&proceeding.number).into()),
            ("filed", self.or_unknown(&proceeding.filed).into()),
            ("decided", self.or_unknown(&proceeding.decided).into()),
            ("exhausted", self.named("tri", &proceeding.exhausted).into()),
        ];
        self.page.texts.say("sp-proceeding", &args)
    }

    fn sources(&mut self) {
        self.page.section("sp-sources");
        let international: Vec<String> = self
            .form
            .proceedings
            .iter()
            .filter(|proceeding| is_international(&proceeding.forum))
            .map(|proceeding| self.proceeding(proceeding))
            .collect();
        if international.is_empty() {
            let none = self.page.say("sp-sources-none");
            self.page.numbered(vec![Span::plain(none)]);
        }
        for sentence in international {
            self.page.numbered(vec![Span::plain(sentence)]);
        }
    }

    fn submitter(&mut self) {
        self.page.section("sp-submitter");
        self.known("sp-organisation", &self.form.organisation);
        self.page.written("submitter-contact");
        let rule = self.page.say("sp-confidentiality");
        self.page.numbered(vec![Span::plain(rule)]);
    }

    /// Who agreed to what, field by field, for the lawyer who signs.
    fn consents(&mut self) {
        let column = |head: String, width: f32| Column { head, width, side: Side::Left };
        let mut rows = Vec::new();
        for person in &self.form.people {
            for (field, told) in &person.fields {
                let state = match told {
                    Told::Given(_) => "sp-state-given",
                    Told::Confidential(_) => "sp-state-confidential",
                    Told::Withheld => "sp-withheld",
                    Told::NotRecorded => "sp-not-recorded",
                };
                rows.push(vec![
                    person.label.clone(),
                    self.page.say(&format!("sp-field-{}", field.code())),
                    self.page.say(state),
                    self.named("consent", &person.consent),
                    self.or_unknown(&person.exhibit),
                ]);
            }
        }
        if rows.is_empty() {
            return;
        }
        self.page.section("sp-consents");
        let columns = vec![
            column(self.page.say("sp-consent-person"), 0.22),
            column(self.page.say("sp-consent-field"), 0.18),
            column(self.page.say("sp-consent-state"), 0.25),
            column(self.page.say("sp-consent-given"), 0.17),
            column(self.page.say("sp-consent-exhibit"), 0.18),
        ];
        self.page.blocks.push(Block::Table(Table { caption: self.page.say("sp-consents-caption"), columns, rows, sum: false }));
    }
}

/// Says whether a forum is one of the United Nations.
fn is_international(forum: &str) -> bool {
    matches!(forum, "hrc" | "special_procedure" | "wgad" | "upr")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Lang;

    fn form() -> Form {
        let fields = Personal::ALL.into_iter().zip([
            Told::Confidential("Айгүл Үлгі".into()),
            Told::Given("adult".into()),
            Told::Withheld,
            Told::NotRecorded,
            Told::Withheld,
            Told::NotRecorded,
        ]);
        let person = Person {
            label: "author A".into(),
            roles: vec!["author".into()],
            consent: "named_partner".into(),
            exhibit: "E-7".into(),
            fields: fields.collect(),
        };
        let item = |address| Item { kind: "post".into(), posted: String::new(), outcome: "removed".into(), address };
        let proceeding = |forum: &str| Proceeding {
            forum: forum.into(),
            number: "12".into(),
            filed: "1 March 2026".into(),
            decided: String::new(),
            exhausted: "no".into(),
        };
        Form {
            organisation: "Monitor".into(),
            day: "2026-07-14".into(),
            order: Some(Order { reference: "KZ-2026-0001".into(), ground: "not_stated".into(), ..Order::default() }),
            items: vec![item(Told::Withheld)],
            more_items: 2,
            people: vec![person],
            officials: vec![Official {
                label: "deputy akim".into(),
                role: "beneficiary_official".into(),
                offices: String::new(),
            }],
            proceedings: vec![proceeding("ministry"), proceeding("hrc")],
            written: [("circumstances".to_owned(), "One.\n\nTwo.".to_owned())].into(),
            ..Form::default()
        }
    }

    #[test]
    fn nothing_is_left_unsaid_in_three_languages() {
        for lang in Lang::ALL {
            for form in [form(), Form { order: None, ..form() }, Form { people: Vec::new(), proceedings: Vec::new(), ..form() }] {
                for words in compose(&form, &Texts::new(lang)).words() {
                    assert!(!words.contains('⟦') && !words.is_empty(), "{lang:?}: {words}");
                }
            }
        }
    }

    #[test]
    fn paragraphs_are_numbered_through_the_paper() {
        let document = compose(&form(), &Texts::new(Lang::En));
        let numbers: Vec<String> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Numbered { number, .. } = block { Some(number.clone()) } else { None })
            .collect();
        let expected: Vec<String> = (1..=numbers.len()).map(|number| number.to_string()).collect();
        assert_eq!(numbers, expected);
        assert!(numbers.len() > 20);
    }

    #[test]
    fn what_only_the_united_nations_may_know_is_marked_and_what_nobody_agreed_to_is_withheld() {
        let texts = Texts::new(Lang::En);
        let words = compose(&form(), &texts).words();
        let named = words.iter().find(|words| words.contains("Айгүл Үлгі")).unwrap();
        assert!(named.starts_with(&texts.say("sp-confidential", &[])), "{named}");
        let withheld = texts.say("sp-withheld", &[]);
        // Two fields and one address in paragraphs, and two rows of the table.
        assert_eq!(words.iter().filter(|words| words.contains(&withheld)).count(), 5, "{words:#?}");
        assert!(words.iter().any(|words| words == "E-7"));
    }
}
