// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `sora2api`.
public enum Sora2api {

    /// Redeems an invite code for an account.
    public struct ActivateSora2: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId, inviteCode: String) {
            var given = Fields()
            given.add("token_id", tokenId)
            given.add("invite_code", inviteCode)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
        /// The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
        public var inviteCode: String { read("invite_code") }
    }

    /// Redeems an invite code for all accounts without Sora 2.
    public struct ActivateTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(inviteCode: String) {
            var given = Fields()
            given.add("invite_code", inviteCode)
            self.init(json: given.json)
        }
        /// The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
        public var inviteCode: String { read("invite_code") }
    }

    /// Gives an account a user name that the gateway chooses, if it has none.
    public struct ActivateUsername: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Gives every enabled account a user name, if it has none.
    public struct ActivateUsernames: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The result of redeeming an invite code.
    public struct ActivatedSora2: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the account already had Sora 2.
        public var alreadyAccepted: Bool? { read("already_accepted") }
        /// The account's own invite code.
        public var inviteCode: String? { read("invite_code") }
        /// The number of times the account's invite code was used.
        public var redeemedCount: Int? { read("redeemed_count") }
        /// The number of times the account's invite code can be used.
        public var totalCount: Int? { read("total_count") }
        /// The number of videos that the account may make.
        public var sora2RemainingCount: Int? { read("sora2_remaining_count") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The result of redeeming an invite code for several accounts.
    public struct ActivatedTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts that have Sora 2 now.
        public var activated: Int? { read("activated") }
        /// The number of accounts that already had it.
        public var alreadyActive: Int? { read("already_active") }
        /// The number of accounts that failed.
        public var failed: Int? { read("failed") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// An account's user name.
    public struct ActivatedUsername: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The name.
        public var username: String? { read("username") }
        /// True if the account already had a user name.
        public var alreadySet: Bool? { read("already_set") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The result of giving user names to accounts.
    public struct ActivatedUsernames: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts that have a user name now.
        public var activated: Int? { read("activated") }
        /// The number of accounts that already had one.
        public var alreadySet: Int? { read("already_set") }
        /// The number of accounts that failed.
        public var failed: Int? { read("failed") }
        /// The number of accounts in all.
        public var total: Int? { read("total") }
    }

    /// Adds an account.
    public struct AddToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(token: String, st: String? = nil, rt: String? = nil, clientId: String? = nil, proxyUrl: String? = nil, remark: String? = nil, imageEnabled: Bool? = nil, videoEnabled: Bool? = nil, imageConcurrency: Int? = nil, videoConcurrency: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("token", token)
            given.add("st", st)
            given.add("rt", rt)
            given.add("client_id", clientId)
            given.add("proxy_url", proxyUrl)
            given.add("remark", remark)
            given.add("image_enabled", imageEnabled)
            given.add("video_enabled", videoEnabled)
            given.add("image_concurrency", imageConcurrency)
            given.add("video_concurrency", videoConcurrency)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The access token.
        public var token: String { read("token") }
        /// The session token.
        public var st: String? { read("st") }
        /// The refresh token.
        public var rt: String? { read("rt") }
        /// The client id that the refresh token was issued to.
        public var clientId: String? { read("client_id") }
        /// The account's own proxy.
        public var proxyUrl: String? { read("proxy_url") }
        /// A note.
        public var remark: String? { read("remark") }
        /// True to let the account make images. Default: true.
        public var imageEnabled: Bool? { read("image_enabled") }
        /// True to let the account make videos. Default: true.
        public var videoEnabled: Bool? { read("video_enabled") }
        /// The most images that the account makes at once; -1 means no limit. Default: -1.
        public var imageConcurrency: Int? { read("image_concurrency") }
        /// The most videos that the account makes at once; -1 means no limit. Default: -1.
        public var videoConcurrency: Int? { read("video_concurrency") }
    }

    /// An account that was added.
    public struct AddedToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The account's id in the gateway.
        public var tokenId: TokenId? { read("token_id") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The gateway's settings.
    public struct AdminConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of consecutive errors after which an account is disabled.
        public var errorBanThreshold: Int? { read("error_ban_threshold") }
        /// The key of the `/v1` interfaces.
        public var apiKey: String? { read("api_key") }
        /// The admin's name.
        public var adminUsername: String? { read("admin_username") }
        /// True if requests are written to the log in full.
        public var debugEnabled: Bool? { read("debug_enabled") }
        /// True if a failed task is tried again with another account. Upstream only.
        public var taskRetryEnabled: Bool? { read("task_retry_enabled") }
        /// The most times that a failed task is tried again. Upstream only.
        public var taskMaxRetries: Int? { read("task_max_retries") }
        /// True if an account is disabled when the backend answers it with 401. Upstream only.
        public var autoDisableOn401: Bool? { read("auto_disable_on_401") }
    }

    /// Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
    /// `ImportTokens` there.
    public struct BatchAddTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokens: [AddToken], extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("tokens", tokens)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The accounts.
        public var tokens: [AddToken] { read("tokens") }
    }

    /// The result of adding accounts.
    public struct BatchAdded: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts added.
        public var added: Int? { read("added") }
        /// The number of accounts that were there already.
        public var skipped: Int? { read("skipped") }
        /// The number of accounts that could not be added.
        public var failed: Int? { read("failed") }
        /// The outcome for each account.
        public var details: [BatchDetail] { read("details") }
    }

    /// The outcome for one account that was to be added.
    public struct BatchDetail: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The beginning of the access token.
        public var token: String? { read("token") }
        /// `added`, `skipped` or `failed`.
        public var status: String? { read("status") }
        /// The account.
        public var tokenId: TokenId? { read("token_id") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The answer.
    public struct CacheAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The settings.
        public var config: CacheConfig? { read("config") }
    }

    /// The settings by which the gateway keeps files.
    public struct CacheConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the gateway keeps files.
        public var enabled: Bool? { read("enabled") }
        /// The time to keep a file, in seconds; -1 means for ever.
        public var timeout: Int? { read("timeout") }
        /// The address under which it offers them; empty when it is the gateway's own.
        public var baseUrl: String? { read("base_url") }
        /// The address that is in use.
        public var effectiveBaseUrl: String? { read("effective_base_url") }
    }

    /// Ends a task.
    public struct CancelTask: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(taskId: String) {
            var given = Fields()
            given.add("task_id", taskId)
            self.init(json: given.json)
        }
        /// The task's id.
        public var taskId: String { read("task_id") }
    }

    /// A character.
    public struct CharacterAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The character.
        public var character: ManagedCharacter? { read("character") }
    }

    /// The data of a character that was made.
    public struct CharacterData: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The cameo's id, `ch_…`.
        public var cameoId: String? { read("cameo_id") }
        /// The name that prompts use.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The result of a search.
    public struct CharacterMatches: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The name that was searched for.
        public var query: String? { read("query") }
        /// The number of results.
        public var count: Int? { read("count") }
        /// The characters and users found.
        public var results: [FoundCharacter] { read("results") }
    }

    /// The options for making a character.
    public struct CharacterOptions: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(timestamps: String? = nil, username: String? = nil, displayName: String? = nil, instructionSet: String? = nil, safetyInstructionSet: String? = nil) {
            var given = Fields()
            given.add("timestamps", timestamps)
            given.add("username", username)
            given.add("display_name", displayName)
            given.add("instruction_set", instructionSet)
            given.add("safety_instruction_set", safetyInstructionSet)
            self.init(json: given.json)
        }
        /// The start and end of the part that shows the character, in seconds. Default: `0,3`.
        public var timestamps: String? { read("timestamps") }
        /// The name that prompts use, without `@`.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The instructions for the character's behaviour.
        public var instructionSet: String? { read("instruction_set") }
        /// The instructions for what the character must not do.
        public var safetyInstructionSet: String? { read("safety_instruction_set") }
    }

    /// The owner of a character that was found.
    public struct CharacterOwner: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user's id.
        public var userId: String? { read("user_id") }
        /// The name.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
    }

    /// The people who may use a character.
    public enum CharacterVisibility: String, Word, CaseIterable {
        /// The owner alone.
        case `private` = "private"
        /// Everyone.
        case `public` = "public"
    }

    /// The message of an answer.
    public struct ChatAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `assistant`.
        public var role: String? { read("role") }
        /// The text.
        public var content: String? { read("content") }
        /// The last known progress of the generation.
        public var reasoningContent: Reasoning? { read("reasoning_content") }
    }

    /// One of the answers.
    public struct ChatChoice: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The index, from 0.
        public var index: Int? { read("index") }
        /// The message.
        public var message: ChatAnswer? { read("message") }
        /// The reason that it ends, in lower case, such as `stop`.
        public var finishReason: String? { read("finish_reason") }
    }

    /// A piece of an answer (`chat.completion.chunk`).
    public struct ChatChunk: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The answer's id.
        public var id: String? { read("id") }
        /// The time it was created.
        public var created: Double? { read("created") }
        /// The model; gateways write `sora` whatever was requested.
        public var model: String? { read("model") }
        /// The new parts, usually one.
        public var choices: [ChunkChoice] { read("choices") }
    }

    /// An answer (`chat.completion`).
    public struct ChatCompletion: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The answer's id.
        public var id: String? { read("id") }
        /// The time it was created.
        public var created: Double? { read("created") }
        /// The model.
        public var model: String? { read("model") }
        /// The answers, usually one.
        public var choices: [ChatChoice] { read("choices") }
    }

    /// The content of a message.
    public struct ChatContent: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: [ChatPart]) { self.init(json: value.asJson) }
    }

    /// The new part of an answer. Every field may be `null`.
    public struct ChatDelta: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `assistant`.
        public var role: String? { read("role") }
        /// Text of the answer.
        public var content: String? { read("content") }
        /// The progress of the generation.
        public var reasoningContent: Reasoning? { read("reasoning_content") }
    }

    /// A message of a chat.
    public struct ChatMessage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(role: String? = nil, content: ChatContent) {
            var given = Fields()
            given.add("role", role)
            given.add("content", content)
            self.init(json: given.json)
        }
        /// The role of the speaker: `user`, `system` or `assistant`.
        public var role: String? { read("role") }
        /// The content.
        public var content: ChatContent { read("content") }
    }

    /// A part of a message.
    public struct ChatPart: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Text.
        public static func text(text: String) -> ChatPart {
            var given = Fields()
            given.add("type", "text")
            given.add("text", text)
            return ChatPart(json: given.json)
        }
        /// An image.
        public static func imageUrl(imageUrl: ChatUrl) -> ChatPart {
            var given = Fields()
            given.add("type", "image_url")
            given.add("image_url", imageUrl)
            return ChatPart(json: given.json)
        }
        /// A video.
        public static func videoUrl(videoUrl: ChatUrl) -> ChatPart {
            var given = Fields()
            given.add("type", "video_url")
            given.add("video_url", videoUrl)
            return ChatPart(json: given.json)
        }
        public var type: String? { read("type") }
        /// The text.
        public var text: String? { read("text") }
        /// The location of the image.
        public var imageUrl: ChatUrl? { read("image_url") }
        /// The location of the video.
        public var videoUrl: ChatUrl? { read("video_url") }
    }

    /// The location of an image or video.
    public struct ChatUrl: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(url: String) {
            var given = Fields()
            given.add("url", url)
            self.init(json: given.json)
        }
        /// `https://…` or `data:<type>;base64,…`.
        public var url: String { read("url") }
    }

    /// The new part of one choice.
    public struct ChunkChoice: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The index of the choice, from 0.
        public var index: Int? { read("index") }
        /// The new part.
        public var delta: ChatDelta? { read("delta") }
        /// The reason for the answer's end, in lower case, such as `stop`; absent until then.
        public var finishReason: String? { read("finish_reason") }
    }

    /// Has the gateway forget its credentials.
    public struct ClearCloudflare: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Empties the log. Upstream only (docs/wire/sora2api.md §11.3).
    public struct ClearLogs: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The answer with the settings.
    public struct CloudflareAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The settings.
        public var config: CloudflareConfig? { read("config") }
    }

    /// The gateway's settings for a solver.
    public struct CloudflareConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the gateway uses a solver.
        public var solverEnabled: Bool? { read("solver_enabled") }
        /// The solver's address. It may hold a key.
        public var solverApiUrl: String? { read("solver_api_url") }
    }

    /// The state of the gateway's credentials. The document does not describe its content.
    public struct CloudflareState: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The state, as the gateway gives it. It may hold cookies.
        public var state: Json? { read("state") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The result of exchanging a refresh token.
    public struct ConvertedRefreshToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The access token.
        public var accessToken: String { read("access_token") }
        /// The refresh token for the next time.
        public var refreshToken: String? { read("refresh_token") }
        /// The lifetime of the access token, in seconds.
        public var expiresIn: Int? { read("expires_in") }
    }

    /// The result of exchanging a session token.
    public struct ConvertedSessionToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The access token.
        public var accessToken: String { read("access_token") }
        /// The account's e-mail address.
        public var email: String? { read("email") }
        /// The time at which the session ends.
        public var expires: Double? { read("expires") }
    }

    /// Makes a character out of a video, while the caller waits.
    ///
    /// Give the video as a file, sent as a form, or in base64, sent as JSON.
    public struct CreateCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(model: String? = nil, video: FileInput? = nil, videoBase64: String? = nil, timestamps: String? = nil, username: String? = nil, displayName: String? = nil, instructionSet: String? = nil, safetyInstructionSet: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("model", model)
            given.add("video", video)
            given.add("video_base64", videoBase64)
            given.add("timestamps", timestamps)
            given.add("username", username)
            given.add("display_name", displayName)
            given.add("instruction_set", instructionSet)
            given.add("safety_instruction_set", safetyInstructionSet)
            given.add(extra)
            self.init(json: given.json)
        }
        /// A video model; `sora-video-10s` is the default.
        public var model: String? { read("model") }
        /// The video, as a file.
        public var video: FileInput? { read("video") }
        /// The video, in base64. It is sent under the name `video`, as the
        /// document's example shows and the gateways read it.
        public var videoBase64: String? { read("video_base64") }
        /// The start and end of the part that shows the character, in seconds. Default: `0,3`.
        public var timestamps: String? { read("timestamps") }
        /// The name that prompts use, without `@`.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The instructions for the character's behaviour.
        public var instructionSet: String? { read("instruction_set") }
        /// The instructions for what the character must not do.
        public var safetyInstructionSet: String? { read("safety_instruction_set") }
    }

    /// Asks for a video, an image, a remix or a character.
    ///
    /// Running gateways generate only for a stream, which is the default here;
    /// without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
    /// answer's `result` holds the media.
    public struct CreateChat: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(model: String, messages: [ChatMessage], stream: Bool? = nil, image: String? = nil, video: String? = nil, remixTargetId: String? = nil, styleId: VideoStyle? = nil, characterOptions: CharacterOptions? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("model", model)
            given.add("messages", messages)
            given.add("stream", stream)
            given.add("image", image)
            given.add("video", video)
            given.add("remix_target_id", remixTargetId)
            given.add("style_id", styleId)
            given.add("character_options", characterOptions)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The model, such as `sora-video-landscape-10s` or `sora-image`.
        public var model: String { read("model") }
        /// The messages. Only the last one counts. Images by address are ignored by running gateways,
        /// so they are refused: give a data URL.
        public var messages: [ChatMessage] { read("messages") }
        /// True to stream the answer. Default: true.
        public var stream: Bool? { read("stream") }
        /// An image to start from, in base64.
        public var image: String? { read("image") }
        /// A video to make a character from, in base64.
        public var video: String? { read("video") }
        /// The published video to make a new version of: `s_…`, or its share link.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The style.
        public var styleId: VideoStyle? { read("style_id") }
        /// The options for making a character.
        public var characterOptions: CharacterOptions? { read("character_options") }
    }

    /// Makes an image from a prompt, and from reference images if any are given.
    public struct CreateImage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, n: Int? = nil, size: String? = nil, quality: ImageQuality? = nil, style: ImageStyle? = nil, responseFormat: ImageFormat? = nil, image: Json? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("n", n)
            given.add("size", size)
            given.add("quality", quality)
            given.add("style", style)
            given.add("response_format", responseFormat)
            given.add("image", image)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the image.
        public var prompt: String { read("prompt") }
        /// The model, such as `gpt-image-2` or `sora-image`.
        public var model: String? { read("model") }
        /// The number of images. The gateway makes one.
        public var n: Int? { read("n") }
        /// The size, such as `1024x1024`, or the ratio, such as `16:9`.
        public var size: String? { read("size") }
        /// The quality.
        public var quality: ImageQuality? { read("quality") }
        /// The style.
        public var style: ImageStyle? { read("style") }
        /// The form in which the image is returned.
        public var responseFormat: ImageFormat? { read("response_format") }
        /// Reference images, one or a list: addresses, data URLs or `{"url": …}`. Files are
        /// taken by `sora2api.images.edit`.
        public var image: Json? { read("image") }
    }

    /// Creates a video.
    ///
    /// Sent as a form if there is a file to start from, else as JSON.
    public struct CreateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, seconds: VideoSeconds? = nil, size: VideoSize? = nil, orientation: Orientation? = nil, styleId: VideoStyle? = nil, inputReference: Reference? = nil, inputImage: String? = nil, remixTargetId: String? = nil, metadata: VideoMetadata? = nil, asyncMode: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("seconds", seconds)
            given.add("size", size)
            given.add("orientation", orientation)
            given.add("style_id", styleId)
            given.add("input_reference", inputReference)
            given.add("input_image", inputImage)
            given.add("remix_target_id", remixTargetId)
            given.add("metadata", metadata)
            given.add("async_mode", asyncMode)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// The model: `sora-2`, the default, or another of the gateway's.
        public var model: String? { read("model") }
        /// The length: 10 or 15 s, the default.
        public var seconds: VideoSeconds? { read("seconds") }
        /// The size in pixels.
        public var size: VideoSize? { read("size") }
        /// Landscape or portrait.
        public var orientation: Orientation? { read("orientation") }
        /// The style.
        public var styleId: VideoStyle? { read("style_id") }
        /// An image to start from: a file, or, in forks, an address or data URL.
        public var inputReference: Reference? { read("input_reference") }
        /// An image to start from, in base64.
        public var inputImage: String? { read("input_image") }
        /// The published video to make a new version of.
        public var remixTargetId: String? { read("remix_target_id") }
        /// Further parameters, sent as JSON text: an object, or its text.
        public var metadata: VideoMetadata? { read("metadata") }
        /// True to answer at once, false to answer when the video is done. Default: true.
        public var asyncMode: Bool? { read("async_mode") }
    }

    /// A character that was made.
    public struct CreatedCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The gateway's id, `char_…`.
        public var id: String? { read("id") }
        /// The time of creation.
        public var created: Double? { read("created") }
        /// The model.
        public var model: String? { read("model") }
        /// The character.
        public var data: CharacterData? { read("data") }
    }

    /// Removes accounts that are out of use.
    public struct DeleteAllDisabledTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenIds: [TokenId]? = nil) {
            var given = Fields()
            given.add("token_ids", tokenIds)
            self.init(json: given.json)
        }
        /// The accounts; all when absent.
        public var tokenIds: [TokenId]? { read("token_ids") }
    }

    /// Removes a character from the gateway's list, and from nowhere else.
    public struct DeleteCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(cameoId: String) {
            var given = Fields()
            given.add("cameo_id", cameoId)
            self.init(json: given.json)
        }
        /// The cameo's id, `ch_…`.
        public var cameoId: String { read("cameo_id") }
    }

    /// Removes all disabled accounts.
    public struct DeleteDisabledTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Removes accounts, whether they are in use or not.
    public struct DeleteSelectedTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenIds: [TokenId]) {
            var given = Fields()
            given.add("token_ids", tokenIds)
            self.init(json: given.json)
        }
        /// The accounts.
        public var tokenIds: [TokenId] { read("token_ids") }
    }

    /// Removes an account. Running gateways answer success for an unknown account
    /// too (docs/wire/sora2api.md §12.1).
    public struct DeleteToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// The result of removing disabled accounts.
    public struct DeletedTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts removed.
        public var deletedCount: Int? { read("deleted_count") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// Asks the gateway for the description of its own interfaces. No credential is
    /// needed.
    public struct Describe: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The description of a gateway's interfaces: an OpenAPI document.
    public struct Described: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The paths, with what each takes.
        public var paths: [String: Json] { read("paths") }
    }

    /// Takes accounts out of use.
    public struct DisableSelectedTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenIds: [TokenId]) {
            var given = Fields()
            given.add("token_ids", tokenIds)
            self.init(json: given.json)
        }
        /// The accounts.
        public var tokenIds: [TokenId] { read("token_ids") }
    }

    /// Disables an account.
    public struct DisableToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Disables all accounts.
    public struct DisableTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The result of disabling accounts.
    public struct DisabledTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts disabled.
        public var disabledCount: Int? { read("disabled_count") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The answer of an operation that reports only that it was done.
    public struct Done: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// Makes an image from others. Files are sent as a form, addresses and data
    /// URLs as JSON.
    public struct EditImage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, image: Json, model: String? = nil, size: String? = nil, responseFormat: ImageFormat? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("image", image)
            given.add("model", model)
            given.add("size", size)
            given.add("response_format", responseFormat)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the image to make of them.
        public var prompt: String { read("prompt") }
        /// The images, one or a list: all of them files, or all of them addresses, data URLs
        /// or `{"url": …}`.
        public var image: Json { read("image") }
        /// The model, such as `gpt-image-2`.
        public var model: String? { read("model") }
        /// The size, such as `1024x1024`, or the ratio, such as `4:5`.
        public var size: String? { read("size") }
        /// The form in which the image is returned.
        public var responseFormat: ImageFormat? { read("response_format") }
    }

    /// Takes accounts into use.
    public struct EnableAllTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenIds: [TokenId]? = nil) {
            var given = Fields()
            given.add("token_ids", tokenIds)
            self.init(json: given.json)
        }
        /// The accounts; all when absent.
        public var tokenIds: [TokenId]? { read("token_ids") }
    }

    /// Enables an account and clears its errors.
    public struct EnableToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Enables all accounts.
    public struct EnableTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The result of enabling accounts.
    public struct EnabledTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts enabled.
        public var enabledCount: Int? { read("enabled_count") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// Writes a prompt out in detail.
    public struct EnhancePrompt: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, expansionLevel: Expansion? = nil, durationS: Int? = nil, tokenId: TokenId? = nil) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("expansion_level", expansionLevel)
            given.add("duration_s", durationS)
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The prompt.
        public var prompt: String { read("prompt") }
        /// The amount of detail to add; `medium` is the default.
        public var expansionLevel: Expansion? { read("expansion_level") }
        /// The length of the video that it is for: 10 or 15 s.
        public var durationS: Int? { read("duration_s") }
        /// The account to ask with; any when absent.
        public var tokenId: TokenId? { read("token_id") }
    }

    /// The prompt, written out.
    public struct EnhancedPrompt: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The text.
        public var enhancedPrompt: String { read("enhanced_prompt") }
    }

    /// Exchanges a refresh token for an access token. Nothing is stored: the answer
    /// holds the refresh token that replaces the one given.
    public struct ExchangeRefreshToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(rt: String, clientId: String? = nil) {
            var given = Fields()
            given.add("rt", rt)
            given.add("client_id", clientId)
            self.init(json: given.json)
        }
        /// The refresh token.
        public var rt: String { read("rt") }
        /// The client id that it was issued to. Upstream only.
        public var clientId: String? { read("client_id") }
    }

    /// Exchanges a session token for an access token. Nothing is stored.
    public struct ExchangeSessionToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(st: String) {
            var given = Fields()
            given.add("st", st)
            self.init(json: given.json)
        }
        /// The session token.
        public var st: String { read("st") }
    }

    /// The amount of detail added to a prompt.
    public enum Expansion: String, Word, CaseIterable {
        /// The amount of detail added to a prompt.
        case short = "short"
        /// The amount of detail added to a prompt.
        case medium = "medium"
        /// The amount of detail added to a prompt.
        case long = "long"
    }

    /// The video of a post.
    public struct FeedAttachment: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `video`.
        public var kind: String? { read("kind") }
        /// The address.
        public var url: String? { read("url") }
        /// The address for downloading.
        public var downloadableUrl: String? { read("downloadable_url") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
        /// Frames in all.
        public var nFrames: Int? { read("n_frames") }
        /// Length in seconds.
        public var durationSeconds: Double? { read("duration_seconds") }
        /// A still.
        public var thumbnailUrl: String? { read("thumbnail_url") }
    }

    /// A part of the public feed.
    public enum FeedCut: String, Word, CaseIterable {
        /// The latest.
        case nf2Latest = "nf2_latest"
        /// The most liked.
        case nf2Top = "nf2_top"
    }

    /// A published video. Its fields are the gateway's summary, or the native post
    /// as it is; what is not listed here is in `extra`.
    public struct FeedItem: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The post's id.
        public var id: String? { read("id") }
        /// The post's text.
        public var text: String? { read("text") }
        /// The address of the post's page.
        public var permalink: String? { read("permalink") }
        /// A still.
        public var previewImageUrl: String? { read("preview_image_url") }
        /// The time of publication.
        public var postedAt: Double? { read("posted_at") }
        /// The number of likes.
        public var likeCount: Int? { read("like_count") }
        /// The number of views.
        public var viewCount: Int? { read("view_count") }
        /// The number of new versions.
        public var remixCount: Int? { read("remix_count") }
        /// The video.
        public var attachment: FeedAttachment? { read("attachment") }
        /// The user who published it.
        public var author: UserProfile? { read("author") }
    }

    /// A page of published videos.
    public struct FeedItems: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The videos.
        public var items: [FeedItem] { read("items") }
        /// The position of the next page; absent on the last page.
        public var cursor: String? { read("cursor") }
    }

    /// A character or user that was found.
    public struct FoundCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user's id.
        public var userId: String? { read("user_id") }
        /// The name.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The picture.
        public var profilePictureUrl: String? { read("profile_picture_url") }
        /// True if the character or user may appear in videos.
        public var canCameo: Bool? { read("can_cameo") }
        /// True if the character or user is verified.
        public var verified: Bool? { read("verified") }
        /// The number of followers.
        public var followerCount: Int? { read("follower_count") }
        /// The tag by which prompts refer to it, such as `<@ch_xxx>`. Not a secret.
        public var token: String? { read("token") }
        /// The owner of the character.
        public var owner: CharacterOwner? { read("owner") }
    }

    /// A model.
    public struct GatewayModel: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The model's id.
        public var id: String { read("id") }
        /// `sora2api`.
        public var ownedBy: String? { read("owned_by") }
        /// The model's output, such as `Video generation - landscape`.
        public var description: String? { read("description") }
    }

    /// The gateway's models.
    public struct GatewayModels: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The models.
        public var data: [GatewayModel] { read("data") }
    }

    /// The figures of a gateway.
    public struct GatewayStats: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Accounts in all.
        public var totalTokens: Int? { read("total_tokens") }
        /// Enabled accounts.
        public var activeTokens: Int? { read("active_tokens") }
        /// Images made today.
        public var todayImages: Int? { read("today_images") }
        /// Images made in all.
        public var totalImages: Int? { read("total_images") }
        /// Videos made today.
        public var todayVideos: Int? { read("today_videos") }
        /// Videos made in all.
        public var totalVideos: Int? { read("total_videos") }
        /// Errors today.
        public var todayErrors: Int? { read("today_errors") }
        /// Errors in all.
        public var totalErrors: Int? { read("total_errors") }
    }

    /// A task of the native backend, as the gateway passes it on.
    public struct GatewayTask: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The task's id.
        public var id: String? { read("id") }
        /// The backend's word for its state.
        public var status: String? { read("status") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The title.
        public var title: String? { read("title") }
        /// Progress from 0 to 1.
        public var progressPct: Double? { read("progress_pct") }
        /// The works that the task has made.
        public var generations: [TaskGeneration] { read("generations") }
        /// The gateway's own id of the task.
        public var taskId: String? { read("task_id") }
        /// The model.
        public var model: String? { read("model") }
        /// The addresses of the works. On the wire, the text of a JSON array.
        public var resultUrls: [String] { read("result_urls") }
        /// The reason for the failure.
        public var errorMessage: String? { read("error_message") }
        /// The time at which the task was begun.
        public var createdAt: Double? { read("created_at") }
        /// The time at which the task ended.
        public var completedAt: Double? { read("completed_at") }
    }

    /// An image that was made: its address, or its bytes.
    public struct GeneratedImage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The address.
        public var url: String? { read("url") }
        /// The bytes, in base64.
        public var b64Json: String? { read("b64_json") }
        /// The prompt that the image was made with.
        public var revisedPrompt: String? { read("revised_prompt") }
    }

    /// The images that were made.
    public struct GeneratedImages: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The time of creation.
        public var created: Double? { read("created") }
        /// The images.
        public var data: [GeneratedImage] { read("data") }
    }

    /// The answer.
    public struct GenerationAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The settings.
        public var config: GenerationTimeout? { read("config") }
    }

    /// The longest times that the gateway waits for media.
    public struct GenerationTimeout: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// For an image, in seconds.
        public var imageTimeout: Int? { read("image_timeout") }
        /// For a video, in seconds.
        public var videoTimeout: Int? { read("video_timeout") }
    }

    /// Reads the settings by which the gateway keeps files.
    public struct GetCache: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads a character.
    public struct GetCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(cameoId: String) {
            var given = Fields()
            given.add("cameo_id", cameoId)
            self.init(json: given.json)
        }
        /// The cameo's id, `ch_…`.
        public var cameoId: String { read("cameo_id") }
    }

    /// Reads whether the gateway uses a solver.
    public struct GetCloudflare: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the state of the gateway's credentials.
    public struct GetCloudflareState: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the gateway's settings.
    public struct GetConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads how long the gateway waits for media.
    public struct GetGenerationTimeout: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Asks for an invite code of any account that has one left.
    public struct GetInviteCode: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads a user's profile.
    public struct GetProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(username: String, tokenId: TokenId? = nil) {
            var given = Fields()
            given.add("username", username)
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The user's name.
        public var username: String { read("username") }
        /// The account to ask with; any when absent.
        public var tokenId: TokenId? { read("token_id") }
    }

    /// Reads the gateway's proxy.
    public struct GetProxy: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Asks what the gateway has made.
    public struct GetStats: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Asks what the gateway has made.
    public struct GetSystemStats: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the state of a task.
    public struct GetTask: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId, taskId: String) {
            var given = Fields()
            given.add("token_id", tokenId)
            given.add("task_id", taskId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
        /// The task's id, `task_…`.
        public var taskId: String { read("task_id") }
    }

    /// Reads whether the gateway renews access tokens automatically.
    public struct GetTokenRefresh: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the state of a video.
    public struct GetVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String) {
            var given = Fields()
            given.add("video_id", videoId)
            self.init(json: given.json)
        }
        /// The task's id.
        public var videoId: String { read("video_id") }
    }

    /// Reads the address of a finished video.
    public struct GetVideoContent: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String) {
            var given = Fields()
            given.add("video_id", videoId)
            self.init(json: given.json)
        }
        /// The task's id.
        public var videoId: String { read("video_id") }
    }

    /// Reads whether the gateway returns links without a watermark.
    public struct GetWatermarkFree: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The form in which an image is returned.
    public enum ImageFormat: String, Word, CaseIterable {
        /// An address.
        case url = "url"
        /// The bytes, in base64.
        case b64Json = "b64_json"
    }

    /// The quality of an image.
    public enum ImageQuality: String, Word, CaseIterable {
        /// Standard definition.
        case standard = "standard"
        /// High definition.
        case hd = "hd"
    }

    /// The style of an image.
    public enum ImageStyle: String, Word, CaseIterable {
        /// The style of an image.
        case natural = "natural"
        /// The style of an image.
        case vivid = "vivid"
    }

    /// The step that the upstream gateway takes with imported accounts first.
    public enum ImportMode: String, Word, CaseIterable {
        /// Nothing.
        case offline = "offline"
        /// Tries the access token.
        case at = "at"
        /// Exchanges the session token.
        case st = "st"
        /// Exchanges the refresh token.
        case rt = "rt"
    }

    /// Adds accounts by their refresh tokens, which the gateway uses up and replaces.
    public struct ImportRefreshTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(refreshTokens: [String], clientId: String, proxyUrl: String? = nil, imageConcurrency: Int? = nil, videoConcurrency: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("refresh_tokens", refreshTokens)
            given.add("client_id", clientId)
            given.add("proxy_url", proxyUrl)
            given.add("image_concurrency", imageConcurrency)
            given.add("video_concurrency", videoConcurrency)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The refresh tokens.
        public var refreshTokens: [String] { read("refresh_tokens") }
        /// The client id that they were issued to.
        public var clientId: String { read("client_id") }
        /// The proxy to exchange them through.
        public var proxyUrl: String? { read("proxy_url") }
        /// The number of images that each makes at once; -1 means no limit.
        public var imageConcurrency: Int? { read("image_concurrency") }
        /// The number of videos that each makes at once; -1 means no limit.
        public var videoConcurrency: Int? { read("video_concurrency") }
    }

    /// Adds accounts, and changes those whose e-mail address is already known.
    public struct ImportTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokens: [ImportedToken], mode: ImportMode? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("tokens", tokens)
            given.add("mode", mode)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The accounts.
        public var tokens: [ImportedToken] { read("tokens") }
        /// The step that the gateway takes with the accounts first. Upstream only.
        public var mode: ImportMode? { read("mode") }
    }

    /// An account to import, with the token that the [mode](ImportMode) starts from.
    public struct ImportedToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(email: String, accessToken: String? = nil, sessionToken: String? = nil, refreshToken: String? = nil, clientId: String? = nil, proxyUrl: String? = nil, remark: String? = nil, isActive: Bool? = nil, imageEnabled: Bool? = nil, videoEnabled: Bool? = nil, imageConcurrency: Int? = nil, videoConcurrency: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("email", email)
            given.add("access_token", accessToken)
            given.add("session_token", sessionToken)
            given.add("refresh_token", refreshToken)
            given.add("client_id", clientId)
            given.add("proxy_url", proxyUrl)
            given.add("remark", remark)
            given.add("is_active", isActive)
            given.add("image_enabled", imageEnabled)
            given.add("video_enabled", videoEnabled)
            given.add("image_concurrency", imageConcurrency)
            given.add("video_concurrency", videoConcurrency)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The e-mail address, which identifies the account.
        public var email: String { read("email") }
        /// The access token. The modes `st` and `rt` do without it.
        public var accessToken: String? { read("access_token") }
        /// The session token.
        public var sessionToken: String? { read("session_token") }
        /// The refresh token.
        public var refreshToken: String? { read("refresh_token") }
        /// The client id that the refresh token was issued to.
        public var clientId: String? { read("client_id") }
        /// The account's own proxy.
        public var proxyUrl: String? { read("proxy_url") }
        /// A note.
        public var remark: String? { read("remark") }
        /// True to enable the account, false to disable it.
        public var isActive: Bool? { read("is_active") }
        /// True to let the account make images.
        public var imageEnabled: Bool? { read("image_enabled") }
        /// True to let the account make videos.
        public var videoEnabled: Bool? { read("video_enabled") }
        /// The most images that the account makes at once; -1 means no limit.
        public var imageConcurrency: Int? { read("image_concurrency") }
        /// The most videos that the account makes at once; -1 means no limit.
        public var videoConcurrency: Int? { read("video_concurrency") }
    }

    /// The result of an import.
    public struct ImportedTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts added.
        public var added: Int? { read("added") }
        /// The number of accounts changed.
        public var updated: Int? { read("updated") }
        /// The number of accounts that failed.
        public var failed: Int? { read("failed") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// An invite code.
    public struct InviteCode: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The code.
        public var inviteCode: String { read("invite_code") }
        /// The number of times the code can still be used.
        public var remainingCount: Int? { read("remaining_count") }
        /// The number of times the code can be used in all.
        public var totalCount: Int? { read("total_count") }
        /// The e-mail address of the account that owns the code.
        public var email: String? { read("email") }
    }

    /// Lists all characters.
    public struct ListCharacters: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists the gateway's latest actions.
    public struct ListLogs: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil) {
            var given = Fields()
            given.add("limit", limit)
            self.init(json: given.json)
        }
        /// The most entries to return. Default: 100.
        public var limit: Int? { read("limit") }
    }

    /// Lists the gateway's models.
    public struct ListModels: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists the videos that one of the gateway's accounts has published.
    public struct ListOwnFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId, limit: Int? = nil) {
            var given = Fields()
            given.add("token_id", tokenId)
            given.add("limit", limit)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
        /// The most videos to return. Default: 8.
        public var limit: Int? { read("limit") }
    }

    /// Lists the tasks that an account is working on.
    public struct ListPendingTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Lists the tasks that an account is working on, from the backend's second list.
    public struct ListPendingTasksV2: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Lists the videos that everyone has published.
    public struct ListPublicFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil, cut: FeedCut? = nil, cursor: String? = nil, tokenId: TokenId? = nil) {
            var given = Fields()
            given.add("limit", limit)
            given.add("cut", cut)
            given.add("cursor", cursor)
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The most videos to return. Default: 8.
        public var limit: Int? { read("limit") }
        /// The part of the feed; the latest is the default.
        public var cut: FeedCut? { read("cut") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
        /// The account to ask with; any when absent.
        public var tokenId: TokenId? { read("token_id") }
    }

    /// Lists an account's characters.
    public struct ListTokenCharacters: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Lists the accounts, with their credentials.
    public struct ListTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists the videos that a user has published.
    public struct ListUserFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(userId: String, limit: Int? = nil, cursor: String? = nil, tokenId: TokenId? = nil) {
            var given = Fields()
            given.add("user_id", userId)
            given.add("limit", limit)
            given.add("cursor", cursor)
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`.
        public var userId: String { read("user_id") }
        /// The most videos to return. Default: 8.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
        /// The account to ask with; any when absent.
        public var tokenId: TokenId? { read("token_id") }
    }

    /// An action of the gateway.
    public struct LogEntry: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The entry's id.
        public var id: Int? { read("id") }
        /// The account.
        public var tokenId: TokenId? { read("token_id") }
        /// The account's e-mail address.
        public var tokenEmail: String? { read("token_email") }
        /// The account's user name.
        public var tokenUsername: String? { read("token_username") }
        /// The kind of action, such as `video_generation`.
        public var operation: String? { read("operation") }
        /// The status that the action ended with; -1 in some forks while it is in progress.
        public var statusCode: Int? { read("status_code") }
        /// The duration of the action, in seconds.
        public var duration: Double? { read("duration") }
        /// The time of the action.
        public var createdAt: Double? { read("created_at") }
        /// The request, as text.
        public var requestBody: String? { read("request_body") }
        /// The answer, as text.
        public var responseBody: String? { read("response_body") }
        /// The id of the task that the action created.
        public var taskId: String? { read("task_id") }
        /// The progress of that task, in percent.
        public var progress: Double? { read("progress") }
        /// The state of that task.
        public var taskStatus: String? { read("task_status") }
    }

    /// A login.
    public struct LoggedIn: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The token of the login, `admin-…`. It lives until logout, a new password,
        /// or a restart of the gateway.
        public var token: String { read("token") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// Logs an admin in. The client keeps the token for the calls that follow.
    public struct Login: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(username: String, password: String) {
            var given = Fields()
            given.add("username", username)
            given.add("password", password)
            self.init(json: given.json)
        }
        /// The admin's name.
        public var username: String { read("username") }
        /// The password.
        public var password: String { read("password") }
    }

    /// Logs the admin out: the token is worth nothing any more.
    public struct Logout: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// A character, as the gateway keeps it.
    public struct ManagedCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The character's id in the gateway.
        public var id: Int? { read("id") }
        /// The cameo's id, `ch_…`.
        public var cameoId: String? { read("cameo_id") }
        /// The character's id, `char_…`.
        public var characterId: String? { read("character_id") }
        /// The account that it belongs to.
        public var tokenId: TokenId? { read("token_id") }
        /// The name that prompts use.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The address of the character's picture.
        public var profileUrl: String? { read("profile_url") }
        /// The instructions for the character's behaviour: text, or JSON as text.
        public var instructionSet: String? { read("instruction_set") }
        /// The instructions for what the character must not do: text, or JSON as text.
        public var safetyInstructionSet: String? { read("safety_instruction_set") }
        /// `private` or `public`.
        public var visibility: String? { read("visibility") }
        /// `processing`, `finalized` or `deleted`.
        public var status: String? { read("status") }
        /// The time of creation.
        public var createdAt: Double? { read("created_at") }
        /// The time of the last change.
        public var updatedAt: Double? { read("updated_at") }
    }

    /// An account, with its credentials, settings and figures. The gateway calls it
    /// a token.
    public struct ManagedToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The account's id in the gateway.
        public var id: TokenId { read("id") }
        /// The access token.
        public var token: String? { read("token") }
        /// The session token.
        public var st: String? { read("st") }
        /// The refresh token.
        public var rt: String? { read("rt") }
        /// The client id that the refresh token was issued to.
        public var clientId: String? { read("client_id") }
        /// The account's own proxy. It may hold a password.
        public var proxyUrl: String? { read("proxy_url") }
        /// The e-mail address.
        public var email: String? { read("email") }
        /// The user name.
        public var username: String? { read("username") }
        /// The display name.
        public var name: String? { read("name") }
        /// A note of the admin's.
        public var remark: String? { read("remark") }
        /// The time at which the access token expires.
        public var expiryTime: Double? { read("expiry_time") }
        /// True if the account is enabled.
        public var isActive: Bool? { read("is_active") }
        /// The time until which the account rests.
        public var cooledUntil: Double? { read("cooled_until") }
        /// The time at which the account was added.
        public var createdAt: Double? { read("created_at") }
        /// The time of the last use.
        public var lastUsedAt: Double? { read("last_used_at") }
        /// The number of times the account was used.
        public var useCount: Int? { read("use_count") }
        /// The number of images that the account has made.
        public var imageCount: Int? { read("image_count") }
        /// The number of videos that the account has made.
        public var videoCount: Int? { read("video_count") }
        /// The number of times the account has failed.
        public var errorCount: Int? { read("error_count") }
        /// The plan, such as `chatgpt_team`.
        public var planType: String? { read("plan_type") }
        /// The name of the plan, in words.
        public var planTitle: String? { read("plan_title") }
        /// The time at which the plan ends.
        public var subscriptionEnd: Double? { read("subscription_end") }
        /// True if the account has Sora 2; absent if that is not known.
        public var sora2Supported: Bool? { read("sora2_supported") }
        /// The account's invite code.
        public var sora2InviteCode: String? { read("sora2_invite_code") }
        /// The number of times the invite code was used.
        public var sora2RedeemedCount: Int? { read("sora2_redeemed_count") }
        /// The number of times the invite code can be used.
        public var sora2TotalCount: Int? { read("sora2_total_count") }
        /// The number of videos that the account may still make.
        public var sora2RemainingCount: Int? { read("sora2_remaining_count") }
        /// The time from which the account may make videos again.
        public var sora2CooldownUntil: Double? { read("sora2_cooldown_until") }
        /// True if the account makes images.
        public var imageEnabled: Bool? { read("image_enabled") }
        /// True if the account makes videos.
        public var videoEnabled: Bool? { read("video_enabled") }
        /// The most images that the account makes at once; -1 means no limit.
        public var imageConcurrency: Int? { read("image_concurrency") }
        /// The most videos that the account makes at once; -1 means no limit.
        public var videoConcurrency: Int? { read("video_concurrency") }
    }

    /// Landscape or portrait.
    public enum Orientation: String, Word, CaseIterable {
        /// 16:9.
        case landscape = "landscape"
        /// 9:16.
        case portrait = "portrait"
    }

    /// A page of the videos that an account has published.
    public struct OwnFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The account.
        public var tokenId: TokenId? { read("token_id") }
        /// The page.
        public var feed: FeedItems? { read("feed") }
    }

    /// The tasks that an account is working on.
    public struct PendingTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The account.
        public var tokenId: TokenId? { read("token_id") }
        /// The number of tasks.
        public var count: Int? { read("count") }
        /// The tasks.
        public var tasks: [GatewayTask] { read("tasks") }
    }

    /// The answer.
    public struct ProfileAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The profile.
        public var profile: UserProfile? { read("profile") }
    }

    /// The gateway's proxy.
    public struct ProxyConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the gateway uses a proxy.
        public var proxyEnabled: Bool? { read("proxy_enabled") }
        /// The proxy's address. It may hold a password.
        public var proxyUrl: String? { read("proxy_url") }
        /// True if the gateway uses a pool of several proxies.
        public var proxyPoolEnabled: Bool? { read("proxy_pool_enabled") }
        /// The number of proxies in the pool.
        public var proxyPoolCount: Int? { read("proxy_pool_count") }
        /// True if images are uploaded through another proxy. Upstream only.
        public var imageUploadProxyEnabled: Bool? { read("image_upload_proxy_enabled") }
        /// The address of that proxy. Upstream only.
        public var imageUploadProxyUrl: String? { read("image_upload_proxy_url") }
    }

    /// A page of the videos that everyone has published.
    public struct PublicFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The part of the feed.
        public var cut: String? { read("cut") }
        /// The number of videos on the page.
        public var count: Int? { read("count") }
        /// The position of the next page; absent on the last page.
        public var cursor: String? { read("cursor") }
        /// The videos.
        public var items: [FeedItem] { read("items") }
    }

    /// The progress of a generation, in whichever form the gateway writes it.
    public struct Reasoning: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: ReasoningProgress) { self.init(json: value.asJson) }
    }

    /// The progress of a generation, as an object.
    public struct ReasoningProgress: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The stage, such as `generation`.
        public var stage: String? { read("stage") }
        /// The status, such as `processing`.
        public var status: String? { read("status") }
        /// The progress in percent, from 0 to 100.
        public var progress: Double? { read("progress") }
        /// A sentence.
        public var message: String? { read("message") }
    }

    /// An image or video that a creation starts from.
    ///
    /// In JSON, a text is an address or a data URL if it begins like one, and otherwise a
    /// path.
    public struct Reference: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// An address, or a data URL. If a dialect cannot take it by address, it is fetched
        /// and uploaded.
        public static func url(url: String) -> Reference {
            var given = Fields()
            given.add("url", url)
            return Reference(json: given.json)
        }
        public init(_ value: FileInput) { self.init(json: value.asJson) }
        /// `https://…` or `data:image/…;base64,…`; base64 alone is understood too.
        public var url: String? { read("url") }
    }

    /// Has the gateway obtain new credentials. Fails when the solver is off.
    public struct RefreshCloudflare: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Makes a new version of a video.
    public struct RemixVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String, prompt: String, model: String? = nil, seconds: VideoSeconds? = nil, size: VideoSize? = nil, styleId: VideoStyle? = nil, asyncMode: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("video_id", videoId)
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("seconds", seconds)
            given.add("size", size)
            given.add("style_id", styleId)
            given.add("async_mode", asyncMode)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The video's id.
        public var videoId: String { read("video_id") }
        /// The text that describes the changes.
        public var prompt: String { read("prompt") }
        /// The model; `sora-2` is the default.
        public var model: String? { read("model") }
        /// The length: 10 or 15 s.
        public var seconds: VideoSeconds? { read("seconds") }
        /// The size in pixels.
        public var size: VideoSize? { read("size") }
        /// The style.
        public var styleId: VideoStyle? { read("style_id") }
        /// True to answer at once, false to answer when the video is done. Default: true.
        public var asyncMode: Bool? { read("async_mode") }
    }

    /// Searches for characters and users by name.
    public struct SearchCharacters: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(username: String, intent: SearchIntent? = nil, tokenId: TokenId? = nil, limit: Int? = nil) {
            var given = Fields()
            given.add("username", username)
            given.add("intent", intent)
            given.add("token_id", tokenId)
            given.add("limit", limit)
            self.init(json: given.json)
        }
        /// The name, or its beginning.
        public var username: String { read("username") }
        /// The users to look for; `users` is the default.
        public var intent: SearchIntent? { read("intent") }
        /// The account to search with; any when absent.
        public var tokenId: TokenId? { read("token_id") }
        /// The most results to return. Default: 10.
        public var limit: Int? { read("limit") }
    }

    /// The users that a search looks for.
    public enum SearchIntent: String, Word, CaseIterable {
        /// All users.
        case users = "users"
        /// Those who may appear in videos.
        case cameo = "cameo"
    }

    /// Sets the key of the `/v1` interfaces.
    public struct SetApiKey: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(newApiKey: String, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("new_api_key", newApiKey)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The new key.
        public var newApiKey: String { read("new_api_key") }
    }

    /// Sets the address under which the gateway offers files.
    public struct SetCacheBaseUrl: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(baseUrl: String, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("base_url", baseUrl)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The address; empty for the gateway's own.
        public var baseUrl: String { read("base_url") }
    }

    /// Sets whether the gateway keeps files.
    public struct SetCacheEnabled: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(enabled: Bool, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("enabled", enabled)
            given.add(extra)
            self.init(json: given.json)
        }
        /// True to keep files.
        public var enabled: Bool { read("enabled") }
    }

    /// Sets how long the gateway keeps files.
    public struct SetCacheTimeout: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(timeout: Int, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("timeout", timeout)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The time to keep a file, in seconds, from 60 to 86400; upstream takes -1 for ever.
        public var timeout: Int { read("timeout") }
    }

    /// Turns the gateway's use of a solver on or off, and sets the solver.
    public struct SetCloudflare: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(solverEnabled: Bool, solverApiUrl: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("solver_enabled", solverEnabled)
            given.add("solver_api_url", solverApiUrl)
            given.add(extra)
            self.init(json: given.json)
        }
        /// True to use a solver.
        public var solverEnabled: Bool { read("solver_enabled") }
        /// The solver's address.
        public var solverApiUrl: String? { read("solver_api_url") }
    }

    /// Sets when an account is disabled, and when a task is tried again.
    public struct SetConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(errorBanThreshold: Int, taskRetryEnabled: Bool? = nil, taskMaxRetries: Int? = nil, autoDisableOn401: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("error_ban_threshold", errorBanThreshold)
            given.add("task_retry_enabled", taskRetryEnabled)
            given.add("task_max_retries", taskMaxRetries)
            given.add("auto_disable_on_401", autoDisableOn401)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The number of consecutive errors after which an account is disabled, from 1.
        public var errorBanThreshold: Int { read("error_ban_threshold") }
        /// True to try a failed task again with another account. Upstream only.
        public var taskRetryEnabled: Bool? { read("task_retry_enabled") }
        /// The most times that a failed task is tried again. Upstream only.
        public var taskMaxRetries: Int? { read("task_max_retries") }
        /// True to disable an account when the backend answers it with 401. Upstream only.
        public var autoDisableOn401: Bool? { read("auto_disable_on_401") }
    }

    /// Sets whether requests are written to the log in full.
    public struct SetDebug: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(enabled: Bool, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("enabled", enabled)
            given.add(extra)
            self.init(json: given.json)
        }
        /// True to write requests to the log in full.
        public var enabled: Bool { read("enabled") }
    }

    /// Sets how long the gateway waits for media. What is absent stays as it is.
    public struct SetGenerationTimeout: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(imageTimeout: Int? = nil, videoTimeout: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("image_timeout", imageTimeout)
            given.add("video_timeout", videoTimeout)
            given.add(extra)
            self.init(json: given.json)
        }
        /// For an image, in seconds, from 60 to 3600.
        public var imageTimeout: Int? { read("image_timeout") }
        /// For a video, in seconds, from 60 to 7200.
        public var videoTimeout: Int? { read("video_timeout") }
    }

    /// Sets the admin's password, and name if one is given. It ends all logins:
    /// log in again.
    public struct SetPassword: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(oldPassword: String, newPassword: String, username: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("old_password", oldPassword)
            given.add("new_password", newPassword)
            given.add("username", username)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The current password.
        public var oldPassword: String { read("old_password") }
        /// The new password.
        public var newPassword: String { read("new_password") }
        /// The new name.
        public var username: String? { read("username") }
    }

    /// Sets the gateway's proxy.
    public struct SetProxy: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(proxyEnabled: Bool, proxyUrl: String? = nil, proxyPoolEnabled: Bool? = nil, imageUploadProxyEnabled: Bool? = nil, imageUploadProxyUrl: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("proxy_enabled", proxyEnabled)
            given.add("proxy_url", proxyUrl)
            given.add("proxy_pool_enabled", proxyPoolEnabled)
            given.add("image_upload_proxy_enabled", imageUploadProxyEnabled)
            given.add("image_upload_proxy_url", imageUploadProxyUrl)
            given.add(extra)
            self.init(json: given.json)
        }
        /// True to use a proxy.
        public var proxyEnabled: Bool { read("proxy_enabled") }
        /// The proxy's address, such as `http://proxy:8080`.
        public var proxyUrl: String? { read("proxy_url") }
        /// True to use a pool of several proxies.
        public var proxyPoolEnabled: Bool? { read("proxy_pool_enabled") }
        /// True to upload images through another proxy. Upstream only.
        public var imageUploadProxyEnabled: Bool? { read("image_upload_proxy_enabled") }
        /// The address of that proxy. Upstream only.
        public var imageUploadProxyUrl: String? { read("image_upload_proxy_url") }
    }

    /// Sets whether the gateway renews access tokens automatically.
    public struct SetTokenRefresh: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(enabled: Bool, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("enabled", enabled)
            given.add(extra)
            self.init(json: given.json)
        }
        /// True to renew access tokens automatically.
        public var enabled: Bool { read("enabled") }
    }

    /// Enables or disables an account. Running gateways answer success for an unknown account too
    /// (docs/wire/sora2api.md §12.1).
    public struct SetTokenStatus: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId, isActive: Bool, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("token_id", tokenId)
            given.add("is_active", isActive)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
        /// True to enable the account, false to disable it.
        public var isActive: Bool { read("is_active") }
    }

    /// Sets whether the gateway returns links without a watermark. For your own works only: the gateway
    /// publishes each of them to do so.
    public struct SetWatermarkFree: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(watermarkFreeEnabled: Bool, parseMethod: String? = nil, customParseUrl: String? = nil, customParseToken: String? = nil, fallbackOnFailure: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("watermark_free_enabled", watermarkFreeEnabled)
            given.add("parse_method", parseMethod)
            given.add("custom_parse_url", customParseUrl)
            given.add("custom_parse_token", customParseToken)
            given.add("fallback_on_failure", fallbackOnFailure)
            given.add(extra)
            self.init(json: given.json)
        }
        /// True to return links without a watermark.
        public var watermarkFreeEnabled: Bool { read("watermark_free_enabled") }
        /// The method: `third_party` or `custom`; some forks have `builtin`. Default: `third_party`.
        public var parseMethod: String? { read("parse_method") }
        /// The admin's own service.
        public var customParseUrl: String? { read("custom_parse_url") }
        /// The token of that service.
        public var customParseToken: String? { read("custom_parse_token") }
        /// True to return the link with a watermark when the gateway gets none without one. Not in the
        /// document.
        public var fallbackOnFailure: Bool? { read("fallback_on_failure") }
    }

    /// The answer with the gateway's figures.
    public struct StatsAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The figures.
        public var stats: GatewayStats? { read("stats") }
    }

    /// The state of a task.
    public struct TaskAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The task.
        public var task: GatewayTask? { read("task") }
    }

    /// A work that a task has made.
    public struct TaskGeneration: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The work's id, `gen_…`.
        public var id: String? { read("id") }
        /// The address.
        public var url: String? { read("url") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
    }

    /// Checks whether an account's access token is valid, and reads what the account may make.
    public struct TestToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId) {
            var given = Fields()
            given.add("token_id", tokenId)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
    }

    /// Checks whether the accounts' access tokens are valid, and enables or disables the accounts
    /// accordingly.
    public struct TestTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(onlyActive: Bool? = nil, onlyDisabled: Bool? = nil) {
            var given = Fields()
            given.add("only_active", onlyActive)
            given.add("only_disabled", onlyDisabled)
            self.init(json: given.json)
        }
        /// True to test only the accounts that are enabled. Default: true.
        public var onlyActive: Bool? { read("only_active") }
        /// True to test only the accounts that are disabled. Default: false.
        public var onlyDisabled: Bool? { read("only_disabled") }
    }

    /// Tries accounts' access tokens, and reads what they may make.
    public struct TestUpdateTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenIds: [TokenId]? = nil) {
            var given = Fields()
            given.add("token_ids", tokenIds)
            self.init(json: given.json)
        }
        /// The accounts; all when absent.
        public var tokenIds: [TokenId]? { read("token_ids") }
    }

    /// The result of testing an account's access token. `success` in the answer means that the test was
    /// run; `status` holds its outcome.
    public struct TestedToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `success` when the token is valid, else `failed`.
        public var status: String? { read("status") }
        /// The gateway's message.
        public var message: String? { read("message") }
        /// The e-mail address.
        public var email: String? { read("email") }
        /// The user name.
        public var username: String? { read("username") }
        /// True if the account has Sora 2.
        public var sora2Supported: Bool? { read("sora2_supported") }
        /// The account's invite code.
        public var sora2InviteCode: String? { read("sora2_invite_code") }
        /// The number of times the invite code was used.
        public var sora2RedeemedCount: Int? { read("sora2_redeemed_count") }
        /// The number of times the invite code can be used.
        public var sora2TotalCount: Int? { read("sora2_total_count") }
        /// The number of videos that the account may still make.
        public var sora2RemainingCount: Int? { read("sora2_remaining_count") }
    }

    /// The result of testing accounts.
    public struct TestedTokens: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of accounts whose access token is valid.
        public var valid: Int? { read("valid") }
        /// The number of accounts whose access token is not valid.
        public var invalid: Int? { read("invalid") }
        /// The number of accounts disabled.
        public var autoDisabled: Int? { read("auto_disabled") }
        /// The number of accounts enabled.
        public var autoEnabled: Int? { read("auto_enabled") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// The id under which the gateway keeps an account: a number, or text in some
    /// forks.
    public struct TokenId: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: Int) { self.init(json: value.asJson) }
        public init(_ value: String) { self.init(json: value.asJson) }
    }

    /// The answer.
    public struct TokenRefreshAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The settings.
        public var config: TokenRefreshConfig? { read("config") }
    }

    /// The setting for the automatic renewal of access tokens.
    public struct TokenRefreshConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the gateway renews access tokens automatically.
        public var atAutoRefreshEnabled: Bool? { read("at_auto_refresh_enabled") }
    }

    /// The state of an account after it was enabled or disabled.
    public struct TokenSwitched: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the account is enabled.
        public var isActive: Bool? { read("is_active") }
        /// The number of failures since then.
        public var errorCount: Int? { read("error_count") }
        /// The gateway's message.
        public var message: String? { read("message") }
    }

    /// Changes a character. What is absent stays as it is.
    public struct UpdateCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(cameoId: String, instructionSet: String? = nil, safetyInstructionSet: String? = nil, visibility: CharacterVisibility? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("cameo_id", cameoId)
            given.add("instruction_set", instructionSet)
            given.add("safety_instruction_set", safetyInstructionSet)
            given.add("visibility", visibility)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The cameo's id, `ch_…`.
        public var cameoId: String { read("cameo_id") }
        /// The instructions for the character's behaviour.
        public var instructionSet: String? { read("instruction_set") }
        /// The instructions for what the character must not do.
        public var safetyInstructionSet: String? { read("safety_instruction_set") }
        /// The people who may use the character.
        public var visibility: CharacterVisibility? { read("visibility") }
    }

    /// Changes an account. What is absent stays as it is.
    public struct UpdateToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenId: TokenId, token: String? = nil, st: String? = nil, rt: String? = nil, clientId: String? = nil, proxyUrl: String? = nil, remark: String? = nil, imageEnabled: Bool? = nil, videoEnabled: Bool? = nil, imageConcurrency: Int? = nil, videoConcurrency: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("token_id", tokenId)
            given.add("token", token)
            given.add("st", st)
            given.add("rt", rt)
            given.add("client_id", clientId)
            given.add("proxy_url", proxyUrl)
            given.add("remark", remark)
            given.add("image_enabled", imageEnabled)
            given.add("video_enabled", videoEnabled)
            given.add("image_concurrency", imageConcurrency)
            given.add("video_concurrency", videoConcurrency)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The account.
        public var tokenId: TokenId { read("token_id") }
        /// The access token.
        public var token: String? { read("token") }
        /// The session token.
        public var st: String? { read("st") }
        /// The refresh token.
        public var rt: String? { read("rt") }
        /// The client id that the refresh token was issued to.
        public var clientId: String? { read("client_id") }
        /// The account's own proxy.
        public var proxyUrl: String? { read("proxy_url") }
        /// A note.
        public var remark: String? { read("remark") }
        /// True to let the account make images.
        public var imageEnabled: Bool? { read("image_enabled") }
        /// True to let the account make videos.
        public var videoEnabled: Bool? { read("video_enabled") }
        /// The most images that the account makes at once; -1 means no limit.
        public var imageConcurrency: Int? { read("image_concurrency") }
        /// The most videos that the account makes at once; -1 means no limit.
        public var videoConcurrency: Int? { read("video_concurrency") }
    }

    /// Gives accounts a proxy of their own.
    public struct UpdateTokensProxy: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(tokenIds: [TokenId], proxyUrl: String, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("token_ids", tokenIds)
            given.add("proxy_url", proxyUrl)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The accounts.
        public var tokenIds: [TokenId] { read("token_ids") }
        /// The proxy's address; empty for none.
        public var proxyUrl: String { read("proxy_url") }
    }

    /// A page of the videos that a user has published.
    public struct UserFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user.
        public var userId: String? { read("user_id") }
        /// The page.
        public var feed: FeedItems? { read("feed") }
    }

    /// A user's profile.
    public struct UserProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user's id.
        public var userId: String? { read("user_id") }
        /// The name.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The picture.
        public var profilePictureUrl: String? { read("profile_picture_url") }
        /// The number of followers.
        public var followerCount: Int? { read("follower_count") }
        /// True if the user is verified.
        public var verified: Bool? { read("verified") }
    }

    /// The location of a finished video.
    public struct VideoContent: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The address.
        public var url: String { read("url") }
    }

    /// The reason for the failure of a job.
    public struct VideoError: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The server's code, as text.
        public var code: String? { read("code") }
        /// The server's reason.
        public var message: String? { read("message") }
    }

    /// A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
    ///
    /// The fields here are read from whichever key a server uses for them; what the
    /// server said under other keys stays in `extra` as well.
    public struct VideoJob: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The job's id, under whichever key a server has it. Opaque.
        public var id: String { read("id") }
        /// The object's type, such as `video`.
        public var object: String? { read("object") }
        /// The server's word for the job's state.
        public var status: String? { read("status") }
        /// Progress in percent, as a number or as text on the wire.
        public var progress: Double? { read("progress") }
        /// The model.
        public var model: String? { read("model") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The size, such as `1280x720`. Some gateways write the file's length in
        /// bytes here once it is done.
        public var size: String? { read("size") }
        /// The length in seconds: what was made, else what was asked for.
        public var seconds: Double? { read("seconds") }
        /// The time of creation: `created_at`, `submit_time` or `created`.
        public var createdAt: Double? { read("created_at") }
        /// The time of the start: `started_at` or `start_time`.
        public var startedAt: Double? { read("started_at") }
        /// The time of the end: `completed_at` or `finish_time`.
        public var completedAt: Double? { read("completed_at") }
        /// The time until which the files can be fetched.
        public var expiresAt: Double? { read("expires_at") }
        /// The address of the video, from whichever key holds it.
        public var videoUrl: String? { read("video_url") }
        /// The addresses of all variants, if there are several; `video_url` is the first. An empty one
        /// is fetched by its number.
        public var videoUrls: [String] { read("video_urls") }
        /// A still of the video.
        public var thumbnailUrl: String? { read("thumbnail_url") }
        /// The video that this one is a new version of.
        public var remixedFromVideoId: String? { read("remixed_from_video_id") }
        /// The reason for the failure, wherever the server states it.
        public var error: VideoError? { read("error") }
    }

    /// Further parameters of a video: an object, or its text.
    public struct VideoMetadata: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: [String: Json]) { self.init(json: value.asJson) }
    }

    /// The lengths that the gateway makes.
    public enum VideoSeconds: String, Word, CaseIterable {
        /// 10 seconds.
        case _10 = "10"
        /// 15 seconds.
        case _15 = "15"
    }

    /// The sizes that the gateway makes.
    public enum VideoSize: String, Word, CaseIterable {
        case _720x1280 = "720x1280"
        case _1280x720 = "1280x720"
        /// Not of `sora-2`.
        case _1024x1792 = "1024x1792"
        /// Not of `sora-2`.
        case _1792x1024 = "1792x1024"
    }

    /// The styles that the gateway documents.
    public enum VideoStyle: String, Word, CaseIterable {
        /// The styles that the gateway documents.
        case festive = "festive"
        /// The styles that the gateway documents.
        case retro = "retro"
        /// The styles that the gateway documents.
        case news = "news"
        /// The styles that the gateway documents.
        case selfie = "selfie"
        /// The styles that the gateway documents.
        case handheld = "handheld"
        /// The styles that the gateway documents.
        case anime = "anime"
    }

    /// The gateway's settings for links without a watermark.
    public struct WatermarkFreeConfig: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the gateway returns links without a watermark.
        public var watermarkFreeEnabled: Bool? { read("watermark_free_enabled") }
        /// The method: `third_party` or `custom`; forks also write `builtin`.
        public var parseMethod: String? { read("parse_method") }
        /// The admin's own service.
        public var customParseUrl: String? { read("custom_parse_url") }
        /// The token of that service.
        public var customParseToken: String? { read("custom_parse_token") }
        /// True if the gateway returns the link with a watermark when it gets none without one. Not in
        /// the document.
        public var fallbackOnFailure: Bool? { read("fallback_on_failure") }
    }
}

/// `sora2api.models`.
public struct Sora2apiModels: Sendable {
    let client: Client

    /// Lists the gateway's models.
    ///
    /// `GET /v1/models`
    public func list(_ request: Sora2api.ListModels = .init()) async throws -> Sora2api.GatewayModels {
        read(try await client.call("sora2api.models.list", request.json))
    }
}

/// `sora2api.chat`.
public struct Sora2apiChat: Sendable {
    let client: Client

    /// Asks for a video, an image, a remix or a character.
    ///
    /// Running gateways generate only for a stream, which is the default here;
    /// without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
    /// answer's [`result`](ChatCompletion::result) holds the media.
    ///
    /// `POST /v1/chat/completions`
    public func create(_ request: Sora2api.CreateChat) async throws -> Sora2api.ChatCompletion {
        read(try await client.call("sora2api.chat.create", request.json))
    }

    /// As `create`, piece by piece. Leaving the loop ends it.
    public func stream(_ request: Sora2api.CreateChat) throws -> Pieces<Sora2api.ChatChunk> {
        try client.pieces("sora2api.chat.create", request.json)
    }
}

/// `sora2api.videos`.
public struct Sora2apiVideos: Sendable {
    let client: Client

    /// Creates a video.
    ///
    /// Sent as a form if there is a file to start from, else as JSON.
    ///
    /// `POST /v1/videos`
    public func create(_ request: Sora2api.CreateVideo) async throws -> Sora2api.VideoJob {
        read(try await client.call("sora2api.videos.create", request.json))
    }

    /// Reads the state of a video.
    ///
    /// `GET /v1/videos/{video_id}`
    public func get(_ request: Sora2api.GetVideo) async throws -> Sora2api.VideoJob {
        read(try await client.call("sora2api.videos.get", request.json))
    }

    /// Reads the address of a finished video.
    ///
    /// `GET /v1/videos/{video_id}/content`
    public func content(_ request: Sora2api.GetVideoContent) async throws -> Sora2api.VideoContent {
        read(try await client.call("sora2api.videos.content", request.json))
    }

    /// Makes a new version of a video.
    ///
    /// `POST /v1/videos/{video_id}/remix`
    public func remix(_ request: Sora2api.RemixVideo) async throws -> Sora2api.VideoJob {
        read(try await client.call("sora2api.videos.remix", request.json))
    }
}

/// `sora2api.images`.
public struct Sora2apiImages: Sendable {
    let client: Client

    /// Makes an image from a prompt, and from reference images if any are given.
    ///
    /// `POST /v1/images/generations`
    public func generate(_ request: Sora2api.CreateImage) async throws -> Sora2api.GeneratedImages {
        read(try await client.call("sora2api.images.generate", request.json))
    }

    /// Makes an image from others. Files are sent as a form, addresses and data
    /// URLs as JSON.
    ///
    /// `POST /v1/images/edits`
    public func edit(_ request: Sora2api.EditImage) async throws -> Sora2api.GeneratedImages {
        read(try await client.call("sora2api.images.edit", request.json))
    }
}

/// `sora2api.characters`.
public struct Sora2apiCharacters: Sendable {
    let client: Client

    /// Makes a character out of a video, while the caller waits.
    ///
    /// Give the video as a file, sent as a form, or in base64, sent as JSON.
    ///
    /// `POST /v1/characters`
    public func create(_ request: Sora2api.CreateCharacter = .init()) async throws -> Sora2api.CreatedCharacter {
        read(try await client.call("sora2api.characters.create", request.json))
    }

    /// Searches for characters and users by name.
    ///
    /// `GET /v1/characters/search`
    public func search(_ request: Sora2api.SearchCharacters) async throws -> Sora2api.CharacterMatches {
        read(try await client.call("sora2api.characters.search", request.json))
    }
}

/// `sora2api.stats`.
public struct Sora2apiStats: Sendable {
    let client: Client

    /// Asks what the gateway has made.
    ///
    /// `GET /v1/stats`
    public func get(_ request: Sora2api.GetStats = .init()) async throws -> Sora2api.StatsAnswer {
        read(try await client.call("sora2api.stats.get", request.json))
    }
}

/// `sora2api.invite_codes`.
public struct Sora2apiInviteCodes: Sendable {
    let client: Client

    /// Asks for an invite code of any account that has one left.
    ///
    /// `GET /v1/invite-codes`
    public func get(_ request: Sora2api.GetInviteCode = .init()) async throws -> Sora2api.InviteCode {
        read(try await client.call("sora2api.invite_codes.get", request.json))
    }
}

/// `sora2api.profiles`.
public struct Sora2apiProfiles: Sendable {
    let client: Client

    /// Reads a user's profile.
    ///
    /// `GET /v1/profiles/{username}`
    public func get(_ request: Sora2api.GetProfile) async throws -> Sora2api.ProfileAnswer {
        read(try await client.call("sora2api.profiles.get", request.json))
    }
}

/// `sora2api.feeds`.
public struct Sora2apiFeeds: Sendable {
    let client: Client

    /// Lists the videos that a user has published.
    ///
    /// `GET /v1/users/{user_id}/feed`
    public func user(_ request: Sora2api.ListUserFeed) async throws -> Sora2api.UserFeed {
        read(try await client.call("sora2api.feeds.user", request.json))
    }

    /// Lists the videos that everyone has published.
    ///
    /// `GET /v1/feed`
    public func `public`(_ request: Sora2api.ListPublicFeed = .init()) async throws -> Sora2api.PublicFeed {
        read(try await client.call("sora2api.feeds.public", request.json))
    }

    /// Lists the videos that one of the gateway's accounts has published.
    ///
    /// `GET /v1/tokens/{token_id}/profile-feed`
    public func own(_ request: Sora2api.ListOwnFeed) async throws -> Sora2api.OwnFeed {
        read(try await client.call("sora2api.feeds.own", request.json))
    }
}

/// `sora2api.prompts`.
public struct Sora2apiPrompts: Sendable {
    let client: Client

    /// Writes a prompt out in detail.
    ///
    /// `POST /v1/enhance_prompt`
    public func enhance(_ request: Sora2api.EnhancePrompt) async throws -> Sora2api.EnhancedPrompt {
        read(try await client.call("sora2api.prompts.enhance", request.json))
    }
}

/// `sora2api.tasks`.
public struct Sora2apiTasks: Sendable {
    let client: Client

    /// Lists the tasks that an account is working on.
    ///
    /// `GET /v1/tokens/{token_id}/pending-tasks`
    public func pending(_ request: Sora2api.ListPendingTasks) async throws -> Sora2api.PendingTasks {
        read(try await client.call("sora2api.tasks.pending", request.json))
    }

    /// Lists the tasks that an account is working on, from the backend's second list.
    ///
    /// `GET /v1/tokens/{token_id}/pending-tasks-v2`
    public func pendingV2(_ request: Sora2api.ListPendingTasksV2) async throws -> Sora2api.PendingTasks {
        read(try await client.call("sora2api.tasks.pending_v2", request.json))
    }

    /// Reads the state of a task.
    ///
    /// `GET /v1/tokens/{token_id}/tasks/{task_id}`
    public func get(_ request: Sora2api.GetTask) async throws -> Sora2api.TaskAnswer {
        read(try await client.call("sora2api.tasks.get", request.json))
    }
}

/// `sora2api.admin`.
public struct Sora2apiAdmin: Sendable {
    let client: Client

    /// Logs an admin in. The client keeps the token for the calls that follow.
    ///
    /// `POST /api/login`
    public func login(_ request: Sora2api.Login) async throws -> Sora2api.LoggedIn {
        read(try await client.call("sora2api.admin.login", request.json))
    }

    /// Logs the admin out: the token is worth nothing any more.
    ///
    /// `POST /api/logout`
    public func logout(_ request: Sora2api.Logout = .init()) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin.logout", request.json))
    }
}

/// `sora2api.admin_tokens`.
public struct Sora2apiAdminTokens: Sendable {
    let client: Client

    /// Lists the accounts, with their credentials.
    ///
    /// `GET /api/tokens`
    public func list(_ request: Sora2api.ListTokens = .init()) async throws -> [Sora2api.ManagedToken] {
        read(try await client.call("sora2api.admin_tokens.list", request.json))
    }

    /// Adds an account.
    ///
    /// `POST /api/tokens`
    public func add(_ request: Sora2api.AddToken) async throws -> Sora2api.AddedToken {
        read(try await client.call("sora2api.admin_tokens.add", request.json))
    }

    /// Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
    /// [`ImportTokens`](super::ImportTokens) there.
    ///
    /// `POST /api/tokens/batch-add`
    public func batchAdd(_ request: Sora2api.BatchAddTokens) async throws -> Sora2api.BatchAdded {
        read(try await client.call("sora2api.admin_tokens.batch_add", request.json))
    }

    /// Changes an account. What is absent stays as it is.
    ///
    /// `PUT /api/tokens/{token_id}`
    public func update(_ request: Sora2api.UpdateToken) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_tokens.update", request.json))
    }

    /// Enables or disables an account. Running gateways answer success for an unknown account too
    /// (docs/wire/sora2api.md §12.1).
    ///
    /// `PUT /api/tokens/{token_id}/status`
    public func setStatus(_ request: Sora2api.SetTokenStatus) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_tokens.set_status", request.json))
    }

    /// Enables an account and clears its errors.
    ///
    /// `POST /api/tokens/{token_id}/enable`
    public func enable(_ request: Sora2api.EnableToken) async throws -> Sora2api.TokenSwitched {
        read(try await client.call("sora2api.admin_tokens.enable", request.json))
    }

    /// Disables an account.
    ///
    /// `POST /api/tokens/{token_id}/disable`
    public func disable(_ request: Sora2api.DisableToken) async throws -> Sora2api.TokenSwitched {
        read(try await client.call("sora2api.admin_tokens.disable", request.json))
    }

    /// Checks whether an account's access token is valid, and reads what the account may make.
    ///
    /// `POST /api/tokens/{token_id}/test`
    public func test(_ request: Sora2api.TestToken) async throws -> Sora2api.TestedToken {
        read(try await client.call("sora2api.admin_tokens.test", request.json))
    }

    /// Removes an account. Running gateways answer success for an unknown account
    /// too (docs/wire/sora2api.md §12.1).
    ///
    /// `DELETE /api/tokens/{token_id}`
    public func delete(_ request: Sora2api.DeleteToken) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_tokens.delete", request.json))
    }

    /// Removes all disabled accounts.
    ///
    /// `DELETE /api/tokens/batch-delete-disabled`
    public func deleteDisabled(_ request: Sora2api.DeleteDisabledTokens = .init()) async throws -> Sora2api.DeletedTokens {
        read(try await client.call("sora2api.admin_tokens.delete_disabled", request.json))
    }

    /// Checks whether the accounts' access tokens are valid, and enables or disables the accounts
    /// accordingly.
    ///
    /// `POST /api/tokens/batch-test`
    public func batchTest(_ request: Sora2api.TestTokens = .init()) async throws -> Sora2api.TestedTokens {
        read(try await client.call("sora2api.admin_tokens.batch_test", request.json))
    }

    /// Enables all accounts.
    ///
    /// `POST /api/tokens/batch-enable`
    public func batchEnable(_ request: Sora2api.EnableTokens = .init()) async throws -> Sora2api.EnabledTokens {
        read(try await client.call("sora2api.admin_tokens.batch_enable", request.json))
    }

    /// Disables all accounts.
    ///
    /// `POST /api/tokens/batch-disable`
    public func batchDisable(_ request: Sora2api.DisableTokens = .init()) async throws -> Sora2api.DisabledTokens {
        read(try await client.call("sora2api.admin_tokens.batch_disable", request.json))
    }

    /// Redeems an invite code for all accounts without Sora 2.
    ///
    /// `POST /api/tokens/batch-activate`
    public func batchActivate(_ request: Sora2api.ActivateTokens) async throws -> Sora2api.ActivatedTokens {
        read(try await client.call("sora2api.admin_tokens.batch_activate", request.json))
    }

    /// Adds accounts, and changes those whose e-mail address is already known.
    ///
    /// `POST /api/tokens/import`
    public func `import`(_ request: Sora2api.ImportTokens) async throws -> Sora2api.ImportedTokens {
        read(try await client.call("sora2api.admin_tokens.import", request.json))
    }

    /// Exchanges a session token for an access token. Nothing is stored.
    ///
    /// `POST /api/tokens/st2at`
    public func st2at(_ request: Sora2api.ExchangeSessionToken) async throws -> Sora2api.ConvertedSessionToken {
        read(try await client.call("sora2api.admin_tokens.st2at", request.json))
    }

    /// Exchanges a refresh token for an access token. Nothing is stored: the answer
    /// holds the refresh token that replaces the one given.
    ///
    /// `POST /api/tokens/rt2at`
    public func rt2at(_ request: Sora2api.ExchangeRefreshToken) async throws -> Sora2api.ConvertedRefreshToken {
        read(try await client.call("sora2api.admin_tokens.rt2at", request.json))
    }

    /// Redeems an invite code for an account.
    ///
    /// `POST /api/tokens/{token_id}/sora2/activate`
    public func activateSora2(_ request: Sora2api.ActivateSora2) async throws -> Sora2api.ActivatedSora2 {
        read(try await client.call("sora2api.admin_tokens.activate_sora2", request.json))
    }

    /// Gives an account a user name that the gateway chooses, if it has none.
    ///
    /// `POST /api/tokens/{token_id}/activate-username`
    public func activateUsername(_ request: Sora2api.ActivateUsername) async throws -> Sora2api.ActivatedUsername {
        read(try await client.call("sora2api.admin_tokens.activate_username", request.json))
    }

    /// Gives every enabled account a user name, if it has none.
    ///
    /// `POST /api/tokens/batch-activate-username`
    public func batchActivateUsername(_ request: Sora2api.ActivateUsernames = .init()) async throws -> Sora2api.ActivatedUsernames {
        read(try await client.call("sora2api.admin_tokens.batch_activate_username", request.json))
    }
}

/// `sora2api.admin_config`.
public struct Sora2apiAdminConfig: Sendable {
    let client: Client

    /// Reads the gateway's settings.
    ///
    /// `GET /api/admin/config`
    public func get(_ request: Sora2api.GetConfig = .init()) async throws -> Sora2api.AdminConfig {
        read(try await client.call("sora2api.admin_config.get", request.json))
    }

    /// Sets when an account is disabled, and when a task is tried again.
    ///
    /// `POST /api/admin/config`
    public func set(_ request: Sora2api.SetConfig) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_config.set", request.json))
    }

    /// Sets the admin's password, and name if one is given. It ends all logins:
    /// log in again.
    ///
    /// `POST /api/admin/password`
    public func setPassword(_ request: Sora2api.SetPassword) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_config.set_password", request.json))
    }

    /// Sets the key of the `/v1` interfaces.
    ///
    /// `POST /api/admin/apikey`
    public func setApiKey(_ request: Sora2api.SetApiKey) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_config.set_api_key", request.json))
    }

    /// Sets whether requests are written to the log in full.
    ///
    /// `POST /api/admin/debug`
    public func setDebug(_ request: Sora2api.SetDebug) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_config.set_debug", request.json))
    }
}

/// `sora2api.admin_proxy`.
public struct Sora2apiAdminProxy: Sendable {
    let client: Client

    /// Reads the gateway's proxy.
    ///
    /// `GET /api/proxy/config`
    public func get(_ request: Sora2api.GetProxy = .init()) async throws -> Sora2api.ProxyConfig {
        read(try await client.call("sora2api.admin_proxy.get", request.json))
    }

    /// Sets the gateway's proxy.
    ///
    /// `POST /api/proxy/config`
    public func set(_ request: Sora2api.SetProxy) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_proxy.set", request.json))
    }
}

/// `sora2api.admin_cache`.
public struct Sora2apiAdminCache: Sendable {
    let client: Client

    /// Reads the settings by which the gateway keeps files.
    ///
    /// `GET /api/cache/config`
    public func get(_ request: Sora2api.GetCache = .init()) async throws -> Sora2api.CacheAnswer {
        read(try await client.call("sora2api.admin_cache.get", request.json))
    }

    /// Sets how long the gateway keeps files.
    ///
    /// `POST /api/cache/config`
    public func setTimeout(_ request: Sora2api.SetCacheTimeout) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_cache.set_timeout", request.json))
    }

    /// Sets the address under which the gateway offers files.
    ///
    /// `POST /api/cache/base-url`
    public func setBaseUrl(_ request: Sora2api.SetCacheBaseUrl) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_cache.set_base_url", request.json))
    }

    /// Sets whether the gateway keeps files.
    ///
    /// `POST /api/cache/enabled`
    public func setEnabled(_ request: Sora2api.SetCacheEnabled) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_cache.set_enabled", request.json))
    }
}

/// `sora2api.admin_generation`.
public struct Sora2apiAdminGeneration: Sendable {
    let client: Client

    /// Reads how long the gateway waits for media.
    ///
    /// `GET /api/generation/timeout`
    public func get(_ request: Sora2api.GetGenerationTimeout = .init()) async throws -> Sora2api.GenerationAnswer {
        read(try await client.call("sora2api.admin_generation.get", request.json))
    }

    /// Sets how long the gateway waits for media. What is absent stays as it is.
    ///
    /// `POST /api/generation/timeout`
    public func set(_ request: Sora2api.SetGenerationTimeout = .init()) async throws -> Sora2api.GenerationAnswer {
        read(try await client.call("sora2api.admin_generation.set", request.json))
    }
}

/// `sora2api.admin_watermark_free`.
public struct Sora2apiAdminWatermarkFree: Sendable {
    let client: Client

    /// Reads whether the gateway returns links without a watermark.
    ///
    /// `GET /api/watermark-free/config`
    public func get(_ request: Sora2api.GetWatermarkFree = .init()) async throws -> Sora2api.WatermarkFreeConfig {
        read(try await client.call("sora2api.admin_watermark_free.get", request.json))
    }

    /// Sets whether the gateway returns links without a watermark. For your own works only: the gateway
    /// publishes each of them to do so.
    ///
    /// `POST /api/watermark-free/config`
    public func set(_ request: Sora2api.SetWatermarkFree) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_watermark_free.set", request.json))
    }
}

/// `sora2api.admin_cloudflare`.
public struct Sora2apiAdminCloudflare: Sendable {
    let client: Client

    /// Reads whether the gateway uses a solver.
    ///
    /// `GET /api/cloudflare/config`
    public func get(_ request: Sora2api.GetCloudflare = .init()) async throws -> Sora2api.CloudflareAnswer {
        read(try await client.call("sora2api.admin_cloudflare.get", request.json))
    }

    /// Turns the gateway's use of a solver on or off, and sets the solver.
    ///
    /// `POST /api/cloudflare/config`
    public func set(_ request: Sora2api.SetCloudflare) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_cloudflare.set", request.json))
    }

    /// Reads the state of the gateway's credentials.
    ///
    /// `GET /api/cloudflare/state`
    public func state(_ request: Sora2api.GetCloudflareState = .init()) async throws -> Sora2api.CloudflareState {
        read(try await client.call("sora2api.admin_cloudflare.state", request.json))
    }

    /// Has the gateway obtain new credentials. Fails when the solver is off.
    ///
    /// `POST /api/cloudflare/refresh`
    public func refresh(_ request: Sora2api.RefreshCloudflare = .init()) async throws -> Sora2api.CloudflareState {
        read(try await client.call("sora2api.admin_cloudflare.refresh", request.json))
    }

    /// Has the gateway forget its credentials.
    ///
    /// `POST /api/cloudflare/clear`
    public func clear(_ request: Sora2api.ClearCloudflare = .init()) async throws -> Sora2api.CloudflareState {
        read(try await client.call("sora2api.admin_cloudflare.clear", request.json))
    }
}

/// `sora2api.admin_token_refresh`.
public struct Sora2apiAdminTokenRefresh: Sendable {
    let client: Client

    /// Reads whether the gateway renews access tokens automatically.
    ///
    /// `GET /api/token-refresh/config`
    public func get(_ request: Sora2api.GetTokenRefresh = .init()) async throws -> Sora2api.TokenRefreshAnswer {
        read(try await client.call("sora2api.admin_token_refresh.get", request.json))
    }

    /// Sets whether the gateway renews access tokens automatically.
    ///
    /// `POST /api/token-refresh/enabled`
    public func set(_ request: Sora2api.SetTokenRefresh) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_token_refresh.set", request.json))
    }
}

/// `sora2api.admin_stats`.
public struct Sora2apiAdminStats: Sendable {
    let client: Client

    /// Asks what the gateway has made.
    ///
    /// `GET /api/stats`
    public func get(_ request: Sora2api.GetSystemStats = .init()) async throws -> Sora2api.GatewayStats {
        read(try await client.call("sora2api.admin_stats.get", request.json))
    }
}

/// `sora2api.admin_logs`.
public struct Sora2apiAdminLogs: Sendable {
    let client: Client

    /// Lists the gateway's latest actions.
    ///
    /// `GET /api/logs`
    public func list(_ request: Sora2api.ListLogs = .init()) async throws -> [Sora2api.LogEntry] {
        read(try await client.call("sora2api.admin_logs.list", request.json))
    }

    /// Empties the log. Upstream only (docs/wire/sora2api.md §11.3).
    ///
    /// `DELETE /api/logs`
    public func clear(_ request: Sora2api.ClearLogs = .init()) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_logs.clear", request.json))
    }
}

/// `sora2api.admin_characters`.
public struct Sora2apiAdminCharacters: Sendable {
    let client: Client

    /// Lists all characters.
    ///
    /// `GET /api/characters`
    public func list(_ request: Sora2api.ListCharacters = .init()) async throws -> [Sora2api.ManagedCharacter] {
        read(try await client.call("sora2api.admin_characters.list", request.json))
    }

    /// Lists an account's characters.
    ///
    /// `GET /api/characters/by-token/{token_id}`
    public func byToken(_ request: Sora2api.ListTokenCharacters) async throws -> [Sora2api.ManagedCharacter] {
        read(try await client.call("sora2api.admin_characters.by_token", request.json))
    }

    /// Reads a character.
    ///
    /// `GET /api/characters/{cameo_id}`
    public func get(_ request: Sora2api.GetCharacter) async throws -> Sora2api.CharacterAnswer {
        read(try await client.call("sora2api.admin_characters.get", request.json))
    }

    /// Changes a character. What is absent stays as it is.
    ///
    /// `POST /api/characters/{cameo_id}/update`
    public func update(_ request: Sora2api.UpdateCharacter) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_characters.update", request.json))
    }

    /// Removes a character from the gateway's list, and from nowhere else.
    ///
    /// `DELETE /api/characters/{cameo_id}`
    public func delete(_ request: Sora2api.DeleteCharacter) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_characters.delete", request.json))
    }
}

/// `sora2api.server`.
public struct Sora2apiServer: Sendable {
    let client: Client

    /// Asks the gateway for the description of its own interfaces. No credential is
    /// needed.
    ///
    /// `GET /openapi.json`
    public func describe(_ request: Sora2api.Describe = .init()) async throws -> Sora2api.Described {
        read(try await client.call("sora2api.server.describe", request.json))
    }
}

/// `sora2api.admin_upstream`.
public struct Sora2apiAdminUpstream: Sendable {
    let client: Client

    /// Tries accounts' access tokens, and reads what they may make.
    ///
    /// `POST /api/tokens/batch/test-update`
    public func testUpdate(_ request: Sora2api.TestUpdateTokens = .init()) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_upstream.test_update", request.json))
    }

    /// Takes accounts into use.
    ///
    /// `POST /api/tokens/batch/enable-all`
    public func enableAll(_ request: Sora2api.EnableAllTokens = .init()) async throws -> Sora2api.EnabledTokens {
        read(try await client.call("sora2api.admin_upstream.enable_all", request.json))
    }

    /// Removes accounts that are out of use.
    ///
    /// `POST /api/tokens/batch/delete-disabled`
    public func deleteDisabled(_ request: Sora2api.DeleteAllDisabledTokens = .init()) async throws -> Sora2api.DeletedTokens {
        read(try await client.call("sora2api.admin_upstream.delete_disabled", request.json))
    }

    /// Takes accounts out of use.
    ///
    /// `POST /api/tokens/batch/disable-selected`
    public func disableSelected(_ request: Sora2api.DisableSelectedTokens) async throws -> Sora2api.DisabledTokens {
        read(try await client.call("sora2api.admin_upstream.disable_selected", request.json))
    }

    /// Removes accounts, whether they are in use or not.
    ///
    /// `POST /api/tokens/batch/delete-selected`
    public func deleteSelected(_ request: Sora2api.DeleteSelectedTokens) async throws -> Sora2api.DeletedTokens {
        read(try await client.call("sora2api.admin_upstream.delete_selected", request.json))
    }

    /// Gives accounts a proxy of their own.
    ///
    /// `POST /api/tokens/batch/update-proxy`
    public func updateProxy(_ request: Sora2api.UpdateTokensProxy) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_upstream.update_proxy", request.json))
    }

    /// Adds accounts by their refresh tokens, which the gateway uses up and replaces.
    ///
    /// `POST /api/tokens/import/pure-rt`
    public func importPureRt(_ request: Sora2api.ImportRefreshTokens) async throws -> Sora2api.ImportedTokens {
        read(try await client.call("sora2api.admin_upstream.import_pure_rt", request.json))
    }

    /// Ends a task.
    ///
    /// `POST /api/tasks/{task_id}/cancel`
    public func cancelTask(_ request: Sora2api.CancelTask) async throws -> Sora2api.Done {
        read(try await client.call("sora2api.admin_upstream.cancel_task", request.json))
    }
}

/// The operations of the dialect `sora2api`, one method an endpoint.
public struct Sora2apiOperations: Sendable {
    let client: Client
    /// `sora2api.models`.
    public var models: Sora2apiModels { Sora2apiModels(client: client) }
    /// `sora2api.chat`.
    public var chat: Sora2apiChat { Sora2apiChat(client: client) }
    /// `sora2api.videos`.
    public var videos: Sora2apiVideos { Sora2apiVideos(client: client) }
    /// `sora2api.images`.
    public var images: Sora2apiImages { Sora2apiImages(client: client) }
    /// `sora2api.characters`.
    public var characters: Sora2apiCharacters { Sora2apiCharacters(client: client) }
    /// `sora2api.stats`.
    public var stats: Sora2apiStats { Sora2apiStats(client: client) }
    /// `sora2api.invite_codes`.
    public var inviteCodes: Sora2apiInviteCodes { Sora2apiInviteCodes(client: client) }
    /// `sora2api.profiles`.
    public var profiles: Sora2apiProfiles { Sora2apiProfiles(client: client) }
    /// `sora2api.feeds`.
    public var feeds: Sora2apiFeeds { Sora2apiFeeds(client: client) }
    /// `sora2api.prompts`.
    public var prompts: Sora2apiPrompts { Sora2apiPrompts(client: client) }
    /// `sora2api.tasks`.
    public var tasks: Sora2apiTasks { Sora2apiTasks(client: client) }
    /// `sora2api.admin`.
    public var admin: Sora2apiAdmin { Sora2apiAdmin(client: client) }
    /// `sora2api.admin_tokens`.
    public var adminTokens: Sora2apiAdminTokens { Sora2apiAdminTokens(client: client) }
    /// `sora2api.admin_config`.
    public var adminConfig: Sora2apiAdminConfig { Sora2apiAdminConfig(client: client) }
    /// `sora2api.admin_proxy`.
    public var adminProxy: Sora2apiAdminProxy { Sora2apiAdminProxy(client: client) }
    /// `sora2api.admin_cache`.
    public var adminCache: Sora2apiAdminCache { Sora2apiAdminCache(client: client) }
    /// `sora2api.admin_generation`.
    public var adminGeneration: Sora2apiAdminGeneration { Sora2apiAdminGeneration(client: client) }
    /// `sora2api.admin_watermark_free`.
    public var adminWatermarkFree: Sora2apiAdminWatermarkFree { Sora2apiAdminWatermarkFree(client: client) }
    /// `sora2api.admin_cloudflare`.
    public var adminCloudflare: Sora2apiAdminCloudflare { Sora2apiAdminCloudflare(client: client) }
    /// `sora2api.admin_token_refresh`.
    public var adminTokenRefresh: Sora2apiAdminTokenRefresh { Sora2apiAdminTokenRefresh(client: client) }
    /// `sora2api.admin_stats`.
    public var adminStats: Sora2apiAdminStats { Sora2apiAdminStats(client: client) }
    /// `sora2api.admin_logs`.
    public var adminLogs: Sora2apiAdminLogs { Sora2apiAdminLogs(client: client) }
    /// `sora2api.admin_characters`.
    public var adminCharacters: Sora2apiAdminCharacters { Sora2apiAdminCharacters(client: client) }
    /// `sora2api.server`.
    public var server: Sora2apiServer { Sora2apiServer(client: client) }
    /// `sora2api.admin_upstream`.
    public var adminUpstream: Sora2apiAdminUpstream { Sora2apiAdminUpstream(client: client) }
}
