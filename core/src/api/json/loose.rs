//! A JSON reader that accepts what the strict one refuses, where only one meaning is
//! possible: halves of characters, raw control characters and unknown escapes in texts,
//! `NaN` and the like, the spelling of Python and JavaScript, comments, trailing commas, several
//! texts, and events. It looks at every byte once.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

/// The deepest nesting of values, as in the strict reader.
const DEPTH: usize = 128;

/// Reads the texts in a body, or `None` when the first is not plain. Anything else that
/// follows a whole text is left out.
pub(super) fn texts(body: &str) -> Option<Vec<Value>> {
    let body = events(body);
    let body = of_page(&body);
    let mut reader = Reader::new(wrapped(&body));
    Some(reader.texts()).filter(|texts| !texts.is_empty())
}

/// Reads the texts in a body that was cut off, and of the last one what is whole.
pub(super) fn remains(body: &str) -> Vec<Value> {
    let body = events(body);
    let mut reader = Reader::new(wrapped(&body));
    reader.is_cut = true;
    reader.texts()
}

/// The path of the first text that holds half of a character, its parts joined by dots;
/// empty when that is no value of an object.
pub(super) fn half_character(text: &str) -> Option<String> {
    let mut reader = Reader::new(text);
    reader.place = Some(Vec::new());
    reader.value(0);
    reader.half
}

/// The data of server-sent events, joined; any other body unchanged.
fn events(body: &str) -> Cow<'_, str> {
    let fields = ["data:", "event:", "id:", "retry:", ":"];
    let begins = body.trim_start();
    if !fields.iter().any(|field| begins.starts_with(field)) {
        return Cow::Borrowed(body);
    }
    let mut text = String::with_capacity(body.len());
    for line in body.lines() {
        if let Some(data) = line.trim_start().strip_prefix("data:")
            && !data.trim().eq_ignore_ascii_case("[DONE]")
        {
            text.push_str(data);
            text.push('\n');
        }
    }
    Cow::Owned(text)
}

/// The text that a web page shows, as browsers and proxies wrap it: `<pre>{…}</pre>`,
/// `{&quot;id&quot;:…}`; any other body unchanged.
fn of_page(body: &str) -> Cow<'_, str> {
    let bare = body.trim();
    let shown = match bare
        .find("<pre")
        .filter(|at| *at < BEFORE && bare.starts_with('<'))
    {
        Some(at) => {
            let inside = bare[at..].split_once('>').map_or("", |(_, inside)| inside);
            inside.split("</pre").next().unwrap_or_default().trim()
        }
        None => bare,
    };
    let is_json = shown.starts_with(['{', '[']);
    let opened = shown.trim_start_matches(['{', '[', ' ', '\n']);
    let is_escaped = is_json
        && ["&quot;", "&#34;", "&#x22;"]
            .iter()
            .any(|quote| opened.starts_with(quote));
    match is_escaped {
        true => {
            let quotes = ["&quot;", "&#34;", "&#x22;"].iter();
            let text = quotes.fold(shown.to_owned(), |text, quote| text.replace(quote, "\""));
            let text = text
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
            Cow::Owned(text.replace("&amp;", "&"))
        }
        false if is_json && shown.len() < bare.len() => Cow::Owned(shown.to_owned()),
        false => Cow::Borrowed(body),
    }
}

/// The most bytes that may precede a text.
const BEFORE: usize = 4 << 10;

/// Strips what servers write before their JSON: a guard against scripts, a callback, a
/// comment, a PHP warning.
fn wrapped(body: &str) -> &str {
    let mut rest = body.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    for guard in [
        ")]}',",
        ")]}'",
        ")]}",
        "for(;;);",
        "while(1);",
        "for (;;);",
        "while (1);",
        "{}&&",
    ] {
        rest = rest.strip_prefix(guard).unwrap_or(rest).trim_start();
    }
    while let Some(comment) = rest.strip_prefix("/*") {
        rest = comment
            .split_once("*/")
            .map_or("", |(_, after)| after)
            .trim_start();
    }
    while rest.starts_with("//") {
        rest = rest
            .split_once('\n')
            .map_or("", |(_, after)| after)
            .trim_start();
    }
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$');
    let called = rest.trim_start_matches(name).trim_start();
    if called.len() < rest.len()
        && let Some(inside) = called.strip_prefix('(')
    {
        return inside.trim_start();
    }
    let mut head = BEFORE.min(rest.len());
    while !rest.is_char_boundary(head) {
        head -= 1;
    }
    let warns = ["<br", "<b>", "Warning:", "Notice:", "Deprecated:", "PHP "]
        .iter()
        .any(|sign| rest.starts_with(sign));
    let json = || rest[..head].find("{\"").or_else(|| rest[..head].find("[{"));
    if let Some(at) = warns.then(json).flatten() {
        return &rest[at..];
    }
    // Lines of a log, of which none is JSON.
    let line = rest[..head]
        .find("\n{\"")
        .filter(|_| !rest.starts_with(['{', '[', '"', '<']));
    line.map_or(rest, |at| &rest[at + 1..])
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The path of the value that is being read, when it is of interest.
    place: Option<Vec<String>>,
    /// The path of the first half of a character.
    half: Option<String>,
    /// Set when the text may end or break anywhere: what is open there ends with its last whole
    /// part.
    is_cut: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            place: None,
            half: None,
            is_cut: false,
        }
    }

    fn texts(&mut self) -> Vec<Value> {
        let mut texts = Vec::new();
        loop {
            self.skip_between();
            // Servers do not answer with a word or a number alone.
            let opens = matches!(self.peek(), Some(b'{' | b'[' | b'"'));
            match opens.then(|| self.value(0)).flatten() {
                Some(value) => texts.push(value),
                None => return texts,
            }
        }
    }

    /// True where a text that was cut off ends.
    fn ends(&self) -> bool {
        self.is_cut && self.at >= self.text.len()
    }

    /// In a text that was cut off, ends at what cannot be read: what came before it counts.
    fn gives_up(&mut self) -> bool {
        if self.is_cut {
            self.at = self.text.len();
        }
        self.is_cut
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Skips spaces, and the comments of people.
    fn skip_space(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let after = match self.peek() {
                Some(b' ' | b'\t' | b'\r' | b'\n') => &rest[1..],
                // A no-break space.
                Some(0xc2) if rest.starts_with('\u{a0}') => &rest[2..],
                Some(b'/') if rest.starts_with("//") => {
                    rest.split_once('\n').map_or("", |(_, after)| after)
                }
                Some(b'/') if rest.starts_with("/*") => {
                    rest[2..].split_once("*/").map_or("", |(_, after)| after)
                }
                _ => return,
            };
            self.at = self.text.len() - after.len();
        }
    }

    /// Skips separators between texts: spaces, `NUL`, `RS`, a mark, a comma.
    fn skip_between(&mut self) {
        let rest = &self.text[self.at..];
        let space = |c: char| c.is_whitespace() || matches!(c, '\0' | '\x1e' | '\u{feff}' | ',');
        self.at += rest.len() - rest.trim_start_matches(space).len();
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth >= DEPTH {
            return None;
        }
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b'"' | b'\'' => self.string().map(Value::String),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut fields = Map::new();
        loop {
            self.skip_space();
            if self.take(b'}') || self.ends() {
                return Some(Value::Object(fields));
            }
            let Some((name, value)) = self.member(depth) else {
                return self.gives_up().then_some(Value::Object(fields));
            };
            fields.insert(name, value);
            self.skip_space();
            if !self.take(b',') {
                return (self.take(b'}') || self.gives_up()).then_some(Value::Object(fields));
            }
        }
    }

    fn member(&mut self, depth: usize) -> Option<(String, Value)> {
        let name = match self.peek()? {
            b'"' | b'\'' => self.string()?,
            byte if byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'$') => self.bare_name(),
            _ => return None,
        };
        self.skip_space();
        if !self.take(b':') {
            return None;
        }
        self.enter(|| name.clone());
        let value = self.value(depth + 1)?;
        self.leave();
        Some((name, value))
    }

    /// A name without quotes, as JavaScript allows it.
    fn bare_name(&mut self) -> String {
        let rest = &self.text[self.at..];
        let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let name = &rest[..rest.len() - rest.trim_start_matches(belongs).len()];
        self.at += name.len();
        name.to_owned()
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.take(b']') || self.ends() {
                return Some(Value::Array(items));
            }
            self.enter(|| items.len().to_string());
            let Some(value) = self.value(depth + 1) else {
                return self.gives_up().then_some(Value::Array(items));
            };
            self.leave();
            items.push(value);
            self.skip_space();
            if !self.take(b',') {
                return (self.take(b']') || self.gives_up()).then_some(Value::Array(items));
            }
        }
    }

    fn enter(&mut self, name: impl FnOnce() -> String) {
        if let Some(place) = &mut self.place {
            place.push(name());
        }
    }

    fn leave(&mut self) {
        if let Some(place) = &mut self.place {
            place.pop();
        }
    }

    fn string(&mut self) -> Option<String> {
        let quote = self.peek()?;
        self.at += 1;
        let mut read = String::new();
        loop {
            let bytes = &self.text.as_bytes()[self.at..];
            let Some(plain) = bytes.iter().position(|&b| b == quote || b == b'\\') else {
                self.at = self.text.len();
                return None;
            };
            read.push_str(&self.text[self.at..self.at + plain]);
            self.at += plain + 1;
            if bytes[plain] == quote {
                return Some(read);
            }
            self.escape(&mut read)?;
        }
    }

    /// Reads what follows a backslash.
    fn escape(&mut self, read: &mut String) -> Option<()> {
        let escaped = self.text[self.at..].chars().next()?;
        self.at += escaped.len_utf8();
        match escaped {
            'n' => read.push('\n'),
            't' => read.push('\t'),
            'r' => read.push('\r'),
            'b' => read.push('\u{8}'),
            'f' => read.push('\u{c}'),
            '"' | '\'' | '\\' | '/' => read.push(escaped),
            'u' => match self.unit() {
                Some(unit) => self.unicode(unit, read),
                None => read.push_str("\\u"),
            },
            // No escape: the backslash was meant.
            other => read.extend(['\\', other]),
        }
        Some(())
    }

    /// Reads four hexadecimal digits.
    fn unit(&mut self) -> Option<u16> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let unit = u16::from_str_radix(digits, 16)
            .ok()
            .filter(|_| hexadecimal)?;
        self.at += 4;
        Some(unit)
    }

    fn unicode(&mut self, unit: u16, read: &mut String) {
        if matches!(unit, 0xd800..=0xdbff) && self.text[self.at..].starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            let pair = self.unit().map(|low| [unit, low]);
            if let Some(pair) = pair
                && let Some(Ok(c)) = char::decode_utf16(pair).next()
            {
                return read.push(c);
            }
            self.at = before;
        }
        match char::from_u32(unit.into()) {
            Some(c) => read.push(c),
            None => {
                read.push(char::REPLACEMENT_CHARACTER);
                let place = self.place.as_ref().map(|place| place.join("."));
                self.half = self.half.take().or(place);
            }
        }
    }

    /// Reads a number, or a word for null, true or false.
    fn word(&mut self) -> Option<Value> {
        let rest = &self.text.as_bytes()[self.at..];
        let belongs = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.' | b'_');
        let length = rest.iter().take_while(|b| belongs(b)).count();
        let word = &self.text[self.at..self.at + length];
        if self.is_cut && self.at + length == self.text.len() {
            // There may have been more of it.
            self.at += length;
            return None;
        }
        let value = match word {
            "true" | "True" | "TRUE" => Value::Bool(true),
            "false" | "False" | "FALSE" => Value::Bool(false),
            "null" | "None" | "NULL" | "nil" | "undefined" => Value::Null,
            _ => number(word)?,
        };
        self.at += length;
        Some(value)
    }
}

/// Reads a number; one that JSON cannot write becomes `null`.
fn number(word: &str) -> Option<Value> {
    let plain = word.strip_prefix('+').unwrap_or(word);
    if let Ok(whole) = plain.parse::<i64>() {
        return Some(whole.into());
    }
    if let Ok(whole) = plain.parse::<u64>() {
        return Some(whole.into());
    }
    // Also reads `NaN`, `inf` and `-Infinity`, in any case.
    let number: f64 = plain.parse().ok()?;
    Some(Number::from_f64(number).map_or(Value::Null, Value::Number))
}
