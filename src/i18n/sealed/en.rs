//! English.

use super::{BackupText, OpenText, RescueText, SealedText};

pub(super) const SEALED: SealedText = SealedText {
    backup: BackupText {
        title: "With a passphrase",
        lead: "The file is encrypted. Only someone who knows the passphrase can open it: here under Import, or with the program age. If you forget the passphrase, nobody can open the file any more.",
        passphrase: "Passphrase for this file",
        again: "Type that passphrase once more",
        download: "Download with passphrase",
        sealing: "One moment: the file is being encrypted…",
        ready: "The encrypted file was downloaded. Keep the passphrase in another place.",
        failed: "The encrypted file could not be made. Your visits are as they were. Try again, or use the button Download above: that file is not encrypted.",
        nothing: "There is nothing to keep yet.",
    },
    open: OpenText {
        lead: "Type the passphrase that it was made with. You will first see what is in it.",
        passphrase: "Passphrase of this file",
        open: "Open file",
        opening: "One moment: the file is being opened…",
        wrong: "That is not the passphrase of this file. Mind capital letters and spaces. Are you sure that it is right? Then the file is damaged: choose another copy. Nothing has changed in what you had.",
        other_version: "The file is of another version of age than this app knows, or its beginning is damaged. This app opens age-encryption.org/v1. Choose another copy, or open it with the program age and import what comes out.",
        other_recipient: "The file is not encrypted with a passphrase but with a key, which this app does not have. Open it with the program age and that key, and import what comes out.",
        failed: "The file could not be opened on this device. There may be too little memory. Close other tabs and choose the file again, or try it on a computer.",
        title: |file| format!("{file} is encrypted"),
        cut_off: |at| {
            format!(
                "The file stops after byte {at}, and that is not its end. It was not copied or downloaded whole. Fetch it again, or choose another copy."
            )
        },
        damaged: |at| {
            format!(
                "The file is damaged: what stands from byte {at} on is not right or not complete. Fetch it again, or choose another copy."
            )
        },
        too_much_work: |work, most| {
            format!(
                "Opening it takes too much memory: the file has work factor {work}, and this app goes up to {most}. Open it with the program age on a computer, and import what comes out."
            )
        },
        no_memory: |mib| {
            format!(
                "This device does not have enough memory to open this file: it takes {mib} MB. Close other tabs and choose the file again, or try it on a computer."
            )
        },
    },
    rescue: RescueText {
        lead: "It was saved while Lesbezoek was locked. Type the passphrase or the recovery code of that lock. You will first see what is in it. What you import then is locked only if this device has a lock of its own.",
        passphrase: "Passphrase or recovery code of that lock",
        wrong: "That is not the passphrase or the recovery code of that lock. Mind capital letters and spaces. Has the passphrase changed since? Then try the one of that time. Nothing has changed in what you had.",
        pass_over: "Only what is not locked",
        no_mark: "The part that belongs to the passphrase is missing from this file, or damaged. Without it nobody can open them.",
        other_cost: "The lock in this file asks for more work than a lock of Lesbezoek ever does. It is damaged, or not made by Lesbezoek.",
        other_key: "They are damaged, or belong to another lock.",
        passed_over: "Choose the file again when you know the passphrase.",
        left: |n, why| match n {
            1 => format!("1 record in this file stays locked. {why} Keep the file."),
            n => format!("{n} records in this file stay locked. {why} Keep the file."),
        },
    },
};
