//! Dutch.

use super::{BackupText, OpenText, RescueText, SealedText};

pub(super) const SEALED: SealedText = SealedText {
    backup: BackupText {
        title: "Met een wachtzin",
        lead: "Het bestand wordt versleuteld. Alleen wie de wachtzin weet, kan het openen: hier bij Importeren, of met het programma age. Vergeet je de wachtzin, dan kan niemand het bestand nog openen.",
        passphrase: "Wachtzin voor dit bestand",
        again: "Typ die wachtzin nog een keer",
        download: "Downloaden met wachtzin",
        sealing: "Even wachten: het bestand wordt versleuteld…",
        ready: "Het versleutelde bestand is gedownload. Bewaar de wachtzin op een andere plek.",
        failed: "Het versleutelde bestand kon niet worden gemaakt. Je bezoeken zijn niet veranderd. Probeer het opnieuw, of gebruik de knop Downloaden hierboven: dat bestand is niet versleuteld.",
        nothing: "Er is nog niets om te bewaren.",
    },
    open: OpenText {
        lead: "Typ de wachtzin waarmee het is gemaakt. Daarna zie je eerst wat erin staat.",
        passphrase: "Wachtzin van dit bestand",
        open: "Bestand openen",
        opening: "Even wachten: het bestand gaat open…",
        wrong: "Dat is niet de wachtzin van dit bestand. Let op hoofdletters en spaties. Weet je zeker dat hij klopt? Dan is het bestand beschadigd: kies een andere kopie. Er is niets veranderd aan wat je al had.",
        other_version: "Het bestand is een andere versie van age dan deze app kent, of het begin is beschadigd. Deze app opent age-encryption.org/v1. Kies een andere kopie, of open het met het programma age en importeer wat eruit komt.",
        other_recipient: "Het bestand is niet versleuteld met een wachtzin, maar met een sleutel. Die heeft deze app niet. Open het met het programma age en die sleutel, en importeer wat eruit komt.",
        failed: "Het openen is op dit apparaat niet gelukt. Misschien is er te weinig geheugen. Sluit andere tabbladen en kies het bestand opnieuw, of probeer het op een computer.",
        title: |file| format!("{file} is versleuteld"),
        cut_off: |at| {
            format!(
                "Het bestand houdt op na byte {at}, en dat is niet het einde. Het is niet helemaal gekopieerd of gedownload. Haal het opnieuw op, of kies een andere kopie."
            )
        },
        damaged: |at| {
            format!(
                "Het bestand is beschadigd: wat vanaf byte {at} staat, klopt niet of is niet compleet. Haal het opnieuw op, of kies een andere kopie."
            )
        },
        too_much_work: |work, most| {
            format!(
                "Het openen kost te veel geheugen: het bestand heeft werkfactor {work}, en deze app gaat tot {most}. Open het met het programma age op een computer, en importeer wat eruit komt."
            )
        },
        no_memory: |mib| {
            format!(
                "Dit apparaat heeft niet genoeg geheugen om dit bestand te openen: daar is {mib} MB voor nodig. Sluit andere tabbladen en kies het bestand opnieuw, of probeer het op een computer."
            )
        },
    },
    rescue: RescueText {
        lead: "Het is bewaard toen Lesbezoek op slot zat. Typ de wachtzin of de herstelcode van dat slot. Daarna zie je eerst wat erin staat. Wat je dan importeert, is alleen op slot als dit apparaat zelf een slot heeft.",
        passphrase: "Wachtzin of herstelcode van dat slot",
        wrong: "Dat is niet de wachtzin of de herstelcode van dat slot. Let op hoofdletters en spaties. Is de wachtzin intussen veranderd? Probeer dan die van toen. Er is niets veranderd aan wat je al had.",
        pass_over: "Alleen wat niet op slot zit",
        no_mark: "Het deel dat bij de wachtzin hoort, ontbreekt in dit bestand of is beschadigd. Zonder dat deel kan niemand ze openen.",
        other_cost: "Het slot in dit bestand vraagt meer rekenwerk dan een slot van Lesbezoek ooit vraagt. Het is beschadigd, of het komt niet van Lesbezoek.",
        other_key: "Ze zijn beschadigd, of ze horen bij een ander slot.",
        passed_over: "Kies het bestand opnieuw als je de wachtzin weet.",
        left: |n, why| match n {
            1 => format!("1 gegeven in dit bestand blijft op slot. {why} Bewaar het bestand."),
            n => format!("{n} gegevens in dit bestand blijven op slot. {why} Bewaar het bestand."),
        },
    },
};
