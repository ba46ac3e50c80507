//! What the parts of the editor share, and the fields of a text: Dutch, and English if it is shown.

use leptos::prelude::*;

use crate::domain::{IndicatorId, Lang, RubricEdit, RubricPlace};
use crate::i18n::{RubricText, Text};
use crate::ui::parts::{TextArea, TextField};
use crate::ui::rubric_session::RubricSession;

/// What the parts of the editor share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The texts of the app.
    pub t: &'static Text,
    /// The texts about rubrics.
    pub words: &'static RubricText,
    /// The rubric in the making.
    pub session: RubricSession,
    /// Whether English is shown.
    pub with_english: RwSignal<bool>,
    /// The indicator that is folded open.
    pub opened: RwSignal<Option<IndicatorId>>,
    /// The indicator that is being dragged.
    pub dragged: RwSignal<Option<IndicatorId>>,
}

/// The id of the field of a text in Dutch.
pub fn field_id(place: &RubricPlace) -> String {
    match place {
        RubricPlace::Title => "rubric-title".to_owned(),
        RubricPlace::Label(score) => format!("rubric-label-{}", score.get()),
        RubricPlace::Domain(id) => format!("rubric-domain-{id}"),
        RubricPlace::Sentence(id) => format!("rubric-sentence-{id}"),
        RubricPlace::Low(id) => format!("rubric-low-{id}"),
        RubricPlace::High(id) => format!("rubric-high-{id}"),
        RubricPlace::LookFor(id) => format!("rubric-look-{id}"),
    }
}

/// The id of the field of a text in this language.
pub fn field_in(place: &RubricPlace, lang: Lang) -> String {
    match lang {
        Lang::Nl => field_id(place),
        Lang::En => format!("{}-en", field_id(place)),
    }
}

/// The two fields of a text.
#[component]
pub fn PlaceField(
    editor: Editor,
    place: RubricPlace,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    /// The text has lines.
    #[prop(optional)]
    is_long: bool,
) -> impl IntoView {
    let Editor { words, session, with_english, .. } = editor;
    let [id, english_id] = [Lang::Nl, Lang::En].map(|lang| field_in(&place, lang));
    let english = (words.field.in_english)(&label);
    let place = StoredValue::new(place);
    let field = move |lang: Lang, id: String, label: String, hint: &'static str| {
        let initial = session.peek(|draft| {
            let place = place.get_value();
            let text = draft.rubric.texts().find(|(other, _)| *other == place);
            text.map(|(_, text)| if lang == Lang::En { text.en.clone() } else { text.nl.clone() })
        });
        let initial = initial.unwrap_or_default();
        let on_type =
            Callback::new(move |text| session.typed(RubricEdit::Text(place.get_value(), lang, text)));
        if is_long {
            view! { <TextArea id label hint initial on_type /> }.into_any()
        } else {
            view! { <TextField id label hint initial on_type /> }.into_any()
        }
    };
    view! {
        <div class="rubric-text">
            {field(Lang::Nl, id, label, hint)}
            {move || with_english.get().then(|| field(Lang::En, english_id.clone(), english.clone(), ""))}
        </div>
    }
}
