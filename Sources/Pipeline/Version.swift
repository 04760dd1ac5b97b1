/// What this program is called and which edition it is.
package enum Version {
    package static let name = "baocao"
    package static let number = "0.1.0"
    /// As documents name their producer.
    package static let producer = "\(name) \(number)"

    /// How an edition of this program is got again, for whoever opens an archive in twenty years.
    package static func source(of version: String) -> String {
        "\(name) \(version): source code at the tag v\(version) of its repository, Apache-2.0; "
            + "built by `make build` on Debian 12 with Swift 6, as README.md says"
    }
}
