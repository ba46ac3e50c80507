//! What many visits say together. Pure: people and visits come in, answers go out; no texts, no storage, no clock.

mod baseline;
mod comparison;
mod course;
mod coverage;
mod differences;
mod disclosure;
mod distribution;
mod division;
mod growth;
mod half;
mod interval;
mod ladder;
mod rater_agreement;
mod roster;
mod sample;
mod team;

pub use baseline::{FEWEST_TEACHERS, Period, Question, TooFewTeachers};
pub use comparison::{Comparison, SideBySide};
pub use course::{CourseFigures, FeedbackFigures, OnTask, PhaseFigures};
pub use coverage::{Band, Coverage, Meeting, Pair, Share};
pub use differences::{PartFigures, differences};
pub use distribution::{Distribution, percent};
pub use division::{Division, Part, Stage};
pub use growth::{ENOUGH, Growth, GrowthPoint, Reliability};
pub use interval::Interval;
pub use ladder::{Ladder, NextStep, Rung};
pub use rater_agreement::RaterAgreement;
pub use roster::{Roster, Who};
pub use sample::{Base, LeftOut, Lesson, Sample, Scale};
pub use team::{
    DomainFigures, GROWTH_BELOW, STRENGTH_FROM, TeamFigures, YearFigures, domain_figures, domain_totals,
};
