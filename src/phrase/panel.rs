//! The panel of facts.

phrases! {
    participants: "PARTICIPANTS" / "참석자";
    dates: "DATES" / "날짜";
    figures: "KEY FIGURES" / "주요 수치";
    release: "RELEASE" / "보도자료";
}
