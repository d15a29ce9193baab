//! Compiling and running Kotlin without Gradle: the compiler from npm, JNA and JUnit from Debian.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::{package, workshop};
use crate::process::{output, program, run};
use crate::tools::debian;
use crate::{Outcome, root};

/// The compiler, which brings the library of coroutines along.
const COMPILER: &str = "2.4.20";

/// What compiling and running takes.
pub struct Tools {
    /// The folder of the compiler's libraries.
    kotlin: PathBuf,
    /// What programs are compiled and run with.
    classpath: Vec<PathBuf>,
}

impl Tools {
    /// Finds the tools, and installs those that are missing.
    ///
    /// # Errors
    /// What is missing, and how to get it.
    pub fn find() -> Outcome<Self> {
        if output(program("java").arg("--version")).is_none() {
            return Err("Java is missing; install a JDK from 17".into());
        }
        let missing = |what: &str, package: &str| {
            format!(
                "{what} is missing; install Debian's `{package}`, for which apt has to be reachable once"
            )
        };
        let jna = debian("libjna-java", &["/usr/share/java/jna.jar"])
            .ok_or_else(|| missing("JNA", "libjna-java"))?;
        let junit = debian("junit4", &["/usr/share/java/junit4.jar"])
            .ok_or_else(|| missing("JUnit", "junit4"))?;
        let hamcrest = ["hamcrest-core.jar", "hamcrest.jar", "hamcrest-all.jar"]
            .map(|name| Path::new("/usr/share/java").join(name));
        let hamcrest = hamcrest.into_iter().filter(|path| path.exists());
        let kotlin = compiler()?;
        let jars = [
            "kotlin-stdlib.jar",
            "kotlinx-coroutines-core-jvm.jar",
            "kotlin-test.jar",
            "kotlin-test-junit.jar",
        ];
        let jars = jars.map(|name| kotlin.join(name));
        Ok(Self {
            classpath: [jna, junit]
                .into_iter()
                .chain(hamcrest)
                .chain(jars)
                .collect(),
            kotlin,
        })
    }

    fn classpath(&self) -> String {
        let paths: Vec<_> = self
            .classpath
            .iter()
            .map(|path| path.to_string_lossy())
            .collect();
        paths.join(":")
    }
}

/// The compiler's folder, after installing it if it is missing.
fn compiler() -> Outcome<PathBuf> {
    let folder = root().join("target/tools/kotlin");
    let lib = folder.join("node_modules/kotlin-compiler/lib");
    if lib.join("kotlin-compiler.jar").is_file() {
        return Ok(lib);
    }
    println!("The Kotlin compiler is missing; asking npm for it.");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    run(program("npm")
        .args([
            "install",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(&folder)
        .arg(format!("kotlin-compiler@{COMPILER}")))
    .map_err(|error| {
        format!("{error}; Kotlin's compiler comes from npm, which has to be reachable once")
    })?;
    Ok(lib)
}

/// Java with so much memory, starting quickly.
fn jvm(memory: &str) -> Command {
    let mut java = program("java");
    java.args([memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]);
    java
}

/// Compiles the package with its tests and these further sources into a folder, unless it is newer
/// than all of them.
pub fn compile(tools: &Tools, sources: &[PathBuf]) -> Outcome<PathBuf> {
    let classes = workshop().join("classes");
    let mut all = vec![package().join("kotlin/src")];
    all.extend(sources.iter().cloned());
    let done = workshop().join("compiled");
    if let Some(compiled) = time(&done)
        && newest(&all)? < compiled
    {
        println!("fresh    {}", classes.display());
        return Ok(classes);
    }
    let _ = fs::remove_dir_all(&classes);
    run(jvm("-Xmx1g")
        .arg("-cp")
        .arg(tools.kotlin.join("*"))
        .arg("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler")
        .args([
            "-no-stdlib",
            "-no-reflect",
            "-jvm-target",
            "17",
            "-nowarn",
            "-classpath",
        ])
        .arg(tools.classpath())
        .arg("-d")
        .arg(&classes)
        .args(&all))?;
    fs::write(&done, "").map_err(|error| format!("{}: {error}", done.display()))?;
    Ok(classes)
}

/// Java with what was compiled and the library in this folder.
pub fn java(tools: &Tools, classes: &Path, library: &Path) -> Command {
    let mut java = jvm("-Xmx256m");
    let folder = library.parent().unwrap_or(library);
    java.arg(format!("-Djna.library.path={}", folder.display()))
        .arg("-cp")
        .arg(format!("{}:{}", classes.display(), tools.classpath()));
    java
}

/// When the newest of these files was written.
fn newest(paths: &[PathBuf]) -> Outcome<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for path in paths {
        if path.is_dir() {
            let entries =
                fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let entries: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            newest = newest.max(self::newest(&entries)?);
        } else {
            newest = newest.max(time(path).unwrap_or(newest));
        }
    }
    Ok(newest)
}

fn time(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}
