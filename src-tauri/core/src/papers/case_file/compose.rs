//! The case file in words: title, facts in brief, chronology, the order, people, expert opinions, proceedings, exhibits, how to verify.

use super::super::model::{Block, Digest, Document, Exhibit, Level, Part, Photo, Span, page_number};
use super::super::printable;
use super::CaseFile;
use super::times::{in_full, said};
use super::words::{Words, body, line, note, points, quotes, table};
use crate::texts::{Arg, Texts};
use std::sync::Arc;

/// Ledger entries that are listed at most: the newest.
const ENTRIES_MAX: usize = 60;

/// Words the case file in one language. What it says is the same in all three.
#[must_use]
pub fn compose(file: &CaseFile, texts: &Texts) -> Document {
    let words = Words::new(file, texts);
    let blocks = [
        words.title_page(),
        vec![Block::Contents { heading: words.say("case-contents") }, Block::PageBreak],
        words.facts(),
        words.chronology(),
        words.the_order(),
        words.people(),
        words.matrix(),
        words.items(),
        words.three_part_test(),
        words.pairs(),
        words.opinions(),
        words.platform(),
        words.proceedings(),
        words.argument(),
        words.exhibits(),
        words.verification(),
        words.method(),
        words.not_seen(),
        words.close(),
    ];
    let subject = words.say("case-kind");
    Document {
        lang: texts.lang(),
        title: words.title(),
        author: file.organisation.clone(),
        day: file.day.clone(),
        page_number: page_number(texts),
        running: words.with("case-running", &[("reference", &file.order.reference), ("audience", &words.audience())]),
        subject,
        blocks: blocks.concat(),
    }
}

/// The page that stands in the place of a case file while no order is chosen.
#[must_use]
pub fn empty(organisation: &str, day: &str, texts: &Texts) -> Document {
    let kind = texts.say("case-kind", &[]);
    Document {
        lang: texts.lang(),
        title: kind.clone(),
        author: organisation.to_owned(),
        subject: kind.clone(),
        day: day.to_owned(),
        page_number: page_number(texts),
        running: String::new(),
        blocks: vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(kind)] },
            Block::Heading { level: Level::Title, text: texts.say("case-empty-title", &[]) },
            body(texts.say("case-empty", &[])),
        ],
    }
}

impl Words<'_> {
    fn title(&self) -> String {
        self.with("case-title", &[("reference", &self.file.order.reference)])
    }

    fn audience(&self) -> String {
        self.texts.named("case-audience", self.file.audience.code())
    }

    fn title_page(&self) -> Vec<Block> {
        let (file, order) = (self.file, &self.file.order);
        let kicker = match file.organisation.trim() {
            "" => self.say("case-kind"),
            organisation => format!("{organisation} · {}", self.say("case-kind")),
        };
        let day = self.texts.day(&file.day);
        let dateline = format!(
            "{} · {}",
            self.with("case-for", &[("audience", &self.audience())]),
            self.with("case-made-on", &[("day", &day)])
        );
        let mut blocks = vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(kicker)] },
            Block::Heading { level: Level::Title, text: self.title() },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(dateline)] },
        ];
        if file.is_example {
            blocks.push(Block::Callout { text: self.say("brief-example") });
        }
        let act = format!("{} {}", self.code("instrument", &order.instrument), order.number);
        blocks.extend([
            line(&self.say("case-line-act"), act.trim()),
            line(&self.field("orders", "issued"), self.when(order.issued.as_ref())),
            line(&self.field("orders", "authority"), self.or_not_known(&self.one(&order.authority))),
            line(&self.field("orders", "platform"), self.or_not_known(&self.one(&order.platform))),
            line(&self.say("case-line-reference"), order.reference.clone()),
        ]);
        if !file.prepared_by.is_empty() {
            blocks.push(line(&self.say("case-line-prepared"), file.prepared_by.clone()));
        }
        if !file.withheld.is_empty() {
            let kinds: Vec<String> = file.withheld.iter().map(|code| self.texts.named("case-withheld", code)).collect();
            let text = self.with("case-withheld-text", &[("audience", &self.audience()), ("kinds", &kinds.join("; "))]);
            blocks.push(Block::Callout { text });
        }
        blocks.extend(self.written_block("certified-copy"));
        blocks.extend(self.written_block("summary"));
        blocks.push(note(self.say("case-computed")));
        blocks
    }

    fn facts(&self) -> Vec<Block> {
        let sentences = [self.act_in_brief(), self.procedure_in_brief(), self.findings_in_brief()].concat();
        let facts = sentences.into_iter().map(|sentence| self.fact(sentence));
        std::iter::once(self.chapter("case-facts")).chain(facts).collect()
    }

    fn act_in_brief(&self) -> Vec<String> {
        let (order, findings) = (&self.file.order, &self.file.findings);
        let act = format!("{} {}", self.code("instrument", &order.instrument), order.number);
        let act = [
            ("act", act.trim()),
            ("authority", &self.or_not_known(&self.one(&order.authority))),
            ("platform", &self.or_not_known(&self.one(&order.platform))),
            ("issued", &self.when(order.issued.as_ref())),
        ];
        let state = self.say(&format!("order-term-why-{}", order.deadline_state));
        let demand = [
            ("ground", self.code("ground", &order.ground)),
            ("actions", self.codes("action", &order.actions)),
            ("provisions", self.or_not_known(&order.provisions)),
        ];
        let demand: Vec<(&str, &str)> = demand.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (level, seen) = (self.code("reasons", &order.reasons_level), self.code("document", &order.document_seen));
        let items = [
            ("items", Arg::from(self.texts.count(findings.items.into()))),
            ("outcomes", self.or_none(&self.counted("outcome", &findings.outcomes)).into()),
        ];
        vec![
            self.with("case-fact-act", &act),
            self.with("case-fact-term", &[("received", &self.when(order.received.as_ref())), ("state", &state)]),
            self.with("case-fact-demand", &demand),
            self.with("case-fact-reasons", &[("level", &level), ("seen", &seen)]),
            self.texts.say("case-fact-items", &items),
        ]
    }

    fn procedure_in_brief(&self) -> Vec<String> {
        let (file, order) = (self.file, &self.file.order);
        let mut said: Vec<String> = file
            .complaints
            .iter()
            .map(|complaint| {
                self.with(
                    "case-fact-complaint",
                    &[
                        ("reference", &complaint.reference),
                        ("filed", &self.when(complaint.filed.as_ref())),
                        ("filer", &self.code("filer", &complaint.filer_capacity)),
                        ("decision", &self.code("decision", &complaint.decision)),
                    ],
                )
            })
            .collect();
        if said.is_empty() {
            said.push(self.say("case-fact-no-complaint"));
        }
        said.push(match &file.decision {
            Some(decision) => self.with(
                "case-fact-experts",
                &[
                    ("number", &self.or_not_known(&decision.number)),
                    ("decided", &self.when(decision.decided.as_ref())),
                    ("conclusion", &self.code("conclusion", &decision.conclusion)),
                ],
            ),
            None => self.say("case-fact-no-experts"),
        });
        let told =
            [("notified", self.code("tri", &order.author_notified)), ("appeal", self.code("tri", &order.informs_of_appeal))];
        let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
        said.push(self.with("case-fact-author", &told));
        let forums: Vec<String> = file.proceedings.iter().map(|proceeding| self.code("forum", &proceeding.forum)).collect();
        said.push(match forums.as_slice() {
            [] => self.say("case-fact-no-proceedings"),
            _ => self.with("case-fact-proceedings", &[("forums", &forums.join(", "))]),
        });
        said
    }

    fn findings_in_brief(&self) -> Vec<String> {
        let findings = &self.file.findings;
        if findings.judged == 0 {
            return vec![self.of("case-fact-unjudged", 0, findings.items as usize)];
        }
        let judged = [
            ("judged", Arg::from(findings.judged)),
            ("of", findings.items.into()),
            ("verdicts", self.counted("verdict", &findings.verdicts).into()),
        ];
        let found = [
            ("flags", Arg::from(self.or_none(&self.counted("order-finding", &findings.flags)))),
            ("elements", self.or_none(&self.counted("order-element", &findings.elements)).into()),
        ];
        let agreed = self.of("case-fact-agreed", findings.agreed as usize, findings.judged as usize);
        vec![self.texts.say("case-fact-judged", &judged), agreed, self.texts.say("case-fact-findings", &found)]
    }

    /// Words codes with their counts, as `removed 2; refused 1`.
    pub(super) fn counted(&self, list: &str, counts: &[(String, u32)]) -> String {
        let one = |(code, count): &(String, u32)| format!("{} {}", self.code(list, code), self.texts.count((*count).into()));
        counts.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// Words places of items: one, or several.
    pub(super) fn at_items(&self, places: &str) -> String {
        let count = if places.contains([',', '–']) { 2_u32 } else { 1 };
        self.texts.say("case-at-items", &[("count", count.into()), ("items", places.into())])
    }

    pub(super) fn or_none(&self, text: &str) -> String {
        if text.is_empty() { self.say("case-none") } else { text.to_owned() }
    }

    /// Names a moment by its kind and field.
    pub(super) fn moment_name(&self, what: &str) -> String {
        self.texts.named("case-moment", what)
    }

    fn chronology(&self) -> Vec<Block> {
        let file = self.file;
        let mut blocks = vec![self.chapter("case-chronology"), body(self.say("case-chronology-text"))];
        if file.chronology.iter().any(|told| told.when.only_month) {
            blocks.push(body(self.say("case-chronology-months")));
        }
        let rows = file.chronology.iter().zip(1_usize..).map(|(told, number)| {
            let name = self.moment_name(&told.what);
            let mut what = match told.of.as_str() {
                "" => name,
                list if told.what.starts_with("order_sources") => format!("{name}: {}", self.code("source-list", list)),
                of => format!("{name} ({of})"),
            };
            if told.span_of > 0 {
                what = format!("{what}: {}", self.texts.say("case-span-of", &[("count", told.span_of.into())]));
            } else if !told.items.is_empty() {
                what = format!("{what}: {}", self.at_items(&told.items));
            }
            let rests = [
                self.texts.named("basis", told.when.moment.basis.code()),
                if told.confidence.is_empty() { String::new() } else { self.code("confidence", &told.confidence) },
                told.exhibits.join(", "),
            ];
            let rests: Vec<String> = rests.into_iter().filter(|text| !text.is_empty()).collect();
            vec![number.to_string(), what, in_full(&told.when, self.texts), rests.join("; ")]
        });
        let columns = [
            (self.say("case-number"), 0.06),
            (self.say("case-what"), 0.36),
            (self.say("case-when-head"), 0.36),
            (self.say("case-basis-head"), 0.22),
        ];
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            blocks.push(body(self.say("case-chronology-none")));
            return blocks;
        }
        blocks.push(table(self.say("case-chronology-table"), &columns, rows));
        let unsure: Vec<String> = file
            .chronology
            .iter()
            .zip(1_u32..)
            .filter(|(told, _)| !told.overlaps.is_empty())
            .map(|(told, number)| {
                self.with("case-unordered", &[("number", &number.to_string()), ("others", &super::spans(&told.overlaps))])
            })
            .collect();
        if !unsure.is_empty() {
            blocks.push(self.section(self.say("case-unordered-head")));
            blocks.push(body(self.say("case-unordered-text")));
            blocks.push(points(unsure));
        }
        blocks
    }

    fn the_order(&self) -> Vec<Block> {
        let order = &self.file.order;
        let mut blocks = vec![self.chapter("case-order")];
        let mut put = |field: &str, value: String| {
            let weighed =
                order.weighed.iter().find(|(name, ..)| name == field).map_or_else(String::new, |(_, confidence, exhibits)| {
                    let sure =
                        if confidence.is_empty() { String::new() } else { format!(" [{}]", self.code("confidence", confidence)) };
                    format!("{sure}{}", self.resting(exhibits))
                });
            blocks.push(line(&self.field("orders", field), format!("{value}{weighed}")));
        };
        put("number", self.or_not_known(&order.number));
        put("instrument", self.code("instrument", &order.instrument));
        put("issued", self.when(order.issued.as_ref()));
        put("received", self.when(order.received.as_ref()));
        put("authority", self.or_not_known(&self.one(&order.authority)));
        put("signatory_role", self.or_not_known(&order.signatory_role));
        put("platform", self.or_not_known(&self.one(&order.platform)));
        if !order.representative.is_empty() {
            put("representative", order.representative.clone());
        }
        put(
            "provisions",
            if order.provisions.is_empty() { self.say("record-not-known") } else { self.quoted(&order.provisions) },
        );
        put("court_act_cited", self.or_none(&order.court_act_cited));
        put("ground", self.code("ground", &order.ground));
        put("action", self.codes("action", &order.actions));
        put("scope", self.code("scope", &order.scope));
        put(
            "duration",
            match &order.until {
                Some(until) => format!("{} ({})", self.code("duration", &order.duration), self.when(Some(until))),
                None => self.code("duration", &order.duration),
            },
        );
        put("deadline_basis", self.code("term-basis", &order.deadline_basis));
        put("names_items_by_url", self.code("tri", &order.names_items_by_url));
        put("informs_of_appeal", self.code("tri", &order.informs_of_appeal));
        put("author_notified", self.code("tri", &order.author_notified));
        put("secrecy_demanded", self.code("tri", &order.secrecy_demanded));
        put("document_seen", self.code("document", &order.document_seen));
        put("learned_how", self.code("learned", &order.learned_how));
        if !order.second_source.is_empty() {
            put("second_source", order.second_source.clone());
        }
        put("reasons_level", self.code("reasons", &order.reasons_level));
        blocks.extend(self.reasons());
        blocks.extend(self.cited());
        if !order.note.is_empty() {
            blocks.push(self.section(self.say("case-note")));
            blocks.push(body(order.note.clone()));
        }
        blocks
    }

    pub(super) fn quoted(&self, text: &str) -> String {
        self.with("case-quoted", &[("text", text.trim())])
    }

    fn reasons(&self) -> Vec<Block> {
        let order = &self.file.order;
        let head = self.section(self.field("orders", "stated_reasons"));
        match order.stated_reasons.trim() {
            "" if order.reasons_withheld => vec![head, body(self.say("case-reasons-withheld"))],
            "" => vec![head, body(self.say("case-reasons-none"))],
            reasons => std::iter::once(head).chain(quotes(reasons, None, &self.say("case-reasons-source"))).collect(),
        }
    }

    fn cited(&self) -> Vec<Block> {
        let cited = &self.file.order.cited;
        if cited.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.section(self.say("case-cited"))];
        for one in cited {
            let written = if one.as_written.is_empty() { one.known_as.clone() } else { self.quoted(&one.as_written) };
            let force = self.say(&format!("review-in-force-{}", one.in_force));
            let known = if one.known_as.is_empty() || one.as_written.is_empty() {
                String::new()
            } else {
                format!(" — {}", one.known_as)
            };
            blocks.push(line(&self.say("case-cited-one"), format!("{written}{known}: {force}")));
            let wording = self.one(&one.wording);
            if !wording.is_empty() {
                blocks.extend(quotes(&wording, None, &one.source));
            }
        }
        blocks
    }

    fn people(&self) -> Vec<Block> {
        let file = self.file;
        let mut blocks = vec![self.chapter("case-people")];
        if file.people.is_empty() {
            blocks.push(body(self.say("case-people-none")));
        } else {
            let rows = file.people.iter().map(|person| {
                let who =
                    if person.name.is_empty() { person.label.clone() } else { format!("{} ({})", person.name, person.label) };
                let band = match (person.band.as_str(), person.is_child.as_str()) {
                    ("" | "unknown", "yes") => self.say("case-child"),
                    ("" | "unknown", "no") => self.code("age", "adult"),
                    (known, _) => self.code("age", known),
                };
                vec![who, self.code("role", &person.role), band, self.or_none(&person.posts.join("; "))]
            });
            let columns = [
                (self.say("case-who"), 0.34),
                (self.field("actor_roles", "role"), 0.22),
                (self.field("actor_ages", "band"), 0.16),
                (self.field("occupancies", "post"), 0.28),
            ];
            blocks.push(table(self.say("case-people-table"), &columns, rows.collect()));
        }
        blocks.push(self.section(self.say("case-complaint")));
        if file.complaints.is_empty() {
            blocks.push(body(self.say("case-fact-no-complaint")));
        }
        for complaint in &file.complaints {
            blocks.push(self.sub(complaint.reference.clone()));
            let lines = [
                ("filed", self.when(complaint.filed.as_ref())),
                ("channel", self.code("channel", &complaint.channel)),
                ("filer_capacity", self.code("filer", &complaint.filer_capacity)),
                ("signature", self.code("signature", &complaint.signature)),
                ("to_expert_group", self.code("tri", &complaint.to_expert_group)),
                ("decision", self.code("decision", &complaint.decision)),
                ("how_known", self.code("complaint-known", &complaint.how_known)),
            ];
            blocks.extend(lines.map(|(field, value)| line(&self.field("complaints", field), value)));
            if !complaint.note.is_empty() {
                blocks.push(line(&self.field("complaints", "note"), complaint.note.clone()));
            }
        }
        blocks
    }

    fn pairs(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("case-pairs"), body(self.say("case-pairs-text"))];
        if self.file.pairs.is_empty() {
            blocks.push(body(self.say("case-pairs-none")));
        }
        for pair in &self.file.pairs {
            let other =
                [pair.reference.clone(), pair.locator.clone()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
            let other = if other.is_empty() { self.say("case-pair-no-order") } else { other.join(", ") };
            blocks.push(self.sub(self.with("case-pair", &[("place", &pair.place.to_string()), ("other", &other)])));
            blocks.push(line(&self.field("comparator_pairs", "shared_features"), self.or_not_known(&pair.shared)));
            blocks.push(line(&self.field("comparator_pairs", "difference_in_treatment"), self.or_not_known(&pair.difference)));
            if !pair.rationale.is_empty() {
                blocks.push(line(&self.field("comparator_pairs", "rationale"), pair.rationale.clone()));
            }
            let verdict = if pair.verdict.is_empty() { self.say("case-no-verdict") } else { self.code("verdict", &pair.verdict) };
            blocks.push(line(&self.say("case-pair-other"), format!("{}; {verdict}", self.code("outcome", &pair.outcome))));
            let views: Vec<String> = pair.views.iter().map(|view| self.code("view", view)).collect();
            let counts = self.say(if pair.counts { "review-comparator-counts" } else { "review-comparator-not-yet" });
            blocks.push(line(&self.say("case-pair-views"), format!("{}. {counts}", self.or_none(&views.join("; ")))));
        }
        blocks
    }

    fn opinions(&self) -> Vec<Block> {
        let file = self.file;
        let mut blocks = vec![self.chapter("case-opinions"), self.section(self.say("case-state-experts"))];
        match &file.decision {
            None => blocks.push(body(self.say("case-fact-no-experts"))),
            Some(decision) => {
                let lines = [
                    ("number", self.or_not_known(&decision.number)),
                    ("requested", self.when(decision.requested.as_ref())),
                    ("decided", self.when(decision.decided.as_ref())),
                    ("extended", self.code("tri", &decision.extended)),
                    ("members_known", self.or_not_known(&decision.members)),
                    ("disciplines", self.or_not_known(&self.codes("discipline", &decision.disciplines))),
                    ("votes", self.or_not_known(&decision.votes)),
                    ("conclusion", self.code("conclusion", &decision.conclusion)),
                    ("reasons_level", self.code("reasons", &decision.reasons_level)),
                    ("dissent", self.code("tri", &decision.dissent)),
                    ("published", self.code("tri", &decision.published)),
                ];
                blocks.extend(lines.map(|(field, value)| line(&self.field("expert_decisions", field), value)));
            }
        }
        blocks.push(self.section(self.say("case-outside-experts")));
        if file.opinions.is_empty() {
            blocks.push(body(self.say("case-opinions-none")));
        }
        for opinion in &file.opinions {
            let who =
                if opinion.name.is_empty() { opinion.label.clone() } else { format!("{} ({})", opinion.name, opinion.label) };
            blocks.push(self.sub(who));
            let about = match opinion.place {
                0 => self.say("case-about-order"),
                place => self.with("case-about-item", &[("place", &place.to_string())]),
            };
            blocks.push(line(&self.say("case-about"), about));
            let lines = [
                ("discipline", self.or_not_known(&self.codes("discipline", &opinion.disciplines))),
                ("question", self.or_not_known(&opinion.question)),
                ("finding", self.or_not_known(&opinion.finding)),
                ("agrees_with_state", self.code("tri", &opinion.agrees)),
                ("independence_statement", self.or_not_known(&opinion.independence)),
                ("exhibit", self.or_none(&opinion.exhibit)),
            ];
            blocks.extend(lines.map(|(field, value)| line(&self.field("expert_opinions", field), value)));
        }
        blocks
    }

    fn platform(&self) -> Vec<Block> {
        let findings = &self.file.findings;
        let rows = [
            ("order_items", "outcome", self.counted("outcome", &findings.outcomes)),
            ("order_items", "platform_basis", self.counted("platform-basis", &findings.bases)),
            ("order_items", "platform_rules", self.counted("platform-rules", &findings.rules)),
        ];
        let mut blocks = vec![
            self.chapter("case-platform"),
            body(self.with("case-platform-text", &[("items", &self.texts.count(findings.items.into()))])),
        ];
        blocks.extend(rows.map(|(kind, field, value)| line(&self.field(kind, field), self.or_not_known(&value))));
        blocks
    }

    fn proceedings(&self) -> Vec<Block> {
        let file = self.file;
        let mut blocks = vec![self.chapter("case-proceedings")];
        if file.proceedings.is_empty() {
            blocks.push(body(self.say("case-fact-no-proceedings")));
        }
        for proceeding in &file.proceedings {
            let name = format!("{} {}", self.code("forum", &proceeding.forum), proceeding.number);
            blocks.push(self.sub(format!("{}: {}", proceeding.reference, name.trim())));
            let lines = [
                ("filed", self.when(proceeding.filed.as_ref())),
                ("due", self.when(proceeding.due.as_ref())),
                ("decided", self.when(proceeding.decided.as_ref())),
                ("stage", self.or_not_known(&proceeding.stage)),
                ("result", self.or_not_known(&proceeding.result)),
                ("remedies_exhausted", self.code("tri", &proceeding.exhausted)),
            ];
            blocks.extend(lines.map(|(field, value)| line(&self.field("proceedings", field), value)));
            if !proceeding.claim.is_empty() {
                blocks.push(line(&self.field("proceedings", "claim"), proceeding.claim.clone()));
            }
        }
        blocks.push(self.section(self.say("case-route")));
        match self.written_block("route") {
            Some(block) => blocks.push(block),
            None => blocks.push(body(self.say("case-route-usual"))),
        }
        let term = match self.written("term-for-claim") {
            "" => self.say("case-term-open"),
            day => self.with("case-term", &[("day", &self.texts.day(day))]),
        };
        blocks.push(line(&self.say("case-term-head"), term));
        blocks.push(self.section(self.say("case-reply")));
        let day = |name: &str| match self.written(name) {
            "" => self.say("record-not-known"),
            day => self.texts.day(day),
        };
        blocks.push(line(&self.say("case-reply-asked"), day("reply-asked-on")));
        blocks.push(line(&self.say("case-reply-answered"), day("reply-answered-on")));
        match self.written_under("reply", self.say("case-reply")) {
            Some(block) => blocks.push(block),
            None => blocks.push(body(self.say("case-reply-none"))),
        }
        blocks
    }

    fn argument(&self) -> Vec<Block> {
        let written: Vec<Block> =
            ["legal-argument", "relief-sought"].iter().filter_map(|name| self.written_block(name)).collect();
        if written.is_empty() {
            return Vec::new();
        }
        [vec![self.chapter("case-argument")], written].concat()
    }

    fn exhibits(&self) -> Vec<Block> {
        let exhibits = &self.file.exhibits;
        let mut blocks = vec![self.chapter("case-exhibits")];
        if exhibits.is_empty() {
            blocks.push(body(self.say("case-exhibits-none")));
            return blocks;
        }
        blocks.push(body(self.say("case-exhibits-text")));
        blocks.push(Block::Exhibits {
            caption: self.say("case-exhibits-caption"),
            heads: ["case-exhibit-number", "case-exhibit-what", "case-exhibit-captured", "case-exhibit-custody"]
                .map(|id| self.say(id)),
            exhibits: exhibits.iter().map(|exhibit| self.exhibit(exhibit)).collect(),
        });
        blocks.extend(self.pictures());
        blocks
    }

    fn exhibit(&self, exhibit: &super::Exhibit) -> Exhibit {
        let when = |when: Option<&super::When>| when.map(|when| said(when, self.texts)).unwrap_or_default();
        let file = exhibit.size.map_or_else(String::new, |size| {
            let args = [("media", exhibit.media.as_str().into()), ("size", self.texts.count(size).into())];
            self.texts.say("case-exhibit-file", &args)
        });
        let mut captured = joined([when(exhibit.captured.as_ref()), exhibit.captured_by.clone(), exhibit.tool.clone(), file]);
        if captured.is_empty() && exhibit.digest.is_empty() {
            captured = self.say("case-exhibit-not-kept");
        }
        let act = |act: &super::Act| {
            let done = self.texts.named("custody", &act.action);
            joined([when(act.at.as_ref()), done, act.actor.clone(), act.reason.clone()])
        };
        Exhibit {
            number: exhibit.number.clone(),
            description: joined([exhibit.called.clone(), exhibit.description.clone()]),
            captured,
            digest: exhibit.digest.clone(),
            custody: exhibit.custody.iter().map(act).collect(),
        }
    }

    /// Prints the photographs among the exhibits, byte for byte.
    fn pictures(&self) -> Vec<Block> {
        let printed = self.file.exhibits.iter().filter_map(|exhibit| Some((exhibit, exhibit.picture.as_ref()?)));
        let mut blocks: Vec<Block> = printed
            .map(|(exhibit, jpeg)| {
                let what = joined([exhibit.number.clone(), exhibit.called.clone(), exhibit.description.clone()]);
                let args = [("what", what.as_str().into()), ("digest", exhibit.digest.as_str().into())];
                let alt = self.texts.say("case-picture-alt", &[("what", what.as_str().into())]);
                Block::Photo(Photo { jpeg: Arc::clone(jpeg), alt, caption: self.texts.say("case-picture", &args) })
            })
            .collect();
        if !blocks.is_empty() {
            blocks.splice(0..0, [self.section(self.say("case-pictures")), body(self.say("case-pictures-text"))]);
        }
        if self.file.pictures_left > 0 {
            blocks.push(body(self.texts.say("case-pictures-left", &[("count", self.file.pictures_left.into())])));
        }
        if self.file.pictures_unfit > 0 {
            blocks.push(body(self.texts.say("case-pictures-unfit", &[("count", self.file.pictures_unfit.into())])));
        }
        blocks
    }

    fn verification(&self) -> Vec<Block> {
        let file = self.file;
        let mut blocks = vec![self.chapter("case-verify"), body(self.say("case-verify-text"))];
        let steps = ["case-verify-file", "case-verify-exhibit", "case-verify-entry", "case-verify-ledger", "case-verify-time"];
        blocks.extend(steps.map(|id| self.fact(self.say(id))));
        let skipped = file.entries.len().saturating_sub(ENTRIES_MAX);
        let entries = file.entries.iter().skip(skipped).map(|entry| Exhibit {
            number: entry.seq.to_string(),
            description: self.told(&entry.kind),
            captured: entry.at.map(|at| self.instant(at)).unwrap_or_default(),
            digest: entry.leaf.clone(),
            custody: Vec::new(),
        });
        if skipped > 0 {
            blocks.push(note(self.of("case-entries-cut", ENTRIES_MAX, file.entries.len())));
        }
        blocks.push(Block::Exhibits {
            caption: self.say("case-entries"),
            heads: ["case-entry-number", "case-entry-what", "case-entry-when", "case-entry-leaf"].map(|id| self.say(id)),
            exhibits: entries.collect(),
        });
        blocks
    }

    // An entry as a sentence about this order.
    fn told(&self, kind: &str) -> String {
        let args = [("of", ""), ("named", ""), ("for", ""), ("detail", "")];
        self.with(&format!("told-{}", kind.replace('_', "-")), &args)
    }

    fn instant(&self, at: i64) -> String {
        let moment = crate::model::time::Moment::exact(at, crate::model::time::ASTANA, crate::model::time::Basis::Observed);
        in_full(&super::When { moment, only_month: false }, self.texts)
    }

    fn method(&self) -> Vec<Block> {
        vec![self.chapter("case-method"), body(self.with("case-method-text", &[("version", &self.file.rubric)]))]
    }

    // What the file rests on, at the foot of its last page.
    fn digests(&self) -> Block {
        let file = self.file;
        let digest = |label: String, value: &str| Digest { label, value: value.to_owned() };
        let mut digests = vec![
            digest(self.say("case-verify-snapshot"), &file.snapshot),
            digest(self.texts.say("brief-seal-ledger", &[("count", file.ledger_size.into())]), &file.ledger_root),
            digest(self.with("case-method-digest", &[("version", &file.rubric)]), &file.rubric_digest),
        ];
        let others = file.rubrics.iter().filter(|(version, _)| *version != file.rubric);
        digests.extend(others.map(|(version, value)| digest(self.with("case-method-digest", &[("version", version)]), value)));
        Block::Digests { digests, note: self.say("case-verify-note") }
    }

    fn close(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("case-translator")];
        match self.written_block("translator-statement") {
            Some(block) => blocks.push(block),
            None => blocks.push(body(self.say("case-translator-none"))),
        }
        blocks.push(self.chapter("case-signature"));
        match self.written_block("signature") {
            Some(block) => blocks.push(block),
            None => blocks.push(body(self.say("case-signature-none"))),
        }
        blocks.push(self.digests());
        blocks
    }
}

/// Words of records side by side, those that there are.
fn joined<const N: usize>(parts: [String; N]) -> String {
    printable(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}
