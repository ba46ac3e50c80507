//! What every journal does with a change: the one in memory and the one of the browser are held to one table.

use lesbezoek::store::{Change, Entry, Journal, seal};

/// Every way in which a change can meet what is there. Both journals are held to this table: the one in memory by
/// `Change::fate`, the one of the browser by its script.
pub async fn keeps_to_the_table(journal: &dyn Journal, prefix: &str) {
    let value = |revision, content: &str| Entry::of(&seal(revision, &format!("\"{content}\"")));
    let (deletion, text) = (|revision| Entry { revision, value: None }, |text: &str| Entry::of(text));
    let table = [
        ("nothing there", None, None, value(1, "mine"), true),
        ("what it was made from", Some(value(4, "base")), Some(value(4, "base")), value(5, "mine"), true),
        ("the same once more", Some(value(5, "mine")), Some(value(4, "base")), value(5, "mine"), true),
        (
            "an import of an older state",
            Some(value(9, "base")),
            Some(value(9, "base")),
            value(2, "old"),
            true,
        ),
        ("a deletion of what was seen", Some(value(9, "base")), Some(value(9, "base")), deletion(10), true),
        ("back after a deletion", Some(deletion(10)), Some(deletion(10)), value(11, "mine"), true),
        ("over what is damaged", Some(text("torn")), Some(text("torn")), value(1, "mine"), true),
        (
            "another tab went further",
            Some(value(9, "theirs")),
            Some(value(4, "base")),
            value(5, "mine"),
            false,
        ),
        (
            "another tab went as far",
            Some(value(5, "theirs")),
            Some(value(4, "base")),
            value(5, "mine"),
            false,
        ),
        (
            "another tab went less far",
            Some(value(6, "theirs")),
            Some(value(4, "base")),
            value(9, "mine"),
            false,
        ),
        (
            "another tab counted alike",
            Some(value(4, "theirs")),
            Some(value(4, "base")),
            value(5, "mine"),
            false,
        ),
        ("another tab deleted it", Some(deletion(5)), Some(value(4, "base")), value(5, "mine"), false),
        ("a deletion of what went on", Some(value(9, "theirs")), Some(value(4, "base")), deletion(5), false),
        ("nobody looked", Some(value(6, "theirs")), None, value(10, "mine"), false),
    ];
    for (name, there, base, entry, is_written) in table {
        let key = format!("{prefix}{name}");
        if let Some(there) = &there {
            let first = Change { key: key.clone(), entry: there.clone(), base: None };
            assert_eq!(journal.write(&[first]).await, Ok(Vec::new()), "{name}");
        }
        let change = Change { key: key.clone(), entry: entry.clone(), base: base.as_ref().map(Entry::stamp) };
        let others = there.clone().filter(|_| !is_written).map(|there| (key.clone(), there));
        assert_eq!(journal.write(&[change]).await, Ok(others.into_iter().collect()), "{name}");
        let kept = if is_written { Some(entry) } else { there };
        assert_eq!(journal.read(&key).await, Ok(kept), "{name}");
    }
}
