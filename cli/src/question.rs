//! Questions at the terminal. An interruption ends the command while one is open, too, and
//! leaves the terminal as it was.

use std::io::{self, ErrorKind, Write};

use zeroize::Zeroizing;

/// Asks something that is answered with yes or no; all but yes is no.
pub async fn agrees(question: &str) -> bool {
    let answer = answered(question, || {
        let mut line = String::new();
        io::stdin().read_line(&mut line).map(|_| line)
    });
    let answer = answer.await.unwrap_or_default();
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

/// Asks for a secret, and shows nothing of what is typed.
pub async fn secret(question: &str) -> io::Result<Zeroizing<String>> {
    let _terminal = Terminal::as_it_is();
    let read = || rpassword::read_password_with_config(hidden()).map(Zeroizing::new);
    answered(question, read).await
}

/// The answer to a question, which is read where it holds up nothing else.
async fn answered<T: Send + 'static>(
    question: &str,
    read: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    // Interruptions are looked out for before anything can be interrupted.
    tokio::task::yield_now().await;
    eprint!("{question}");
    let _ = io::stderr().flush();
    match tokio::task::spawn_blocking(read).await {
        // It was Ctrl-C, which ends the command.
        Ok(Err(error)) if error.kind() == ErrorKind::Interrupted => std::future::pending().await,
        Ok(answer) => answer,
        Err(error) => Err(io::Error::other(error)),
    }
}

/// Reads what is typed, and shows nothing of it.
fn hidden() -> rpassword::Config {
    let input = rpassword::ConfigBuilder::new();
    #[cfg(unix)]
    let input = input.input_file_path("/dev/stdin").output_discard();
    input.build()
}

/// The terminal, which is put back when the question is over, however it ends.
struct Terminal {
    #[cfg(unix)]
    modes: Option<rustix::termios::Termios>,
}

impl Terminal {
    fn as_it_is() -> Self {
        Self {
            #[cfg(unix)]
            modes: rustix::termios::tcgetattr(io::stdin()).ok(),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(modes) = &self.modes {
            use rustix::termios::{OptionalActions, tcsetattr};
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, modes);
        }
        eprintln!();
    }
}
