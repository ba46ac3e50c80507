//! All that is kept about one teacher, for her to see: gathered record by record, to be read and as a file.
//!
//! What is written about the lesson of somebody else is that one's: of a visit that she made to others, and of a record that
//! names her, she gets that it is there and the sentence with her name.

use serde::Serialize;
use serde_json::Value;

use super::error::ExportError;
use super::export::ExportHeader;
use super::v1::{self, Device};
use crate::domain::{Moment, NameWords, Observation, ObservationId, Person, PersonRef, Rubric, VisitKind};

/// What `format` says in such a file. It is not read again: it is for a person.
const FORMAT: &str = "lesbezoek-access";

/// All that is kept about one teacher.
#[derive(Clone, Debug)]
pub struct Access {
    /// Who, with the name.
    pub who: PersonRef,
    words: NameWords,
    /// In the list of the school.
    pub person: Option<Person>,
    /// The visits to her, and her own lessons.
    pub visits: Vec<Kept>,
    /// The visits that she made to others.
    pub watched: Vec<Watched>,
    /// Where else her name stands.
    pub mentions: Vec<Mention>,
    /// What was put aside of her records.
    pub aside: Vec<SetAside>,
    /// So many records cannot be read.
    pub unreadable: usize,
}

/// A visit to her.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The visit.
    pub visit: Observation,
    /// When it last left this device.
    pub exported_at: Option<Moment>,
}

/// A visit that she made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Watched {
    /// Which visit.
    pub visit: ObservationId,
    /// The day.
    pub date: chrono::NaiveDate,
    /// Why.
    pub kind: VisitKind,
}

/// A kind of record in which a name may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A visit to somebody else.
    Visit,
    /// A plan of the school.
    Plan,
    /// A rubric in the making.
    RubricDraft,
    /// What was chosen on this device.
    Settings,
    /// What was put aside of any of them.
    SetAside,
}

/// A sentence with her name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// In what kind of record.
    pub source: Source,
    /// Which one of them: a day, a school year or a title.
    pub of: String,
    /// Where in it.
    pub path: String,
    /// The sentence.
    pub text: String,
}

/// A value that was put aside.
#[derive(Clone, Debug)]
pub struct SetAside {
    /// Where it is kept.
    pub key: String,
    /// What it holds.
    pub what: AsideContent,
}

/// What is in a value that was put aside.
#[derive(Clone, Debug)]
pub enum AsideContent {
    /// A state of a visit to her.
    Visit(Box<Observation>),
    /// It cannot be read; as it is.
    Raw(String),
}

impl Access {
    /// Nothing gathered yet.
    #[must_use]
    pub fn of(who: PersonRef, person: Option<Person>) -> Self {
        let words = NameWords::of(&who.name);
        Self {
            who,
            words,
            person,
            visits: Vec::new(),
            watched: Vec::new(),
            mentions: Vec::new(),
            aside: Vec::new(),
            unreadable: 0,
        }
    }

    /// Takes of a visit, with the names of the list, what is hers.
    pub fn take_visit(&mut self, visit: Observation, exported_at: Option<Moment>) {
        let about = &visit.visit;
        if about.teacher.is_same(&self.who) {
            return self.visits.push(Kept { visit, exported_at });
        }
        if about.observer.is_same(&self.who) {
            self.watched.push(Watched { visit: visit.id, date: about.date, kind: about.kind });
        }
        self.take_mentions(Source::Visit, &about.date.to_string(), &v1::Observation::from(&visit));
    }

    /// Takes of a visit that was put aside what is hers.
    pub fn take_aside(&mut self, key: &str, visit: Observation) {
        if visit.visit.teacher.is_same(&self.who) {
            let what = AsideContent::Visit(Box::new(visit));
            self.aside.push(SetAside { key: key.to_owned(), what });
        } else {
            self.take_mentions(Source::SetAside, key, &v1::Observation::from(&visit));
        }
    }

    /// Takes a value that was put aside and is no visit that can be read, if it is of her record or her visits. One that names
    /// her may be of somebody else: that it is there is counted.
    pub fn take_raw(&mut self, key: &str, raw: &str) {
        let is_of_visit = self.visits.iter().any(|one| key.contains(&one.visit.id.to_string()));
        let is_hers =
            is_of_visit || self.person.as_ref().is_some_and(|person| key.contains(&person.id.to_string()));
        if is_hers {
            self.aside.push(SetAside { key: key.to_owned(), what: AsideContent::Raw(raw.to_owned()) });
        } else if self.words.are_in(raw) {
            self.unreadable += 1;
        }
    }

    /// Takes the sentences with her name out of a record, as it is written.
    pub fn take_mentions(&mut self, source: Source, of: &str, written: &impl Serialize) {
        let Ok(value) = serde_json::to_value(written) else { return };
        let mut found = Vec::new();
        texts(&value, &mut String::new(), &mut |path, text| {
            // That she watched is told already.
            let is_told = source == Source::Visit && path == "visit.observer.name" && self.who.name == text;
            if !is_told {
                found.extend(self.words.sentences(text).map(|sentence| Mention {
                    source,
                    of: of.to_owned(),
                    path: path.to_owned(),
                    text: sentence.to_owned(),
                }));
            }
        });
        self.mentions.append(&mut found);
    }

    /// As a file. `rubrics` are those of her visits.
    ///
    /// # Errors
    /// [`ExportError::Json`] if a value cannot be written; the types leave no such value.
    pub fn to_json(&self, header: &ExportHeader, rubrics: &[Rubric]) -> Result<String, ExportError> {
        let visits = self.visits.iter().map(|one| File {
            exported_at: one.exported_at,
            visit: Some((&one.visit).into()),
            ..File::default()
        });
        let aside = self.aside.iter().map(|one| {
            let (visit, raw) = match &one.what {
                AsideContent::Visit(visit) => (Some((&**visit).into()), None),
                AsideContent::Raw(raw) => (None, Some(raw.as_str())),
            };
            File { key: Some(&one.key), visit, raw, ..File::default() }
        });
        let document = Document {
            format: FORMAT,
            version: 1,
            purpose: "access",
            made_at: header.exported_at,
            app: &header.app,
            device: &header.device,
            name: &self.who.name,
            person: self.person.as_ref().map(Into::into),
            visits: visits.collect(),
            watched: &self.watched,
            mentions: &self.mentions,
            set_aside: aside.collect(),
            unreadable: self.unreadable,
            rubrics: rubrics.iter().map(Into::into).collect(),
        };
        Ok(serde_json::to_string_pretty(&document)?)
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u64,
    purpose: &'static str,
    made_at: Moment,
    app: &'a str,
    device: &'a Device,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<v1::Person>,
    visits: Vec<File<'a>>,
    watched: &'a [Watched],
    mentions: &'a [Mention],
    set_aside: Vec<File<'a>>,
    unreadable: usize,
    rubrics: Vec<v1::Rubric>,
}

/// A record in the file.
#[derive(Default, Serialize)]
struct File<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exported_at: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<v1::Observation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
}

/// Every text in a value, with the path to it.
fn texts(value: &Value, path: &mut String, each: &mut impl FnMut(&str, &str)) {
    let length = path.len();
    match value {
        Value::String(text) => each(path, text),
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                path.push_str(&format!("[{place}]"));
                texts(item, path, each);
                path.truncate(length);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
                texts(field, path, each);
                path.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
