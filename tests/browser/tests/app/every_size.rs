//! What an observer taps and types in a lesson, on each size of screen that the app is made for, in both languages.

use anyhow::{Result, bail};
use browser_tests::{Engine, Server, Tablet, Window, dist, in_every_engine};
use lesbezoek::domain::{Lang, ObservationId, Phase, Step};
use lesbezoek::i18n::{Text, text};
use lesbezoek::ui::route::Route;
use serde_json::json;
use thirtyfour::{By, Key};

/// A visit, and the words on its screens.
struct Lesson<'a> {
    tablet: &'a Tablet,
    t: &'static Text,
    id: ObservationId,
}

impl<'a> Lesson<'a> {
    async fn begin(tablet: &'a Tablet, t: &'static Text) -> Result<Self> {
        tablet.jump(&Route::NewVisit.href(), t.step(Step::Prepare)).await?;
        let made = "return location.hash.endsWith('/voorbereiden')";
        tablet.browser.until_true("a new visit", made, vec![]).await?;
        match Route::parse(tablet.hash().await?.trim_start_matches('#')) {
            Route::Visit(id, _) => Ok(Self { tablet, t, id }),
            other => bail!("{other:?} is no visit"),
        }
    }

    /// Goes to a step, and looks whether the page is as narrow as the screen.
    async fn go_to(&self, step: Step) -> Result<()> {
        self.tablet.jump(&Route::Visit(self.id, step).href(), self.t.step(step)).await?;
        self.fits().await
    }

    async fn fits(&self) -> Result<()> {
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        self.tablet.browser.until_true("a page as wide as the screen", fits, vec![]).await
    }

    async fn tap(&self, css: &str) -> Result<()> {
        self.tablet.browser.tap(By::Css(css), css).await
    }

    async fn until(&self, what: &str, condition: &str) -> Result<()> {
        self.tablet.browser.until_true(what, &format!("return {condition}"), vec![]).await
    }

    /// A note with a domain by tap, and an indicator in its text.
    async fn notes(&self) -> Result<()> {
        self.tap(".note-entry .chip[data-domain=I]").await?;
        let field = self.tablet.browser.session().find(By::Id("note")).await?;
        field.send_keys("Stelt een vraag, wacht #D3").await?;
        self.until("the words in the field", "document.getElementById('note').value.endsWith('#D3')").await?;
        field.send_keys(Key::Enter + "").await?;
        self.until("the line", "document.querySelector('.log textarea')?.value.startsWith('Stelt een vraag')")
            .await
    }

    /// A counter up twice and down once. A phone has the counters folded.
    async fn counts(&self) -> Result<()> {
        let folded = "return !document.querySelector('[data-counter=turn]').checkVisibility()";
        if self.tablet.browser.script(folded, vec![]).await? == json!(true) {
            self.tap(".count-opener").await?;
        }
        self.tablet.count("turn").await?;
        self.tablet.count("turn").await?;
        self.tablet.counts("turn", 2).await?;
        self.tablet.count_back("turn").await?;
        self.tablet.counts("turn", 1).await
    }

    /// A scan that is kept, and one that is undone.
    async fn scans(&self) -> Result<()> {
        for on_task in ["19", "7"] {
            self.tablet.open_scan().await?;
            for (id, number) in [("scan-on-task", on_task), ("scan-of", "24")] {
                let field = self.tablet.browser.session().find(By::Id(id)).await?;
                field.clear().await?;
                field.send_keys(number).await?;
            }
            self.tap(".scan .btn-primary").await?;
            self.tablet.scan_says(&(self.t.lesson().on_task_of)(on_task.parse()?, 24)).await?;
        }
        self.tap(".btn-undo").await?;
        self.tablet.scan_says(&(self.t.lesson().on_task_of)(19, 24)).await
    }

    async fn watches(&self) -> Result<()> {
        self.go_to(Step::Watch).await?;
        self.tap("#timer .btn").await?;
        self.until("the hour of the start", "!!document.querySelector('#timer .log-time')").await?;
        let phase = self.t.phase(Phase::GuidedPractice);
        self.tablet.start_phase(phase).await?;
        self.tablet.is_in_phase(phase).await?;
        self.counts().await?;
        self.scans().await?;
        self.notes().await?;
        self.fits().await
    }

    /// A score, one that is cleared by a second tap, and one that is undone.
    async fn scores(&self) -> Result<()> {
        self.go_to(Step::Score).await?;
        self.tablet.answer("D3", "2").await?;
        self.tablet.answer("I1", "4").await?;
        self.tablet.answer("I1", "4").await?;
        self.tablet.answer("F2", "not_observed").await?;
        self.tap(".btn-undo").await?;
        let answers = "['D3', 'I1', 'F2'].map(one => document.querySelector(`[data-indicator=${one}] input:checked`)?.value)
            .join() === '2,,'";
        self.until("what is left of the answers", answers).await?;
        self.fits().await
    }
}

async fn on(tablet: &Tablet) -> Result<()> {
    for lang in [Lang::Nl, Lang::En] {
        if lang == Lang::En {
            tablet.browser.press("English").await?;
        }
        let lesson = Lesson::begin(tablet, text(lang)).await?;
        lesson.watches().await?;
        lesson.scores().await?;
        lesson.go_to(Step::Talk).await?;
        lesson.go_to(Step::Watch).await?;
        tablet.counts("turn", 1).await?;
        tablet.is_kept().await?;
    }
    Ok(())
}

async fn on_a_tablet_on_its_side(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.resize(Window::Landscape).await?;
    on(&tablet).await
}

async fn on_a_tablet_upright(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    on(&Tablet::new(engine, &server.origin()).await?).await
}

async fn on_a_phone(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    on(&Tablet::small(engine, &server.origin(), 390, 844).await?).await
}

async fn on_a_phone_on_its_side(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    on(&Tablet::small(engine, &server.origin(), 740, 360).await?).await
}

async fn on_320_pixels(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    on(&Tablet::small(engine, &server.origin(), 320, 640).await?).await
}

/// A window of 1280 by 1024 that is zoomed in four times.
async fn at_400_percent(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    on(&Tablet::small(engine, &server.origin(), 320, 256).await?).await
}

async fn a_link_leads_past_the_counters_to_the_note(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let upright = Tablet::new(engine, &server.origin()).await?;
    the_link_leads_to_the_note(&upright).await?;
    drop(upright);
    the_link_leads_to_the_note(&Tablet::small(engine, &server.origin(), 740, 360).await?).await
}

/// By keyboard: in a high window it shows only then.
async fn the_link_leads_to_the_note(tablet: &Tablet) -> Result<()> {
    let lesson = Lesson::begin(tablet, text(Lang::Nl)).await?;
    lesson.go_to(Step::Watch).await?;
    tablet.browser.script("document.querySelector('.to-note').focus()", vec![]).await?;
    let in_sight = "(() => { const box = document.activeElement.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight; })()";
    lesson.until("the link in sight", in_sight).await?;
    tablet.browser.session().find(By::Css(".to-note")).await?.send_keys(Key::Enter + "").await?;
    lesson.until("the focus on the note", "document.activeElement.id === 'note'").await?;
    lesson.until("the note in sight", in_sight).await
}

in_every_engine!(
    on_a_tablet_on_its_side,
    on_a_tablet_upright,
    on_a_phone,
    on_a_phone_on_its_side,
    on_320_pixels,
    at_400_percent,
    a_link_leads_past_the_counters_to_the_note,
);
