//! Notices of the works by others that are inside the program: fonts and word lists.

use super::App;
use super::wire::{Nothing, Notice, Notices};
use crate::error::Result;

macro_rules! notice {
    ($work:literal, $file:literal) => {
        ($work, include_str!(concat!("../../../../assets/", $file)))
    };
}

const NOTICES: [(&str, &str); 7] = [
    notice!("Source Serif 4", "fonts/LICENSE-SourceSerif4.txt"),
    notice!("Source Sans 3", "fonts/LICENSE-SourceSans3.txt"),
    notice!("IBM Plex Mono", "fonts/LICENSE-IBMPlexMono.txt"),
    notice!("kk.txt: hunspell-kk", "words/LICENSE-hunspell-kk.txt"),
    notice!("ru.txt: hunspell-ru", "words/LICENSE-hunspell-ru.txt"),
    notice!("en.txt: EFF large word list", "words/LICENSE-eff.txt"),
    notice!("en.txt: SCOWL", "words/LICENSE-scowl.txt"),
];

pub(super) fn notices(_: &App, _: Nothing) -> Result<Notices> {
    let notice = |(work, text): (&str, &str)| Notice { work: work.to_owned(), text: text.to_owned() };
    Ok(Notices { rows: NOTICES.into_iter().map(notice).collect() })
}

#[cfg(test)]
mod tests {
    use super::NOTICES;
    use std::path::Path;

    /// A notice that lies beside a font or a list and is not shown would not be given to anybody.
    #[test]
    fn every_notice_of_the_assets_is_shown() {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
        let mut there: Vec<String> = ["fonts", "words"]
            .iter()
            .flat_map(|folder| std::fs::read_dir(assets.join(folder)).unwrap())
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("LICENSE"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect();
        let mut shown: Vec<String> = NOTICES.iter().map(|(_, text)| (*text).to_owned()).collect();
        there.sort();
        shown.sort();
        assert_eq!(shown, there);
    }
}
