import Foundation

/// A job, as the server last showed it: it has the fields of ``JobFields``.
@dynamicMemberLookup
public struct Job: Sendable, Hashable {
    /// Its fields.
    public let fields: JobFields
    private let client: Client

    init(_ client: Client, _ json: Json) {
        self.client = client
        fields = JobFields(json: json)
    }

    public subscript<Value>(dynamicMember field: KeyPath<JobFields, Value>) -> Value { fields[keyPath: field] }

    /// Waits until it has succeeded; a job that ends otherwise is an error. The timeout is in seconds.
    public func wait(timeout: Double? = nil, onProgress: (@Sendable (Job) -> Void)? = nil) async throws -> Job {
        try await client.wait(fields.json, timeout: timeout, onProgress: onProgress)
    }

    /// The job as each poll sees it, until it has ended, well or not.
    public func updates() -> Pieces<Job> { client.updates(fields.json) }

    /// Downloads its video, or the image of this number, to a path.
    public func download(
        to path: String, index: UInt32 = 0, onProgress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws -> Download {
        try await client.download(fields.json, to: path, index: index, onProgress: onProgress)
    }

    /// Its video, or the image of this number, as a stream of bytes.
    public func stream(index: UInt32 = 0, range: ByteRange = ByteRange()) async throws -> FileStream {
        try await client.stream(fields.json, index: index, range: range)
    }

    /// Its video, or the image of this number, in memory.
    public func bytes(index: UInt32 = 0, range: ByteRange = ByteRange()) async throws -> Data {
        try await stream(index: index, range: range).bytes()
    }

    public static func == (one: Job, other: Job) -> Bool { one.fields == other.fields }

    public func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}

/// Some jobs of an account.
public struct JobPage: Sendable {
    /// The jobs, newest first.
    public let items: [Job]
    /// Where the next page begins; none after the last one.
    public let next: String?
    let json: Json

    init(_ client: Client, _ json: Json) {
        items = (json["items"]?.items ?? []).map { Job(client, $0) }
        next = json["next"]?.text
        self.json = json
    }
}

/// How far a transfer is.
public struct TransferProgress: Record {
    public let json: Json
    public init(json: Json) { self.json = json }

    /// The bytes so far.
    public var done: Int { read("done") }
    /// The bytes in all, where the server says it.
    public var total: Int? { read("total") }
}

/// A file that was downloaded.
public struct Download: Record {
    public let json: Json
    public init(json: Json) { self.json = json }

    /// The length in bytes.
    public var bytes: Int { read("bytes") }
}
