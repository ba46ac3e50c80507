//! Nothing leaves the device, and nothing runs that is not ours.

use std::path::Path;

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, fill_whole_visit, in_every_engine};
use serde_json::{Value, json};

/// What was asked of the server that is no file of the program, or brought something along.
fn other_requests(server: &Server, files: &Path) -> Vec<String> {
    let is_ours = |request: &String| {
        let path = request.strip_prefix("GET /").and_then(|rest| rest.strip_suffix(" 0"));
        // Browsers ask for it unasked.
        path.is_some_and(|path| path.is_empty() || path == "favicon.ico" || files.join(path).is_file())
    };
    server.requests().into_iter().filter(|request| !is_ours(request)).collect()
}

/// Counts what the security policy stops from now on.
const WATCH: &str = r"
    window.__stopped = [];
    document.addEventListener('securitypolicyviolation', event =>
        window.__stopped.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
";

async fn no_request_leaves_the_origin(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.is_ready_for_offline().await?;
    tablet.visit("").await?;
    tablet.browser.script(WATCH, Vec::new()).await?;
    tablet.start_visit().await?;
    fill_whole_visit(&tablet).await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Tonen als tekst").await?;
    tablet.browser.follow("Gegevens").await?;
    tablet.is_at("Gegevens").await?;
    assert_eq!(tablet.browser.script("return window.__stopped", Vec::new()).await?, json!([]));
    let elsewhere = "return performance.getEntriesByType('resource').map(entry => entry.name)
        .filter(name => !name.startsWith(location.origin + '/'))";
    assert_eq!(tablet.browser.script(elsewhere, Vec::new()).await?, json!([]));
    assert_eq!(tablet.browser.script("return document.cookie", Vec::new()).await?, "");
    // Of the page, the service worker and the worker of the documents alike.
    assert!(
        server.requests().iter().any(|request| request.contains("/lesson.wasm ")),
        "{:?}",
        server.requests()
    );
    assert_eq!(other_requests(&server, &dist()?), Vec::<String>::new());
    if engine == Engine::Chromium {
        let log = tablet.browser.session().get_log("browser").await?;
        let log: Vec<String> = log.into_iter().map(|entry| format!("{entry:?}")).collect();
        assert_eq!(log, Vec::<String>::new(), "the console must be empty");
    }
    Ok(())
}

async fn the_page_forbids_other_code_and_other_addresses(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.script(WATCH, Vec::new()).await?;
    let attack = r"
        const script = document.createElement('script');
        // Where the browser knows Trusted Types this is stopped here already.
        try { script.textContent = 'window.__ran = true'; } catch {}
        document.body.append(script);
        const picture = new Image();
        picture.src = 'http://127.0.0.2:9/p.png';
        document.body.append(picture);
        script.remove();
        picture.remove();
        return window.__ran === true;
    ";
    assert_eq!(tablet.browser.script(attack, Vec::new()).await?, Value::Bool(false));
    tablet.browser.until_true("two things stopped", "return window.__stopped.length >= 2", Vec::new()).await
}

async fn text_becomes_markup_only_if_it_runs_nothing(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    // Where the browser does not know Trusted Types the policy says nothing, and the other rules hold alone.
    let passes = r#"
        if (!window.trustedTypes) return [];
        const passes = (markup) => { try { document.createElement('div').innerHTML = markup; return true } catch { return false } };
        return ['<p>only words</p>', '<script>1</script>', '<b onclick=x>', '<iframe srcdoc=x>', '<a href=javascript:1>',
            '<svg/onload=x>', '<img src="x"onerror=x>', '<a href="java&#115;cript:1">'].map(passes);
    "#;
    let passes = tablet.browser.script(passes, Vec::new()).await?;
    let words_alone = json!([true, false, false, false, false, false, false, false]);
    if engine == Engine::Chromium {
        assert_eq!(passes, words_alone);
    } else {
        assert!(passes == json!([]) || passes == words_alone, "{passes}");
    }
    Ok(())
}

in_every_engine!(
    no_request_leaves_the_origin,
    the_page_forbids_other_code_and_other_addresses,
    text_becomes_markup_only_if_it_runs_nothing
);
