//! The progress of a generation as a text states it: `> 进度：45%`, `[45%] rendering`.

/// Words that mark a line about progress.
const SIGNS: &[&str] = &[
    "progress", "complete", "generat", "render", "process", "queue", "upload", "download",
    "running", "working", "loading", "encoding", "done", "进度", "進度", "完成", "生成", "渲染",
    "处理", "處理", "排队", "排隊", "上传", "下载", "制作", "等待", "转码", "合成", "进行",
];

/// Other things that are counted in percent beside a generation.
const OTHERS: &[&str] = &[
    "off", "discount", "sale", "cheaper", "折", "优惠", "larger", "smaller",
];

/// The last progress that a text states, in percent.
pub(super) fn percent_in(text: &str) -> Option<f64> {
    text.lines().rev().find_map(|line| {
        let (before, percent) = last_percent(line)?;
        is_told(line, before).then_some(percent)
    })
}

/// The same, for a sentence that is known to be about progress.
pub(super) fn percent_of(sentence: &str) -> Option<f64> {
    percent_in(sentence).or_else(|| last_percent(sentence).map(|(_, percent)| percent))
}

/// The text without its lines of progress.
pub(super) fn beside_progress(text: &str) -> String {
    let lines = text.lines().filter(|line| {
        let told = last_percent(line).is_some_and(|(before, _)| is_told(line, before));
        !told
            && !line
                .trim_matches(|c: char| c.is_whitespace() || ">*#-`".contains(c))
                .is_empty()
    });
    let lines: Vec<&str> = lines.collect();
    lines.join("\n")
}

/// The last number before a `%` in a line, and the text before it.
fn last_percent(line: &str) -> Option<(&str, f64)> {
    let mut signs = line.rmatch_indices(['%', '％']);
    signs.by_ref().take(16).find_map(|(at, _)| {
        let escapes = line.as_bytes().get(at + 1..at + 3);
        if escapes.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
            return None;
        }
        let number = line[..at].trim_end();
        let before = number.trim_end_matches(|c: char| digit(c).is_some() || c == '.');
        let digits = number[before.len()..].trim_start_matches('.');
        let digits: String = digits.chars().map(|c| digit(c).unwrap_or(c)).collect();
        let percent: f64 = digits.parse().ok()?;
        Some((before, percent.clamp(0.0, 100.0)))
    })
}

/// The digit that a character is, in either width.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from('0') + u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// True if the line is about a generation, and not about a sale.
fn is_told(line: &str, before: &str) -> bool {
    let lower = line.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let other = words.any(|word| OTHERS.contains(&word))
        || OTHERS
            .iter()
            .any(|word| !word.is_ascii() && lower.contains(word));
    let alone = !before.contains(|c: char| c.is_alphanumeric());
    !other && (alone || SIGNS.iter().any(|sign| lower.contains(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_progress_that_was_told_last_is_read() {
        for (text, percent) in [
            ("> 进度: 50%", Some(50.0)),
            ("进度 10%\n进度 20%", Some(20.0)),
            ("进度 10%..20%", Some(20.0)),
            ("进度: 100％", Some(100.0)),
            ("进度 ２０％", Some(20.0)),
            ("生成进度：**70%**", Some(70.0)),
            ("> Progress: **45.0%** (in_progress)", Some(45.0)),
            ("[45%] rendering", Some(45.0)),
            ("45 % … https://cdn.example/cat.mp4", Some(45.0)),
            ("Progress: [#####-----] 150%", Some(100.0)),
            ("[download video](https://a/f/1%2Fraw)", None),
            ("off 50% sale", None),
            ("a jar that is 50% honey", None),
            ("progress", None),
            ("", None),
        ] {
            assert_eq!(percent_in(text), percent, "{text}");
        }
        assert_eq!(percent_of("at 12.5 % now"), Some(12.5));
        assert_eq!(
            beside_progress("> 进度 10%\n\nwhales\n> 进度 20%\n"),
            "whales"
        );
    }
}
