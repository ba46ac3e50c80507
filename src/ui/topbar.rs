//! The bar at the top of every screen: home, data, language, theme, and whether all is kept.

use leptos::prelude::*;

use super::route::Route;
use super::session::SaveStatus;
use super::state::AppState;
use crate::domain::Lang;
use crate::i18n::clock;
use crate::store::Theme;

#[component]
pub fn TopBar(app: AppState) -> impl IntoView {
    let switch_lang = move |_| {
        let other = match app.lang.get_untracked() {
            Lang::Nl => Lang::En,
            Lang::En => Lang::Nl,
        };
        app.flush();
        app.change_settings(|settings| settings.lang = Some(other));
        app.lang.set(other);
    };
    let pick_theme = move |ev| {
        let theme = Theme::from_name(&event_target_value(&ev));
        app.change_settings(|settings| settings.theme = theme);
        app.theme.set(theme);
    };
    view! {
        <header class="topbar">
            <a class="brand" href=Route::Home.href()>
                <img src="icons/icon.svg" alt="" width="32" height="32" />
                <span>{move || app.text().app_name}</span>
            </a>
            <SaveStatusLine app />
            <div class="topbar-tools">
                <a class="btn btn-quiet" href=Route::Data.href()>{move || app.text().data.title}</a>
                <label class="theme-label">
                    <span class="visually-hidden">{move || app.text().theme.label}</span>
                    <select class="theme" on:change=pick_theme>
                        {Theme::ALL
                            .map(|theme| {
                                view! {
                                    <option value=theme.name().unwrap_or("system") selected=move || app.theme.get() == theme>
                                        {move || app.text().theme_name(theme)}
                                    </option>
                                }
                            })}
                    </select>
                </label>
                <button type="button" class="btn btn-quiet language" on:click=switch_lang
                    lang=move || app.text().other_language_tag>
                    {move || app.text().other_language}
                </button>
            </div>
        </header>
    }
}

/// "Bewaard om 10.42 uur", only while that is true.
#[component]
fn SaveStatusLine(app: AppState) -> impl IntoView {
    let state = Memo::new(move |_| match app.save.get() {
        SaveStatus::Idle => "idle",
        SaveStatus::Pending => "saving",
        SaveStatus::Saved(_) => "saved",
        SaveStatus::Failed(_) => "failed",
    });
    // A memo of the text: most taps fall in the same minute and change nothing on screen.
    let line = Memo::new(move |_| {
        let t = app.text();
        match app.save.get() {
            SaveStatus::Idle => String::new(),
            SaveStatus::Pending => t.save.pending.to_owned(),
            SaveStatus::Saved(at) => (t.save.saved_at)(&clock(at.time())),
            SaveStatus::Failed(_) => t.save.failed.to_owned(),
        }
    });
    view! { <p class="save-status" role="status" data-state=move || state.get()>{move || line.get()}</p> }
}
