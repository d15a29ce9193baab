package dev.sorakit

/** What an answer of a chat, a chunk of one, or a text says. */
class ChatReading private constructor(json: Json.Object) : Record(json) {
    /** Its words. */
    val text: String get() = json.read("text", Json::asText)

    /** How far the generation is, from 0 to 100, when it says so. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)

    /** The media that it links to, in its order, each once: `kind` and `url`. */
    val media: List<Json> get() = json.read("media", listed(Json::itself))

    companion object {
        /** Reads a chat: its words, or a chunk or a whole answer as an operation gives it. */
        fun of(answer: Any): ChatReading {
            val given = Json.of(answer).toNative()
            return ChatReading(Json.fromNative(checked { dev.sorakit.ffi.readChat(given) }).asObject())
        }
    }
}

/** A text of a server's for display: without what moves a cursor or cannot be seen, and without secrets. */
fun shown(text: String, longest: Int = 120): String = dev.sorakit.ffi.shown(text, maxOf(longest, 0).toUInt())
