package dev.sorakit

import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotEquals
import kotlin.test.assertNotNull
import kotlin.test.assertTrue
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Mutex

/** Tokens that rotate are kept before they are used. */
class StoreTest {
    /** A store that several clients share, and that notes what is asked of it. */
    private open class SharedStore : CredentialStore {
        val log = CopyOnWriteArrayList<String>()
        private val mutex = Mutex()

        @Volatile
        var kept: Json.Object? = null

        override suspend fun load() = kept

        override suspend fun save(credential: Json.Object) {
            delay(20)
            kept = credential
            log.add("saved")
        }

        override suspend fun lock(): AutoCloseable {
            mutex.lock()
            log.add("locked")
            return AutoCloseable {
                log.add("unlocked")
                mutex.unlock()
            }
        }
    }

    private fun client(simulator: Simulator, store: CredentialStore) = Client(
        Options(
            dialect = Dialect.SORA,
            baseUrl = simulator.baseUrl(Dialect.SORA),
            refreshToken = simulator.credentials["refresh_token"]?.text,
            clientId = simulator.credentials["client_id"]?.text,
            environment = false,
        ),
        store,
    )

    private fun used(simulator: Simulator) = simulator.journal("sora.quota.check").size

    @Test
    fun `a rotated token is saved before the new access token is used`() = Simulator().use { simulator ->
        val store = SharedStore()
        val first = simulator.credentials["refresh_token"]?.text
        client(simulator, store).use { client -> runBlocking { client.sora.quota.check() } }
        assertNotNull(store.kept?.get("access_token"))
        assertNotEquals(first, store.kept?.get("refresh_token")?.text)
        assertEquals(listOf("locked", "saved", "unlocked"), store.log)
    }

    @Test
    fun `a store that throws fails closed`() = Simulator().use { simulator ->
        val broken = object : SharedStore() {
            override suspend fun save(credential: Json.Object) = error("the disk is full")
        }
        val error = failure { client(simulator, broken).use { client -> runBlocking { client.sora.quota.check() } } }
        assertEquals(ErrorKind.STORAGE, error.kind, "$error")
        assertTrue("${error.message}".contains("`save` failed") && "${error.message}".contains("the disk is full"), "$error")
        for (store in listOf(
            object : SharedStore() { override suspend fun load() = throw StackOverflowError("not even an Exception") },
            object : SharedStore() { override suspend fun lock() = error("held by another") },
            object : SharedStore() { override suspend fun load() = Json.EMPTY.with(mapOf("refresh_token" to Json.Integer(5))) },
        )) {
            val told = failure { client(simulator, store).use { client -> runBlocking { client.sora.quota.check() } } }
            assertEquals(ErrorKind.STORAGE, told.kind, "$told")
        }
        assertEquals(0, used(simulator), "a token was used that was not kept")
    }

    @Test
    fun `clients that share a store renew once`() = Simulator().use { simulator ->
        val store = SharedStore()
        val clients = List(3) { client(simulator, store) }
        runBlocking {
            coroutineScope { clients.flatMap { List(2) { _ -> async { it.sora.quota.check() } } }.awaitAll() }
        }
        clients.forEach { it.close() }
        assertEquals(1, simulator.journal("sora.tokens.refresh").size)
    }
}
