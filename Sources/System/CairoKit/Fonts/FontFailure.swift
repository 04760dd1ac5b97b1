/// Why the faces of a theme cannot be used.
package enum FontFailure: Error, Hashable {
    /// The file is not there, or is no font.
    case unreadable(file: String)
    /// The file holds another family than the theme names.
    case otherFamily(file: String, found: String, wanted: String)
    /// The file was read, but the libraries refuse to set text with it.
    case unusable(file: String)
}
