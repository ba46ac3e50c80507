//! Files that mean harm, or that somebody made by hand: each is refused with a message that says where and why, or is taken as
//! the data that it is. Nothing panics, and what was kept stays as it was.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::rc::Rc;

use crate::common::{draft, header};
use lesbezoek::domain::{Lang, Observation, ObservationId};
use lesbezoek::exchange::{
    BUILTIN_RUBRIC_JSON, export_with_drafts, parse_document, parse_rubric_file, plan_merge, plan_sheet,
    read_sheet,
};
use lesbezoek::i18n::{team_text, text};
use lesbezoek::store::{MemoryStore, RecordStore, Shelf};
use serde_json::{Value, json};
use uuid::Uuid;

const GOOD: &str = include_str!("../fixtures/groep5-rekenen.json");

/// Texts that do something where they are taken for anything but text.
const TEXTS: &[&str] = &[
    "<script>window.__ran=1</script>",
    "<img src=x onerror=\"window.__ran=1\">",
    "<svg onload=window.__ran=1><foreignObject><iframe src=javascript:1>",
    "javascript:window.__ran=1",
    "\"><a href=\"https://elders.example/\">klik</a>",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "=HYPERLINK(\"https://elders.example/\",\"klik\")",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "__proto__",
    "constructor",
    "../../../../etc/passwd",
    "'; DROP TABLE visits; --",
    "\u{202e}nokrats\u{2066}",
    "\u{0}\u{1}\u{7f}\u{85}",
    "\u{feff}\u{fffe}\u{2028}\u{2029}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
    "",
    " \n\t ",
];

/// Values of the wrong kind, and numbers that no one counts to. As text: JSON can say more than a value can hold.
const VALUES: &[&str] = &[
    "null",
    "true",
    "-1",
    "1.5",
    "1e400",
    "-1e400",
    "99999999999999999999999999",
    "NaN",
    "Infinity",
    "0x10",
    "[]",
    "{}",
    "[[[]]]",
    "\"2026-13-45\"",
    "\"9999999-01-01\"",
    "\"+262143-01-01T00:00:00Z\"",
    "\"not-a-uuid\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "{\"__proto__\":{\"x\":1},\"constructor\":1}",
];

/// A file with one of everything that a file may hold but rubrics, which have a test of their own.
fn whole() -> Value {
    let mut document: Value = serde_json::from_str(GOOD).expect("JSON");
    let now = header().exported_at.to_rfc3339();
    document["people"] = json!([{
        "id": Uuid::from_u128(5), "revision": 1, "updated_at": now, "name": "Juf Bea", "role": "teacher",
        "groups": ["5"], "years": "4-10", "competence": "basic",
    }]);
    document["plans"] = json!([{
        "id": Uuid::from_u128(6), "revision": 1, "created_at": now, "updated_at": now, "school_year": 2026, "vision": "Elke les begint met een doel",
        "goals": [{"id": Uuid::from_u128(7), "texts": {"title": "Doel op het bord", "owner": "Bea"},
                   "activities": [{"id": Uuid::from_u128(8), "text": "Studiedag", "who": "Allen"}]}],
    }]);
    // Of 25 answers and 20 lines one is as good as another.
    let visit = &mut document["observations"][0];
    visit["ratings"].as_object_mut().expect("ratings").retain(|id, _| id == "D2");
    visit["log"].as_array_mut().expect("a log").truncate(1);
    document["observations"][0]["objection"] = json!({"on": "2026-11-23", "text": "Zo was het niet"});
    document["observations"][0]["visit"]["keep_until"] = "2027-07-31".into();
    document
}

/// A path to each leaf, of those in a list the first alone.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                leaves(field, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            if let Some(first) = items.first() {
                leaves(first, &format!("{path}/0"), found);
            }
        }
        _ => found.push(path.to_owned()),
    }
}

/// What became of a file.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    Refused,
    Taken,
}

/// Reads a file as the screen does, and looks that nothing else happens.
fn import(case: &str, file: &str) -> Fate {
    let bystander = Observation { id: ObservationId(Uuid::from_u128(99)), ..draft() };
    let store = Rc::new(MemoryStore::default());
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    shelf.save(&bystander).expect("room");
    let key = format!("lesbezoek:1:observation:{}", bystander.id);
    let before = store.get(&key).expect("readable");
    let read = catch_unwind(|| parse_document(file)).unwrap_or_else(|_| panic!("{case}: a panic"));
    let fate = match read {
        Err(error) => {
            for lang in [Lang::Nl, Lang::En] {
                let said = text(lang).import_error(&error);
                assert!((10..1_200).contains(&said.chars().count()), "{case}: {said}");
                assert!(!said.contains(['\u{202e}', '\u{2066}', '\u{0}']), "{case}: {said}");
            }
            assert_eq!(store.keys().expect("readable").len(), 1, "{case}: nothing is kept of it");
            Fate::Refused
        }
        Ok(read) => {
            let out = export_with_drafts(
                &read.header,
                &read.rubrics,
                &read.people,
                &read.observations,
                &read.plans,
                &read.drafts,
            );
            let again =
                parse_document(&out.expect("an export")).unwrap_or_else(|error| panic!("{case}: {error}"));
            assert_eq!(again.observations, read.observations, "{case}: it is not the data that it was");
            assert_eq!((again.people, again.plans), (read.people, read.plans), "{case}");
            for item in plan_merge(read.observations, |id| shelf.load(id).ok().flatten()) {
                let incoming = item.incoming.clone();
                shelf.merge(&item).expect("room");
                assert_eq!(shelf.load(incoming.id).expect("sound"), Some(incoming), "{case}");
            }
            Fate::Taken
        }
    };
    assert_eq!(store.get(&key).expect("readable"), before, "{case}: another visit changed");
    fate
}

#[test]
fn texts_that_mean_harm_are_data_in_every_field_or_are_refused() {
    let document = whole();
    let mut paths = Vec::new();
    leaves(&document, "", &mut paths);
    let (mut cases, mut taken) = (BTreeSet::new(), 0);
    for path in &paths {
        if !document.pointer(path).is_some_and(Value::is_string) {
            continue;
        }
        for hostile in TEXTS {
            let mut file = document.clone();
            *file.pointer_mut(path).expect("there") = (*hostile).into();
            let case = format!("{path} = {hostile:?}");
            taken += usize::from(import(&case, &file.to_string()) == Fate::Taken);
            assert!(cases.insert(case));
        }
    }
    assert!(cases.len() >= 500 && taken >= 200, "{} cases, {taken} taken", cases.len());
}

#[test]
fn values_of_the_wrong_kind_are_refused_with_their_place_or_mean_nothing() {
    let document = whole();
    let mut paths = Vec::new();
    leaves(&document, "", &mut paths);
    let mut refused = 0;
    for path in &paths {
        for value in VALUES {
            let mut file = document.clone();
            *file.pointer_mut(path).expect("there") = "@here@".into();
            let file = file.to_string().replace("\"@here@\"", value);
            refused += usize::from(import(&format!("{path} = {value}"), &file) == Fate::Refused);
        }
    }
    assert!(refused >= 500, "{refused} refused of {}", paths.len() * VALUES.len());
}

#[test]
fn keys_that_mean_something_to_a_script_mean_nothing_here() {
    let document = whole();
    for place in [
        "",
        "/observations/0",
        "/observations/0/visit",
        "/observations/0/ratings",
        "/observations/0/talk",
        "/people/0",
    ] {
        for key in
            ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "\u{202e}", "a.b[0]"]
        {
            let mut file = document.clone();
            let object = file.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
            object.insert(key.to_owned(), json!({"score": 4, "answer": {"score": 4}}));
            import(&format!("{place} with {key:?}"), &file.to_string());
        }
    }
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    for key in ["id", "revision", "visit", "talk", "log"] {
        let file = GOOD.replacen(&format!("\"{key}\":"), &format!("\"{key}\": null, \"{key}\":"), 1);
        assert_eq!(import(&format!("{key} twice"), &file), Fate::Refused);
    }
}

#[test]
fn a_file_that_stops_anywhere_is_refused() {
    let file = whole().to_string();
    for end in (1..file.len()).step_by(file.len() / 60).filter(|end| file.is_char_boundary(*end)) {
        assert_eq!(import(&format!("cut at {end}"), &file[..end]), Fate::Refused);
    }
}

#[test]
fn what_is_no_export_is_refused() {
    let deep = "[".repeat(100_000);
    let deep_value =
        format!(r#"{{"format":"lesbezoek-export","version":1,"x":{}"#, "{\"a\":".repeat(100_000));
    let long =
        format!(r#"{{"format":"lesbezoek-export","version":1,"purpose":"{}"}}"#, "é".repeat(1_000_000));
    let newer = r#"{"format":"lesbezoek-export","version":2}"#;
    let endless = r#"{"format":"lesbezoek-export","version":18446744073709551616}"#;
    let below = r#"{"format":"lesbezoek-export","version":-1}"#;
    for file in [
        "",
        " ",
        "null",
        "[]",
        "\"\"",
        "0",
        "\u{0}",
        "PK\u{3}\u{4}",
        "<!doctype html><script>1</script>",
        "naam;rol\nx;y",
        "{\"format\":\"\u{202e}x\"}",
        &deep,
        &deep_value,
        &long,
        newer,
        endless,
        below,
        "\u{feff}\u{feff}{}",
        "\u{fffe}{}",
    ] {
        assert_eq!(import(&file.chars().take(40).collect::<String>(), file), Fate::Refused);
    }
}

#[test]
fn a_file_for_an_appraisal_may_hold_no_visit_of_a_colleague() {
    let with = |purpose: &str, kind: &str| {
        let mut file = whole();
        file["purpose"] = purpose.into();
        file["observations"][0]["visit"]["kind"] = kind.into();
        import(&format!("{purpose} with {kind}"), &file.to_string())
    };
    for kind in ["peer", "coach", "self"] {
        assert_eq!(with("appraisal", kind), Fate::Refused);
        assert_eq!(with("coaching", kind), Fate::Taken);
    }
    assert_eq!(with("appraisal", "leader"), Fate::Taken);
}

#[test]
fn rubrics_that_mean_harm_are_data_or_are_refused() {
    let rubric: Value = serde_json::from_str(BUILTIN_RUBRIC_JSON).expect("JSON");
    let document = json!({"format": "lesbezoek-rubric", "version": 1, "rubric": rubric});
    assert!(parse_rubric_file(&document.to_string()).is_ok());
    let mut paths = Vec::new();
    leaves(&document, "", &mut paths);
    let mut refused = 0;
    // The first of each list, and of the look-fors.
    for path in paths {
        for hostile in TEXTS
            .iter()
            .map(|text| Value::from(*text).to_string())
            .chain(VALUES.iter().map(|one| (*one).to_owned()))
        {
            let mut file = document.clone();
            *file.pointer_mut(&path).expect("there") = "@here@".into();
            let file = file.to_string().replace("\"@here@\"", &hostile);
            let read =
                catch_unwind(|| parse_rubric_file(&file)).unwrap_or_else(|_| panic!("{path} = {hostile}"));
            if let Err(error) = read {
                refused += 1;
                assert!(text(Lang::Nl).import_error(&error).chars().count() > 10, "{path} = {hostile}");
            }
        }
    }
    assert!(refused >= 100, "{refused}");
}

#[test]
fn lists_of_staff_that_mean_harm_are_names_or_get_their_reason() {
    for hostile in TEXTS {
        for file in [
            format!("Naam;Functie;Groep\n{hostile};leerkracht;5\n"),
            format!("Naam,Functie\n\"{}\",{hostile}\n", hostile.replace('"', "\"\"")),
            format!("{hostile};{hostile}\n{hostile};{hostile}"),
            format!("\u{feff}sep={hostile}\nNaam\nA"),
        ] {
            let read = catch_unwind(|| read_sheet(file.as_bytes())).unwrap_or_else(|_| panic!("{file:?}"));
            match read {
                Ok(lines) => {
                    for line in &lines {
                        let name = line.profile.as_ref().map(|one| one.name.as_str()).unwrap_or_default();
                        assert!(!name.contains(['\u{202e}', '\u{2066}', '\u{0}', '\n']), "{file:?}");
                    }
                    assert!(plan_sheet(lines, &[]).len() < 10, "{file:?}");
                }
                Err(error) => assert!(!team_text(Lang::Nl).sheet_error(&error).is_empty(), "{file:?}"),
            }
        }
    }
    // UTF-16, with and without its second half, and bytes that are no text at all.
    let utf16: Vec<u8> = "\u{feff}Naam\nÅsa".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        &utf16[..],
        &utf16[..utf16.len() - 1],
        &[0xff, 0xfe, 0x00, 0xd8],
        &[0xfe, 0xff],
        &[0xc3, 0x28],
        &[0; 64],
    ] {
        assert!(catch_unwind(|| drop(read_sheet(bytes))).is_ok(), "{bytes:?}");
    }
}
