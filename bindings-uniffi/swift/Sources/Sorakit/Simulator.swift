import Foundation
internal import SorakitFFI

/// A local server of all dialects, in this process, for tests and first steps. It stops when nobody
/// holds it any more.
public final class Simulator: Sendable {
    private let native: NativeSimulator

    /// Starts one on loopback.
    ///
    /// - Parameters:
    ///   - speed: the simulated seconds in one; 0 stops the clock.
    ///   - settings: what else there is: `port`, `stepped`, `seed`, `shapes`, `difficulty`, `account`.
    /// - Throws: ``SorakitError`` of the kind `unsupported` if the library was built without the simulator.
    public init(speed: Double = 60, settings: [String: Json] = [:]) throws {
        var given = settings
        given["speed"] = .number(speed)
        let all = try Json.object(given).native()
        native = try checked { try NativeSimulator(settings: all) }
    }

    deinit { native.stop() }

    /// The address of the main origin.
    public var url: String { get throws { try ask("url").text ?? "" } }

    /// The first account's credentials.
    public var credentials: Json { get throws { try ask("credentials") } }

    /// The base URL of a dialect.
    public func baseUrl(_ dialect: Dialect) throws -> String { try ask("base_url", dialect.asJson).text ?? "" }

    /// The first account's credential for a dialect.
    public func credential(_ dialect: Dialect) throws -> String {
        try credentials[dialect == .sora ? "access_token" : "api_key"]?.text ?? ""
    }

    /// A client of the first account. It takes nothing from the environment.
    public func client(_ dialect: Dialect = .sora) throws -> Client {
        let credential = try credential(dialect)
        return try Client(
            Options(
                dialect: dialect,
                baseUrl: try baseUrl(dialect),
                accessToken: dialect == .sora ? credential : nil,
                apiKey: dialect == .sora ? nil : credential,
                environment: false
            ))
    }

    /// Adds an account, and returns its credentials.
    public func addAccount(_ account: Json = .object([:])) throws -> Json { try ask("add_account", account) }

    /// Moves the clock forward, by seconds.
    public func advance(_ seconds: Double) throws { _ = try ask("advance", .number(seconds)) }

    /// Changes how many simulated seconds pass in one.
    public func setSpeed(_ speed: Double) throws { _ = try ask("set_speed", .number(speed)) }

    /// Adds a scripted fault.
    public func addFault(_ rule: Json) throws { _ = try ask("add_fault", rule) }

    /// Removes all scripted faults.
    public func clearFaults() throws { _ = try ask("clear_faults") }

    /// Every request so far, or those of one operation.
    public func journal(_ operation: String? = nil) throws -> [Json] {
        try ask("journal", operation.asJson).items
    }

    /// Stops it. Its ports are closed when this returns.
    public func stop() { native.stop() }

    func ask(_ what: String, _ given: Json = .null) throws -> Json {
        let given = try given.native()
        return Json(try checked { try native.ask(what: what, given: given) })
    }
}
