//! Who visited whom in a school year, and who is to be next.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{Person, PersonId, Role, SchoolYear, TeachingYears, VisitKind};

/// One visit, as far as it counts here. Somebody who is not in the school's list is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Who watched.
    pub visitor: Option<PersonId>,
    /// Who taught.
    pub visited: Option<PersonId>,
    /// The day of the lesson.
    pub date: NaiveDate,
    /// Why.
    pub kind: VisitKind,
    /// Whether it is still to come.
    pub is_planned: bool,
}

impl Meeting {
    /// Both, if they are of the list.
    fn pair(&self) -> Option<(PersonId, PersonId)> {
        self.visitor.zip(self.visited)
    }
}

/// One of the list with the visits of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who.
    pub id: PersonId,
    /// How often she or he visited a colleague.
    pub given: usize,
    /// How often a colleague came.
    pub received: usize,
    teaches: bool,
    years: Option<TeachingYears>,
}

/// Those who teach for as long, `None` for those of whom nobody said how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// How long.
    pub years: Option<TeachingYears>,
    /// How many they are.
    pub people: usize,
    /// How many visits they got together.
    pub visits: usize,
    /// What the one with the fewest got.
    pub fewest: usize,
    /// All who got so few, in the order of the list.
    pub least: Vec<PersonId>,
}

/// A visit that would be fair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Who goes.
    pub visitor: PersonId,
    /// To whom.
    pub visited: PersonId,
}

/// Who visited whom in one school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Everybody of the list, in its order.
    pub shares: Vec<Share>,
    /// How often the first visited the second; pairs that never met are absent.
    pub met: BTreeMap<(PersonId, PersonId), usize>,
    /// Visits of the year in which somebody is not of the list.
    pub others: usize,
    /// Pairs with a visit that is still to come.
    planned: Vec<(PersonId, PersonId)>,
}

impl Coverage {
    /// Counts the visits of `year`. Those that are planned count for who is next, and nowhere else.
    #[must_use]
    pub fn of(people: &[Person], meetings: &[Meeting], year: SchoolYear) -> Self {
        let share = |person: &Person| Share {
            id: person.id,
            given: 0,
            received: 0,
            teaches: teaches(person),
            years: person.profile.years,
        };
        let mut coverage = Self {
            shares: people.iter().map(share).collect(),
            met: BTreeMap::new(),
            others: 0,
            planned: Vec::new(),
        };
        let places: BTreeMap<PersonId, usize> =
            people.iter().enumerate().map(|(place, person)| (person.id, place)).collect();
        // A lesson that somebody rates alone is no visit.
        let is_visit = |meeting: &&Meeting| {
            SchoolYear::of(meeting.date) == year && meeting.kind != VisitKind::SelfAssessment
        };
        for meeting in meetings.iter().filter(is_visit) {
            match meeting.pair() {
                Some((visitor, visited)) if visitor == visited => {}
                Some(pair) if meeting.is_planned => coverage.planned.push(pair),
                Some((visitor, visited)) => {
                    *coverage.met.entry((visitor, visited)).or_default() += 1;
                    let [from, to] = [visitor, visited].map(|id| places.get(&id).copied());
                    if let Some(share) = from.and_then(|place| coverage.shares.get_mut(place)) {
                        share.given += 1;
                    }
                    if let Some(share) = to.and_then(|place| coverage.shares.get_mut(place)) {
                        share.received += 1;
                    }
                }
                None if meeting.is_planned => {}
                None => coverage.others += 1,
            }
        }
        coverage
    }

    /// How often `visitor` visited `visited`.
    #[must_use]
    pub fn between(&self, visitor: PersonId, visited: PersonId) -> usize {
        self.met.get(&(visitor, visited)).copied().unwrap_or_default()
    }

    /// Those who teach and got no visit.
    #[must_use]
    pub fn never_visited(&self) -> Vec<PersonId> {
        self.ids(|share| share.teaches && share.received == 0)
    }

    /// Those who teach and visited nobody.
    #[must_use]
    pub fn never_visiting(&self) -> Vec<PersonId> {
        self.ids(|share| share.teaches && share.given == 0)
    }

    fn ids(&self, wanted: impl Fn(&Share) -> bool) -> Vec<PersonId> {
        self.shares.iter().filter(|share| wanted(share)).map(|share| share.id).collect()
    }

    /// Those who teach, by how long: who of each band got the fewest visits. Bands with nobody are left out.
    #[must_use]
    pub fn bands(&self) -> Vec<Band> {
        let bands = TeachingYears::ALL.iter().copied().map(Some).chain([None]);
        let band = |years| {
            let members: Vec<&Share> =
                self.shares.iter().filter(|share| share.teaches && share.years == years).collect();
            let fewest = members.iter().map(|share| share.received).min()?;
            Some(Band {
                years,
                people: members.len(),
                visits: members.iter().map(|share| share.received).sum(),
                fewest,
                least: members
                    .iter()
                    .filter(|share| share.received == fewest)
                    .map(|share| share.id)
                    .collect(),
            })
        };
        bands.filter_map(band).collect()
    }

    /// Up to so many visits that would be fair next.
    ///
    /// The rule, again and again, as if each visit had taken place (plans count as such too): to the one who got the fewest
    /// visits, and to whom somebody can go who was not there this year, goes the colleague who was there least, and of those
    /// the one who visited the fewest. What is equal is decided by the order of the list: to the first of it goes the next
    /// one, so that with no visits at all everybody goes once and gets once. Both teach.
    #[must_use]
    pub fn fair_pairs(&self, most: usize) -> Vec<Pair> {
        let mut shares: Vec<Share> = self.shares.iter().filter(|share| share.teaches).copied().collect();
        let mut met = self.met.clone();
        for (visitor, visited) in self.planned.iter().copied() {
            count(&mut shares, &mut met, Pair { visitor, visited });
        }
        let mut pairs = Vec::new();
        while pairs.len() < most {
            let Some(pair) = next_pair(&shares, &met) else { break };
            count(&mut shares, &mut met, pair);
            pairs.push(pair);
        }
        pairs
    }
}

fn next_pair(shares: &[Share], met: &BTreeMap<(PersonId, PersonId), usize>) -> Option<Pair> {
    let times =
        |visitor: &Share, visited: &Share| met.get(&(visitor.id, visited.id)).copied().unwrap_or_default();
    let is_new = |visited: &Share| {
        shares.iter().any(|visitor| visitor.id != visited.id && times(visitor, visited) == 0)
    };
    let fewest = shares.iter().map(|share| share.received).min()?;
    let least = || shares.iter().enumerate().filter(|(_, share)| share.received == fewest);
    let (place, visited) = least().find(|(_, share)| is_new(share)).or_else(|| least().next())?;
    let (before, behind) = shares.split_at(place);
    let colleagues = behind.iter().skip(1).chain(before);
    let visitor = colleagues.min_by_key(|visitor| (times(visitor, visited), visitor.given))?;
    Some(Pair { visitor: visitor.id, visited: visited.id })
}

fn count(shares: &mut [Share], met: &mut BTreeMap<(PersonId, PersonId), usize>, pair: Pair) {
    *met.entry((pair.visitor, pair.visited)).or_default() += 1;
    for share in shares {
        share.given += usize::from(share.id == pair.visitor);
        share.received += usize::from(share.id == pair.visited);
    }
}

/// Whether somebody has lessons to visit. Of a leader, a coach or an assistant the groups say so.
fn teaches(person: &Person) -> bool {
    match person.profile.role {
        None | Some(Role::Teacher | Role::Student) => true,
        Some(Role::Coach | Role::Leader | Role::Assistant) => !person.profile.groups.is_empty(),
    }
}
