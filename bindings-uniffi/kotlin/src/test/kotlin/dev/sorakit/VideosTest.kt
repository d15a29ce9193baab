package dev.sorakit

import java.io.ByteArrayInputStream
import java.nio.file.Files
import java.util.Base64
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking

/** Videos and images from the first request to the file, against the simulator. */
class VideosTest {
    @Test
    fun `the first program of the README`() = inFolder { folder ->
        val path = folder.resolve("cat.mp4")
        runBlocking {
            val simulator = Simulator() // or Client(Options(dialect = …, baseUrl = …, apiKey = …))
            val client = simulator.client()
            val job = client.videos.generate(VideoRequest("a cat in the snow", duration = 10))
            println("${job.download(path).bytes} bytes")
            client.finish()
            simulator.close()
        }
        assertTrue(Files.size(path) > 1000)
    }

    @Test
    fun `a video from prompt to file`() = simulated { simulator, client ->
        inFolder { folder ->
            val progress = CopyOnWriteArrayList<Double>()
            val request = VideoRequest("a cat", duration = 10, orientation = Orientation.PORTRAIT)
            val job = client.videos.generate(request, 60.seconds) { progress.add(it.progress) }
            assertEquals(JobStatus.SUCCEEDED, job.status)
            assertEquals(100.0, progress.last())
            assertEquals(progress.sorted(), progress)
            val transfers = CopyOnWriteArrayList<TransferProgress>()
            val path = folder.resolve("cat.mp4")
            val download = job.download(path) { transfers.add(it) }
            assertEquals(Files.size(path), download.bytes)
            assertEquals(download.bytes, transfers.last().done)
            assertEquals(listOf(path), Files.list(folder).use { it.toList() })
            assertContentEquals(Files.readAllBytes(path), job.bytes())
            assertEquals(1, simulator.journal("sora.videos.create").size)
        }
    }

    @Test
    fun `updates come as a flow, and a job is resumed by its id`() = simulated { simulator, client ->
        val job = client.videos.create(VideoRequest("a dog"))
        val seen = job.updates().toList()
        assertEquals(JobStatus.SUCCEEDED, seen.last().status)
        val left = client.videos.updates(job.id).take(1).first()
        assertEquals(job.id, left.id)
        simulator.connect().use { assertEquals(JobStatus.SUCCEEDED, it.videos.wait(job.id).status) }
        // A list of drafts names what was made, and not the task that made it.
        val listed = client.videos.list().items.first()
        assertEquals(JobStatus.SUCCEEDED, listed.status)
        assertTrue(client.videos.pages().toList().any { it.id == listed.id })
    }

    @Test
    fun `a stream says how long its file is, and what, and takes a range`() = simulated { _, client ->
        val job = client.videos.generate(VideoRequest("a cat"))
        val all = job.bytes()
        job.stream().use { stream ->
            assertEquals(all.size.toLong(), stream.length)
            assertEquals("video/mp4", stream.mediaType)
        }
        val part = job.stream(range = ByteRange(10, 20))
        assertEquals(10L to 20L, part.start to part.end)
        val chunks = part.chunks().toList()
        assertContentEquals(all.copyOfRange(10, 20), chunks.reduce { one, other -> one + other })
        assertEquals("start", failure { job.bytes(range = ByteRange(all.size + 5L)) }.field)
        assertEquals("start", failure { job.bytes(range = ByteRange(-1)) }.field)
    }

    @Test
    fun `an image, and files in every form`() = simulated { _, client ->
        val png = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        )
        val job = client.images.generate(ImageRequest("a cat"))
        assertTrue(job.bytes(index = 0).isNotEmpty())
        inFolder { folder ->
            val path = folder.resolve("cat.png").also { Files.write(it, png) }
            for (file in listOf(
                FileInput.path(path),
                FileInput.bytes(png, "cat.png"),
                FileInput.stream(png.size.toLong(), "cat.png") { ByteArrayInputStream(png) },
            )) {
                val uploaded = client.sora.uploads.image(dev.sorakit.sora.UploadImage(file))
                assertNotNull(uploaded["id"]?.text, "$uploaded")
                client.videos.generate(VideoRequest("a cat", references = listOf(Reference(file))))
            }
        }
        val torn = FileInput.stream(10, "cat.png") { throw java.io.IOException("the disk is gone") }
        val error = failure { client.videos.create(VideoRequest("a cat", references = listOf(Reference(torn)))) }
        assertTrue("${error.message} ${error.cause}".contains("the disk is gone"), "$error ${error.cause}")
    }

    @Test
    fun `errors have their kind and fields`() = simulated { simulator, client ->
        val missing = failure { client.videos.get(ById("task_nothing")) }
        assertEquals(ErrorKind.NOT_FOUND, missing.kind)
        assertEquals("videos.get", missing.operation)
        assertEquals(ErrorKind.OUTCOME_UNKNOWN, failure { client.videos.generate(VideoRequest("simulate:vanish")) }.kind)
        val stuck = client.videos.create(VideoRequest("simulate:stuck"))
        val late = failure { stuck.wait(200.milliseconds) }
        assertEquals(ErrorKind.TIMEOUT to stuck.id, late.kind to late.jobId)
        simulator.connect(Dialect.SORA2API).use {
            assertEquals(ErrorKind.UNSUPPORTED, failure { it.videos.delete(ById("x")) }.kind)
        }
        val before = simulator.journal("sora.videos.create").size
        simulator.addFault(mapOf("operation" to "sora.videos.create", "action" to mapOf("kind" to "reset_after")))
        assertEquals(ErrorKind.OUTCOME_UNKNOWN, failure { client.videos.create(VideoRequest("a cat")) }.kind)
        assertEquals(before + 1, simulator.journal("sora.videos.create").size, "it was sent twice")
    }

    @Test
    fun `bad input is refused before anything is sent, and its field named`() = simulated { simulator, client ->
        val before = simulator.journal().size
        for ((field, call) in listOf<Pair<String, suspend () -> Any?>>(
            "duration" to { client.videos.create(VideoRequest("a cat", duration = 7)) },
            "prompt" to { client.videos.create(VideoRequest("a cat \ud83d")) },
            "prompt" to { client.call("videos.create", Json.EMPTY) },
            "lenght" to { client.call("videos.create", fields("prompt" to "a", "lenght" to 3)) },
            "metadata.x" to { client.videos.create(VideoRequest("a", metadata = mapOf("x" to Json.Number(Double.NaN)))) },
            "timeout" to { client.videos.generate(VideoRequest("a cat"), (-1).seconds) },
            "id" to { client.videos.resume("") },
            "index" to { client.videos.resume("task_1").bytes(index = -1) },
        )) {
            val error = failure { call() }
            assertEquals(ErrorKind.INVALID_INPUT, error.kind, "$error")
            assertTrue(error.field == field || "${error.message}".contains(field), "$field: ${error.field}: $error")
        }
        var deep: Json = Json.EMPTY
        repeat(10_000) { deep = Json.Object(mapOf("a" to deep)) }
        assertTrue("${failure { client.call("videos.create", deep as Json.Object) }.message}".contains("nested"))
        assertEquals(ErrorKind.UNSUPPORTED, failure { client.call("videos.explode") }.kind)
        assertEquals("timeout", failure { Client(Options(Dialect.SORA, baseUrl = simulator.url, timeout = -1.0, environment = false)) }.field)
        assertEquals(before, simulator.journal().size, "something was sent")
    }

    @Test
    fun `a panic is an error, and the library goes on`(): Unit = Simulator().use { simulator ->
        val ask = Simulator::class.java.getDeclaredMethod("ask", String::class.java, Any::class.java)
        ask.isAccessible = true
        val thrown = runCatching { ask.invoke(simulator, "panic", null) }.exceptionOrNull()?.cause
        assertEquals(ErrorKind.UNEXPECTED_RESPONSE, (thrown as SorakitException).kind)
        assertNotNull(runBlocking { simulator.client().use { it.account.quota() } })
        Unit
    }

    @Test
    fun `two hundred jobs at once`() {
        val account = mapOf("account" to mapOf("concurrency" to 200, "quota" to 200))
        Simulator(200.0, settings = account).use { simulator ->
            simulator.connect(Dialect.OPENAI, pollInterval = 0.5).use { client -> runBlocking { many(client) } }
        }
    }

    private suspend fun many(client: Client) {
        val done = coroutineScope {
            List(200) { number ->
                async(Dispatchers.Default) { client.videos.generate(VideoRequest("cat $number"), 120.seconds) }
            }.awaitAll()
        }
        assertEquals(200, done.map { it.id }.toSet().size)
        assertTrue(done.all { it.status == JobStatus.SUCCEEDED })
    }

    @Test
    fun `callbacks are told, and what they throw changes nothing`() = Simulator(200.0).use { simulator ->
        val events = ConcurrentHashMap.newKeySet<String>()
        val options = Options(
            dialect = Dialect.SORA,
            baseUrl = simulator.baseUrl(Dialect.SORA),
            accessToken = simulator.credential(Dialect.SORA),
            environment = false,
        )
        Client(options, onEvent = { it.event?.let(events::add); error("of the program's own") }).use { client ->
            runBlocking { client.videos.generate(VideoRequest("a cat")) { error("of the program's own") } }
        }
        assertTrue(events.containsAll(listOf("solved", "answered")), "$events")
    }

    @Test
    fun `a server is detected, a chat read, a proof of work solved`() = runBlocking {
        Simulator().use { simulator ->
            val options = Options(
                baseUrl = simulator.baseUrl(Dialect.OPENAI), apiKey = simulator.credential(Dialect.OPENAI), environment = false,
            )
            assertNotNull(Client.detect(options).json["dialect"])
        }
        assertEquals(1, ChatReading.of("![](https://a.example/v.mp4)").media.size)
        val solution = ProofOfWork.solve("0.5", "0fffff")
        assertTrue(ProofOfWork.verify("0.5", "0fffff", solution.answer))
        assertEquals("difficulty", failure { ProofOfWork.verify("0.5", "no", "x") }.field)
        assertEquals("max_tries", failure { ProofOfWork.solve("0.5", "0fffff", maxTries = 0) }.field)
        assertEquals(ProofOfWork.defaultProfile(), ProofOfWork.defaultProfile())
    }
}
