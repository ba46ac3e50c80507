//! The app gets ready for a lesson without a network, also on a tablet whose first page did not wait for it.

use std::time::Duration;

use anyhow::Result;
use browser_tests::{Browser, Engine, Profile, Server, Tablet, dist, in_every_engine};

/// How many milliseconds after its load event the page is left: while the worker installs, or while it activates.
const MOMENTS: [u64; 4] = [20, 40, 80, 120];

async fn a_page_left_during_the_installation_is_ready_when_opened_again(engine: Engine) -> Result<()> {
    for moment in MOMENTS {
        let mut server = Server::start(&dist()?)?;
        let tablet = Tablet::in_browser(Browser::open(engine, Profile::fresh()?).await?, &server.origin());
        tablet.browser.session().goto(server.origin()).await?;
        tokio::time::sleep(Duration::from_millis(moment)).await;
        tablet.visit("").await?;
        tablet.is_ready_for_offline().await?;
        server.kill();
        tablet.reload().await?;
    }
    Ok(())
}

in_every_engine!(a_page_left_during_the_installation_is_ready_when_opened_again);
