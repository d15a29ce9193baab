import Foundation
internal import SorakitFFI

/// A value as JSON has it.
public enum Json: Sendable, Hashable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list.
    case array([Json])
    /// An object.
    case object([String: Json])
    /// A file of a call; see ``FileInput``.
    case file(FileContent)

    /// A field of an object; none of anything else.
    public subscript(field: String) -> Json? {
        if case .object(let fields) = self { return fields[field] }
        return nil
    }

    /// An item of a list; none beyond its end, or of anything else.
    public subscript(index: Int) -> Json? {
        let items = self.items
        return items.indices.contains(index) ? items[index] : nil
    }

    /// The text, if it is one.
    public var text: String? {
        if case .text(let value) = self { return value }
        return nil
    }

    /// The whole number, if it is one.
    public var integer: Int? {
        switch self {
        case .integer(let value): return value
        case .number(let value): return Int(exactly: value)
        default: return nil
        }
    }

    /// The number, if it is one.
    public var number: Double? {
        switch self {
        case .integer(let value): return Double(value)
        case .number(let value): return value
        default: return nil
        }
    }

    /// True or false, if it is that.
    public var bool: Bool? {
        if case .bool(let value) = self { return value }
        return nil
    }

    /// The items; none if it is not a list.
    public var items: [Json] {
        if case .array(let items) = self { return items }
        return []
    }

    /// The fields; none if it is not an object.
    public var fields: [String: Json] {
        if case .object(let fields) = self { return fields }
        return [:]
    }

    /// The value, unless it is none.
    var orNil: Json? { self == .null ? nil : self }

    /// Parses JSON text.
    ///
    /// - Throws: ``SorakitError`` of the kind `invalidInput` if it is none.
    public static func parse(_ text: String) throws -> Json {
        Json(try checked { try readJson(text: text) })
    }

    /// The value as JSON text.
    ///
    /// - Throws: ``SorakitError`` of the kind `invalidInput` for a number that JSON does not have.
    public func written() throws -> String {
        let value = try native()
        return try checked { try writeJson(value: value) }
    }

    init(_ value: SorakitFFI.Json) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .integer(Int(value))
        case .number(let value): self = .number(value)
        case .text(let value): self = .text(value)
        case .array(let items): self = .array(items.map { Json($0) })
        case .object(let members):
            let fields = members.map { ($0.name, Json($0.value)) }
            self = .object(Dictionary(fields, uniquingKeysWith: { _, last in last }))
        }
    }

    /// For the native part, which takes no files here.
    func native() throws -> SorakitFFI.Json {
        var files: [Attachment] = []
        return try native(&files)
    }

    /// For the native part, with its files put into a list; `place` names it in errors.
    func native(_ files: inout [Attachment], place: [String] = []) throws -> SorakitFFI.Json {
        if place.count > Json.depth {
            let field = place.prefix(8).joined(separator: ".") + "…"
            throw SorakitError.refused(field, "is nested more than \(Json.depth) levels deep")
        }
        switch self {
        case .null: return .null
        case .bool(let value): return .bool(value: value)
        case .integer(let value): return .integer(value: Int64(value))
        case .number(let value): return .number(value: value)
        case .text(let value): return .text(value: value)
        case .array(let items):
            var list: [SorakitFFI.Json] = []
            for (index, item) in items.enumerated() {
                list.append(try item.native(&files, place: place + [String(index)]))
            }
            return .array(items: list)
        case .object(let fields):
            // In one order, since Swift's dictionaries have none.
            var members: [Member] = []
            for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                members.append(Member(name: name, value: try value.native(&files, place: place + [name])))
            }
            return .object(members: members)
        case .file(let content):
            files.append(content.attachment())
            return .object(members: [Member(name: "attachment", value: .integer(value: Int64(files.count - 1)))])
        }
    }

    /// The deepest nesting of values.
    private static let depth = 100
}

extension Json: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: Json...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, Json)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
    public init(nilLiteral: ()) { self = .null }
}
