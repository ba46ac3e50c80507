//! The texts of the teacher's own view of her lesson. Apart from the others: they come with the screens that show them.

use super::text::texts;
use crate::domain::Lang;

texts!(
    /// The teacher rates her own lesson.
    OwnViewText {
        title, lead, done, give_back, give_back_lead, send_back, send_back_lead, change, to_talk, to_export,
        ask, ask_lead, hand_over, go_on, file, file_lead, still_open, is_done, beside, own_score, own_note,
    }
);

/// The texts in one language.
#[must_use]
pub fn own_view_text(lang: Lang) -> &'static OwnViewText {
    match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
    }
}

const NL: OwnViewText = OwnViewText {
    title: "Hoe ging je les?",
    lead: "Scoor je eigen les. Wat de observator heeft ingevuld staat hier niet. De observator ziet jouw antwoorden ook niet, tot jullie samen kijken.",
    done: "Klaar",
    give_back: "Dank je wel. Geef de tablet terug.",
    give_back_lead: "Jullie antwoorden komen naast elkaar te staan zodra jullie in het gesprek samen de scores bekijken.",
    send_back: "Dank je wel. Stuur het terug.",
    send_back_lead: "Exporteer dit bezoek en geef het bestand aan de observator.",
    change: "Toch iets veranderen",
    to_talk: "Naar het gesprek",
    to_export: "Naar exporteren",
    ask: "De leraar scoort de eigen les",
    ask_lead: "Met dezelfde kijkwijzer. Jullie zien elkaars antwoorden pas als jullie samen de scores bekijken; de verschillen staan dan bovenaan.",
    hand_over: "Geef de tablet aan de leraar",
    go_on: "Geef de tablet weer aan de leraar",
    file: "Op een eigen apparaat",
    file_lead: "Geef de leraar dit bestand. Die kiest bij Gegevens voor importeren, scoort de les, en exporteert het bezoek. Importeer dat bestand daarna hier.",
    still_open: "nog niet klaar",
    is_done: "klaar",
    beside: "Jullie antwoorden naast elkaar",
    own_score: "De leraar zelf",
    own_note: "In eigen woorden",
};

const EN: OwnViewText = OwnViewText {
    title: "How did your lesson go?",
    lead: "Score your own lesson. What the observer filled in is not here. Nor will the observer see your answers until you look at them together.",
    done: "Done",
    give_back: "Thank you. Please hand the tablet back.",
    give_back_lead: "Your answers will stand beside each other once you both choose to look at the scores in the talk.",
    send_back: "Thank you. Please send it back.",
    send_back_lead: "Export this visit and give the file to the observer.",
    change: "Change something after all",
    to_talk: "To the talk",
    to_export: "To export",
    ask: "The teacher scores the lesson too",
    ask_lead: "With the same rubric. Neither of you sees the other's answers until you look at the scores together; what differs then comes first.",
    hand_over: "Hand the tablet to the teacher",
    go_on: "Hand the tablet to the teacher again",
    file: "On a device of their own",
    file_lead: "Give the teacher this file. They import it under Data, score the lesson and export the visit. Then import that file here.",
    still_open: "not done yet",
    is_done: "done",
    beside: "Your answers side by side",
    own_score: "The teacher",
    own_note: "In the teacher's own words",
};
