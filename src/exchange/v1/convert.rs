//! The parts of a visit, from and to the words of the domain.

use super::observation::{Answer, LogLine, Objection, PersonRef, Rating, RubricRef, Sign, Visit};
use crate::domain;

impl From<RubricRef> for domain::RubricRef {
    fn from(RubricRef { id, version, hash }: RubricRef) -> Self {
        Self { id, version, hash }
    }
}

impl From<domain::RubricRef> for RubricRef {
    fn from(domain::RubricRef { id, version, hash }: domain::RubricRef) -> Self {
        Self { id, version, hash }
    }
}

impl From<Visit> for domain::Visit {
    fn from(wire: Visit) -> Self {
        let person = |PersonRef { id, name }| domain::PersonRef { id: id.map(domain::PersonId), name };
        Self {
            date: wire.date,
            started_at: wire.started_at,
            ended_at: wire.ended_at,
            kind: wire.kind,
            teacher: person(wire.teacher),
            observer: person(wire.observer),
            group: wire.group,
            subject: wire.subject,
            pupils: wire.pupils,
            focus: wire.focus,
            chosen: wire.chosen_indicators,
            own_view_of: wire.own_view_of,
            keep_until: wire.keep_until,
        }
    }
}

impl From<&domain::Visit> for Visit {
    fn from(visit: &domain::Visit) -> Self {
        let person = |person: &domain::PersonRef| PersonRef {
            id: person.id.map(|domain::PersonId(id)| id),
            name: person.name.clone(),
        };
        Self {
            date: visit.date,
            started_at: visit.started_at,
            ended_at: visit.ended_at,
            kind: visit.kind,
            teacher: person(&visit.teacher),
            observer: person(&visit.observer),
            group: visit.group.clone(),
            subject: visit.subject.clone(),
            pupils: visit.pupils,
            focus: visit.focus.clone(),
            chosen_indicators: visit.chosen.clone(),
            own_view_of: visit.own_view_of,
            keep_until: visit.keep_until,
        }
    }
}

impl From<Objection> for Option<domain::Objection> {
    fn from(Objection { on, text }: Objection) -> Self {
        domain::Objection::said(on, text)
    }
}

impl From<domain::Objection> for Objection {
    fn from(domain::Objection { on, text }: domain::Objection) -> Self {
        Self { on, text }
    }
}

impl From<Rating> for domain::Rating {
    fn from(Rating { answer, look_fors, note, evidence }: Rating) -> Self {
        let answer = answer.map(|answer| match answer {
            Answer::Score(score) => domain::Answer::Score(score),
            Answer::NotObserved => domain::Answer::NotObserved,
        });
        Self { answer, look_fors, note, evidence }
    }
}

impl From<&domain::Rating> for Rating {
    fn from(rating: &domain::Rating) -> Self {
        let domain::Rating { answer, look_fors, note, evidence } = rating.clone();
        let answer = answer.map(|answer| match answer {
            domain::Answer::Score(score) => Answer::Score(score),
            domain::Answer::NotObserved => Answer::NotObserved,
        });
        Self { answer, look_fors, note, evidence }
    }
}

impl From<LogLine> for domain::LogLine {
    fn from(LogLine { id, at, text, meaning, indicator, domain, sign }: LogLine) -> Self {
        let sign = sign.map(|sign| match sign {
            Sign::Plus => domain::Sign::Plus,
            Sign::Minus => domain::Sign::Minus,
        });
        Self { id, at, text, meaning, domain, indicator, sign }
    }
}

impl From<&domain::LogLine> for LogLine {
    fn from(line: &domain::LogLine) -> Self {
        let domain::LogLine { id, at, text, meaning, domain, indicator, sign } = line.clone();
        let sign = sign.map(|sign| match sign {
            domain::Sign::Plus => Sign::Plus,
            domain::Sign::Minus => Sign::Minus,
        });
        Self { id, at, text, meaning, indicator, domain, sign }
    }
}
