import Foundation
internal import SorakitFFI

/// A file to send. What it is, is told by its content.
public struct FileInput: Union {
    public let json: Json
    public init(json: Json) { self.json = json }

    /// A file on disk. It is read while it is sent, never whole in memory.
    public static func path(_ path: String) -> FileInput {
        FileInput(json: .file(FileContent { .path(path: path) }))
    }

    /// Bytes in memory, and the name they are sent under.
    public static func data(_ data: Data, filename: String = "file") -> FileInput {
        FileInput(json: .file(FileContent { .bytes(data: data, filename: filename) }))
    }

    /// `length` bytes that are read while they are sent: up to so many from this place, none at the
    /// end. They are read again from the start when the request has to be repeated.
    public static func stream(
        length: UInt64,
        filename: String = "file",
        read: @escaping @Sendable (_ offset: UInt64, _ atMost: Int) throws -> Data
    ) -> FileInput {
        FileInput(json: .file(FileContent { .stream(source: Source(read), length: length, filename: filename) }))
    }
}

/// The content of a file that is sent.
public final class FileContent: Sendable, Hashable {
    let attachment: @Sendable () -> Attachment

    init(_ attachment: @escaping @Sendable () -> Attachment) { self.attachment = attachment }

    public static func == (one: FileContent, other: FileContent) -> Bool { one === other }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

private final class Source: ByteSource {
    private let reading: @Sendable (UInt64, Int) throws -> Data

    init(_ reading: @escaping @Sendable (UInt64, Int) throws -> Data) { self.reading = reading }

    func read(offset: UInt64, atMost: UInt32) throws -> Data {
        try foreign { try reading(offset, Int(atMost)) }
    }
}

/// Runs code of the program's; what it throws goes to the native part as a failure.
func foreign<T>(_ call: () throws -> T) throws -> T {
    do {
        return try call()
    } catch {
        throw ForeignFailure.Thrown(reason: String(describing: error))
    }
}
