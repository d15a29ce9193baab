// The contract vectors, over a real socket, through the typed operations.

import Foundation
import XCTest

@testable import Sorakit

final class ContractTests: XCTestCase {
    /// Got afresh for each request, or chosen with the form's boundary.
    private let varying: Set<String> = ["openai-sentinel-token", "content-type"]

    func testEveryOperationMakesAndReadsWhatItsVectorsSay() async throws {
        var (count, wrong): (Int, [String]) = (0, [])
        for operation in try readJson("catalog.json")["operations"]?.items ?? [] {
            let name = operation["name"]?.text ?? ""
            // That each operation has vectors, the tests of the core see to.
            guard let vectors = try? readJson("vectors/\(name).json").items else { continue }
            let script = Script()
            let server = try Server { request in
                if request.path.hasSuffix("/sentinel/req") && name != "sora.sentinel.request" { return noChallenge }
                return script.answer(request)
            }
            defer { server.stop() }
            let client = try Client(
                Options(
                    dialect: Dialect(rawValue: operation["dialect"]?.text ?? ""),
                    baseUrl: "\(server.url)/backend",
                    linksUrl: server.url,
                    accessToken: "test-token",
                    autoRefresh: false,
                    deviceId: "550e8400-e29b-41d4-a716-446655440000",
                    maxRetries: 0,
                    slotTimeout: 0.001,
                    environment: false
                ))
            let usual = vectors.first { $0["request"] != nil }?["fields"] ?? .object([:])
            for vector in vectors {
                count += 1
                // A login before it may have set another.
                try client.setAdminToken("test-token")
                script.begin([], usual: vector["response"] ?? ["json": [:]])
                let outcome: Result<Json, any Error>
                do {
                    outcome = .success(try await typedCall(client, name, vector["fields"] ?? usual))
                } catch {
                    outcome = .failure(error)
                }
                if let told = try different(operation, vector, script.seen, outcome) {
                    wrong.append("\(name) / \(vector["name"]?.text ?? ""): \(told)")
                }
            }
        }
        XCTAssertEqual(wrong, [])
        XCTAssertGreaterThan(count, 164)
    }

    private func different(
        _ operation: Json, _ vector: Json, _ seen: [Seen], _ outcome: Result<Json, any Error>
    ) throws -> String? {
        if let expected = vector["request"] {
            guard seen.count == 1 else { return "\(seen.count) requests: \(outcome)" }
            if let wrong = try requestDifference(seen[0], expected) { return wrong }
        } else if vector["response"] == nil && !seen.isEmpty {
            return "bad fields were sent"
        }
        if let expected = vector["result"] { return difference("the result", expected, try outcome.get()) }
        guard let expected = vector["error"] else { return nil }
        guard case .failure(let thrown) = outcome, let error = thrown as? SorakitError else { return "\(outcome)" }
        // An answer that cannot be read, and a 5xx, leave open what the server made.
        let status = vector["response"]?["status"]?.integer ?? 0
        let isOpen = operation["repeatable"]?.text == "if_untaken" && error.kind == .outcomeUnknown
            && (expected["kind"]?.text == "unexpected_response" || status >= 500)
        return errorDifference(error, expected, except: isOpen ? ["kind", "code", "message"] : ["message"])
    }

    private func requestDifference(_ seen: Seen, _ expected: Json) throws -> String? {
        let line = "\(expected["method"]?.text ?? "") \(expected["path"]?.text ?? "")"
        if seen.description != line { return "\(seen) instead of \(line)" }
        for (name, value) in expected["headers"]?.fields ?? [:] where !varying.contains(name) {
            if let wrong = difference(name, value, seen.headers[name].asJson) { return wrong }
        }
        return try bodyDifference(seen, expected)
    }
}
