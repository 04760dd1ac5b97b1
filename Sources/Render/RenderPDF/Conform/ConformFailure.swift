/// Why a drawing cannot be made into an archive file. Each case is a defect of the program or a
/// changed cairo, never of the data.
package enum ConformFailure: Error, Equatable {
    /// cairo's file has something else at a byte than what is read there.
    case unreadable(offset: Int, expected: String)
    /// An object of cairo's file is not of the form that is known.
    case unexpected(object: Int, expected: String)
    /// The drawing tells of another number of pages than the file has.
    case pageCount(told: Int, drawn: Int)
    /// Marks of a page are not numbered 0, 1, 2, … in order of drawing.
    case markOutOfOrder(ContentMark)
    /// A mark on the page is neither in the structure nor an artifact.
    case markWithoutPurpose(ContentMark)
    /// A mark is twice in the structure, or in the structure and an artifact.
    case markWithTwoPurposes(ContentMark)
    /// The structure or the artifacts name a mark that no page has.
    case markNotDrawn(ContentMark)
    /// A link is not in the structure exactly once, or leads to a page that is not there.
    case brokenLink(Int)
    /// An outline entry leads to a page that is not there.
    case brokenOutline(Int)
    /// A figure without words for those who do not see it.
    case figureWithoutAlternative
    /// The root of the structure is not a `document`.
    case rootIsNotDocument
    /// PDF/A-1 allows no transparency; `object` of cairo's file uses it.
    case transparency(object: Int)
    /// More than the profile allows in one array or string.
    case tooLong(String)
    /// zlib gave up, with its code.
    case compression(code: Int32)
}
