import Diagnostics

/// A picture as a text asks for it: `![what it shows](file "caption")` in a paragraph of its own.
struct TemplatePicture: Sendable {
    /// In the folder `pictures`.
    var file: String
    var alternative: [TextInline]
    var caption: TemplateText

    static let folder = "pictures"

    /// The word by which texts refer to it: its file's name without the ending.
    var name: String {
        file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    }

    /// A file of that name, whether its folder is named or not.
    init(address: String, alternative: [TextInline], caption: TemplateText) {
        let prefix = Self.folder + "/"
        file = (address.hasPrefix(prefix) ? String(address.dropFirst(prefix.count)) : address)
        self.alternative = alternative
        self.caption = caption
    }
}
