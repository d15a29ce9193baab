//! The package for Kotlin and Swift: the library, the sources that call it, and the tests on the
//! JVM.

use std::fs;
use std::path::{Path, PathBuf};

use super::done::Done;
use crate::process::{output, program, run};
use crate::uniffi::{Tools, build, compile, generate, java, package, workshop};
use crate::{Outcome, root};

/// Runs the stage.
pub fn check() -> Outcome<Done> {
    let library = build()?;
    generate(&library, true)?;
    header()?;
    python(&library)?;
    let tools = match Tools::find() {
        Ok(tools) => tools,
        Err(why) => return Ok(Done::Nothing(why)),
    };
    let first = first_program()?;
    let classes = compile(&tools, &[first])?;
    run(java(&tools, &classes, &library)
        .arg("readme.FirstKt")
        .current_dir(workshop().join("first")))?;
    let mut tests = java(&tools, &classes, &library);
    tests.arg("org.junit.runner.JUnitCore");
    let folder = package().join("kotlin/src/test/kotlin/dev/sorakit");
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if name.ends_with("Test") {
            tests.arg(format!("dev.sorakit.{name}"));
        }
    }
    run(&mut tests)?;
    Ok(Done::Passed)
}

/// The first program of the README, as a file that can be compiled.
fn first_program() -> Outcome<PathBuf> {
    let readme = fs::read_to_string(root().join("README.md")).map_err(|error| error.to_string())?;
    let program = readme
        .split_once("```kotlin\n")
        .and_then(|(_, rest)| rest.split_once("```"))
        .ok_or("README.md has no program in Kotlin")?;
    let body: String = program
        .0
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    let text = format!(
        "package readme\n\nimport dev.sorakit.*\nimport kotlin.io.path.Path\n\
         import kotlinx.coroutines.runBlocking\n\nfun main() = runBlocking {{\n{body}    simulator.close()\n}}\n"
    );
    let folder = workshop().join("first");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let path = folder.join("First.kt");
    if fs::read_to_string(&path).is_ok_and(|now| now == text) {
        return Ok(path);
    }
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// The header that Swift imports is C.
fn header() -> Outcome {
    if output(program("cc").arg("--version")).is_none() {
        println!("(there is no C compiler: the header was not looked at)");
        return Ok(());
    }
    let header = package().join("swift/Sources/CSorakit/include/CSorakit.h");
    // Only Clang, which Swift has, knows the words for pointers that may be null.
    run(program("cc")
        .args(["-fsyntax-only", "-Wall", "-Werror"])
        .args(["-D_Nonnull=", "-D_Nullable=", "-include"])
        .arg(header)
        .args(["-x", "c", "/dev/null"]))
}

/// The same functions through UniFFI's own Python, which checks each one's checksum when it is
/// loaded, as Swift does; and a video through them.
fn python(library: &Path) -> Outcome {
    let folder = workshop().join("sources/python");
    if output(program("python3").arg("--version")).is_none() {
        println!("(Python is not here: the checksums are seen from Kotlin alone)");
        return Ok(());
    }
    let name = library.file_name().unwrap_or_default();
    fs::copy(library, folder.join(name)).map_err(|error| error.to_string())?;
    run(program("python3").args(["-c", PYTHON]).current_dir(folder))
}

const PYTHON: &str = r#"
import asyncio, sorakit as ffi

def text(value):
    return ffi.Json.TEXT(value)

def record(**fields):
    return ffi.Json.OBJECT([ffi.Member(name=name, value=value) for name, value in fields.items()])

def field(value, name):
    return next(member.value for member in value.members if member.name == name)

async def main():
    simulator = ffi.NativeSimulator(record(speed=ffi.Json.NUMBER(200.0)))
    client = ffi.NativeClient(record(
        dialect=text("openai"),
        base_url=simulator.ask("base_url", text("openai")),
        api_key=field(simulator.ask("credentials", ffi.Json.NULL()), "api_key"),
        environment=ffi.Json.BOOL(False),
        poll_interval=ffi.Json.NUMBER(0.02),
    ), None, None)
    job = await client.call("videos.create", record(prompt=text("a cat")), [], None, None)
    done = await client.wait(job, 60.0, None, None)
    assert field(done, "status").value == "succeeded", done
    simulator.stop()
    print("python   a video through the same functions")

asyncio.run(main())
"#;
