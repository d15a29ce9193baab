//! A terminal that a test opens.

use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// Where the user types and reads, and its name for the command.
pub struct Terminal {
    user: File,
    pub name: PathBuf,
}

impl Terminal {
    /// A terminal with this many columns.
    pub fn new(columns: u16) -> Self {
        let user = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&user).unwrap();
        unlockpt(&user).unwrap();
        let name = ptsname(&user, Vec::new()).unwrap();
        let size = Winsize {
            ws_row: 24,
            ws_col: columns,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&user, size).unwrap();
        Self {
            user: File::from(user),
            name: name.into_string().unwrap().into(),
        }
    }

    /// Whether what is typed is shown.
    pub fn echoes(&self) -> bool {
        let modes = rustix::termios::tcgetattr(&self.user).unwrap();
        modes
            .local_modes
            .contains(rustix::termios::LocalModes::ECHO)
    }

    /// Runs a command that is ended by this once it asks for something; its status.
    pub fn ends(&mut self, command: &mut Command, end: impl Fn(&mut File, u32)) -> Option<i32> {
        let mut child = self.begin(command);
        let mut seen = Vec::new();
        let mut byte = [0];
        // It is asked in the words of the command, and then nothing is shown any more.
        while !seen.ends_with(b": ") && self.user.read(&mut byte).is_ok_and(|length| length > 0) {
            seen.push(byte[0]);
        }
        while self.echoes() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        end(&mut self.user, child.id());
        child.wait().unwrap().code()
    }

    fn begin(&self, command: &mut Command) -> std::process::Child {
        let side = || {
            let mut options = File::options();
            Stdio::from(options.read(true).write(true).open(&self.name).unwrap())
        };
        let child = command
            .stdin(side())
            .stderr(side())
            .stdout(Stdio::null())
            .env("TERM", "xterm")
            .spawn()
            .unwrap();
        // What is kept of the terminal here would keep it open.
        command.stdin(Stdio::null()).stderr(Stdio::null());
        child
    }

    /// Runs a command whose user types this; its status, and what stood on the screen
    /// but for its standard output.
    pub fn run(mut self, command: &mut Command, typed: &str) -> (Option<i32>, String) {
        let mut child = self.begin(command);
        // Typed when it is asked for: what comes before that is shown as it is typed.
        let mut seen = Vec::new();
        let mut chunk = [0; 4096];
        let mut typed = Some(typed).filter(|typed| !typed.is_empty());
        while let Ok(length) = self.user.read(&mut chunk)
            && length > 0
        {
            seen.extend_from_slice(&chunk[..length]);
            let asks = seen.ends_with(b"] ") || seen.ends_with(b": ");
            if let (true, Some(typed)) = (asks, typed.take_if(|_| asks)) {
                std::thread::sleep(std::time::Duration::from_millis(300));
                self.user.write_all(typed.as_bytes()).unwrap();
            }
        }
        let seen = String::from_utf8_lossy(&seen).into_owned();
        (child.wait().unwrap().code(), seen)
    }
}

/// What stood in each line at one time or another, without what moves the cursor.
pub fn lines(seen: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = seen.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            // `ESC [ … letter`.
            rest.by_ref().find(char::is_ascii_alphabetic);
            plain.push('\n');
        } else {
            plain.push(c);
        }
    }
    let lines = plain.split(['\r', '\n']).map(str::trim_end);
    lines
        .filter(|line| !line.is_empty())
        .map(Into::into)
        .collect()
}
