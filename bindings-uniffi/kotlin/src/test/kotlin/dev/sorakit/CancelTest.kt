package dev.sorakit

import java.nio.file.Files
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.test.Test
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout

/** A cancelled coroutine ends its request at once. */
class CancelTest {
    /** Cancels `call` after a moment, and checks that it ends well before it otherwise would. */
    private suspend fun cancels(call: suspend () -> Any?) {
        val took = measureTime { assertFailsWith<TimeoutCancellationException> { withTimeout(150) { call() } } }
        assertTrue(took < 5.seconds, "it took $took")
    }

    @Test
    fun `a request that gets no answer, and its connection`() {
        val asked = CountDownLatch(1)
        val left = CountDownLatch(1)
        Server("gateway.example") { _ ->
            asked.countDown()
            left.await(20, TimeUnit.SECONDS)
            null
        }.use { server ->
            Client(Options(dialect = Dialect.SORA, baseUrl = server.url, accessToken = "t", environment = false)).use { client ->
                runBlocking { cancels { client.account.quota() } }
            }
            assertTrue(asked.await(5, TimeUnit.SECONDS))
            left.countDown()
        }
    }

    @Test
    fun `a wait between two polls, and updates`() = Simulator(200.0).use { simulator ->
        simulator.connect(pollInterval = 30.0).use { client ->
            runBlocking {
                val job = client.videos.create(VideoRequest("simulate:stuck"))
                cancels { job.wait() }
                cancels { job.updates().collect() }
            }
        }
    }

    @Test
    fun `a creation that waits for a free slot`() = simulated { _, client ->
        cancels { client.videos.create(VideoRequest("simulate:too_many_concurrent_tasks")) }
    }

    @Test
    fun `a download leaves nothing under its name`() = simulated { simulator, client ->
        val job = client.videos.generate(VideoRequest("a cat"))
        simulator.addFault(
            mapOf("origin" to "cdn", "times" to null, "action" to mapOf("kind" to "slow_body", "bytes_per_second" to 1000)),
        )
        inFolder { folder ->
            val path = folder.resolve("cat.mp4")
            cancels { job.download(path) }
            assertFalse(Files.exists(path))
            cancels { job.bytes() }
            simulator.clearFaults()
            job.download(path)
        }
    }

    @Test
    fun `a proof of work`() = runBlocking {
        cancels { ProofOfWork.solve("0.5", "000000000000", maxTries = 1_000_000_000_000_000, timeout = 60.seconds) }
    }

    @Test
    fun `at any moment of a whole generation`() = simulated(speed = 400.0) { _, client ->
        for (moment in 0L until 40 step 5) {
            coroutineScope {
                val call = async { client.videos.generate(VideoRequest("simulate:stuck")) }
                delay(moment)
                call.cancelAndJoin()
                assertFailsWith<CancellationException> { call.await() }
            }
        }
        client.account.quota()
    }
}
