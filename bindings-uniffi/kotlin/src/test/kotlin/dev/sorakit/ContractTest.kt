package dev.sorakit

import kotlin.io.path.exists
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking

/** The contract vectors, over a real socket, through the typed operations. */
class ContractTest {
    /** Got afresh for each request, or chosen with the form's boundary. */
    private val varying = setOf("openai-sentinel-token", "content-type")

    @Test
    fun `every operation makes and reads what its vectors say`() {
        val cases = Cases()
        val operations = readJson(contract.resolve("catalog.json"))["operations"]!!.items
        for (operation in operations) operation(operation, cases)
        cases.finish()
        assertTrue(cases.count > operations.size)
        println("${cases.count} contract vectors")
    }

    private fun operation(operation: Json, cases: Cases) {
        val name = operation["name"]!!.text!!
        val path = contract.resolve("vectors/$name.json")
        // That each operation has vectors, the tests of the core see to.
        if (!path.exists()) return
        val vectors = readJson(path).items
        val usual = vectors.find { it["request"] != null }?.get("fields") ?: Json.EMPTY
        val seen = mutableListOf<Seen>()
        var answer: Json = Json.EMPTY
        val token = Json.parse("""{"json": {"token": "t", "proofofwork": {"required": false}}}""")
        Server("gateway.example") { request ->
            if (request.path.endsWith("/sentinel/req") && name != "sora.sentinel.request") {
                token
            } else {
                seen.add(request)
                answer
            }
        }.use { server ->
            val options = Options(
                dialect = Dialect.entries.find { it.word == operation["dialect"]?.text },
                baseUrl = "${server.url}/backend",
                linksUrl = server.url,
                accessToken = "test-token",
                deviceId = "550e8400-e29b-41d4-a716-446655440000",
                autoRefresh = false,
                maxRetries = 0,
                slotTimeout = 0.001,
                environment = false,
            )
            Client(options).use { client ->
                for (case in vectors) {
                    cases.check("$name / ${case["name"]?.text}") {
                        seen.clear()
                        // A login before it may have set another.
                        client.setAdminToken("test-token")
                        answer = case["response"] ?: Json.parse("""{"json": {}}""")
                        val fields = (case["fields"] ?: usual) as Json.Object
                        val outcome = runCatching { runBlocking { typedCall(client, name, fields) } }
                        check(operation, case, seen, outcome)
                    }
                }
            }
        }
    }

    private fun check(operation: Json, case: Json, seen: List<Seen>, outcome: Result<Any?>) {
        val request = case["request"]
        if (request != null) {
            assertEquals(1, seen.size, "$outcome")
            checkRequest(seen[0], request)
        } else if (case["response"] == null) {
            assertEquals(0, seen.size, "bad fields were sent")
        }
        case["result"]?.let { expected ->
            val result = outcome.getOrThrow()
            assertEquals(plain(expected), plain(Json.of(result)))
            readAll(result)
            return
        }
        case["error"]?.let { expected ->
            val error = outcome.exceptionOrNull() as? SorakitException ?: error("$outcome")
            val kind = expected["kind"]?.text
            // An answer that cannot be read, and a 5xx, leave open what the server made.
            val open = operation["repeatable"]?.text == "if_untaken" &&
                (kind == "unexpected_response" || (case["response"]?.get("status")?.integer ?: 0) >= 500) &&
                error.kind == ErrorKind.OUTCOME_UNKNOWN
            checkError(error, expected, if (open) setOf("kind", "code", "message") else setOf("message"))
        }
    }

    private fun checkRequest(seen: Seen, expected: Json) {
        assertEquals(expected["method"]?.text, seen.method)
        assertEquals(expected["path"]?.text, seen.path)
        (expected["headers"] as? Json.Object)?.fields?.forEach { (name, value) ->
            if (name !in varying) assertEquals(value.text, seen.header(name), name)
        }
        checkBody(seen, expected)
    }
}

/** An error has the expected fields. */
internal fun checkError(error: SorakitException, expected: Json, except: Set<String> = emptySet()) {
    for ((name, value) in (expected as Json.Object).fields) {
        if (name in except) continue
        val found = when (name) {
            "kind" -> error.kind.word
            "code" -> error.code
            "field" -> error.field
            "message" -> error.message
            "operation" -> error.operation
            "status" -> error.status
            "request_id" -> error.requestId
            "retry_after" -> error.retryAfter
            "retryable" -> error.isRetryable
            "job_id" -> error.jobId
            else -> error("a vector expects $name of an error")
        }
        assertEquals(plain(value), plain(Json.of(found)), "$name of $error")
    }
}
