/// Where a run finds what it reads.
package struct Source: Sendable {
    /// The period folder.
    package var folder: String
    /// The templates; found by themselves when `nil`.
    package var templates: String?

    package init(folder: String, templates: String? = nil) {
        self.folder = folder
        self.templates = templates
    }
}
