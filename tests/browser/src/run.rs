//! One test per engine.

use std::future::Future;

use anyhow::Result;

use crate::engine::Engine;

/// Runs `test` in `engine`. Others may run beside it, each in a browser and with a server of its own.
///
/// # Panics
/// If the test gives an error.
pub fn run<F: Future<Output = Result<()>>>(engine: Engine, test: impl FnOnce(Engine) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    if let Err(error) = runtime.block_on(test(engine)) {
        panic!("{engine:?}: {error:?}");
    }
}

/// Makes a test in each engine of each `async fn name(engine: Engine) -> anyhow::Result<()>`.
#[macro_export]
macro_rules! in_every_engine {
    ($($name:ident),+ $(,)?) => {
        $crate::in_engine!(chromium Chromium: $($name),+);
        $crate::in_engine!(firefox Firefox: $($name),+);
        $crate::in_engine!(webkit WebKit: $($name),+);
    };
}

/// As [`in_every_engine!`], for one engine.
#[macro_export]
macro_rules! in_engine {
    ($module:ident $engine:ident: $($name:ident),+ $(,)?) => {
        mod $module {
            $(
                #[test]
                fn $name() {
                    $crate::run($crate::Engine::$engine, super::$name);
                }
            )+
        }
    };
}
