//! Files under a passphrase, by the doors that the app uses, and with the program `age` on the other side.

use std::io::Write;
use std::process::{Command, Stdio};

use lesbezoek::exchange::{SECRET_BYTES, is_age_file, open_age, parse_document, seal_age};
use proptest::prelude::*;

const PASSPHRASE: &str = "paars kameel lantaarn negen";
const EXPORT: &[u8] = include_bytes!("../fixtures/groep5-rekenen.json");
/// Made by `age -p`, version 1.1.1 of Debian, of [`EXPORT`] with [`PASSPHRASE`].
const BY_AGE: &[u8] = include_bytes!("../fixtures/groep5-rekenen.json.age");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn what_goes_in_comes_out(content: Vec<u8>, secret: [u8; SECRET_BYTES], passphrase: String) {
        let file = seal_age(&passphrase, &content, &secret).expect("memory");
        prop_assert!(is_age_file(&file));
        prop_assert_eq!(open_age(&passphrase, &file), Ok(content));
    }

    #[test]
    fn anything_else_is_an_answer(bytes: Vec<u8>, line in "-> [a-zA-Z0-9 /+\n-]{0,80}") {
        let head = b"age-encryption.org/v1\n".as_slice();
        for file in [bytes.clone(), [head, &bytes].concat(), [head, line.as_bytes(), &bytes].concat()] {
            prop_assert!(open_age(PASSPHRASE, &file).is_err());
        }
    }
}

#[test]
fn a_file_of_the_program_age_is_opened() {
    assert!(is_age_file(BY_AGE));
    let content = open_age(PASSPHRASE, BY_AGE).expect("the passphrase");
    assert_eq!(content, EXPORT);
    parse_document(str::from_utf8(&content).expect("text")).expect("an export");
}

/// `cargo xtask test` brings the program; without it there is nothing to try, and it is said.
#[test]
fn the_program_age_opens_ours() {
    if Command::new("age").arg("--version").output().is_err() {
        assert!(std::env::var_os("LESBEZOEK_AGE").is_none(), "the program age is missing");
        eprintln!("not tried: the program age is missing");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let sealed = folder.path().join("export.json.age");
    std::fs::write(&sealed, seal_age(PASSPHRASE, EXPORT, &[7; SECRET_BYTES]).expect("memory"))
        .expect("a file");
    assert_eq!(opened_by_age(folder.path(), "iets anders"), None);
    assert_eq!(opened_by_age(folder.path(), PASSPHRASE).as_deref(), Some(EXPORT));
}

/// It asks on a terminal only: `script` gives it one, and hands it what stands on the input.
fn opened_by_age(folder: &std::path::Path, passphrase: &str) -> Option<Vec<u8>> {
    let mut age = Command::new("script")
        .args(["--quiet", "--return", "--command", "age --decrypt --output opened.json export.json.age"])
        .arg("/dev/null")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("script");
    let mut input = age.stdin.take().expect("an input");
    writeln!(input, "{passphrase}").expect("a line");
    let is_opened = age.wait().expect("an end").success();
    drop(input);
    is_opened.then(|| std::fs::read(folder.join("opened.json")).expect("a file"))
}
