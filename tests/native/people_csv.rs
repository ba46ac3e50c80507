//! Lists of staff as they are found in schools: whatever a line holds, it becomes somebody or gets its reason.

use crate::common::header;
use lesbezoek::domain::{Competence, Person, PersonId, Profile, Role, TeachingYears};
use lesbezoek::exchange::{
    LineError, MAX_SHEET_BYTES, SheetChange, SheetError, SheetLine, lines_to_mend, plan_sheet, read_sheet,
};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

fn lines(text: &str) -> Vec<(u64, Result<Profile, LineError>)> {
    let lines = read_sheet(text.as_bytes()).expect("a list");
    lines.into_iter().map(|SheetLine { line, profile }| (line, profile)).collect()
}

fn names(text: &str) -> Vec<String> {
    lines(text).into_iter().map(|(_, profile)| profile.expect("sound").name).collect()
}

fn groups(list: &[&str]) -> Vec<String> {
    list.iter().map(|group| (*group).to_owned()).collect()
}

#[test]
fn what_excel_saves_is_read_whole() {
    let text = "\u{feff}Naam;Functie;Groep(en);Jaren ervaring;Bekwaamheid\r\n\
                \"Aydın; Noor\";Leerkracht;3/4;12 jaar;vakbekwaam\r\n\
                ;;;;\r\n\
                \r\n\
                Meester \"\"Bram\"\";IB'er;;31+;\r\n\
                \"Juf \"\"Zoë\"\"\";leerkracht;\"5, 6\";3,5;start\r\n";
    let noor = Profile {
        role: Some(Role::Teacher),
        groups: groups(&["3/4"]),
        years: Some(TeachingYears::UpTo30),
        competence: Some(Competence::Proficient),
        ..Profile::named("Aydın; Noor")
    };
    let bram = Profile {
        role: Some(Role::Coach),
        years: Some(TeachingYears::Beyond30),
        ..Profile::named("Meester \"\"Bram\"\"")
    };
    let zoe = Profile {
        role: Some(Role::Teacher),
        groups: groups(&["5", "6"]),
        years: Some(TeachingYears::UpTo3),
        competence: Some(Competence::Starting),
        ..Profile::named("Juf \"Zoë\"")
    };
    assert_eq!(lines(text), [(2, Ok(noor)), (5, Ok(bram)), (6, Ok(zoe))]);
}

#[test]
fn the_separator_and_the_language_do_not_matter() {
    for text in [
        "Naam;Groep;Rol\nNoor;5;leerkracht\n",
        "Name,Group,Role\nNoor,5,teacher\n",
        "role\tclass\tname\r\nTeacher\t5\tNoor",
        "sep=;\r\nNaam;Groep;Rol\r\nNoor;5;LEERKRACHT",
        "\"Naam, voluit\";Groep;Rol\nNoor;5;leerkracht",
        "E-mail;Voornaam;Tussenvoegsel;Achternaam;Groep;Functie\nn@x.nl;Noor;;;5;leraar",
    ] {
        let noor = Profile { role: Some(Role::Teacher), groups: groups(&["5"]), ..Profile::named("Noor") };
        assert_eq!(lines(text).into_iter().map(|(_, one)| one).collect::<Vec<_>>(), [Ok(noor)], "{text}");
    }
    assert_eq!(lines("sep=,\nname\nNoor").first().map(|(line, _)| *line), Some(3));
    let parts = "Voornaam;Tussenvoegsel;Achternaam\nNoor;van der;Berg\nBram;;Smit\n";
    assert_eq!(names(parts), ["Noor van der Berg", "Bram Smit"]);
}

#[test]
fn a_whole_name_stands_by_itself_and_half_a_one_beside_its_other_half() {
    for (text, name) in [
        ("Volledige naam;Voornaam;Achternaam\nNoor Berg;Noor;Berg\n", "Noor Berg"),
        ("Volledige naam;Voornaam;Tussenvoegsel;Achternaam\n;Noor;van den;Berg\n", "Noor van den Berg"),
        ("Voornaam;Naam\nNoor;Berg\n", "Noor Berg"),
        ("Naam;Voornaam\nBerg;Noor\n", "Noor Berg"),
        ("Voornaam;Tussenvoegsel;Naam\nNoor;van den;Berg\n", "Noor van den Berg"),
        ("Voornaam;Tussenvoegsel;Naam\nNoor;;Berg\n", "Noor Berg"),
        ("Volledige naam;Voornaam;Achternaam\nN. Berg;Noor;Berg\n", "N. Berg"),
        ("Medewerker;Roepnaam;Achternaam\n100234;Noor;Berg\n", "Noor Berg"),
        ("Volledige naam;Voornaam\nNoor Berg;Noor\n", "Noor Berg"),
        ("Voornaam;Naam\nJan;Jansen\n", "Jan Jansen"),
        ("Naam;Achternaam\nNoor;Berg\n", "Noor Berg"),
        ("Naam;Tussenvoegsel\nBerg;van den\n", "van den Berg"),
        ("Naam\nNoor Berg\n", "Noor Berg"),
    ] {
        assert_eq!(names(text), [name], "{text}");
    }
}

#[test]
fn a_bare_list_of_names_needs_no_header() {
    assert_eq!(names("Juf Noor\n\nMeester Bram\n"), ["Juf Noor", "Meester Bram"]);
    assert_eq!(names("Juf Noor;;\nMeester Bram;;\n"), ["Juf Noor", "Meester Bram"]);
}

#[test]
fn latin_letters_of_an_old_excel_are_letters() {
    let read = read_sheet(b"Naam;Rol\r\nZo\xeb van \x91t Hof;ib\x92er\r\n").expect("a list");
    let zoe = Profile { role: Some(Role::Coach), ..Profile::named("Zoë van ‘t Hof") };
    assert_eq!(read, [SheetLine { line: 2, profile: Ok(zoe) }]);
}

#[test]
fn each_line_that_cannot_be_used_says_why_and_the_others_are_used() {
    let text = "Naam;Rol;Jaren;Fase\n\
                Noor;conciërge;;\n\
                ;leerkracht;3;\n\
                Bram;;2014;\n\
                noor ;;;\n\
                Zoë;;5-15;\n\
                Fatima;;;ver\n\
                Jan;-;?;n.v.t.\n\
                jan;;;\n";
    let wrong = [
        (2, LineError::Role("conciërge".to_owned())),
        (3, LineError::NoName),
        (4, LineError::Years("2014".to_owned())),
        (6, LineError::Years("5-15".to_owned())),
        (7, LineError::Competence("ver".to_owned())),
        (9, LineError::Twice(8)),
    ];
    let (sound, found): (Vec<_>, Vec<_>) = lines(text).into_iter().partition(|(_, one)| one.is_ok());
    assert_eq!(found, wrong.map(|(line, why)| (line, Err(why))));
    assert_eq!(sound, [(5, Ok(Profile::named("noor"))), (8, Ok(Profile::named("Jan")))]);
}

#[test]
fn what_a_school_calls_its_people_is_understood() {
    let text = "Naam;Functie\n\
                Noor;Juf\n\
                Bram;MEESTER\n\
                Zoë;Kwaliteitscoördinator\n\
                Fatima;Directrice\n\
                Jan;Klassenassistent\n\
                Anna;Leraar in opleiding\n";
    let roles: Vec<_> =
        lines(text).into_iter().map(|(_, profile)| profile.expect("sound").role.expect("a role")).collect();
    let expected = [Role::Teacher, Role::Teacher, Role::Coach, Role::Leader, Role::Assistant, Role::Student];
    assert_eq!(roles, expected);
}

#[test]
fn a_quotation_mark_that_was_left_open_is_named_by_the_line_where_it_stands() {
    let text = format!("Naam;Rol\nNoor;leerkracht\n\"Bram;leerkracht\n{}", "Iemand;leerkracht\n".repeat(50));
    let found = lines(&text);
    assert_eq!(found.last(), Some(&(3, Err(LineError::NoEnd))));
    assert_eq!(found.len(), 2);
}

#[test]
fn the_lines_that_cannot_be_used_stay_as_they_are_below_their_headers() {
    let text = "\u{feff}sep=;\r\n\r\nNaam;Rol;\"Jaren; ervaring\"\r\n\
                Noor;leerkracht;3\r\n\
                \r\n\
                \"Smit; \"\"Jan\"\"\";conciërge;\r\n\
                ;;\r\n\
                Bram;\"ib'er\nen meer\";\r\n\
                Zoë;student;\r\n\
                noor;;\r\n\
                \r\n";
    let left = lines_to_mend(text.as_bytes());
    assert_eq!(
        left,
        "sep=;\nNaam;Rol;\"Jaren; ervaring\"\n\
         \"Smit; \"\"Jan\"\"\";conciërge;\n\
         Bram;\"ib'er\nen meer\";\n\
         noor;;"
    );
    // What is put right there is read, the name that stood there twice now stands there once.
    let mended = left.replace("conciërge", "student").replace("\nen meer", "");
    assert_eq!(names(&mended), ["Smit; \"Jan\"", "Bram", "noor"]);
    assert_eq!(lines_to_mend(mended.as_bytes()), "");
    // A list without headers, a cell without an end, and what is no list.
    assert_eq!(lines_to_mend(b"Noor\nBram\nNOOR\n"), "NOOR");
    let open = "Naam;Rol\nNoor;leerkracht\n\"Bram;leerkracht\nZo\u{eb};leerkracht\n";
    let open = format!("{open}{}", "Iemand;leerkracht\n".repeat(50));
    assert_eq!(lines_to_mend(open.as_bytes()), open.replacen("Noor;leerkracht\n", "", 1).trim_end());
    assert_eq!(lines_to_mend(b"Noor;leerkracht\nBram;student\n"), "");
}

#[test]
fn what_is_no_list_is_refused_with_the_reason() {
    assert_eq!(read_sheet(b""), Err(SheetError::Empty));
    assert_eq!(read_sheet("\u{feff}\r\n;;\r\n".as_bytes()), Err(SheetError::Empty));
    assert_eq!(read_sheet(b"Noor;leerkracht;5\nBram;ib'er;\n"), Err(SheetError::NoNameColumn));
    assert_eq!(read_sheet(&vec![b'a'; MAX_SHEET_BYTES + 1]), Err(SheetError::TooLarge));
    assert_eq!(read_sheet("Naam;Rol\n".as_bytes()), Ok(Vec::new()));
}

fn kept(number: u128, profile: Profile) -> Person {
    Person::begin(PersonId(Uuid::from_u128(number)), profile, header().exported_at)
}

#[test]
fn those_who_are_in_the_list_are_found_by_name_and_keep_what_the_file_leaves_open() {
    let noor = Profile { role: Some(Role::Teacher), groups: groups(&["5"]), ..Profile::named("Noor") };
    let people = [kept(1, noor.clone()), kept(2, Profile::named("Bram"))];
    let sheet = read_sheet("Naam;Jaren;Groep\nNOOR;2;\nbram;;\nZoë;;7\n;3;\n".as_bytes()).expect("a list");
    let changed = Profile { years: Some(TeachingYears::UpTo3), ..noor };
    let plan = plan_sheet(sheet, &people);
    let [noor, bram] = people;
    let zoe = Profile { groups: groups(&["7"]), ..Profile::named("Zoë") };
    assert_eq!(
        plan,
        [
            (2, SheetChange::Change(noor, changed)),
            (3, SheetChange::Same(bram.profile)),
            (4, SheetChange::Add(zoe)),
            (5, SheetChange::Wrong(LineError::NoName)),
        ]
    );
}

#[test]
fn five_thousand_lines_are_read_at_once() {
    let rows: String = (0..5_000)
        .map(|n| format!("\"Collega; {n}\";leerkracht;{}/{};{}\r\n", n % 8, n % 8 + 1, n % 40))
        .collect();
    let sheet = read_sheet(format!("\u{feff}Naam;Rol;Groep;Jaren\r\n{rows}").as_bytes()).expect("a list");
    assert_eq!(sheet.len(), 5_000);
    assert!(sheet.iter().all(|line| line.profile.is_ok()));
    assert_eq!(sheet.last().map(|line| line.line), Some(5_001));
    let people: Vec<_> =
        sheet.iter().zip(1..).filter_map(|(line, n)| Some(kept(n, line.profile.clone().ok()?))).collect();
    let again = plan_sheet(sheet, &people);
    assert!(again.iter().all(|(_, change)| matches!(change, SheetChange::Same(_))));
}

/// A cell as a spreadsheet writes it: in quotation marks where it must be, and sometimes where it need not.
fn cell(text: &str, separator: char, always: bool) -> String {
    if always || text.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

proptest! {
    #[test]
    fn any_bytes_become_lines_in_order_or_a_reason(bytes in vec(any::<u8>(), 0..400)) {
        if let Ok(lines) = read_sheet(&bytes) {
            prop_assert!(lines.is_sorted_by_key(|line| line.line));
            prop_assert!(lines.iter().filter_map(|line| line.profile.as_ref().ok()).all(|one| !one.name.is_empty()));
            let is_wrong = lines.iter().any(|line| line.profile.is_err());
            prop_assert_eq!(!lines_to_mend(&bytes).is_empty(), is_wrong);
        }
    }

    #[test]
    fn any_text_with_a_header_becomes_lines(rest in "[\"';,\\t\\r\\n a-cNé0-9+-]{0,200}") {
        let text = ["Naam;Rol\n", &rest].concat();
        let lines = read_sheet(text.as_bytes()).expect("a list");
        // Of what is left no line is lost, but those may be right in which a name stood twice.
        let wrong = lines.iter().filter(|line| line.profile.is_err()).count();
        let left = lines_to_mend(text.as_bytes());
        let again = if left.is_empty() { Vec::new() } else { read_sheet(left.as_bytes()).expect("a list") };
        prop_assert_eq!(again.len(), wrong);
    }

    #[test]
    fn what_a_spreadsheet_wrote_is_what_is_read(
        rows in vec(("[a-zé;,\"']{1,20}", 0_usize..5, 0_u16..60, any::<bool>()), 0..40),
        separator in proptest::sample::select(vec![';', ',', '\t']),
        ending in proptest::sample::select(vec!["\n", "\r\n", "\r\n\r\n"]),
        mark in any::<bool>(),
    ) {
        let mut text = if mark { "\u{feff}".to_owned() } else { String::new() };
        text.push_str(&["Naam", "Rol", "Jaren"].join(&separator.to_string()));
        let mut expected = Vec::new();
        let name_of = |place: usize, name: &str| format!("{place} {name}");
        for (place, (name, role, years, always)) in rows.iter().enumerate() {
            let role = Role::ALL.get(*role).copied().expect("five roles");
            let cells = [name_of(place, name), role.name().to_owned(), years.to_string()];
            let cells = cells.map(|text| cell(&text, separator, *always));
            text.push_str(ending);
            text.push_str(&cells.join(&separator.to_string()));
            expected.push(Ok(Profile {
                role: Some(role),
                years: Some(TeachingYears::of(*years)),
                ..Profile::named(&name_of(place, name))
            }));
        }
        let read = read_sheet(text.as_bytes()).expect("a list");
        prop_assert_eq!(read.into_iter().map(|line| line.profile).collect::<Vec<_>>(), expected);
    }
}
