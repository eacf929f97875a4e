//! Items of the order: each with its words, what became of it, and how it was judged. Those without a chapter stand in one table.

use super::super::model::{Block, Span};
use super::words::{Words, aside, body, flat, head, line, note, quotes, table};
use super::{AnswerGround, Answered, Item, Settled, spans};
use crate::texts::Lang;

/// Rounds of reviews, in their order.
const ROUNDS: [&str; 3] = ["first", "second", "adjudication"];

impl Words<'_> {
    /// All items.
    pub(super) fn items(&self) -> Vec<Block> {
        let file = self.file;
        let mut blocks = vec![self.chapter("case-items")];
        let all = file.items.len() + file.rest.len();
        if all == 0 {
            blocks.push(body(self.say("case-items-none")));
            return blocks;
        }
        blocks.push(body(self.of("case-items-text", file.items.len(), all)));
        blocks.extend(file.items.iter().flat_map(|item| self.item(item)));
        if !file.rest.is_empty() {
            blocks.push(self.section(self.say("case-rest")));
            let row = |item: &Item| {
                let what = if item.stub { self.say("case-stub-short") } else { self.address(item) };
                let when = item.complied.as_ref().map_or_else(String::new, |when| format!(", {}", self.when(Some(when))));
                vec![
                    item.place.to_string(),
                    what,
                    format!("{}{when}", self.code("outcome", &item.outcome)),
                    self.texts.named("deadline", &item.deadline_state),
                ]
            };
            let columns = [
                (self.say("case-number"), 0.08),
                (self.say("case-address"), 0.48),
                (self.say("case-became"), 0.28),
                (self.say("order-term"), 0.16),
            ];
            blocks.push(table(self.of("case-rest-table", file.rest.len(), all), &columns, file.rest.iter().map(row).collect()));
        }
        blocks
    }

    // The address where it may be seen, or what kind of thing it is.
    fn address(&self, item: &Item) -> String {
        if item.locator.is_empty() { self.code("kind", &item.kind) } else { item.locator.clone() }
    }

    fn item(&self, item: &Item) -> Vec<Block> {
        let mut blocks = vec![self.section(self.with("case-item", &[("place", &item.place.to_string())]))];
        if item.stub {
            blocks.push(body(self.say("finding-stub")));
            if !item.referral.is_empty() {
                blocks.push(line(&self.field("items", "referral_note"), item.referral.clone()));
            }
            blocks.push(line(&self.field("order_items", "outcome"), self.code("outcome", &item.outcome)));
            blocks.extend(self.judged(item));
            return blocks;
        }
        let address = if item.locator.is_empty() { self.say("case-address-none") } else { item.locator.clone() };
        let mut lines = vec![
            (self.say("case-address"), address),
            (self.field("items", "kind"), format!("{}, {}", self.code("kind", &item.kind), self.language(&item.language))),
            (self.field("items", "posted"), self.when(item.posted.as_ref())),
        ];
        if item.sensitivity != "normal" {
            lines.push((self.field("items", "sensitivity"), self.code("sensitivity", &item.sensitivity)));
        }
        if !item.repeats.is_empty() {
            lines.push((self.field("items", "repetition_set"), self.at_items(&spans(&item.repeats))));
        }
        blocks.extend(lines.into_iter().map(|(label, value)| line(&label, value)));
        blocks.extend(self.text_of(item));
        blocks.extend(self.became(item));
        blocks.extend(self.judged(item));
        blocks
    }

    fn language(&self, code: &str) -> String {
        if code.is_empty() { self.say("language-unset") } else { self.code("language", code) }
    }

    fn text_of(&self, item: &Item) -> Vec<Block> {
        let mut blocks = Vec::new();
        if item.text.is_empty() {
            let id = if item.text_withheld { "case-text-withheld" } else { "case-text-none" };
            // Said in other words: what kind of thing it was and what it spoke of.
            let topics = self.or_not_known(&self.codes("topic", &item.topics));
            let args =
                [("kind", self.code("kind", &item.kind)), ("topics", topics), ("mode", self.code("mode", &item.statement_mode))];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            blocks.push(body(format!("{} {}", self.say(id), self.with("case-paraphrase", &args))));
        } else {
            blocks.push(head(self.with("case-text", &[("language", &self.language(&item.language))])));
            blocks.extend(quotes(&item.text, Lang::parse(&item.language), ""));
        }
        for translation in &item.translations {
            let made = match translation.made_by.as_str() {
                "human" | "machine" => self.code("translated", &translation.made_by),
                _ => self.say("case-translated-unknown"),
            };
            let by = if translation.translator.is_empty() { made } else { format!("{made}: {}", translation.translator) };
            blocks.push(head(self.with("case-translation", &[("language", &self.language(&translation.language))])));
            let source = self.with("case-translated-by", &[("by", &by)]);
            blocks.extend(quotes(&translation.text, Lang::parse(&translation.language), &source));
        }
        blocks
    }

    fn became(&self, item: &Item) -> Vec<Block> {
        let mut lines = vec![
            (
                "outcome",
                match &item.complied {
                    Some(when) => format!("{}, {}", self.code("outcome", &item.outcome), self.when(Some(when))),
                    None => self.code("outcome", &item.outcome),
                },
            ),
            ("demanded_action", self.code("action", &item.demanded_action)),
            ("platform_basis", self.code("platform-basis", &item.basis)),
            ("platform_rules", self.code("platform-rules", &item.rules)),
        ];
        if item.appeal != "unknown" {
            lines.push(("appeal_result", self.code("appeal", &item.appeal)));
        }
        if item.reinstated_by != "unknown" {
            lines.push(("reinstated_by", self.code("reinstated", &item.reinstated_by)));
        }
        if !item.effect.is_empty() {
            lines.push(("chilling_effect", item.effect.clone()));
        }
        let mut blocks = vec![head(self.say("case-became"))];
        blocks.extend(lines.into_iter().map(|(field, value)| line(&self.field("order_items", field), value)));
        blocks.push(line(&self.say("order-term"), self.texts.named("deadline", &item.deadline_state)));
        blocks
    }

    fn judged(&self, item: &Item) -> Vec<Block> {
        let mut blocks = vec![head(self.say("case-judged"))];
        let Some(settled) = &item.settled else {
            blocks.push(aside(self.say("case-not-judged")));
            return blocks;
        };
        blocks.extend(self.verdict(settled));
        if !item.answers.is_empty() {
            blocks.extend(self.answers(item));
            blocks.extend(self.grounds(&item.answers, &item.language));
        }
        blocks
    }

    fn verdict(&self, settled: &Settled) -> Vec<Block> {
        let mut blocks = Vec::new();
        let how = match settled.how.as_str() {
            "agreed" => self.say("review-outcome-agreed"),
            "adjudicated" => self.say("review-outcome-adjudicated"),
            _ => self.say("review-outcome-disputed"),
        };
        let verdict = match (settled.verdict.as_str(), settled.subtype.as_str()) {
            ("", _) => self.say("case-no-verdict"),
            (verdict, "") => self.code("verdict", verdict),
            (verdict, subtype) => format!("{} ({})", self.code("verdict", verdict), self.code("subtype", subtype)),
        };
        blocks.push(line(&self.say("case-verdict"), format!("{verdict}. {how}")));
        for (rule, text) in &settled.rules {
            blocks.push(line(
                &self.with("case-rule", &[("rule", rule), ("version", &settled.rubric)]),
                self.or_none(&self.one(text)),
            ));
        }
        let verdicts: Vec<String> = settled
            .verdicts
            .iter()
            .map(|(round, verdict)| format!("{}: {}", self.texts.named("review-round", round), self.code("verdict", verdict)))
            .collect();
        blocks.push(line(&self.say("case-reviews"), verdicts.join("; ")));
        for (round, reason) in &settled.overrides {
            blocks
                .push(line(&self.with("case-override", &[("round", &self.texts.named("review-round", round))]), reason.clone()));
        }
        blocks.push(line(
            &self.say("case-agreement"),
            self.of("case-agreement-text", settled.alike as usize, settled.both as usize),
        ));
        blocks.push(line(&self.say("case-dissent"), self.or_none(&settled.disputes.join(", "))));
        blocks.push(line(&self.say("case-item-findings"), self.or_none(&self.codes("order-finding", &settled.flags))));
        blocks.push(line(&self.say("case-defects"), self.or_none(&settled.defects.join(", "))));
        blocks.push(line(&self.say("case-elements"), self.or_none(&self.codes("order-element", &settled.elements))));
        let args = [("applicable", settled.applicable.into()), ("unanswered", settled.unanswered.into())];
        blocks.push(aside(self.texts.say("review-applicable", &args)));
        if !settled.standing {
            blocks.push(aside(self.say("review-outcome-apart")));
        }
        if settled.changed {
            blocks.push(aside(self.say("review-changed-since")));
        }
        blocks
    }

    // Questions that do not apply by any review stand in one line: they would be half of the table.
    fn answers(&self, item: &Item) -> Vec<Block> {
        let reviews = item.answers.first().map_or(0, |answer| answer.values.len());
        let applies = |answer: &&Answered| answer.values.iter().any(|value| value != "NA");
        let width = if reviews > 2 { 0.14 } else { 0.18 };
        let reviewed = width * f32::from(u8::try_from(reviews).unwrap_or(3));
        let mut columns = vec![(self.say("case-element"), 0.08), (self.say("case-asked"), 0.92 - reviewed)];
        columns.extend(ROUNDS.iter().take(reviews).map(|round| (self.texts.named("review-round", round), width)));
        let row = |answer: &Answered| {
            let mut row = vec![answer.code.clone(), self.one(&answer.asks)];
            row.extend(answer.values.iter().map(|value| self.value(value)));
            row
        };
        let mut blocks = vec![table(self.say("case-answers"), &columns, item.answers.iter().filter(applies).map(row).collect())];
        let apart: Vec<&str> = item.answers.iter().filter(|answer| !applies(answer)).map(|answer| answer.code.as_str()).collect();
        if !apart.is_empty() {
            blocks.push(note(self.with("case-answers-apart", &[("codes", &apart.join(", "))])));
        }
        blocks
    }

    // What several reviews rest on alike is told once.
    fn grounds(&self, answers: &[Answered], language: &str) -> Vec<Block> {
        let mut points = Vec::new();
        for answer in answers {
            let mut told: Vec<(&AnswerGround, Vec<String>)> = Vec::new();
            for ground in &answer.grounds {
                let round = self.texts.named("review-round", &ground.round);
                let same = |(other, _): &&mut (&AnswerGround, Vec<String>)| {
                    (&other.quote, &other.note, &other.exhibit) == (&ground.quote, &ground.note, &ground.exhibit)
                };
                match told.iter_mut().find(same) {
                    Some((_, rounds)) => rounds.push(round),
                    None => told.push((ground, vec![round])),
                }
            }
            points.extend(told.iter().map(|(ground, rounds)| self.ground_of(&answer.code, ground, rounds, language)));
        }
        if points.is_empty() { Vec::new() } else { vec![head(self.say("case-grounds")), Block::List(points)] }
    }

    fn ground_of(&self, code: &str, ground: &AnswerGround, rounds: &[String], language: &str) -> Vec<Span> {
        let mut parts: Vec<Span> = Vec::new();
        if !ground.quote.trim().is_empty() {
            let quote = Span::plain(self.quoted(&flat(&ground.quote)));
            parts.push(Lang::parse(language).map_or(quote.clone(), |lang| quote.in_lang(lang)));
        }
        let rest = [&ground.note, &ground.exhibit].into_iter().map(|text| flat(text)).filter(|text| !text.is_empty());
        parts.extend(rest.map(Span::plain));
        let mut spans = vec![Span::strong(format!("{code} ")), Span::plain(format!("({}): ", rounds.join(", ")))];
        for (place, part) in parts.into_iter().enumerate() {
            if place > 0 {
                spans.push(Span::plain("; "));
            }
            spans.push(part);
        }
        spans
    }
}
