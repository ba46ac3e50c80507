//! What a lesson alone does not show: short questions to the teacher, apart from all that was observed.

use leptos::prelude::*;

use super::Told;
use crate::domain::{self, TalkEdit};
use crate::i18n::Text;
use crate::ui::session::Session;

/// Folded away, unless something was written.
#[component]
pub fn AroundLesson(t: &'static Text, session: Session) -> impl IntoView {
    let g = t.guide();
    let is_told = session.peek(|visit| visit.talk.around != domain::AroundLesson::default());
    view! {
        <details id="around" class="talk-fold" open=is_told>
            <summary>{t.may_stay_empty(g.around)}</summary>
            <div class="talk-part">
                <p class="hint">{g.around_lead}</p>
                <Told session id="preparing" label=g.preparing read=|visit| &visit.talk.around.preparing
                    edit=TalkEdit::Preparing />
                <Told session id="evaluating" label=g.evaluating read=|visit| &visit.talk.around.evaluating
                    edit=TalkEdit::Evaluating />
            </div>
        </details>
    }
}
