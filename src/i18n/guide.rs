//! What the talk is told with.

use super::text::Text;
use crate::domain::{Agreement, FollowUp, Outcome, Participant, TalkPoint};
use crate::i18n::date;

impl Text {
    /// What came of an agreement, in a word.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Done => self.guide().done,
            Outcome::Partly => self.guide().partly,
            Outcome::NotYet => self.guide().not_yet,
        }
    }

    /// "Klopt zo: leraar".
    #[must_use]
    pub fn right(&self, participant: Participant) -> &'static str {
        match participant {
            Participant::Teacher => self.guide().right_teacher,
            Participant::Observer => self.guide().right_observer,
        }
    }

    /// "Wisbordjes bij elke stap (I6)"; empty if the point has no words.
    #[must_use]
    pub fn point(&self, point: &TalkPoint) -> String {
        let text = point.text.trim();
        match &point.indicator {
            Some(id) if !text.is_empty() => format!("{text} ({id})"),
            _ => text.to_owned(),
        }
    }

    /// "Noor, 26-11-2026": who does it and by when, as far as it was agreed.
    #[must_use]
    pub fn who_and_when(&self, agreement: &Agreement) -> String {
        let who = Some(agreement.who.trim().to_owned()).filter(|who| !who.is_empty());
        who.into_iter().chain(agreement.when.map(date)).collect::<Vec<_>>().join(", ")
    }

    /// "Afgesproken op 12-11-2026: Noor, 26-11-2026".
    #[must_use]
    pub fn agreed(&self, one: &FollowUp) -> String {
        let on = (self.guide().agreed_on)(&date(one.agreed_on));
        let parts = [on, self.who_and_when(&one.agreement)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }
}
