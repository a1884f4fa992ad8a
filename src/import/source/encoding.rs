//! The encoding of text: by its byte-order mark, by what the file declares, by validity, then by guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes may stand before a declaration.
const HEAD: usize = 2048;

/// Text of bytes in whatever encoding they are. What stands for no character becomes U+FFFD.
pub fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let escapes = bytes.contains(&0x1b);
        // Seven bits may still be Japanese mail's encoding, told by its escapes.
        if !escapes {
            return text.to_owned();
        }
    }
    if let Some(encoding) = declared(bytes) {
        let (text, _, faulty) = encoding.decode(bytes);
        if !faulty {
            return text.into_owned();
        }
    }
    guess(bytes).decode(bytes).0.into_owned()
}

/// UTF-16 without a mark: every other byte of the start is zero.
pub fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding != UTF_8).then_some(encoding);
    }
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    if head.len() < 8 {
        return None;
    }
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 10 > half * 4 && even == 0 {
        return Some(UTF_16LE);
    }
    (even * 10 > half * 4 && odd == 0).then_some(UTF_16BE)
}

/// The encoding that `<meta charset>`, `http-equiv` or an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String =
        bytes[..bytes.len().min(HEAD)].iter().map(|b| char::from(b.to_ascii_lowercase())).collect();
    let place = ["charset", "encoding"]
        .iter()
        .filter_map(|word| head.find(word).map(|at| at + word.len()))
        .min()?;
    let rest = head[place..].trim_start().strip_prefix('=')?;
    let label = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let end = label
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')))
        .unwrap_or(label.len());
    let label = match &label[..end] {
        // Windows' names for the Korean and Japanese code pages.
        "cp949" | "ms949" | "uhc" | "x-windows-949" => "euc-kr",
        "cp932" | "ms932" => "shift_jis",
        "cp936" => "gbk",
        other => other,
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding that the bytes look like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    // A few hundred kilobytes show the language of any text.
    let sample = &bytes[..bytes.len().min(1 << 18)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    const KOREAN: &str =
        "외교부 장관은 오늘 회담을 갖고 양국 관계의 발전 방안에 대하여 의견을 교환하였다.";
    const JAPANESE: &str = "外務大臣は本日、会談を行い、両国関係の発展について意見を交換しました。";
    const CHINESE: &str = "外交部部长今天举行会谈，就发展两国关系交换了意见，并签署了合作协议。";
    const RUSSIAN: &str = "Министр иностранных дел провёл сегодня переговоры о развитии отношений.";
    const FRENCH: &str =
        "Le ministre a évoqué la coopération européenne et l’été très chaud à Genève.";

    #[test]
    fn text_without_a_declaration_is_guessed() {
        for (encoding, text) in [
            (EUC_KR, KOREAN),
            (SHIFT_JIS, JAPANESE),
            (GB18030, CHINESE),
            (WINDOWS_1251, RUSSIAN),
            (WINDOWS_1252, FRENCH),
        ] {
            let (bytes, _, faulty) = encoding.encode(text);
            assert!(!faulty);
            assert_eq!(decode(&bytes), text, "{}", encoding.name());
        }
    }

    #[test]
    fn marks_and_declarations_are_believed() {
        let utf16: Vec<u8> = std::iter::once(0xfeffu16)
            .chain(KOREAN.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&utf16), KOREAN);
        let bare: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&bare), FRENCH);
        let page = format!("<meta charset=\"cp949\"><p>{KOREAN}");
        assert_eq!(decode(&EUC_KR.encode(&page).0), page);
        let wrong = format!("<meta charset=euc-kr><p>{KOREAN}");
        assert_eq!(decode(wrong.as_bytes()), wrong);
    }
}
