//! The keyboard on an indicator: the numbers of the scale score, 0 clears, n is "niet gezien", e opens the evidence, up and down move.

use leptos::ev::KeyboardEvent;

use crate::browser;
use crate::domain::{Answer, Edit, IndicatorId, Rubric};
use crate::ui::session::Session;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Answer(Option<Answer>),
    Evidence,
    Move(Direction),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// Does what the key says, unless it belongs to a text field or to the browser.
pub fn press(session: Session, id: &IndicatorId, ev: &KeyboardEvent) {
    let is_command = ev.ctrl_key() || ev.alt_key() || ev.meta_key();
    if is_command || browser::is_typing(ev) {
        return;
    }
    let Some(key) = meaning(&ev.key(), &session.rubric()) else { return };
    ev.prevent_default();
    match key {
        Key::Answer(answer) => {
            if session.peek(|visit| visit.answer(id)) != answer {
                session.tap(Edit::Answer(id.clone(), answer));
            }
        }
        Key::Evidence => browser::toggle_fold_in(&place(id)),
        Key::Move(direction) => go(session, id, direction),
    }
}

fn meaning(key: &str, rubric: &Rubric) -> Option<Key> {
    Some(match key {
        "ArrowUp" => Key::Move(Direction::Up),
        "ArrowDown" => Key::Move(Direction::Down),
        "0" => Key::Answer(None),
        "n" | "N" => Key::Answer(Some(Answer::NotObserved)),
        "e" | "E" => Key::Evidence,
        digit => {
            let number: u8 = digit.parse().ok()?;
            Key::Answer(Some(Answer::Score(rubric.scores().find(|score| score.get() == number)?)))
        }
    })
}

/// The answer that is marked on the next or the previous indicator, else its first one.
fn go(session: Session, id: &IndicatorId, direction: Direction) {
    let rubric = session.rubric();
    // Those that were not chosen may be out of sight.
    let mut indicators = rubric.indicators().map(|indicator| &indicator.id);
    let is_shown = |one: &&IndicatorId| browser::top_of(&place(one)).is_some();
    let to = match direction {
        Direction::Down => indicators.skip_while(|one| *one != id).skip(1).find(is_shown),
        Direction::Up => {
            let before: Vec<_> = indicators.by_ref().take_while(|one| *one != id).collect();
            before.into_iter().rev().find(is_shown)
        }
    };
    if let Some(to) = to {
        browser::focus_in(&place(to));
    }
}

/// Where an indicator stands in the page.
fn place(id: &IndicatorId) -> String {
    format!("indicator-{id}")
}
