package dev.sorakit

import java.nio.file.Files
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.streams.toList
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking

/** The adapter vectors, over real sockets: what each verb sends on each dialect, and what it makes of the answers. */
class AdaptersTest {
    private val folder = contract.resolve("adapters")

    @Test
    fun `every dialect sends and answers what its vectors say`() {
        val cases = Cases()
        val dialects = Files.list(folder).use { it.toList() }.map { it.nameWithoutExtension }
        assertEquals(Dialect.entries.map { it.word }.toSet(), dialects.toSet())
        for (dialect in dialects) dialect(dialect, cases)
        cases.finish()
        assertTrue(cases.count > dialects.size)
        println("${cases.count} adapter vectors")
    }

    private fun dialect(dialect: String, cases: Cases) {
        val seen = mutableListOf<Seen>()
        val script = ArrayDeque<Json>()
        val token = Json.parse("""{"json": {"token": "t", "proofofwork": {"required": false}}}""")
        val unasked = Json.parse("""{"status": 418}""")
        val answer = { request: Seen ->
            if (request.path.endsWith("/sentinel/req")) {
                token
            } else {
                seen.add(request)
                script.removeFirstOrNull() ?: unasked
            }
        }
        val text = folder.resolve("$dialect.json").readText()
        for (name in Json.parse(text).items.map { it["name"]?.text }) {
            // Of its own: a process remembers what a server speaks.
            val hosts = listOf("gateway.example", "cdn.example", "links.example").map { it to Server(it, answer) }
            try {
                // The vectors' hosts are the three servers here.
                val local = hosts.fold(text) { all, (host, server) -> all.replace("https://$host", server.url) }
                val case = Json.parse(local).items.first { it["name"]?.text == name }
                cases.check("$dialect / $name") {
                    seen.clear()
                    script.clear()
                    case["exchanges"]?.items?.forEach { script.add(it["response"] ?: Json.EMPTY) }
                    run(dialect, hosts[0].second.url, case, seen)
                    assertTrue(script.isEmpty(), "answers were not asked for")
                }
            } finally {
                hosts.forEach { it.second.close() }
            }
        }
    }

    private fun run(dialect: String, url: String, case: Json, seen: List<Seen>) {
        val further = (case["options"] as? Json.Object ?: Json.EMPTY).fields
        val usual = fields(
            "dialect" to dialect,
            "base_url" to "$url/backend",
            "access_token" to "test-token",
            "device_id" to "550e8400-e29b-41d4-a716-446655440000",
            "auto_refresh" to false,
            "max_retries" to 0,
            "poll_interval" to 0.001,
            "environment" to false,
        )
        val outcome = Client(Options(usual.with(further - "admin_token"))).use { client ->
            client.setAdminToken(further["admin_token"]?.text)
            runCatching { runBlocking { call(client, case["verb"]!!.text!!, case["given"] as? Json.Object ?: Json.EMPTY) } }
        }
        val exchanges = case["exchanges"]?.items.orEmpty()
        val expected = exchanges.map { "${it["request"]?.get("method")?.text} ${it["request"]?.get("path")?.text}" }
        assertEquals(expected, seen.map { it.toString() }, "$outcome")
        seen.zip(exchanges).forEach { (request, exchange) -> checkRequest(request, exchange) }
        val error = case["error"]
        if (error != null) {
            checkError(outcome.exceptionOrNull() as? SorakitException ?: error("$outcome"), error)
            return
        }
        val result = Json.of(outcome.getOrThrow()).orNull() ?: Json.Bool(true)
        val told = case["result"] ?: Json.Null
        val found = said(result, told["raw"] != null)
        assertEquals(plain(settled(found, told)), plain(found))
    }

    /** Calls a verb of the one interface, or an operation by its name. */
    private suspend fun call(client: Client, verb: String, given: Json.Object): Any? {
        val id = given["id"]?.text.orEmpty()
        return when (verb) {
            "videos.open" -> String(client.videos.resume(id).bytes())
            "videos.wait" -> client.videos.wait(id)
            "images.wait" -> client.images.wait(id)
            else -> client.call(verb, given)
        }
    }

    private fun checkRequest(seen: Seen, exchange: Json) {
        val expected = exchange["request"]!!
        assertEquals(expected["host"]?.text ?: "gateway.example", seen.host)
        val headers = mapOf<String, Json>("authorization" to Json.Text("Bearer test-token")) +
            (expected["headers"] as? Json.Object)?.fields.orEmpty()
        for ((name, value) in headers) assertEquals(value.text, seen.header(name), name)
        assertEquals(exchange["sentinel"]?.bool ?: false, seen.header("openai-sentinel-token") != null, "a Sentinel token")
        checkBody(seen, expected)
    }
}
