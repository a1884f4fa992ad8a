//! Whole files as bytes and as text, refused with a reason where reading could hang or flood.

use std::fmt;
use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use thiserror::Error;

/// Why a file was not read. The sentence goes after the file's name.
#[derive(Debug, Error)]
pub enum ReadError {
    /// Nothing has that name.
    #[error("there is no such file")]
    NotFound,
    /// A folder has that name.
    #[error("it is a folder, not a file")]
    IsFolder,
    /// Reading it might never end, or do something.
    #[error("it is {0}, not a file")]
    NotRegular(Kind),
    /// It has more bytes than the limit. What cannot tell its size has at least `size`.
    #[error("it has more than {}, the most that is read", Size(*.limit))]
    TooLarge {
        /// Bytes it has.
        size: u64,
        /// Bytes that would have been read.
        limit: u64,
    },
    /// The user may not read it.
    #[error("you have no permission to read it")]
    Denied,
    /// The system says why.
    #[error("it cannot be read: {0}")]
    Other(io::Error),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> ReadError {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => ReadError::NotFound,
            ErrorKind::IsADirectory => ReadError::IsFolder,
            ErrorKind::PermissionDenied => ReadError::Denied,
            _ => ReadError::Other(error),
        }
    }
}

/// What is in a place where a file was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A terminal, a disk, `/dev/zero`.
    Device,
    /// Something else.
    Unknown,
}

impl Kind {
    #[cfg(unix)]
    pub(super) fn of(file: FileType) -> Kind {
        use std::os::unix::fs::FileTypeExt;
        match file {
            file if file.is_fifo() => Kind::Pipe,
            file if file.is_socket() => Kind::Socket,
            file if file.is_char_device() || file.is_block_device() => Kind::Device,
            _ => Kind::Unknown,
        }
    }

    #[cfg(not(unix))]
    pub(super) fn of(_: FileType) -> Kind {
        Kind::Unknown
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Pipe => "a pipe",
            Kind::Socket => "a socket",
            Kind::Device => "a device",
            Kind::Unknown => "something else",
        })
    }
}

/// Bytes in the unit a person would use.
struct Size(u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => write!(f, "1 byte"),
            bytes @ 0..10_000 => write!(f, "{bytes} bytes"),
            bytes @ ..1_000_000 => write!(f, "{} kB", bytes / 1000),
            bytes if bytes % (1 << 20) == 0 => write!(f, "{} MiB", bytes >> 20),
            bytes => write!(f, "{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
        }
    }
}

/// The bytes of a regular file of at most `limit` bytes; symbolic links are followed.
///
/// # Errors
/// With the reason, for anything that is not such a file. What could block or act when opened
/// (a pipe, a device) is not opened.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    admit(&path.metadata()?, limit)?;
    let file = open(path)?;
    // Another file may have taken the name since.
    let size = admit(&file.metadata()?, limit)?;
    read_at_most(file, size, limit)
}

/// How many bytes a regular file holds; nothing for anything that is not such a file.
pub fn size(path: &Path) -> Option<u64> {
    let metadata = path.metadata().ok()?;
    metadata.is_file().then_some(metadata.len())
}

/// The bytes of standard input up to its end, at most `limit`.
///
/// # Errors
/// When there are more, or the system fails to read.
pub fn read_stdin(limit: u64) -> Result<Vec<u8>, ReadError> {
    read_at_most(io::stdin().lock(), 0, limit)
}

/// The size of a file that may be read.
fn admit(found: &Metadata, limit: u64) -> Result<u64, ReadError> {
    if found.is_dir() {
        return Err(ReadError::IsFolder);
    }
    if !found.is_file() {
        return Err(ReadError::NotRegular(Kind::of(found.file_type())));
    }
    let size = found.len();
    if size > limit { Err(ReadError::TooLarge { size, limit }) } else { Ok(size) }
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;
    // Should a pipe have taken the name, opening it must not wait for a writer, nor may a
    // terminal become ours.
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// A file may grow while it is read, and some claim to be empty: only the count is trusted.
fn read_at_most(from: impl Read, expected: u64, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64;
    if size > limit { Err(ReadError::TooLarge { size, limit }) } else { Ok(bytes) }
}

/// Where bytes stop being UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("line {line}, column {column} is not UTF-8 text")]
pub struct NotUtf8 {
    /// Bytes before the fault, a byte-order mark included.
    pub offset: usize,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
}

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Bytes as text, without a byte-order mark.
///
/// # Errors
/// With the place of the first byte that is not UTF-8.
pub fn text(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        place(offset, &String::from_utf8_lossy(&error.as_bytes()[..offset]))
    })?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len());
    }
    Ok(text)
}

fn place(offset: usize, before: &str) -> NotUtf8 {
    let before = before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before);
    let line = before.rsplit('\n').next().unwrap_or_default();
    NotUtf8 { offset, line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

/// Whether a file may have been changed less than `age` ago; no where the system cannot tell. The time
/// of a change is that of the system's last tick, and a whole second or two on some file systems.
pub fn is_fresh(path: &Path, age: Duration) -> bool {
    let changed = path.metadata().and_then(|metadata| metadata.modified());
    changed.is_ok_and(|at| at.elapsed().is_ok_and(|past| past < age + grain(at)))
}

/// How much later than its time a change may have been.
fn grain(at: SystemTime) -> Duration {
    let is_whole = at.duration_since(UNIX_EPOCH).is_ok_and(|since| since.subsec_nanos() == 0);
    Duration::from_millis(if is_whole { 2_000 } else { 20 })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_fresh_as_long_as_its_time_may_be_that_of_a_later_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let is_fresh = |past: Duration, age: u64| {
            let file = fs::File::create(&path).unwrap();
            file.set_modified(SystemTime::now() - past).unwrap();
            is_fresh(&path, Duration::from_secs(age))
        };
        assert!(is_fresh(Duration::from_secs(59), 60));
        assert!(!is_fresh(Duration::from_secs(62), 60));
        // A time without a fraction stands for up to two seconds more.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let file = fs::File::create(&path).unwrap();
        file.set_modified(UNIX_EPOCH + Duration::from_secs(now.as_secs() - 61)).unwrap();
        assert!(super::is_fresh(&path, Duration::from_secs(61)));
        assert!(!super::is_fresh(&folder.path().join("none"), Duration::from_secs(61)));
    }

    #[test]
    fn a_file_is_read_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        let error = read(&path, 4).unwrap_err();
        assert_eq!(error.to_string(), "it has more than 4 bytes, the most that is read");
        assert!(matches!(
            read_at_most(&b"12345"[..], 0, 4),
            Err(ReadError::TooLarge { size: 5, limit: 4 })
        ));
    }

    #[test]
    fn what_is_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let said = |path: &Path| read(path, 100).unwrap_err().to_string();
        assert_eq!(said(folder.path()), "it is a folder, not a file");
        assert_eq!(said(&folder.path().join("x")), "there is no such file");
        fs::write(folder.path().join("file"), "").unwrap();
        assert_eq!(said(&folder.path().join("file/x")), "there is no such file");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_a_socket_or_a_device_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket.ron");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(matches!(read(&socket, 9), Err(ReadError::NotRegular(Kind::Socket))));
        assert!(matches!(
            read(Path::new("/dev/zero"), 9),
            Err(ReadError::NotRegular(Kind::Device))
        ));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_without_a_writer_does_not_block() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.ron");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        assert!(matches!(read(&pipe, 9), Err(ReadError::NotRegular(Kind::Pipe))));
        assert!(open(&pipe).is_ok());
    }

    #[test]
    fn sizes_are_in_the_unit_a_person_would_use() {
        let sizes = [1, 9_999, 64_000, 64_000_000, 10_450_000].map(|size| Size(size).to_string());
        assert_eq!(sizes, ["1 byte", "9999 bytes", "64 kB", "64.0 MB", "10.4 MB"]);
    }

    #[test]
    fn text_loses_its_byte_order_mark_and_nothing_else() {
        assert_eq!(text(b"\xEF\xBB\xBFa\r\n".to_vec()).unwrap(), "a\r\n");
        assert_eq!(text(Vec::new()).unwrap(), "");
    }

    #[test]
    fn a_byte_that_is_no_text_has_a_place() {
        let place = |bytes: &[u8]| text(bytes.to_vec()).unwrap_err();
        assert_eq!(place(b"\xFF"), NotUtf8 { offset: 0, line: 1, column: 1 });
        assert_eq!(
            place("a\n가나".as_bytes().split_last().unwrap().1),
            NotUtf8 { offset: 5, line: 2, column: 2 }
        );
        assert_eq!(place(b"\xEF\xBB\xBFa\xFF"), NotUtf8 { offset: 4, line: 1, column: 2 });
    }
}
