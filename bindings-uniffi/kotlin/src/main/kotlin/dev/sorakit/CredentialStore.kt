package dev.sorakit

import dev.sorakit.ffi.ForeignStore
import dev.sorakit.ffi.Listener
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong
import java.util.logging.Level
import java.util.logging.Logger
import dev.sorakit.ffi.Json as Native

/**
 * Keeps one account's tokens. A refresh token is used up by being used: a renewal holds the lock
 * from before the store is read until the new token is saved, and the new access token is used only
 * after that. What a store throws ends the call; a token that was not saved is not used.
 */
interface CredentialStore {
    /** What is kept, if anything. */
    suspend fun load(): Json.Object?

    /** Keeps it. When it returns, it survives a crash. */
    suspend fun save(credential: Json.Object)

    /** Keeps all others out until what it returns is closed. By default nobody is. */
    suspend fun lock(): AutoCloseable = AutoCloseable {}
}

/** A store as the native part calls it: a lock is a number. */
internal class StoreCalls(private val store: CredentialStore) : ForeignStore {
    private val locks = ConcurrentHashMap<Long, AutoCloseable>()
    private val last = AtomicLong()

    override suspend fun load(): Native? = foreign { store.load()?.toNative() }

    override suspend fun save(credential: Native) = foreign { store.save(Json.fromNative(credential).asObject()) }

    override suspend fun lock(): ULong = foreign {
        val number = last.incrementAndGet()
        locks[number] = store.lock()
        number.toULong()
    }

    override fun unlock(number: ULong) {
        foreign { locks.remove(number.toLong())?.close() }
    }
}

/** A callback that can do no harm: what it throws is logged. */
internal class Told(private val callback: (Json) -> Unit) : Listener {
    override fun tell(value: Native) {
        try {
            callback(Json.fromNative(value))
        } catch (thrown: Throwable) {
            Logger.getLogger("dev.sorakit").log(Level.WARNING, "a callback threw", thrown)
        }
    }
}
