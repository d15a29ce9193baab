package dev.sorakit

import java.nio.file.Path
import kotlin.time.Duration
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** Creates, watches and downloads videos. */
class Videos internal constructor(client: Client) : VideosMethods(client) {
    /** Creates a video and waits until it is done. */
    suspend fun generate(request: VideoRequest, timeout: Duration? = null, onProgress: ((Job) -> Unit)? = null): Job =
        client.generating("videos.create", request.json, timeout, onProgress)

    /** The job of this id, to be waited for or downloaded in any process. Nothing is sent. */
    fun resume(id: String): Job = client.resuming("video", id)

    /** Waits until the job of this id has succeeded. */
    suspend fun wait(id: String, timeout: Duration? = null, onProgress: ((Job) -> Unit)? = null): Job =
        resume(id).wait(timeout, onProgress)

    /** The job of this id as each poll sees it, until it has ended. */
    fun updates(id: String): Flow<Job> = resume(id).updates()

    /** Downloads the video of the job of this id. */
    suspend fun download(id: String, path: Path, onProgress: ((TransferProgress) -> Unit)? = null): Download =
        resume(id).download(path, 0, onProgress)

    /** Every video of the account, page by page. */
    fun pages(request: PageRequest = PageRequest()): Flow<Job> =
        paged(request.json) { list(PageRequest(it)).let { page -> page.items to page.next } }
}

/** Makes images. */
class Images internal constructor(client: Client) : ImagesMethods(client) {
    /** Makes images, and waits until they are there. */
    suspend fun generate(request: ImageRequest, timeout: Duration? = null, onProgress: ((Job) -> Unit)? = null): Job =
        client.generating("images.create", request.json, timeout, onProgress)

    /** The job of this id. Nothing is sent. */
    fun resume(id: String): Job = client.resuming("image", id)

    /** Waits until the images of the job of this id are there. */
    suspend fun wait(id: String, timeout: Duration? = null, onProgress: ((Job) -> Unit)? = null): Job =
        resume(id).wait(timeout, onProgress)
}

/** Characters: made from a video, and put into others. */
class Characters internal constructor(client: Client) : CharactersMethods(client) {
    /** Every character whose user name begins so, page by page. */
    fun pages(request: Search): Flow<Character> =
        paged(request.json) { search(Search(it)).let { page -> page.items to page.next } }
}

/** The items of all pages. */
private fun <T> paged(first: Json.Object, page: suspend (Json.Object) -> Pair<List<T>, String?>): Flow<T> = flow {
    var request: Json.Object? = first
    while (request != null) {
        val (items, next) = page(request)
        items.forEach { emit(it) }
        request = next?.let { first.with(mapOf("after" to Json.Text(it))) }
    }
}
