import Foundation
internal import SorakitFFI

/// One account on one server. Its calls are asynchronous, and cancelling the task ends the request at
/// once; what is refused is refused before anything is sent.
public final class Client: Sendable {
    private let native: NativeClient

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - options: how the server is reached; what is not given comes from `SORAKIT_*` variables and
    ///     the configuration file.
    ///   - store: where tokens are kept.
    ///   - onEvent: told of what happens inside calls, on the client's own thread.
    /// - Throws: ``SorakitError`` for options that cannot be.
    public init(
        _ options: Options = Options(),
        store: (any CredentialStore)? = nil,
        onEvent: (@Sendable (Event) -> Void)? = nil
    ) throws {
        let told = onEvent.map { callback in Told { callback(Event(json: $0)) } }
        let given = try options.json.native()
        native = try checked {
            try NativeClient(options: given, store: store.map { StoreCalls($0) }, onEvent: told)
        }
    }

    /// What the server speaks.
    public var dialect: Dialect { get throws { Dialect.read(.text(try checked { try native.dialect() })) } }

    /// The API's base URL.
    public var baseUrl: String { get throws { try checked { try native.baseUrl() } } }

    /// Videos.
    public var videos: VideosMethods { VideosMethods(client: self) }
    /// Images.
    public var images: ImagesMethods { ImagesMethods(client: self) }
    /// Characters.
    public var characters: CharactersMethods { CharactersMethods(client: self) }
    /// Prompts.
    public var prompts: PromptsMethods { PromptsMethods(client: self) }
    /// The account.
    public var account: AccountMethods { AccountMethods(client: self) }
    /// Models.
    public var models: ModelsMethods { ModelsMethods(client: self) }

    /// Calls a method or an operation by its name, such as `sora.videos.create`, with plain values.
    public func call(_ name: String, _ fields: Json = .object([:])) async throws -> Json {
        try await call(name, fields, timeout: nil)
    }

    /// Sets the token of an admin login, which admin operations send, or forgets it.
    public func setAdminToken(_ token: String?) throws {
        try checked { try native.setAdminToken(token: token) }
    }

    /// Downloads the file at an address to a path. The credential goes along on the API's own origin alone.
    public func download(
        _ url: String, to path: String, onProgress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws -> Download {
        try await download(.text(url), to: path, index: 0, onProgress: onProgress)
    }

    /// The file at an address as a stream of bytes.
    public func stream(_ url: String, range: ByteRange = ByteRange()) async throws -> FileStream {
        try await stream(.text(url), index: 0, range: range)
    }

    /// Lets go of the connections, and waits until a token that is being renewed is stored, ten seconds
    /// at most. Calls that are under way go on to their end.
    public func close() async { await native.finish() }

    /// Tells from a few requests, which change nothing, what dialect the server of these options
    /// speaks, and why.
    public static func detect(_ options: Options = Options()) async throws -> Detection {
        let given = try options.json.native()
        return Detection(json: Json(try await guarded { try await SorakitFFI.detect(options: given, cancel: $0) }))
    }

    /// Refuses a place for a download that cannot be written, before a job is paid for.
    public static func checkTarget(_ path: String) throws {
        try checked { try SorakitFFI.checkTarget(path: path) }
    }

    /// Waits until every renewal of this process is stored, ten seconds at most; false if that was too short.
    public static func drain() -> Bool { SorakitFFI.drain() }
}

/// What the resources and jobs of a client call.
extension Client {
    func call(_ name: String, _ fields: Json, timeout: Double?) async throws -> Json {
        let (given, files) = try prepared(fields)
        let native = self.native
        return Json(
            try await guarded {
                try await native.call(
                    name: name, fields: given, files: files.list, deadline: timeout, cancel: $0)
            })
    }

    func content(_ name: String, _ fields: Json) async throws -> FileStream {
        let (given, files) = try prepared(fields)
        let native = self.native
        return FileStream(
            try await guarded { try await native.content(name: name, fields: given, files: files.list, cancel: $0) })
    }

    func pieces<Element: Readable>(_ name: String, _ fields: Json) throws -> Pieces<Element> {
        let (given, files) = try prepared(fields)
        let native = self.native
        return Pieces(
            { try native.events(name: name, fields: given, files: files.list) }, reader: { Element.read($0) })
    }

    func generate(
        _ name: String, _ fields: Json, timeout: Double?, onProgress: (@Sendable (Job) -> Void)?
    ) async throws -> Job {
        let job = Job(self, try await call(name, fields, timeout: timeout))
        return try await wait(job.fields.json, timeout: timeout, onProgress: onProgress)
    }

    func resume(_ kind: String, _ id: String) throws -> Job {
        if id.isEmpty { throw SorakitError.refused("id", "must be a job's id, not an empty text") }
        return Job(self, Json(try checked { try native.resume(kind: .text(value: kind), id: id) }))
    }

    func wait(_ job: Json, timeout: Double?, onProgress: (@Sendable (Job) -> Void)?) async throws -> Job {
        let given = try job.native()
        let native = self.native
        let told = onProgress.map { callback in Told { callback(Job(self, $0)) } }
        return Job(
            self,
            Json(try await guarded { try await native.wait(job: given, deadline: timeout, onUpdate: told, cancel: $0) }))
    }

    func updates(_ job: Json) -> Pieces<Job> {
        Pieces({ try self.native.updates(job: try job.native()) }, reader: { Job(self, $0) })
    }

    func download(
        _ what: Json, to path: String, index: UInt32, onProgress: (@Sendable (TransferProgress) -> Void)?
    ) async throws -> Download {
        let given = try what.native()
        let native = self.native
        let told = onProgress.map { callback in Told { callback(TransferProgress(json: $0)) } }
        let done = try await guarded {
            try await native.download(what: given, path: path, index: index, onProgress: told, cancel: $0)
        }
        return Download(json: Json(done))
    }

    func stream(_ what: Json, index: UInt32, range: ByteRange) async throws -> FileStream {
        let given = try what.native()
        let native = self.native
        return FileStream(
            try await guarded {
                try await native.open(what: given, index: index, start: range.start, end: range.end, cancel: $0)
            })
    }

    private func prepared(_ fields: Json) throws -> (SorakitFFI.Json, Files) {
        var files: [Attachment] = []
        let given = try fields.native(&files)
        return (given, Files(list: files))
    }
}

/// The files of a call. They are handed over once, and changed by nobody.
private struct Files: @unchecked Sendable {
    let list: [Attachment]
}
