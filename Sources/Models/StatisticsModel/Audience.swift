/// For whom a document is made.
package enum Audience: String, Sendable, CaseIterable {
    /// Addressee and signer: complete.
    case official
    /// Everybody: single organisations are protected.
    case `public`

    /// Whether it is for everybody.
    package var isPublic: Bool {
        switch self {
        case .official: false
        case .public: true
        }
    }
}
