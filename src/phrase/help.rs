//! What `--help` says. The English stands where the arguments are declared (`cli`) and once more
//! here, so that a sentence changed there is a sentence to be said anew in Korean: a test compares
//! the two and finds what is missing and what is left over.

/// A text of the help in Korean, if it is in the table.
pub(crate) fn korean(english: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == english).map(|(_, korean)| *korean)
}

phrases! {
    values_in_line(names): "[possible values: {names}]" / "[쓸 수 있는 값: {names}]";
    default(value): "[default: {value}]" / "[기본값: {value}]";
}

pairs! {
    "Usage:" / "사용법:";
    "Commands" / "명령";
    "COMMAND" / "명령";
    "Arguments" / "인수";
    "Options" / "옵션";
    "[OPTIONS]" / "[옵션]";
    "Possible values:" / "쓸 수 있는 값:";

    "Read press releases in a terminal: numbered paragraphs, and the facts beside them tied to their exact words" / "터미널에서 보도자료를 읽습니다. 문단에는 번호가 붙고, 그 옆의 사실은 본문의 문구와 이어집니다";
    "Releases to read: files, FILE#2.1 to begin at a block, folders, - for standard input" / "읽을 보도자료: 파일, 문단부터 읽으려면 파일#2.1, 폴더, 표준 입력은 -";
    "Go back to whatever was open last: list, release, place and jumps" / "마지막에 열었던 목록, 보도자료, 위치, 이동 기록으로 돌아가기";
    "Plain lines and questions instead of a screen, for screen readers; also with ACCESSIBLE=1" / "화면 대신 한 줄씩 묻고 답하기(화면 낭독기용), ACCESSIBLE=1로도 켜짐";
    "Draw in this theme; `auto` takes the one for the terminal's page" / "이 테마로 그리기, `auto`는 터미널 바탕색에 맞춤";
    "Draw all signs in plain ASCII; letters stay where the terminal can show them" / "기호를 모두 ASCII로 그리기, 글자는 터미널이 보여 줄 수 있으면 그대로 둠";
    "The keys: vim, less, helix, arrows, or a file of your own; may be given once for each" / "키: vim, less, helix, arrows 또는 사용자 파일, 하나씩 함께 쓸 수 있음";
    "The language of the interface, for this run [default: as set, else as the locale says]" / "이번 실행의 인터페이스 언어 [기본값: 설정, 없으면 로캘]";
    "English" / "영어";
    "Korean" / "한국어";
    "Print help" / "도움말 출력";
    "Print help (see a summary with '-h')" / "도움말 출력(요약은 '-h')";
    "Print help (see more with '--help')" / "도움말 출력(자세히는 '--help')";
    "Print version" / "버전 출력";

    "Examples:" / "보기:";
    "read the samples that come with the program" / "프로그램에 딸린 예제 읽기";
    "read one release" / "보도자료 하나 읽기";
    "begin at block 2.1" / "2.1 문단부터 읽기";
    "choose among many" / "여럿 가운데 고르기";
    "print it instead" / "읽지 않고 출력하기";
    "make a release of a published page" / "게시된 문서로 보도자료 만들기";
    "with the keys of less; `pressroom keys` lists them" / "less의 키로 읽기, 목록은 `pressroom keys`";
    "Press ? in the reader for its keys. A file named like a command is opened as ./show." / "읽는 중에 ?를 누르면 키가 나옵니다. 명령과 이름이 같은 파일은 ./show처럼 적어 엽니다.";
    "Exit codes: 0 yes, 1 no or problems found, 2 could not be done." / "종료 코드: 0 정상, 1 아니거나 문제를 찾음, 2 하지 못함.";

    "Print a release, or the part of it at an address" / "보도자료 전체나 주소가 가리키는 부분 출력";
    "Text keeps the printed numbers and marks, Markdown all but plain bullets; HTML is one page that needs nothing else, where #2.1 leads to a block; RON and JSON are the release file itself." / "텍스트는 인쇄된 번호와 기호를 그대로 두고, Markdown은 글머리 기호만 뺍니다. HTML은 다른 파일이 필요 없는 한 페이지이며 #2.1을 붙이면 그 문단으로 갑니다. RON과 JSON은 보도자료 파일 그 자체입니다.";
    "The release: a file, FILE#2.1 for a part of it, or - for standard input" / "보도자료: 파일, 일부는 파일#2.1, 표준 입력은 -";
    "What to print" / "출력할 형식";
    "Plain lines" / "텍스트";
    "Markdown with the tables of GitHub" / "GitHub 표를 쓰는 Markdown";
    "One web page" / "웹 페이지 하나";
    "The release for programs" / "프로그램에서 쓸 보도자료";
    "A release file" / "보도자료 파일";
    "The part to print: an address such as 2.1, h1 or title" / "출력할 부분: 2.1, h1, title과 같은 주소";
    "Let participants, dates and figures follow; JSON and RON always have them" / "참석자, 날짜, 주요 수치를 뒤에 붙이기, JSON과 RON에는 늘 있음";
    "The longest line of text, 0 for no limit [default: 80, or the terminal if it is narrower]" / "텍스트 한 줄의 최대 칸수, 0은 제한 없음 [기본값: 80, 터미널이 더 좁으면 그 너비]";
    "one block with everything inside it" / "문단 하나와 그 안의 모든 항목";
    "the same" / "위와 같음";
    "A file that is no release is told on standard error, with exit code 2." / "보도자료가 아닌 파일은 표준 오류로 알리고 종료 코드 2로 끝납니다.";

    "Find what is wrong in release files" / "보도자료 파일의 문제 찾기";
    "A fault keeps a file from opening as a release; an error is something false in one that opens; a warning is something doubtful. Each is named with its line and column and, where possible, with what was probably meant. Folders are searched for *.ron, with all folders inside them." / "결함이 있으면 파일이 보도자료로 열리지 않습니다. 오류는 열리는 파일 안의 틀린 내용이고, 경고는 의심스러운 내용입니다. 모두 행과 열을 알리며, 가능하면 본래 쓰려던 것도 알립니다. 폴더에서는 그 안의 모든 폴더까지 *.ron을 찾습니다.";
    "Files and folders; - for standard input" / "파일과 폴더, 표준 입력은 -";
    "As a compiler would" / "컴파일러처럼";
    "One object" / "객체 하나";
    "Take warnings for errors" / "경고를 오류로 다루기";
    "Exit codes: 0 nothing found but warnings, 1 a fault or an error (or a warning, with --deny-warnings), 2 a file could not be read." / "종료 코드: 0 경고 말고는 없음, 1 결함이나 오류(--deny-warnings를 쓰면 경고도)가 있음, 2 읽지 못한 파일이 있음.";

    "List releases: title, issuer, date, language, file and problems" / "보도자료 목록 출력: 제목, 발표처, 날짜, 언어, 파일, 문제";
    "Folders are searched for *.ron, with all folders inside them. A file that does not open is listed with the reason." / "폴더에서는 그 안의 모든 폴더까지 *.ron을 찾습니다. 열리지 않는 파일은 까닭과 함께 목록에 나옵니다.";
    "Columns" / "표";
    "An array of objects" / "객체의 배열";
    "What to sort by; files that do not open come last, but for `file`" / "정렬 기준, `file`이 아니면 열리지 않는 파일은 맨 뒤로 감";
    "As named, folders by the names of their files" / "적은 순서대로, 폴더 안은 파일 이름순";
    "The newest first, those without a date last" / "최근 날짜부터, 날짜가 없으면 맨 뒤";
    "Titles from A to Z" / "제목 가나다순";
    "Issuers from A to Z" / "발표처 가나다순";
    "Language tags from A to Z" / "언어 코드순";
    "Turn the order round" / "순서를 거꾸로";
    "Without a path the samples that come with the program are listed." / "경로를 적지 않으면 프로그램에 딸린 예제의 목록이 나옵니다.";

    "Make release files of published pages" / "게시된 문서로 보도자료 파일 만들기";
    "Reads text, saved web pages, Markdown, .docx, .odt, .hwpx and, with pdftotext, .pdf. Finds the outline, the participants, dates and figures with the words that prove them, and says what it is unsure of." / "텍스트, 저장한 웹 페이지, Markdown, .docx, .odt, .hwpx를 읽고, pdftotext가 있으면 .pdf도 읽습니다. 글의 짜임과 참석자, 날짜, 주요 수치를 그 근거가 되는 문구와 함께 찾고, 확실하지 않은 것을 알립니다.";
    "Pages; - for standard input" / "문서, 표준 입력은 -";
    "Print the release instead of writing a file" / "파일로 저장하지 않고 출력";
    "The release for programs; of several pages one on each line" / "프로그램에서 쓸 보도자료, 문서가 여럿이면 한 줄에 하나씩";
    "Write nothing, say what would be written" / "저장하지 않고 무엇을 저장할지만 알리기";
    "Tell of every fact by which rule it was found" / "사실마다 어떤 규칙으로 찾았는지 알리기";
    "Open the draft in the reader, to accept, put right or drop each fact before the file is written" / "초안을 열어 사실을 하나씩 확정하거나 고치거나 제외한 뒤 저장하기";
    "Replace files that are there already" / "이미 있는 파일 바꾸기";
    "Where to write: a folder (FOLDER/ is made), or for one page a file" / "저장할 곳: 폴더(폴더/처럼 적으면 만듦), 문서가 하나면 파일도 됨";
    "writes 2024-05-01-two-sides-meet.ron" / "2024-05-01-two-sides-meet.ron으로 저장";
    "decide on each fact first" / "먼저 사실을 하나씩 결정";
    "What is written is named on standard output; doubts are told on standard error and kept in the file." / "저장한 파일의 이름은 표준 출력으로 나갑니다. 의심스러운 점은 표준 오류로 알리고 파일에도 남깁니다.";
    "Exit codes: 0 all done, 1 something found does not hold or a review was left unwritten, 2 a page could not be made a release." / "종료 코드: 0 모두 마침, 1 찾은 것 가운데 맞지 않는 것이 있거나 검토를 저장하지 않음, 2 보도자료로 만들지 못한 문서가 있음.";

    "Print the keys of the reader" / "읽을 때 쓰는 키 출력";
    "These are the keys that count: those of a preset, with the changes of your own file keys.ron, which lies beside your settings. With --format ron the whole is printed as such a file." / "실제로 쓰이는 키입니다. 기본 키에 설정 파일 옆의 사용자 파일 keys.ron에서 바꾼 것을 더했습니다. --format ron을 쓰면 전체를 그런 파일로 출력합니다.";
    "A table for each place" / "쓰이는 곳마다 표 하나";
    "An array with an object for each action of each place" / "쓰이는 곳의 동작마다 객체 하나인 배열";
    "A file to be changed and put in place of your own" / "고쳐서 사용자 파일로 쓸 수 있는 파일";
    "Exit codes: 0 done, 1 your own file has faults and is passed over, 2 it could not be done." / "종료 코드: 0 마침, 1 사용자 파일에 문제가 있어 쓰지 않음, 2 하지 못함.";

    "Begin, find or check your settings" / "설정 파일 만들기, 찾기, 검사";
    "Settings lie in config.ron, your own keys in keys.ron and your own themes in themes/NAME.ron, all in one folder: `$XDG_CONFIG_HOME/pressroom`, or else `~/.config/pressroom`." / "설정은 config.ron, 사용자 키는 keys.ron, 사용자 테마는 themes/NAME.ron에 있고, 모두 `$XDG_CONFIG_HOME/pressroom` 또는 `~/.config/pressroom` 폴더에 있습니다.";
    "Write a file of settings in which everything is explained and nothing changed" / "모든 설정을 설명하고 아무것도 바꾸지 않은 설정 파일 저장";
    "Print where the file of settings is, or would be" / "설정 파일의 위치 출력";
    "Tell what is wrong in your settings, keys and themes" / "설정, 키, 테마의 문제 알리기";
    "What --check prints" / "--check가 출력할 형식";
    "Exit codes: 0 done and nothing wrong, 1 something is wrong in your files, 2 it could not be done." / "종료 코드: 0 마쳤고 문제없음, 1 사용자 파일에 문제가 있음, 2 하지 못함.";

    "Print completions for a shell" / "셸의 자동 완성 출력";
    "They complete commands, options and their values, and file names where a file is wanted." / "명령, 옵션과 그 값, 파일이 필요한 곳에서는 파일 이름을 자동으로 완성합니다.";
    "The shell" / "셸";
    "Bash" / "Bash 셸";
    "Z shell" / "Z 셸";
    "Fish" / "Fish 셸";
    "`PowerShell`" / "`PowerShell` 셸";

    "Print the manual page" / "설명서 출력(영어)";

    "PATH" / "경로";
    "PRESET|FILE" / "키|파일";
    "LANGUAGE" / "언어";
    "NAME" / "이름";
    "FILE" / "파일";
    "FORMAT" / "형식";
    "ADDRESS" / "주소";
    "COLUMNS" / "칸수";
    "KEY" / "기준";
    "PAGE" / "문서";
    "SHELL" / "셸";
}
