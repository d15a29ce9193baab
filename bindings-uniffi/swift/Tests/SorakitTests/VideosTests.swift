// Videos and images from the first request to the file, against the simulator.

import Foundation
import XCTest

@testable import Sorakit

final class VideosTests: XCTestCase {
    func testAVideoFromPromptToFile() async throws {
        let simulator = try Simulator(speed: 200)
        let client = try simulator.connect()
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let progress = Log()
        let request = VideoRequest(prompt: "a cat", duration: 10, orientation: .portrait)
        let job = try await client.videos.generate(request, timeout: 60) { progress.note("\($0.progress)") }
        XCTAssertEqual(job.status, .succeeded)
        XCTAssertEqual(progress.all.last, "100.0")
        let path = folder.appendingPathComponent("cat.mp4")
        let download = try await job.download(to: path.path)
        let written = try Data(contentsOf: path)
        XCTAssertEqual(written.count, download.bytes)
        let bytes = try await job.bytes()
        XCTAssertEqual(bytes, written)
        XCTAssertEqual(try simulator.journal("sora.videos.create").count, 1)
    }

    func testUpdatesAndResuming() async throws {
        let simulator = try Simulator(speed: 200)
        let client = try simulator.connect()
        let job = try await client.videos.create(VideoRequest(prompt: "a dog"))
        var last: Job?
        for try await update in job.updates() { last = update }
        XCTAssertEqual(last?.status, .succeeded)
        let again = try await simulator.connect().videos.wait(job.id)
        XCTAssertEqual(again.status, .succeeded)
        var ids: [String] = []
        for try await listed in client.videos.pages() { ids.append(listed.id) }
        XCTAssertTrue(ids.contains(job.id))
    }

    func testAStreamTakesARange() async throws {
        let client = try Simulator.held(self).connect()
        let job = try await client.videos.generate(VideoRequest(prompt: "a cat"))
        let all = try await job.bytes()
        let part = try await job.stream(range: ByteRange(start: 10, end: 20))
        XCTAssertEqual(part.length, UInt64(all.count))
        XCTAssertEqual(part.mediaType, "video/mp4")
        var bytes = Data()
        for try await piece in part { bytes.append(piece) }
        XCTAssertEqual(bytes, all[10..<20])
        let beyond = try await failure {
            _ = try await job.bytes(range: ByteRange(start: UInt64(all.count + 5)))
        }
        XCTAssertEqual(beyond.field, "start")
    }

    func testFilesInEveryForm() async throws {
        let client = try Simulator.held(self).connect()
        let png = Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ) ?? Data()
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("cat.png")
        try png.write(to: path)
        for file: FileInput in [
            .path(path.path),
            .data(png, filename: "cat.png"),
            .stream(length: UInt64(png.count), filename: "cat.png") { offset, atMost in
                png.dropFirst(Int(offset)).prefix(atMost)
            },
        ] {
            let uploaded = try await client.sora.uploads.image(Sora.UploadImage(file: file))
            XCTAssertNotNil(uploaded["id"]?.text)
        }
        let torn: FileInput = .stream(length: 10, filename: "cat.png") { _, _ in throw Failed("the disk is gone") }
        let error = try await failure { _ = try await client.sora.uploads.image(Sora.UploadImage(file: torn)) }
        XCTAssertTrue("\(error.message) \(error.causes)".contains("the disk is gone"), "\(error)")
    }

    func testErrorsHaveTheirKindAndFields() async throws {
        let simulator = try Simulator(speed: 200)
        let client = try simulator.connect()
        let missing = try await failure { _ = try await client.videos.get(ById(id: "task_nothing")) }
        XCTAssertEqual(missing.kind, .notFound)
        XCTAssertEqual(missing.operation, "videos.get")
        let stuck = try await client.videos.create(VideoRequest(prompt: "simulate:stuck"))
        let late = try await failure { _ = try await stuck.wait(timeout: 0.2) }
        XCTAssertEqual(late.kind, .timeout)
        XCTAssertEqual(late.jobId, stuck.id)
        let before = try simulator.journal("sora.videos.create").count
        try simulator.addFault(["operation": "sora.videos.create", "action": ["kind": "reset_after"]])
        let lost = try await failure { _ = try await client.videos.create(VideoRequest(prompt: "a cat")) }
        XCTAssertEqual(lost.kind, .outcomeUnknown)
        XCTAssertEqual(try simulator.journal("sora.videos.create").count, before + 1, "it was sent twice")
    }

    func testBadInputIsRefusedBeforeAnythingIsSent() async throws {
        let simulator = try Simulator(speed: 200)
        let client = try simulator.connect()
        let calls: [(String, @Sendable () async throws -> Void)] = [
            ("duration", { _ = try await client.videos.create(VideoRequest(prompt: "a cat", duration: 7)) }),
            ("lenght", { _ = try await client.call("videos.create", ["prompt": "a", "lenght": 3]) }),
            ("metadata.x", {
                _ = try await client.videos.create(VideoRequest(prompt: "a", metadata: ["x": .number(.nan)]))
            }),
            ("timeout", { _ = try await client.videos.generate(VideoRequest(prompt: "a cat"), timeout: -1) }),
            ("id", { _ = try client.videos.resume("") }),
        ]
        for (field, call) in calls {
            let error = try await failure(call)
            XCTAssertEqual(error.kind, .invalidInput, "\(error)")
            XCTAssertTrue(error.field == field || error.message.contains(field), "\(field): \(error)")
        }
        XCTAssertEqual(try simulator.journal().count, 0, "something was sent")
    }

    func testAPanicIsAnErrorAndTheLibraryGoesOn() async throws {
        let simulator = try Simulator()
        let error = try await failure { _ = try simulator.ask("panic") }
        XCTAssertEqual(error.kind, .unexpectedResponse)
        _ = try await simulator.client().account.quota()
    }

    func testTwoHundredJobsAtOnce() async throws {
        let simulator = try Simulator(speed: 200, settings: ["account": ["concurrency": 200, "quota": 200]])
        let client = try simulator.connect(.openai)
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let request = VideoRequest(prompt: "cat \(number)")
                    return try await client.videos.generate(request, timeout: 120).id
                }
            }
            var ids: Set<String> = []
            for try await id in group { ids.insert(id) }
            return ids
        }
        XCTAssertEqual(ids.count, 200)
    }

    func testAProofOfWork() async throws {
        let solution = try await ProofOfWork.solve(seed: "0.5", difficulty: "0fffff")
        XCTAssertTrue(try ProofOfWork.verify(seed: "0.5", difficulty: "0fffff", answer: solution.answer))
        let error = try await failure {
            _ = try ProofOfWork.verify(seed: "0.5", difficulty: "no", answer: "x")
        }
        XCTAssertEqual(error.field, "difficulty")
        XCTAssertEqual(try ChatReading(of: "![](https://a.example/v.mp4)").media.count, 1)
    }
}

extension Simulator {
    /// A fast one that ends with the test.
    static func held(_ test: XCTestCase) throws -> Simulator {
        let simulator = try Simulator(speed: 200)
        test.addTeardownBlock { simulator.stop() }
        return simulator
    }
}
