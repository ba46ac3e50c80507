//! The visits that figures of a school rest on.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::roster::{Roster, Who};
use crate::domain::{
    Answer, Half, Indicator, Observation, Person, PersonId, Rubric, SchoolYear, Score, TeachingYears,
    VisitKind,
};

/// The visits of one school year that count.
#[derive(Clone, Debug)]
pub struct Sample<'a> {
    /// What they were scored with.
    pub rubric: &'a Rubric,
    /// The points of its scale.
    pub scale: Scale,
    /// The visits.
    pub lessons: Vec<Lesson<'a>>,
    left_out: BTreeMap<Half, LeftOut>,
}

/// A visit with who it is about, by number: the same people in another order of the visits have the same numbers.
#[derive(Clone, Debug)]
pub struct Lesson<'a> {
    /// The visit.
    pub visit: &'a Observation,
    /// Who taught.
    pub teacher: usize,
    /// Who watched, if anybody was named.
    pub observer: Option<usize>,
    /// How long the teacher has taught.
    pub years: Option<TeachingYears>,
}

/// Completed visits of the year that do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Lessons that teachers rated themselves.
    pub own: usize,
    /// Visits with another rubric, or another scale.
    pub other_rubric: usize,
    /// Visits in which no teacher is named: nobody knows of how many they are.
    pub no_teacher: usize,
}

/// How many stand behind a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// Visits.
    pub visits: usize,
    /// Who taught.
    pub teachers: usize,
    /// Who watched.
    pub observers: usize,
}

impl Base {
    /// Of these.
    #[must_use]
    pub fn of<'v>(lessons: impl IntoIterator<Item = &'v Lesson<'v>>) -> Self {
        let (mut visits, mut teachers, mut observers) = (0, BTreeSet::new(), BTreeSet::new());
        for lesson in lessons {
            visits += 1;
            teachers.insert(lesson.teacher);
            observers.extend(lesson.observer);
        }
        Self { visits, teachers: teachers.len(), observers: observers.len() }
    }
}

impl<'a> Sample<'a> {
    /// The completed visits of `year` to somebody, with `rubric` in any version that has the same scale.
    #[must_use]
    pub fn of(
        rubric: &'a Rubric,
        people: &[Person],
        visits: impl IntoIterator<Item = &'a Observation>,
        year: SchoolYear,
    ) -> Self {
        let roster = Roster::of(people);
        let years: BTreeMap<PersonId, Option<TeachingYears>> =
            people.iter().map(|person| (person.id, person.profile.years)).collect();
        let scale = Scale::of(rubric);
        let mut left_out = BTreeMap::<Half, LeftOut>::new();
        let mut counted = Vec::new();
        for visit in visits {
            if !visit.is_completed() || SchoolYear::of(visit.visit.date) != year {
                continue;
            }
            let teacher = roster.who(&visit.visit.teacher);
            let left_out = left_out.entry(Half::of(visit.visit.date)).or_default();
            if visit.visit.kind == VisitKind::SelfAssessment {
                left_out.own += 1;
            } else if visit.rubric.id != rubric.id || !scale.fits(visit) {
                left_out.other_rubric += 1;
            } else if let Some(teacher) = teacher {
                counted.push((visit, teacher, roster.who(&visit.visit.observer)));
            } else {
                left_out.no_teacher += 1;
            }
        }
        let everybody = counted.iter().flat_map(|(_, teacher, observer)| [Some(teacher), observer.as_ref()]);
        let everybody: BTreeSet<Who> = everybody.flatten().cloned().collect();
        let numbers: BTreeMap<Who, usize> = everybody.into_iter().zip(0..).collect();
        let lessons = counted.into_iter().filter_map(|(visit, teacher, observer)| {
            let years = match &teacher {
                Who::Known(id) => years.get(id).copied().flatten(),
                Who::Named(_) => None,
            };
            let observer = observer.and_then(|one| numbers.get(&one).copied());
            Some(Lesson { visit, teacher: numbers.get(&teacher).copied()?, observer, years })
        });
        Self { rubric, scale, lessons: lessons.collect(), left_out }
    }

    /// What is not among them: in the whole year, or in a half of it.
    #[must_use]
    pub fn left_out(&self, half: Option<Half>) -> LeftOut {
        let counted = self.left_out.iter().filter(|(one, _)| half.is_none_or(|half| half == **one));
        counted.fold(LeftOut::default(), |sum, (_, out)| LeftOut {
            own: sum.own + out.own,
            other_rubric: sum.other_rubric + out.other_rubric,
            no_teacher: sum.no_teacher + out.no_teacher,
        })
    }

    /// How many stand behind all of it.
    #[must_use]
    pub fn base(&self) -> Base {
        Base::of(&self.lessons)
    }
}

impl Lesson<'_> {
    /// What the visit says of an indicator that it looked at; `None`: nothing.
    #[must_use]
    pub fn answer(&self, indicator: &Indicator) -> Option<Answer> {
        self.visit.counted_answer(&indicator.id)
    }
}

/// The points that can be given, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale(Vec<Score>);

impl Scale {
    /// That of a rubric.
    #[must_use]
    pub fn of(rubric: &Rubric) -> Self {
        Self(rubric.scale.iter().map(|point| point.value).collect())
    }

    /// One of so many points, from 1.
    #[must_use]
    pub fn of_points(points: usize) -> Self {
        Self(Score::longest_scale().take(points).collect())
    }

    /// The points, lowest first.
    #[must_use]
    pub fn points(&self) -> &[Score] {
        &self.0
    }

    /// Lowest and highest, as numbers.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        let end = |point: Option<&Score>| point.map_or(0.0, |point| f64::from(point.get()));
        (end(self.0.first()), end(self.0.last()))
    }

    /// Which point it is, from 0.
    #[must_use]
    pub fn place(&self, score: Score) -> Option<usize> {
        self.0.iter().position(|point| *point == score)
    }

    /// Whether it lies in the upper half: more strong than weak. The middle of an odd scale does not.
    #[must_use]
    pub fn is_reached(&self, score: Score) -> bool {
        let (lowest, highest) = self.ends();
        2.0 * f64::from(score.get()) > lowest + highest
    }

    /// Whether a visit was scored on it, as far as can be seen.
    pub(super) fn fits(&self, visit: &Observation) -> bool {
        visit.ratings.values().all(|rating| match rating.answer {
            Some(Answer::Score(score)) => self.place(score).is_some(),
            _ => true,
        })
    }
}
