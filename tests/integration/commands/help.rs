//! `--help` in the language that is asked for, set, or the locale's.

use super::Place;

/// The help of a command, asked for with these variables alone.
fn help(place: &Place, args: &[&str], locale: Option<&str>) -> String {
    let mut command = place.command(args);
    command.env("COLUMNS", "80").env_remove("LC_MESSAGES").env_remove("LANG");
    command.env_remove("LC_ALL").envs(locale.map(|locale| ("LANG", locale)));
    super::Outcome::of(command).printed(0)
}

#[test]
fn help_is_korean_where_it_is_asked_for_set_or_the_locale_says_so() {
    let place = Place::new();
    let first = |args: &[&str], locale| {
        help(&place, args, locale).lines().next().unwrap_or_default().to_owned()
    };
    let (english, korean) = ("Print the keys of the reader", "읽을 때 쓰는 키 출력");
    assert_eq!(first(&["keys", "--help"], None), english);
    assert_eq!(first(&["keys", "--help"], Some("ko_KR.UTF-8")), korean);
    assert_eq!(first(&["keys", "--lang", "ko", "--help"], None), korean);
    assert_eq!(first(&["keys", "-h", "--lang=en"], Some("ko_KR.UTF-8")), english);
    place.write(".config/pressroom/config.ron", "(language: Ko)");
    assert_eq!(first(&["keys", "-h"], None), korean);
    assert_eq!(first(&["keys", "-h"], Some("en_GB.UTF-8")), korean);
}

#[test]
fn korean_help_says_how_a_command_is_called_and_what_its_values_mean() {
    let help = help(&Place::new(), &["list", "--help"], Some("ko_KR.UTF-8"));
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    let help = lines.join("\n");
    for part in [
        "\n사용법: pressroom list [옵션] [경로]...\n\n인수:\n  [경로]...\n",
        "\n옵션:\n      --format <형식>\n          출력할 형식\n\n          쓸 수 있는 값:\n          - text: 표\n",
        "\n          [기본값: text]\n",
        "\n  -h, --help\n          도움말 출력(요약은 '-h')\n\n보기:\n  pressroom list releases/\n",
    ] {
        assert!(help.contains(part), "{part}\n---\n{help}");
    }
    // Letters of two columns are counted as such where lines are broken.
    let too_wide = lines.iter().find(|line| pressroom::text::width::cells(line) > 80);
    assert!(too_wide.is_none_or(|line| line.contains("jq")), "{too_wide:?}");
}
