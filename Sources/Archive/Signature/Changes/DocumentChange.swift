/// A part of a document that a later revision shows in another way than an earlier one.
package struct DocumentChange: Sendable, Hashable {
    /// What was changed.
    package enum Part: Sendable, Hashable {
        /// How many pages there are.
        case pageCount(before: Int, after: Int)
        /// What is drawn on a page, its faces, pictures, size or turn.
        case content(page: Int)
        /// Something that lies on a page.
        case annotations(page: Int)
        /// Fields other than those of signatures, or how they look.
        case form
        /// The file's description of itself.
        case metadata
        /// When the file was last saved, and by which program.
        case saving
        /// Files carried inside, and names of places.
        case names
        /// Tags for those who cannot see the page.
        case structure
        /// A field for a signature.
        case signature
        /// Certificates, answers about them and extensions, added so that signatures can be checked later.
        case longTermData
        /// Another entry of the catalogue, by its key.
        case other(String)
    }

    package var part: Part
    /// Numbers of the objects that were added or replaced for it, where they are known.
    package var objects: [Int]

    /// Whether it changes nothing that a reader sees: a signature, what keeps one checkable, and who saved.
    package var isHarmless: Bool {
        switch part {
        case .signature, .longTermData, .saving: true
        default: false
        }
    }

    /// Whether what the pages or the files inside say may have become another.
    package var touchesContent: Bool {
        switch part {
        case .pageCount, .content, .names, .other: true
        default: false
        }
    }
}
