//! The list of all texts; `nl` and `en` fill it in. A text with a gap is a function.

use super::{en, nl};
use crate::domain::Lang;

macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($field:ident),* $(,)? } $(fns { $($gap:ident: fn($($arg:ty),*)),* $(,)? })?) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
        pub struct $name {
            $(pub $field: &'static str,)*
            $($(pub $gap: fn($($arg),*) -> String,)*)?
        }
    };
}

pub(super) use texts;

/// All texts in one language.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct Text {
    /// The language of these texts.
    pub lang: Lang,
    pub app_name: &'static str,
    pub skip_to_content: &'static str,
    pub other_language: &'static str,
    pub other_language_tag: &'static str,
    pub undo: &'static str,
    pub close: &'static str,
    pub delete: &'static str,
    pub remove: &'static str,
    pub not_observed: &'static str,
    pub optional: &'static str,
    pub steps: &'static str,
    /// Scored, of.
    pub scored_of: fn(usize, usize) -> String,
    pub step: StepText,
    pub kind: KindText,
    pub theme: ThemeText,
    pub save: SaveText,
    pub undone: UndoneText,
    pub not_kept: NotKeptText,
    pub mended: MendedText,
    pub other_tab: OtherTabText,
    pub store: StoreText,
    pub home: HomeText,
    pub update: UpdateText,
    pub not_found: NotFoundText,
    pub not_loaded: NotLoadedText,
}

/// Texts that go with the screens that show them, not with the first load.
macro_rules! with_their_screens {
    ($($(#[$doc:meta])* $name:ident: $type:ident = $constant:ident,)*) => {
        impl Text {
            $($(#[$doc])*
            #[must_use]
            pub fn $name(&self) -> &'static $type {
                match self.lang {
                    Lang::Nl => &nl::$constant,
                    Lang::En => &en::$constant,
                }
            })*
        }
    };
}

with_their_screens!(
    /// Voorbereiden.
    prepare: PrepareText = PREPARE,
    /// The choice of indicators.
    choice: ChoiceText = CHOICE,
    /// Kijken.
    watch: WatchText = WATCH,
    /// What is counted and timed during the lesson.
    lesson: LessonText = LESSON,
    /// Scoren.
    score: ScoreText = SCORE,
    /// Gesprek.
    talk: TalkText = TALK,
    /// The talk in four steps.
    guide: GuideText = GUIDE,
    /// Controle.
    check: CheckText = CHECK,
    /// Naast elkaar.
    compare: CompareText = COMPARE,
    /// What is still open.
    open: OpenText = OPEN,
    /// The report for the teacher.
    report: ReportText = REPORT,
    /// Export.
    export: ExportText = EXPORT,
    /// Gegevens.
    data: DataText = DATA,
    /// Het formulier op papier.
    form: FormText = FORM,
    /// Import.
    import: ImportText = IMPORT,
);

/// How much an import holds, or kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Visits.
    pub visits: usize,
    /// People of the school.
    pub people: usize,
    /// Action plans.
    pub plans: usize,
    /// Rubrics, also in the making.
    pub rubrics: usize,
    /// Values that were put aside.
    pub aside: usize,
}

impl Imported {
    /// How much in all.
    #[must_use]
    pub fn sum(self) -> usize {
        self.visits + self.people + self.plans + self.rubrics + self.aside
    }
}

texts!(
    /// The five steps of a visit.
    StepText { prepare, watch, score, talk, check }
);
texts!(
    /// The kinds of visit.
    KindText { peer, leader, coach, walkthrough, self_assessment }
);
texts!(
    /// The choice of theme.
    ThemeText { label, system, light, dark, dim }
);
texts!(
    /// The line that says whether all is kept.
    SaveText { pending, failed, one_copy, not_safe, saved_on } fns { saved_at: fn(&str) }
);
texts!(
    /// What undo says that it undid.
    UndoneText { title, score, evidence, of }
);
texts!(
    /// The notice that something is not kept.
    NotKeptText { title, export }
);
texts!(
    /// The notice that visits were brought back.
    MendedText { title, opened_again, opened_again_lead, repaired, deleted_again, deleted, gave_way, found_newer, overtook, aside_title, put_aside, people, plans, rubrics, close } fns { brought_back: fn(u64), last_change: fn(&str, &str) }
);
texts!(
    /// The notice that another tab writes.
    OtherTabText { title, lead, go_on, newer, newer_lead, update, newer_visit, newer_raw }
);
texts!(
    /// What went wrong with the storage, and what to do.
    StoreText { blocked, other_tab, full, damaged, newer, packed, no_journal } fns { failed: fn(&str) }
);
texts!(
    /// The list of visits.
    HomeText {
        title, school, team, coverage, plan, insight, growth, rubrics, begin, empty, empty_privacy, example, is_example, select, select_one, completed, draft, planned, own_view, deleted,
        deleted_only_copy, deleted_several, deleted_several_only_copies, unreadable,
        no_title, group, never_exported, exported_today, changed_since, scarce, find, find_now,
    } fns { scarce_lead: fn(usize), school_year: fn(&str), more: fn(usize), found: fn(usize), exported_days: fn(i64), by: fn(&str) }
);
texts!(
    /// Voorbereiden.
    PrepareText {
        lead, teacher, name_hint, observer, group, group_hint, subject, date, pupils, kind, focus, focus_hint, next, rubric, rubric_hint,
        rubric_stays, notes_seen,
    }
);
texts!(
    /// The choice of indicators, and what it means on other screens.
    ChoiceText { title, hint, whole_domain, clear, outside, not_chosen, show_all, show_chosen } fns {
        all: fn(usize), some: fn(usize, usize), looks_at: fn(usize, usize), kept_outside: fn(usize),
        scored_of: fn(usize, usize), answered_of: fn(usize, usize),
    }
);
texts!(
    /// Kijken.
    WatchText {
        privacy, log, log_empty, line_at, remove_line, plus, minus, tags, timer, start, end, go_on, note, note_hint,
        to_note, add, next, count, tags_of, counters_left, counters_right, meaning, meaning_short, change_time, phrases, change_phrases, phrases_hint, first_phrases,
        rubric_hint, the_teacher, started_at, change_start, change_end,
    }
);
texts!(
    /// What is counted and timed during the lesson.
    LessonText {
        feedback_kind, feedback_level, questions, instruction, feed_up, feed_back, feed_forward, task, process, self_regulation,
        person, open_question, closed_question, turn, basic, extended, enriched, scan, scan_due, on_task, present,
        one_on_task_less, one_on_task_more, everybody, scan_hint, scan_incomplete, scan_too_many, done, scan_skip, scan_pause, remind, remind_never,
        own_counters, change_counters, counters_hint, phases, joint_start, explaining, guided_practice, independent_work, rounds, closing, course, no_phase,
        counted,
    } fns { minutes: fn(i64), scan_at: fn(u16, u16, &str), strip: fn(&str, &str), one_less: fn(&str), on_task_of: fn(u16, u16), remind_every: fn(u16) }
);
texts!(
    /// Scoren.
    ScoreText { lead, keys, more, more_from_memory, has_note, no_proof, look_fors, note, evidence, no_evidence, other_lines, next }
    fns { look_fors_seen: fn(usize), lines: fn(usize), answered_of: fn(usize, usize) }
);
texts!(
    /// Gesprek.
    TalkText {
        lead, teacher_view, teacher_view_hint, observer_view, observer_view_hint, strengths, strength, add_strength,
        growth_points, growth_point, add_growth_point, agreements, agreement, add_agreement, what, who, when, next,
    }
);
texts!(
    /// The talk in four steps, and what shows of it elsewhere.
    GuideText {
        steps, teacher_short, seen_short, meaning_short, next_short, teacher, seen, meaning, next,
        follow_ups, follow_ups_lead, follow_up, outcome, done, partly, not_yet, note,
        around, around_lead, around_told, preparing, evaluating,
        scores, scores_hidden, show_scores, hide_scores, scores_shown, no_scores, about, no_indicator,
        answer, in_growth, in_growth_hint, confirm, confirm_lead, right_teacher, right_observer, not_right_any_more,
    } fns { agreed_on: fn(&str) }
);
texts!(
    /// Controle.
    CheckText {
        closed, reopen, complete, print, is_completed, is_draft, change, nothing, times, rubric, not_scored_yet, loose_lines, other,
    } fns { not_observed: fn(usize), not_scored: fn(usize) }
);
texts!(
    /// Two visits to one lesson beside each other.
    CompareText {
        title, lead, open, back, none, none_hint, hidden, choose, teacher, other_rubric, no_differences, agreement, exact, within_one,
        kappa, kappa_hint, no_kappa, skewed,
    } fns {
        visit: fn(usize), differences: fn(usize), alike: fn(usize), one_sided: fn(&str), both_scored: fn(usize),
        share: fn(usize, usize, usize),
    }
);
texts!(
    /// What is still open, on Controle.
    OpenText {
        title, lead, nothing, no_teacher, no_observer, day_to_come, other_day, end_before_start, not_ended,
        no_proof, no_agreement,
    } fns {
        not_scored: fn(&str), empty_strength: fn(usize), empty_growth_point: fn(usize),
        agreement_without_what: fn(usize), agreement_without_who: fn(usize),
    }
);
texts!(
    /// The ways by which a text leaves the app.
    SendText {
        sample_file, download, share, copy, show, label, downloaded, shared, copied, refused, nothing_chosen,
    }
);

/// The report for the teacher.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct ReportText {
    pub heading: &'static str,
    pub lead: &'static str,
    pub title: &'static str,
    pub rubric: &'static str,
    pub seen: &'static str,
    /// The name of the file, from the day of the visit.
    pub file: fn(&str) -> String,
    pub send: SendText,
}

/// Export.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct ExportText {
    pub title: &'static str,
    pub title_one: &'static str,
    pub backup: &'static str,
    pub coaching: &'static str,
    pub appraisal: &'static str,
    pub school_plan: &'static str,
    /// How many visits could not be read.
    pub left_out: fn(usize) -> String,
    pub send: SendText,
}

texts!(
    /// Gegevens.
    DataText {
        title, lead, export_all, no_backup, storage, privacy, device_name, device_name_hint, rescue, aside, aside_hint,
        second_copy, no_second_copy, promised, not_promised, no_promise, ask_promise,
        pack, pack_title, pack_stopped,
    } fns { pack_lead: fn(usize), packing: fn(usize, usize), packed: fn(usize), room: fn(usize, usize), last_backup: fn(&str), visits_kept: fn(usize) }
);
texts!(
    /// The form on paper.
    FormText { title, lead, indicator, seen, card, card_lead, open }
);
texts!(
    /// Import.
    ImportText {
        title, lead, file, reading, untouched, visit, colleague, plan, rubric, what_happens, nothing_to_do, new, same, newer, older, conflict,
        not_text, not_read, no_format, too_deep, cut_off, paste, paste_label, paste_read, pasted,
    } fns {
        refused: fn(&str), done: fn(Imported), preview: fn(&str, Imported), unreadable: fn(usize), accept: fn(Imported),
        too_large: fn(u64), not_json: fn(usize, usize), other_format: fn(&str), newer_version: fn(u64),
        invalid: fn(&str, &str),
    }
);
texts!(
    /// A new version of the app.
    UpdateText { title, lead, apply }
);
texts!(
    /// An address that means nothing.
    NotFoundText { title, lead, home }
);
texts!(
    /// A screen that could not be loaded.
    NotLoadedText { title, lead, again }
);
