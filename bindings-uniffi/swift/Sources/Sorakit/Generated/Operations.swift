// Made from the catalogue by `cargo xtask gen`. Do not edit.

extension Client {
    /// The operations of the dialect `sora`.
    public var sora: SoraOperations { SoraOperations(client: self) }
    /// The operations of the dialect `mirror`.
    public var mirror: MirrorOperations { MirrorOperations(client: self) }
    /// The operations of the dialect `sora2api`.
    public var sora2api: Sora2apiOperations { Sora2apiOperations(client: self) }
    /// The operations of the dialect `skyriff`.
    public var skyriff: SkyriffOperations { SkyriffOperations(client: self) }
    /// The operations of the dialect `relay`.
    public var relay: RelayOperations { RelayOperations(client: self) }
    /// The operations of the dialect `openai`.
    public var openai: OpenaiOperations { OpenaiOperations(client: self) }
}
