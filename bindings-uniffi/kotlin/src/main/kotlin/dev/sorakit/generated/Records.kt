// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit

import kotlinx.coroutines.flow.Flow

/** The result of accepting an invite. */
class AcceptedInvite(json: Json.Object) : Record(json) {
    /** True if the account can use Sora 2 now. */
    val success: Boolean? get() = json.readOrNull("success", Json::asBool)
    /** True if the account could already use Sora 2 before. */
    val alreadyAccepted: Boolean? get() = json.readOrNull("already_accepted", Json::asBool)
}

private fun asAcceptedInvite(json: Json) = AcceptedInvite(json.asObject())

/** An account's remaining quota. Values that a server does not report are absent. */
class AccountQuota(json: Json.Object) : Record(json) {
    /** The amount left. */
    val remaining: Double? get() = json.readOrNull("remaining", Json::asNumber)
    /** The amount used. */
    val used: Double? get() = json.readOrNull("used", Json::asNumber)
    /** The amount used and the amount left, together. */
    val total: Double? get() = json.readOrNull("total", Json::asNumber)
    /** The unit of the numbers. */
    val unit: QuotaUnit get() = json.read("unit", ::asQuotaUnit)
    /** True if nothing more can be made for now. */
    val exhausted: Boolean get() = json.read("exhausted", Json::asBool)
    /** The time at which the quota is full again. */
    val resetsAt: Double? get() = json.readOrNull("resets_at", Json::asNumber)
    /** The server's answer, unchanged. */
    val raw: Json? get() = json.readOrNull("raw", Json::itself)
}

private fun asAccountQuota(json: Json) = AccountQuota(json.asObject())

/** The parameters of a method that concerns one thing. */
class ById(json: Json.Object) : Record(json) {
    constructor(id: String) : this(fields("id" to id))

    /** The thing's id. */
    val id: String get() = json.read("id", Json::asText)
}

private fun asById(json: Json) = ById(json.asObject())

/** A character. */
class Character(json: Json.Object) : Record(json) {
    /** The server's id. */
    val id: String get() = json.read("id", Json::asText)
    /** The id of the cameo that it was created as, if different. */
    val cameoId: String? get() = json.readOrNull("cameo_id", Json::asText)
    /** The user name, without `@`. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The display name. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The address of the profile picture. */
    val profilePictureUrl: String? get() = json.readOrNull("profile_picture_url", Json::asText)
    /** The address of the character's page. */
    val permalink: String? get() = json.readOrNull("permalink", Json::asText)
    /** The server's answer, unchanged. */
    val raw: Json? get() = json.readOrNull("raw", Json::itself)
}

private fun asCharacter(json: Json) = Character(json.asObject())

/** A page of a list. */
class CharacterPage(json: Json.Object) : Record(json) {
    /** The items on the page. */
    val items: List<Character> get() = json.read("items", listed(::asCharacter))
    /** The start of the next page; absent on the last one. */
    val next: String? get() = json.readOrNull("next", Json::asText)
}

private fun asCharacterPage(json: Json) = CharacterPage(json.asObject())

/**
 * A character to be made from part of a video. The video must show no real person
 * without that person's consent.
 */
class CharacterRequest(json: Json.Object) : Record(json) {
    constructor(video: Reference? = null, fromJob: String? = null, timestamps: Json? = null, username: String? = null, displayName: String? = null, instructionSet: String? = null, safetyInstructionSet: String? = null, visibility: Visibility? = null) : this(fields("video" to video, "from_job" to fromJob, "timestamps" to timestamps, "username" to username, "display_name" to displayName, "instruction_set" to instructionSet, "safety_instruction_set" to safetyInstructionSet, "visibility" to visibility))

    /** The video that shows the character. Either this or `from_job`. */
    val video: Reference? get() = json.readOrNull("video", ::asReference)
    /** The job whose video shows the character. Either this or `video`. */
    val fromJob: String? get() = json.readOrNull("from_job", Json::asText)
    /**
     * The start and end of its appearance, in seconds, as `[0, 3]` or `"0,3"`. Default: 0
     * to 3. `mirror` and servers that copied it take 1 to 3 s.
     */
    val timestamps: Json? get() = json.readOrNull("timestamps", Json::itself)
    /** The user name, without `@`. Default: the server's suggestion. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The display name. Default: the server's suggestion. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The character's behaviour, in words. */
    val instructionSet: String? get() = json.readOrNull("instruction_set", Json::asText)
    /** Restrictions on the character's behaviour, in words. */
    val safetyInstructionSet: String? get() = json.readOrNull("safety_instruction_set", Json::asText)
    /** The people who may use it. Default: its owner. */
    val visibility: Visibility? get() = json.readOrNull("visibility", ::asVisibility)
}

private fun asCharacterRequest(json: Json) = CharacterRequest(json.asObject())

/** A server's detected dialect and flavour. */
class Detection(json: Json.Object) : Record(json) {
    /** The dialect. */
    val dialect: Dialect get() = json.read("dialect", ::asDialect)
    /** The flavour, of a dialect that has several. */
    val flavour: Flavour? get() = json.readOrNull("flavour", ::asFlavour)
    /** The reasons: each request and its answer, one per line. */
    val evidence: List<String> get() = json.read("evidence", listed(Json::asText))
}

private fun asDetection(json: Json) = Detection(json.asObject())

/** A family of servers that speak the same wire format. */
enum class Dialect(override val word: String) : Word {
    /** The native web backend (`docs/wire/sora.md`). Its own host closed in 2026. */
    SORA("sora"),
    /** A mirror of the web product under `/sora/v1` (`docs/wire/mirror.md`). */
    MIRROR("mirror"),
    /** The Sora2API gateway, OpenAI-style `/v1` with its admin `/api` (`docs/wire/sora2api.md`). */
    SORA2API("sora2api"),
    /** The SkyRiff gateway (`docs/wire/skyriff.md`). */
    SKYRIFF("skyriff"),
    /** A relay with `/v2/videos/generations` (`docs/wire/relay.md`). */
    RELAY("relay"),
    /** The Videos API as OpenAI defined it and self-hosted servers serve it. */
    OPENAI("openai"),
}

private fun asDialect(json: Json) = json.asWord(Dialect.entries)

/** The encoding of a creation request. */
enum class Encoding(override val word: String) : Word {
    /** As a form, `multipart/form-data`. */
    MULTIPART("multipart"),
    /** As JSON. Files cannot go along; an image has to be an address or a data URL. */
    JSON("json"),
}

private fun asEncoding(json: Json) = json.asWord(Encoding.entries)

/** A prompt to expand with more detail. */
class EnhanceRequest(json: Json.Object) : Record(json) {
    constructor(prompt: String, level: ExpansionLevel? = null, duration: Long? = null, model: String? = null) : this(fields("prompt" to prompt, "level" to level, "duration" to duration, "model" to model))

    /** The prompt. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The amount of detail. Default: what the model's name says, or medium. */
    val level: ExpansionLevel? get() = json.readOrNull("level", ::asExpansionLevel)
    /**
     * The length of the video it is for, in seconds: 10, 15 or 20. Default: what the
     * model's name says, or 10.
     */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /**
     * A name that says both: `prompt-enhance-short-10s`, `prompt-enhance-medium-15s` or
     * `prompt-enhance-long-20s`.
     */
    val model: String? get() = json.readOrNull("model", Json::asText)
}

private fun asEnhanceRequest(json: Json) = EnhanceRequest(json.asObject())

/**
 * The kind of an `Error`. In Python each is an exception class under
 * `SorakitError`, in JavaScript a subclass of `SorakitError`.
 */
enum class ErrorKind(override val word: String) : Word {
    /** A value was refused before anything was sent. */
    INVALID_INPUT("invalid_input"),
    /** The dialect or server does not offer this. */
    UNSUPPORTED("unsupported"),
    /** A setting is missing or wrong: base URL, proxy, certificate, file. */
    CONFIGURATION("configuration"),
    /** The credential is missing, invalid or expired. */
    AUTHENTICATION("authentication"),
    /** The credential is valid but may not do this. */
    PERMISSION("permission"),
    /** A CDN answered in the server's place, such as a Cloudflare challenge page. */
    BLOCKED("blocked"),
    /** The server refused the Sentinel token. */
    SENTINEL("sentinel"),
    /** The proof of work cannot be solved within the limits. */
    PROOF_OF_WORK("proof_of_work"),
    /** The account's owner must complete a step: invite, username, phone number. */
    ACCOUNT_SETUP("account_setup"),
    /** The service is not offered in the caller's country. */
    REGION("region"),
    /** No such job, post, file or path. */
    NOT_FOUND("not_found"),
    /** The thing already exists, or has changed in the meantime. */
    CONFLICT("conflict"),
    /** The server refused the request as malformed. */
    BAD_REQUEST("bad_request"),
    /** Too many requests in a given time. */
    RATE_LIMITED("rate_limited"),
    /** The account has too many jobs in progress. */
    TOO_MANY_JOBS("too_many_jobs"),
    /** The account's quota or credit is exhausted. */
    QUOTA_EXHAUSTED("quota_exhausted"),
    /** The server is under heavy load, or has no free account or channel. */
    OVERLOADED("overloaded"),
    /** Moderation refused the prompt, an input or the result. Permanent. */
    CONTENT_POLICY("content_policy"),
    /** The job ended without a result. */
    GENERATION_FAILED("generation_failed"),
    /** The result was requested before the job was done. */
    NOT_READY("not_ready"),
    /** The server failed. */
    SERVER("server"),
    /** No connection, or one that dropped without changing anything. */
    CONNECTION("connection"),
    /** A time limit was exceeded. */
    TIMEOUT("timeout"),
    /** The request was sent, but it is unknown whether the server accepted it. */
    OUTCOME_UNKNOWN("outcome_unknown"),
    /** The answer is not the one that the operation documents. */
    UNEXPECTED_RESPONSE("unexpected_response"),
    /** The caller cancelled. */
    CANCELLED("cancelled"),
    /** A local file or credential store failed. */
    STORAGE("storage"),
}

private fun asErrorKind(json: Json) = json.asWord(ErrorKind.entries)

/** An `Error` in the form passed to other languages. */
class ErrorReport(json: Json.Object) : Record(json) {
    /** The kind of error. */
    val kind: ErrorKind get() = json.read("kind", ::asErrorKind)
    /** The whole message: the operation, what failed, what to do. */
    val message: String get() = json.read("message", Json::asText)
    /** The operation's name. */
    val operation: String? get() = json.readOrNull("operation", Json::asText)
    /** The server's own code. */
    val code: String? get() = json.readOrNull("code", Json::asText)
    /** The HTTP status. */
    val status: Long? get() = json.readOrNull("status", Json::asInteger)
    /** The server's id of the request. */
    val requestId: String? get() = json.readOrNull("request_id", Json::asText)
    /** The wait that the server asked for, in seconds. */
    val retryAfter: Double? get() = json.readOrNull("retry_after", Json::asNumber)
    /** True if trying again later may succeed without any change. */
    val retryable: Boolean get() = json.read("retryable", Json::asBool)
    /** The field that was refused. */
    val field: String? get() = json.readOrNull("field", Json::asText)
    /** The id of the job concerned. */
    val jobId: String? get() = json.readOrNull("job_id", Json::asText)
}

private fun asErrorReport(json: Json) = ErrorReport(json.asObject())

/** An event inside a call, such as an answer with its status and headers. */
class Event(json: Json) : Union(json) {
    val event: String? get() = json.readOrNull("event", Json::asText)
    /** The challenge's difficulty, in hexadecimal. */
    val difficulty: String? get() = json.readOrNull("difficulty", Json::asText)
    /** The number of candidates tried. */
    val tries: Long? get() = json.readOrNull("tries", Json::asInteger)
    /** The time it took. */
    val elapsed: Double? get() = json.readOrNull("elapsed", Json::asNumber)
    /** The operation, unless it is a file that is asked for. */
    val operation: String? get() = json.readOrNull("operation", Json::asText)
    /** The HTTP method. */
    val method: String? get() = json.readOrNull("method", Json::asText)
    /** The address, without anything in it that gives access. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The HTTP status. */
    val status: Long? get() = json.readOrNull("status", Json::asInteger)
    /** The headers, by lower-case name, without those that set cookies or give access. */
    val headers: Map<String, String>? get() = json.readOrNull("headers", mapped(Json::asText))
    /** The reason. */
    val message: String? get() = json.readOrNull("message", Json::asText)
    /** The reason for the failure. */
    val kind: ErrorKind? get() = json.readOrNull("kind", ::asErrorKind)
    /** The time until it is sent again. */
    val after: Double? get() = json.readOrNull("after", Json::asNumber)
    /** The dialect. */
    val dialect: Dialect? get() = json.readOrNull("dialect", ::asDialect)
    /** The flavour, of a dialect that has several. */
    val flavour: Flavour? get() = json.readOrNull("flavour", ::asFlavour)
    /** The reasons: each request and its answer, one per line. */
    val evidence: List<String>? get() = json.readOrNull("evidence", listed(Json::asText))
    /** The source of the credential. */
    val source: OptionSource? get() = json.readOrNull("source", ::asOptionSource)
    /** The origin that the credential goes to. */
    val origin: String? get() = json.readOrNull("origin", Json::asText)
    /** The job's id. */
    val jobId: String? get() = json.readOrNull("job_id", Json::asText)
    /** The server's word. */
    val statusWord: String? get() = json.readOrNull("status_word", Json::asText)
    /** The progress in percent. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)

    companion object {
        /** A proof of work was solved. */
        fun solved(difficulty: String, tries: Long, elapsed: Double) = Event(fields("event" to "solved", "difficulty" to difficulty, "tries" to tries, "elapsed" to elapsed))
        /** A request is sent: an operation's, that of a redirect, or one for a file. */
        fun sending(operation: String? = null, method: String, url: String) = Event(fields("event" to "sending", "operation" to operation, "method" to method, "url" to url))
        /** The head of an answer has come, of success or not. */
        fun answered(operation: String? = null, method: String, url: String, status: Long, headers: Map<String, String>, elapsed: Double) = Event(fields("event" to "answered", "operation" to operation, "method" to method, "url" to url, "status" to status, "headers" to headers, "elapsed" to elapsed))
        /** No answer has come: the connection failed, or nobody waits for the answer any more. */
        fun unanswered(operation: String? = null, method: String, url: String, message: String, elapsed: Double) = Event(fields("event" to "unanswered", "operation" to operation, "method" to method, "url" to url, "message" to message, "elapsed" to elapsed))
        /** A request failed and will be sent again. */
        fun retrying(operation: String, kind: ErrorKind, after: Double) = Event(fields("event" to "retrying", "operation" to operation, "kind" to kind, "after" to after))
        /** The account has too many jobs in progress; a creation waits for a slot. */
        fun waitingForSlot(operation: String, after: Double) = Event(fields("event" to "waiting_for_slot", "operation" to operation, "after" to after))
        /**
         * It is known what the server speaks: the client, which was given neither dialect nor
         * flavour, has asked it, or this process has before; or an answer has shown the flavour of
         * a server whose dialect alone was given.
         */
        fun detected(dialect: Dialect, flavour: Flavour? = null, evidence: List<String>) = Event(fields("event" to "detected", "dialect" to dialect, "flavour" to flavour, "evidence" to evidence))
        /** The access token was renewed, and the credential stored. */
        fun renewed() = Event(fields("event" to "renewed"))
        /**
         * The client uses, for the first time, a credential that the caller did not give in
         * code.
         */
        fun credentialUsed(source: OptionSource, origin: String) = Event(fields("event" to "credential_used", "source" to source, "origin" to origin))
        /**
         * The server describes a job's status with a word that sorakit does not know, and
         * there are signs that the job may be done: it is at 100 %, an address is in the
         * answer, or nothing has changed for ten minutes. A warning says the same, and the
         * file is looked for from now on.
         */
        fun unknownStatus(jobId: String, statusWord: String, progress: Double) = Event(fields("event" to "unknown_status", "job_id" to jobId, "status_word" to statusWord, "progress" to progress))
        /**
         * Something is unusual but not wrong, such as a credential file that others can
         * read, or a variable that is not an option.
         */
        fun warning(message: String) = Event(fields("event" to "warning", "message" to message))
    }
}

private fun asEvent(json: Json) = Event(json)

/** The amount of detail added to a prompt. */
enum class ExpansionLevel(override val word: String) : Word {
    /** A little. */
    SHORT("short"),
    /** Some. */
    MEDIUM("medium"),
    /** A lot. */
    LONG("long"),
}

private fun asExpansionLevel(json: Json) = json.asWord(ExpansionLevel.entries)

/** The parameters of a search for a job whose creation's answer was lost. */
class Find(json: Json.Object) : Record(json) {
    constructor(since: Double, known: List<String>? = null, prompt: String, model: String? = null, duration: Long? = null, orientation: Orientation? = null, size: String? = null, quality: Quality? = null, style: String? = null, references: List<Reference>? = null, storyboard: List<Shot>? = null, remix: String? = null, characters: List<String>? = null, watermark: Boolean? = null, private: Boolean? = null, n: Long? = null, title: String? = null, cameoReplacements: Map<String, Json>? = null, audioCaption: String? = null, audioTranscript: String? = null, videoCaption: String? = null, metadata: Map<String, Json>? = null, characterUrl: Reference? = null, characterTimestamps: Json? = null, characterFromTask: String? = null, characterCreate: Boolean? = null, seed: Long? = null, negativePrompt: String? = null, steps: Long? = null, guidance: Double? = null, fps: Double? = null, frames: Long? = null, aspectRatio: String? = null, lastFrame: Reference? = null, videoReferences: List<Reference>? = null, audioReferences: List<Reference>? = null, audio: Boolean? = null, enhance: Boolean? = null, extra: Map<String, Json>? = null) : this(fields("since" to since, "known" to known, "prompt" to prompt, "model" to model, "duration" to duration, "orientation" to orientation, "size" to size, "quality" to quality, "style" to style, "references" to references, "storyboard" to storyboard, "remix" to remix, "characters" to characters, "watermark" to watermark, "private" to private, "n" to n, "title" to title, "cameo_replacements" to cameoReplacements, "audio_caption" to audioCaption, "audio_transcript" to audioTranscript, "video_caption" to videoCaption, "metadata" to metadata, "character_url" to characterUrl, "character_timestamps" to characterTimestamps, "character_from_task" to characterFromTask, "character_create" to characterCreate, "seed" to seed, "negative_prompt" to negativePrompt, "steps" to steps, "guidance" to guidance, "fps" to fps, "frames" to frames, "aspect_ratio" to aspectRatio, "last_frame" to lastFrame, "video_references" to videoReferences, "audio_references" to audioReferences, "audio" to audio, "enhance" to enhance, "extra" to extra))

    /** The time at which the creation was sent. */
    val since: Double get() = json.read("since", Json::asNumber)
    /** The ids of jobs that other requests made, where you keep a list of them. */
    val known: List<String>? get() = json.readOrNull("known", listed(Json::asText))
    /** A description of the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, in the server's words. Default: the dialect's standard one. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length in seconds. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** Landscape or portrait. */
    val orientation: Orientation? get() = json.readOrNull("orientation", ::asOrientation)
    /** The size: `1280x720`, or the native `small` and `large`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** Standard or high definition. */
    val quality: Quality? get() = json.readOrNull("quality", ::asQuality)
    /** The style, such as `anime`. */
    val style: String? get() = json.readOrNull("style", Json::asText)
    /** Images to start from. */
    val references: List<Reference>? get() = json.readOrNull("references", listed(::asReference))
    /** The shots, to describe each one separately. */
    val storyboard: List<Shot>? get() = json.readOrNull("storyboard", listed(::asShot))
    /** The video to make a new version of. */
    val remix: String? get() = json.readOrNull("remix", Json::asText)
    /** The characters that appear, by id. */
    val characters: List<String>? get() = json.readOrNull("characters", listed(Json::asText))
    /**
     * True to include a watermark, false to omit it, where a gateway offers the choice.
     * For your own works only.
     */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
    /** True to keep the video unpublished, where a gateway offers it. */
    val private: Boolean? get() = json.readOrNull("private", Json::asBool)
    /** The number of variants to make. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The replacements of characters, by id. */
    val cameoReplacements: Map<String, Json>? get() = json.readOrNull("cameo_replacements", mapped(Json::itself))
    /** The sound, in words. */
    val audioCaption: String? get() = json.readOrNull("audio_caption", Json::asText)
    /** The spoken words. */
    val audioTranscript: String? get() = json.readOrNull("audio_transcript", Json::asText)
    /** The picture, in words. */
    val videoCaption: String? get() = json.readOrNull("video_caption", Json::asText)
    /** Data of your own that goes with the video. */
    val metadata: Map<String, Json>? get() = json.readOrNull("metadata", mapped(Json::itself))
    /**
     * A video that shows a character, which is made and put into this one. It must
     * show no real person without that person's consent.
     */
    val characterUrl: Reference? get() = json.readOrNull("character_url", ::asReference)
    /**
     * The start and end of the character's appearance in that video, in seconds, as
     * `[0, 3]` or `"0,3"`; from 1 to 3 s.
     */
    val characterTimestamps: Json? get() = json.readOrNull("character_timestamps", Json::itself)
    /** A job whose video shows a character, which is made and put into this one. */
    val characterFromTask: String? get() = json.readOrNull("character_from_task", Json::asText)
    /** True to make a character from the finished video. */
    val characterCreate: Boolean? get() = json.readOrNull("character_create", Json::asBool)
    /** The start of the random numbers, to make the same video again. */
    val seed: Long? get() = json.readOrNull("seed", Json::asInteger)
    /** A description of what must not be seen. */
    val negativePrompt: String? get() = json.readOrNull("negative_prompt", Json::asText)
    /** The number of steps that the model takes. */
    val steps: Long? get() = json.readOrNull("steps", Json::asInteger)
    /** The guidance scale: how closely the model follows the prompt; most models take 1 to 10. */
    val guidance: Double? get() = json.readOrNull("guidance", Json::asNumber)
    /** Frames in a second. */
    val fps: Double? get() = json.readOrNull("fps", Json::asNumber)
    /**
     * The length in frames, in place of `duration`. Models that make certain numbers alone
     * take the nearest.
     */
    val frames: Long? get() = json.readOrNull("frames", Json::asInteger)
    /** The proportions of width and height, such as `16:9`. */
    val aspectRatio: String? get() = json.readOrNull("aspect_ratio", Json::asText)
    /** An image to end with. */
    val lastFrame: Reference? get() = json.readOrNull("last_frame", ::asReference)
    /** Videos to start from. */
    val videoReferences: List<Reference>? get() = json.readOrNull("video_references", listed(::asReference))
    /** Sounds to start from. */
    val audioReferences: List<Reference>? get() = json.readOrNull("audio_references", listed(::asReference))
    /** True to make sound too, false to make none. */
    val audio: Boolean? get() = json.readOrNull("audio", Json::asBool)
    /** True to let the server work out the prompt in more detail. */
    val enhance: Boolean? get() = json.readOrNull("enhance", Json::asBool)
    /**
     * Additional fields. A server's flavour puts them where it reads them; else they are
     * sent as they are.
     */
    val extra: Map<String, Json>? get() = json.readOrNull("extra", mapped(Json::itself))
}

private fun asFind(json: Json) = Find(json.asObject())

/**
 * A kind of server that speaks a dialect in its own way. Servers of one dialect
 * differ in their fields, in what they offer, and in how they answer.
 */
enum class Flavour(override val word: String) : Word {
    /** The Videos API as OpenAI defined it; any server that is not known to be another. */
    OPENAI("openai"),
    /** new-api, one-api and their forks. */
    NEW_API("new-api"),
    /** vLLM-Omni, and servers that follow it. */
    VLLM_OMNI("vllm-omni"),
    /** SGLang Diffusion. */
    SGLANG("sglang"),
    /** LiteLLM's proxy. */
    LITELLM("litellm"),
    /** Unsloth Studio. */
    UNSLOTH("unsloth"),
    /** FastVideo. */
    FASTVIDEO("fastvideo"),
    /** NVIDIA Dynamo, which answers when the video is done. */
    DYNAMO("dynamo"),
    /** LocalAI, which answers when the video is done, at an address of its own. */
    LOCALAI("localai"),
    /** TheSmallHanCat/sora2api, which makes everything in its chat. */
    UPSTREAM("upstream"),
    /** A fork of it, with `/v1/videos` and the other operations of the document. */
    FORK("fork"),
}

private fun asFlavour(json: Json) = json.asWord(Flavour.entries)

/** An image to be made, from a prompt or from other images. */
class ImageRequest(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, orientation: Orientation? = null, size: String? = null, quality: Quality? = null, style: String? = null, references: List<Reference>? = null, n: Long? = null, extra: Map<String, Json>? = null) : this(fields("prompt" to prompt, "model" to model, "orientation" to orientation, "size" to size, "quality" to quality, "style" to style, "references" to references, "n" to n, "extra" to extra))

    /** A description of the image. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, in the server's words. Default: the dialect's standard one. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** Landscape or portrait; square if absent. */
    val orientation: Orientation? get() = json.readOrNull("orientation", ::asOrientation)
    /** The size, such as `1024x1024`, or a ratio such as `16:9`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** Standard or high definition. */
    val quality: Quality? get() = json.readOrNull("quality", ::asQuality)
    /** The style, such as `vivid`. */
    val style: String? get() = json.readOrNull("style", Json::asText)
    /** Images to start from. */
    val references: List<Reference>? get() = json.readOrNull("references", listed(::asReference))
    /** The number of variants to make. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** Additional fields, sent unchanged. */
    val extra: Map<String, Json>? get() = json.readOrNull("extra", mapped(Json::itself))
}

private fun asImageRequest(json: Json) = ImageRequest(json.asObject())

/** The account's own invite code. */
class Invite(json: Json.Object) : Record(json) {
    /** The code. */
    val inviteCode: String? get() = json.readOrNull("invite_code", Json::asText)
    /** The number of times the code was used. */
    val redeemedCount: Long? get() = json.readOrNull("redeemed_count", Json::asInteger)
    /** The total number of times the code can be used. */
    val totalCount: Long? get() = json.readOrNull("total_count", Json::asInteger)
}

private fun asInvite(json: Json) = Invite(json.asObject())

/**
 * A generation, in progress or ended.
 *
 * A job can be resumed in another process by its `id` alone, where it is `resumable`.
 */
open class JobFields(json: Json.Object) : Record(json) {
    /** The server's id. Opaque; its form differs between servers. */
    val id: String get() = json.read("id", Json::asText)
    /** The dialect of the server that runs it. */
    val dialect: Dialect get() = json.read("dialect", ::asDialect)
    /** A video or images. */
    val kind: JobKind get() = json.read("kind", ::asJobKind)
    /** The current status. */
    val status: JobStatus get() = json.read("status", ::asJobStatus)
    /** The server's own word for the status, such as `preprocessing`. */
    val statusWord: String? get() = json.readOrNull("status_word", Json::asText)
    /** The progress in percent, from 0 to 100. A watcher never lets it go back. */
    val progress: Double get() = json.read("progress", Json::asNumber)
    /** The time of creation. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The time at which it ended. */
    val completedAt: Double? get() = json.readOrNull("completed_at", Json::asNumber)
    /** The requested model, in the server's words. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The finished video; of several variants the first. */
    val video: MediaLink? get() = json.readOrNull("video", ::asMediaLink)
    /** All variants of the finished video, with `video` as the first. */
    val videos: List<MediaLink> get() = json.read("videos", listed(::asMediaLink))
    /** The finished images. */
    val images: List<MediaLink> get() = json.read("images", listed(::asMediaLink))
    /** The reason for its failure. */
    val error: JobError? get() = json.readOrNull("error", ::asJobError)
    /**
     * True if another process can wait for it by its id. False for a job that lives in
     * a stream which this process holds open: when the process ends, so does the job.
     */
    val resumable: Boolean? get() = json.readOrNull("resumable", Json::asBool)
    /** The base URL of the server that made it. Follow-ups go there, or nowhere. */
    val baseUrl: String? get() = json.readOrNull("base_url", Json::asText)
    /**
     * The measures that its creation asked for, to compare with the result: servers change sizes
     * and numbers of frames to what their model can do, without notice.
     */
    val requested: Requested? get() = json.readOrNull("requested", ::asRequested)
    /** The prompt as the server worked it out, where it says so. */
    val revisedPrompt: String? get() = json.readOrNull("revised_prompt", Json::asText)
    /** The server's answer, unchanged. */
    val raw: Json? get() = json.readOrNull("raw", Json::itself)
}

private fun asJobFields(json: Json) = JobFields(json.asObject())

/** The reason for a job's failure. */
class JobError(json: Json.Object) : Record(json) {
    /** The server's code. */
    val code: String? get() = json.readOrNull("code", Json::asText)
    /** The server's reason. */
    val message: String get() = json.read("message", Json::asText)
}

private fun asJobError(json: Json) = JobError(json.asObject())

/** The media that a job makes. */
enum class JobKind(override val word: String) : Word {
    /** A video. */
    VIDEO("video"),
    /** One or more images. */
    IMAGE("image"),
}

private fun asJobKind(json: Json) = json.asWord(JobKind.entries)

/** The status of a job. */
enum class JobStatus(override val word: String) : Word {
    /** Accepted, but not yet started. */
    QUEUED("queued"),
    /** In progress. Any word that sorakit does not know means this, never an end. */
    RUNNING("running"),
    /** Done; the media can be downloaded. */
    SUCCEEDED("succeeded"),
    /** Ended without a result. */
    FAILED("failed"),
    /** Cancelled by its owner. */
    CANCELLED("cancelled"),
}

private fun asJobStatus(json: Json) = json.asWord(JobStatus.entries)

/** The parameters of the account's user name. */
class MaybeNamed(json: Json.Object) : Record(json) {
    constructor(username: String? = null) : this(fields("username" to username))

    /** The name to set, without `@`. Without it the account's own is read. */
    val username: String? get() = json.readOrNull("username", Json::asText)
}

private fun asMaybeNamed(json: Json) = MaybeNamed(json.asObject())

/** The signed-in user. Any field may be absent. */
class Me(json: Json.Object) : Record(json) {
    /** The e-mail address. */
    val email: String? get() = json.readOrNull("email", Json::asText)
    /** The display name. */
    val name: String? get() = json.readOrNull("name", Json::asText)
    /** The user name; absent until one is set. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The address of the picture. */
    val picture: String? get() = json.readOrNull("picture", Json::asText)
    /** The time at which the account was created. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
}

private fun asMe(json: Json) = Me(json.asObject())

/** A file that a job made, and what the server says about it. */
class MediaLink(json: Json.Object) : Record(json) {
    /**
     * The server's id of the file, where it has one besides the job's: natively the
     * generation, `gen_…`, that `sora.posts.create` takes.
     */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /**
     * The address. Often signed, and valid for a limited time. Empty if the bytes are
     * available only through the API, or stand in the answer itself.
     */
    val url: String get() = json.read("url", Json::asText)
    /** A still image from it. */
    val thumbnailUrl: String? get() = json.readOrNull("thumbnail_url", Json::asText)
    /** Width in pixels. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** Height in pixels. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
    /** Length in seconds. */
    val duration: Double? get() = json.readOrNull("duration", Json::asNumber)
    /** Number of frames, where the server says it. */
    val frames: Long? get() = json.readOrNull("frames", Json::asInteger)
    /** Frames a second, where the server says it. */
    val fps: Double? get() = json.readOrNull("fps", Json::asNumber)
    /** True if it carries a watermark, where the server says so. */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
}

private fun asMediaLink(json: Json) = MediaLink(json.asObject())

/** An available model. */
class ModelInfo(json: Json.Object) : Record(json) {
    /** The model's name, as used in requests. */
    val id: String get() = json.read("id", Json::asText)
    /** The kind of output, if known. */
    val kind: ModelKind? get() = json.readOrNull("kind", ::asModelKind)
    /**
     * The model that it stands for, in the words of the backend behind it, such as
     * `sy_ore`.
     */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The size of its results, such as `small`, when the name says so. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** Landscape or portrait, if the name says so. */
    val orientation: Orientation? get() = json.readOrNull("orientation", ::asOrientation)
    /** The length of the results in seconds, if the name says so. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** The server's description. */
    val description: String? get() = json.readOrNull("description", Json::asText)
    /**
     * The server's answer, unchanged; `null` for a documented model of a server without
     * a list.
     */
    val raw: Json? get() = json.readOrNull("raw", Json::itself)
}

private fun asModelInfo(json: Json) = ModelInfo(json.asObject())

/** The kind of output of a model. */
enum class ModelKind(override val word: String) : Word {
    /** Videos. */
    VIDEO("video"),
    /** Images. */
    IMAGE("image"),
    /** Prompts. */
    PROMPT("prompt"),
}

private fun asModelKind(json: Json) = json.asWord(ModelKind.entries)

/** The parameters of asking for a user name. */
class Named(json: Json.Object) : Record(json) {
    constructor(username: String) : this(fields("username" to username))

    /** The name, without `@`. */
    val username: String get() = json.read("username", Json::asText)
}

private fun asNamed(json: Json) = Named(json.asObject())

/** The source of an option, highest first. */
enum class OptionSource(override val word: String) : Word {
    /** The program's own call, or the command line. */
    CODE("code"),
    /** The profile that the program's call, or the command line, names. */
    PROFILE("profile"),
    /** A `SORAKIT_*` variable. */
    ENVIRONMENT("environment"),
    /** The configuration file. */
    FILE("file"),
    /** The credential store. */
    STORE("store"),
}

private fun asOptionSource(json: Json) = json.asWord(OptionSource.entries)

/**
 * The settings of a client. Any that is `None` comes from the environment
 * variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from the
 * file that `config` or `SORAKIT_CONFIG` names, then from the default. With
 * `environment: Some(false)` variables are ignored.
 *
 * # A credential is one group of one source
 *
 * `access_token`, `api_key`, `session_token` and `refresh_token`, with
 * `client_id`, `redirect_uri`, `credential_proxy` and `credential_file` which
 * belong to them, come from one source: the highest that gives a token. The
 * whole group of any lower source is ignored. A `credential_file` given without
 * tokens is the credential once it holds one; tokens of a lower source only fill
 * it while it is empty.
 *
 * A source that gives a credential and a `base_url` binds the two: if a higher
 * source names another origin, as `base_url`, `web_url` or `oauth_url`, the
 * credential is ignored as well. A credential given alone goes to the `base_url`
 * of the same invocation. `admin_token`, or `admin_username` with
 * `admin_password`, is a group of its own, to which the same rules apply.
 */
class Options(json: Json.Object) : Record(json) {
    constructor(dialect: Dialect? = null, flavour: Flavour? = null, baseUrl: String? = null, headers: Map<String, String>? = null, query: Map<String, String>? = null, webUrl: String? = null, sentinelUrl: String? = null, oauthUrl: String? = null, linksUrl: String? = null, linksToken: String? = null, allowHttp: Boolean? = null, accessToken: String? = null, apiKey: String? = null, sessionToken: String? = null, refreshToken: String? = null, clientId: String? = null, redirectUri: String? = null, credentialFile: String? = null, adminToken: String? = null, adminUsername: String? = null, adminPassword: String? = null, adminFile: String? = null, storeTimeout: Double? = null, autoRefresh: Boolean? = null, credentialProxy: String? = null, proxy: String? = null, sentinelProxy: String? = null, caFile: String? = null, profile: Profile? = null, deviceId: String? = null, language: String? = null, sentinelFlow: String? = null, sentinelTokenFlow: String? = null, powMaxTries: Long? = null, powTimeout: Double? = null, powThreads: Long? = null, encoding: Encoding? = null, connectTimeout: Double? = null, timeout: Double? = null, creationTimeout: Double? = null, totalTimeout: Double? = null, maxRetries: Long? = null, retryBase: Double? = null, slotTimeout: Double? = null, pollInterval: Double? = null, pollBackoff: Boolean? = null, maxPollAttempts: Long? = null, videoTimeout: Double? = null, imageTimeout: Double? = null, grace: Double? = null, environment: Boolean? = null, config: String? = null, configProfile: String? = null, minRate: Double? = null, minRateTime: Double? = null, maxBytes: Long? = null, maxAnswerBytes: Long? = null, allowPrivateMedia: Boolean? = null) : this(fields("dialect" to dialect, "flavour" to flavour, "base_url" to baseUrl, "headers" to headers, "query" to query, "web_url" to webUrl, "sentinel_url" to sentinelUrl, "oauth_url" to oauthUrl, "links_url" to linksUrl, "links_token" to linksToken, "allow_http" to allowHttp, "access_token" to accessToken, "api_key" to apiKey, "session_token" to sessionToken, "refresh_token" to refreshToken, "client_id" to clientId, "redirect_uri" to redirectUri, "credential_file" to credentialFile, "admin_token" to adminToken, "admin_username" to adminUsername, "admin_password" to adminPassword, "admin_file" to adminFile, "store_timeout" to storeTimeout, "auto_refresh" to autoRefresh, "credential_proxy" to credentialProxy, "proxy" to proxy, "sentinel_proxy" to sentinelProxy, "ca_file" to caFile, "profile" to profile, "device_id" to deviceId, "language" to language, "sentinel_flow" to sentinelFlow, "sentinel_token_flow" to sentinelTokenFlow, "pow_max_tries" to powMaxTries, "pow_timeout" to powTimeout, "pow_threads" to powThreads, "encoding" to encoding, "connect_timeout" to connectTimeout, "timeout" to timeout, "creation_timeout" to creationTimeout, "total_timeout" to totalTimeout, "max_retries" to maxRetries, "retry_base" to retryBase, "slot_timeout" to slotTimeout, "poll_interval" to pollInterval, "poll_backoff" to pollBackoff, "max_poll_attempts" to maxPollAttempts, "video_timeout" to videoTimeout, "image_timeout" to imageTimeout, "grace" to grace, "environment" to environment, "config" to config, "config_profile" to configProfile, "min_rate" to minRate, "min_rate_time" to minRateTime, "max_bytes" to maxBytes, "max_answer_bytes" to maxAnswerBytes, "allow_private_media" to allowPrivateMedia))

    /**
     * The dialect that the server speaks. Default: found out at the first call, by
     * requests that change nothing.
     */
    val dialect: Dialect? get() = json.readOrNull("dialect", ::asDialect)
    /**
     * The kind of the server, of a dialect that has several, such as `vllm-omni`. Default:
     * found out with the dialect; where that is given, the dialect as it is defined.
     */
    val flavour: Flavour? get() = json.readOrNull("flavour", ::asFlavour)
    /**
     * The API's base URL, with or without `/v1`. Its query goes with every request to
     * the API. Required: sorakit does not assume that any host answers.
     */
    val baseUrl: String? get() = json.readOrNull("base_url", Json::asText)
    /**
     * Additional headers for every request to the API's origin, such as a gateway's own.
     * In a variable, one per line: `Name: value`.
     */
    val headers: Map<String, String>? get() = json.readOrNull("headers", mapped(Json::asText))
    /**
     * Additional query parameters for every request to the API's origin, such as
     * `api-version`. In a variable: `name=value&name=value`.
     */
    val query: Map<String, String>? get() = json.readOrNull("query", mapped(Json::asText))
    /** The web application's root (`docs/wire/sora.md` §1.1). Default: the origin of `base_url`. */
    val webUrl: String? get() = json.readOrNull("web_url", Json::asText)
    /**
     * The host of the Sentinel challenge (`docs/wire/sora.md` §2.1). Default: the origin of
     * `base_url`, or `https://chatgpt.com` when that is the documented one.
     */
    val sentinelUrl: String? get() = json.readOrNull("sentinel_url", Json::asText)
    /**
     * The host of the token endpoint (`docs/wire/sora.md` §1.2). Default: the origin of
     * `base_url` on loopback, else `https://auth.openai.com`.
     */
    val oauthUrl: String? get() = json.readOrNull("oauth_url", Json::asText)
    /** Your own link service (`docs/wire/sora.md` §7.3). */
    val linksUrl: String? get() = json.readOrNull("links_url", Json::asText)
    /** The token of your own link service. */
    val linksToken: String? get() = json.readOrNull("links_token", Json::asText)
    /** Allows plain HTTP to hosts other than loopback. Default: false. */
    val allowHttp: Boolean? get() = json.readOrNull("allow_http", Json::asBool)
    /** The access token, or the gateway's API key. */
    val accessToken: String? get() = json.readOrNull("access_token", Json::asText)
    /** The gateway's API key; another name for `access_token`. */
    val apiKey: String? get() = json.readOrNull("api_key", Json::asText)
    /** The session token, used to obtain access tokens. */
    val sessionToken: String? get() = json.readOrNull("session_token", Json::asText)
    /** The refresh token, used to obtain access tokens. */
    val refreshToken: String? get() = json.readOrNull("refresh_token", Json::asText)
    /** The client that the refresh token was issued to. Default: the iOS one. */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
    /** The redirect URI of an undocumented client. */
    val redirectUri: String? get() = json.readOrNull("redirect_uri", Json::asText)
    /** The file that keeps tokens, shared by processes. Default: memory. */
    val credentialFile: String? get() = json.readOrNull("credential_file", Json::asText)
    /** The token of an admin login, for gateways with an administration. */
    val adminToken: String? get() = json.readOrNull("admin_token", Json::asText)
    /** The admin's name, with which the client logs in when an operation needs it. */
    val adminUsername: String? get() = json.readOrNull("admin_username", Json::asText)
    /** The admin's password. */
    val adminPassword: String? get() = json.readOrNull("admin_password", Json::asText)
    /**
     * The file that keeps the token of an admin login, shared by processes. Default:
     * memory.
     */
    val adminFile: String? get() = json.readOrNull("admin_file", Json::asText)
    /**
     * The longest time a credential store may take to answer, or be locked by another
     * process, in seconds. Default: 30.
     */
    val storeTimeout: Double? get() = json.readOrNull("store_timeout", Json::asNumber)
    /** True to renew access tokens. Default: true. */
    val autoRefresh: Boolean? get() = json.readOrNull("auto_refresh", Json::asBool)
    /**
     * The credential's own proxy: `http://…`, `socks5://…`, or `socks5h://…` if the
     * proxy is to resolve names; `none` for no proxy.
     */
    val credentialProxy: String? get() = json.readOrNull("credential_proxy", Json::asText)
    /**
     * The proxy for credentials without one; `none` for no proxy. Default: the machine's
     * `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl reads them;
     * these never apply to this machine itself.
     */
    val proxy: String? get() = json.readOrNull("proxy", Json::asText)
    /**
     * The proxy for the Sentinel request alone. Without it, that request uses none if
     * `proxy` or `credential_proxy` is given, and otherwise the machine's.
     */
    val sentinelProxy: String? get() = json.readOrNull("sentinel_proxy", Json::asText)
    /**
     * An additional trusted certificate authority, or a server's self-signed
     * certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of the
     * system's.
     */
    val caFile: String? get() = json.readOrNull("ca_file", Json::asText)
    /** The browser or app that requests claim to come from. Default: a desktop browser. */
    val profile: Profile? get() = json.readOrNull("profile", ::asProfile)
    /** The device id, a UUID. Default: a random one per client. */
    val deviceId: String? get() = json.readOrNull("device_id", Json::asText)
    /** The language, such as `en-US`. Default: the profile's. */
    val language: String? get() = json.readOrNull("language", Json::asText)
    /** The `flow` of the Sentinel request. Default: `sora_init`. */
    val sentinelFlow: String? get() = json.readOrNull("sentinel_flow", Json::asText)
    /** The `flow` in the Sentinel token. Default: `sora_2_create_task__auto`. */
    val sentinelTokenFlow: String? get() = json.readOrNull("sentinel_token_flow", Json::asText)
    /** The most proof-of-work candidates to try. Default: 100 million. */
    val powMaxTries: Long? get() = json.readOrNull("pow_max_tries", Json::asInteger)
    /** The longest time for a proof of work, in seconds. Default: 60. */
    val powTimeout: Double? get() = json.readOrNull("pow_timeout", Json::asNumber)
    /** The most threads for a proof of work; 0 for all cores. Default: 0. */
    val powThreads: Long? get() = json.readOrNull("pow_threads", Json::asInteger)
    /**
     * The encoding of creations in the dialect `openai`. Default: that of the server's
     * flavour; `multipart`, as in OpenAI's own libraries, where it takes both.
     */
    val encoding: Encoding? get() = json.readOrNull("encoding", ::asEncoding)
    /** The time limit for making a connection, in seconds. Default: 10. */
    val connectTimeout: Double? get() = json.readOrNull("connect_timeout", Json::asNumber)
    /**
     * The time limit for one request, in seconds; uploads get more, depending on their
     * size. Default: 30.
     */
    val timeout: Double? get() = json.readOrNull("timeout", Json::asNumber)
    /**
     * The time limit for the answer to a creation, an upload or anything else that must
     * not be sent twice, in seconds; uploads get more, depending on their size. Giving
     * up too soon loses the job's id. Default: 300.
     */
    val creationTimeout: Double? get() = json.readOrNull("creation_timeout", Json::asNumber)
    /**
     * The time limit for a call or a download with all its retries, in seconds. Default:
     * no limit.
     */
    val totalTimeout: Double? get() = json.readOrNull("total_timeout", Json::asNumber)
    /** The most times a request is sent again. Default: 3. */
    val maxRetries: Long? get() = json.readOrNull("max_retries", Json::asInteger)
    /**
     * The wait before a request is first sent again, in seconds; it doubles with each
     * further one, and up to half of it is left to chance. Default: 0.5, and 1 for
     * `skyriff` and `relay`.
     */
    val retryBase: Double? get() = json.readOrNull("retry_base", Json::asNumber)
    /**
     * The longest time that a creation waits for a free slot when the account has too
     * many jobs in progress, in seconds. Default: 600.
     */
    val slotTimeout: Double? get() = json.readOrNull("slot_timeout", Json::asNumber)
    /** The shortest wait between two polls, in seconds. Default: the dialect's. */
    val pollInterval: Double? get() = json.readOrNull("poll_interval", Json::asNumber)
    /**
     * True to space polls further apart for a job that is near its end or old. With `false` each
     * comes `poll_interval` after the one before. Default: true.
     */
    val pollBackoff: Boolean? get() = json.readOrNull("poll_backoff", Json::asBool)
    /** The most polls of one wait. Default: no limit. */
    val maxPollAttempts: Long? get() = json.readOrNull("max_poll_attempts", Json::asInteger)
    /** The longest wait for a video, in seconds. Default: 1800. */
    val videoTimeout: Double? get() = json.readOrNull("video_timeout", Json::asNumber)
    /** The longest wait for an image, in seconds. Default: 300. */
    val imageTimeout: Double? get() = json.readOrNull("image_timeout", Json::asNumber)
    /**
     * The time for which a job may be missing before its outcome counts as unknown, and
     * for which the file of a finished job may not be ready, in seconds. Default: 60.
     */
    val grace: Double? get() = json.readOrNull("grace", Json::asNumber)
    /**
     * True to read `SORAKIT_*` variables. Those for the machine's proxies are read in
     * any case: see `proxy`. Default: true.
     */
    val environment: Boolean? get() = json.readOrNull("environment", Json::asBool)
    /** A TOML file with more options. Default: the one that `SORAKIT_CONFIG` names. */
    val config: String? get() = json.readOrNull("config", Json::asText)
    /**
     * The profile of that file that counts, `[profiles.NAME]`. Default: the file's
     * `default_profile`, where it names one.
     */
    val configProfile: String? get() = json.readOrNull("config_profile", Json::asText)
    /**
     * The slowest file transfer that is continued, in bytes per second on average over
     * `min_rate_time`; 0 for any. Default: 1000.
     */
    val minRate: Double? get() = json.readOrNull("min_rate", Json::asNumber)
    /** The time over which `min_rate` is averaged, in seconds. Default: 60. */
    val minRateTime: Double? get() = json.readOrNull("min_rate_time", Json::asNumber)
    /** The largest file that is accepted, in bytes. Default: 16 GiB. */
    val maxBytes: Long? get() = json.readOrNull("max_bytes", Json::asInteger)
    /**
     * The longest video that is accepted inside an answer, in bytes of base64. It is held in
     * memory. Default: 512 MiB.
     */
    val maxAnswerBytes: Long? get() = json.readOrNull("max_answer_bytes", Json::asInteger)
    /**
     * True to let a server name media addresses in networks that are not public (this
     * machine, private, link-local), even if the server itself is in no such network.
     * They are judged by the address that is connected to; behind a proxy and in a
     * browser, only by the URL itself. Default: false.
     */
    val allowPrivateMedia: Boolean? get() = json.readOrNull("allow_private_media", Json::asBool)
}

private fun asOptions(json: Json) = Options(json.asObject())

/** Landscape or portrait. */
enum class Orientation(override val word: String) : Word {
    /** 16:9. */
    LANDSCAPE("landscape"),
    /** 9:16. */
    PORTRAIT("portrait"),
}

private fun asOrientation(json: Json) = json.asWord(Orientation.entries)

/** A request for one page. */
class PageRequest(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, cursor: String? = null) : this(fields("limit" to limit, "cursor" to cursor))

    /** The maximum number of items; the server's default if absent. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The place to continue from: the `next` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asPageRequest(json: Json) = PageRequest(json.asObject())

/** A plan. */
class Plan(json: Json.Object) : Record(json) {
    /**
     * The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
     * it, `chatgptplusplan`. Others exist.
     */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The plan's name, such as `ChatGPT Plus`. */
    val title: String? get() = json.readOrNull("title", Json::asText)
}

private fun asPlan(json: Json) = Plan(json.asObject())

/**
 * A browser and app identity, which fills the headers and the proof of work's configuration
 * (`docs/wire/sora.md` §2.1, §2.2 and §12).
 *
 * It is a plain value: take the default, draw one from the documented browsers and apps, or
 * write your own. One credential should keep one profile. In a browser, fill it from that browser.
 *
 * A profile read from JSON may omit any fields, and may have no others. The client hints follow from the given
 * `user_agent`, the `languages` from the `language`; anything else has the default's value. The
 * client refuses fields that contradict each other.
 */
class Profile(json: Json.Object) : Record(json) {
    constructor(userAgent: String? = null, appUserAgent: String? = null, secChUa: String? = null, secChUaMobile: String? = null, secChUaPlatform: String? = null, language: String? = null, languages: String? = null, screen: Long? = null, cores: Long? = null, timezone: Timezone? = null, heapLimit: Long? = null, scriptUrl: String? = null, navigatorKeys: List<String>? = null, documentKeys: List<String>? = null, windowKeys: List<String>? = null) : this(fields("user_agent" to userAgent, "app_user_agent" to appUserAgent, "sec_ch_ua" to secChUa, "sec_ch_ua_mobile" to secChUaMobile, "sec_ch_ua_platform" to secChUaPlatform, "language" to language, "languages" to languages, "screen" to screen, "cores" to cores, "timezone" to timezone, "heap_limit" to heapLimit, "script_url" to scriptUrl, "navigator_keys" to navigatorKeys, "document_keys" to documentKeys, "window_keys" to windowKeys))

    /** The desktop browser's `User-Agent`. */
    val userAgent: String? get() = json.readOrNull("user_agent", Json::asText)
    /** The Sora app's `User-Agent`. */
    val appUserAgent: String? get() = json.readOrNull("app_user_agent", Json::asText)
    /**
     * `sec-ch-ua`: the browser's brands and major versions. Like the next two, empty for a
     * browser that sends none.
     */
    val secChUa: String? get() = json.readOrNull("sec_ch_ua", Json::asText)
    /** `sec-ch-ua-mobile`: `?0` for a desktop browser, `?1` for a phone. */
    val secChUaMobile: String? get() = json.readOrNull("sec_ch_ua_mobile", Json::asText)
    /** `sec-ch-ua-platform`: the platform's name, in double quotes. */
    val secChUaPlatform: String? get() = json.readOrNull("sec_ch_ua_platform", Json::asText)
    /** The first language, for instance `en-US`. */
    val language: String? get() = json.readOrNull("language", Json::asText)
    /** All languages, separated by commas, for instance `en-US,en`. */
    val languages: String? get() = json.readOrNull("languages", Json::asText)
    /** The width of the screen, in pixels. */
    val screen: Long? get() = json.readOrNull("screen", Json::asInteger)
    /** The number of processor cores. */
    val cores: Long? get() = json.readOrNull("cores", Json::asInteger)
    /** The time zone, for the local time. */
    val timezone: Timezone? get() = json.readOrNull("timezone", ::asTimezone)
    /** The limit of the JavaScript heap, in bytes. */
    val heapLimit: Long? get() = json.readOrNull("heap_limit", Json::asInteger)
    /** The address of a script that the page has loaded. */
    val scriptUrl: String? get() = json.readOrNull("script_url", Json::asText)
    /** Properties of `navigator` with their values, joined by U+2212; one is chosen at random. */
    val navigatorKeys: List<String>? get() = json.readOrNull("navigator_keys", listed(Json::asText))
    /** Properties of `document`; one is chosen at random. */
    val documentKeys: List<String>? get() = json.readOrNull("document_keys", listed(Json::asText))
    /** Properties of `window`; one is chosen at random. */
    val windowKeys: List<String>? get() = json.readOrNull("window_keys", listed(Json::asText))
}

private fun asProfile(json: Json) = Profile(json.asObject())

/** The parameters of publishing a video. */
class Publication(json: Json.Object) : Record(json) {
    constructor(id: String, text: String? = null) : this(fields("id" to id, "text" to text))

    /** The job, by its id, or the generation, `gen_…`. */
    val id: String get() = json.read("id", Json::asText)
    /** The text of the post. Default: none. */
    val text: String? get() = json.readOrNull("text", Json::asText)
}

private fun asPublication(json: Json) = Publication(json.asObject())

/** The definition of a video. */
enum class Quality(override val word: String) : Word {
    /** Standard definition. */
    STANDARD("standard"),
    /** High definition; on most servers only for Pro models. */
    HD("hd"),
}

private fun asQuality(json: Json) = json.asWord(Quality.entries)

/** The unit of a quota. */
enum class QuotaUnit(override val word: String) : Word {
    /** Videos. */
    VIDEOS("videos"),
    /** The gateway's credits, as its site shows them. */
    CREDITS("credits"),
}

private fun asQuotaUnit(json: Json) = json.asWord(QuotaUnit.entries)

/** The parameters of accepting an invite code. */
class Redeemed(json: Json.Object) : Record(json) {
    constructor(inviteCode: String) : this(fields("invite_code" to inviteCode))

    /** Somebody's invite code. */
    val inviteCode: String get() = json.read("invite_code", Json::asText)
}

private fun asRedeemed(json: Json) = Redeemed(json.asObject())

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

/** The parameters of a remix. */
class Remix(json: Json.Object) : Record(json) {
    constructor(id: String, prompt: String, model: String? = null, duration: Long? = null, orientation: Orientation? = null, size: String? = null, quality: Quality? = null, style: String? = null, references: List<Reference>? = null, storyboard: List<Shot>? = null, remix: String? = null, characters: List<String>? = null, watermark: Boolean? = null, private: Boolean? = null, n: Long? = null, title: String? = null, cameoReplacements: Map<String, Json>? = null, audioCaption: String? = null, audioTranscript: String? = null, videoCaption: String? = null, metadata: Map<String, Json>? = null, characterUrl: Reference? = null, characterTimestamps: Json? = null, characterFromTask: String? = null, characterCreate: Boolean? = null, seed: Long? = null, negativePrompt: String? = null, steps: Long? = null, guidance: Double? = null, fps: Double? = null, frames: Long? = null, aspectRatio: String? = null, lastFrame: Reference? = null, videoReferences: List<Reference>? = null, audioReferences: List<Reference>? = null, audio: Boolean? = null, enhance: Boolean? = null, extra: Map<String, Json>? = null) : this(fields("id" to id, "prompt" to prompt, "model" to model, "duration" to duration, "orientation" to orientation, "size" to size, "quality" to quality, "style" to style, "references" to references, "storyboard" to storyboard, "remix" to remix, "characters" to characters, "watermark" to watermark, "private" to private, "n" to n, "title" to title, "cameo_replacements" to cameoReplacements, "audio_caption" to audioCaption, "audio_transcript" to audioTranscript, "video_caption" to videoCaption, "metadata" to metadata, "character_url" to characterUrl, "character_timestamps" to characterTimestamps, "character_from_task" to characterFromTask, "character_create" to characterCreate, "seed" to seed, "negative_prompt" to negativePrompt, "steps" to steps, "guidance" to guidance, "fps" to fps, "frames" to frames, "aspect_ratio" to aspectRatio, "last_frame" to lastFrame, "video_references" to videoReferences, "audio_references" to audioReferences, "audio" to audio, "enhance" to enhance, "extra" to extra))

    /** The video to make a new version of. */
    val id: String get() = json.read("id", Json::asText)
    /** A description of the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, in the server's words. Default: the dialect's standard one. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length in seconds. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** Landscape or portrait. */
    val orientation: Orientation? get() = json.readOrNull("orientation", ::asOrientation)
    /** The size: `1280x720`, or the native `small` and `large`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** Standard or high definition. */
    val quality: Quality? get() = json.readOrNull("quality", ::asQuality)
    /** The style, such as `anime`. */
    val style: String? get() = json.readOrNull("style", Json::asText)
    /** Images to start from. */
    val references: List<Reference>? get() = json.readOrNull("references", listed(::asReference))
    /** The shots, to describe each one separately. */
    val storyboard: List<Shot>? get() = json.readOrNull("storyboard", listed(::asShot))
    /** The video to make a new version of. */
    val remix: String? get() = json.readOrNull("remix", Json::asText)
    /** The characters that appear, by id. */
    val characters: List<String>? get() = json.readOrNull("characters", listed(Json::asText))
    /**
     * True to include a watermark, false to omit it, where a gateway offers the choice.
     * For your own works only.
     */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
    /** True to keep the video unpublished, where a gateway offers it. */
    val private: Boolean? get() = json.readOrNull("private", Json::asBool)
    /** The number of variants to make. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The replacements of characters, by id. */
    val cameoReplacements: Map<String, Json>? get() = json.readOrNull("cameo_replacements", mapped(Json::itself))
    /** The sound, in words. */
    val audioCaption: String? get() = json.readOrNull("audio_caption", Json::asText)
    /** The spoken words. */
    val audioTranscript: String? get() = json.readOrNull("audio_transcript", Json::asText)
    /** The picture, in words. */
    val videoCaption: String? get() = json.readOrNull("video_caption", Json::asText)
    /** Data of your own that goes with the video. */
    val metadata: Map<String, Json>? get() = json.readOrNull("metadata", mapped(Json::itself))
    /**
     * A video that shows a character, which is made and put into this one. It must
     * show no real person without that person's consent.
     */
    val characterUrl: Reference? get() = json.readOrNull("character_url", ::asReference)
    /**
     * The start and end of the character's appearance in that video, in seconds, as
     * `[0, 3]` or `"0,3"`; from 1 to 3 s.
     */
    val characterTimestamps: Json? get() = json.readOrNull("character_timestamps", Json::itself)
    /** A job whose video shows a character, which is made and put into this one. */
    val characterFromTask: String? get() = json.readOrNull("character_from_task", Json::asText)
    /** True to make a character from the finished video. */
    val characterCreate: Boolean? get() = json.readOrNull("character_create", Json::asBool)
    /** The start of the random numbers, to make the same video again. */
    val seed: Long? get() = json.readOrNull("seed", Json::asInteger)
    /** A description of what must not be seen. */
    val negativePrompt: String? get() = json.readOrNull("negative_prompt", Json::asText)
    /** The number of steps that the model takes. */
    val steps: Long? get() = json.readOrNull("steps", Json::asInteger)
    /** The guidance scale: how closely the model follows the prompt; most models take 1 to 10. */
    val guidance: Double? get() = json.readOrNull("guidance", Json::asNumber)
    /** Frames in a second. */
    val fps: Double? get() = json.readOrNull("fps", Json::asNumber)
    /**
     * The length in frames, in place of `duration`. Models that make certain numbers alone
     * take the nearest.
     */
    val frames: Long? get() = json.readOrNull("frames", Json::asInteger)
    /** The proportions of width and height, such as `16:9`. */
    val aspectRatio: String? get() = json.readOrNull("aspect_ratio", Json::asText)
    /** An image to end with. */
    val lastFrame: Reference? get() = json.readOrNull("last_frame", ::asReference)
    /** Videos to start from. */
    val videoReferences: List<Reference>? get() = json.readOrNull("video_references", listed(::asReference))
    /** Sounds to start from. */
    val audioReferences: List<Reference>? get() = json.readOrNull("audio_references", listed(::asReference))
    /** True to make sound too, false to make none. */
    val audio: Boolean? get() = json.readOrNull("audio", Json::asBool)
    /** True to let the server work out the prompt in more detail. */
    val enhance: Boolean? get() = json.readOrNull("enhance", Json::asBool)
    /**
     * Additional fields. A server's flavour puts them where it reads them; else they are
     * sent as they are.
     */
    val extra: Map<String, Json>? get() = json.readOrNull("extra", mapped(Json::itself))
}

private fun asRemix(json: Json) = Remix(json.asObject())

/** The measures that a creation asked for. */
class Requested(json: Json.Object) : Record(json) {
    /** The size, such as `1280x720`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The length in seconds. */
    val duration: Double? get() = json.readOrNull("duration", Json::asNumber)
    /** The number of frames. */
    val frames: Long? get() = json.readOrNull("frames", Json::asInteger)
    /** The frames a second. */
    val fps: Double? get() = json.readOrNull("fps", Json::asNumber)
    /** The number of variants. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
}

private fun asRequested(json: Json) = Requested(json.asObject())

/** The parameters of a search. */
class Search(json: Json.Object) : Record(json) {
    constructor(username: String, limit: Long? = null, cursor: String? = null) : this(fields("username" to username, "limit" to limit, "cursor" to cursor))

    /** The beginning of the user name. */
    val username: String get() = json.read("username", Json::asText)
    /** The maximum number of items; the server's default if absent. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The place to continue from: the `next` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asSearch(json: Json) = Search(json.asObject())

/** A shot of a storyboard. */
class Shot(json: Json.Object) : Record(json) {
    constructor(duration: Double, scene: String) : this(fields("duration" to duration, "scene" to scene))

    /** The length in seconds. */
    val duration: Double get() = json.read("duration", Json::asNumber)
    /** A description of the shot. */
    val scene: String get() = json.read("scene", Json::asText)
}

private fun asShot(json: Json) = Shot(json.asObject())

/** A subscription. */
class Subscription(json: Json.Object) : Record(json) {
    /** The plan that is subscribed to. */
    val plan: Plan? get() = json.readOrNull("plan", ::asPlan)
    /**
     * The end of the subscription. Servers write it as ISO time, or as a number of seconds or
     * milliseconds, also in a string.
     */
    val endTs: Double? get() = json.readOrNull("end_ts", Json::asNumber)
}

private fun asSubscription(json: Json) = Subscription(json.asObject())

/** The account's subscriptions. */
class Subscriptions(json: Json.Object) : Record(json) {
    /** The subscriptions. */
    val data: List<Subscription> get() = json.read("data", listed(::asSubscription))
}

private fun asSubscriptions(json: Json) = Subscriptions(json.asObject())

/** A time zone with a fixed offset. */
class Timezone(json: Json.Object) : Record(json) {
    constructor(name: String, offsetMinutes: Long) : this(fields("name" to name, "offset_minutes" to offsetMinutes))

    /** The name as a browser writes it, for instance `Eastern Standard Time`. */
    val name: String get() = json.read("name", Json::asText)
    /** Minutes to add to UTC, for instance -300. */
    val offsetMinutes: Long get() = json.read("offset_minutes", Json::asInteger)
}

private fun asTimezone(json: Json) = Timezone(json.asObject())

/** The account's names. */
class Username(json: Json.Object) : Record(json) {
    /** The user name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The display name. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
}

private fun asUsername(json: Json) = Username(json.asObject())

/**
 * A video to be made. One type for every dialect: an option that the server's
 * dialect lacks is refused before anything is sent, naming the dialects that
 * have it.
 */
class VideoRequest(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, duration: Long? = null, orientation: Orientation? = null, size: String? = null, quality: Quality? = null, style: String? = null, references: List<Reference>? = null, storyboard: List<Shot>? = null, remix: String? = null, characters: List<String>? = null, watermark: Boolean? = null, private: Boolean? = null, n: Long? = null, title: String? = null, cameoReplacements: Map<String, Json>? = null, audioCaption: String? = null, audioTranscript: String? = null, videoCaption: String? = null, metadata: Map<String, Json>? = null, characterUrl: Reference? = null, characterTimestamps: Json? = null, characterFromTask: String? = null, characterCreate: Boolean? = null, seed: Long? = null, negativePrompt: String? = null, steps: Long? = null, guidance: Double? = null, fps: Double? = null, frames: Long? = null, aspectRatio: String? = null, lastFrame: Reference? = null, videoReferences: List<Reference>? = null, audioReferences: List<Reference>? = null, audio: Boolean? = null, enhance: Boolean? = null, extra: Map<String, Json>? = null) : this(fields("prompt" to prompt, "model" to model, "duration" to duration, "orientation" to orientation, "size" to size, "quality" to quality, "style" to style, "references" to references, "storyboard" to storyboard, "remix" to remix, "characters" to characters, "watermark" to watermark, "private" to private, "n" to n, "title" to title, "cameo_replacements" to cameoReplacements, "audio_caption" to audioCaption, "audio_transcript" to audioTranscript, "video_caption" to videoCaption, "metadata" to metadata, "character_url" to characterUrl, "character_timestamps" to characterTimestamps, "character_from_task" to characterFromTask, "character_create" to characterCreate, "seed" to seed, "negative_prompt" to negativePrompt, "steps" to steps, "guidance" to guidance, "fps" to fps, "frames" to frames, "aspect_ratio" to aspectRatio, "last_frame" to lastFrame, "video_references" to videoReferences, "audio_references" to audioReferences, "audio" to audio, "enhance" to enhance, "extra" to extra))

    /** A description of the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, in the server's words. Default: the dialect's standard one. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length in seconds. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** Landscape or portrait. */
    val orientation: Orientation? get() = json.readOrNull("orientation", ::asOrientation)
    /** The size: `1280x720`, or the native `small` and `large`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** Standard or high definition. */
    val quality: Quality? get() = json.readOrNull("quality", ::asQuality)
    /** The style, such as `anime`. */
    val style: String? get() = json.readOrNull("style", Json::asText)
    /** Images to start from. */
    val references: List<Reference>? get() = json.readOrNull("references", listed(::asReference))
    /** The shots, to describe each one separately. */
    val storyboard: List<Shot>? get() = json.readOrNull("storyboard", listed(::asShot))
    /** The video to make a new version of. */
    val remix: String? get() = json.readOrNull("remix", Json::asText)
    /** The characters that appear, by id. */
    val characters: List<String>? get() = json.readOrNull("characters", listed(Json::asText))
    /**
     * True to include a watermark, false to omit it, where a gateway offers the choice.
     * For your own works only.
     */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
    /** True to keep the video unpublished, where a gateway offers it. */
    val private: Boolean? get() = json.readOrNull("private", Json::asBool)
    /** The number of variants to make. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The replacements of characters, by id. */
    val cameoReplacements: Map<String, Json>? get() = json.readOrNull("cameo_replacements", mapped(Json::itself))
    /** The sound, in words. */
    val audioCaption: String? get() = json.readOrNull("audio_caption", Json::asText)
    /** The spoken words. */
    val audioTranscript: String? get() = json.readOrNull("audio_transcript", Json::asText)
    /** The picture, in words. */
    val videoCaption: String? get() = json.readOrNull("video_caption", Json::asText)
    /** Data of your own that goes with the video. */
    val metadata: Map<String, Json>? get() = json.readOrNull("metadata", mapped(Json::itself))
    /**
     * A video that shows a character, which is made and put into this one. It must
     * show no real person without that person's consent.
     */
    val characterUrl: Reference? get() = json.readOrNull("character_url", ::asReference)
    /**
     * The start and end of the character's appearance in that video, in seconds, as
     * `[0, 3]` or `"0,3"`; from 1 to 3 s.
     */
    val characterTimestamps: Json? get() = json.readOrNull("character_timestamps", Json::itself)
    /** A job whose video shows a character, which is made and put into this one. */
    val characterFromTask: String? get() = json.readOrNull("character_from_task", Json::asText)
    /** True to make a character from the finished video. */
    val characterCreate: Boolean? get() = json.readOrNull("character_create", Json::asBool)
    /** The start of the random numbers, to make the same video again. */
    val seed: Long? get() = json.readOrNull("seed", Json::asInteger)
    /** A description of what must not be seen. */
    val negativePrompt: String? get() = json.readOrNull("negative_prompt", Json::asText)
    /** The number of steps that the model takes. */
    val steps: Long? get() = json.readOrNull("steps", Json::asInteger)
    /** The guidance scale: how closely the model follows the prompt; most models take 1 to 10. */
    val guidance: Double? get() = json.readOrNull("guidance", Json::asNumber)
    /** Frames in a second. */
    val fps: Double? get() = json.readOrNull("fps", Json::asNumber)
    /**
     * The length in frames, in place of `duration`. Models that make certain numbers alone
     * take the nearest.
     */
    val frames: Long? get() = json.readOrNull("frames", Json::asInteger)
    /** The proportions of width and height, such as `16:9`. */
    val aspectRatio: String? get() = json.readOrNull("aspect_ratio", Json::asText)
    /** An image to end with. */
    val lastFrame: Reference? get() = json.readOrNull("last_frame", ::asReference)
    /** Videos to start from. */
    val videoReferences: List<Reference>? get() = json.readOrNull("video_references", listed(::asReference))
    /** Sounds to start from. */
    val audioReferences: List<Reference>? get() = json.readOrNull("audio_references", listed(::asReference))
    /** True to make sound too, false to make none. */
    val audio: Boolean? get() = json.readOrNull("audio", Json::asBool)
    /** True to let the server work out the prompt in more detail. */
    val enhance: Boolean? get() = json.readOrNull("enhance", Json::asBool)
    /**
     * Additional fields. A server's flavour puts them where it reads them; else they are
     * sent as they are.
     */
    val extra: Map<String, Json>? get() = json.readOrNull("extra", mapped(Json::itself))
}

private fun asVideoRequest(json: Json) = VideoRequest(json.asObject())

/** The people who may use a character. */
enum class Visibility(override val word: String) : Word {
    /** Only its owner. */
    PRIVATE("private"),
    /** Everyone. */
    PUBLIC("public"),
}

private fun asVisibility(json: Json) = json.asWord(Visibility.entries)

/** `videos` of the one interface. */
open class VideosMethods internal constructor(protected val client: Client) {
    /** Begins a video, and answers as soon as the server has taken it. Images that it starts from are uploaded first. It is sent once: should it be unknown whether the server took it, the error's kind is `outcome_unknown`. */
    suspend fun create(request: VideoRequest): Job = client.call("videos.create", request.json).let({ Job(client, it.asObject()) })
    /** How a job stands now, by its id. */
    suspend fun get(request: ById): Job = client.call("videos.get", request.json).let({ Job(client, it.asObject()) })
    /** A page of the account's videos, newest first. */
    suspend fun list(request: PageRequest = PageRequest()): JobPage = client.call("videos.list", request.json).let({ JobPage(client, it.asObject()) })
    /** Begins a new version of a video. */
    suspend fun remix(request: Remix): Job = client.call("videos.remix", request.json).let({ Job(client, it.asObject()) })
    /** Looks for the job that a creation made whose answer was lost, after the error `outcome_unknown`: the account's newest jobs are compared with the request in prompt, model, size and length, and with `since`, when it was sent. Nothing when it is not among them; it may still appear. */
    suspend fun find(request: Find): Job? = client.call("videos.find", request.json).orNull()?.let({ Job(client, it.asObject()) })
    /** Deletes a video. */
    suspend fun delete(request: ById) { client.call("videos.delete", request.json) }
    /** Stops a video that is being made, and forgets it, where the server can. Elsewhere deleting a video only forgets it. One that has ended is left as it is, and told as a conflict. */
    suspend fun cancel(request: ById) { client.call("videos.cancel", request.json) }
    /** Publishes the video of a finished job, for your own works only. The answer is the published work as a job that is done: its id is the post's, `s_…`, and its video can be downloaded, without a watermark where the server offers that. */
    suspend fun publish(request: Publication): Job = client.call("videos.publish", request.json).let({ Job(client, it.asObject()) })
    /** Takes a published work back: the post goes, the video stays in the drafts. What is gone already is no error. */
    suspend fun unpublish(request: ById) { client.call("videos.unpublish", request.json) }
    /** The link of a published work, by its id or its page, from the link service that the options `links_url` and `links_token` name. The account's credential does not go there. */
    suspend fun link(request: ById): MediaLink = client.call("videos.link", request.json).let(::asMediaLink)
}

/** `images` of the one interface. */
open class ImagesMethods internal constructor(protected val client: Client) {
    /** Begins an image from a prompt, or from other images when `references` are given. Most gateways answer with the finished job; on the native backend it has to be waited for. */
    suspend fun create(request: ImageRequest): Job = client.call("images.create", request.json).let({ Job(client, it.asObject()) })
    /** How a job that makes images stands now, by its id. */
    suspend fun get(request: ById): Job = client.call("images.get", request.json).let({ Job(client, it.asObject()) })
}

/** `characters` of the one interface. */
open class CharactersMethods internal constructor(protected val client: Client) {
    /** Makes a character from a video or from a job's video. */
    suspend fun create(request: CharacterRequest = CharacterRequest()): Character = client.call("characters.create", request.json).let(::asCharacter)
    /** Reads a character by its id. */
    suspend fun get(request: ById): Character = client.call("characters.get", request.json).let(::asCharacter)
    /** Finds characters whose user name begins so. */
    suspend fun search(request: Search): CharacterPage = client.call("characters.search", request.json).let(::asCharacterPage)
    /** Deletes a character of the account. */
    suspend fun delete(request: ById) { client.call("characters.delete", request.json) }
}

/** `prompts` of the one interface. */
open class PromptsMethods internal constructor(protected val client: Client) {
    /** Works a prompt out in more detail, and answers the new one. */
    suspend fun enhance(request: EnhanceRequest): String = client.call("prompts.enhance", request.json).let(Json::asText)
}

/** `account` of the one interface. */
open class AccountMethods internal constructor(protected val client: Client) {
    /** What the account may still make. */
    suspend fun quota(): AccountQuota = client.call("account.quota", Json.EMPTY).let(::asAccountQuota)
    /** Who is signed in. */
    suspend fun me(): Me = client.call("account.me", Json.EMPTY).let(::asMe)
    /** The account's subscriptions; none for a free account. */
    suspend fun subscriptions(): Subscriptions = client.call("account.subscriptions", Json.EMPTY).let(::asSubscriptions)
    /** An invite code that can be given away: the account's own, or on a gateway that of one of its accounts. */
    suspend fun invites(): Invite = client.call("account.invites", Json.EMPTY).let(::asInvite)
    /** Accepts somebody's invite code. It is sent once. */
    suspend fun acceptInvite(request: Redeemed): AcceptedInvite = client.call("account.accept_invite", request.json).let(::asAcceptedInvite)
    /** Whether a user name is free. */
    suspend fun usernameAvailable(request: Named): Boolean = client.call("account.username_available", request.json).let(Json::asBool)
    /** The account's user name. Where a name is given, it is set, which publishing needs. */
    suspend fun username(request: MaybeNamed = MaybeNamed()): Username = client.call("account.username", request.json).let(::asUsername)
    /** Opens Sora 2 for an account that is new to it. */
    suspend fun bootstrap() { client.call("account.bootstrap", Json.EMPTY) }
    /** A Sentinel token for one creation or publication, with its proof of work: what goes into the header `openai-sentinel-token` of a request of your own. */
    suspend fun sentinelToken(): String = client.call("account.sentinel_token", Json.EMPTY).let(Json::asText)
}

/** `models` of the one interface. */
open class ModelsMethods internal constructor(protected val client: Client) {
    /** The models: the server's own list, or the documented ones where it has none. */
    suspend fun list(): List<ModelInfo> = client.call("models.list", Json.EMPTY).let(listed(::asModelInfo))
}
