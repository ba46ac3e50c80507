//! The headers that go with every file: those that `serve` sends, and the same as a `_headers` file for hosts that read one
//! (Netlify, Cloudflare Pages). docs/hosting.md has them for nginx and Apache.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::build::files;

/// Name and value. The page has its policy in itself; `frame-ancestors` counts only as a header. Of what a browser can do the
/// app keeps the screen on, and hands a file to another app, for which there is no rule that every browser knows. No
/// `Cross-Origin-Opener-Policy`: with it a tab that goes elsewhere and comes back loses its session storage, and so the way back from
/// a deletion; the app opens no other window that it would keep out.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
         geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
         publickey-credentials-get=(), screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()",
    ),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// For a file whose name tells its content.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Whether a hash of the content is in the name of the file or its folder: `style-a12feec3913b5120.css`.
pub fn is_hashed(path: &str) -> bool {
    let mut stems = path.split('/').map(|name| name.split('.').next().unwrap_or_default());
    stems.any(|stem| {
        let hash = stem.rsplit_once('-').map(|(_, hash)| hash);
        hash.is_some_and(|hash| hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()))
    })
}

/// Writes `_headers` into a folder that is ready to be served.
pub fn write(stage: &Path) -> Result<()> {
    let mut text = String::from("/*\n");
    for (name, value) in HEADERS {
        writeln!(text, "  {name}: {value}")?;
    }
    // The first folder or file of each name with a hash: all below it never changes.
    let mut hashed: Vec<String> = Vec::new();
    for file in files(stage)? {
        let path = file.strip_prefix(stage)?.to_string_lossy().replace('\\', "/");
        let (first, below) = path.split_once('/').map_or((&*path, ""), |(first, _)| (first, "/*"));
        let rule = format!("/{first}{below}");
        if is_hashed(first) && !hashed.contains(&rule) {
            hashed.push(rule);
        }
    }
    for rule in hashed {
        write!(text, "{rule}\n  Cache-Control: {FOR_EVER}\n")?;
    }
    Ok(fs::write(stage.join("_headers"), text)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("/style-a12feec3913b5120.css"));
        assert!(is_hashed("/a/folder/app-72f25f85ac0b064f/lesbezoek_bg.wasm"));
        assert!(!is_hashed("/icons/maskable-512.png"));
        assert!(!is_hashed("/sw.js") && !is_hashed("/"));
    }

    #[test]
    fn a_host_that_reads_the_file_sends_what_serve_sends() {
        let stage = std::env::temp_dir().join(format!("lesbezoek-headers-{}", std::process::id()));
        fs::create_dir_all(stage.join("app-72f25f85ac0b064f")).expect("a folder");
        for name in ["index.html", "style-a12feec3913b5120.css", "app-72f25f85ac0b064f/boot.js"] {
            fs::write(stage.join(name), name).expect("a file");
        }
        write(&stage).expect("a file");
        let text = fs::read_to_string(stage.join("_headers")).expect("a file");
        fs::remove_dir_all(&stage).expect("goes away");
        let (everywhere, hashed) = text.split_once("/app-").expect("a rule for the program");
        for (name, value) in HEADERS {
            assert!(everywhere.contains(&format!("  {name}: {value}\n")), "{name}");
        }
        assert_eq!(hashed.matches(FOR_EVER).count(), 2);
        assert!(hashed.starts_with("72f25f85ac0b064f/*\n") && !text.contains("/index.html"));
    }

    #[test]
    fn the_page_about_hosting_names_each_of_them_for_both_servers() {
        let page = fs::read_to_string(root().join("docs/hosting.md")).expect("the page");
        for (name, value) in HEADERS {
            assert!(page.contains(&format!("add_header {name} \"{value}\" always;")), "nginx: {name}");
            assert!(page.contains(&format!("Header always set {name} \"{value}\"")), "Apache: {name}");
        }
    }
}
