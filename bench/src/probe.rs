use crate::chromium::*;
use crate::open::*;
use crate::subject::*;
use crate::touch::*;
use crate::weight::*;
#[tokio::test(flavor = "multi_thread")]
async fn floor_probe() {
    for turn in 0..2 {
        let floor = Subject::floor().unwrap();
        let c = Chromium::open().await.unwrap();
        c.load(&floor.quiet_page()).await.unwrap();
        for cond in [Condition::cpu(1), Condition::cpu(4), Condition { cpu: 4, slow_4g: true }] {
            c.slow_down(cond).await.unwrap();
            c.load(&floor.quiet_page()).await.unwrap();
            c.browser.script("localStorage.clear()", vec![]).await.unwrap();
            c.command("Network.clearBrowserCache", serde_json::json!({})).await.unwrap();
            println!("{turn} {cond:?} first tap {:?}", first_saved_tap(&c, &floor, false).await);
        }
        c.slow_down(Condition::cpu(4)).await.unwrap();
        c.load(&floor.url).await.unwrap();
        println!("taps {:?}", taps(&c, &floor).await);
        println!("{}", c.browser.script("return localStorage.getItem('floor:visit')", vec![]).await.unwrap());
        println!("keys {:?}", keys(&c).await);
        println!("{}", c.browser.script("return localStorage.getItem('floor:visit')", vec![]).await.unwrap());
        println!("mem {:?}", memory(&c, &floor).await);
        println!("first {:?}", first_load(&c, &floor).await);
    }
}
