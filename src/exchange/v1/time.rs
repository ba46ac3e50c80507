//! How days and moments are read: in the one form in which they are written. What chrono itself takes is more than that, and
//! weighs 12 KB.

use std::fmt::{self, Formatter};

use chrono::NaiveDate;
use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use crate::domain::{Moment, parse_day, parse_moment};

/// A text of a fixed form: what it is called where it is not, and what reads it.
struct Written<T>(&'static str, fn(&str) -> Option<T>);

impl<T> Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.1)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// As [`Written`], or null.
struct OrNone<T>(Written<T>);

impl<'de, T> Visitor<'de> for OrNone<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_str(self.0).map(Some)
    }
}

const MOMENT: Written<Moment> =
    Written("a moment such as 2026-11-23T09:44:00+01:00 (RFC 3339)", parse_moment);
const DAY: Written<NaiveDate> = Written("a day such as 2026-11-23", parse_day);

/// For `#[serde(deserialize_with)]`.
pub fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
    deserializer.deserialize_str(MOMENT)
}

/// For `#[serde(default, deserialize_with)]`.
pub fn maybe_moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Moment>, D::Error> {
    deserializer.deserialize_option(OrNone(MOMENT))
}

/// For `#[serde(deserialize_with)]`.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    deserializer.deserialize_str(DAY)
}

/// For `#[serde(default, deserialize_with)]`.
pub fn maybe_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    deserializer.deserialize_option(OrNone(DAY))
}
