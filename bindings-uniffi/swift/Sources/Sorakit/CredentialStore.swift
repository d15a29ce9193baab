import Foundation
internal import SorakitFFI

/// Keeps one account's tokens. A refresh token is used up by being used: a renewal holds the lock
/// from before the store is read until the new token is saved, and the new access token is used only
/// after that. What a store throws ends the call; a token that was not saved is not used.
public protocol CredentialStore: Sendable {
    /// What is kept, if anything.
    func load() async throws -> Json?
    /// Keeps it. When it returns, it survives a crash.
    func save(_ credential: Json) async throws
    /// Keeps all others out until what it returns is called.
    func lock() async throws -> @Sendable () -> Void
}

extension CredentialStore {
    /// Keeps nobody out.
    public func lock() async throws -> @Sendable () -> Void { {} }
}

/// A store as the native part calls it: a lock is a number.
final class StoreCalls: ForeignStore, @unchecked Sendable {
    private let store: any CredentialStore
    private let mutex = NSLock()
    // Under the mutex.
    private var locks: [UInt64: @Sendable () -> Void] = [:]
    private var last: UInt64 = 0

    init(_ store: any CredentialStore) { self.store = store }

    func load() async throws -> SorakitFFI.Json? {
        do {
            return try await store.load()?.native()
        } catch {
            throw ForeignFailure.Thrown(reason: String(describing: error))
        }
    }

    func save(credential: SorakitFFI.Json) async throws {
        do {
            try await store.save(Json(credential))
        } catch {
            throw ForeignFailure.Thrown(reason: String(describing: error))
        }
    }

    func lock() async throws -> UInt64 {
        do {
            return keep(try await store.lock())
        } catch {
            throw ForeignFailure.Thrown(reason: String(describing: error))
        }
    }

    func unlock(number: UInt64) throws {
        mutex.lock()
        let release = locks.removeValue(forKey: number)
        mutex.unlock()
        release?()
    }

    private func keep(_ release: @escaping @Sendable () -> Void) -> UInt64 {
        mutex.lock()
        defer { mutex.unlock() }
        last += 1
        locks[last] = release
        return last
    }
}

/// A callback that the native part calls.
final class Told: Listener {
    private let callback: @Sendable (Json) -> Void

    init(_ callback: @escaping @Sendable (Json) -> Void) { self.callback = callback }

    func tell(value: SorakitFFI.Json) throws { callback(Json(value)) }
}
