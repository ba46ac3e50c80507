//! Dependencies point one way; who names what it may not turns this red.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// Lines of code below `src/<wing>` that name one of `forbidden`, comments left out.
fn offences(wing: &str, forbidden: &[&str]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(wing);
    let files = sources(&folder);
    assert!(!files.is_empty(), "{wing} has no files");
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if forbidden.iter().any(|name| code.contains(name)) {
                found.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
            }
        }
    }
    found
}

const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

#[test]
fn what_is_pure_knows_no_browser_and_nothing_above_it() {
    for (wing, above) in [
        (
            "domain",
            &[
                "crate::exchange",
                "crate::insight",
                "crate::store",
                "crate::i18n",
                "crate::ui",
                "crate::browser",
            ][..],
        ),
        ("insight", &["crate::exchange", "crate::store", "crate::i18n", "crate::ui", "crate::browser"]),
        ("exchange", &["crate::insight", "crate::store", "crate::i18n", "crate::ui", "crate::browser"]),
        ("store", &["crate::insight", "crate::i18n", "crate::ui", "crate::browser"]),
        ("i18n", &["crate::ui", "crate::browser"]),
        ("browser", &["crate::ui", "crate::i18n", "leptos"]),
    ] {
        let mut forbidden = above.to_vec();
        if wing != "browser" {
            forbidden.extend(BROWSER);
        }
        assert_eq!(offences(wing, &forbidden), Vec::<String>::new());
    }
}

#[test]
fn only_the_browser_wing_names_web_sys() {
    assert_eq!(offences("ui", &["web_sys", "js_sys", "gloo"]), Vec::<String>::new());
}

#[test]
fn nothing_on_a_page_is_made_of_text_as_markup_or_panics_on_purpose() {
    let forbidden = ["inner_html", "innerHTML", ".unwrap()", ".expect(", "panic!(", "todo!("];
    for wing in ["browser", "ui", "i18n"] {
        let found = offences(wing, &forbidden);
        let found: Vec<_> = found.into_iter().filter(|line| !line.contains("a real ")).collect();
        assert_eq!(found, Vec::<String>::new());
    }
}
