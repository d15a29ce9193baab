package dev.sorakit

import dev.sorakit.ffi.Attachment
import dev.sorakit.ffi.ByteSource
import dev.sorakit.ffi.ForeignFailure
import java.io.InputStream
import java.nio.file.Path

/** A file to send. What it is, is told by its content. */
class FileInput(json: Json) : Union(json) {
    companion object {
        /** A file on disk. It is read while it is sent, never whole in memory. */
        fun path(path: String) = FileInput(Json.File(Attachment.Path(path)))

        /** A file on disk. */
        fun path(path: Path) = path(path.toString())

        /** Bytes in memory, and the name they are sent under. */
        fun bytes(data: ByteArray, filename: String = "file") = FileInput(Json.File(Attachment.Bytes(data, filename)))

        /**
         * A stream of `length` bytes, which is read while it is sent, and opened again when the
         * request has to be repeated.
         */
        fun stream(length: Long, filename: String = "file", open: () -> InputStream): FileInput {
            if (length < 0) throw refused("length", "must be a number of bytes from 0, not $length")
            return FileInput(Json.File(Attachment.Stream(Source(open), length.toULong(), filename)))
        }
    }
}

/** Reads a stream from any place, opening it again to go back. */
private class Source(private val open: () -> InputStream) : ByteSource {
    private var stream: InputStream? = null
    private var position = 0L

    @Synchronized
    override fun read(offset: ULong, atMost: UInt): ByteArray = foreign {
        val wanted = offset.toLong()
        if (stream == null || position != wanted) {
            stream?.close()
            stream = open().also { it.skipNBytes(wanted) }
            position = wanted
        }
        val buffer = ByteArray(minOf(atMost, 1u shl 20).toInt())
        val length = maxOf(stream?.read(buffer) ?: -1, 0)
        position += length
        if (length == 0) stream?.close()
        buffer.copyOf(length)
    }
}

/** Runs code of the program's; what it throws goes to the native part as a failure. */
internal inline fun <T> foreign(call: () -> T): T = try {
    call()
} catch (thrown: Throwable) {
    throw ForeignFailure.Thrown(thrown.toString())
}
