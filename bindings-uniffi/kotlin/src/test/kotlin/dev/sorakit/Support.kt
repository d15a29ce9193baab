package dev.sorakit

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.InetAddress
import java.net.InetSocketAddress
import java.nio.file.Files
import java.nio.file.Path
import java.util.Base64
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.math.abs
import kotlin.test.assertEquals
import kotlin.test.fail
import kotlinx.coroutines.runBlocking

/** The folder of what every language runs. */
internal val contract: Path = generateSequence(Path.of("").toAbsolutePath()) { it.parent }
    .map { it.resolve("tests/contract") }
    .first { it.exists() }

internal fun readJson(path: Path): Json = Json.parse(path.readText())

/** Runs with a fast simulator and a client of it. */
internal fun simulated(
    dialect: Dialect = Dialect.SORA,
    speed: Double = 200.0,
    test: suspend (Simulator, Client) -> Unit,
) = Simulator(speed).use { simulator ->
    simulator.connect(dialect).use { client -> runBlocking { test(simulator, client) } }
}

/** A client that polls quickly. */
internal fun Simulator.connect(dialect: Dialect = Dialect.SORA, pollInterval: Double = 0.02) = Client(
    Options(
        dialect = dialect,
        baseUrl = baseUrl(dialect),
        accessToken = credential(dialect),
        environment = false,
        pollInterval = pollInterval,
        grace = 0.2,
    ),
)

/** A folder that is removed afterwards. */
internal inline fun inFolder(test: (Path) -> Unit) {
    val folder = Files.createTempDirectory("sorakit-test-")
    try {
        test(folder)
    } finally {
        folder.toFile().deleteRecursively()
    }
}

/** The error that a call ends with. */
internal inline fun failure(call: () -> Any?): SorakitException = try {
    fail("it succeeded: ${call()}")
} catch (error: SorakitException) {
    error
}

/** A request as a server saw it. */
internal class Seen(val host: String, exchange: HttpExchange) {
    val method: String = exchange.requestMethod
    val path: String = exchange.requestURI.toString()
    private val headers = exchange.requestHeaders
    val body: ByteArray = exchange.requestBody.readAllBytes()

    fun header(name: String): String? = headers.getFirst(name)
    override fun toString() = "$method $path"
}

/** A server on loopback, which answers as it is told. */
internal class Server(private val host: String, private val answer: (Seen) -> Json?) : AutoCloseable {
    private val threads = Executors.newCachedThreadPool()
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0).apply {
        executor = threads
        createContext("/") { exchange -> exchange.use { answer(Seen(host, it))?.let { said -> it.send(said) } } }
        start()
    }
    val url = "http://127.0.0.1:${server.address.port}"

    override fun close() {
        server.stop(0)
        threads.shutdownNow()
    }
}

/** Answers as a vector says. */
private fun HttpExchange.send(response: Json) {
    val json = response["json"]
    if (json != null) responseHeaders.set("content-type", "application/json")
    (response["headers"] as? Json.Object)?.fields?.forEach { (name, value) -> responseHeaders.set(name, value.text) }
    val body = when {
        json != null -> json.toString().toByteArray()
        response["base64"] != null -> Base64.getDecoder().decode(response["base64"]?.text)
        else -> response["text"]?.text.orEmpty().toByteArray()
    }
    val status = response["status"]?.integer?.toInt() ?: 200
    sendResponseHeaders(status, if (body.isEmpty()) -1 else body.size.toLong())
    if (body.isNotEmpty()) responseBody.write(body)
}

/** A form as its vector writes it. */
internal fun form(seen: Seen): Json {
    val boundary = seen.header("content-type").orEmpty().substringAfter("boundary=")
    val parts = seen.body.toString(Charsets.ISO_8859_1).split("--$boundary").drop(1).dropLast(1)
    return Json.of(parts.map { part ->
        val end = part.indexOf("\r\n\r\n")
        val head = part.take(end).toByteArray(Charsets.ISO_8859_1).toString(Charsets.UTF_8)
        val content = part.substring(end + 4, part.length - 2).toByteArray(Charsets.ISO_8859_1)
        val quoted = { key: String -> Regex("; $key=\"([^\"]*)\"").find(head)?.groupValues?.get(1) }
        val filename = quoted("filename")
        val value = when (filename) {
            null -> content.toString(Charsets.UTF_8)
            else -> mapOf(
                "filename" to filename,
                "content_type" to Regex("(?i)content-type: (.*)").find(head)?.groupValues?.get(1)?.trim(),
                "base64" to Base64.getEncoder().encodeToString(content),
            )
        }
        listOf(quoted("name"), value)
    })
}

/** The body of a request is the expected one. */
internal fun checkBody(seen: Seen, expected: Json) {
    val text = seen.body.toString(Charsets.UTF_8)
    when {
        expected["json"] != null -> assertEquals(plain(expected["json"]), plain(Json.parse(text)))
        expected["form"] != null -> assertEquals(plain(expected["form"]), plain(form(seen)))
        else -> assertEquals(expected["text"]?.text.orEmpty(), text)
    }
}

/** A value in which 1 and 1.0 are the same. */
internal fun plain(json: Json?): Any? = when (json) {
    null, Json.Null -> null
    is Json.Integer -> json.value.toDouble()
    is Json.Number -> json.value
    is Json.Text -> json.value
    is Json.Bool -> json.value
    is Json.Array -> json.items.map(::plain)
    is Json.Object -> json.fields.mapValues { plain(it.value) }
    is Json.File -> fail("a file in an answer")
}

/** A result without what says nothing. */
internal fun said(json: Json, withRaw: Boolean): Json = when (json) {
    is Json.Array -> Json.Array(json.items.map { said(it, withRaw) })
    is Json.Object -> Json.Object(
        json.fields
            // The same in every case: where it was made, and what was asked for.
            .filter { (name, _) -> name != "base_url" && name != "requested" }
            .filter { (name, value) ->
                if (name == "raw") withRaw else value != Json.Null && value != Json.Array(emptyList())
            }
            .mapValues { (name, value) -> if (name == "raw") value else said(value, withRaw) },
    )
    else -> json
}

/** What time it is where the expected results were made, in seconds. */
private const val THEN = 1767225600.0

/** The expected result, with what varies as it was seen. */
internal fun settled(seen: Json, expected: Json): Json {
    if (expected !is Json.Object) return expected
    val now = System.currentTimeMillis() / 1000.0
    val near = { one: Double?, other: Double -> one != null && abs(one - other) < 300 }
    return Json.Object(expected.fields.mapValues { (name, value) ->
        val found = seen[name]
        val varies = when {
            value.text == "<now>" -> near(found?.number, now)
            value.text == "<uuid>" -> found?.text?.matches(Regex("[0-9a-f-]{36}")) == true
            name == "resets_at" -> near(found?.number?.minus(now), (value.number ?: 0.0) - THEN)
            else -> false
        }
        if (varies && found != null) found else value
    })
}

/** What did not hold, of many cases. */
internal class Cases {
    private val wrong = CopyOnWriteArrayList<String>()
    var count = 0
        private set

    fun check(name: String, case: () -> Unit) {
        count += 1
        try {
            case()
        } catch (error: Throwable) {
            wrong.add("$name: $error")
        }
    }

    fun finish() {
        if (wrong.isNotEmpty()) fail("${wrong.size} of $count cases:\n${wrong.take(40).joinToString("\n")}")
    }
}

/** Reads every field of a result, and of all within it, by its type. */
internal fun readAll(value: Any?) {
    when (value) {
        is Iterable<*> -> value.forEach(::readAll)
        is Map<*, *> -> value.values.forEach(::readAll)
        is Record, is Union -> value.javaClass.methods
            .filter { it.name.startsWith("get") && it.parameterCount == 0 && it.name !in listOf("getClass", "getJson") }
            .forEach { readAll(it.invoke(value)) }
    }
}
