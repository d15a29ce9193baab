// What the tests share.

import Foundation
import XCTest

@testable import Sorakit

/// The folder of what every language runs.
let contract: URL = {
    let file = URL(fileURLWithPath: #filePath)
    let root = (0..<5).reduce(file) { place, _ in place.deletingLastPathComponent() }
    return root.appendingPathComponent("tests/contract")
}()

func readJson(_ name: String) throws -> Json {
    try Json.parse(try String(contentsOf: contract.appendingPathComponent(name), encoding: .utf8))
}

extension Simulator {
    /// A client that polls quickly.
    func connect(_ dialect: Dialect = .sora, pollInterval: Double = 0.02) throws -> Client {
        try Client(
            Options(
                dialect: dialect,
                baseUrl: try baseUrl(dialect),
                accessToken: try credential(dialect),
                pollInterval: pollInterval,
                grace: 0.2,
                environment: false
            ))
    }
}

/// A folder that the test removes.
func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sorakit-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}

/// The error that a call ends with.
func failure(_ call: () async throws -> Void) async throws -> SorakitError {
    do {
        try await call()
    } catch let error as SorakitError {
        return error
    }
    throw Failed("it succeeded")
}

/// Notes what happens, from any thread.
final class Log: @unchecked Sendable {
    private let mutex = NSLock()
    private var noted: [String] = []

    var all: [String] {
        mutex.lock()
        defer { mutex.unlock() }
        return noted
    }

    func note(_ text: String) {
        mutex.lock()
        defer { mutex.unlock() }
        noted.append(text)
    }
}

/// What a scripted server is to answer, and what it saw.
final class Script: @unchecked Sendable {
    private let mutex = NSLock()
    private var answers: [Json] = []
    private var usual: Json = ["status": 418]
    private var asked: [Seen] = []

    var seen: [Seen] {
        mutex.lock()
        defer { mutex.unlock() }
        return asked
    }

    var left: Int {
        mutex.lock()
        defer { mutex.unlock() }
        return answers.count
    }

    func begin(_ answers: [Json], usual: Json = ["status": 418]) {
        mutex.lock()
        defer { mutex.unlock() }
        self.answers = answers
        self.usual = usual
        asked = []
    }

    func answer(_ request: Seen) -> Json {
        mutex.lock()
        defer { mutex.unlock() }
        asked.append(request)
        return answers.isEmpty ? usual : answers.removeFirst()
    }
}

/// The answer to a request for a challenge.
let noChallenge: Json = ["json": ["token": "t", "proofofwork": ["required": false]]]

/// A value in which 1 and 1.0 are the same.
func plain(_ json: Json?) -> Json {
    switch json ?? .null {
    case .integer(let value): return .number(Double(value))
    case .array(let items): return .array(items.map { plain($0) })
    case .object(let fields): return .object(fields.mapValues { plain($0) })
    case let other: return other
    }
}

/// What is wrong with a value that should be the expected one.
func difference(_ what: String, _ expected: Json?, _ found: Json?) -> String? {
    plain(expected) == plain(found) ? nil : "\(what): expected \(text(expected)), not \(text(found))"
}

private func text(_ json: Json?) -> String {
    guard let json else { return "nothing" }
    return (try? json.written()) ?? "\(json)"
}

/// What is wrong with the body of a request. The parts of a form are compared without their order,
/// since Swift's dictionaries have none.
func bodyDifference(_ seen: Seen, _ expected: Json) throws -> String? {
    let body = String(decoding: seen.body, as: UTF8.self)
    if let json = expected["json"] { return difference("the body", json, try Json.parse(body)) }
    if let form = expected["form"] {
        let sorted = { (form: Json) in form.items.map { text($0) }.sorted() }
        let (found, wanted) = (sorted(plain(readForm(seen))), sorted(plain(form)))
        return found == wanted ? nil : "the form: expected \(wanted), not \(found)"
    }
    return difference("the body", .text(expected["text"]?.text ?? ""), .text(body))
}

/// A form as its vector writes it.
private func readForm(_ seen: Seen) -> Json {
    let boundary = seen.headers["content-type"]?.components(separatedBy: "boundary=").last ?? ""
    let whole = String(data: seen.body, encoding: .isoLatin1) ?? ""
    let parts = whole.components(separatedBy: "--\(boundary)").dropFirst().dropLast()
    return .array(
        parts.map { part in
            let halves = part.components(separatedBy: "\r\n\r\n")
            let head = String(decoding: halves[0].data(using: .isoLatin1) ?? Data(), as: UTF8.self)
            let content = String(halves.dropFirst().joined(separator: "\r\n\r\n").dropLast(2))
            let data = content.data(using: .isoLatin1) ?? Data()
            let quoted = { (key: String) -> Json in
                guard let from = head.range(of: "; \(key)=\"") else { return .null }
                return .text(String(head[from.upperBound...].prefix { $0 != "\"" }))
            }
            guard quoted("filename") != .null else {
                return .array([quoted("name"), .text(String(decoding: data, as: UTF8.self))])
            }
            let type = head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("content-type: ") }
            let file: Json = .object([
                "filename": quoted("filename"),
                "content_type": .text(String((type ?? "").dropFirst("content-type: ".count))),
                "base64": .text(data.base64EncodedString()),
            ])
            return .array([quoted("name"), file])
        })
}

/// What is wrong with an error.
func errorDifference(_ error: SorakitError, _ expected: Json, except: Set<String> = []) -> String? {
    for (name, value) in expected.fields where !except.contains(name) {
        let found: Json
        switch name {
        case "kind": found = error.kind.asJson
        case "code": found = error.code.asJson
        case "field": found = error.field.asJson
        case "message": found = .text(error.message)
        case "operation": found = error.operation.asJson
        case "status": found = error.status.asJson
        case "request_id": found = error.requestId.asJson
        case "retry_after": found = error.retryAfter.asJson
        case "retryable": found = .bool(error.isRetryable)
        case "job_id": found = error.jobId.asJson
        default: return "a vector expects \(name) of an error"
        }
        if let wrong = difference(name, value, found) { return "\(wrong), of \(error)" }
    }
    return nil
}

/// A result without what says nothing.
func said(_ json: Json, withRaw: Bool) -> Json {
    switch json {
    case .array(let items):
        return .array(items.map { said($0, withRaw: withRaw) })
    case .object(let fields):
        let told = fields.filter { name, value in
            name == "raw" ? withRaw : value != .null && value != .array([])
        }
        return .object(Dictionary(uniqueKeysWithValues: told.map { name, value in
            (name, name == "raw" ? value : said(value, withRaw: withRaw))
        }))
    default:
        return json
    }
}

/// What time it is where the expected results were made, in seconds.
private let then = 1_767_225_600.0

/// The expected result, with what varies as it was seen.
func settled(_ seen: Json, _ expected: Json) -> Json {
    guard case .object(let fields) = expected else { return expected }
    let now = Date().timeIntervalSince1970
    let near = { (one: Double?, other: Double) in one.map { abs($0 - other) < 300 } ?? false }
    return .object(Dictionary(uniqueKeysWithValues: fields.map { name, value in
        guard let found = seen[name] else { return (name, value) }
        let varies: Bool
        if value.text == "<now>" {
            varies = near(found.number, now)
        } else if value.text == "<uuid>" {
            varies = UUID(uuidString: found.text ?? "") != nil
        } else if name == "resets_at" {
            varies = near(found.number.map { $0 - now }, (value.number ?? 0) - then)
        } else {
            varies = false
        }
        return (name, varies ? found : value)
    }))
}
