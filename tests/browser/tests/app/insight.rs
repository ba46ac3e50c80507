//! Inzicht and Dekking with a whole school: what the screen says is what the library counts.

use anyhow::{Context, Result};
use browser_tests::{
    Engine, Server, Step, Tablet, dist, in_engine, in_every_engine, pictures_dir, seed, violations,
};
use lesbezoek::domain::{Answer, DraftId, Half, Lang, Observation, Person, Rubric, RubricId, SchoolYear};
use lesbezoek::exchange::rubric_ref;
use lesbezoek::i18n::text;
use lesbezoek::insight::{
    Base, Distribution, Division, FEWEST_TEACHERS, Growth, Reliability, Roster, Sample, TeamFigures, Who,
    differences,
};
use school::School;
use serde_json::{Value, json};
use thirtyfour::By;

/// A tablet on which the seeded school stands, at Inzicht.
async fn at_insight(engine: Engine) -> Result<(Server, Tablet, School)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let school = School::seeded();
    seed(&tablet.browser, &school.records()).await?;
    tablet.visit("#/inzicht").await?;
    tablet.is_at("Inzicht").await?;
    is_whole(&tablet).await?;
    Ok((server, tablet, school))
}

/// What is below the first card comes after it.
async fn is_whole(tablet: &Tablet) -> Result<()> {
    tablet
        .browser
        .until_true("the last card", "return !!document.getElementById('course-title')", vec![])
        .await
}

fn figures(school: &School, year: i32) -> TeamFigures {
    let sample = Sample::of(&school.rubric, &school.people, &school.visits, SchoolYear(year));
    TeamFigures::of(&sample, FEWEST_TEACHERS)
}

/// The lines of the table with this caption, the name of each left out.
const CELLS: &str = "
    const table = [...document.querySelectorAll('table.figures')].find(one => one.caption.textContent === arguments[0]);
    return table ? [...table.tBodies[0].rows].map(row => [...row.cells].slice(1).map(cell => cell.textContent)) : null;
";

/// What is below the first card comes a moment later.
async fn cells(tablet: &Tablet, caption: &str) -> Result<Value> {
    let look = || async {
        let found = tablet.browser.script(CELLS, vec![json!(caption)]).await?;
        Ok((!found.is_null()).then_some(found))
    };
    tablet.browser.until(caption, look).await
}

fn row(answers: &Distribution) -> Vec<String> {
    let t = text(Lang::Nl);
    let mean = answers.mean.expect("enough teachers");
    let counts = answers.scores.iter().chain([&answers.not_observed]).map(ToString::to_string);
    let mean = [
        format!("{} %", answers.percent_reached()),
        t.hundredths(mean.mean),
        format!("{} – {}", t.hundredths(mean.low), t.hundredths(mean.high)),
    ];
    let base = [answers.base.visits, answers.base.teachers, answers.base.observers];
    counts.chain(mean).chain(base.map(|n| n.to_string())).collect()
}

async fn visits_are_found_again_by_what_their_line_says(engine: Engine) -> Result<()> {
    let (_server, tablet, school) = at_insight(engine).await?;
    // The longest name is no part of another one.
    let person = school.people.iter().max_by_key(|one| one.profile.name.len()).context("people")?;
    let is_theirs = |visit: &&Observation| {
        [&visit.visit.teacher, &visit.visit.observer].iter().any(|one| one.id == Some(person.id))
    };
    let (name, count) = (&person.profile.name, school.visits.iter().filter(is_theirs).count());
    tablet.jump("", "Lesbezoeken").await?;
    tablet.browser.fill("Zoek op naam, groep, vak of datum", &name.to_uppercase()).await?;
    tablet.browser.press("Zoek").await?;
    tablet.browser.sees(&format!("{} bezoeken gevonden.", count)).await?;
    let all_of_them = "const all = [...document.querySelectorAll('.visit-link')];
        return all.length > 0 && all.every(one => one.textContent.includes(arguments[0]))";
    tablet.browser.until_true("only those in the list", all_of_them, vec![json!(name)]).await
}

/// What stands behind all figures, as the screen says it.
fn said_of(base: &Base) -> String {
    format!("{} bezoeken bij {} leraren, door {} observatoren.", base.visits, base.teachers, base.observers)
}

/// Each number of the domains, their indicators, the ladder and the points, and the first bar.
async fn says_figures(tablet: &Tablet, school: &School, expected: &TeamFigures) -> Result<()> {
    tablet.browser.sees(&said_of(&expected.base)).await?;
    let domains: Vec<_> = expected.domains.iter().map(|domain| row(&domain.all)).collect();
    assert_eq!(cells(tablet, "Wat laten onze lessen zien?").await?, json!(domains));
    for domain in &expected.domains {
        let title = school.rubric.domain_title(&domain.id, Lang::Nl);
        let rows: Vec<_> =
            domain.indicators.iter().filter_map(|(_, answers)| answers.as_ref().map(row)).collect();
        assert_eq!(cells(tablet, &title).await?, json!(rows), "{title}");
    }
    let ladder = expected.ladder.0.iter().map(|rung| {
        let numbers = [rung.reached, rung.scored, rung.teachers].map(|n| n.to_string());
        [format!("{} %", rung.percent())].into_iter().chain(numbers).collect::<Vec<_>>()
    });
    assert_eq!(cells(tablet, "Van vaak naar zelden bereikt").await?, json!(ladder.collect::<Vec<_>>()));
    let points = "return [...document.querySelectorAll('[data-points] li b')].map(one => one.textContent)";
    let wanted: Vec<_> =
        expected.strengths().chain(expected.growth_points()).map(|rung| rung.indicator.to_string()).collect();
    assert_eq!(tablet.browser.script(points, vec![]).await?, json!(wanted));
    // As long as what it says: the first bar of the screen against its own counts.
    let all = &expected.domains[0].all;
    let widths = "return [...document.querySelector('.figure-row svg').querySelectorAll('rect')]
        .map(one => Math.round(parseFloat(one.getAttribute('width'))))";
    let shares = all.scores.iter().map(|n| (n * 200 + all.scored()) / (2 * all.scored()));
    assert_eq!(tablet.browser.script(widths, vec![]).await?, json!(shares.collect::<Vec<_>>()));
    Ok(())
}

async fn what_the_screen_says_is_what_is_counted(engine: Engine) -> Result<()> {
    let (_server, tablet, school) = at_insight(engine).await?;
    says_figures(&tablet, &school, &figures(&school, 2025)).await?;
    pick(&tablet, "insight-year", "2024").await?;
    says_figures(&tablet, &school, &figures(&school, 2024)).await
}

async fn a_half_of_the_year_says_what_is_counted_of_it(engine: Engine) -> Result<()> {
    let (_server, tablet, school) = at_insight(engine).await?;
    let sample = Sample::of(&school.rubric, &school.people, &school.visits, SchoolYear(2025));
    for half in Half::ALL {
        pick(&tablet, "insight-half", half.name()).await?;
        says_figures(&tablet, &school, &TeamFigures::of_half(&sample, half, FEWEST_TEACHERS)).await?;
        tablet.browser.sees("staan bij het hele schooljaar").await?;
    }
    pick(&tablet, "insight-half", "").await?;
    tablet.browser.sees("Schooljaren naast elkaar").await?;
    says_figures(&tablet, &school, &figures(&school, 2025)).await
}

async fn pick(tablet: &Tablet, id: &str, value: &str) -> Result<()> {
    let script = "const field = document.getElementById(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('change', {bubbles: true}))";
    tablet.browser.script(script, vec![json!(id), json!(value)]).await?;
    Ok(())
}

/// Deleted on the list, and brought back on each of the screens that count it.
async fn a_deleted_visit_that_comes_back_counts_at_once(engine: Engine) -> Result<()> {
    let (_server, tablet, _) = at_insight(engine).await?;
    let base = "return document.querySelector('.insight-base b')?.textContent";
    let pairs = "return document.querySelector('.matrix-list')?.textContent";
    for (hash, heading, years, counted) in [
        ("#/inzicht", "Inzicht", "insight-year", base),
        ("#/team/dekking", "Dekking", "coverage-year", pairs),
    ] {
        tablet.jump(hash, heading).await?;
        pick(&tablet, years, "2025").await?;
        let before = tablet.browser.script(counted, vec![]).await?;
        tablet.jump("", "Lesbezoeken").await?;
        tablet.delete_first_visit().await?;
        tablet.browser.sees("Ongedaan maken").await?;
        tablet.jump(hash, heading).await?;
        pick(&tablet, years, "2025").await?;
        assert_ne!(tablet.browser.script(counted, vec![]).await?, before, "{heading} without it");
        tablet.browser.press("Ongedaan maken").await?;
        let is_back = counted.replace("return ", "return arguments[0] === ");
        tablet.browser.until_true(heading, &is_back, vec![before]).await?;
    }
    Ok(())
}

async fn differences_are_shown_and_too_few_teachers_are_not(engine: Engine) -> Result<()> {
    let (_server, tablet, school) = at_insight(engine).await?;
    let sample = Sample::of(&school.rubric, &school.people, &school.visits, SchoolYear(2025));
    let expected = differences(&sample, FEWEST_TEACHERS);
    for (division, caption) in
        [(Division::Years, "Jaren voor de klas"), (Division::Stage, "Bouw"), (Division::Group, "Groep")]
    {
        pick(&tablet, "division", division.name()).await?;
        tablet.browser.until_true(caption, "return [...document.querySelectorAll('table.figures caption')].some(one => one.textContent === arguments[0])", vec![json!(caption)]).await?;
        let (_, parts) = expected.iter().find(|(one, _)| *one == division).context("each division")?;
        let rows: Vec<Vec<String>> = parts
            .iter()
            .map(|part| {
                let cell = |answers: &Option<Distribution>| {
                    answers.as_ref().map_or_else(
                        || "niet te tonen".to_owned(),
                        |one| format!("{} % ({} leraren)", one.percent_reached(), one.base.teachers),
                    )
                };
                part.domains.iter().map(cell).collect()
            })
            .collect();
        assert_eq!(cells(&tablet, caption).await?, json!(rows), "{caption}");
    }
    Ok(())
}

async fn a_growth_point_becomes_a_goal_with_where_the_school_stands(engine: Engine) -> Result<()> {
    let (_server, tablet, school) = at_insight(engine).await?;
    let expected = figures(&school, 2025);
    let first = expected.growth_points().next().context("a growth point")?.clone();
    tablet.browser.press(&format!("Maak hier een doel van: {}", first.indicator)).await?;
    tablet.is_at("Plan van aanpak").await?;
    let sentence = school.rubric.indicator(&first.indicator).context("it")?.text.nl.clone();
    tablet.browser.sees(&sentence).await?;
    tablet.is_kept().await?;
    tablet.browser.sees("25 leraren").await?;
    // Its address names it.
    tablet.reload().await?;
    tablet.browser.sees("25 leraren").await
}

/// The tick in the talk is the teacher's; a visit of a colleague has none, and with another teacher it is gone.
async fn a_visit_shows_in_growth_only_where_the_teacher_agreed(engine: Engine) -> Result<()> {
    let (_server, tablet, school) = at_insight(engine).await?;
    tablet.jump("#/inzicht/groei", "Groei van een leraar").await?;
    let roster = Roster::of(&school.people);
    let growth =
        |person: &Person| Growth::of(&school.rubric, &roster, &Who::Known(person.id), &school.visits);
    let agreed = school.people.iter().filter(|one| !growth(one).visits.is_empty());
    let mut names: Vec<_> = agreed.clone().map(|one| one.profile.name.clone()).collect();
    names.sort();
    let offered = "return [...document.querySelectorAll('#growth-teacher option')].slice(1).map(one => one.textContent).sort()";
    assert_eq!(tablet.browser.script(offered, vec![]).await?, json!(names));
    for is_enough in [true, false] {
        let person = agreed
            .clone()
            .find(|one| growth(one).reliability.is_enough() == is_enough)
            .context("somebody")?;
        pick(&tablet, "growth-teacher", &person.id.to_string()).await?;
        let Reliability { visits, observers } = growth(person).reliability;
        tablet
            .browser
            .sees(&format!("Bezoek {} van 3, observator {} van 3.", visits.min(3), observers.min(3)))
            .await?;
        tablet
            .browser
            .sees(if is_enough { "Een volgende stap kan zijn" } else { "komen er pas bij 3 bezoeken" })
            .await?;
        let indicators = cells(&tablet, "Per indicator, bezoek na bezoek").await?;
        let first = growth(person)
            .visits
            .iter()
            .map(|visit| match visit.answers[0].1 {
                Some(Answer::Score(score)) => score.get().to_string(),
                Some(Answer::NotObserved) => "niet gezien".to_owned(),
                None => "–".to_owned(),
            })
            .collect::<Vec<_>>();
        assert_eq!(indicators[0], json!(first));
    }
    let found = violations(&tablet.browser).await?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

async fn the_tick_for_growth_is_the_teachers(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Anna").await?;
    tablet.go_to(Step::Talk).await?;
    let is_offered = "return !!document.getElementById('in-growth')";
    assert_eq!(tablet.browser.script(is_offered, vec![]).await?, json!(false), "a colleague visits");
    tablet.go_to(Step::Prepare).await?;
    let leader = By::XPath("//fieldset[@id='kind']//label[contains(., 'Schoolleider')]");
    tablet.browser.tap(leader, "Schoolleider").await?;
    tablet.go_to(Step::Talk).await?;
    tablet.browser.tap(By::XPath("//label[input[@id='in-growth']]"), "the tick").await?;
    let is_ticked = "return document.getElementById('in-growth')?.checked === arguments[0]";
    tablet.browser.until_true("the tick", is_ticked, vec![json!(true)]).await?;
    tablet.go_to(Step::Prepare).await?;
    tablet.browser.rewrite_list("teacher", "Bram").await?;
    tablet.go_to(Step::Talk).await?;
    tablet.browser.until_true("no tick of another teacher", is_ticked, vec![json!(false)]).await
}

/// Every picture has a name and a description, and beside it or folded under it a table.
const PICTURES: &str = "return [...document.querySelectorAll('svg[role=img]')].every(one =>
    one.querySelector(':scope > title')?.textContent && one.querySelector(':scope > desc')?.textContent
    && one.closest('section.card').querySelector('table'))";

async fn it_can_be_read_by_everybody(engine: Engine) -> Result<()> {
    let (_server, tablet, _) = at_insight(engine).await?;
    tablet
        .browser
        .script("document.querySelectorAll('details').forEach(one => { one.open = true })", vec![])
        .await?;
    assert_eq!(tablet.browser.script(PICTURES, vec![]).await?, json!(true));
    for theme in ["light", "dark", "dim"] {
        let pick = "const theme = document.querySelector('select.theme'); theme.value = arguments[0];
            theme.dispatchEvent(new Event('change', {bubbles: true}))";
        tablet.browser.script(pick, vec![json!(theme)]).await?;
        let found = violations(&tablet.browser).await?;
        assert!(found.is_empty(), "{theme}: {found:#?}");
    }
    Ok(())
}

/// In `target/pictures`, to be looked at.
async fn both_overviews_are_pictured(engine: Engine) -> Result<()> {
    let (_server, tablet, _) = at_insight(engine).await?;
    std::fs::create_dir_all(pictures_dir())?;
    for (hash, heading, name) in
        [("#/inzicht", "Inzicht", "inzicht"), ("#/team/dekking", "Dekking", "dekking")]
    {
        tablet.jump(hash, heading).await?;
        if name == "dekking" {
            pick(&tablet, "coverage-year", "2025").await?;
            tablet.browser.sees("Wie was bij wie").await?;
        }
        let path = pictures_dir().join(format!("{name}.png"));
        tablet.browser.session().screenshot(&path).await?;
        // A screen with words on it packs badly; an empty one is a few hundred bytes.
        assert!(std::fs::metadata(&path)?.len() > 20_000, "{name} is blank");
    }
    Ok(())
}

/// At 320 px: nothing is wider than the screen but what scrolls in a box of its own.
async fn it_fits_a_small_phone(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 320, 700).await?;
    seed(&tablet.browser, &School::seeded().records()).await?;
    for (hash, heading) in [("#/inzicht", "Inzicht"), ("#/team/dekking", "Dekking")] {
        tablet.jump(hash, heading).await?;
        if heading == "Dekking" {
            pick(&tablet, "coverage-year", "2025").await?;
            tablet.browser.sees("Anouk bij").await?;
        } else {
            is_whole(&tablet).await?;
        }
        let open = "document.querySelectorAll('details').forEach(one => { one.open = true })";
        tablet.browser.script(open, vec![]).await?;
        let wide = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(tablet.browser.script(wide, vec![]).await?, json!(true), "{heading}");
    }
    Ok(())
}

async fn visits_with_another_rubric_are_shown_when_it_is_chosen(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let mut school = School::seeded();
    let mut own = school.rubric.clone();
    own.id = RubricId::own(DraftId(school.visits[0].id.0));
    own.title.nl = "De Regenboog".to_owned();
    for visit in school.visits.iter_mut().step_by(3) {
        visit.rubric = rubric_ref(&own);
    }
    seed(&tablet.browser, &school.records_with(std::slice::from_ref(&own))).await?;
    tablet.visit("#/inzicht").await?;
    let base = |rubric: &Rubric| {
        let sample = Sample::of(rubric, &school.people, &school.visits, SchoolYear(2025));
        said_of(&TeamFigures::of(&sample, FEWEST_TEACHERS).base)
    };
    let goals = "return document.querySelectorAll('[data-points=\"growth\"] button').length > 0";
    tablet.browser.sees(&base(&school.rubric)).await?;
    tablet.browser.until_true("a growth point that can become a goal", goals, vec![]).await?;
    let at = "const list = document.getElementById('rubric');
        return String([...list.options].findIndex(one => one.text === 'De Regenboog'))";
    let at = tablet.browser.script(at, vec![]).await?;
    pick(&tablet, "rubric", at.as_str().context("a place in the list")?).await?;
    tablet.browser.sees(&base(&own)).await?;
    // The plan measures with the rubric of the school.
    assert_eq!(tablet.browser.script(goals, vec![]).await?, json!(false));
    Ok(())
}

async fn a_table_of_thirty_scrolls_in_its_own_box(engine: Engine) -> Result<()> {
    let (_server, tablet, _) = at_insight(engine).await?;
    tablet.jump("#/team/dekking", "Dekking").await?;
    pick(&tablet, "coverage-year", "2025").await?;
    tablet.browser.sees("Wie was bij wie").await?;
    let box_scrolls = "const box = document.querySelector('.matrix-scroll');
        return box.scrollWidth > box.clientWidth && document.documentElement.scrollWidth <= innerWidth";
    tablet.browser.until_true("a table that scrolls", box_scrolls, vec![]).await?;
    tablet.browser.press("Als lijst").await?;
    tablet.browser.sees("Anouk bij").await?;
    let found = violations(&tablet.browser).await?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

in_every_engine!(
    visits_are_found_again_by_what_their_line_says,
    what_the_screen_says_is_what_is_counted,
    a_half_of_the_year_says_what_is_counted_of_it,
    a_deleted_visit_that_comes_back_counts_at_once,
    differences_are_shown_and_too_few_teachers_are_not,
    a_visit_shows_in_growth_only_where_the_teacher_agreed,
    the_tick_for_growth_is_the_teachers,
    a_growth_point_becomes_a_goal_with_where_the_school_stands,
    it_can_be_read_by_everybody,
    visits_with_another_rubric_are_shown_when_it_is_chosen,
    it_fits_a_small_phone,
    a_table_of_thirty_scrolls_in_its_own_box,
);
in_engine!(pictures Chromium: both_overviews_are_pictured);
