//! A visit may look at some indicators only: a walkthrough has no time for all.
//!
//! What is kept with the others is never lost and never counted: [`Observation::kept_outside`] names it.

use super::ids::IndicatorId;
use super::observation::Observation;
use super::rubric::{Indicator, Rubric, RubricDomain};
use super::visit::Visit;

impl Visit {
    /// Whether only some indicators were chosen.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        !self.chosen.is_empty()
    }

    /// Whether this visit looks at an indicator: at those that were chosen, or at all if none was.
    #[must_use]
    pub fn looks_at(&self, id: &IndicatorId) -> bool {
        self.chosen.is_empty() || self.chosen.contains(id)
    }

    /// Of the indicators of a rubric those that count: that this visit looks at. What was chosen or answered and is not among
    /// `all` counts nowhere.
    pub fn counted<'a>(
        &'a self,
        all: impl Iterator<Item = &'a IndicatorId>,
    ) -> impl Iterator<Item = &'a IndicatorId> {
        all.filter(|id| self.looks_at(id))
    }
}

impl Observation {
    /// Whether something that is kept names an indicator or a domain of the rubric, so that another one would not know it.
    #[must_use]
    pub fn hangs_on_rubric(&self) -> bool {
        let points = self.talk.strengths.iter().chain(&self.talk.growth_points);
        !self.ratings.is_empty()
            || self.visit.is_choice()
            || self.log.iter().any(|line| line.indicator.is_some() || line.domain.is_some())
            || points.into_iter().any(|point| point.indicator.is_some())
    }

    /// The indicators of a domain that this visit looks at.
    pub fn looked_at<'a>(&'a self, domain: &'a RubricDomain) -> impl Iterator<Item = &'a Indicator> {
        domain.indicators.iter().filter(|indicator| self.visit.looks_at(&indicator.id))
    }

    /// The indicators that this visit does not look at, and with which something is kept all the same.
    pub fn kept_outside<'a>(&'a self, rubric: &'a Rubric) -> impl Iterator<Item = &'a Indicator> {
        let outside = |id: &IndicatorId| !self.visit.looks_at(id) && self.keeps_something(id);
        rubric.indicators().filter(move |indicator| outside(&indicator.id))
    }
}
