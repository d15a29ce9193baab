package dev.sorakit

import dev.sorakit.ffi.NativeSimulator

/**
 * A local server of all dialects, in this process, for tests and first steps. It stops when it is
 * closed.
 *
 * @param speed the simulated seconds in one; 0 stops the clock.
 * @param port the port; any free one for 0.
 * @param settings what else there is: `stepped`, `seed`, `shapes`, `difficulty`, `account`.
 * @throws SorakitException of the kind `UNSUPPORTED` if the library was built without the simulator.
 */
class Simulator(speed: Double = 60.0, port: Int = 0, settings: Map<String, Any?> = emptyMap()) : AutoCloseable {
    private val native = checked {
        val given = fields("speed" to speed, "port" to port).with(Json.of(settings).asObject().fields)
        NativeSimulator(given.toNative())
    }

    /** The address of the main origin. */
    val url: String get() = ask("url").asText()

    /** The first account's credentials. */
    val credentials: Json get() = ask("credentials")

    /** The base URL of a dialect. */
    fun baseUrl(dialect: Dialect): String = ask("base_url", dialect).asText()

    /** The first account's credential for a dialect. */
    fun credential(dialect: Dialect): String =
        credentials.read(if (dialect == Dialect.SORA) "access_token" else "api_key", Json::asText)

    /** A client of the first account. It takes nothing from the environment. */
    fun client(dialect: Dialect = Dialect.SORA): Client {
        val credential = credential(dialect)
        return Client(
            Options(
                dialect = dialect,
                baseUrl = baseUrl(dialect),
                accessToken = credential.takeIf { dialect == Dialect.SORA },
                apiKey = credential.takeUnless { dialect == Dialect.SORA },
                environment = false,
            ),
        )
    }

    /** Adds an account, and returns its credentials. */
    fun addAccount(account: Map<String, Any?> = emptyMap()): Json = ask("add_account", account)

    /** Moves the clock forward, by seconds. */
    fun advance(seconds: Double) { ask("advance", seconds) }

    /** Changes how many simulated seconds pass in one. */
    fun setSpeed(speed: Double) { ask("set_speed", speed) }

    /** Adds a scripted fault. */
    fun addFault(rule: Map<String, Any?>) { ask("add_fault", rule) }

    /** Removes all scripted faults. */
    fun clearFaults() { ask("clear_faults") }

    /** Every request so far, or those of one operation. */
    fun journal(operation: String? = null): List<Json> = ask("journal", operation).items

    /** Stops it. Its ports are closed when this returns. */
    override fun close() {
        native.stop()
    }

    private fun ask(what: String, given: Any? = null): Json =
        Json.fromNative(checked { native.ask(what, Json.of(given).toNative()) })
}
