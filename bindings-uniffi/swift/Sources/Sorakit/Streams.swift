import Foundation
internal import SorakitFFI

/// Values that come one after the other: a job at each poll, events, or items. Leaving the loop, or
/// cancelling its task, ends the request.
public struct Pieces<Element: Sendable>: AsyncSequence, Sendable {
    private let open: @Sendable () throws -> Opened
    private let reader: @Sendable (Json) -> Element

    init(_ open: @escaping @Sendable () throws -> SorakitFFI.Pieces, reader: @escaping @Sendable (Json) -> Element) {
        self.open = { Opened(try checked(open)) }
        self.reader = reader
    }

    public func makeAsyncIterator() -> Iterator { Iterator(open: open, reader: reader) }

    /// The values, from the first one.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let open: @Sendable () throws -> Opened
        fileprivate let reader: @Sendable (Json) -> Element
        fileprivate var opened: Opened?

        fileprivate init(open: @escaping @Sendable () throws -> Opened, reader: @escaping @Sendable (Json) -> Element) {
            self.open = open
            self.reader = reader
        }

        /// The next value; none at the end.
        public mutating func next() async throws -> Element? {
            let opened = try self.opened ?? open()
            self.opened = opened
            let value = try await guarded { token in try await opened.pieces.next(cancel: token) }
            return value.map { reader(Json($0)) }
        }
    }
}

/// Ends the request when nobody reads it any more.
private final class Opened: Sendable {
    let pieces: SorakitFFI.Pieces

    init(_ pieces: SorakitFFI.Pieces) { self.pieces = pieces }

    deinit { pieces.stop() }
}

/// A file as a stream of bytes, and what is known of it. Nothing is read ahead of what is asked for;
/// the transfer ends when nobody holds it any more.
public final class FileStream: AsyncSequence, Sendable {
    public typealias Element = Data

    private let reader: MediaReader

    init(_ reader: MediaReader) { self.reader = reader }

    deinit { reader.stop() }

    /// The length of the whole file in bytes, where the server says it.
    public var length: UInt64? { reader.length() }
    /// Where in the file these bytes begin.
    public var start: UInt64 { reader.start() }
    /// Where they end: the place after the last one, where that is known.
    public var end: UInt64? { reader.end() }
    /// What the file is, by its content where that was seen.
    public var mediaType: String? { reader.mediaType() }

    /// The next bytes; none at the end.
    public func next() async throws -> Data? {
        try await guarded { [reader] token in try await reader.next(cancel: token) }
    }

    /// All bytes, in memory.
    public func bytes() async throws -> Data {
        var bytes = Data()
        while let piece = try await next() { bytes.append(piece) }
        return bytes
    }

    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// The bytes, piece by piece.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let stream: FileStream

        /// The next bytes; none at the end.
        public mutating func next() async throws -> Data? { try await stream.next() }
    }
}

/// Which bytes of a file are wanted.
public struct ByteRange: Sendable, Hashable {
    /// The first byte, counted from 0.
    public var start: UInt64
    /// The byte after the last one; the end of the file without it.
    public var end: UInt64?

    public init(start: UInt64 = 0, end: UInt64? = nil) {
        self.start = start
        self.end = end
    }
}
