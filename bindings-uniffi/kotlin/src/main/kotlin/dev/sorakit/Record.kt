package dev.sorakit

import java.util.Base64

/** An object of an API, over its JSON: fields that have no name here are kept, and read by `record["name"]`. */
abstract class Record internal constructor(
    /** All its fields. */
    val json: Json.Object,
) {
    /** A field, by its name on the wire. */
    operator fun get(field: String): Json? = json.fields[field]

    override fun equals(other: Any?) = other is Record && other.javaClass == javaClass && other.json == json

    override fun hashCode() = json.hashCode()

    override fun toString() = "${javaClass.simpleName} $json"
}

/** A value that comes in one of several forms. */
abstract class Union internal constructor(
    /** The value. */
    val json: Json,
) {
    override fun equals(other: Any?) = other is Union && other.javaClass == javaClass && other.json == json

    override fun hashCode() = json.hashCode()

    override fun toString() = json.toString()
}

/** One word out of several. */
interface Word {
    /** The word on the wire. */
    val word: String
}

/** The fields of an object, without those that are null. */
internal fun fields(vararg given: Pair<String, Any?>): Json.Object {
    val fields = LinkedHashMap<String, Json>(given.size)
    for ((name, value) in given) if (value != null) fields[name] = Json.of(value)
    return Json.Object(fields)
}

/** The same object with further fields. */
internal fun Json.Object.with(extra: Map<String, Json>) = Json.Object(fields + extra)

internal fun <T> Json.read(name: String, reader: (Json) -> T): T {
    val value = this[name] ?: Json.Null
    try {
        return reader(value)
    } catch (error: Unexpected) {
        throw Unexpected("$name: ${error.message}")
    }
}

internal fun <T> Json.readOrNull(name: String, reader: (Json) -> T): T? =
    this[name].orNull()?.let { read(name, reader) }

/** The value, unless it is none. */
internal fun Json?.orNull(): Json? = takeUnless { it == Json.Null }

/** An answer has another form than its type, which is a fault of sorakit's. */
internal class Unexpected(message: String) : IllegalStateException(message)

private fun unexpected(wanted: String): Nothing = throw Unexpected("is not $wanted")

internal fun Json.itself(): Json = this

internal fun Json.asText(): String = text ?: unexpected("a text")

internal fun Json.asInteger(): Long = integer ?: unexpected("a whole number")

internal fun Json.asNumber(): Double = number ?: unexpected("a number")

internal fun Json.asBool(): Boolean = bool ?: unexpected("true or false")

internal fun Json.asBytes(): ByteArray = Base64.getDecoder().decode(asText())

internal fun Json.asObject(): Json.Object = this as? Json.Object ?: unexpected("an object")

internal fun <T : Word> Json.asWord(words: List<T>): T =
    words.find { it.word == text } ?: unexpected("one of ${words.joinToString { it.word }}")

internal fun <T> listed(reader: (Json) -> T): (Json) -> List<T> = { json ->
    when (json) {
        is Json.Array -> json.items.map(reader)
        Json.Null -> emptyList()
        else -> unexpected("a list")
    }
}

internal fun <T> mapped(reader: (Json) -> T): (Json) -> Map<String, T> = { json ->
    when (json) {
        is Json.Object -> json.fields.mapValues { reader(it.value) }
        Json.Null -> emptyMap()
        else -> unexpected("an object")
    }
}
