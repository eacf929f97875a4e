//! Search, help with the filter, and near duplicates.

use super::desk::Words;
use super::wire::{
    ById, FilterAsk, FilterHint, FilterHints, FilterProblem, NearDuplicate, NearDuplicates, SearchAsk, SearchHit, SearchPage,
    SnippetSegment, Trilingual,
};
use super::{App, parse_id, small};
use crate::error::Result;
use crate::model::filter::{Field, Filter, Problem, Term, Test, complete};
use crate::store::{Hit, Order, Vault};

const HITS_MAX: u32 = 100;

pub(super) fn search(app: &App, args: SearchAsk) -> Result<SearchPage> {
    let vault = app.vault()?;
    let limit = usize::try_from(args.limit.min(HITS_MAX)).unwrap_or(0);
    let found = vault.search(&words_of(&args.words), limit)?;
    let words = Words::of(&vault)?;
    let hits = (1_u32..).zip(&found.hits).map(|(rank, hit)| shown(&vault, &words, hit, rank));
    Ok(SearchPage {
        total: small(found.total),
        more: found.more,
        ranked_of: small(found.total),
        hits: hits.collect::<Result<_>>()?,
    })
}

// What is typed into a search is words: what would be another term of a filter, or is no filter at all, is taken by its words.
fn words_of(text: &str) -> Filter {
    let is_words = |term: &Term| matches!(term.test, Test::Word(_) | Test::Phrase(_));
    if let Ok(filter) = Filter::parse(text)
        && filter.terms.iter().all(is_words)
    {
        return filter;
    }
    let bounded: String = text.chars().take(crate::model::filter::FILTER_BYTES_MAX).collect();
    let terms = bounded.split_whitespace().map(|word| Term { negated: false, test: Test::Word(word.to_owned()) });
    Filter { terms: terms.collect() }
}

fn shown(vault: &Vault, words: &Words, hit: &Hit, rank: u32) -> Result<SearchHit> {
    let order = vault.order(&hit.id)?;
    Ok(SearchHit {
        kind: hit.kind.code().to_owned(),
        id: hit.id.to_string(),
        title: title(words, &order),
        reference: order.reference,
        snippet: hit.snippet.iter().map(|s| SnippetSegment { text: s.text.clone(), hit: s.hit }).collect(),
        rank,
    })
}

fn title(words: &Words, order: &Order) -> Trilingual {
    let (issuer, addressee) = (words.authority(order.authority.as_ref()), words.platform(order.platform.as_ref()));
    let number = if order.number.is_empty() { String::new() } else { format!("№ {}", order.number) };
    let line = |of: fn(&Trilingual) -> &String| {
        let parts = [number.as_str(), of(&issuer), of(&addressee)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    Trilingual { kk: line(|t| &t.kk), ru: line(|t| &t.ru), en: line(|t| &t.en) }
}

pub(super) fn filter_complete(app: &App, args: FilterAsk) -> Result<FilterHints> {
    let vault = app.vault()?;
    let (platforms, authorities) = (vault.platform_names()?, vault.authorities()?);
    let known = |field| {
        let names = match field {
            Field::Platform => &platforms,
            Field::Authority => &authorities,
            _ => return Vec::new(),
        };
        let spoken = names.iter().map(|(_, n)| match args.lang.as_str() {
            "kk" => n.kk.clone(),
            "ru" => n.ru.clone(),
            _ => n.en.clone(),
        });
        spoken.filter(|name| !name.is_empty()).collect()
    };
    let cursor = byte_of(&args.text, args.cursor);
    let hints = complete(&args.text, cursor, &args.lang, known).into_iter().map(|hint| FilterHint {
        from: unit_of(&args.text, hint.from),
        to: unit_of(&args.text, hint.to),
        insert: hint.insert,
        label_code: hint.label,
    });
    Ok(FilterHints { hints: hints.collect(), problem: Filter::parse(&args.text).err().map(|p| problem(&args.text, p)) })
}

/// Puts a problem of a filter on the wire: places are counted as windows count them.
pub(super) fn problem(text: &str, problem: Problem) -> FilterProblem {
    FilterProblem {
        code: problem.code.to_owned(),
        from: unit_of(text, problem.from),
        to: unit_of(text, problem.to),
        suggestions: problem.suggestions,
    }
}

fn unit_of(text: &str, byte: usize) -> u32 {
    small(text.char_indices().take_while(|(at, _)| *at < byte).map(|(_, letter)| letter.len_utf16()).sum())
}

fn byte_of(text: &str, unit: u32) -> usize {
    let mut units = 0;
    let at = text.char_indices().find(|(_, letter)| {
        let is_there = units >= usize::try_from(unit).unwrap_or(usize::MAX);
        units += letter.len_utf16();
        is_there
    });
    at.map_or(text.len(), |(at, _)| at)
}

pub(super) fn near_duplicates(app: &App, args: ById) -> Result<NearDuplicates> {
    let rows = app.vault()?.near_duplicates(&parse_id(&args.id)?)?.into_iter().map(|near| {
        let (order, order_reference) = near.order.map(|(id, reference)| (id.to_string(), reference)).unwrap_or_default();
        NearDuplicate { item: near.item.to_string(), order, order_reference, similarity: near.similarity }
    });
    Ok(NearDuplicates { rows: rows.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_windows_count_them() {
        let text = "я𝄞b";
        assert_eq!((0..=4).map(|unit| byte_of(text, unit)).collect::<Vec<_>>(), [0, 2, 6, 6, 7]);
        assert_eq!([0, 2, 6, 7].map(|byte| unit_of(text, byte)), [0, 1, 3, 4]);
    }

    #[test]
    fn a_search_is_words_whatever_is_typed() {
        assert_eq!(words_of("слово -иное \"два слова\"").to_string(), "слово -иное \"два слова\"");
        assert_eq!(words_of("ground:drugs слово").to_string(), "ground:drugs слово");
        assert_eq!(words_of("\"без конца").terms.len(), 2);
    }
}
