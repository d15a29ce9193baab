import Foundation

/// What can be a part of a request.
public protocol Given: Sendable {
    /// The value as JSON.
    var asJson: Json { get }
}

/// What can be a part of an answer.
public protocol Readable: Sendable {
    /// The value of this JSON. What is absent, which the core never leaves out, is empty.
    static func read(_ json: Json?) -> Self
}

/// An object of an API, over its JSON: fields that have no name here are kept, and read by `record["name"]`.
public protocol Record: Given, Readable, Hashable {
    /// All its fields.
    var json: Json { get }
    /// A record with these fields.
    init(json: Json)
}

extension Record {
    /// A field, by its name on the wire.
    public subscript(field: String) -> Json? { json[field] }

    public var asJson: Json { json }

    public static func read(_ json: Json?) -> Self { Self(json: json ?? .object([:])) }

    func read<T: Readable>(_ field: String) -> T { T.read(json[field]) }
}

/// A value that comes in one of several forms.
public protocol Union: Given, Readable, Hashable {
    /// The value.
    var json: Json { get }
    /// The value with this JSON.
    init(json: Json)
}

extension Union {
    public var asJson: Json { json }

    public static func read(_ json: Json?) -> Self { Self(json: json ?? .null) }

    func read<T: Readable>(_ field: String) -> T { T.read(json[field]) }
}

/// One word out of several.
public protocol Word: Given, Readable, RawRepresentable, Hashable where RawValue == String {}

extension Word {
    public var asJson: Json { .text(rawValue) }
}

extension Word where Self: CaseIterable {
    public static func read(_ json: Json?) -> Self {
        let words = Array(Self.allCases)
        return words.first { $0.rawValue == json?.text } ?? words[0]
    }
}

/// One word out of several that are known, or another one.
public protocol OpenWord: Word, ExpressibleByStringLiteral, CustomStringConvertible {
    /// Any word.
    init(rawValue: String)
}

extension OpenWord {
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    public var description: String { rawValue }

    public static func read(_ json: Json?) -> Self { Self(rawValue: json?.text ?? "") }
}

/// The value of an answer.
func read<T: Readable>(_ json: Json) -> T { T.read(json) }

/// The fields of a request, as they are gathered.
struct Fields {
    private var fields: [String: Json] = [:]

    var json: Json { .object(fields) }

    /// Adds a field, unless it is none.
    mutating func add(_ name: String, _ value: (any Given)?) {
        if let value { fields[name] = value.asJson }
    }

    /// Adds further fields.
    mutating func add(_ extra: [String: Json]) {
        fields.merge(extra) { _, last in last }
    }
}

extension Json: Given, Readable {
    public var asJson: Json { self }
    public static func read(_ json: Json?) -> Json { json ?? .null }
}

extension String: Given, Readable {
    public var asJson: Json { .text(self) }
    public static func read(_ json: Json?) -> String { json?.text ?? "" }
}

extension Int: Given, Readable {
    public var asJson: Json { .integer(self) }
    public static func read(_ json: Json?) -> Int { json?.integer ?? 0 }
}

extension Double: Given, Readable {
    public var asJson: Json { .number(self) }
    public static func read(_ json: Json?) -> Double { json?.number ?? 0 }
}

extension Bool: Given, Readable {
    public var asJson: Json { .bool(self) }
    public static func read(_ json: Json?) -> Bool { json?.bool ?? false }
}

extension Data: Given, Readable {
    public var asJson: Json { .text(base64EncodedString()) }
    public static func read(_ json: Json?) -> Data { Data(base64Encoded: json?.text ?? "") ?? Data() }
}

extension Array: Given where Element: Given {
    public var asJson: Json { .array(map(\.asJson)) }
}

extension Array: Readable where Element: Readable {
    public static func read(_ json: Json?) -> [Element] { (json?.items ?? []).map { Element.read($0) } }
}

extension Dictionary: Given where Key == String, Value: Given {
    public var asJson: Json { .object(mapValues(\.asJson)) }
}

extension Dictionary: Readable where Key == String, Value: Readable {
    public static func read(_ json: Json?) -> [String: Value] { (json?.fields ?? [:]).mapValues { Value.read($0) } }
}

extension Optional where Wrapped: Given {
    // No `Given` itself: a field that is none is left out, and not sent as nothing.
    var asJson: Json { self?.asJson ?? .null }
}

extension Optional: Readable where Wrapped: Readable {
    public static func read(_ json: Json?) -> Wrapped? { json?.orNil.map { Wrapped.read($0) } }
}
