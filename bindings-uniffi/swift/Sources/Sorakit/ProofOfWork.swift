import Foundation
internal import SorakitFFI

/// The Sentinel proof of work, for a challenge of your own.
public enum ProofOfWork {
    /// Solves a challenge on threads of its own. Cancelling the task ends the search.
    ///
    /// - Parameters:
    ///   - profile: the browser that it is solved for.
    ///   - maxTries: the most candidates to try.
    ///   - timeout: the longest time, in seconds.
    ///   - threads: the number of threads; all cores without it.
    public static func solve(
        seed: String,
        difficulty: String,
        profile: Profile? = nil,
        maxTries: UInt64? = nil,
        timeout: Double? = nil,
        threads: UInt32? = nil
    ) async throws -> Solution {
        let given = try profile?.json.native()
        let limits = PowLimits(maxTries: maxTries, timeout: timeout, threads: threads)
        return Solution(
            json: Json(
                try await guarded {
                    try await solvePow(
                        seed: seed, difficulty: difficulty, profile: given, limits: limits, cancel: $0)
                }))
    }

    /// True if an answer solves a challenge.
    public static func verify(seed: String, difficulty: String, answer: String) throws -> Bool {
        try checked { try verifyPow(seed: seed, difficulty: difficulty, answer: answer) }
    }

    /// The browser and the app that requests speak for unless told otherwise.
    public static func defaultProfile() -> Profile { Profile(json: Json(SorakitFFI.profile(drawn: false))) }

    /// A browser and an app drawn at random from the documented ones.
    public static func randomProfile() -> Profile { Profile(json: Json(SorakitFFI.profile(drawn: true))) }

    /// A challenge's solution.
    public struct Solution: Record {
        public let json: Json
        public init(json: Json) { self.json = json }

        /// The token of the requests that follow.
        public var token: String { read("token") }
        /// The token of the first request.
        public var initialToken: String { read("initial_token") }
        /// The answer.
        public var answer: String { read("answer") }
        /// The number of candidates tried.
        public var tries: Int { read("tries") }
        /// The time it took, in seconds.
        public var elapsed: Double { read("elapsed") }
    }
}

/// What an answer of a chat, a chunk of one, or a text says.
public struct ChatReading: Record {
    public let json: Json
    public init(json: Json) { self.json = json }

    /// Reads a chat: its words, or a chunk or a whole answer as an operation gives it.
    public init(of answer: Json) throws {
        let given = try answer.native()
        self.init(json: Json(try checked { try readChat(answer: given) }))
    }

    /// Its words.
    public var text: String { read("text") }
    /// How far the generation is, from 0 to 100, when it says so.
    public var progress: Double? { read("progress") }
    /// The media that it links to, in its order, each once: `kind` and `url`.
    public var media: [Json] { read("media") }
}

/// A text of a server's for display: without what moves a cursor or cannot be seen, and without secrets.
public func shown(_ text: String, longest: UInt32 = 120) -> String {
    SorakitFFI.shown(text: text, longest: longest)
}
