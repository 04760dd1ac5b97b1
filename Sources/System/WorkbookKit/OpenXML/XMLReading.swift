import CWorkbook

/// Takes the elements and the text of an XML part as they come.
protocol XMLHandler: AnyObject {
    func start(_ element: XMLElement)
    func end(_ name: XMLName)
    func text(_ bytes: UnsafeRawBufferPointer)
    /// Something is wrong that ends the reading.
    var failure: WorkbookFault? { get }
}

/// The name of an element without its prefix; valid only while its event is handled.
struct XMLName {
    fileprivate let pointer: UnsafePointer<CChar>

    static func == (name: XMLName, word: StaticString) -> Bool {
        hasText(name.pointer, word)
    }

    static func ~= (word: StaticString, name: XMLName) -> Bool { name == word }
}

/// An element as it opens; valid only while its event is handled.
struct XMLElement {
    let name: XMLName
    fileprivate let attributes: UnsafePointer<UnsafePointer<CChar>?>?
    fileprivate let count: Int

    /// The bytes of an attribute's value, whatever its prefix.
    func bytes(_ name: StaticString) -> UnsafeRawBufferPointer? {
        guard let attributes else { return nil }
        for index in 0..<count {
            guard let key = attributes[5 * index], hasText(key, name),
                let start = attributes[5 * index + 3], let end = attributes[5 * index + 4]
            else { continue }
            return UnsafeRawBufferPointer(start: start, count: max(0, end - start))
        }
        return nil
    }

    func text(_ name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    func integer(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

    /// A truth value, false when it is not given.
    func flag(_ name: StaticString) -> Bool { ["1", "true"].contains(text(name) ?? "") }
}

private func hasText(_ pointer: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    for index in 0..<count where UInt8(bitPattern: pointer[index]) != word.utf8Start[index] {
        return false
    }
    return pointer[count] == 0
}

extension ZipArchive {
    /// Reads a part as XML.
    func read(_ part: String, with handler: some XMLHandler) throws(WorkbookFault) {
        guard xml_is_there() else { throw WorkbookFault(.noLibrary, text: "libxml2") }
        let relay = XMLRelay(handler)
        var events = XMLRelay.events
        guard let parser = xml_open(&events, Unmanaged.passUnretained(relay).toOpaque()) else {
            throw WorkbookFault(.tooLarge, part: part)
        }
        defer { xml_close(parser) }
        func check(_ isWhole: Bool) throws(WorkbookFault) {
            if let failure = handler.failure { throw failure }
            if relay.hasDoctype { throw WorkbookFault(.documentType, part: part) }
            if !isWhole {
                throw WorkbookFault(.malformedPart, part: part, text: String(xml_line(parser)))
            }
        }
        try read(part) { (bytes: UnsafeRawBufferPointer) throws(WorkbookFault) -> Bool in
            try check(xml_feed(parser, bytes.baseAddress, Int32(bytes.count), false))
            return true
        }
        try check(xml_feed(parser, nil, 0, true))
        withExtendedLifetime(relay) {}
    }
}

/// Brings the parser's calls to a handler.
private final class XMLRelay {
    let handler: any XMLHandler
    var hasDoctype = false

    init(_ handler: any XMLHandler) {
        self.handler = handler
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> XMLRelay? {
        context.map { Unmanaged<XMLRelay>.fromOpaque($0).takeUnretainedValue() }
    }

    static var events: xml_events {
        xml_events(
            start: { context, name, attributes, count in
                guard let relay = XMLRelay.of(context), relay.handler.failure == nil, let name
                else { return }
                relay.handler.start(
                    XMLElement(
                        name: XMLName(pointer: name),
                        attributes: attributes,
                        count: Int(count)
                    )
                )
            },
            end: { context, name in
                guard let relay = XMLRelay.of(context), relay.handler.failure == nil, let name
                else { return }
                relay.handler.end(XMLName(pointer: name))
            },
            text: { context, bytes, length in
                guard let relay = XMLRelay.of(context), relay.handler.failure == nil else { return }
                relay.handler.text(UnsafeRawBufferPointer(start: bytes, count: Int(length)))
            },
            doctype: { context in XMLRelay.of(context)?.hasDoctype = true }
        )
    }
}
