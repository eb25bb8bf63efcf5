//! What users of Bezint see, in both browsers, on pages with the real editors.
//! One test a scenario, box and browser.

mod access;
mod background;
mod boxes;
mod card;
mod fidelity;
mod input;
mod pace;
mod pill;
mod placing;
mod popup;
mod privacy;
mod profile;
mod robust;
mod screen;
mod sight;
mod stage;
mod typing;

use libtest_mimic::Arguments;

fn main() {
    let arguments = Arguments::from_args();
    let stage = stage::start();
    let scenarios = [
        typing::trials,
        input::trials,
        fidelity::trials,
        profile::trials,
        privacy::trials,
        background::trials,
        screen::trials,
        card::trials,
        pill::trials,
        placing::trials,
        boxes::trials,
        popup::trials,
        robust::trials,
        pace::trials,
        access::trials,
        sight::trials,
    ];
    let trials = scenarios.iter().flat_map(|trials| trials(&stage)).collect();
    libtest_mimic::run(&arguments, trials).exit()
}
