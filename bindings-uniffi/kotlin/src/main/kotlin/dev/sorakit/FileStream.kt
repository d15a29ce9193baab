package dev.sorakit

import dev.sorakit.ffi.MediaReader
import java.io.ByteArrayOutputStream
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** A file as a stream of bytes, and what is known of it. Nothing is read ahead of what is asked for. */
class FileStream internal constructor(private val reader: MediaReader) : AutoCloseable {
    /** The length of the whole file in bytes, where the server says it. */
    val length: Long? = reader.length()?.toLong()

    /** Where in the file these bytes begin. */
    val start: Long = reader.start().toLong()

    /** Where they end: the place after the last one, where that is known. */
    val end: Long? = reader.end()?.toLong()

    /** What the file is, by its content where that was seen. */
    val mediaType: String? = reader.mediaType()

    /** The next bytes; null at the end. */
    suspend fun next(): ByteArray? = natively { reader.next(null) }

    /** The bytes, piece by piece. The stream is closed when the flow ends, or is left. */
    fun chunks(): Flow<ByteArray> = flow { use { while (true) emit(next() ?: break) } }

    /** All bytes, in memory. The stream is closed then. */
    suspend fun bytes(): ByteArray = use {
        val bytes = ByteArrayOutputStream()
        while (true) bytes.write(next() ?: break)
        bytes.toByteArray()
    }

    /** Ends the transfer. */
    override fun close() {
        reader.stop()
        reader.destroy()
    }
}

/** Which bytes of a file are wanted. */
data class ByteRange(
    /** The first byte, counted from 0. */
    val start: Long = 0,
    /** The byte after the last one; the end of the file without it. */
    val end: Long? = null,
)
