package dev.sorakit

import dev.sorakit.ffi.Failure
import dev.sorakit.ffi.InternalException
import dev.sorakit.ffi.Report
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** What failed, on which operation, and what to do about it. */
class SorakitException internal constructor(private val report: Report, cause: Throwable?) :
    Exception(report.message, cause) {
    /** The kind of error. */
    val kind: ErrorKind = ErrorKind.entries.find { it.word == report.kind } ?: ErrorKind.UNEXPECTED_RESPONSE

    /** The operation, such as `sora.videos.create`. */
    val operation: String? get() = report.operation

    /** The server's own code. */
    val code: String? get() = report.code

    /** The HTTP status. */
    val status: Int? get() = report.status?.toInt()

    /** The server's id of the request. */
    val requestId: String? get() = report.requestId

    /** The wait that the server asked for, in seconds. */
    val retryAfter: Double? get() = report.retryAfter

    /** True if trying again later may succeed without any change. */
    val isRetryable: Boolean get() = report.retryable

    /** The field that was refused. */
    val field: String? get() = report.field

    /** The id of the job concerned; it can be resumed by it. */
    val jobId: String? get() = report.jobId
}

/** The error of a value that cannot be. */
internal fun refused(field: String, why: String) =
    SorakitException(report(ErrorKind.INVALID_INPUT, "$field: $why", field), null)

private fun report(kind: ErrorKind, message: String, field: String? = null) =
    Report(kind.word, message, null, null, null, null, null, false, field, null, emptyList())

/** Makes a call that answers at once. */
internal inline fun <T> checked(call: () -> T): T = try {
    call()
} catch (failure: Failure) {
    throw exception(failure)
} catch (failure: InternalException) {
    throw failed(failure)
}

/** Makes a call that waits, off the caller's thread. Cancelling the coroutine ends it at once. */
internal suspend fun <T> natively(call: suspend () -> T): T = withContext(Dispatchers.Default) { checked { call() } }

@PublishedApi
internal fun exception(failure: Failure): SorakitException = when (failure) {
    is Failure.Reported -> {
        val causes = failure.report.causes.foldRight(null as Throwable?) { message, inner -> Exception(message, inner) }
        SorakitException(failure.report, causes)
    }
}

/** A panic that was not caught before, which is a fault of sorakit's. */
@PublishedApi
internal fun failed(failure: InternalException): SorakitException =
    SorakitException(report(ErrorKind.UNEXPECTED_RESPONSE, "sorakit itself failed: ${failure.message}"), failure)
