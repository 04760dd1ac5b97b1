/// What this program is called and which edition it is.
package enum Version {
    package static let name = "baocao"
    package static let number = "0.1.0"
    /// As documents name their producer.
    package static let producer = "\(name) \(number)"
}
