// A cancelled task ends its request at once.

import Foundation
import XCTest

@testable import Sorakit

final class CancelTests: XCTestCase {
    /// Cancels `call` after a moment, and checks that it ends well before it otherwise would.
    private func cancels(_ call: @escaping @Sendable () async throws -> Void) async throws {
        let began = Date()
        let task = Task { try await call() }
        try await Task.sleep(nanoseconds: 150_000_000)
        task.cancel()
        do {
            try await task.value
            XCTFail("it was not cancelled")
        } catch is CancellationError {
            XCTAssertLessThan(Date().timeIntervalSince(began), 5)
        }
    }

    func testARequestThatGetsNoAnswer() async throws {
        let server = try Server { _ in nil }
        defer { server.stop() }
        let client = try Client(
            Options(dialect: .sora, baseUrl: server.url, accessToken: "t", environment: false))
        try await cancels { _ = try await client.account.quota() }
    }

    func testAWaitBetweenTwoPollsAndUpdates() async throws {
        let client = try Simulator.held(self).connect(pollInterval: 30)
        let job = try await client.videos.create(VideoRequest(prompt: "simulate:stuck"))
        try await cancels { _ = try await job.wait() }
        try await cancels { for try await _ in job.updates() {} }
    }

    func testACreationThatWaitsForAFreeSlot() async throws {
        let client = try Simulator.held(self).connect()
        try await cancels {
            _ = try await client.videos.create(VideoRequest(prompt: "simulate:too_many_concurrent_tasks"))
        }
    }

    func testADownloadLeavesNothingUnderItsName() async throws {
        let simulator = try Simulator.held(self)
        let client = try simulator.connect()
        let job = try await client.videos.generate(VideoRequest(prompt: "a cat"))
        try simulator.addFault(
            ["origin": "cdn", "times": nil, "action": ["kind": "slow_body", "bytes_per_second": 1000]])
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("cat.mp4").path
        try await cancels { _ = try await job.download(to: path) }
        XCTAssertFalse(FileManager.default.fileExists(atPath: path))
        try await cancels { _ = try await job.bytes() }
    }

    func testAProofOfWork() async throws {
        try await cancels {
            _ = try await ProofOfWork.solve(
                seed: "0.5", difficulty: "000000000000", maxTries: 1_000_000_000_000_000, timeout: 60)
        }
    }

    func testWhatIsCancelledBeforehandSendsNothing() async throws {
        let simulator = try Simulator.held(self)
        let client = try simulator.connect()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            _ = try await client.videos.create(VideoRequest(prompt: "a cat"))
        }
        task.cancel()
        do {
            try await task.value
            XCTFail("it was not cancelled")
        } catch is CancellationError {}
        XCTAssertEqual(try simulator.journal().count, 0)
    }
}
