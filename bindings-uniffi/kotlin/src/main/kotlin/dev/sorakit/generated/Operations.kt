// Made from the catalogue by `cargo xtask gen`. Do not edit.

package dev.sorakit

/** Every dialect's operations, as endpoints. */
abstract class DialectOperations internal constructor() {
    private val client get() = this as Client

    /** The operations of the dialect `sora`. */
    val sora by lazy { dev.sorakit.sora.SoraOperations(client) }

    /** The operations of the dialect `mirror`. */
    val mirror by lazy { dev.sorakit.mirror.MirrorOperations(client) }

    /** The operations of the dialect `sora2api`. */
    val sora2api by lazy { dev.sorakit.sora2api.Sora2apiOperations(client) }

    /** The operations of the dialect `skyriff`. */
    val skyriff by lazy { dev.sorakit.skyriff.SkyriffOperations(client) }

    /** The operations of the dialect `relay`. */
    val relay by lazy { dev.sorakit.relay.RelayOperations(client) }

    /** The operations of the dialect `openai`. */
    val openai by lazy { dev.sorakit.openai.OpenaiOperations(client) }
}
