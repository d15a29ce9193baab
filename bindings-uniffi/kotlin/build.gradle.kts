// For Gradle on the JVM and Android. It was written without one at hand, and not run: what is run is
// `cargo xtask test --only uniffi`, which compiles the same sources with the same libraries.

plugins {
    kotlin("jvm") version "2.4.20"
}

group = "dev.sorakit"
version = "0.1.0"

repositories {
    mavenCentral()
}

dependencies {
    api("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2")
    // On Android: implementation("net.java.dev.jna:jna:5.17.0@aar")
    implementation("net.java.dev.jna:jna:5.17.0")
    testImplementation(kotlin("test-junit"))
}

kotlin {
    jvmToolchain(17)
}

tasks.test {
    // Where `cargo build -p sorakit-uniffi --release --features simulator` leaves the library.
    systemProperty("jna.library.path", file("../../target/release").path)
    maxHeapSize = "512m"
}
