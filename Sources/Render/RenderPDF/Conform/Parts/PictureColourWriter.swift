import ColourModel

/// Gives JPEG pictures the colours of their own profile (ISO 32000-1, 8.6.5.5), each profile written once.
struct PictureColourWriter {
    private let colours: [[UInt8]: DrawnColours]
    /// Object numbers of what is written.
    private var written: [ColourProfile: Int] = [:]

    /// By the bytes of the pictures.
    init(_ colours: [[UInt8]: DrawnColours]) {
        self.colours = colours
    }

    /// Mends the entries of a picture; other streams stay as they are.
    mutating func mend(
        _ entries: inout PDFDictionary,
        of stream: ArraySlice<UInt8>,
        to file: inout FileWriter
    ) throws(ConformFailure) {
        guard !colours.isEmpty, entries["Filter"]?.name == "DCTDecode",
            let drawn = colours[Array(stream)]
        else { return }
        var space = PDFBytes()
        space.raw("[/ICCBased ")
        space.reference(try number(of: drawn.profile, to: &file))
        space.raw("]")
        entries["ColorSpace"] = .verbatim(space.bytes[...])
        entries["Decode"] =
            drawn.isInverted
            ? .array((0..<8).map { .integer($0 % 2 == 0 ? 1 : 0) }) : nil
    }

    private mutating func number(
        of profile: ColourProfile,
        to file: inout FileWriter
    ) throws(ConformFailure) -> Int {
        if let known = written[profile] { return known }
        let number = try file.addStream(packing: profile.bytes) { (out) in
            out.raw("/N ")
            out.integer(profile.space.components)
        }
        written[profile] = number
        return number
    }
}
