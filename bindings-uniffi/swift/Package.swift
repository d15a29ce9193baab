// swift-tools-version: 6.0

import PackageDescription

// Where the native library is: a folder with `libsorakit_uniffi`, such as `target/release` of a
// checkout. Without it, the XCFramework beside this file is taken (`README.md` says how it is made).
let folder = Context.environment["SORAKIT_LIBRARY_DIR"]

let native: Target
var linking: [LinkerSetting] = []
if let folder {
    native = .systemLibrary(name: "CSorakit", path: "Sources/CSorakit/include")
    linking = [
        .unsafeFlags(["-L\(folder)", "-Xlinker", "-rpath", "-Xlinker", folder]),
        .linkedLibrary("sorakit_uniffi"),
    ]
} else {
    native = .binaryTarget(name: "CSorakit", path: "CSorakit.xcframework")
}

let package = Package(
    name: "Sorakit",
    platforms: [.iOS(.v15), .macOS(.v12), .tvOS(.v15), .watchOS(.v8)],
    products: [.library(name: "Sorakit", targets: ["Sorakit"])],
    targets: [
        native,
        // Written by UniFFI, in the language mode that it is made for.
        .target(
            name: "SorakitFFI",
            dependencies: ["CSorakit"],
            swiftSettings: [.swiftLanguageMode(.v5)],
            linkerSettings: linking
        ),
        .target(name: "Sorakit", dependencies: ["SorakitFFI"]),
        .executableTarget(name: "FirstVideo", dependencies: ["Sorakit"], path: "Examples/FirstVideo"),
        .testTarget(name: "SorakitTests", dependencies: ["Sorakit"]),
    ],
    swiftLanguageModes: [.v6]
)
