/// Where a run finds what it reads.
package struct Source: Sendable {
    /// The period folder.
    package var folder: String
    /// The templates; found by themselves when `nil`.
    package var templates: String?
    /// The edition that a build is held against.
    package var earlier: EarlierChoice

    package init(
        folder: String,
        templates: String? = nil,
        earlier: EarlierChoice = .bySettings
    ) {
        self.folder = folder
        self.templates = templates
        self.earlier = earlier
    }
}
