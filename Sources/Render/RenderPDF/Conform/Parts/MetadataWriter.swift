import Vocabulary

/// The same statements about the file twice: as XMP (ISO 16684-1) and as the information dictionary.
struct MetadataWriter {
    private let metadata: FileMetadata

    init(_ metadata: FileMetadata) {
        var clean = metadata
        clean.title = Self.printable(metadata.title)
        clean.author = Self.printable(metadata.author)
        clean.subject = Self.printable(metadata.subject)
        clean.keywords = metadata.keywords.map(Self.printable)
        clean.producer = Self.printable(metadata.producer)
        self.metadata = clean
    }

    private var keywords: String { metadata.keywords.joined(separator: ", ") }

    /// XML has no control characters, and would change line ends: a blank stands for each.
    private static func printable(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isAllowed =
                scalar.value >= 32 && !(127...159).contains(scalar.value)
                && scalar.value & 0xFFFE != 0xFFFE
            clean.append(isAllowed ? scalar : " ")
        }
        return String(clean)
    }

    // MARK: - Information dictionary

    func writeInformation(to file: inout FileWriter) throws(ConformFailure) -> Int {
        try file.add { (out) throws(ConformFailure) in
            out.raw("<</Title ")
            try out.text(metadata.title)
            if !metadata.author.isEmpty {
                out.raw("/Author ")
                try out.text(metadata.author)
            }
            if !metadata.subject.isEmpty {
                out.raw("/Subject ")
                try out.text(metadata.subject)
            }
            if !metadata.keywords.isEmpty {
                out.raw("/Keywords ")
                try out.text(keywords)
            }
            out.raw("/Producer ")
            try out.text(metadata.producer)
            for key in ["/CreationDate", "/ModDate"] {
                out.raw(key.utf8)
                out.date(metadata.date)
            }
            out.raw(">>")
        }
    }

    // MARK: - XMP

    func writeXMP(to file: inout FileWriter) throws(ConformFailure) -> Int {
        let number = file.reserve()
        // Never packed, so that archives can read it without a PDF library (ISO 19005-1, 6.7.2).
        try file.writeStream(number, xmp(profile: file.profile)) { (out) in
            out.raw("/Type/Metadata/Subtype/XML")
        }
        return number
    }

    private func xmp(profile: Profile) -> [UInt8] {
        var out = PDFBytes()
        out.reserve(4_096)
        out.raw("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
        out.raw("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
        out.raw("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
        writeDublinCore(&out)
        writeDates(&out)
        writeConformance(profile, &out)
        out.raw(Self.extensionSchema)
        out.raw("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
        return out.bytes
    }

    private func writeDublinCore(_ out: inout PDFBytes) {
        out.raw("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
        out.raw("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
        out.escaped(metadata.title)
        out.raw("</rdf:li></rdf:Alt></dc:title>\n")
        if !metadata.author.isEmpty {
            out.raw("<dc:creator><rdf:Seq><rdf:li>")
            out.escaped(metadata.author)
            out.raw("</rdf:li></rdf:Seq></dc:creator>\n")
        }
        if !metadata.subject.isEmpty {
            out.raw("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">")
            out.escaped(metadata.subject)
            out.raw("</rdf:li></rdf:Alt></dc:description>\n")
        }
        out.raw("<dc:language><rdf:Bag><rdf:li>")
        out.escaped(metadata.language)
        out.raw("</rdf:li></rdf:Bag></dc:language>\n</rdf:Description>\n")
    }

    private func writeDates(_ out: inout PDFBytes) {
        out.raw("<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
        out.raw("<pdf:Producer>")
        out.escaped(metadata.producer)
        out.raw("</pdf:Producer>\n")
        if !metadata.keywords.isEmpty {
            out.raw("<pdf:Keywords>")
            out.escaped(keywords)
            out.raw("</pdf:Keywords>\n")
        }
        out.raw("</rdf:Description>\n")
        out.raw("<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n")
        for name in ["CreateDate", "ModifyDate", "MetadataDate"] {
            out.raw("<xmp:")
            out.raw(name.utf8)
            out.raw(">")
            out.integer(metadata.date.year, digits: 4)
            out.raw("-")
            out.integer(metadata.date.month, digits: 2)
            out.raw("-")
            out.integer(metadata.date.day, digits: 2)
            out.raw("T00:00:00+00:00</xmp:")
            out.raw(name.utf8)
            out.raw(">\n")
        }
        out.raw("</rdf:Description>\n")
    }

    private func writeConformance(_ profile: Profile, _ out: inout PDFBytes) {
        out.raw("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">")
        out.raw("\n<pdfaid:part>")
        out.integer(profile.part)
        out.raw("</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n</rdf:Description>\n")
        out.raw("<rdf:Description rdf:about=\"\"")
        out.raw(" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
        out.raw("<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n")
    }

    /// ISO 19005 knows no `pdfuaid`: a schema that it does not know has to be described in the file.
    private static let extensionSchema: StaticString = """
        <rdf:Description rdf:about="" \
        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 that the file follows\
        </pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """
}

extension PDFBytes {
    /// As content of an XML element.
    fileprivate mutating func escaped(_ text: String) {
        for unit in text.utf8 {
            switch unit {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            default: byte(unit)
            }
        }
    }
}
