//! Start: mount the app. The app is WebAssembly; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    lesbezoek::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Lesbezoek runs in the browser: `cargo xtask serve` starts it.");
}
