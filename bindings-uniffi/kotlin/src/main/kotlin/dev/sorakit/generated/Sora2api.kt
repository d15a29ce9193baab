// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit.sora2api

import dev.sorakit.*
import kotlinx.coroutines.flow.Flow

/** Redeems an invite code for an account. */
class ActivateSora2(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId, inviteCode: String) : this(fields("token_id" to tokenId, "invite_code" to inviteCode))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
    /** The invite code, such as `ABC123` or `SORA-XXXX-XXXX`. */
    val inviteCode: String get() = json.read("invite_code", Json::asText)
}

private fun asActivateSora2(json: Json) = ActivateSora2(json.asObject())

/** Redeems an invite code for all accounts without Sora 2. */
class ActivateTokens(json: Json.Object) : Record(json) {
    constructor(inviteCode: String) : this(fields("invite_code" to inviteCode))

    /** The invite code, such as `ABC123` or `SORA-XXXX-XXXX`. */
    val inviteCode: String get() = json.read("invite_code", Json::asText)
}

private fun asActivateTokens(json: Json) = ActivateTokens(json.asObject())

/** Gives an account a user name that the gateway chooses, if it has none. */
class ActivateUsername(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asActivateUsername(json: Json) = ActivateUsername(json.asObject())

/** Gives every enabled account a user name, if it has none. */
class ActivateUsernames(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asActivateUsernames(json: Json) = ActivateUsernames(json.asObject())

/** The result of redeeming an invite code. */
class ActivatedSora2(json: Json.Object) : Record(json) {
    /** True if the account already had Sora 2. */
    val alreadyAccepted: Boolean? get() = json.readOrNull("already_accepted", Json::asBool)
    /** The account's own invite code. */
    val inviteCode: String? get() = json.readOrNull("invite_code", Json::asText)
    /** The number of times the account's invite code was used. */
    val redeemedCount: Long? get() = json.readOrNull("redeemed_count", Json::asInteger)
    /** The number of times the account's invite code can be used. */
    val totalCount: Long? get() = json.readOrNull("total_count", Json::asInteger)
    /** The number of videos that the account may make. */
    val sora2RemainingCount: Long? get() = json.readOrNull("sora2_remaining_count", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asActivatedSora2(json: Json) = ActivatedSora2(json.asObject())

/** The result of redeeming an invite code for several accounts. */
class ActivatedTokens(json: Json.Object) : Record(json) {
    /** The number of accounts that have Sora 2 now. */
    val activated: Long? get() = json.readOrNull("activated", Json::asInteger)
    /** The number of accounts that already had it. */
    val alreadyActive: Long? get() = json.readOrNull("already_active", Json::asInteger)
    /** The number of accounts that failed. */
    val failed: Long? get() = json.readOrNull("failed", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asActivatedTokens(json: Json) = ActivatedTokens(json.asObject())

/** An account's user name. */
class ActivatedUsername(json: Json.Object) : Record(json) {
    /** The name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** True if the account already had a user name. */
    val alreadySet: Boolean? get() = json.readOrNull("already_set", Json::asBool)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asActivatedUsername(json: Json) = ActivatedUsername(json.asObject())

/** The result of giving user names to accounts. */
class ActivatedUsernames(json: Json.Object) : Record(json) {
    /** The number of accounts that have a user name now. */
    val activated: Long? get() = json.readOrNull("activated", Json::asInteger)
    /** The number of accounts that already had one. */
    val alreadySet: Long? get() = json.readOrNull("already_set", Json::asInteger)
    /** The number of accounts that failed. */
    val failed: Long? get() = json.readOrNull("failed", Json::asInteger)
    /** The number of accounts in all. */
    val total: Long? get() = json.readOrNull("total", Json::asInteger)
}

private fun asActivatedUsernames(json: Json) = ActivatedUsernames(json.asObject())

/** Adds an account. */
class AddToken(json: Json.Object) : Record(json) {
    constructor(token: String, st: String? = null, rt: String? = null, clientId: String? = null, proxyUrl: String? = null, remark: String? = null, imageEnabled: Boolean? = null, videoEnabled: Boolean? = null, imageConcurrency: Long? = null, videoConcurrency: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("token" to token, "st" to st, "rt" to rt, "client_id" to clientId, "proxy_url" to proxyUrl, "remark" to remark, "image_enabled" to imageEnabled, "video_enabled" to videoEnabled, "image_concurrency" to imageConcurrency, "video_concurrency" to videoConcurrency).with(extra))

    /** The access token. */
    val token: String get() = json.read("token", Json::asText)
    /** The session token. */
    val st: String? get() = json.readOrNull("st", Json::asText)
    /** The refresh token. */
    val rt: String? get() = json.readOrNull("rt", Json::asText)
    /** The client id that the refresh token was issued to. */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
    /** The account's own proxy. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** A note. */
    val remark: String? get() = json.readOrNull("remark", Json::asText)
    /** True to let the account make images. Default: true. */
    val imageEnabled: Boolean? get() = json.readOrNull("image_enabled", Json::asBool)
    /** True to let the account make videos. Default: true. */
    val videoEnabled: Boolean? get() = json.readOrNull("video_enabled", Json::asBool)
    /** The most images that the account makes at once; -1 means no limit. Default: -1. */
    val imageConcurrency: Long? get() = json.readOrNull("image_concurrency", Json::asInteger)
    /** The most videos that the account makes at once; -1 means no limit. Default: -1. */
    val videoConcurrency: Long? get() = json.readOrNull("video_concurrency", Json::asInteger)
}

private fun asAddToken(json: Json) = AddToken(json.asObject())

/** An account that was added. */
class AddedToken(json: Json.Object) : Record(json) {
    /** The account's id in the gateway. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asAddedToken(json: Json) = AddedToken(json.asObject())

/** The gateway's settings. */
class AdminConfig(json: Json.Object) : Record(json) {
    /** The number of consecutive errors after which an account is disabled. */
    val errorBanThreshold: Long? get() = json.readOrNull("error_ban_threshold", Json::asInteger)
    /** The key of the `/v1` interfaces. */
    val apiKey: String? get() = json.readOrNull("api_key", Json::asText)
    /** The admin's name. */
    val adminUsername: String? get() = json.readOrNull("admin_username", Json::asText)
    /** True if requests are written to the log in full. */
    val debugEnabled: Boolean? get() = json.readOrNull("debug_enabled", Json::asBool)
    /** True if a failed task is tried again with another account. Upstream only. */
    val taskRetryEnabled: Boolean? get() = json.readOrNull("task_retry_enabled", Json::asBool)
    /** The most times that a failed task is tried again. Upstream only. */
    val taskMaxRetries: Long? get() = json.readOrNull("task_max_retries", Json::asInteger)
    /** True if an account is disabled when the backend answers it with 401. Upstream only. */
    val autoDisableOn401: Boolean? get() = json.readOrNull("auto_disable_on_401", Json::asBool)
}

private fun asAdminConfig(json: Json) = AdminConfig(json.asObject())

/**
 * Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
 * `ImportTokens` there.
 */
class BatchAddTokens(json: Json.Object) : Record(json) {
    constructor(tokens: List<AddToken>, extra: Map<String, Json> = emptyMap()) : this(fields("tokens" to tokens).with(extra))

    /** The accounts. */
    val tokens: List<AddToken> get() = json.read("tokens", listed(::asAddToken))
}

private fun asBatchAddTokens(json: Json) = BatchAddTokens(json.asObject())

/** The result of adding accounts. */
class BatchAdded(json: Json.Object) : Record(json) {
    /** The number of accounts added. */
    val added: Long? get() = json.readOrNull("added", Json::asInteger)
    /** The number of accounts that were there already. */
    val skipped: Long? get() = json.readOrNull("skipped", Json::asInteger)
    /** The number of accounts that could not be added. */
    val failed: Long? get() = json.readOrNull("failed", Json::asInteger)
    /** The outcome for each account. */
    val details: List<BatchDetail> get() = json.read("details", listed(::asBatchDetail))
}

private fun asBatchAdded(json: Json) = BatchAdded(json.asObject())

/** The outcome for one account that was to be added. */
class BatchDetail(json: Json.Object) : Record(json) {
    /** The beginning of the access token. */
    val token: String? get() = json.readOrNull("token", Json::asText)
    /** `added`, `skipped` or `failed`. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The account. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asBatchDetail(json: Json) = BatchDetail(json.asObject())

/** The answer. */
class CacheAnswer(json: Json.Object) : Record(json) {
    /** The settings. */
    val config: CacheConfig? get() = json.readOrNull("config", ::asCacheConfig)
}

private fun asCacheAnswer(json: Json) = CacheAnswer(json.asObject())

/** The settings by which the gateway keeps files. */
class CacheConfig(json: Json.Object) : Record(json) {
    /** True if the gateway keeps files. */
    val enabled: Boolean? get() = json.readOrNull("enabled", Json::asBool)
    /** The time to keep a file, in seconds; -1 means for ever. */
    val timeout: Long? get() = json.readOrNull("timeout", Json::asInteger)
    /** The address under which it offers them; empty when it is the gateway's own. */
    val baseUrl: String? get() = json.readOrNull("base_url", Json::asText)
    /** The address that is in use. */
    val effectiveBaseUrl: String? get() = json.readOrNull("effective_base_url", Json::asText)
}

private fun asCacheConfig(json: Json) = CacheConfig(json.asObject())

/** Ends a task. */
class CancelTask(json: Json.Object) : Record(json) {
    constructor(taskId: String) : this(fields("task_id" to taskId))

    /** The task's id. */
    val taskId: String get() = json.read("task_id", Json::asText)
}

private fun asCancelTask(json: Json) = CancelTask(json.asObject())

/** A character. */
class CharacterAnswer(json: Json.Object) : Record(json) {
    /** The character. */
    val character: ManagedCharacter? get() = json.readOrNull("character", ::asManagedCharacter)
}

private fun asCharacterAnswer(json: Json) = CharacterAnswer(json.asObject())

/** The data of a character that was made. */
class CharacterData(json: Json.Object) : Record(json) {
    /** The cameo's id, `ch_…`. */
    val cameoId: String? get() = json.readOrNull("cameo_id", Json::asText)
    /** The name that prompts use. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asCharacterData(json: Json) = CharacterData(json.asObject())

/** The result of a search. */
class CharacterMatches(json: Json.Object) : Record(json) {
    /** The name that was searched for. */
    val query: String? get() = json.readOrNull("query", Json::asText)
    /** The number of results. */
    val count: Long? get() = json.readOrNull("count", Json::asInteger)
    /** The characters and users found. */
    val results: List<FoundCharacter> get() = json.read("results", listed(::asFoundCharacter))
}

private fun asCharacterMatches(json: Json) = CharacterMatches(json.asObject())

/** The options for making a character. */
class CharacterOptions(json: Json.Object) : Record(json) {
    constructor(timestamps: String? = null, username: String? = null, displayName: String? = null, instructionSet: String? = null, safetyInstructionSet: String? = null) : this(fields("timestamps" to timestamps, "username" to username, "display_name" to displayName, "instruction_set" to instructionSet, "safety_instruction_set" to safetyInstructionSet))

    /** The start and end of the part that shows the character, in seconds. Default: `0,3`. */
    val timestamps: String? get() = json.readOrNull("timestamps", Json::asText)
    /** The name that prompts use, without `@`. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The instructions for the character's behaviour. */
    val instructionSet: String? get() = json.readOrNull("instruction_set", Json::asText)
    /** The instructions for what the character must not do. */
    val safetyInstructionSet: String? get() = json.readOrNull("safety_instruction_set", Json::asText)
}

private fun asCharacterOptions(json: Json) = CharacterOptions(json.asObject())

/** The owner of a character that was found. */
class CharacterOwner(json: Json.Object) : Record(json) {
    /** The user's id. */
    val userId: String? get() = json.readOrNull("user_id", Json::asText)
    /** The name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
}

private fun asCharacterOwner(json: Json) = CharacterOwner(json.asObject())

/** The people who may use a character. */
enum class CharacterVisibility(override val word: String) : Word {
    /** The owner alone. */
    PRIVATE("private"),
    /** Everyone. */
    PUBLIC("public"),
}

private fun asCharacterVisibility(json: Json) = json.asWord(CharacterVisibility.entries)

/** The message of an answer. */
class ChatAnswer(json: Json.Object) : Record(json) {
    /** `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** The text. */
    val content: String? get() = json.readOrNull("content", Json::asText)
    /** The last known progress of the generation. */
    val reasoningContent: Reasoning? get() = json.readOrNull("reasoning_content", ::asReasoning)
}

private fun asChatAnswer(json: Json) = ChatAnswer(json.asObject())

/** One of the answers. */
class ChatChoice(json: Json.Object) : Record(json) {
    /** The index, from 0. */
    val index: Long? get() = json.readOrNull("index", Json::asInteger)
    /** The message. */
    val message: ChatAnswer? get() = json.readOrNull("message", ::asChatAnswer)
    /** The reason that it ends, in lower case, such as `stop`. */
    val finishReason: String? get() = json.readOrNull("finish_reason", Json::asText)
}

private fun asChatChoice(json: Json) = ChatChoice(json.asObject())

/** A piece of an answer (`chat.completion.chunk`). */
class ChatChunk(json: Json.Object) : Record(json) {
    /** The answer's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The time it was created. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The model; gateways write `sora` whatever was requested. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The new parts, usually one. */
    val choices: List<ChunkChoice> get() = json.read("choices", listed(::asChunkChoice))
}

private fun asChatChunk(json: Json) = ChatChunk(json.asObject())

/** An answer (`chat.completion`). */
class ChatCompletion(json: Json.Object) : Record(json) {
    /** The answer's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The time it was created. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The answers, usually one. */
    val choices: List<ChatChoice> get() = json.read("choices", listed(::asChatChoice))
}

private fun asChatCompletion(json: Json) = ChatCompletion(json.asObject())

/** The content of a message. */
class ChatContent(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: List<ChatPart>) : this(Json.of(value))

}

private fun asChatContent(json: Json) = ChatContent(json)

/** The new part of an answer. Every field may be `null`. */
class ChatDelta(json: Json.Object) : Record(json) {
    /** `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** Text of the answer. */
    val content: String? get() = json.readOrNull("content", Json::asText)
    /** The progress of the generation. */
    val reasoningContent: Reasoning? get() = json.readOrNull("reasoning_content", ::asReasoning)
}

private fun asChatDelta(json: Json) = ChatDelta(json.asObject())

/** A message of a chat. */
class ChatMessage(json: Json.Object) : Record(json) {
    constructor(role: String? = null, content: ChatContent) : this(fields("role" to role, "content" to content))

    /** The role of the speaker: `user`, `system` or `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** The content. */
    val content: ChatContent get() = json.read("content", ::asChatContent)
}

private fun asChatMessage(json: Json) = ChatMessage(json.asObject())

/** A part of a message. */
class ChatPart(json: Json) : Union(json) {
    val type: String? get() = json.readOrNull("type", Json::asText)
    /** The text. */
    val text: String? get() = json.readOrNull("text", Json::asText)
    /** The location of the image. */
    val imageUrl: ChatUrl? get() = json.readOrNull("image_url", ::asChatUrl)
    /** The location of the video. */
    val videoUrl: ChatUrl? get() = json.readOrNull("video_url", ::asChatUrl)

    companion object {
        /** Text. */
        fun text(text: String) = ChatPart(fields("type" to "text", "text" to text))
        /** An image. */
        fun imageUrl(imageUrl: ChatUrl) = ChatPart(fields("type" to "image_url", "image_url" to imageUrl))
        /** A video. */
        fun videoUrl(videoUrl: ChatUrl) = ChatPart(fields("type" to "video_url", "video_url" to videoUrl))
    }
}

private fun asChatPart(json: Json) = ChatPart(json)

/** The location of an image or video. */
class ChatUrl(json: Json.Object) : Record(json) {
    constructor(url: String) : this(fields("url" to url))

    /** `https://…` or `data:<type>;base64,…`. */
    val url: String get() = json.read("url", Json::asText)
}

private fun asChatUrl(json: Json) = ChatUrl(json.asObject())

/** The new part of one choice. */
class ChunkChoice(json: Json.Object) : Record(json) {
    /** The index of the choice, from 0. */
    val index: Long? get() = json.readOrNull("index", Json::asInteger)
    /** The new part. */
    val delta: ChatDelta? get() = json.readOrNull("delta", ::asChatDelta)
    /** The reason for the answer's end, in lower case, such as `stop`; absent until then. */
    val finishReason: String? get() = json.readOrNull("finish_reason", Json::asText)
}

private fun asChunkChoice(json: Json) = ChunkChoice(json.asObject())

/** Has the gateway forget its credentials. */
class ClearCloudflare(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asClearCloudflare(json: Json) = ClearCloudflare(json.asObject())

/** Empties the log. Upstream only (docs/wire/sora2api.md §11.3). */
class ClearLogs(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asClearLogs(json: Json) = ClearLogs(json.asObject())

/** The answer with the settings. */
class CloudflareAnswer(json: Json.Object) : Record(json) {
    /** The settings. */
    val config: CloudflareConfig? get() = json.readOrNull("config", ::asCloudflareConfig)
}

private fun asCloudflareAnswer(json: Json) = CloudflareAnswer(json.asObject())

/** The gateway's settings for a solver. */
class CloudflareConfig(json: Json.Object) : Record(json) {
    /** True if the gateway uses a solver. */
    val solverEnabled: Boolean? get() = json.readOrNull("solver_enabled", Json::asBool)
    /** The solver's address. It may hold a key. */
    val solverApiUrl: String? get() = json.readOrNull("solver_api_url", Json::asText)
}

private fun asCloudflareConfig(json: Json) = CloudflareConfig(json.asObject())

/** The state of the gateway's credentials. The document does not describe its content. */
class CloudflareState(json: Json.Object) : Record(json) {
    /** The state, as the gateway gives it. It may hold cookies. */
    val state: Json? get() = json.readOrNull("state", Json::itself)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asCloudflareState(json: Json) = CloudflareState(json.asObject())

/** The result of exchanging a refresh token. */
class ConvertedRefreshToken(json: Json.Object) : Record(json) {
    /** The access token. */
    val accessToken: String get() = json.read("access_token", Json::asText)
    /** The refresh token for the next time. */
    val refreshToken: String? get() = json.readOrNull("refresh_token", Json::asText)
    /** The lifetime of the access token, in seconds. */
    val expiresIn: Long? get() = json.readOrNull("expires_in", Json::asInteger)
}

private fun asConvertedRefreshToken(json: Json) = ConvertedRefreshToken(json.asObject())

/** The result of exchanging a session token. */
class ConvertedSessionToken(json: Json.Object) : Record(json) {
    /** The access token. */
    val accessToken: String get() = json.read("access_token", Json::asText)
    /** The account's e-mail address. */
    val email: String? get() = json.readOrNull("email", Json::asText)
    /** The time at which the session ends. */
    val expires: Double? get() = json.readOrNull("expires", Json::asNumber)
}

private fun asConvertedSessionToken(json: Json) = ConvertedSessionToken(json.asObject())

/**
 * Makes a character out of a video, while the caller waits.
 *
 * Give the video as a file, sent as a form, or in base64, sent as JSON.
 */
class CreateCharacter(json: Json.Object) : Record(json) {
    constructor(model: String? = null, video: FileInput? = null, videoBase64: String? = null, timestamps: String? = null, username: String? = null, displayName: String? = null, instructionSet: String? = null, safetyInstructionSet: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("model" to model, "video" to video, "video_base64" to videoBase64, "timestamps" to timestamps, "username" to username, "display_name" to displayName, "instruction_set" to instructionSet, "safety_instruction_set" to safetyInstructionSet).with(extra))

    /** A video model; `sora-video-10s` is the default. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The video, as a file. */
    val video: FileInput? get() = json.readOrNull("video", ::FileInput)
    /**
     * The video, in base64. It is sent under the name `video`, as the
     * document's example shows and the gateways read it.
     */
    val videoBase64: String? get() = json.readOrNull("video_base64", Json::asText)
    /** The start and end of the part that shows the character, in seconds. Default: `0,3`. */
    val timestamps: String? get() = json.readOrNull("timestamps", Json::asText)
    /** The name that prompts use, without `@`. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The instructions for the character's behaviour. */
    val instructionSet: String? get() = json.readOrNull("instruction_set", Json::asText)
    /** The instructions for what the character must not do. */
    val safetyInstructionSet: String? get() = json.readOrNull("safety_instruction_set", Json::asText)
}

private fun asCreateCharacter(json: Json) = CreateCharacter(json.asObject())

/**
 * Asks for a video, an image, a remix or a character.
 *
 * Running gateways generate only for a stream, which is the default here;
 * without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
 * answer's `result` holds the media.
 */
class CreateChat(json: Json.Object) : Record(json) {
    constructor(model: String, messages: List<ChatMessage>, stream: Boolean? = null, image: String? = null, video: String? = null, remixTargetId: String? = null, styleId: VideoStyle? = null, characterOptions: CharacterOptions? = null, extra: Map<String, Json> = emptyMap()) : this(fields("model" to model, "messages" to messages, "stream" to stream, "image" to image, "video" to video, "remix_target_id" to remixTargetId, "style_id" to styleId, "character_options" to characterOptions).with(extra))

    /** The model, such as `sora-video-landscape-10s` or `sora-image`. */
    val model: String get() = json.read("model", Json::asText)
    /**
     * The messages. Only the last one counts. Images by address are ignored by running gateways,
     * so they are refused: give a data URL.
     */
    val messages: List<ChatMessage> get() = json.read("messages", listed(::asChatMessage))
    /** True to stream the answer. Default: true. */
    val stream: Boolean? get() = json.readOrNull("stream", Json::asBool)
    /** An image to start from, in base64. */
    val image: String? get() = json.readOrNull("image", Json::asText)
    /** A video to make a character from, in base64. */
    val video: String? get() = json.readOrNull("video", Json::asText)
    /** The published video to make a new version of: `s_…`, or its share link. */
    val remixTargetId: String? get() = json.readOrNull("remix_target_id", Json::asText)
    /** The style. */
    val styleId: VideoStyle? get() = json.readOrNull("style_id", ::asVideoStyle)
    /** The options for making a character. */
    val characterOptions: CharacterOptions? get() = json.readOrNull("character_options", ::asCharacterOptions)
}

private fun asCreateChat(json: Json) = CreateChat(json.asObject())

/** Makes an image from a prompt, and from reference images if any are given. */
class CreateImage(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, n: Long? = null, size: String? = null, quality: ImageQuality? = null, style: ImageStyle? = null, responseFormat: ImageFormat? = null, image: Json? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "n" to n, "size" to size, "quality" to quality, "style" to style, "response_format" to responseFormat, "image" to image).with(extra))

    /** The text that describes the image. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, such as `gpt-image-2` or `sora-image`. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The number of images. The gateway makes one. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** The size, such as `1024x1024`, or the ratio, such as `16:9`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The quality. */
    val quality: ImageQuality? get() = json.readOrNull("quality", ::asImageQuality)
    /** The style. */
    val style: ImageStyle? get() = json.readOrNull("style", ::asImageStyle)
    /** The form in which the image is returned. */
    val responseFormat: ImageFormat? get() = json.readOrNull("response_format", ::asImageFormat)
    /**
     * Reference images, one or a list: addresses, data URLs or `{"url": …}`. Files are
     * taken by `sora2api.images.edit`.
     */
    val image: Json? get() = json.readOrNull("image", Json::itself)
}

private fun asCreateImage(json: Json) = CreateImage(json.asObject())

/**
 * Creates a video.
 *
 * Sent as a form if there is a file to start from, else as JSON.
 */
class CreateVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, seconds: VideoSeconds? = null, size: VideoSize? = null, orientation: Orientation? = null, styleId: VideoStyle? = null, inputReference: Reference? = null, inputImage: String? = null, remixTargetId: String? = null, metadata: VideoMetadata? = null, asyncMode: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "seconds" to seconds, "size" to size, "orientation" to orientation, "style_id" to styleId, "input_reference" to inputReference, "input_image" to inputImage, "remix_target_id" to remixTargetId, "metadata" to metadata, "async_mode" to asyncMode).with(extra))

    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model: `sora-2`, the default, or another of the gateway's. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length: 10 or 15 s, the default. */
    val seconds: VideoSeconds? get() = json.readOrNull("seconds", ::asVideoSeconds)
    /** The size in pixels. */
    val size: VideoSize? get() = json.readOrNull("size", ::asVideoSize)
    /** Landscape or portrait. */
    val orientation: Orientation? get() = json.readOrNull("orientation", ::asOrientation)
    /** The style. */
    val styleId: VideoStyle? get() = json.readOrNull("style_id", ::asVideoStyle)
    /** An image to start from: a file, or, in forks, an address or data URL. */
    val inputReference: Reference? get() = json.readOrNull("input_reference", ::asReference)
    /** An image to start from, in base64. */
    val inputImage: String? get() = json.readOrNull("input_image", Json::asText)
    /** The published video to make a new version of. */
    val remixTargetId: String? get() = json.readOrNull("remix_target_id", Json::asText)
    /** Further parameters, sent as JSON text: an object, or its text. */
    val metadata: VideoMetadata? get() = json.readOrNull("metadata", ::asVideoMetadata)
    /** True to answer at once, false to answer when the video is done. Default: true. */
    val asyncMode: Boolean? get() = json.readOrNull("async_mode", Json::asBool)
}

private fun asCreateVideo(json: Json) = CreateVideo(json.asObject())

/** A character that was made. */
class CreatedCharacter(json: Json.Object) : Record(json) {
    /** The gateway's id, `char_…`. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The time of creation. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The character. */
    val data: CharacterData? get() = json.readOrNull("data", ::asCharacterData)
}

private fun asCreatedCharacter(json: Json) = CreatedCharacter(json.asObject())

/** Removes accounts that are out of use. */
class DeleteAllDisabledTokens(json: Json.Object) : Record(json) {
    constructor(tokenIds: List<TokenId>? = null) : this(fields("token_ids" to tokenIds))

    /** The accounts; all when absent. */
    val tokenIds: List<TokenId>? get() = json.readOrNull("token_ids", listed(::asTokenId))
}

private fun asDeleteAllDisabledTokens(json: Json) = DeleteAllDisabledTokens(json.asObject())

/** Removes a character from the gateway's list, and from nowhere else. */
class DeleteCharacter(json: Json.Object) : Record(json) {
    constructor(cameoId: String) : this(fields("cameo_id" to cameoId))

    /** The cameo's id, `ch_…`. */
    val cameoId: String get() = json.read("cameo_id", Json::asText)
}

private fun asDeleteCharacter(json: Json) = DeleteCharacter(json.asObject())

/** Removes all disabled accounts. */
class DeleteDisabledTokens(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asDeleteDisabledTokens(json: Json) = DeleteDisabledTokens(json.asObject())

/** Removes accounts, whether they are in use or not. */
class DeleteSelectedTokens(json: Json.Object) : Record(json) {
    constructor(tokenIds: List<TokenId>) : this(fields("token_ids" to tokenIds))

    /** The accounts. */
    val tokenIds: List<TokenId> get() = json.read("token_ids", listed(::asTokenId))
}

private fun asDeleteSelectedTokens(json: Json) = DeleteSelectedTokens(json.asObject())

/**
 * Removes an account. Running gateways answer success for an unknown account
 * too (docs/wire/sora2api.md §12.1).
 */
class DeleteToken(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asDeleteToken(json: Json) = DeleteToken(json.asObject())

/** The result of removing disabled accounts. */
class DeletedTokens(json: Json.Object) : Record(json) {
    /** The number of accounts removed. */
    val deletedCount: Long? get() = json.readOrNull("deleted_count", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asDeletedTokens(json: Json) = DeletedTokens(json.asObject())

/**
 * Asks the gateway for the description of its own interfaces. No credential is
 * needed.
 */
class Describe(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asDescribe(json: Json) = Describe(json.asObject())

/** The description of a gateway's interfaces: an OpenAPI document. */
class Described(json: Json.Object) : Record(json) {
    /** The paths, with what each takes. */
    val paths: Map<String, Json> get() = json.read("paths", mapped(Json::itself))
}

private fun asDescribed(json: Json) = Described(json.asObject())

/** Takes accounts out of use. */
class DisableSelectedTokens(json: Json.Object) : Record(json) {
    constructor(tokenIds: List<TokenId>) : this(fields("token_ids" to tokenIds))

    /** The accounts. */
    val tokenIds: List<TokenId> get() = json.read("token_ids", listed(::asTokenId))
}

private fun asDisableSelectedTokens(json: Json) = DisableSelectedTokens(json.asObject())

/** Disables an account. */
class DisableToken(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asDisableToken(json: Json) = DisableToken(json.asObject())

/** Disables all accounts. */
class DisableTokens(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asDisableTokens(json: Json) = DisableTokens(json.asObject())

/** The result of disabling accounts. */
class DisabledTokens(json: Json.Object) : Record(json) {
    /** The number of accounts disabled. */
    val disabledCount: Long? get() = json.readOrNull("disabled_count", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asDisabledTokens(json: Json) = DisabledTokens(json.asObject())

/** The answer of an operation that reports only that it was done. */
class Done(json: Json.Object) : Record(json) {
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asDone(json: Json) = Done(json.asObject())

/**
 * Makes an image from others. Files are sent as a form, addresses and data
 * URLs as JSON.
 */
class EditImage(json: Json.Object) : Record(json) {
    constructor(prompt: String, image: Json, model: String? = null, size: String? = null, responseFormat: ImageFormat? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "image" to image, "model" to model, "size" to size, "response_format" to responseFormat).with(extra))

    /** The text that describes the image to make of them. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /**
     * The images, one or a list: all of them files, or all of them addresses, data URLs
     * or `{"url": …}`.
     */
    val image: Json get() = json.read("image", Json::itself)
    /** The model, such as `gpt-image-2`. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The size, such as `1024x1024`, or the ratio, such as `4:5`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The form in which the image is returned. */
    val responseFormat: ImageFormat? get() = json.readOrNull("response_format", ::asImageFormat)
}

private fun asEditImage(json: Json) = EditImage(json.asObject())

/** Takes accounts into use. */
class EnableAllTokens(json: Json.Object) : Record(json) {
    constructor(tokenIds: List<TokenId>? = null) : this(fields("token_ids" to tokenIds))

    /** The accounts; all when absent. */
    val tokenIds: List<TokenId>? get() = json.readOrNull("token_ids", listed(::asTokenId))
}

private fun asEnableAllTokens(json: Json) = EnableAllTokens(json.asObject())

/** Enables an account and clears its errors. */
class EnableToken(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asEnableToken(json: Json) = EnableToken(json.asObject())

/** Enables all accounts. */
class EnableTokens(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asEnableTokens(json: Json) = EnableTokens(json.asObject())

/** The result of enabling accounts. */
class EnabledTokens(json: Json.Object) : Record(json) {
    /** The number of accounts enabled. */
    val enabledCount: Long? get() = json.readOrNull("enabled_count", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asEnabledTokens(json: Json) = EnabledTokens(json.asObject())

/** Writes a prompt out in detail. */
class EnhancePrompt(json: Json.Object) : Record(json) {
    constructor(prompt: String, expansionLevel: Expansion? = null, durationS: Long? = null, tokenId: TokenId? = null) : this(fields("prompt" to prompt, "expansion_level" to expansionLevel, "duration_s" to durationS, "token_id" to tokenId))

    /** The prompt. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The amount of detail to add; `medium` is the default. */
    val expansionLevel: Expansion? get() = json.readOrNull("expansion_level", ::asExpansion)
    /** The length of the video that it is for: 10 or 15 s. */
    val durationS: Long? get() = json.readOrNull("duration_s", Json::asInteger)
    /** The account to ask with; any when absent. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
}

private fun asEnhancePrompt(json: Json) = EnhancePrompt(json.asObject())

/** The prompt, written out. */
class EnhancedPrompt(json: Json.Object) : Record(json) {
    /** The text. */
    val enhancedPrompt: String get() = json.read("enhanced_prompt", Json::asText)
}

private fun asEnhancedPrompt(json: Json) = EnhancedPrompt(json.asObject())

/**
 * Exchanges a refresh token for an access token. Nothing is stored: the answer
 * holds the refresh token that replaces the one given.
 */
class ExchangeRefreshToken(json: Json.Object) : Record(json) {
    constructor(rt: String, clientId: String? = null) : this(fields("rt" to rt, "client_id" to clientId))

    /** The refresh token. */
    val rt: String get() = json.read("rt", Json::asText)
    /** The client id that it was issued to. Upstream only. */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
}

private fun asExchangeRefreshToken(json: Json) = ExchangeRefreshToken(json.asObject())

/** Exchanges a session token for an access token. Nothing is stored. */
class ExchangeSessionToken(json: Json.Object) : Record(json) {
    constructor(st: String) : this(fields("st" to st))

    /** The session token. */
    val st: String get() = json.read("st", Json::asText)
}

private fun asExchangeSessionToken(json: Json) = ExchangeSessionToken(json.asObject())

/** The amount of detail added to a prompt. */
enum class Expansion(override val word: String) : Word {
    /** The amount of detail added to a prompt. */
    SHORT("short"),
    /** The amount of detail added to a prompt. */
    MEDIUM("medium"),
    /** The amount of detail added to a prompt. */
    LONG("long"),
}

private fun asExpansion(json: Json) = json.asWord(Expansion.entries)

/** The video of a post. */
class FeedAttachment(json: Json.Object) : Record(json) {
    /** `video`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The address. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The address for downloading. */
    val downloadableUrl: String? get() = json.readOrNull("downloadable_url", Json::asText)
    /** Width in pixels. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** Height in pixels. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
    /** Frames in all. */
    val nFrames: Long? get() = json.readOrNull("n_frames", Json::asInteger)
    /** Length in seconds. */
    val durationSeconds: Double? get() = json.readOrNull("duration_seconds", Json::asNumber)
    /** A still. */
    val thumbnailUrl: String? get() = json.readOrNull("thumbnail_url", Json::asText)
}

private fun asFeedAttachment(json: Json) = FeedAttachment(json.asObject())

/** A part of the public feed. */
enum class FeedCut(override val word: String) : Word {
    /** The latest. */
    NF2_LATEST("nf2_latest"),
    /** The most liked. */
    NF2_TOP("nf2_top"),
}

private fun asFeedCut(json: Json) = json.asWord(FeedCut.entries)

/**
 * A published video. Its fields are the gateway's summary, or the native post
 * as it is; what is not listed here is in `extra`.
 */
class FeedItem(json: Json.Object) : Record(json) {
    /** The post's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The post's text. */
    val text: String? get() = json.readOrNull("text", Json::asText)
    /** The address of the post's page. */
    val permalink: String? get() = json.readOrNull("permalink", Json::asText)
    /** A still. */
    val previewImageUrl: String? get() = json.readOrNull("preview_image_url", Json::asText)
    /** The time of publication. */
    val postedAt: Double? get() = json.readOrNull("posted_at", Json::asNumber)
    /** The number of likes. */
    val likeCount: Long? get() = json.readOrNull("like_count", Json::asInteger)
    /** The number of views. */
    val viewCount: Long? get() = json.readOrNull("view_count", Json::asInteger)
    /** The number of new versions. */
    val remixCount: Long? get() = json.readOrNull("remix_count", Json::asInteger)
    /** The video. */
    val attachment: FeedAttachment? get() = json.readOrNull("attachment", ::asFeedAttachment)
    /** The user who published it. */
    val author: UserProfile? get() = json.readOrNull("author", ::asUserProfile)
}

private fun asFeedItem(json: Json) = FeedItem(json.asObject())

/** A page of published videos. */
class FeedItems(json: Json.Object) : Record(json) {
    /** The videos. */
    val items: List<FeedItem> get() = json.read("items", listed(::asFeedItem))
    /** The position of the next page; absent on the last page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asFeedItems(json: Json) = FeedItems(json.asObject())

/** A character or user that was found. */
class FoundCharacter(json: Json.Object) : Record(json) {
    /** The user's id. */
    val userId: String? get() = json.readOrNull("user_id", Json::asText)
    /** The name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The picture. */
    val profilePictureUrl: String? get() = json.readOrNull("profile_picture_url", Json::asText)
    /** True if the character or user may appear in videos. */
    val canCameo: Boolean? get() = json.readOrNull("can_cameo", Json::asBool)
    /** True if the character or user is verified. */
    val verified: Boolean? get() = json.readOrNull("verified", Json::asBool)
    /** The number of followers. */
    val followerCount: Long? get() = json.readOrNull("follower_count", Json::asInteger)
    /** The tag by which prompts refer to it, such as `<@ch_xxx>`. Not a secret. */
    val token: String? get() = json.readOrNull("token", Json::asText)
    /** The owner of the character. */
    val owner: CharacterOwner? get() = json.readOrNull("owner", ::asCharacterOwner)
}

private fun asFoundCharacter(json: Json) = FoundCharacter(json.asObject())

/** A model. */
class GatewayModel(json: Json.Object) : Record(json) {
    /** The model's id. */
    val id: String get() = json.read("id", Json::asText)
    /** `sora2api`. */
    val ownedBy: String? get() = json.readOrNull("owned_by", Json::asText)
    /** The model's output, such as `Video generation - landscape`. */
    val description: String? get() = json.readOrNull("description", Json::asText)
}

private fun asGatewayModel(json: Json) = GatewayModel(json.asObject())

/** The gateway's models. */
class GatewayModels(json: Json.Object) : Record(json) {
    /** The models. */
    val data: List<GatewayModel> get() = json.read("data", listed(::asGatewayModel))
}

private fun asGatewayModels(json: Json) = GatewayModels(json.asObject())

/** The figures of a gateway. */
class GatewayStats(json: Json.Object) : Record(json) {
    /** Accounts in all. */
    val totalTokens: Long? get() = json.readOrNull("total_tokens", Json::asInteger)
    /** Enabled accounts. */
    val activeTokens: Long? get() = json.readOrNull("active_tokens", Json::asInteger)
    /** Images made today. */
    val todayImages: Long? get() = json.readOrNull("today_images", Json::asInteger)
    /** Images made in all. */
    val totalImages: Long? get() = json.readOrNull("total_images", Json::asInteger)
    /** Videos made today. */
    val todayVideos: Long? get() = json.readOrNull("today_videos", Json::asInteger)
    /** Videos made in all. */
    val totalVideos: Long? get() = json.readOrNull("total_videos", Json::asInteger)
    /** Errors today. */
    val todayErrors: Long? get() = json.readOrNull("today_errors", Json::asInteger)
    /** Errors in all. */
    val totalErrors: Long? get() = json.readOrNull("total_errors", Json::asInteger)
}

private fun asGatewayStats(json: Json) = GatewayStats(json.asObject())

/** A task of the native backend, as the gateway passes it on. */
class GatewayTask(json: Json.Object) : Record(json) {
    /** The task's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The backend's word for its state. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The prompt. */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** Progress from 0 to 1. */
    val progressPct: Double? get() = json.readOrNull("progress_pct", Json::asNumber)
    /** The works that the task has made. */
    val generations: List<TaskGeneration> get() = json.read("generations", listed(::asTaskGeneration))
    /** The gateway's own id of the task. */
    val taskId: String? get() = json.readOrNull("task_id", Json::asText)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The addresses of the works. On the wire, the text of a JSON array. */
    val resultUrls: List<String> get() = json.read("result_urls", listed(Json::asText))
    /** The reason for the failure. */
    val errorMessage: String? get() = json.readOrNull("error_message", Json::asText)
    /** The time at which the task was begun. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The time at which the task ended. */
    val completedAt: Double? get() = json.readOrNull("completed_at", Json::asNumber)
}

private fun asGatewayTask(json: Json) = GatewayTask(json.asObject())

/** An image that was made: its address, or its bytes. */
class GeneratedImage(json: Json.Object) : Record(json) {
    /** The address. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The bytes, in base64. */
    val b64Json: String? get() = json.readOrNull("b64_json", Json::asText)
    /** The prompt that the image was made with. */
    val revisedPrompt: String? get() = json.readOrNull("revised_prompt", Json::asText)
}

private fun asGeneratedImage(json: Json) = GeneratedImage(json.asObject())

/** The images that were made. */
class GeneratedImages(json: Json.Object) : Record(json) {
    /** The time of creation. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The images. */
    val data: List<GeneratedImage> get() = json.read("data", listed(::asGeneratedImage))
}

private fun asGeneratedImages(json: Json) = GeneratedImages(json.asObject())

/** The answer. */
class GenerationAnswer(json: Json.Object) : Record(json) {
    /** The settings. */
    val config: GenerationTimeout? get() = json.readOrNull("config", ::asGenerationTimeout)
}

private fun asGenerationAnswer(json: Json) = GenerationAnswer(json.asObject())

/** The longest times that the gateway waits for media. */
class GenerationTimeout(json: Json.Object) : Record(json) {
    /** For an image, in seconds. */
    val imageTimeout: Long? get() = json.readOrNull("image_timeout", Json::asInteger)
    /** For a video, in seconds. */
    val videoTimeout: Long? get() = json.readOrNull("video_timeout", Json::asInteger)
}

private fun asGenerationTimeout(json: Json) = GenerationTimeout(json.asObject())

/** Reads the settings by which the gateway keeps files. */
class GetCache(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetCache(json: Json) = GetCache(json.asObject())

/** Reads a character. */
class GetCharacter(json: Json.Object) : Record(json) {
    constructor(cameoId: String) : this(fields("cameo_id" to cameoId))

    /** The cameo's id, `ch_…`. */
    val cameoId: String get() = json.read("cameo_id", Json::asText)
}

private fun asGetCharacter(json: Json) = GetCharacter(json.asObject())

/** Reads whether the gateway uses a solver. */
class GetCloudflare(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetCloudflare(json: Json) = GetCloudflare(json.asObject())

/** Reads the state of the gateway's credentials. */
class GetCloudflareState(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetCloudflareState(json: Json) = GetCloudflareState(json.asObject())

/** Reads the gateway's settings. */
class GetConfig(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetConfig(json: Json) = GetConfig(json.asObject())

/** Reads how long the gateway waits for media. */
class GetGenerationTimeout(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetGenerationTimeout(json: Json) = GetGenerationTimeout(json.asObject())

/** Asks for an invite code of any account that has one left. */
class GetInviteCode(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetInviteCode(json: Json) = GetInviteCode(json.asObject())

/** Reads a user's profile. */
class GetProfile(json: Json.Object) : Record(json) {
    constructor(username: String, tokenId: TokenId? = null) : this(fields("username" to username, "token_id" to tokenId))

    /** The user's name. */
    val username: String get() = json.read("username", Json::asText)
    /** The account to ask with; any when absent. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
}

private fun asGetProfile(json: Json) = GetProfile(json.asObject())

/** Reads the gateway's proxy. */
class GetProxy(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetProxy(json: Json) = GetProxy(json.asObject())

/** Asks what the gateway has made. */
class GetStats(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetStats(json: Json) = GetStats(json.asObject())

/** Asks what the gateway has made. */
class GetSystemStats(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetSystemStats(json: Json) = GetSystemStats(json.asObject())

/** Reads the state of a task. */
class GetTask(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId, taskId: String) : this(fields("token_id" to tokenId, "task_id" to taskId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
    /** The task's id, `task_…`. */
    val taskId: String get() = json.read("task_id", Json::asText)
}

private fun asGetTask(json: Json) = GetTask(json.asObject())

/** Reads whether the gateway renews access tokens automatically. */
class GetTokenRefresh(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetTokenRefresh(json: Json) = GetTokenRefresh(json.asObject())

/** Reads the state of a video. */
class GetVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String) : this(fields("video_id" to videoId))

    /** The task's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
}

private fun asGetVideo(json: Json) = GetVideo(json.asObject())

/** Reads the address of a finished video. */
class GetVideoContent(json: Json.Object) : Record(json) {
    constructor(videoId: String) : this(fields("video_id" to videoId))

    /** The task's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
}

private fun asGetVideoContent(json: Json) = GetVideoContent(json.asObject())

/** Reads whether the gateway returns links without a watermark. */
class GetWatermarkFree(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetWatermarkFree(json: Json) = GetWatermarkFree(json.asObject())

/** The form in which an image is returned. */
enum class ImageFormat(override val word: String) : Word {
    /** An address. */
    URL("url"),
    /** The bytes, in base64. */
    B64_JSON("b64_json"),
}

private fun asImageFormat(json: Json) = json.asWord(ImageFormat.entries)

/** The quality of an image. */
enum class ImageQuality(override val word: String) : Word {
    /** Standard definition. */
    STANDARD("standard"),
    /** High definition. */
    HD("hd"),
}

private fun asImageQuality(json: Json) = json.asWord(ImageQuality.entries)

/** The style of an image. */
enum class ImageStyle(override val word: String) : Word {
    /** The style of an image. */
    NATURAL("natural"),
    /** The style of an image. */
    VIVID("vivid"),
}

private fun asImageStyle(json: Json) = json.asWord(ImageStyle.entries)

/** The step that the upstream gateway takes with imported accounts first. */
enum class ImportMode(override val word: String) : Word {
    /** Nothing. */
    OFFLINE("offline"),
    /** Tries the access token. */
    AT("at"),
    /** Exchanges the session token. */
    ST("st"),
    /** Exchanges the refresh token. */
    RT("rt"),
}

private fun asImportMode(json: Json) = json.asWord(ImportMode.entries)

/** Adds accounts by their refresh tokens, which the gateway uses up and replaces. */
class ImportRefreshTokens(json: Json.Object) : Record(json) {
    constructor(refreshTokens: List<String>, clientId: String, proxyUrl: String? = null, imageConcurrency: Long? = null, videoConcurrency: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("refresh_tokens" to refreshTokens, "client_id" to clientId, "proxy_url" to proxyUrl, "image_concurrency" to imageConcurrency, "video_concurrency" to videoConcurrency).with(extra))

    /** The refresh tokens. */
    val refreshTokens: List<String> get() = json.read("refresh_tokens", listed(Json::asText))
    /** The client id that they were issued to. */
    val clientId: String get() = json.read("client_id", Json::asText)
    /** The proxy to exchange them through. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** The number of images that each makes at once; -1 means no limit. */
    val imageConcurrency: Long? get() = json.readOrNull("image_concurrency", Json::asInteger)
    /** The number of videos that each makes at once; -1 means no limit. */
    val videoConcurrency: Long? get() = json.readOrNull("video_concurrency", Json::asInteger)
}

private fun asImportRefreshTokens(json: Json) = ImportRefreshTokens(json.asObject())

/** Adds accounts, and changes those whose e-mail address is already known. */
class ImportTokens(json: Json.Object) : Record(json) {
    constructor(tokens: List<ImportedToken>, mode: ImportMode? = null, extra: Map<String, Json> = emptyMap()) : this(fields("tokens" to tokens, "mode" to mode).with(extra))

    /** The accounts. */
    val tokens: List<ImportedToken> get() = json.read("tokens", listed(::asImportedToken))
    /** The step that the gateway takes with the accounts first. Upstream only. */
    val mode: ImportMode? get() = json.readOrNull("mode", ::asImportMode)
}

private fun asImportTokens(json: Json) = ImportTokens(json.asObject())

/** An account to import, with the token that the [mode](ImportMode) starts from. */
class ImportedToken(json: Json.Object) : Record(json) {
    constructor(email: String, accessToken: String? = null, sessionToken: String? = null, refreshToken: String? = null, clientId: String? = null, proxyUrl: String? = null, remark: String? = null, isActive: Boolean? = null, imageEnabled: Boolean? = null, videoEnabled: Boolean? = null, imageConcurrency: Long? = null, videoConcurrency: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("email" to email, "access_token" to accessToken, "session_token" to sessionToken, "refresh_token" to refreshToken, "client_id" to clientId, "proxy_url" to proxyUrl, "remark" to remark, "is_active" to isActive, "image_enabled" to imageEnabled, "video_enabled" to videoEnabled, "image_concurrency" to imageConcurrency, "video_concurrency" to videoConcurrency).with(extra))

    /** The e-mail address, which identifies the account. */
    val email: String get() = json.read("email", Json::asText)
    /** The access token. The modes `st` and `rt` do without it. */
    val accessToken: String? get() = json.readOrNull("access_token", Json::asText)
    /** The session token. */
    val sessionToken: String? get() = json.readOrNull("session_token", Json::asText)
    /** The refresh token. */
    val refreshToken: String? get() = json.readOrNull("refresh_token", Json::asText)
    /** The client id that the refresh token was issued to. */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
    /** The account's own proxy. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** A note. */
    val remark: String? get() = json.readOrNull("remark", Json::asText)
    /** True to enable the account, false to disable it. */
    val isActive: Boolean? get() = json.readOrNull("is_active", Json::asBool)
    /** True to let the account make images. */
    val imageEnabled: Boolean? get() = json.readOrNull("image_enabled", Json::asBool)
    /** True to let the account make videos. */
    val videoEnabled: Boolean? get() = json.readOrNull("video_enabled", Json::asBool)
    /** The most images that the account makes at once; -1 means no limit. */
    val imageConcurrency: Long? get() = json.readOrNull("image_concurrency", Json::asInteger)
    /** The most videos that the account makes at once; -1 means no limit. */
    val videoConcurrency: Long? get() = json.readOrNull("video_concurrency", Json::asInteger)
}

private fun asImportedToken(json: Json) = ImportedToken(json.asObject())

/** The result of an import. */
class ImportedTokens(json: Json.Object) : Record(json) {
    /** The number of accounts added. */
    val added: Long? get() = json.readOrNull("added", Json::asInteger)
    /** The number of accounts changed. */
    val updated: Long? get() = json.readOrNull("updated", Json::asInteger)
    /** The number of accounts that failed. */
    val failed: Long? get() = json.readOrNull("failed", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asImportedTokens(json: Json) = ImportedTokens(json.asObject())

/** An invite code. */
class InviteCode(json: Json.Object) : Record(json) {
    /** The code. */
    val inviteCode: String get() = json.read("invite_code", Json::asText)
    /** The number of times the code can still be used. */
    val remainingCount: Long? get() = json.readOrNull("remaining_count", Json::asInteger)
    /** The number of times the code can be used in all. */
    val totalCount: Long? get() = json.readOrNull("total_count", Json::asInteger)
    /** The e-mail address of the account that owns the code. */
    val email: String? get() = json.readOrNull("email", Json::asText)
}

private fun asInviteCode(json: Json) = InviteCode(json.asObject())

/** Lists all characters. */
class ListCharacters(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListCharacters(json: Json) = ListCharacters(json.asObject())

/** Lists the gateway's latest actions. */
class ListLogs(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null) : this(fields("limit" to limit))

    /** The most entries to return. Default: 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
}

private fun asListLogs(json: Json) = ListLogs(json.asObject())

/** Lists the gateway's models. */
class ListModels(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListModels(json: Json) = ListModels(json.asObject())

/** Lists the videos that one of the gateway's accounts has published. */
class ListOwnFeed(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId, limit: Long? = null) : this(fields("token_id" to tokenId, "limit" to limit))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
    /** The most videos to return. Default: 8. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
}

private fun asListOwnFeed(json: Json) = ListOwnFeed(json.asObject())

/** Lists the tasks that an account is working on. */
class ListPendingTasks(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asListPendingTasks(json: Json) = ListPendingTasks(json.asObject())

/** Lists the tasks that an account is working on, from the backend's second list. */
class ListPendingTasksV2(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asListPendingTasksV2(json: Json) = ListPendingTasksV2(json.asObject())

/** Lists the videos that everyone has published. */
class ListPublicFeed(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, cut: FeedCut? = null, cursor: String? = null, tokenId: TokenId? = null) : this(fields("limit" to limit, "cut" to cut, "cursor" to cursor, "token_id" to tokenId))

    /** The most videos to return. Default: 8. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The part of the feed; the latest is the default. */
    val cut: FeedCut? get() = json.readOrNull("cut", ::asFeedCut)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
    /** The account to ask with; any when absent. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
}

private fun asListPublicFeed(json: Json) = ListPublicFeed(json.asObject())

/** Lists an account's characters. */
class ListTokenCharacters(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asListTokenCharacters(json: Json) = ListTokenCharacters(json.asObject())

/** Lists the accounts, with their credentials. */
class ListTokens(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListTokens(json: Json) = ListTokens(json.asObject())

/** Lists the videos that a user has published. */
class ListUserFeed(json: Json.Object) : Record(json) {
    constructor(userId: String, limit: Long? = null, cursor: String? = null, tokenId: TokenId? = null) : this(fields("user_id" to userId, "limit" to limit, "cursor" to cursor, "token_id" to tokenId))

    /** The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`. */
    val userId: String get() = json.read("user_id", Json::asText)
    /** The most videos to return. Default: 8. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
    /** The account to ask with; any when absent. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
}

private fun asListUserFeed(json: Json) = ListUserFeed(json.asObject())

/** An action of the gateway. */
class LogEntry(json: Json.Object) : Record(json) {
    /** The entry's id. */
    val id: Long? get() = json.readOrNull("id", Json::asInteger)
    /** The account. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The account's e-mail address. */
    val tokenEmail: String? get() = json.readOrNull("token_email", Json::asText)
    /** The account's user name. */
    val tokenUsername: String? get() = json.readOrNull("token_username", Json::asText)
    /** The kind of action, such as `video_generation`. */
    val operation: String? get() = json.readOrNull("operation", Json::asText)
    /** The status that the action ended with; -1 in some forks while it is in progress. */
    val statusCode: Long? get() = json.readOrNull("status_code", Json::asInteger)
    /** The duration of the action, in seconds. */
    val duration: Double? get() = json.readOrNull("duration", Json::asNumber)
    /** The time of the action. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The request, as text. */
    val requestBody: String? get() = json.readOrNull("request_body", Json::asText)
    /** The answer, as text. */
    val responseBody: String? get() = json.readOrNull("response_body", Json::asText)
    /** The id of the task that the action created. */
    val taskId: String? get() = json.readOrNull("task_id", Json::asText)
    /** The progress of that task, in percent. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)
    /** The state of that task. */
    val taskStatus: String? get() = json.readOrNull("task_status", Json::asText)
}

private fun asLogEntry(json: Json) = LogEntry(json.asObject())

/** A login. */
class LoggedIn(json: Json.Object) : Record(json) {
    /**
     * The token of the login, `admin-…`. It lives until logout, a new password,
     * or a restart of the gateway.
     */
    val token: String get() = json.read("token", Json::asText)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asLoggedIn(json: Json) = LoggedIn(json.asObject())

/** Logs an admin in. The client keeps the token for the calls that follow. */
class Login(json: Json.Object) : Record(json) {
    constructor(username: String, password: String) : this(fields("username" to username, "password" to password))

    /** The admin's name. */
    val username: String get() = json.read("username", Json::asText)
    /** The password. */
    val password: String get() = json.read("password", Json::asText)
}

private fun asLogin(json: Json) = Login(json.asObject())

/** Logs the admin out: the token is worth nothing any more. */
class Logout(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asLogout(json: Json) = Logout(json.asObject())

/** A character, as the gateway keeps it. */
class ManagedCharacter(json: Json.Object) : Record(json) {
    /** The character's id in the gateway. */
    val id: Long? get() = json.readOrNull("id", Json::asInteger)
    /** The cameo's id, `ch_…`. */
    val cameoId: String? get() = json.readOrNull("cameo_id", Json::asText)
    /** The character's id, `char_…`. */
    val characterId: String? get() = json.readOrNull("character_id", Json::asText)
    /** The account that it belongs to. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The name that prompts use. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The address of the character's picture. */
    val profileUrl: String? get() = json.readOrNull("profile_url", Json::asText)
    /** The instructions for the character's behaviour: text, or JSON as text. */
    val instructionSet: String? get() = json.readOrNull("instruction_set", Json::asText)
    /** The instructions for what the character must not do: text, or JSON as text. */
    val safetyInstructionSet: String? get() = json.readOrNull("safety_instruction_set", Json::asText)
    /** `private` or `public`. */
    val visibility: String? get() = json.readOrNull("visibility", Json::asText)
    /** `processing`, `finalized` or `deleted`. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The time of creation. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The time of the last change. */
    val updatedAt: Double? get() = json.readOrNull("updated_at", Json::asNumber)
}

private fun asManagedCharacter(json: Json) = ManagedCharacter(json.asObject())

/**
 * An account, with its credentials, settings and figures. The gateway calls it
 * a token.
 */
class ManagedToken(json: Json.Object) : Record(json) {
    /** The account's id in the gateway. */
    val id: TokenId get() = json.read("id", ::asTokenId)
    /** The access token. */
    val token: String? get() = json.readOrNull("token", Json::asText)
    /** The session token. */
    val st: String? get() = json.readOrNull("st", Json::asText)
    /** The refresh token. */
    val rt: String? get() = json.readOrNull("rt", Json::asText)
    /** The client id that the refresh token was issued to. */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
    /** The account's own proxy. It may hold a password. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** The e-mail address. */
    val email: String? get() = json.readOrNull("email", Json::asText)
    /** The user name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The display name. */
    val name: String? get() = json.readOrNull("name", Json::asText)
    /** A note of the admin's. */
    val remark: String? get() = json.readOrNull("remark", Json::asText)
    /** The time at which the access token expires. */
    val expiryTime: Double? get() = json.readOrNull("expiry_time", Json::asNumber)
    /** True if the account is enabled. */
    val isActive: Boolean? get() = json.readOrNull("is_active", Json::asBool)
    /** The time until which the account rests. */
    val cooledUntil: Double? get() = json.readOrNull("cooled_until", Json::asNumber)
    /** The time at which the account was added. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The time of the last use. */
    val lastUsedAt: Double? get() = json.readOrNull("last_used_at", Json::asNumber)
    /** The number of times the account was used. */
    val useCount: Long? get() = json.readOrNull("use_count", Json::asInteger)
    /** The number of images that the account has made. */
    val imageCount: Long? get() = json.readOrNull("image_count", Json::asInteger)
    /** The number of videos that the account has made. */
    val videoCount: Long? get() = json.readOrNull("video_count", Json::asInteger)
    /** The number of times the account has failed. */
    val errorCount: Long? get() = json.readOrNull("error_count", Json::asInteger)
    /** The plan, such as `chatgpt_team`. */
    val planType: String? get() = json.readOrNull("plan_type", Json::asText)
    /** The name of the plan, in words. */
    val planTitle: String? get() = json.readOrNull("plan_title", Json::asText)
    /** The time at which the plan ends. */
    val subscriptionEnd: Double? get() = json.readOrNull("subscription_end", Json::asNumber)
    /** True if the account has Sora 2; absent if that is not known. */
    val sora2Supported: Boolean? get() = json.readOrNull("sora2_supported", Json::asBool)
    /** The account's invite code. */
    val sora2InviteCode: String? get() = json.readOrNull("sora2_invite_code", Json::asText)
    /** The number of times the invite code was used. */
    val sora2RedeemedCount: Long? get() = json.readOrNull("sora2_redeemed_count", Json::asInteger)
    /** The number of times the invite code can be used. */
    val sora2TotalCount: Long? get() = json.readOrNull("sora2_total_count", Json::asInteger)
    /** The number of videos that the account may still make. */
    val sora2RemainingCount: Long? get() = json.readOrNull("sora2_remaining_count", Json::asInteger)
    /** The time from which the account may make videos again. */
    val sora2CooldownUntil: Double? get() = json.readOrNull("sora2_cooldown_until", Json::asNumber)
    /** True if the account makes images. */
    val imageEnabled: Boolean? get() = json.readOrNull("image_enabled", Json::asBool)
    /** True if the account makes videos. */
    val videoEnabled: Boolean? get() = json.readOrNull("video_enabled", Json::asBool)
    /** The most images that the account makes at once; -1 means no limit. */
    val imageConcurrency: Long? get() = json.readOrNull("image_concurrency", Json::asInteger)
    /** The most videos that the account makes at once; -1 means no limit. */
    val videoConcurrency: Long? get() = json.readOrNull("video_concurrency", Json::asInteger)
}

private fun asManagedToken(json: Json) = ManagedToken(json.asObject())

/** Landscape or portrait. */
enum class Orientation(override val word: String) : Word {
    /** 16:9. */
    LANDSCAPE("landscape"),
    /** 9:16. */
    PORTRAIT("portrait"),
}

private fun asOrientation(json: Json) = json.asWord(Orientation.entries)

/** A page of the videos that an account has published. */
class OwnFeed(json: Json.Object) : Record(json) {
    /** The account. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The page. */
    val feed: FeedItems? get() = json.readOrNull("feed", ::asFeedItems)
}

private fun asOwnFeed(json: Json) = OwnFeed(json.asObject())

/** The tasks that an account is working on. */
class PendingTasks(json: Json.Object) : Record(json) {
    /** The account. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The number of tasks. */
    val count: Long? get() = json.readOrNull("count", Json::asInteger)
    /** The tasks. */
    val tasks: List<GatewayTask> get() = json.read("tasks", listed(::asGatewayTask))
}

private fun asPendingTasks(json: Json) = PendingTasks(json.asObject())

/** The answer. */
class ProfileAnswer(json: Json.Object) : Record(json) {
    /** The profile. */
    val profile: UserProfile? get() = json.readOrNull("profile", ::asUserProfile)
}

private fun asProfileAnswer(json: Json) = ProfileAnswer(json.asObject())

/** The gateway's proxy. */
class ProxyConfig(json: Json.Object) : Record(json) {
    /** True if the gateway uses a proxy. */
    val proxyEnabled: Boolean? get() = json.readOrNull("proxy_enabled", Json::asBool)
    /** The proxy's address. It may hold a password. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** True if the gateway uses a pool of several proxies. */
    val proxyPoolEnabled: Boolean? get() = json.readOrNull("proxy_pool_enabled", Json::asBool)
    /** The number of proxies in the pool. */
    val proxyPoolCount: Long? get() = json.readOrNull("proxy_pool_count", Json::asInteger)
    /** True if images are uploaded through another proxy. Upstream only. */
    val imageUploadProxyEnabled: Boolean? get() = json.readOrNull("image_upload_proxy_enabled", Json::asBool)
    /** The address of that proxy. Upstream only. */
    val imageUploadProxyUrl: String? get() = json.readOrNull("image_upload_proxy_url", Json::asText)
}

private fun asProxyConfig(json: Json) = ProxyConfig(json.asObject())

/** A page of the videos that everyone has published. */
class PublicFeed(json: Json.Object) : Record(json) {
    /** The part of the feed. */
    val cut: String? get() = json.readOrNull("cut", Json::asText)
    /** The number of videos on the page. */
    val count: Long? get() = json.readOrNull("count", Json::asInteger)
    /** The position of the next page; absent on the last page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
    /** The videos. */
    val items: List<FeedItem> get() = json.read("items", listed(::asFeedItem))
}

private fun asPublicFeed(json: Json) = PublicFeed(json.asObject())

/** The progress of a generation, in whichever form the gateway writes it. */
class Reasoning(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: ReasoningProgress) : this(Json.of(value))

}

private fun asReasoning(json: Json) = Reasoning(json)

/** The progress of a generation, as an object. */
class ReasoningProgress(json: Json.Object) : Record(json) {
    /** The stage, such as `generation`. */
    val stage: String? get() = json.readOrNull("stage", Json::asText)
    /** The status, such as `processing`. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The progress in percent, from 0 to 100. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)
    /** A sentence. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asReasoningProgress(json: Json) = ReasoningProgress(json.asObject())

/**
 * An image or video that a creation starts from.
 *
 * In JSON, a text is an address or a data URL if it begins like one, and otherwise a
 * path.
 */
class Reference(json: Json) : Union(json) {
    constructor(value: FileInput) : this(Json.of(value))

    /** `https://…` or `data:image/…;base64,…`; base64 alone is understood too. */
    val url: String? get() = json.readOrNull("url", Json::asText)

    companion object {
        /**
         * An address, or a data URL. If a dialect cannot take it by address, it is fetched
         * and uploaded.
         */
        fun url(url: String) = Reference(fields("url" to url))
    }
}

private fun asReference(json: Json) = Reference(json)

/** Has the gateway obtain new credentials. Fails when the solver is off. */
class RefreshCloudflare(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asRefreshCloudflare(json: Json) = RefreshCloudflare(json.asObject())

/** Makes a new version of a video. */
class RemixVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String, prompt: String, model: String? = null, seconds: VideoSeconds? = null, size: VideoSize? = null, styleId: VideoStyle? = null, asyncMode: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("video_id" to videoId, "prompt" to prompt, "model" to model, "seconds" to seconds, "size" to size, "style_id" to styleId, "async_mode" to asyncMode).with(extra))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
    /** The text that describes the changes. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model; `sora-2` is the default. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length: 10 or 15 s. */
    val seconds: VideoSeconds? get() = json.readOrNull("seconds", ::asVideoSeconds)
    /** The size in pixels. */
    val size: VideoSize? get() = json.readOrNull("size", ::asVideoSize)
    /** The style. */
    val styleId: VideoStyle? get() = json.readOrNull("style_id", ::asVideoStyle)
    /** True to answer at once, false to answer when the video is done. Default: true. */
    val asyncMode: Boolean? get() = json.readOrNull("async_mode", Json::asBool)
}

private fun asRemixVideo(json: Json) = RemixVideo(json.asObject())

/** Searches for characters and users by name. */
class SearchCharacters(json: Json.Object) : Record(json) {
    constructor(username: String, intent: SearchIntent? = null, tokenId: TokenId? = null, limit: Long? = null) : this(fields("username" to username, "intent" to intent, "token_id" to tokenId, "limit" to limit))

    /** The name, or its beginning. */
    val username: String get() = json.read("username", Json::asText)
    /** The users to look for; `users` is the default. */
    val intent: SearchIntent? get() = json.readOrNull("intent", ::asSearchIntent)
    /** The account to search with; any when absent. */
    val tokenId: TokenId? get() = json.readOrNull("token_id", ::asTokenId)
    /** The most results to return. Default: 10. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
}

private fun asSearchCharacters(json: Json) = SearchCharacters(json.asObject())

/** The users that a search looks for. */
enum class SearchIntent(override val word: String) : Word {
    /** All users. */
    USERS("users"),
    /** Those who may appear in videos. */
    CAMEO("cameo"),
}

private fun asSearchIntent(json: Json) = json.asWord(SearchIntent.entries)

/** Sets the key of the `/v1` interfaces. */
class SetApiKey(json: Json.Object) : Record(json) {
    constructor(newApiKey: String, extra: Map<String, Json> = emptyMap()) : this(fields("new_api_key" to newApiKey).with(extra))

    /** The new key. */
    val newApiKey: String get() = json.read("new_api_key", Json::asText)
}

private fun asSetApiKey(json: Json) = SetApiKey(json.asObject())

/** Sets the address under which the gateway offers files. */
class SetCacheBaseUrl(json: Json.Object) : Record(json) {
    constructor(baseUrl: String, extra: Map<String, Json> = emptyMap()) : this(fields("base_url" to baseUrl).with(extra))

    /** The address; empty for the gateway's own. */
    val baseUrl: String get() = json.read("base_url", Json::asText)
}

private fun asSetCacheBaseUrl(json: Json) = SetCacheBaseUrl(json.asObject())

/** Sets whether the gateway keeps files. */
class SetCacheEnabled(json: Json.Object) : Record(json) {
    constructor(enabled: Boolean, extra: Map<String, Json> = emptyMap()) : this(fields("enabled" to enabled).with(extra))

    /** True to keep files. */
    val enabled: Boolean get() = json.read("enabled", Json::asBool)
}

private fun asSetCacheEnabled(json: Json) = SetCacheEnabled(json.asObject())

/** Sets how long the gateway keeps files. */
class SetCacheTimeout(json: Json.Object) : Record(json) {
    constructor(timeout: Long, extra: Map<String, Json> = emptyMap()) : this(fields("timeout" to timeout).with(extra))

    /** The time to keep a file, in seconds, from 60 to 86400; upstream takes -1 for ever. */
    val timeout: Long get() = json.read("timeout", Json::asInteger)
}

private fun asSetCacheTimeout(json: Json) = SetCacheTimeout(json.asObject())

/** Turns the gateway's use of a solver on or off, and sets the solver. */
class SetCloudflare(json: Json.Object) : Record(json) {
    constructor(solverEnabled: Boolean, solverApiUrl: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("solver_enabled" to solverEnabled, "solver_api_url" to solverApiUrl).with(extra))

    /** True to use a solver. */
    val solverEnabled: Boolean get() = json.read("solver_enabled", Json::asBool)
    /** The solver's address. */
    val solverApiUrl: String? get() = json.readOrNull("solver_api_url", Json::asText)
}

private fun asSetCloudflare(json: Json) = SetCloudflare(json.asObject())

/** Sets when an account is disabled, and when a task is tried again. */
class SetConfig(json: Json.Object) : Record(json) {
    constructor(errorBanThreshold: Long, taskRetryEnabled: Boolean? = null, taskMaxRetries: Long? = null, autoDisableOn401: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("error_ban_threshold" to errorBanThreshold, "task_retry_enabled" to taskRetryEnabled, "task_max_retries" to taskMaxRetries, "auto_disable_on_401" to autoDisableOn401).with(extra))

    /** The number of consecutive errors after which an account is disabled, from 1. */
    val errorBanThreshold: Long get() = json.read("error_ban_threshold", Json::asInteger)
    /** True to try a failed task again with another account. Upstream only. */
    val taskRetryEnabled: Boolean? get() = json.readOrNull("task_retry_enabled", Json::asBool)
    /** The most times that a failed task is tried again. Upstream only. */
    val taskMaxRetries: Long? get() = json.readOrNull("task_max_retries", Json::asInteger)
    /** True to disable an account when the backend answers it with 401. Upstream only. */
    val autoDisableOn401: Boolean? get() = json.readOrNull("auto_disable_on_401", Json::asBool)
}

private fun asSetConfig(json: Json) = SetConfig(json.asObject())

/** Sets whether requests are written to the log in full. */
class SetDebug(json: Json.Object) : Record(json) {
    constructor(enabled: Boolean, extra: Map<String, Json> = emptyMap()) : this(fields("enabled" to enabled).with(extra))

    /** True to write requests to the log in full. */
    val enabled: Boolean get() = json.read("enabled", Json::asBool)
}

private fun asSetDebug(json: Json) = SetDebug(json.asObject())

/** Sets how long the gateway waits for media. What is absent stays as it is. */
class SetGenerationTimeout(json: Json.Object) : Record(json) {
    constructor(imageTimeout: Long? = null, videoTimeout: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("image_timeout" to imageTimeout, "video_timeout" to videoTimeout).with(extra))

    /** For an image, in seconds, from 60 to 3600. */
    val imageTimeout: Long? get() = json.readOrNull("image_timeout", Json::asInteger)
    /** For a video, in seconds, from 60 to 7200. */
    val videoTimeout: Long? get() = json.readOrNull("video_timeout", Json::asInteger)
}

private fun asSetGenerationTimeout(json: Json) = SetGenerationTimeout(json.asObject())

/**
 * Sets the admin's password, and name if one is given. It ends all logins:
 * log in again.
 */
class SetPassword(json: Json.Object) : Record(json) {
    constructor(oldPassword: String, newPassword: String, username: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("old_password" to oldPassword, "new_password" to newPassword, "username" to username).with(extra))

    /** The current password. */
    val oldPassword: String get() = json.read("old_password", Json::asText)
    /** The new password. */
    val newPassword: String get() = json.read("new_password", Json::asText)
    /** The new name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
}

private fun asSetPassword(json: Json) = SetPassword(json.asObject())

/** Sets the gateway's proxy. */
class SetProxy(json: Json.Object) : Record(json) {
    constructor(proxyEnabled: Boolean, proxyUrl: String? = null, proxyPoolEnabled: Boolean? = null, imageUploadProxyEnabled: Boolean? = null, imageUploadProxyUrl: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("proxy_enabled" to proxyEnabled, "proxy_url" to proxyUrl, "proxy_pool_enabled" to proxyPoolEnabled, "image_upload_proxy_enabled" to imageUploadProxyEnabled, "image_upload_proxy_url" to imageUploadProxyUrl).with(extra))

    /** True to use a proxy. */
    val proxyEnabled: Boolean get() = json.read("proxy_enabled", Json::asBool)
    /** The proxy's address, such as `http://proxy:8080`. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** True to use a pool of several proxies. */
    val proxyPoolEnabled: Boolean? get() = json.readOrNull("proxy_pool_enabled", Json::asBool)
    /** True to upload images through another proxy. Upstream only. */
    val imageUploadProxyEnabled: Boolean? get() = json.readOrNull("image_upload_proxy_enabled", Json::asBool)
    /** The address of that proxy. Upstream only. */
    val imageUploadProxyUrl: String? get() = json.readOrNull("image_upload_proxy_url", Json::asText)
}

private fun asSetProxy(json: Json) = SetProxy(json.asObject())

/** Sets whether the gateway renews access tokens automatically. */
class SetTokenRefresh(json: Json.Object) : Record(json) {
    constructor(enabled: Boolean, extra: Map<String, Json> = emptyMap()) : this(fields("enabled" to enabled).with(extra))

    /** True to renew access tokens automatically. */
    val enabled: Boolean get() = json.read("enabled", Json::asBool)
}

private fun asSetTokenRefresh(json: Json) = SetTokenRefresh(json.asObject())

/**
 * Enables or disables an account. Running gateways answer success for an unknown account too
 * (docs/wire/sora2api.md §12.1).
 */
class SetTokenStatus(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId, isActive: Boolean, extra: Map<String, Json> = emptyMap()) : this(fields("token_id" to tokenId, "is_active" to isActive).with(extra))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
    /** True to enable the account, false to disable it. */
    val isActive: Boolean get() = json.read("is_active", Json::asBool)
}

private fun asSetTokenStatus(json: Json) = SetTokenStatus(json.asObject())

/**
 * Sets whether the gateway returns links without a watermark. For your own works only: the gateway
 * publishes each of them to do so.
 */
class SetWatermarkFree(json: Json.Object) : Record(json) {
    constructor(watermarkFreeEnabled: Boolean, parseMethod: String? = null, customParseUrl: String? = null, customParseToken: String? = null, fallbackOnFailure: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("watermark_free_enabled" to watermarkFreeEnabled, "parse_method" to parseMethod, "custom_parse_url" to customParseUrl, "custom_parse_token" to customParseToken, "fallback_on_failure" to fallbackOnFailure).with(extra))

    /** True to return links without a watermark. */
    val watermarkFreeEnabled: Boolean get() = json.read("watermark_free_enabled", Json::asBool)
    /** The method: `third_party` or `custom`; some forks have `builtin`. Default: `third_party`. */
    val parseMethod: String? get() = json.readOrNull("parse_method", Json::asText)
    /** The admin's own service. */
    val customParseUrl: String? get() = json.readOrNull("custom_parse_url", Json::asText)
    /** The token of that service. */
    val customParseToken: String? get() = json.readOrNull("custom_parse_token", Json::asText)
    /**
     * True to return the link with a watermark when the gateway gets none without one. Not in the
     * document.
     */
    val fallbackOnFailure: Boolean? get() = json.readOrNull("fallback_on_failure", Json::asBool)
}

private fun asSetWatermarkFree(json: Json) = SetWatermarkFree(json.asObject())

/** The answer with the gateway's figures. */
class StatsAnswer(json: Json.Object) : Record(json) {
    /** The figures. */
    val stats: GatewayStats? get() = json.readOrNull("stats", ::asGatewayStats)
}

private fun asStatsAnswer(json: Json) = StatsAnswer(json.asObject())

/** The state of a task. */
class TaskAnswer(json: Json.Object) : Record(json) {
    /** The task. */
    val task: GatewayTask? get() = json.readOrNull("task", ::asGatewayTask)
}

private fun asTaskAnswer(json: Json) = TaskAnswer(json.asObject())

/** A work that a task has made. */
class TaskGeneration(json: Json.Object) : Record(json) {
    /** The work's id, `gen_…`. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The address. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** Width in pixels. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** Height in pixels. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
}

private fun asTaskGeneration(json: Json) = TaskGeneration(json.asObject())

/** Checks whether an account's access token is valid, and reads what the account may make. */
class TestToken(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId) : this(fields("token_id" to tokenId))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
}

private fun asTestToken(json: Json) = TestToken(json.asObject())

/**
 * Checks whether the accounts' access tokens are valid, and enables or disables the accounts
 * accordingly.
 */
class TestTokens(json: Json.Object) : Record(json) {
    constructor(onlyActive: Boolean? = null, onlyDisabled: Boolean? = null) : this(fields("only_active" to onlyActive, "only_disabled" to onlyDisabled))

    /** True to test only the accounts that are enabled. Default: true. */
    val onlyActive: Boolean? get() = json.readOrNull("only_active", Json::asBool)
    /** True to test only the accounts that are disabled. Default: false. */
    val onlyDisabled: Boolean? get() = json.readOrNull("only_disabled", Json::asBool)
}

private fun asTestTokens(json: Json) = TestTokens(json.asObject())

/** Tries accounts' access tokens, and reads what they may make. */
class TestUpdateTokens(json: Json.Object) : Record(json) {
    constructor(tokenIds: List<TokenId>? = null) : this(fields("token_ids" to tokenIds))

    /** The accounts; all when absent. */
    val tokenIds: List<TokenId>? get() = json.readOrNull("token_ids", listed(::asTokenId))
}

private fun asTestUpdateTokens(json: Json) = TestUpdateTokens(json.asObject())

/**
 * The result of testing an account's access token. `success` in the answer means that the test was
 * run; `status` holds its outcome.
 */
class TestedToken(json: Json.Object) : Record(json) {
    /** `success` when the token is valid, else `failed`. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
    /** The e-mail address. */
    val email: String? get() = json.readOrNull("email", Json::asText)
    /** The user name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** True if the account has Sora 2. */
    val sora2Supported: Boolean? get() = json.readOrNull("sora2_supported", Json::asBool)
    /** The account's invite code. */
    val sora2InviteCode: String? get() = json.readOrNull("sora2_invite_code", Json::asText)
    /** The number of times the invite code was used. */
    val sora2RedeemedCount: Long? get() = json.readOrNull("sora2_redeemed_count", Json::asInteger)
    /** The number of times the invite code can be used. */
    val sora2TotalCount: Long? get() = json.readOrNull("sora2_total_count", Json::asInteger)
    /** The number of videos that the account may still make. */
    val sora2RemainingCount: Long? get() = json.readOrNull("sora2_remaining_count", Json::asInteger)
}

private fun asTestedToken(json: Json) = TestedToken(json.asObject())

/** The result of testing accounts. */
class TestedTokens(json: Json.Object) : Record(json) {
    /** The number of accounts whose access token is valid. */
    val valid: Long? get() = json.readOrNull("valid", Json::asInteger)
    /** The number of accounts whose access token is not valid. */
    val invalid: Long? get() = json.readOrNull("invalid", Json::asInteger)
    /** The number of accounts disabled. */
    val autoDisabled: Long? get() = json.readOrNull("auto_disabled", Json::asInteger)
    /** The number of accounts enabled. */
    val autoEnabled: Long? get() = json.readOrNull("auto_enabled", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asTestedTokens(json: Json) = TestedTokens(json.asObject())

/**
 * The id under which the gateway keeps an account: a number, or text in some
 * forks.
 */
class TokenId(json: Json) : Union(json) {
    constructor(value: Long) : this(Json.of(value))

    constructor(value: String) : this(Json.of(value))

}

private fun asTokenId(json: Json) = TokenId(json)

/** The answer. */
class TokenRefreshAnswer(json: Json.Object) : Record(json) {
    /** The settings. */
    val config: TokenRefreshConfig? get() = json.readOrNull("config", ::asTokenRefreshConfig)
}

private fun asTokenRefreshAnswer(json: Json) = TokenRefreshAnswer(json.asObject())

/** The setting for the automatic renewal of access tokens. */
class TokenRefreshConfig(json: Json.Object) : Record(json) {
    /** True if the gateway renews access tokens automatically. */
    val atAutoRefreshEnabled: Boolean? get() = json.readOrNull("at_auto_refresh_enabled", Json::asBool)
}

private fun asTokenRefreshConfig(json: Json) = TokenRefreshConfig(json.asObject())

/** The state of an account after it was enabled or disabled. */
class TokenSwitched(json: Json.Object) : Record(json) {
    /** True if the account is enabled. */
    val isActive: Boolean? get() = json.readOrNull("is_active", Json::asBool)
    /** The number of failures since then. */
    val errorCount: Long? get() = json.readOrNull("error_count", Json::asInteger)
    /** The gateway's message. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asTokenSwitched(json: Json) = TokenSwitched(json.asObject())

/** Changes a character. What is absent stays as it is. */
class UpdateCharacter(json: Json.Object) : Record(json) {
    constructor(cameoId: String, instructionSet: String? = null, safetyInstructionSet: String? = null, visibility: CharacterVisibility? = null, extra: Map<String, Json> = emptyMap()) : this(fields("cameo_id" to cameoId, "instruction_set" to instructionSet, "safety_instruction_set" to safetyInstructionSet, "visibility" to visibility).with(extra))

    /** The cameo's id, `ch_…`. */
    val cameoId: String get() = json.read("cameo_id", Json::asText)
    /** The instructions for the character's behaviour. */
    val instructionSet: String? get() = json.readOrNull("instruction_set", Json::asText)
    /** The instructions for what the character must not do. */
    val safetyInstructionSet: String? get() = json.readOrNull("safety_instruction_set", Json::asText)
    /** The people who may use the character. */
    val visibility: CharacterVisibility? get() = json.readOrNull("visibility", ::asCharacterVisibility)
}

private fun asUpdateCharacter(json: Json) = UpdateCharacter(json.asObject())

/** Changes an account. What is absent stays as it is. */
class UpdateToken(json: Json.Object) : Record(json) {
    constructor(tokenId: TokenId, token: String? = null, st: String? = null, rt: String? = null, clientId: String? = null, proxyUrl: String? = null, remark: String? = null, imageEnabled: Boolean? = null, videoEnabled: Boolean? = null, imageConcurrency: Long? = null, videoConcurrency: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("token_id" to tokenId, "token" to token, "st" to st, "rt" to rt, "client_id" to clientId, "proxy_url" to proxyUrl, "remark" to remark, "image_enabled" to imageEnabled, "video_enabled" to videoEnabled, "image_concurrency" to imageConcurrency, "video_concurrency" to videoConcurrency).with(extra))

    /** The account. */
    val tokenId: TokenId get() = json.read("token_id", ::asTokenId)
    /** The access token. */
    val token: String? get() = json.readOrNull("token", Json::asText)
    /** The session token. */
    val st: String? get() = json.readOrNull("st", Json::asText)
    /** The refresh token. */
    val rt: String? get() = json.readOrNull("rt", Json::asText)
    /** The client id that the refresh token was issued to. */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
    /** The account's own proxy. */
    val proxyUrl: String? get() = json.readOrNull("proxy_url", Json::asText)
    /** A note. */
    val remark: String? get() = json.readOrNull("remark", Json::asText)
    /** True to let the account make images. */
    val imageEnabled: Boolean? get() = json.readOrNull("image_enabled", Json::asBool)
    /** True to let the account make videos. */
    val videoEnabled: Boolean? get() = json.readOrNull("video_enabled", Json::asBool)
    /** The most images that the account makes at once; -1 means no limit. */
    val imageConcurrency: Long? get() = json.readOrNull("image_concurrency", Json::asInteger)
    /** The most videos that the account makes at once; -1 means no limit. */
    val videoConcurrency: Long? get() = json.readOrNull("video_concurrency", Json::asInteger)
}

private fun asUpdateToken(json: Json) = UpdateToken(json.asObject())

/** Gives accounts a proxy of their own. */
class UpdateTokensProxy(json: Json.Object) : Record(json) {
    constructor(tokenIds: List<TokenId>, proxyUrl: String, extra: Map<String, Json> = emptyMap()) : this(fields("token_ids" to tokenIds, "proxy_url" to proxyUrl).with(extra))

    /** The accounts. */
    val tokenIds: List<TokenId> get() = json.read("token_ids", listed(::asTokenId))
    /** The proxy's address; empty for none. */
    val proxyUrl: String get() = json.read("proxy_url", Json::asText)
}

private fun asUpdateTokensProxy(json: Json) = UpdateTokensProxy(json.asObject())

/** A page of the videos that a user has published. */
class UserFeed(json: Json.Object) : Record(json) {
    /** The user. */
    val userId: String? get() = json.readOrNull("user_id", Json::asText)
    /** The page. */
    val feed: FeedItems? get() = json.readOrNull("feed", ::asFeedItems)
}

private fun asUserFeed(json: Json) = UserFeed(json.asObject())

/** A user's profile. */
class UserProfile(json: Json.Object) : Record(json) {
    /** The user's id. */
    val userId: String? get() = json.readOrNull("user_id", Json::asText)
    /** The name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The name that is shown. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The picture. */
    val profilePictureUrl: String? get() = json.readOrNull("profile_picture_url", Json::asText)
    /** The number of followers. */
    val followerCount: Long? get() = json.readOrNull("follower_count", Json::asInteger)
    /** True if the user is verified. */
    val verified: Boolean? get() = json.readOrNull("verified", Json::asBool)
}

private fun asUserProfile(json: Json) = UserProfile(json.asObject())

/** The location of a finished video. */
class VideoContent(json: Json.Object) : Record(json) {
    /** The address. */
    val url: String get() = json.read("url", Json::asText)
}

private fun asVideoContent(json: Json) = VideoContent(json.asObject())

/** The reason for the failure of a job. */
class VideoError(json: Json.Object) : Record(json) {
    /** The server's code, as text. */
    val code: String? get() = json.readOrNull("code", Json::asText)
    /** The server's reason. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asVideoError(json: Json) = VideoError(json.asObject())

/**
 * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
 *
 * The fields here are read from whichever key a server uses for them; what the
 * server said under other keys stays in `extra` as well.
 */
class VideoJob(json: Json.Object) : Record(json) {
    /** The job's id, under whichever key a server has it. Opaque. */
    val id: String get() = json.read("id", Json::asText)
    /** The object's type, such as `video`. */
    val `object`: String? get() = json.readOrNull("object", Json::asText)
    /** The server's word for the job's state. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** Progress in percent, as a number or as text on the wire. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The prompt. */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The length in seconds: what was made, else what was asked for. */
    val seconds: Double? get() = json.readOrNull("seconds", Json::asNumber)
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The time of the start: `started_at` or `start_time`. */
    val startedAt: Double? get() = json.readOrNull("started_at", Json::asNumber)
    /** The time of the end: `completed_at` or `finish_time`. */
    val completedAt: Double? get() = json.readOrNull("completed_at", Json::asNumber)
    /** The time until which the files can be fetched. */
    val expiresAt: Double? get() = json.readOrNull("expires_at", Json::asNumber)
    /** The address of the video, from whichever key holds it. */
    val videoUrl: String? get() = json.readOrNull("video_url", Json::asText)
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    val videoUrls: List<String> get() = json.read("video_urls", listed(Json::asText))
    /** A still of the video. */
    val thumbnailUrl: String? get() = json.readOrNull("thumbnail_url", Json::asText)
    /** The video that this one is a new version of. */
    val remixedFromVideoId: String? get() = json.readOrNull("remixed_from_video_id", Json::asText)
    /** The reason for the failure, wherever the server states it. */
    val error: VideoError? get() = json.readOrNull("error", ::asVideoError)
}

private fun asVideoJob(json: Json) = VideoJob(json.asObject())

/** Further parameters of a video: an object, or its text. */
class VideoMetadata(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: Map<String, Json>) : this(Json.of(value))

}

private fun asVideoMetadata(json: Json) = VideoMetadata(json)

/** The lengths that the gateway makes. */
enum class VideoSeconds(override val word: String) : Word {
    /** 10 seconds. */
    _10("10"),
    /** 15 seconds. */
    _15("15"),
}

private fun asVideoSeconds(json: Json) = json.asWord(VideoSeconds.entries)

/** The sizes that the gateway makes. */
enum class VideoSize(override val word: String) : Word {
    _720X1280("720x1280"),
    _1280X720("1280x720"),
    /** Not of `sora-2`. */
    _1024X1792("1024x1792"),
    /** Not of `sora-2`. */
    _1792X1024("1792x1024"),
}

private fun asVideoSize(json: Json) = json.asWord(VideoSize.entries)

/** The styles that the gateway documents. */
enum class VideoStyle(override val word: String) : Word {
    /** The styles that the gateway documents. */
    FESTIVE("festive"),
    /** The styles that the gateway documents. */
    RETRO("retro"),
    /** The styles that the gateway documents. */
    NEWS("news"),
    /** The styles that the gateway documents. */
    SELFIE("selfie"),
    /** The styles that the gateway documents. */
    HANDHELD("handheld"),
    /** The styles that the gateway documents. */
    ANIME("anime"),
}

private fun asVideoStyle(json: Json) = json.asWord(VideoStyle.entries)

/** The gateway's settings for links without a watermark. */
class WatermarkFreeConfig(json: Json.Object) : Record(json) {
    /** True if the gateway returns links without a watermark. */
    val watermarkFreeEnabled: Boolean? get() = json.readOrNull("watermark_free_enabled", Json::asBool)
    /** The method: `third_party` or `custom`; forks also write `builtin`. */
    val parseMethod: String? get() = json.readOrNull("parse_method", Json::asText)
    /** The admin's own service. */
    val customParseUrl: String? get() = json.readOrNull("custom_parse_url", Json::asText)
    /** The token of that service. */
    val customParseToken: String? get() = json.readOrNull("custom_parse_token", Json::asText)
    /**
     * True if the gateway returns the link with a watermark when it gets none without one. Not in
     * the document.
     */
    val fallbackOnFailure: Boolean? get() = json.readOrNull("fallback_on_failure", Json::asBool)
}

private fun asWatermarkFreeConfig(json: Json) = WatermarkFreeConfig(json.asObject())

/** `sora2api.models`. */
class Sora2apiModels internal constructor(private val client: Client) {
    /**
     * Lists the gateway's models.
     *
     * `GET /v1/models`
     */
    suspend fun list(request: ListModels = ListModels()): GatewayModels = client.call("sora2api.models.list", request.json).let(::asGatewayModels)
}

/** `sora2api.chat`. */
class Sora2apiChat internal constructor(private val client: Client) {
    /**
     * Asks for a video, an image, a remix or a character.
     *
     * Running gateways generate only for a stream, which is the default here;
     * without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
     * answer's [`result`](ChatCompletion::result) holds the media.
     *
     * `POST /v1/chat/completions`
     */
    suspend fun create(request: CreateChat): ChatCompletion = client.call("sora2api.chat.create", request.json).let(::asChatCompletion)

    /** As `create`, piece by piece. Leaving the flow ends it. */
    fun stream(request: CreateChat): Flow<ChatChunk> = client.pieces("sora2api.chat.create", request.json, ::asChatChunk)
}

/** `sora2api.videos`. */
class Sora2apiVideos internal constructor(private val client: Client) {
    /**
     * Creates a video.
     *
     * Sent as a form if there is a file to start from, else as JSON.
     *
     * `POST /v1/videos`
     */
    suspend fun create(request: CreateVideo): VideoJob = client.call("sora2api.videos.create", request.json).let(::asVideoJob)
    /**
     * Reads the state of a video.
     *
     * `GET /v1/videos/{video_id}`
     */
    suspend fun get(request: GetVideo): VideoJob = client.call("sora2api.videos.get", request.json).let(::asVideoJob)
    /**
     * Reads the address of a finished video.
     *
     * `GET /v1/videos/{video_id}/content`
     */
    suspend fun content(request: GetVideoContent): VideoContent = client.call("sora2api.videos.content", request.json).let(::asVideoContent)
    /**
     * Makes a new version of a video.
     *
     * `POST /v1/videos/{video_id}/remix`
     */
    suspend fun remix(request: RemixVideo): VideoJob = client.call("sora2api.videos.remix", request.json).let(::asVideoJob)
}

/** `sora2api.images`. */
class Sora2apiImages internal constructor(private val client: Client) {
    /**
     * Makes an image from a prompt, and from reference images if any are given.
     *
     * `POST /v1/images/generations`
     */
    suspend fun generate(request: CreateImage): GeneratedImages = client.call("sora2api.images.generate", request.json).let(::asGeneratedImages)
    /**
     * Makes an image from others. Files are sent as a form, addresses and data
     * URLs as JSON.
     *
     * `POST /v1/images/edits`
     */
    suspend fun edit(request: EditImage): GeneratedImages = client.call("sora2api.images.edit", request.json).let(::asGeneratedImages)
}

/** `sora2api.characters`. */
class Sora2apiCharacters internal constructor(private val client: Client) {
    /**
     * Makes a character out of a video, while the caller waits.
     *
     * Give the video as a file, sent as a form, or in base64, sent as JSON.
     *
     * `POST /v1/characters`
     */
    suspend fun create(request: CreateCharacter = CreateCharacter()): CreatedCharacter = client.call("sora2api.characters.create", request.json).let(::asCreatedCharacter)
    /**
     * Searches for characters and users by name.
     *
     * `GET /v1/characters/search`
     */
    suspend fun search(request: SearchCharacters): CharacterMatches = client.call("sora2api.characters.search", request.json).let(::asCharacterMatches)
}

/** `sora2api.stats`. */
class Sora2apiStats internal constructor(private val client: Client) {
    /**
     * Asks what the gateway has made.
     *
     * `GET /v1/stats`
     */
    suspend fun get(request: GetStats = GetStats()): StatsAnswer = client.call("sora2api.stats.get", request.json).let(::asStatsAnswer)
}

/** `sora2api.invite_codes`. */
class Sora2apiInviteCodes internal constructor(private val client: Client) {
    /**
     * Asks for an invite code of any account that has one left.
     *
     * `GET /v1/invite-codes`
     */
    suspend fun get(request: GetInviteCode = GetInviteCode()): InviteCode = client.call("sora2api.invite_codes.get", request.json).let(::asInviteCode)
}

/** `sora2api.profiles`. */
class Sora2apiProfiles internal constructor(private val client: Client) {
    /**
     * Reads a user's profile.
     *
     * `GET /v1/profiles/{username}`
     */
    suspend fun get(request: GetProfile): ProfileAnswer = client.call("sora2api.profiles.get", request.json).let(::asProfileAnswer)
}

/** `sora2api.feeds`. */
class Sora2apiFeeds internal constructor(private val client: Client) {
    /**
     * Lists the videos that a user has published.
     *
     * `GET /v1/users/{user_id}/feed`
     */
    suspend fun user(request: ListUserFeed): UserFeed = client.call("sora2api.feeds.user", request.json).let(::asUserFeed)
    /**
     * Lists the videos that everyone has published.
     *
     * `GET /v1/feed`
     */
    suspend fun public(request: ListPublicFeed = ListPublicFeed()): PublicFeed = client.call("sora2api.feeds.public", request.json).let(::asPublicFeed)
    /**
     * Lists the videos that one of the gateway's accounts has published.
     *
     * `GET /v1/tokens/{token_id}/profile-feed`
     */
    suspend fun own(request: ListOwnFeed): OwnFeed = client.call("sora2api.feeds.own", request.json).let(::asOwnFeed)
}

/** `sora2api.prompts`. */
class Sora2apiPrompts internal constructor(private val client: Client) {
    /**
     * Writes a prompt out in detail.
     *
     * `POST /v1/enhance_prompt`
     */
    suspend fun enhance(request: EnhancePrompt): EnhancedPrompt = client.call("sora2api.prompts.enhance", request.json).let(::asEnhancedPrompt)
}

/** `sora2api.tasks`. */
class Sora2apiTasks internal constructor(private val client: Client) {
    /**
     * Lists the tasks that an account is working on.
     *
     * `GET /v1/tokens/{token_id}/pending-tasks`
     */
    suspend fun pending(request: ListPendingTasks): PendingTasks = client.call("sora2api.tasks.pending", request.json).let(::asPendingTasks)
    /**
     * Lists the tasks that an account is working on, from the backend's second list.
     *
     * `GET /v1/tokens/{token_id}/pending-tasks-v2`
     */
    suspend fun pendingV2(request: ListPendingTasksV2): PendingTasks = client.call("sora2api.tasks.pending_v2", request.json).let(::asPendingTasks)
    /**
     * Reads the state of a task.
     *
     * `GET /v1/tokens/{token_id}/tasks/{task_id}`
     */
    suspend fun get(request: GetTask): TaskAnswer = client.call("sora2api.tasks.get", request.json).let(::asTaskAnswer)
}

/** `sora2api.admin`. */
class Sora2apiAdmin internal constructor(private val client: Client) {
    /**
     * Logs an admin in. The client keeps the token for the calls that follow.
     *
     * `POST /api/login`
     */
    suspend fun login(request: Login): LoggedIn = client.call("sora2api.admin.login", request.json).let(::asLoggedIn)
    /**
     * Logs the admin out: the token is worth nothing any more.
     *
     * `POST /api/logout`
     */
    suspend fun logout(request: Logout = Logout()): Done = client.call("sora2api.admin.logout", request.json).let(::asDone)
}

/** `sora2api.admin_tokens`. */
class Sora2apiAdminTokens internal constructor(private val client: Client) {
    /**
     * Lists the accounts, with their credentials.
     *
     * `GET /api/tokens`
     */
    suspend fun list(request: ListTokens = ListTokens()): List<ManagedToken> = client.call("sora2api.admin_tokens.list", request.json).let(listed(::asManagedToken))
    /**
     * Adds an account.
     *
     * `POST /api/tokens`
     */
    suspend fun add(request: AddToken): AddedToken = client.call("sora2api.admin_tokens.add", request.json).let(::asAddedToken)
    /**
     * Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
     * [`ImportTokens`](super::ImportTokens) there.
     *
     * `POST /api/tokens/batch-add`
     */
    suspend fun batchAdd(request: BatchAddTokens): BatchAdded = client.call("sora2api.admin_tokens.batch_add", request.json).let(::asBatchAdded)
    /**
     * Changes an account. What is absent stays as it is.
     *
     * `PUT /api/tokens/{token_id}`
     */
    suspend fun update(request: UpdateToken): Done = client.call("sora2api.admin_tokens.update", request.json).let(::asDone)
    /**
     * Enables or disables an account. Running gateways answer success for an unknown account too
     * (docs/wire/sora2api.md §12.1).
     *
     * `PUT /api/tokens/{token_id}/status`
     */
    suspend fun setStatus(request: SetTokenStatus): Done = client.call("sora2api.admin_tokens.set_status", request.json).let(::asDone)
    /**
     * Enables an account and clears its errors.
     *
     * `POST /api/tokens/{token_id}/enable`
     */
    suspend fun enable(request: EnableToken): TokenSwitched = client.call("sora2api.admin_tokens.enable", request.json).let(::asTokenSwitched)
    /**
     * Disables an account.
     *
     * `POST /api/tokens/{token_id}/disable`
     */
    suspend fun disable(request: DisableToken): TokenSwitched = client.call("sora2api.admin_tokens.disable", request.json).let(::asTokenSwitched)
    /**
     * Checks whether an account's access token is valid, and reads what the account may make.
     *
     * `POST /api/tokens/{token_id}/test`
     */
    suspend fun test(request: TestToken): TestedToken = client.call("sora2api.admin_tokens.test", request.json).let(::asTestedToken)
    /**
     * Removes an account. Running gateways answer success for an unknown account
     * too (docs/wire/sora2api.md §12.1).
     *
     * `DELETE /api/tokens/{token_id}`
     */
    suspend fun delete(request: DeleteToken): Done = client.call("sora2api.admin_tokens.delete", request.json).let(::asDone)
    /**
     * Removes all disabled accounts.
     *
     * `DELETE /api/tokens/batch-delete-disabled`
     */
    suspend fun deleteDisabled(request: DeleteDisabledTokens = DeleteDisabledTokens()): DeletedTokens = client.call("sora2api.admin_tokens.delete_disabled", request.json).let(::asDeletedTokens)
    /**
     * Checks whether the accounts' access tokens are valid, and enables or disables the accounts
     * accordingly.
     *
     * `POST /api/tokens/batch-test`
     */
    suspend fun batchTest(request: TestTokens = TestTokens()): TestedTokens = client.call("sora2api.admin_tokens.batch_test", request.json).let(::asTestedTokens)
    /**
     * Enables all accounts.
     *
     * `POST /api/tokens/batch-enable`
     */
    suspend fun batchEnable(request: EnableTokens = EnableTokens()): EnabledTokens = client.call("sora2api.admin_tokens.batch_enable", request.json).let(::asEnabledTokens)
    /**
     * Disables all accounts.
     *
     * `POST /api/tokens/batch-disable`
     */
    suspend fun batchDisable(request: DisableTokens = DisableTokens()): DisabledTokens = client.call("sora2api.admin_tokens.batch_disable", request.json).let(::asDisabledTokens)
    /**
     * Redeems an invite code for all accounts without Sora 2.
     *
     * `POST /api/tokens/batch-activate`
     */
    suspend fun batchActivate(request: ActivateTokens): ActivatedTokens = client.call("sora2api.admin_tokens.batch_activate", request.json).let(::asActivatedTokens)
    /**
     * Adds accounts, and changes those whose e-mail address is already known.
     *
     * `POST /api/tokens/import`
     */
    suspend fun import(request: ImportTokens): ImportedTokens = client.call("sora2api.admin_tokens.import", request.json).let(::asImportedTokens)
    /**
     * Exchanges a session token for an access token. Nothing is stored.
     *
     * `POST /api/tokens/st2at`
     */
    suspend fun st2at(request: ExchangeSessionToken): ConvertedSessionToken = client.call("sora2api.admin_tokens.st2at", request.json).let(::asConvertedSessionToken)
    /**
     * Exchanges a refresh token for an access token. Nothing is stored: the answer
     * holds the refresh token that replaces the one given.
     *
     * `POST /api/tokens/rt2at`
     */
    suspend fun rt2at(request: ExchangeRefreshToken): ConvertedRefreshToken = client.call("sora2api.admin_tokens.rt2at", request.json).let(::asConvertedRefreshToken)
    /**
     * Redeems an invite code for an account.
     *
     * `POST /api/tokens/{token_id}/sora2/activate`
     */
    suspend fun activateSora2(request: ActivateSora2): ActivatedSora2 = client.call("sora2api.admin_tokens.activate_sora2", request.json).let(::asActivatedSora2)
    /**
     * Gives an account a user name that the gateway chooses, if it has none.
     *
     * `POST /api/tokens/{token_id}/activate-username`
     */
    suspend fun activateUsername(request: ActivateUsername): ActivatedUsername = client.call("sora2api.admin_tokens.activate_username", request.json).let(::asActivatedUsername)
    /**
     * Gives every enabled account a user name, if it has none.
     *
     * `POST /api/tokens/batch-activate-username`
     */
    suspend fun batchActivateUsername(request: ActivateUsernames = ActivateUsernames()): ActivatedUsernames = client.call("sora2api.admin_tokens.batch_activate_username", request.json).let(::asActivatedUsernames)
}

/** `sora2api.admin_config`. */
class Sora2apiAdminConfig internal constructor(private val client: Client) {
    /**
     * Reads the gateway's settings.
     *
     * `GET /api/admin/config`
     */
    suspend fun get(request: GetConfig = GetConfig()): AdminConfig = client.call("sora2api.admin_config.get", request.json).let(::asAdminConfig)
    /**
     * Sets when an account is disabled, and when a task is tried again.
     *
     * `POST /api/admin/config`
     */
    suspend fun set(request: SetConfig): Done = client.call("sora2api.admin_config.set", request.json).let(::asDone)
    /**
     * Sets the admin's password, and name if one is given. It ends all logins:
     * log in again.
     *
     * `POST /api/admin/password`
     */
    suspend fun setPassword(request: SetPassword): Done = client.call("sora2api.admin_config.set_password", request.json).let(::asDone)
    /**
     * Sets the key of the `/v1` interfaces.
     *
     * `POST /api/admin/apikey`
     */
    suspend fun setApiKey(request: SetApiKey): Done = client.call("sora2api.admin_config.set_api_key", request.json).let(::asDone)
    /**
     * Sets whether requests are written to the log in full.
     *
     * `POST /api/admin/debug`
     */
    suspend fun setDebug(request: SetDebug): Done = client.call("sora2api.admin_config.set_debug", request.json).let(::asDone)
}

/** `sora2api.admin_proxy`. */
class Sora2apiAdminProxy internal constructor(private val client: Client) {
    /**
     * Reads the gateway's proxy.
     *
     * `GET /api/proxy/config`
     */
    suspend fun get(request: GetProxy = GetProxy()): ProxyConfig = client.call("sora2api.admin_proxy.get", request.json).let(::asProxyConfig)
    /**
     * Sets the gateway's proxy.
     *
     * `POST /api/proxy/config`
     */
    suspend fun set(request: SetProxy): Done = client.call("sora2api.admin_proxy.set", request.json).let(::asDone)
}

/** `sora2api.admin_cache`. */
class Sora2apiAdminCache internal constructor(private val client: Client) {
    /**
     * Reads the settings by which the gateway keeps files.
     *
     * `GET /api/cache/config`
     */
    suspend fun get(request: GetCache = GetCache()): CacheAnswer = client.call("sora2api.admin_cache.get", request.json).let(::asCacheAnswer)
    /**
     * Sets how long the gateway keeps files.
     *
     * `POST /api/cache/config`
     */
    suspend fun setTimeout(request: SetCacheTimeout): Done = client.call("sora2api.admin_cache.set_timeout", request.json).let(::asDone)
    /**
     * Sets the address under which the gateway offers files.
     *
     * `POST /api/cache/base-url`
     */
    suspend fun setBaseUrl(request: SetCacheBaseUrl): Done = client.call("sora2api.admin_cache.set_base_url", request.json).let(::asDone)
    /**
     * Sets whether the gateway keeps files.
     *
     * `POST /api/cache/enabled`
     */
    suspend fun setEnabled(request: SetCacheEnabled): Done = client.call("sora2api.admin_cache.set_enabled", request.json).let(::asDone)
}

/** `sora2api.admin_generation`. */
class Sora2apiAdminGeneration internal constructor(private val client: Client) {
    /**
     * Reads how long the gateway waits for media.
     *
     * `GET /api/generation/timeout`
     */
    suspend fun get(request: GetGenerationTimeout = GetGenerationTimeout()): GenerationAnswer = client.call("sora2api.admin_generation.get", request.json).let(::asGenerationAnswer)
    /**
     * Sets how long the gateway waits for media. What is absent stays as it is.
     *
     * `POST /api/generation/timeout`
     */
    suspend fun set(request: SetGenerationTimeout = SetGenerationTimeout()): GenerationAnswer = client.call("sora2api.admin_generation.set", request.json).let(::asGenerationAnswer)
}

/** `sora2api.admin_watermark_free`. */
class Sora2apiAdminWatermarkFree internal constructor(private val client: Client) {
    /**
     * Reads whether the gateway returns links without a watermark.
     *
     * `GET /api/watermark-free/config`
     */
    suspend fun get(request: GetWatermarkFree = GetWatermarkFree()): WatermarkFreeConfig = client.call("sora2api.admin_watermark_free.get", request.json).let(::asWatermarkFreeConfig)
    /**
     * Sets whether the gateway returns links without a watermark. For your own works only: the gateway
     * publishes each of them to do so.
     *
     * `POST /api/watermark-free/config`
     */
    suspend fun set(request: SetWatermarkFree): Done = client.call("sora2api.admin_watermark_free.set", request.json).let(::asDone)
}

/** `sora2api.admin_cloudflare`. */
class Sora2apiAdminCloudflare internal constructor(private val client: Client) {
    /**
     * Reads whether the gateway uses a solver.
     *
     * `GET /api/cloudflare/config`
     */
    suspend fun get(request: GetCloudflare = GetCloudflare()): CloudflareAnswer = client.call("sora2api.admin_cloudflare.get", request.json).let(::asCloudflareAnswer)
    /**
     * Turns the gateway's use of a solver on or off, and sets the solver.
     *
     * `POST /api/cloudflare/config`
     */
    suspend fun set(request: SetCloudflare): Done = client.call("sora2api.admin_cloudflare.set", request.json).let(::asDone)
    /**
     * Reads the state of the gateway's credentials.
     *
     * `GET /api/cloudflare/state`
     */
    suspend fun state(request: GetCloudflareState = GetCloudflareState()): CloudflareState = client.call("sora2api.admin_cloudflare.state", request.json).let(::asCloudflareState)
    /**
     * Has the gateway obtain new credentials. Fails when the solver is off.
     *
     * `POST /api/cloudflare/refresh`
     */
    suspend fun refresh(request: RefreshCloudflare = RefreshCloudflare()): CloudflareState = client.call("sora2api.admin_cloudflare.refresh", request.json).let(::asCloudflareState)
    /**
     * Has the gateway forget its credentials.
     *
     * `POST /api/cloudflare/clear`
     */
    suspend fun clear(request: ClearCloudflare = ClearCloudflare()): CloudflareState = client.call("sora2api.admin_cloudflare.clear", request.json).let(::asCloudflareState)
}

/** `sora2api.admin_token_refresh`. */
class Sora2apiAdminTokenRefresh internal constructor(private val client: Client) {
    /**
     * Reads whether the gateway renews access tokens automatically.
     *
     * `GET /api/token-refresh/config`
     */
    suspend fun get(request: GetTokenRefresh = GetTokenRefresh()): TokenRefreshAnswer = client.call("sora2api.admin_token_refresh.get", request.json).let(::asTokenRefreshAnswer)
    /**
     * Sets whether the gateway renews access tokens automatically.
     *
     * `POST /api/token-refresh/enabled`
     */
    suspend fun set(request: SetTokenRefresh): Done = client.call("sora2api.admin_token_refresh.set", request.json).let(::asDone)
}

/** `sora2api.admin_stats`. */
class Sora2apiAdminStats internal constructor(private val client: Client) {
    /**
     * Asks what the gateway has made.
     *
     * `GET /api/stats`
     */
    suspend fun get(request: GetSystemStats = GetSystemStats()): GatewayStats = client.call("sora2api.admin_stats.get", request.json).let(::asGatewayStats)
}

/** `sora2api.admin_logs`. */
class Sora2apiAdminLogs internal constructor(private val client: Client) {
    /**
     * Lists the gateway's latest actions.
     *
     * `GET /api/logs`
     */
    suspend fun list(request: ListLogs = ListLogs()): List<LogEntry> = client.call("sora2api.admin_logs.list", request.json).let(listed(::asLogEntry))
    /**
     * Empties the log. Upstream only (docs/wire/sora2api.md §11.3).
     *
     * `DELETE /api/logs`
     */
    suspend fun clear(request: ClearLogs = ClearLogs()): Done = client.call("sora2api.admin_logs.clear", request.json).let(::asDone)
}

/** `sora2api.admin_characters`. */
class Sora2apiAdminCharacters internal constructor(private val client: Client) {
    /**
     * Lists all characters.
     *
     * `GET /api/characters`
     */
    suspend fun list(request: ListCharacters = ListCharacters()): List<ManagedCharacter> = client.call("sora2api.admin_characters.list", request.json).let(listed(::asManagedCharacter))
    /**
     * Lists an account's characters.
     *
     * `GET /api/characters/by-token/{token_id}`
     */
    suspend fun byToken(request: ListTokenCharacters): List<ManagedCharacter> = client.call("sora2api.admin_characters.by_token", request.json).let(listed(::asManagedCharacter))
    /**
     * Reads a character.
     *
     * `GET /api/characters/{cameo_id}`
     */
    suspend fun get(request: GetCharacter): CharacterAnswer = client.call("sora2api.admin_characters.get", request.json).let(::asCharacterAnswer)
    /**
     * Changes a character. What is absent stays as it is.
     *
     * `POST /api/characters/{cameo_id}/update`
     */
    suspend fun update(request: UpdateCharacter): Done = client.call("sora2api.admin_characters.update", request.json).let(::asDone)
    /**
     * Removes a character from the gateway's list, and from nowhere else.
     *
     * `DELETE /api/characters/{cameo_id}`
     */
    suspend fun delete(request: DeleteCharacter): Done = client.call("sora2api.admin_characters.delete", request.json).let(::asDone)
}

/** `sora2api.server`. */
class Sora2apiServer internal constructor(private val client: Client) {
    /**
     * Asks the gateway for the description of its own interfaces. No credential is
     * needed.
     *
     * `GET /openapi.json`
     */
    suspend fun describe(request: Describe = Describe()): Described = client.call("sora2api.server.describe", request.json).let(::asDescribed)
}

/** `sora2api.admin_upstream`. */
class Sora2apiAdminUpstream internal constructor(private val client: Client) {
    /**
     * Tries accounts' access tokens, and reads what they may make.
     *
     * `POST /api/tokens/batch/test-update`
     */
    suspend fun testUpdate(request: TestUpdateTokens = TestUpdateTokens()): Done = client.call("sora2api.admin_upstream.test_update", request.json).let(::asDone)
    /**
     * Takes accounts into use.
     *
     * `POST /api/tokens/batch/enable-all`
     */
    suspend fun enableAll(request: EnableAllTokens = EnableAllTokens()): EnabledTokens = client.call("sora2api.admin_upstream.enable_all", request.json).let(::asEnabledTokens)
    /**
     * Removes accounts that are out of use.
     *
     * `POST /api/tokens/batch/delete-disabled`
     */
    suspend fun deleteDisabled(request: DeleteAllDisabledTokens = DeleteAllDisabledTokens()): DeletedTokens = client.call("sora2api.admin_upstream.delete_disabled", request.json).let(::asDeletedTokens)
    /**
     * Takes accounts out of use.
     *
     * `POST /api/tokens/batch/disable-selected`
     */
    suspend fun disableSelected(request: DisableSelectedTokens): DisabledTokens = client.call("sora2api.admin_upstream.disable_selected", request.json).let(::asDisabledTokens)
    /**
     * Removes accounts, whether they are in use or not.
     *
     * `POST /api/tokens/batch/delete-selected`
     */
    suspend fun deleteSelected(request: DeleteSelectedTokens): DeletedTokens = client.call("sora2api.admin_upstream.delete_selected", request.json).let(::asDeletedTokens)
    /**
     * Gives accounts a proxy of their own.
     *
     * `POST /api/tokens/batch/update-proxy`
     */
    suspend fun updateProxy(request: UpdateTokensProxy): Done = client.call("sora2api.admin_upstream.update_proxy", request.json).let(::asDone)
    /**
     * Adds accounts by their refresh tokens, which the gateway uses up and replaces.
     *
     * `POST /api/tokens/import/pure-rt`
     */
    suspend fun importPureRt(request: ImportRefreshTokens): ImportedTokens = client.call("sora2api.admin_upstream.import_pure_rt", request.json).let(::asImportedTokens)
    /**
     * Ends a task.
     *
     * `POST /api/tasks/{task_id}/cancel`
     */
    suspend fun cancelTask(request: CancelTask): Done = client.call("sora2api.admin_upstream.cancel_task", request.json).let(::asDone)
}

/** The operations of the dialect `sora2api`, one method an endpoint. */
class Sora2apiOperations internal constructor(client: Client) {
    /** `sora2api.models`. */
    val models = Sora2apiModels(client)
    /** `sora2api.chat`. */
    val chat = Sora2apiChat(client)
    /** `sora2api.videos`. */
    val videos = Sora2apiVideos(client)
    /** `sora2api.images`. */
    val images = Sora2apiImages(client)
    /** `sora2api.characters`. */
    val characters = Sora2apiCharacters(client)
    /** `sora2api.stats`. */
    val stats = Sora2apiStats(client)
    /** `sora2api.invite_codes`. */
    val inviteCodes = Sora2apiInviteCodes(client)
    /** `sora2api.profiles`. */
    val profiles = Sora2apiProfiles(client)
    /** `sora2api.feeds`. */
    val feeds = Sora2apiFeeds(client)
    /** `sora2api.prompts`. */
    val prompts = Sora2apiPrompts(client)
    /** `sora2api.tasks`. */
    val tasks = Sora2apiTasks(client)
    /** `sora2api.admin`. */
    val admin = Sora2apiAdmin(client)
    /** `sora2api.admin_tokens`. */
    val adminTokens = Sora2apiAdminTokens(client)
    /** `sora2api.admin_config`. */
    val adminConfig = Sora2apiAdminConfig(client)
    /** `sora2api.admin_proxy`. */
    val adminProxy = Sora2apiAdminProxy(client)
    /** `sora2api.admin_cache`. */
    val adminCache = Sora2apiAdminCache(client)
    /** `sora2api.admin_generation`. */
    val adminGeneration = Sora2apiAdminGeneration(client)
    /** `sora2api.admin_watermark_free`. */
    val adminWatermarkFree = Sora2apiAdminWatermarkFree(client)
    /** `sora2api.admin_cloudflare`. */
    val adminCloudflare = Sora2apiAdminCloudflare(client)
    /** `sora2api.admin_token_refresh`. */
    val adminTokenRefresh = Sora2apiAdminTokenRefresh(client)
    /** `sora2api.admin_stats`. */
    val adminStats = Sora2apiAdminStats(client)
    /** `sora2api.admin_logs`. */
    val adminLogs = Sora2apiAdminLogs(client)
    /** `sora2api.admin_characters`. */
    val adminCharacters = Sora2apiAdminCharacters(client)
    /** `sora2api.server`. */
    val server = Sora2apiServer(client)
    /** `sora2api.admin_upstream`. */
    val adminUpstream = Sora2apiAdminUpstream(client)
}
