//! The method over very many reviews: judging all of them once more, and agreement over all pairs. A hundred thousand locked reviews with
//! `--bench`, four hundred without. The rows are put in without the ledger, which is no part of what is measured.

use anyhow::{Result, ensure};
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;
use tarazy_core::Env;
use tarazy_core::api::wire::{AgreementAsk, SeatTake};
use tarazy_tests::Office;
use tarazy_tests::measured::{Figure, millis, percentile, report};

const ROUNDS: usize = 5;

fn main() -> ExitCode {
    let is_measured = std::env::args().any(|word| word == "--bench");
    match measure(if is_measured { 50_000 } else { 200 }) {
        Ok(figures) => report(&figures, is_measured),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

// Answers as a reviewer leaves them: every question of the method, every third with words of the content, every tenth with a note.
fn answers(public_interest: &str) -> String {
    let given = [
        ("G1", "original"),
        ("G2", "seen"),
        ("G3", "yes"),
        ("A1", "LY"),
        ("A2", "LN"),
        ("A3", "LN"),
        ("A4", "LN"),
        ("A5", "LN"),
        ("A6", "LN"),
        ("A7", "none"),
        ("A8", "LN"),
        ("A9", "LN"),
        ("A10", public_interest),
        ("A11", "LY"),
        ("A12", "value_judgement"),
        ("A13", "LY"),
        ("A14", "N"),
        ("A15a", "NA"),
        ("A15b", "NA"),
        ("A15c", "NA"),
        ("A15d", "NA"),
        ("A15e", "NA"),
        ("A15f", "NA"),
        ("A16", "NA"),
        ("B1", "CT"),
        ("B3", "LN"),
        ("B4", "LY"),
        ("B5", "CT"),
        ("B6", "LY"),
        ("B7", "LN"),
        ("B8", "CT"),
        ("B9", "LN"),
        ("B10", "LN"),
        ("B11", "LN"),
        ("B12", "CT"),
        ("B13", "CT"),
        ("B14", "LY"),
        ("C1", "CT"),
        ("C2", "LN"),
        ("C3", "LY"),
        ("C4", "CT"),
        ("C5", "LY"),
    ];
    let answer = |(place, (code, value)): (usize, &(&str, &str))| {
        let quote = if place % 3 == 0 {
            ",\"quote\":\"Әкім уәдесін орындамады, ақша қайда кетті?\""
        } else {
            ""
        };
        let note =
            if place % 10 == 0 { ",\"note\":\"Екінші сөйлемнен айқын көрінеді.\"" } else { "" };
        format!("{{\"code\":\"{code}\",\"value\":\"{value}\"{quote}{note},\"confidence\":2}}")
    };
    format!("[{}]", given.iter().enumerate().map(answer).collect::<Vec<_>>().join(","))
}

fn measure(items: usize) -> Result<Vec<Figure>> {
    let file = tempfile::NamedTempFile::with_suffix(".csv")?;
    let mut out = std::io::BufWriter::new(file.as_file());
    writeln!(out, "номер предписания;дата предписания;ссылка")?;
    for n in 0..items {
        writeln!(out, "18-{n};{:02}.03.2025;https://t.me/kanal/{n}", 1 + n % 27)?;
    }
    out.flush()?;
    drop(out);
    let office = Office::new(Env::system(), false)?;
    office.import(file.path())?;
    office.app.seat_take(SeatTake { id: String::new(), name: "Айгүл".to_owned() })?;
    let vault = office.app.vault()?;
    vault.scratch(|db| {
        for (round, interest) in [("first", "LY"), ("second", "LY")] {
            // Every seventh of the second reviewers sees no public interest.
            let sql = format!(
                "INSERT INTO reviews (id, order_item_id, rubric, reviewer, answers, computed, rule, verdict, subtype, override_reason, locked_at, cycle, round)
                 SELECT randomblob(16), id, '1.0.0', 'Айгүл', iif('{round}' = 'second' AND rowid % 7 = 0, '{}', '{}'),
                   iif('{round}' = 'second' AND rowid % 7 = 0, 'other_lawful', 'legitimate_criticism'), iif('{round}' = 'second' AND rowid % 7 = 0, 'R5', 'R4c'),
                   iif('{round}' = 'second' AND rowid % 7 = 0, 'other_lawful', 'legitimate_criticism'), '', '', 1760000000, 1, '{round}' FROM order_items;
                 INSERT INTO judged SELECT id, 1, '1.0.0', 1, iif(rowid % 7 = 0, 'disputed', 'settled'), iif(rowid % 7 = 0, '', 'agreed'),
                   'legitimate_criticism', iif(rowid % 7 = 0, 'other_lawful', 'legitimate_criticism'), iif(rowid % 7 = 0, '', 'legitimate_criticism'), '', '',
                   '', '', '', 0, 0, 1760000000, 0, rowid % 7 <> 0 FROM order_items WHERE '{round}' = 'second'",
                answers("LN"),
                answers(interest)
            );
            db.execute_batch(&sql).map_err(|_| tarazy_core::Error::Inside("putting reviews in"))?;
        }
        Ok(())
    })?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let judged = vault.rejudge()?;
        times.push(millis(began.elapsed()));
        ensure!(judged.differing.is_empty(), "{} reviews differ", judged.differing.len());
        ensure!(judged.reviews == 2 * items as u64, "{} reviews were judged", judged.reviews);
    }
    let reviews = 2 * items;
    let mut figures = vec![Figure::new(
        &format!("judging {reviews} locked reviews once more, median"),
        percentile(&mut times, 50),
        2_000.0,
        "ms",
    )];
    let began = Instant::now();
    let agreement = office.app.agreement(AgreementAsk::default())?;
    figures.push(Figure::new(
        &format!("agreement over {items} pairs with all intervals"),
        millis(began.elapsed()),
        f64::INFINITY,
        "ms",
    ));
    ensure!(usize::try_from(agreement.pairs)? == items, "{} pairs were measured", agreement.pairs);
    let began = Instant::now();
    office.app.measures(tarazy_core::api::wire::Nothing {})?;
    figures.push(Figure::new("measures with the agreement on the verdict", millis(began.elapsed()), f64::INFINITY, "ms"));
    Ok(figures)
}
