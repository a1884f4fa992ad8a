//! The one table of actions: adding an action is adding its line here and its keys in
//! `assets/keymap.ron`. What an action does is the reader's affair.

use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::phrase::Phrase;

/// Makes [`Section`] and [`Action`] from a line each: `Name: "Sentence" / "문장"`, in English and in
/// Korean, and after it, for an action worth a place in the status line, `[rank "label" / "이름"]`; the
/// lowest rank is the last to leave a short line.
macro_rules! actions {
    ($($section:ident($title:literal / $title_ko:literal) {
        $($action:ident: $sentence:literal / $sentence_ko:literal
            $([$rank:literal $label:literal / $label_ko:literal])?,)*
    })*) => {
        /// A group of actions, as the help shows them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Section {
            $(#[doc = $title] $section,)*
        }

        impl Section {
            /// Every section, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$section,)*];

            /// The heading of the section, for people.
            pub fn title(self) -> Phrase {
                match self {
                    $(Self::$section => Phrase::fixed($title, $title_ko),)*
                }
            }
        }

        /// Something a person can ask of the reader with a key.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub enum Action {
            $($(#[doc = $sentence] $action,)*)*
        }

        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &'static [Self] = &[$($(Self::$action,)*)*];

            /// The section the action belongs to.
            pub fn section(self) -> Section {
                match self {
                    $($(Self::$action => Section::$section,)*)*
                }
            }

            /// The name as keymap files write it.
            pub fn name(self) -> &'static str {
                match self {
                    $($(Self::$action => stringify!($action),)*)*
                }
            }

            /// What the action does, in a sentence for people.
            pub fn sentence(self) -> Phrase {
                match self {
                    $($(Self::$action => Phrase::fixed($sentence, $sentence_ko),)*)*
                }
            }

            /// The label for the status line and its rank, lowest first; most actions have none.
            pub fn hint(self) -> Option<(u8, Phrase)> {
                match self {
                    $($($(Self::$action => Some(($rank, Phrase::fixed($label, $label_ko))),)?)*)*
                    _ => None,
                }
            }
        }
    };
}

actions! {
    Move("Moving" / "이동") {
        LineDown: "One line or row down" / "한 줄 아래로",
        LineUp: "One line or row up" / "한 줄 위로",
        NextBlock: "Next block" / "다음 문단",
        PreviousBlock: "Previous block" / "이전 문단",
        NextParagraph: "Next numbered paragraph" / "다음 번호 문단",
        PreviousParagraph: "Previous numbered paragraph" / "이전 번호 문단",
        PageDown: "One page down, two lines kept" / "한 화면 아래로(두 줄 겹침)",
        PageUp: "One page up, two lines kept" / "한 화면 위로(두 줄 겹침)",
        HalfPageDown: "Half a page down" / "반 화면 아래로",
        HalfPageUp: "Half a page up" / "반 화면 위로",
        First: "To the beginning" / "처음으로",
        Last: "To the end; with a count, to the paragraph or row of that number" / "끝으로, 숫자를 앞에 붙이면 그 번호의 문단이나 행으로",
        ScrollDown: "Show one more line below; the cursor stays" / "커서는 두고 아래로 한 줄 더 보기",
        ScrollUp: "Show one more line above; the cursor stays" / "커서는 두고 위로 한 줄 더 보기",
        GoTo: "Go to an address, such as 2.1" / "2.1과 같은 주소로 이동" [3 "go to" / "이동"],
    }
    Fold("Folding" / "접기") {
        FoldOrParent: "Fold; if folded, to the parent" / "접기, 이미 접혔으면 상위 문단으로",
        UnfoldOrChild: "Unfold; if unfolded, to the first item" / "펼치기, 이미 펼쳤으면 첫 항목으로",
        ToggleFold: "Fold or unfold" / "접기/펼치기",
        FoldAll: "Fold everything" / "모두 접기",
        UnfoldAll: "Unfold everything" / "모두 펼치기",
        FoldLevel: "Fold the innermost level that is open" / "열린 가장 안쪽 단계 접기",
        UnfoldLevel: "Unfold the outermost level that is folded" / "접힌 가장 바깥 단계 펼치기",
    }
    Place("Placing the line" / "줄 위치") {
        CentreLine: "Put the line in the middle" / "현재 줄을 화면 가운데로",
        TopLine: "Put the line at the top" / "현재 줄을 화면 맨 위로",
        BottomLine: "Put the line at the bottom" / "현재 줄을 화면 맨 아래로",
        LongerLines: "Let lines of text be longer" / "본문 줄을 더 길게",
        ShorterLines: "Let lines of text be shorter" / "본문 줄을 더 짧게",
        Spacing: "More or fewer empty lines between paragraphs" / "문단 사이 빈 줄 바꾸기",
    }
    Find("Finding" / "찾기") {
        Find: "Find here, as you type" / "이 글에서 찾기(입력하는 대로)" [2 "find" / "찾기"],
        FindWord: "Find the word or the fact under the cursor" / "커서 아래의 낱말이나 사실 찾기",
        Keep: "Keep only the blocks that match" / "일치하는 문단만 보기",
        FindNext: "Next hit" / "다음 결과" [1 "next hit" / "다음 결과"],
        FindPrevious: "Previous hit" / "이전 결과" [1 "previous hit" / "이전 결과"],
    }
    Facts("Facts" / "사실") {
        Follow: "Follow: to the words, the place or the release" / "따라가기: 해당 문구, 위치, 보도자료로" [5 "follow" / "따라가기"],
        Peek: "Look at what is said of this elsewhere, without moving" / "움직이지 않고 다른 곳 미리 보기",
        NextFact: "Next fact in the text" / "본문의 다음 사실" [6 "next fact" / "다음 사실"],
        PreviousFact: "Previous fact in the text" / "본문의 이전 사실",
        NextMention: "Next mention of this fact" / "이 사실의 다음 언급" [6 "next mention" / "다음 언급"],
        PreviousMention: "Previous mention of this fact" / "이 사실의 이전 언급",
    }
    Select("Selecting" / "선택") {
        SelectWords: "Select words; once more ends it" / "단어 선택, 다시 누르면 끝냄",
        SelectBlocks: "Select blocks; once more ends it" / "문단 선택, 다시 누르면 끝냄",
        NextWord: "One word further" / "다음 단어까지",
        PreviousWord: "One word back" / "이전 단어까지",
        FirstWord: "To the first word of the block" / "문단의 첫 단어까지",
        LastWord: "To the last word of the block" / "문단의 마지막 단어까지",
        OtherEnd: "Move the other end" / "반대쪽 끝 옮기기" [3 "other end" / "반대쪽 끝"],
    }
    Take("Taking along" / "가져가기") {
        CopyText: "Copy the block as printed; with a count, that many" / "문단을 인쇄된 대로 복사, 숫자를 앞에 붙이면 그만큼",
        CopyWithItems: "Copy the block with everything inside it" / "문단을 딸린 항목까지 복사",
        CopyQuotation: "Copy the words with their source" / "출처를 붙여 인용문으로 복사",
        CopyAddress: "Copy the address that opens this place again" / "이 자리를 다시 여는 주소 복사",
        CopyLink: "Copy the address of the page it was published on" / "원문 웹 주소 복사",
        CopyRelease: "Copy the whole release" / "보도자료 전체 복사",
        Pipe: "Give the block or what is selected to a command" / "문단이나 선택한 글을 명령에 넘기기",
    }
    Review("Reviewing a draft" / "초안 검토") {
        AcceptFact: "This fact holds; on to the next open one" / "사실로 확정하고 다음 미정 항목으로" [1 "accept" / "확인"],
        DropFact: "Leave this fact out, or take it back" / "이 사실 제외, 다시 누르면 되돌림" [1 "drop" / "제외"],
        EditFact: "Put this fact right, as a line" / "이 사실을 한 줄로 고치기" [1 "change" / "고치기"],
        DropMention: "Leave out the lit mention of this fact" / "강조된 언급을 이 사실에서 빼기",
        UndoDecision: "Take back the last decision" / "마지막 결정 취소",
        AddParticipant: "Add the selected words as a participant" / "선택한 글을 참석자로 더하기" [1 "participant" / "참석자"],
        AddDate: "Add the selected words as a date" / "선택한 글을 날짜로 더하기" [1 "date" / "날짜"],
        AddFigure: "Add the selected words as a figure" / "선택한 글을 수치로 더하기" [1 "figure" / "수치"],
        AddMention: "Add the selected words as a mention of this fact" / "선택한 글을 이 사실의 언급으로 더하기" [1 "mention" / "언급"],
        WriteRelease: "Write the release file" / "보도자료 파일 저장" [1 "write" / "저장"],
    }
    Marks("Marks" / "표시") {
        SetMark: "Mark this place: a to z in this release, A to Z in the library" / "이 자리 표시: a–z는 이 보도자료, A–Z는 전체",
        GoToMark: "Go to a mark; the same key again: to before the last jump" / "표시로 이동. 같은 키를 한 번 더 누르면 마지막 이동 전으로",
        Marks: "List the marks" / "표시 목록",
        DeleteMark: "Take this mark away" / "이 표시 지우기" [1 "delete" / "지우기"],
    }
    Jumps("Jumps" / "위치 기록") {
        Back: "Back to where you were" / "이전 위치로" [8 "back" / "뒤로"],
        Forward: "Forward again" / "다시 앞으로",
    }
    Panes("Panes" / "창") {
        NextPane: "Next pane" / "다음 창" [4 "other pane" / "다른 창"],
        PreviousPane: "Previous pane" / "이전 창",
        TogglePanel: "Show or hide the facts" / "사실 창 표시/숨김",
        ToggleContents: "Show or hide the contents" / "차례 보이기/숨기기",
        ReadingMode: "The text alone, without anything around it" / "본문만 보기",
        PanelWider: "Widen the facts; in the contents, those" / "사실 창 넓히기, 차례에서는 차례 넓히기",
        PanelNarrower: "Narrow the facts; in the contents, those" / "사실 창 좁히기, 차례에서는 차례 좁히기",
    }
    Releases("Releases" / "보도자료") {
        NextRelease: "Next release" / "다음 보도자료" [10 "next release" / "다음 자료"],
        PreviousRelease: "Previous release" / "이전 보도자료",
        Filter: "Keep only the rows that match" / "일치하는 행만 남기기" [2 "filter" / "거르기"],
        Sort: "Sort by the next order" / "다음 기준으로 정렬" [6 "sort" / "정렬"],
        ReverseSort: "Turn the order round" / "정렬 순서 뒤집기",
    }
    Prompt("Typing" / "입력") {
        Accept: "Accept" / "확인" [2 "accept" / "확인"],
        CursorLeft: "One character left" / "한 글자 왼쪽으로",
        CursorRight: "One character right" / "한 글자 오른쪽으로",
        CursorHome: "To the start of the line" / "줄의 처음으로",
        CursorEnd: "To the end of the line" / "줄의 끝으로",
        DeleteBack: "Delete the character before" / "앞 글자 지우기",
        DeleteForward: "Delete the character under the cursor" / "커서 위치의 글자 지우기",
        DeleteWord: "Delete the word before" / "앞 단어 지우기",
        DeleteToStart: "Delete to the start of the line" / "줄의 처음까지 지우기",
        DeleteToEnd: "Delete to the end of the line" / "줄의 끝까지 지우기",
        NextMatch: "Next match" / "다음 항목" [5 "next match" / "다음 항목"],
        PreviousMatch: "Previous match" / "이전 항목",
        GiveNext: "Give the command something else: the block, its items, the release" / "명령에 넘길 글 바꾸기: 문단, 딸린 항목, 전체" [3 "give" / "넘길 글"],
        ToggleRegex: "Read what is typed as a pattern, or plainly" / "입력을 정규식으로/그대로 찾기 전환" [4 "pattern" / "정규식"],
    }
    Program("The program" / "프로그램") {
        Problems: "List the problems of this release" / "이 보도자료의 문제 목록" [11 "problems" / "문제"],
        Edit: "Open in your editor, at this place" / "이 위치를 편집기에서 열기" [7 "edit" / "편집"],
        Reload: "Read the file again" / "파일 다시 읽기" [8 "reload" / "다시 읽기"],
        ToggleMouse: "Free the mouse for the terminal, or take it back" / "마우스를 터미널에 넘기기/되찾기",
        Palette: "Look for an action and do it" / "동작을 찾아 실행" [11 "all actions" / "모든 동작"],
        Themes: "Choose another theme, seen at once" / "테마 고르기(바로 미리 보기)",
        Help: "Help" / "도움말" [0 "help" / "도움말"],
        Close: "Close, or go up; then quit" / "닫기, 상위로, 더 없으면 종료" [12 "close" / "닫기"],
        QuitAll: "Quit at once" / "바로 종료",
        Cancel: "Cancel: clear the find, close the popup, drop the count" / "취소: 찾기 지우기, 팝업 닫기, 숫자 버리기" [3 "cancel" / "취소"],
        Interrupt: "Interrupt; twice quits" / "중단, 두 번 누르면 종료",
        Suspend: "Suspend to the shell" / "셸로 잠시 나가기",
        Redraw: "Draw the screen again" / "화면 다시 그리기",
    }
}

impl Action {
    /// Whether it does something to a draft under review, and nothing to any other release.
    pub fn is_for_drafts(self) -> bool {
        matches!(
            self,
            Self::AddParticipant
                | Self::AddDate
                | Self::AddFigure
                | Self::AddMention
                | Self::UndoDecision
                | Self::WriteRelease
        )
    }

    /// The action of this name, spelled exactly.
    pub fn named(name: &str) -> Option<Self> {
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        Self::deserialize(name).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        for action in Action::ALL {
            assert_eq!(Action::named(action.name()), Some(*action));
        }
        assert_eq!(Action::named("linedown"), None);
    }

    #[test]
    fn an_action_is_written_and_read_by_its_name() {
        assert_eq!(ron::to_string(&Action::GoTo), Ok("GoTo".into()));
        assert_eq!(ron::from_str("GoTo"), Ok(Action::GoTo));
    }

    #[test]
    fn sections_hold_their_actions_together_and_none_is_empty() {
        let mut seen: Vec<Section> = Action::ALL.iter().map(|action| action.section()).collect();
        seen.dedup();
        assert_eq!(seen, Section::ALL);
    }

    #[test]
    fn sentences_tell_actions_apart() {
        let sentences: HashSet<_> =
            Action::ALL.iter().map(|a| format!("{:?}", a.sentence())).collect();
        assert_eq!(sentences.len(), Action::ALL.len());
    }

    #[test]
    fn help_is_the_last_hint_to_leave() {
        let first = Action::ALL.iter().filter_map(|action| Some((action.hint()?.0, action))).min();
        assert_eq!(first, Some((0, &Action::Help)));
    }
}
