use browser_tests::*;
use anyhow::Result;
async fn harness_works(engine: Engine) -> Result<()> {
    let dir = std::path::Path::new("/work/main/bench/floor");
    let mut server = Server::start(dir)?;
    let t = std::time::Instant::now();
    let b = Browser::open(engine, Profile::fresh()?).await?;
    println!("{engine:?} opened in {:?}", t.elapsed());
    b.session().goto(server.origin()).await?;
    b.tap(thirtyfour::By::XPath("//fieldset[@data-indicator='D1']//label[input[@value='3']]"), "D1").await?;
    b.fill("Nieuwe regel", "Zoë ½").await?;
    println!("{:?}", stored(&b).await?);
    println!("{:?}", violations(&b).await?.len());
    println!("sw {:?}", b.script("return [!!navigator.serviceWorker, innerWidth, innerHeight, navigator.language]", vec![]).await?);
    server.kill();
    assert!(b.session().goto(server.origin()).await.is_err() || !b.screen().await.contains("Scoren"));
    server.revive()?;
    if engine.reopens() {
        let b = Browser::open(engine, b.close()).await?;
        b.session().goto(server.origin()).await?;
        println!("{:?}", stored(&b).await?);
    }
    println!("{engine:?} all in {:?}", t.elapsed());
    Ok(())
}
in_every_engine!(harness_works);
