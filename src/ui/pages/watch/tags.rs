//! The tags of a line: a domain, for or against, and what its text names as `#D3`.

use leptos::prelude::*;

use crate::domain::{Edit, LineEdit, LineId, Sign};
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
        <div class="chips" role="group" aria-label=t.watch.tags>
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

/// Tags a line with the indicator that its text names as `#D3`, and with the domain of that, unless it has one.
pub fn tags_in_text(session: Session, id: LineId) -> impl Iterator<Item = Edit> {
    let rubric = session.rubric();
    let tags = session.peek(|visit| {
        let line = visit.line(id)?;
        let (domain, indicator) = rubric.tag_in(&line.text)?;
        let domain = line.domain.is_none().then(|| LineEdit::Domain(Some(domain.clone())));
        Some([Some(LineEdit::Indicator(Some(indicator.clone()))), domain])
    });
    tags.into_iter().flatten().flatten().map(move |tag| Edit::Line(id, tag))
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
