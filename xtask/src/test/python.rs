//! The Python package: built as a wheel, installed, and tested as it is used.
//!
//! Everything lives below `target/python`: one virtual environment with the tools that build,
//! and one for each interpreter that the wheel is tested with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use super::done::Done;
use crate::process::{output, program, run};
use crate::{Outcome, notices, root};

/// The oldest interpreter that the wheel is for.
const OLDEST: (u32, u32) = (3, 10);

/// What the newest interpreter tests for all: types, memory, and the vectors, whose outcome the
/// native part decides, which is the same for each.
const NOT_ON_OLDEST: &[&str] = &[
    "--ignore=test_adapters.py",
    "--ignore=test_contract.py",
    "--ignore=test_documents.py",
    "--ignore=test_memory.py",
    "--ignore=test_recordings.py",
    "--ignore=test_typing.py",
];

/// A Python interpreter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interpreter {
    version: (u32, u32),
    path: PathBuf,
}

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    let Some((oldest, newest)) = interpreters() else {
        return Ok(Done::Nothing(
            "there is no Python from 3.10; install one, with its `venv` module".into(),
        ));
    };
    let several = oldest.version != newest.version;
    if !several {
        let (major, minor) = newest.version;
        println!("(only one interpreter is here, Python {major}.{minor})");
    }
    // Installing waits for the network, and the tests wait for servers: neither need wait for
    // the rest.
    let (wheel, for_oldest, for_newest) = thread::scope(|scope| {
        let for_oldest = several.then(|| scope.spawn(|| environment(&oldest, "test", &["pytest"])));
        let for_newest = scope.spawn(|| environment(&newest, "test", &[]));
        let wheel = wheel(&newest, &["--profile", "dev"]);
        (wheel, for_oldest.map(join), join(for_newest))
    });
    let (wheel, for_oldest, for_newest) = (wheel?, for_oldest.transpose()?, for_newest?);
    thread::scope(|scope| {
        let oldest = for_oldest.map(|python| {
            let wheel = &wheel;
            scope.spawn(move || test_aside(&python, wheel, NOT_ON_OLDEST))
        });
        let newest = test(&for_newest, &wheel, &[]);
        oldest.map_or(Ok(()), join).and(newest)
    })?;
    Ok(Done::Passed)
}

/// Joins a thread and returns its outcome.
fn join<T>(thread: thread::ScopedJoinHandle<'_, Outcome<T>>) -> Outcome<T> {
    thread
        .join()
        .unwrap_or_else(|_| Err("a thread panicked".into()))
}

/// Builds the wheel, and returns its path.
pub fn wheel(interpreter: &Interpreter, arguments: &[&str]) -> Outcome<PathBuf> {
    let tools = environment(interpreter, "tools", &["maturin"])?;
    let wheels = root().join("target/python/wheels");
    // An earlier build's wheel must not be mistaken for this one.
    let _ = fs::remove_dir_all(&wheels);
    let manifest = root().join("bindings-python/Cargo.toml");
    notices::write("sorakit-python", &root().join("bindings-python/licenses"))?;
    run(program(tools)
        .args(["-m", "maturin", "build", "--quiet", "--manifest-path"])
        .arg(manifest)
        .arg("--out")
        .arg(&wheels)
        .arg("--interpreter")
        .arg(&interpreter.path)
        .args(arguments))?;
    let built = fs::read_dir(&wheels).map_err(|error| format!("no wheel was built: {error}"))?;
    let wheel = built
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or("maturin built no wheel")?;
    let size = fs::metadata(&wheel).map_or(0, |facts| facts.len());
    let name = wheel.file_name().unwrap_or_default().to_string_lossy();
    println!("{name}: {:.1} MB", size as f64 / 1e6);
    Ok(wheel)
}

/// Installs the wheel and runs the tests with it.
fn test(python: &Path, wheel: &Path, arguments: &[&str]) -> Outcome {
    install_wheel(python, wheel)?;
    run(&mut pytest(python, wheel, arguments))
}

/// Like `test`, beside another: its output is shown when it is done.
fn test_aside(python: &Path, wheel: &Path, arguments: &[&str]) -> Outcome {
    install_wheel(python, wheel)?;
    let done = pytest(python, wheel, arguments)
        .output()
        .map_err(|error| format!("cannot run pytest: {error}"))?;
    let printed = [done.stdout, done.stderr].concat();
    let printed = String::from_utf8_lossy(&printed);
    println!("{}:\n{printed}", python.display());
    match done.status.success() {
        true => Ok(()),
        false => Err(format!("the tests with {} failed", python.display())),
    }
}

fn pytest(python: &Path, wheel: &Path, arguments: &[&str]) -> Command {
    let mut command = program(python);
    command
        // Not the folder of the sources: the tests use the installed package.
        .current_dir(root().join("bindings-python/tests"))
        .args(["-m", "pytest", "-q", "-p", "no:cacheprovider"])
        .args(arguments)
        .env("SORAKIT_TEST_WHEEL", wheel)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// Installs the wheel into an environment, in place of the previous one.
pub fn install_wheel(python: &Path, wheel: &Path) -> Outcome {
    run(program(python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args(["--no-index", "--no-deps", "--force-reinstall"])
        .arg(wheel))
}

/// Prepares an environment of an interpreter, with the named packages of `requirements.txt` (all,
/// when none is named). Returns its Python.
pub fn environment(interpreter: &Interpreter, name: &str, only: &[&str]) -> Outcome<PathBuf> {
    let wanted = requirements("bindings-python/requirements.txt", only)?;
    prepare(interpreter, name, &wanted)
}

/// An environment with exactly these packages.
pub fn prepare(interpreter: &Interpreter, name: &str, wanted: &[String]) -> Outcome<PathBuf> {
    let (major, minor) = interpreter.version;
    let folder = root().join(format!("target/python/{name}-{major}.{minor}"));
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let stamp = folder.join("packages.txt");
    let packages = wanted.join("\n");
    let ready = fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == packages);
    if ready && python.exists() {
        return Ok(python);
    }
    run(program(&interpreter.path)
        .args(["-m", "venv", "--clear"])
        .arg(&folder))
    .map_err(|error| {
        format!("{error}; Python's `venv` module is needed (Debian: the package python3-venv)")
    })?;
    run(program(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args(wanted))
    .map_err(|error| {
        format!("{error}; the package index could not be reached, or has no such package")
    })?;
    fs::write(&stamp, packages).map_err(|error| error.to_string())?;
    Ok(python)
}

/// The lines of a requirements file for the named packages.
pub fn requirements(path: &str, only: &[&str]) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?;
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let named = |line: &&str| {
        let name = line
            .split(['=', '<', '>', ';', '[', ' '])
            .next()
            .unwrap_or_default();
        only.is_empty() || only.contains(&name)
    };
    Ok(lines.filter(named).map(str::to_owned).collect())
}

/// The oldest and the newest interpreter that can be found and that the wheel is for.
pub fn interpreters() -> Option<(Interpreter, Interpreter)> {
    let mut names: Vec<PathBuf> = (OLDEST.1..=20)
        .map(|minor| format!("python3.{minor}").into())
        .collect();
    names.extend(["python3", "python"].map(PathBuf::from));
    if let Some(folder) = output(program("pyenv").arg("root")) {
        let versions = fs::read_dir(Path::new(folder.trim()).join("versions"));
        names.extend(
            versions
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path().join("bin/python3")),
        );
    }
    let mut found: Vec<Interpreter> = names.into_iter().filter_map(look_at).collect();
    found.sort();
    Some((found.first()?.clone(), found.last()?.clone()))
}

/// Inspects an interpreter; `None` if the wheel is not for it.
fn look_at(path: PathBuf) -> Option<Interpreter> {
    let question = "import sys, venv, ensurepip; print(*sys.version_info[:2], sys.version_info[3], \
                    getattr(sys, '_is_gil_enabled', lambda: True)(), sys.executable)";
    let answer = output(program(&path).args(["-c", question]))?;
    let mut words = answer.trim().splitn(5, ' ');
    let version = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let usual = words.next()? == "final" && words.next()? == "True";
    let path = PathBuf::from(words.next()?);
    (version >= OLDEST && usual).then_some(Interpreter { version, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_python_is_passed_over() {
        assert_eq!(look_at("no-such-program".into()), None);
        assert_eq!(look_at("true".into()), None);
    }

    #[test]
    fn packages_are_chosen_by_name() {
        let path = "bindings-python/requirements.txt";
        let all = requirements(path, &[]).unwrap();
        let one = requirements(path, &["pytest"]).unwrap();
        assert_eq!(one.len(), 1);
        assert!(all.len() > 1 && all.contains(&one[0]));
    }
}
