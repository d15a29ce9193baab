package dev.sorakit

import java.nio.file.Path
import kotlin.time.Duration
import kotlinx.coroutines.flow.Flow

/** A job, as the server last showed it. */
class Job internal constructor(private val client: Client, json: Json.Object) : JobFields(json) {
    /** Waits until it has succeeded; a job that ends otherwise is an error. */
    suspend fun wait(timeout: Duration? = null, onProgress: ((Job) -> Unit)? = null): Job =
        client.waiting(json, timeout, onProgress)

    /** The job as each poll sees it, until it has ended, well or not. */
    fun updates(): Flow<Job> = client.updates(json)

    /** Downloads its video, or the image of this number, to a path. */
    suspend fun download(path: Path, index: Int = 0, onProgress: ((TransferProgress) -> Unit)? = null): Download =
        client.downloading(json, path, index, onProgress)

    /** Its video, or the image of this number, as a stream of bytes. */
    suspend fun stream(index: Int = 0, range: ByteRange = ByteRange()): FileStream = client.opening(json, index, range)

    /** Its video, or the image of this number, in memory. */
    suspend fun bytes(index: Int = 0, range: ByteRange = ByteRange()): ByteArray = stream(index, range).bytes()
}

/** Some jobs of an account. */
class JobPage internal constructor(private val client: Client, json: Json.Object) : Record(json) {
    /** The jobs, newest first. */
    val items: List<Job> get() = json.read("items", listed { Job(client, it.asObject()) })

    /** Where the next page begins; null after the last one. */
    val next: String? get() = json.readOrNull("next", Json::asText)
}

/** How far a transfer is. */
class TransferProgress internal constructor(json: Json.Object) : Record(json) {
    /** The bytes so far. */
    val done: Long get() = json.read("done", Json::asInteger)

    /** The bytes in all, where the server says it. */
    val total: Long? get() = json.readOrNull("total", Json::asInteger)
}

/** A file that was downloaded. */
class Download internal constructor(json: Json.Object, val path: Path) : Record(json) {
    /** The length in bytes. */
    val bytes: Long get() = json.read("bytes", Json::asInteger)
}
