//! The signals that end the command in good order.

/// The number of the signal of Ctrl-C.
pub const INTERRUPT: u8 = 2;

/// Completes when the user presses Ctrl-C, or the system asks the process to end.
/// Answers with the signal's number.
pub async fn interrupted() -> u8 {
    let ctrl_c = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        INTERRUPT
    };
    tokio::select! {
        signal = ctrl_c => signal,
        signal = terminated() => signal,
    }
}

#[cfg(unix)]
async fn terminated() -> u8 {
    use tokio::signal::unix::{SignalKind, signal};
    const TERMINATE: u8 = 15;
    if let Ok(mut terminate) = signal(SignalKind::terminate()) {
        terminate.recv().await;
        return TERMINATE;
    }
    std::future::pending().await
}

#[cfg(not(unix))]
async fn terminated() -> u8 {
    std::future::pending().await
}
