package dev.sorakit

import dev.sorakit.ffi.PowLimits
import kotlin.time.Duration

/** The Sentinel proof of work, for a challenge of your own. */
object ProofOfWork {
    /**
     * Solves a challenge on threads of its own. Cancelling the coroutine ends the search.
     *
     * @param profile the browser that it is solved for.
     * @param maxTries the most candidates to try.
     * @param timeout the longest time.
     * @param threads the number of threads; all cores without it.
     */
    suspend fun solve(
        seed: String,
        difficulty: String,
        profile: Profile? = null,
        maxTries: Long? = null,
        timeout: Duration? = null,
        threads: Int? = null,
    ): Solution = natively {
        val tries = maxTries?.let { atLeast("max_tries", it, 1).toULong() }
        val used = threads?.let { atLeast("threads", it.toLong(), 0).toUInt() }
        val limits = PowLimits(tries, timeout?.seconds, used)
        val given = profile?.json?.toNative()
        Solution(Json.fromNative(dev.sorakit.ffi.solvePow(seed, difficulty, given, limits, null)).asObject())
    }

    /** True if an answer solves a challenge. */
    fun verify(seed: String, difficulty: String, answer: String): Boolean =
        checked { dev.sorakit.ffi.verifyPow(seed, difficulty, answer) }

    /** The browser and the app that requests speak for unless told otherwise. */
    fun defaultProfile(): Profile = Profile(Json.fromNative(dev.sorakit.ffi.profile(false)).asObject())

    /** A browser and an app drawn at random from the documented ones. */
    fun randomProfile(): Profile = Profile(Json.fromNative(dev.sorakit.ffi.profile(true)).asObject())

    /** A challenge's solution. */
    class Solution internal constructor(json: Json.Object) : Record(json) {
        /** The token of the requests that follow. */
        val token: String get() = json.read("token", Json::asText)

        /** The token of the first request. */
        val initialToken: String get() = json.read("initial_token", Json::asText)

        /** The answer. */
        val answer: String get() = json.read("answer", Json::asText)

        /** The number of candidates tried. */
        val tries: Long get() = json.read("tries", Json::asInteger)

        /** The time it took, in seconds. */
        val elapsed: Double get() = json.read("elapsed", Json::asNumber)
    }

    private fun atLeast(field: String, value: Long, least: Long): Long =
        if (value >= least) value else throw refused(field, "must be a whole number from $least, not $value")
}
