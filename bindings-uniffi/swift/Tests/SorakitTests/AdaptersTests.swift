// The adapter vectors, over real sockets: what each verb sends on each dialect, and what it makes of
// the answers.

import Foundation
import XCTest

@testable import Sorakit

final class AdaptersTests: XCTestCase {
    func testEveryDialectSendsAndAnswersWhatItsVectorsSay() async throws {
        var wrong: [String] = []
        for dialect in Dialect.allCases {
            let script = Script()
            let hosts = ["gateway.example", "cdn.example", "links.example"]
            let servers = try hosts.map { host in
                try Server(host: host) { request in
                    request.path.hasSuffix("/sentinel/req") ? noChallenge : script.answer(request)
                }
            }
            defer { servers.forEach { $0.stop() } }
            let file = contract.appendingPathComponent("adapters/\(dialect.rawValue).json")
            var text = try String(contentsOf: file, encoding: .utf8)
            // The vectors' hosts are the three servers here.
            for (host, server) in zip(hosts, servers) {
                text = text.replacingOccurrences(of: "https://\(host)", with: server.url)
            }
            for vector in try Json.parse(text).items {
                let exchanges = vector["exchanges"]?.items ?? []
                script.begin(exchanges.map { $0["response"] ?? .object([:]) })
                let outcome = try await run(dialect, servers[0].url, vector)
                if let told = try different(vector, exchanges, script, outcome) {
                    wrong.append("\(dialect.rawValue) / \(vector["name"]?.text ?? ""): \(told)")
                }
            }
        }
        XCTAssertEqual(wrong, [])
    }

    private func run(_ dialect: Dialect, _ url: String, _ vector: Json) async throws -> Result<Json, any Error> {
        var options: [String: Json] = [
            "dialect": dialect.asJson,
            "base_url": .text("\(url)/backend"),
            "access_token": "test-token",
            "device_id": "550e8400-e29b-41d4-a716-446655440000",
            "auto_refresh": false,
            "max_retries": 0,
            "poll_interval": 0.001,
            "environment": false,
        ]
        options.merge(vector["options"]?.fields ?? [:]) { _, last in last }
        let adminToken = options.removeValue(forKey: "admin_token")
        do {
            let client = try Client(Options(json: .object(options)))
            try client.setAdminToken(adminToken?.text)
            let given = vector["given"] ?? .object([:])
            let id = given["id"]?.text ?? ""
            switch vector["verb"]?.text ?? "" {
            case "videos.open":
                let bytes = try await client.videos.resume(id).bytes()
                return .success(.text(String(decoding: bytes, as: UTF8.self)))
            case "videos.wait":
                return .success(try await client.videos.wait(id).fields.json)
            case "images.wait":
                return .success(try await client.images.wait(id).fields.json)
            case let verb:
                return .success(try await client.call(verb, given))
            }
        } catch {
            return .failure(error)
        }
    }

    private func different(
        _ vector: Json, _ exchanges: [Json], _ script: Script, _ outcome: Result<Json, any Error>
    ) throws -> String? {
        let lines = exchanges.map {
            "\($0["request"]?["method"]?.text ?? "") \($0["request"]?["path"]?.text ?? "")"
        }
        let seen = script.seen
        if seen.map(\.description) != lines { return "\(seen) instead of \(lines): \(outcome)" }
        if script.left > 0 { return "answers were not asked for" }
        for (request, exchange) in zip(seen, exchanges) {
            if let wrong = try requestDifference(request, exchange) { return wrong }
        }
        if let expected = vector["error"] {
            guard case .failure(let thrown) = outcome, let error = thrown as? SorakitError else { return "\(outcome)" }
            return errorDifference(error, expected)
        }
        let expected = vector["result"] ?? .null
        let result = try outcome.get()
        let found = said(result == .null ? .bool(true) : result, withRaw: expected["raw"] != nil)
        return difference("the result", settled(found, expected), found)
    }

    private func requestDifference(_ seen: Seen, _ exchange: Json) throws -> String? {
        let expected = exchange["request"] ?? .null
        let host = expected["host"]?.text ?? "gateway.example"
        if seen.host != host { return "\(seen) went to \(seen.host) instead of \(host)" }
        var headers: [String: Json] = ["authorization": "Bearer test-token"]
        headers.merge(expected["headers"]?.fields ?? [:]) { _, last in last }
        for (name, value) in headers {
            if let wrong = difference(name, value, seen.headers[name].asJson) { return wrong }
        }
        let hasToken = seen.headers["openai-sentinel-token"] != nil
        if hasToken != (exchange["sentinel"]?.bool ?? false) { return "a Sentinel token: \(hasToken)" }
        return try bodyDifference(seen, expected)
    }
}
