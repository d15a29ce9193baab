// A server on loopback, which answers as it is told, over plain sockets: Foundation has none.

import Foundation

@testable import Sorakit

#if canImport(Glibc)
    import Glibc
    private let stream = Int32(SOCK_STREAM.rawValue)
#elseif canImport(Musl)
    import Musl
    private let stream = SOCK_STREAM
#else
    import Darwin
    private let stream = SOCK_STREAM
#endif

/// A request as a server saw it.
struct Seen: Sendable, CustomStringConvertible {
    let host: String
    let method: String
    let path: String
    let headers: [String: String]
    let body: Data

    var description: String { "\(method) \(path)" }
}

final class Server: @unchecked Sendable {
    let url: String
    private let host: String
    private let listener: Int32
    private let answer: @Sendable (Seen) -> Json?
    private let mutex = NSLock()
    // Under the mutex.
    private var isStopped = false

    /// Starts one on a free port. Where `answer` gives nothing, the request is left without an answer.
    init(host: String = "gateway.example", answer: @escaping @Sendable (Seen) -> Json?) throws {
        self.host = host
        self.answer = answer
        listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = self.listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard bound else { throw Failed("cannot listen on loopback") }
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
        Thread.detachNewThread { [self] in accepting() }
    }

    /// Closes its port.
    func stop() {
        mutex.lock()
        isStopped = true
        mutex.unlock()
        // Wakes whoever accepts.
        shutdown(listener, Int32(2))
        close(listener)
    }

    private func accepting() {
        while true {
            let connection = accept(listener, nil, nil)
            mutex.lock()
            let stopped = isStopped
            mutex.unlock()
            if connection < 0 || stopped { return }
            Thread.detachNewThread { [self] in serve(connection) }
        }
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let seen = request(connection) else { return }
        guard let response = answer(seen) else {
            // Until the other side has gone.
            var byte: UInt8 = 0
            _ = recv(connection, &byte, 1, 0)
            return
        }
        var head = "HTTP/1.1 \(response["status"]?.integer ?? 200) Answer\r\nconnection: close\r\n"
        var body = Data((response["text"]?.text ?? "").utf8)
        if let base64 = response["base64"]?.text { body = Data(base64Encoded: base64) ?? Data() }
        if let json = response["json"] {
            head += "content-type: application/json\r\n"
            body = Data(((try? json.written()) ?? "").utf8)
        }
        for (name, value) in response["headers"]?.fields ?? [:] { head += "\(name): \(value.text ?? "")\r\n" }
        send(connection, Data((head + "content-length: \(body.count)\r\n\r\n").utf8) + body)
    }

    private func send(_ connection: Int32, _ data: Data) {
        let bytes = [UInt8](data)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(connection, buffer.baseAddress! + sent, bytes.count - sent)
            }
            if count <= 0 { return }
            sent += count
        }
    }

    private func request(_ connection: Int32) -> Seen? {
        var input = Input(connection: connection)
        guard let first = input.line() else { return nil }
        let words = first.split(separator: " ").map(String.init)
        guard words.count >= 2 else { return nil }
        var headers: [String: String] = [:]
        while let line = input.line(), !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        var body = Data()
        if headers["transfer-encoding"] == "chunked" {
            while let line = input.line(), let length = Int(line, radix: 16), length > 0 {
                body += input.bytes(length)
                _ = input.line()
            }
            _ = input.line()
        } else if let length = headers["content-length"].flatMap({ Int($0) }) {
            body = input.bytes(length)
        }
        return Seen(host: host, method: words[0], path: words[1], headers: headers, body: body)
    }
}

/// What a connection sends.
private struct Input {
    let connection: Int32
    private var held: [UInt8] = []
    private var place = 0

    init(connection: Int32) { self.connection = connection }

    private mutating func byte() -> UInt8? {
        if place == held.count {
            var buffer = [UInt8](repeating: 0, count: 16384)
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 { return nil }
            held = Array(buffer[..<count])
            place = 0
        }
        defer { place += 1 }
        return held[place]
    }

    mutating func line() -> String? {
        var line: [UInt8] = []
        while let byte = byte() {
            if byte == 10 {
                if line.last == 13 { line.removeLast() }
                return String(decoding: line, as: UTF8.self)
            }
            line.append(byte)
        }
        return nil
    }

    mutating func bytes(_ length: Int) -> Data {
        var data = Data()
        while data.count < length, let byte = byte() { data.append(byte) }
        return data
    }
}

struct Failed: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
