import Foundation
internal import SorakitFFI

/// What failed, on which operation, and what to do about it.
public struct SorakitError: Error, Sendable, Hashable {
    /// The kind of error.
    public let kind: ErrorKind
    /// The whole message: the operation, what failed, what to do.
    public let message: String
    /// The operation, such as `sora.videos.create`.
    public let operation: String?
    /// The server's own code.
    public let code: String?
    /// The HTTP status.
    public let status: Int?
    /// The server's id of the request.
    public let requestId: String?
    /// The wait that the server asked for, in seconds.
    public let retryAfter: Double?
    /// True if trying again later may succeed without any change.
    public let isRetryable: Bool
    /// The field that was refused.
    public let field: String?
    /// The id of the job concerned; it can be resumed by it.
    public let jobId: String?
    /// The messages of the causes, the nearest first.
    public let causes: [String]

    init(_ failure: Failure) {
        switch failure {
        case .Reported(let report):
            kind = ErrorKind(rawValue: report.kind) ?? .unexpectedResponse
            message = report.message
            operation = report.operation
            code = report.code
            status = report.status.map { Int($0) }
            requestId = report.requestId
            retryAfter = report.retryAfter
            isRetryable = report.retryable
            field = report.field
            jobId = report.jobId
            causes = report.causes
        }
    }

    /// An error of this package's own.
    init(_ kind: ErrorKind, _ message: String, field: String? = nil) {
        self.kind = kind
        self.message = message
        self.field = field
        operation = nil
        code = nil
        status = nil
        requestId = nil
        retryAfter = nil
        isRetryable = false
        jobId = nil
        causes = []
    }

    static func refused(_ field: String, _ why: String) -> SorakitError {
        SorakitError(.invalidInput, "\(field): \(why)", field: field)
    }
}

extension SorakitError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { message }
    public var description: String { "\(kind.rawValue): \(message)" }
}

/// The error that something thrown by the native part stands for.
func converted(_ thrown: any Error) -> any Error {
    switch thrown {
    case let failure as Failure: return SorakitError(failure)
    case let error as SorakitError: return error
    case let error as CancellationError: return error
    // A panic that was not caught before, which is a fault of sorakit's.
    default: return SorakitError(.unexpectedResponse, "sorakit itself failed: \(thrown)")
    }
}

/// Makes a call that answers at once.
func checked<T>(_ call: () throws -> T) throws -> T {
    do {
        return try call()
    } catch {
        throw converted(error)
    }
}

/// Makes a call that waits. Cancelling the task ends it at once, with a `CancellationError`.
func guarded<T: Sendable>(_ call: @Sendable (CancelToken) async throws -> T) async throws -> T {
    // What was not begun was not sent.
    try Task.checkCancellation()
    let token = CancelToken()
    return try await withTaskCancellationHandler {
        do {
            return try await call(token)
        } catch {
            let error = converted(error)
            if Task.isCancelled, let told = error as? SorakitError, told.kind == .cancelled {
                throw CancellationError()
            }
            throw error
        }
    } onCancel: {
        token.cancel()
    }
}
