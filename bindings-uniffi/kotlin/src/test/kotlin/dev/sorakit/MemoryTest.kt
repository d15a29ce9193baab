package dev.sorakit

import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertTrue

/** What is long goes through without being held. */
class MemoryTest {
    private companion object {
        /** More bytes than may be held, by far. */
        const val ENOUGH = 400_000_000L
    }

    /** Resident memory, in MiB. */
    private fun resident(): Long {
        val status = Files.readAllLines(Path.of("/proc/self/status"))
        return status.first { it.startsWith("VmRSS") }.filter(Char::isDigit).toLong() / 1024
    }

    @Test
    fun `memory is flat over hundreds of megabytes`() {
        if (!Files.exists(Path.of("/proc/self/status"))) return
        simulated(speed = 2000.0) { _, client ->
            val job = client.videos.generate(VideoRequest("simulate:huge"))
            System.gc()
            val before = resident()
            var most = before
            var read = 0L
            var pieces = 0
            job.stream().use { stream ->
                while (read < ENOUGH) {
                    read += (stream.next() ?: break).size
                    if (pieces++ % 1000 == 0) most = maxOf(most, resident())
                }
            }
            assertTrue(read >= ENOUGH, "$read bytes")
            // The heap, which is bounded, is filled before it is swept.
            assertTrue(most - before < 200, "${most - before} MiB while it was streamed")
        }
    }
}
