//! The rubric in short beside the log, where there is room: what was noted with each indicator, and a tap that tags.

use leptos::prelude::*;

use super::entry::NextLine;
use super::tags::tag_with;
use crate::domain::{Answer, DomainId, IndicatorId, LineId, RubricDomain, Step, Topic};
use crate::i18n::Text;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// What the rows of the summary share; cheap to copy.
#[derive(Clone, Copy)]
struct Tagging {
    session: Session,
    next: NextLine,
    /// The line that a tap tags: the one that is being written, or else the newest.
    line: Memo<Option<LineId>>,
    /// The indicator that this line has.
    tagged: Memo<Option<IndicatorId>>,
}

impl Tagging {
    fn new(session: Session, next: NextLine) -> Self {
        let line = Memo::new(move |_| {
            let newest = session.read(&Topic::Log, |visit| visit.log.last().map(|line| line.id));
            next.draft.get().or(newest)
        });
        let tagged = Memo::new(move |_| {
            let id = line.get()?;
            session.read(&Topic::Tags, |visit| visit.line(id).and_then(|line| line.indicator.clone()))
        });
        Self { session, next, line, tagged }
    }

    /// Tags the line with this indicator; a second tap takes it off.
    fn tap(self, indicator: &IndicatorId, domain: &DomainId) {
        let Some(id) = self.line.get_untracked() else { return };
        let is_on = self.tagged.with_untracked(|tagged| tagged.as_ref() == Some(indicator));
        let edit = tag_with(self.session, id, (!is_on).then(|| indicator.clone()), domain.clone());
        if self.next.draft.get_untracked().is_none() {
            self.session.tap(edit);
            return;
        }
        // Undo leaves alone what is being written; its domain shows at the field.
        self.session.tap_for_now(edit);
        let domain = self.session.peek(|visit| visit.line(id).and_then(|line| line.domain.clone()));
        self.next.domain.set(domain.map(|domain| domain.to_string()));
    }
}

/// The indicators that the visit looks at, by domain.
#[component]
pub fn RubricSummary(t: &'static Text, session: Session, next: NextLine) -> impl IntoView {
    let tagging = Tagging::new(session, next);
    // Walks the log when a line comes, goes or gets a tag, not at a key.
    let lines = Memo::new(move |_| {
        session.read(&Topic::Log, |_| ());
        session.read(&Topic::Tags, |visit| {
            let lines = visit.lines_by_indicator();
            lines.into_iter().map(|(id, count)| (id.clone(), count)).collect::<Vec<_>>()
        })
    });
    let rubric = session.rubric();
    let domains = rubric.domains.iter().filter_map(|domain| {
        let mut domain = domain.clone();
        domain.indicators.retain(|one| session.peek(|visit| visit.visit.looks_at(&one.id)));
        let first = domain.indicators.first()?.id.clone();
        Some(domain_rows(t, tagging, domain, &first, lines))
    });
    let domains = domains.collect_view();
    view! {
        <section class="watch-rubric" aria-labelledby="rubric-title">
            <h2 id="rubric-title">{t.prepare().rubric}</h2>
            <p class="hint">{t.watch().rubric_hint}</p>
            {domains}
        </section>
    }
}

/// A domain: the way to its scores, and its indicators.
fn domain_rows(
    t: &'static Text,
    tagging: Tagging,
    domain: RubricDomain,
    first: &IndicatorId,
    lines: Memo<Vec<(IndicatorId, usize)>>,
) -> AnyView {
    let session = tagging.session;
    // Nothing on this screen answers.
    let is_answered = |id| session.peek(|visit| visit.answer(id).is_some());
    let answered = domain.indicators.iter().filter(|one| is_answered(&one.id)).count();
    let of = domain.indicators.len();
    let to_score = Route::Visit(session.id(), Step::Score).href_to(&format!("indicator-{first}"));
    let id = domain.id.clone();
    let rows = domain.indicators.into_iter().map(|one| {
        let sentence = in_short(t, one.text.get(t.lang));
        row(t, tagging, one.id, id.clone(), sentence, lines)
    });
    view! {
        <div class="tag-domain" data-domain=domain.id.to_string()>
            <a href=to_score>
                <span>{domain.title.get(t.lang).to_owned()}</span>
                " "
                <span class="count">
                    <span aria-hidden="true">{format!("{answered}/{of}")}</span>
                    <span class="visually-hidden">{(t.score().answered_of)(answered, of)}</span>
                </span>
            </a>
            {rows.collect_view()}
        </div>
    }
    .into_any()
}

fn row(
    t: &'static Text,
    tagging: Tagging,
    id: IndicatorId,
    domain: DomainId,
    sentence: String,
    lines: Memo<Vec<(IndicatorId, usize)>>,
) -> AnyView {
    let rubric = tagging.session.rubric();
    let answer = tagging.session.peek(|visit| visit.answer(&id)).map(|answer| match answer {
        Answer::Score(score) => (score.get().to_string(), rubric.score_text(score, t.lang)),
        Answer::NotObserved => ("–".to_owned(), t.not_observed.to_owned()),
    });
    let answer = answer.map(|(short, whole)| {
        view! {
            <span class="tag-score"><span aria-hidden="true">{short}</span><span class="visually-hidden">{whole}</span></span>
        }
    });
    let count = {
        let id = id.clone();
        Memo::new(move |_| {
            lines.with(|lines| lines.iter().find(|(one, _)| *one == id).map(|(_, count)| *count))
        })
    };
    let is_on = {
        let id = id.clone();
        Memo::new(move |_| tagging.tagged.with(|tagged| tagged.as_ref() == Some(&id)))
    };
    let name = id.to_string();
    view! {
        <button type="button" class="tag-row" data-tag=name
            aria-pressed=move || if is_on.get() { "true" } else { "false" }
            // Who is typing goes on typing: the tap leaves the focus, and the keyboard, where it is.
            on:mousedown=|ev| ev.prevent_default() on:click=move |_| tagging.tap(&id, &domain)>
            <span class="tag-code">{name.clone()}</span>
            " "
            <span class="tag-sentence">{sentence}</span>
            " "
            <span class="tag-lines">{move || count.get().map(t.score().lines)}</span>
            " "
            {answer}
        </button>
    }
    .into_any()
}

/// "Haalt voorkennis op." of "De leraar haalt voorkennis op.": each row would begin with the same words.
fn in_short(t: &Text, sentence: &str) -> String {
    let rest = sentence.strip_prefix(t.watch().the_teacher).unwrap_or(sentence);
    let mut letters = rest.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
