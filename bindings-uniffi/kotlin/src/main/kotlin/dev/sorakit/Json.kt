package dev.sorakit

import dev.sorakit.ffi.Member
import dev.sorakit.ffi.readJson
import dev.sorakit.ffi.writeJson
import java.util.Base64
import dev.sorakit.ffi.Json as Native

/** A value as JSON has it. */
sealed class Json {
    /** Nothing. */
    data object Null : Json()

    /** True or false. */
    data class Bool(val value: Boolean) : Json()

    /** A whole number. */
    data class Integer(val value: Long) : Json()

    /** Any other number. */
    data class Number(val value: Double) : Json()

    /** A text. */
    data class Text(val value: String) : Json() {
        override fun toString() = super.toString()
    }

    /** A list. */
    data class Array(override val items: List<Json>) : Json() {
        override fun toString() = super.toString()
    }

    /** An object, with its fields in their order. */
    data class Object(val fields: Map<String, Json>) : Json() {
        override fun toString() = super.toString()
    }

    /** A file of a call. */
    internal class File(val attachment: dev.sorakit.ffi.Attachment) : Json()

    /** A field of an object; none of anything else. */
    operator fun get(field: String): Json? = (this as? Object)?.fields?.get(field)

    /** An item of a list; none beyond its end, or of anything else. */
    operator fun get(index: Int): Json? = (this as? Array)?.items?.getOrNull(index)

    /** The text, if it is one. */
    val text: String? get() = (this as? Text)?.value

    /** The whole number, if it is one. */
    val integer: Long? get() = (this as? Integer)?.value

    /** The number, if it is one. */
    val number: Double? get() = (this as? Number)?.value ?: integer?.toDouble()

    /** True or false, if it is that. */
    val bool: Boolean? get() = (this as? Bool)?.value

    /** The items; none if it is not a list. */
    open val items: List<Json> get() = emptyList()

    /** As JSON text. */
    override fun toString(): String = checked { writeJson(toNative()) }

    /** For the native part, with its files put into a list; `place` names it in errors. */
    internal fun toNative(
        files: MutableList<dev.sorakit.ffi.Attachment> = mutableListOf(),
        place: String = "",
        depth: Int = 0,
    ): Native {
        if (depth > DEPTH) throw refused(shortened(place), "is nested more than $DEPTH levels deep")
        val inner = { name: Any -> if (place.isEmpty()) "$name" else "$place.$name" }
        return when (this) {
            Null -> Native.Null
            is Bool -> Native.Bool(value)
            is Integer -> Native.Integer(value)
            is Number -> Native.Number(value)
            is Text -> Native.Text(whole(value, place))
            is Array -> Native.Array(items.mapIndexed { index, item -> item.toNative(files, inner(index), depth + 1) })
            is Object -> Native.Object(
                fields.map { (name, value) -> Member(whole(name, place), value.toNative(files, inner(name), depth + 1)) },
            )
            is File -> {
                files.add(attachment)
                Native.Object(listOf(Member("attachment", Native.Integer(files.size - 1L))))
            }
        }
    }

    companion object {
        /** An object without fields. */
        val EMPTY = Object(emptyMap())

        /**
         * Parses JSON text.
         *
         * @throws SorakitException of the kind `INVALID_INPUT` if it is none.
         */
        fun parse(text: String): Json = fromNative(checked { readJson(text) })

        /**
         * A value as JSON: texts, numbers, booleans, lists, maps, records, words, bytes (in base64).
         *
         * @throws SorakitException of the kind `INVALID_INPUT` for anything else.
         */
        fun of(value: Any?): Json = when (value) {
            null, Unit -> Null
            is Json -> value
            is Record -> value.json
            is Union -> value.json
            is Word -> Text(value.word)
            is String -> Text(value)
            is Boolean -> Bool(value)
            is Int, is Long, is Short, is Byte -> Integer((value as kotlin.Number).toLong())
            is kotlin.Number -> Number(value.toDouble())
            is ByteArray -> Text(Base64.getEncoder().encodeToString(value))
            is Iterable<*> -> Array(value.map(::of))
            is Map<*, *> -> Object(value.entries.associate { (name, inner) -> name.toString() to of(inner) })
            else -> throw refused("value", "cannot be a ${value.javaClass.simpleName}")
        }

        internal fun fromNative(value: Native): Json = when (value) {
            Native.Null -> Null
            is Native.Bool -> Bool(value.value)
            is Native.Integer -> Integer(value.value)
            is Native.Number -> Number(value.value)
            is Native.Text -> Text(value.value)
            is Native.Array -> Array(value.items.map(::fromNative))
            is Native.Object -> Object(value.members.associate { it.name to fromNative(it.value) })
        }
    }
}

/** The deepest nesting of values. */
private const val DEPTH = 100

private fun shortened(place: String): String = place.split('.').let { names ->
    if (names.size > 8) names.take(8).joinToString(".") + "…" else place.ifEmpty { "value" }
}

/** A text, unless it holds half of a character. */
private fun whole(text: String, place: String): String {
    val isHalf = text.indices.any { index ->
        when {
            text[index].isHighSurrogate() -> text.getOrNull(index + 1)?.isLowSurrogate() != true
            text[index].isLowSurrogate() -> text.getOrNull(index - 1)?.isHighSurrogate() != true
            else -> false
        }
    }
    if (isHalf) {
        val why = "holds half of a character (a lone surrogate): the text was cut in the middle of an emoji"
        throw refused(shortened(place), why)
    }
    return text
}
