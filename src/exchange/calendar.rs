//! A visit that is still to come, as a file for a calendar (iCalendar, RFC 5545).

use chrono::Utc;
use icalendar::{Calendar, Component, Event, EventLike};

use crate::domain::{Moment, ObservationId, Visit};

/// A whole day, since a plan has no hour, with `title` and the teacher's question. The same visit has the same name for a
/// calendar, so that a file made anew takes the place of the earlier one.
#[must_use]
pub fn calendar_file(id: ObservationId, visit: &Visit, title: &str, now: Moment) -> String {
    let mut event = Event::new();
    event
        .uid(&format!("{id}@lesbezoek"))
        .timestamp(now.with_timezone(&Utc))
        .summary(title)
        .starts(visit.date);
    let focus = visit.focus.trim();
    if !focus.is_empty() {
        event.description(focus);
    }
    Calendar::new().push(event.done()).done().to_string()
}
