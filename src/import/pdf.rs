//! PDF, through `pdftotext` where it is installed: reading PDF well is a program of its own.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use super::Failure;

/// The most text taken from a PDF, in bytes.
const LARGEST: u64 = 32 << 20;

/// The text of a PDF.
///
/// # Errors
/// If the program is not there, fails, or does not end.
pub fn read(bytes: &[u8]) -> Result<String, Failure> {
    read_with("pdftotext", bytes)
}

fn read_with(program: &str, bytes: &[u8]) -> Result<String, Failure> {
    let mut file = tempfile::NamedTempFile::new().map_err(|_| Failure::PdfFailed)?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(|_| Failure::PdfFailed)?;
    let child = Command::new(program)
        .args(["-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "--"])
        .arg(file.path())
        .arg("-")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::NoPdfReader,
        _ => Failure::PdfFailed,
    })?;
    let text = output(&mut child);
    // A reader that has more to say than a release holds is not heard out.
    let _ = child.kill();
    let _ = child.wait();
    let text = text.ok_or(Failure::PdfFailed)?;
    if text.trim().is_empty() {
        return Err(Failure::PdfWithoutText);
    }
    Ok(without_page_numbers(&text))
}

/// What the program prints, up to a limit.
fn output(child: &mut Child) -> Option<String> {
    let mut bytes = Vec::new();
    child.stdout.take()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Lines that are nothing but a page's number go: `- 3 -`, `3`, `3 / 5`, between blank lines.
fn without_page_numbers(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let blank = |at: Option<usize>| {
        at.is_none_or(|at| lines.get(at).is_none_or(|line| line.trim().is_empty()))
    };
    let is_number = |line: &str| {
        let inside = line.trim().trim_matches(['-', '–', '—', ' ']);
        let parts: Vec<&str> = inside.split('/').map(str::trim).collect();
        let short =
            |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        parts.len() <= 2 && parts.iter().all(short)
    };
    let kept = lines
        .iter()
        .enumerate()
        .filter(|(at, line)| !(is_number(line) && blank(at.checked_sub(1)) && blank(Some(at + 1))));
    kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_reader_is_said() {
        assert!(matches!(
            read_with("no-such-reader-of-pdf", b"%PDF-1.4"),
            Err(Failure::NoPdfReader)
        ));
    }

    #[test]
    fn page_numbers_go() {
        assert_eq!(without_page_numbers("a\n\n- 2 -\n\nb\n3\nc\n\n1 / 2\n"), "a\n\n\nb\n3\nc\n");
    }
}
