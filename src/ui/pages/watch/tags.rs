//! The tags of a line: a domain, for or against, and what its text names as `#D3`.

use leptos::prelude::*;

use crate::domain::{DomainId, Edit, IndicatorId, LineEdit, LineId, Sign};
use crate::i18n::Text;
use crate::ui::parts::{Chip, Chips};
use crate::ui::session::Session;

/// One row of tags: the domains of the rubric, then for and against.
#[component]
pub fn TagChips(
    t: &'static Text,
    session: Session,
    #[prop(into)] domain: Signal<Option<String>>,
    #[prop(into)] sign: Signal<Option<String>>,
    on_domain: Callback<Option<String>>,
    on_sign: Callback<Option<String>>,
) -> impl IntoView {
    let rubric = session.rubric();
    let domains = rubric.domains.iter().map(|domain| {
        let id = domain.id.to_string();
        Chip {
            label: id.clone(),
            name: domain.title.get(t.lang).to_owned(),
            domain: Some(id.clone()),
            value: id,
        }
    });
    let signs = [Sign::Plus, Sign::Minus].map(|sign| Chip {
        value: sign_value(sign).to_owned(),
        label: sign_label(sign).to_owned(),
        name: t.sign(sign).to_owned(),
        domain: None,
    });
    view! {
        <div class="chips" role="group" aria-label=t.watch().tags>
            <Chips chips=domains.collect() chosen=domain on_pick=on_domain />
            <Chips chips=signs.to_vec() chosen=sign on_pick=on_sign />
        </div>
    }
}

/// "D Differentiatie · … · + werkt": what the letters on the tags stand for.
pub fn legend(t: &'static Text, session: Session) -> String {
    let rubric = session.rubric();
    let domains = rubric.domains.iter().map(|domain| format!("{} {}", domain.id, domain.title.get(t.lang)));
    let signs = [Sign::Plus, Sign::Minus].map(|sign| format!("{} {}", sign_label(sign), t.sign(sign)));
    domains.chain(signs).collect::<Vec<_>>().join(" · ")
}

/// Tags a line with the indicator that its text names as `#D3`.
pub fn tag_in_text(session: Session, id: LineId) -> Option<Edit> {
    let rubric = session.rubric();
    let tag = session.peek(|visit| {
        let (domain, indicator) = rubric.tag_in(&visit.line(id)?.text)?;
        Some((domain.clone(), indicator.clone()))
    });
    tag.map(|(domain, indicator)| tag_with(session, id, Some(indicator), domain))
}

/// Tags a line with an indicator, and with the domain of that unless it has one of its own; or takes the indicator off. The
/// domain that came with an indicator goes with it.
pub fn tag_with(session: Session, id: LineId, indicator: Option<IndicatorId>, domain: DomainId) -> Edit {
    let rubric = session.rubric();
    let own = session.peek(|visit| {
        let line = visit.line(id)?;
        let came_with = line.indicator.as_ref().and_then(|one| rubric.domain_of(one));
        line.domain.clone().filter(|domain| came_with.is_none_or(|came| came.id != *domain))
    });
    let domain = own.or(indicator.is_some().then_some(domain));
    Edit::Line(id, LineEdit::Tag(indicator, domain))
}

/// What a tag shows.
pub fn sign_label(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "−",
    }
}

/// What a tag is known by.
pub fn sign_value(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "-",
    }
}

/// The sign that a tag is known by.
pub fn sign_of(value: &str) -> Option<Sign> {
    match value {
        "+" => Some(Sign::Plus),
        "-" => Some(Sign::Minus),
        _ => None,
    }
}
