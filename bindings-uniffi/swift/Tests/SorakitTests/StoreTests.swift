// Tokens that rotate are kept before they are used.

import Foundation
import XCTest

@testable import Sorakit

final class StoreTests: XCTestCase {
    private func client(_ simulator: Simulator, _ store: any CredentialStore) throws -> Client {
        let credentials = try simulator.credentials
        return try Client(
            Options(
                dialect: .sora,
                baseUrl: try simulator.baseUrl(.sora),
                refreshToken: credentials["refresh_token"]?.text,
                clientId: credentials["client_id"]?.text,
                environment: false
            ),
            store: store)
    }

    func testARotatedTokenIsSavedBeforeTheNewAccessTokenIsUsed() async throws {
        let simulator = try Simulator.held(self)
        let store = SharedStore()
        _ = try await client(simulator, store).sora.quota.check()
        XCTAssertNotNil(store.kept?["access_token"])
        XCTAssertNotEqual(store.kept?["refresh_token"]?.text, try simulator.credentials["refresh_token"]?.text)
        XCTAssertEqual(store.log.all, ["locked", "saved", "unlocked"])
    }

    func testAStoreThatThrowsFailsClosed() async throws {
        let simulator = try Simulator.held(self)
        for part in ["load", "save", "lock"] {
            let client = try client(simulator, SharedStore(broken: part))
            let error = try await failure { _ = try await client.sora.quota.check() }
            XCTAssertEqual(error.kind, .storage, "\(error)")
            XCTAssertTrue(error.message.contains("the disk is full"), "\(error)")
        }
        XCTAssertEqual(try simulator.journal("sora.quota.check").count, 0, "a token was used that was not kept")
    }

    func testClientsThatShareAStoreRenewOnce() async throws {
        let simulator = try Simulator.held(self)
        let store = SharedStore()
        let clients = try (0..<3).map { _ in try client(simulator, store) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in clients {
                group.addTask { _ = try await client.sora.quota.check() }
            }
            try await group.waitForAll()
        }
        XCTAssertEqual(try simulator.journal("sora.tokens.refresh").count, 1)
    }
}

/// A store that several clients share, and that notes what is asked of it.
private final class SharedStore: CredentialStore, @unchecked Sendable {
    let log = Log()
    private let broken: String?
    private let mutex = NSLock()
    // Under the mutex.
    private var credential: Json?
    private var isLocked = false

    init(broken: String? = nil) { self.broken = broken }

    var kept: Json? { mutex.withLock { credential } }

    func load() async throws -> Json? {
        try check("load")
        return kept
    }

    func save(_ credential: Json) async throws {
        try check("save")
        mutex.withLock { self.credential = credential }
        log.note("saved")
    }

    func lock() async throws -> @Sendable () -> Void {
        try check("lock")
        while !take() { try await Task.sleep(nanoseconds: 2_000_000) }
        log.note("locked")
        return { [self] in
            log.note("unlocked")
            mutex.withLock { isLocked = false }
        }
    }

    private func check(_ part: String) throws {
        if part == broken { throw Failed("the disk is full") }
    }

    private func take() -> Bool {
        mutex.withLock {
            defer { isLocked = true }
            return !isLocked
        }
    }
}
