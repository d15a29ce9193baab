import Foundation

extension VideosMethods {
    /// Creates a video and waits until it is done. The timeout is in seconds.
    public func generate(
        _ request: VideoRequest, timeout: Double? = nil, onProgress: (@Sendable (Job) -> Void)? = nil
    ) async throws -> Job {
        try await client.generate("videos.create", request.json, timeout: timeout, onProgress: onProgress)
    }

    /// The job of this id, to be waited for or downloaded in any process. Nothing is sent.
    public func resume(_ id: String) throws -> Job { try client.resume("video", id) }

    /// Waits until the job of this id has succeeded.
    public func wait(
        _ id: String, timeout: Double? = nil, onProgress: (@Sendable (Job) -> Void)? = nil
    ) async throws -> Job {
        try await resume(id).wait(timeout: timeout, onProgress: onProgress)
    }

    /// The job of this id as each poll sees it, until it has ended.
    public func updates(_ id: String) throws -> Pieces<Job> { try resume(id).updates() }

    /// Downloads the video of the job of this id.
    public func download(
        _ id: String, to path: String, onProgress: (@Sendable (TransferProgress) -> Void)? = nil
    ) async throws -> Download {
        try await resume(id).download(to: path, onProgress: onProgress)
    }

    /// Every video of the account, page by page.
    public func pages(_ request: PageRequest = PageRequest()) -> AsyncThrowingStream<Job, any Error> {
        paged(request.json) { json in
            let page = try await list(PageRequest(json: json))
            return (page.items, page.next)
        }
    }
}

extension ImagesMethods {
    /// Makes images, and waits until they are there. The timeout is in seconds.
    public func generate(
        _ request: ImageRequest, timeout: Double? = nil, onProgress: (@Sendable (Job) -> Void)? = nil
    ) async throws -> Job {
        try await client.generate("images.create", request.json, timeout: timeout, onProgress: onProgress)
    }

    /// The job of this id. Nothing is sent.
    public func resume(_ id: String) throws -> Job { try client.resume("image", id) }

    /// Waits until the images of the job of this id are there.
    public func wait(
        _ id: String, timeout: Double? = nil, onProgress: (@Sendable (Job) -> Void)? = nil
    ) async throws -> Job {
        try await resume(id).wait(timeout: timeout, onProgress: onProgress)
    }
}

extension CharactersMethods {
    /// Every character whose user name begins so, page by page.
    public func pages(_ request: Search) -> AsyncThrowingStream<VideoCharacter, any Error> {
        paged(request.json) { json in
            let page = try await search(Search(json: json))
            return (page.items, page.next)
        }
    }
}

/// The items of all pages.
private func paged<Item: Sendable>(
    _ first: Json, page: @escaping @Sendable (Json) async throws -> ([Item], String?)
) -> AsyncThrowingStream<Item, any Error> {
    AsyncThrowingStream { stream in
        let task = Task {
            do {
                var request: Json? = first
                while let given = request {
                    let (items, next) = try await page(given)
                    items.forEach { stream.yield($0) }
                    request = next.map { .object(given.fields.merging(["after": .text($0)]) { _, last in last }) }
                }
                stream.finish()
            } catch {
                stream.finish(throwing: error)
            }
        }
        stream.onTermination = { _ in task.cancel() }
    }
}
