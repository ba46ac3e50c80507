//! What the visit is scored with. A question only where there is more than one rubric, and only as long as nothing hangs on
//! the one that the visit has.

use leptos::prelude::*;

use crate::domain::{Edit, Observation, Topic};
use crate::i18n::Text;
use crate::ui::parts::RubricPick;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn RubricField(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let mut all = app.rubrics();
    let own = session.peek(|visit| visit.rubric.clone());
    if !all.iter().any(|(name, _)| *name == own) {
        all.push((own, session.rubric().title.clone()));
    }
    let is_question = all.len() > 1;
    let all = StoredValue::new_local(all);
    let chosen = Memo::new(move |_| session.read(&Topic::Rubric, |visit| visit.rubric.clone()));
    let is_fixed = Memo::new(move |_| session.read(&Topic::Visit, Observation::hangs_on_rubric));
    let pick = Callback::new(move |name| session.tap(Edit::Rubric(name)));
    move || {
        is_question.then(|| {
            if is_fixed.get() {
                let title = session.rubric().title.get(t.lang).to_owned();
                return view! {
                    <div id="rubric" class="rubric-fixed">
                        <p><b>{t.prepare().rubric}</b> ": " {title}</p>
                        <p class="hint">{t.prepare().rubric_stays}</p>
                    </div>
                }
                .into_any();
            }
            let (all, chosen) = (all.get_value(), chosen.get());
            view! { <RubricPick t hint=t.prepare().rubric_hint all chosen on_pick=pick /> }.into_any()
        })
    }
}
