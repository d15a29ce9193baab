package dev.sorakit

import dev.sorakit.ffi.NativeClient
import java.nio.file.Path
import kotlin.time.Duration
import kotlin.time.DurationUnit
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * One account on one server. Its calls suspend, and cancelling the coroutine ends the request at
 * once; what is refused is refused before anything is sent.
 *
 * @param options how the server is reached; what is not given comes from `SORAKIT_*` variables and
 *   the configuration file.
 * @param store where tokens are kept.
 * @param onEvent told of what happens inside calls, on the client's own thread.
 * @throws SorakitException for options that cannot be.
 */
class Client(options: Options = Options(), store: CredentialStore? = null, onEvent: ((Event) -> Unit)? = null) :
    DialectOperations(), AutoCloseable {
    private val native = checked {
        val told = onEvent?.let { callback -> Told { callback(Event(it)) } }
        NativeClient(options.json.toNative(), store?.let(::StoreCalls), told)
    }

    /** What the server speaks. */
    val dialect: Dialect get() = Json.Text(checked { native.dialect() }).asWord(Dialect.entries)

    /** The API's base URL. */
    val baseUrl: String get() = checked { native.baseUrl() }

    /** Videos. */
    val videos = Videos(this)

    /** Images. */
    val images = Images(this)

    /** Characters. */
    val characters = Characters(this)

    /** Prompts. */
    val prompts = PromptsMethods(this)

    /** The account. */
    val account = AccountMethods(this)

    /** Models. */
    val models = ModelsMethods(this)

    /** Calls a method or an operation by its name, such as `sora.videos.create`, with plain values. */
    suspend fun call(name: String, fields: Json.Object = Json.EMPTY): Json = calling(name, fields, null)

    /** Sets the token of an admin login, which admin operations send, or forgets it. */
    fun setAdminToken(token: String?) = checked { native.setAdminToken(token) }

    /** Downloads the file at an address to a path. The credential goes along on the API's own origin alone. */
    suspend fun download(url: String, path: Path, onProgress: ((TransferProgress) -> Unit)? = null): Download =
        downloading(Json.Text(url), path, 0, onProgress)

    /** The file at an address as a stream of bytes. */
    suspend fun stream(url: String, range: ByteRange = ByteRange()): FileStream = opening(Json.Text(url), 0, range)

    /**
     * Lets go of the connections, and waits until a token that is being renewed is stored, ten seconds
     * at most. Calls that are under way go on to their end.
     */
    suspend fun finish() = natively { native.finish() }

    /** As [finish], blocking. */
    override fun close() = kotlinx.coroutines.runBlocking { finish() }

    internal suspend fun calling(name: String, fields: Json.Object, timeout: Duration?): Json = natively {
        val files = mutableListOf<dev.sorakit.ffi.Attachment>()
        val given = fields.toNative(files)
        Json.fromNative(native.call(name, given, files, timeout?.seconds, null))
    }

    internal suspend fun generating(
        name: String,
        fields: Json.Object,
        timeout: Duration?,
        onProgress: ((Job) -> Unit)?,
    ): Job = Job(this, calling(name, fields, timeout).asObject()).wait(timeout, onProgress)

    internal fun resuming(kind: String, id: String): Job {
        if (id.isEmpty()) throw refused("id", "must be a job's id, not an empty text")
        return Job(this, Json.fromNative(checked { native.resume(dev.sorakit.ffi.Json.Text(kind), id) }).asObject())
    }

    internal suspend fun waiting(job: Json, timeout: Duration?, onProgress: ((Job) -> Unit)?): Job = natively {
        val told = onProgress?.let { callback -> Told { callback(Job(this, it.asObject())) } }
        val done = native.wait(job.toNative(), timeout?.seconds, told, null)
        Job(this, Json.fromNative(done).asObject())
    }

    internal fun updates(job: Json): Flow<Job> =
        pieces({ native.updates(job.toNative()) }) { Job(this, it.asObject()) }

    internal suspend fun downloading(
        what: Json,
        path: Path,
        index: Int,
        onProgress: ((TransferProgress) -> Unit)?,
    ): Download = natively {
        val told = onProgress?.let { callback -> Told { callback(TransferProgress(it.asObject())) } }
        val place = what.toNative()
        val done = native.download(place, path.toString(), number("index", index), told, null)
        Download(Json.fromNative(done).asObject(), path)
    }

    internal suspend fun opening(what: Json, index: Int, range: ByteRange): FileStream = natively {
        val start = place("start", range.start)
        val end = range.end?.let { place("end", it) }
        FileStream(native.open(what.toNative(), number("index", index), start, end, null))
    }

    internal suspend fun content(name: String, fields: Json.Object): FileStream = natively {
        val files = mutableListOf<dev.sorakit.ffi.Attachment>()
        val given = fields.toNative(files)
        FileStream(native.content(name, given, files, null))
    }

    internal fun <T> pieces(name: String, fields: Json.Object, reader: (Json) -> T): Flow<T> {
        val files = mutableListOf<dev.sorakit.ffi.Attachment>()
        val given = fields.toNative(files)
        return pieces({ native.events(name, given, files) }, reader)
    }

    private fun <T> pieces(open: () -> dev.sorakit.ffi.Pieces, reader: (Json) -> T): Flow<T> = flow {
        val pieces = checked(open)
        try {
            while (true) emit(reader(Json.fromNative(natively { pieces.next(null) } ?: break)))
        } finally {
            pieces.stop()
            pieces.destroy()
        }
    }

    companion object {
        /**
         * Tells from a few requests, which change nothing, what dialect the server of these options
         * speaks, and why.
         */
        suspend fun detect(options: Options = Options()): Detection = natively {
            val detected = dev.sorakit.ffi.detect(options.json.toNative(), null)
            Detection(Json.fromNative(detected).asObject())
        }

        /** Refuses a place for a download that cannot be written, before a job is paid for. */
        fun checkTarget(path: Path) = checked { dev.sorakit.ffi.checkTarget(path.toString()) }

        /** Waits until every renewal of this process is stored, ten seconds at most; false if that was too short. */
        fun drain(): Boolean = dev.sorakit.ffi.drain()
    }
}

internal val Duration.seconds: Double get() = toDouble(DurationUnit.SECONDS)

private fun number(field: String, value: Int): UInt =
    if (value >= 0) value.toUInt() else throw refused(field, "must be a whole number from 0, not $value")

private fun place(field: String, value: Long): ULong =
    if (value >= 0) value.toULong() else throw refused(field, "must be a whole number of bytes from 0, not $value")
