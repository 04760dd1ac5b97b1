package import Archive
package import Diagnostics
import Glibc
import PeriodModel
package import Vocabulary

/// What is exported, and where it goes.
package struct ExportOptions: Sendable {
    package var store: String
    package var edition: EditionName
    /// The folder that becomes the bag; it must be empty, or not be there.
    package var bag: String
    /// The day of export.
    package var date: CalendarDate

    package init(store: String, edition: EditionName, bag: String, date: CalendarDate) {
        self.store = store
        self.edition = edition
        self.bag = bag
        self.date = date
    }
}

/// Makes a bag of an edition, with the records of its documents and of the file.
///
/// The bag is made beside its place, read back, and gets its name when it is whole.
package func export(_ options: ExportOptions, log: inout DiagnosticLog) -> Outcome {
    guard let store = OpenStore(options.store, log: &log),
        let edition = store.edition(options.edition, log: &log)
    else { return .stopped }
    guard let period = EditionPeriod(edition, in: store, log: &log) else { return .faults }
    do {
        guard !lies(options.bag, in: store.path) else {
            log.append(insideStore(options.bag))
            return .stopped
        }
        guard let place = try BagPlace(options.bag) else {
            log.append(taken(options.bag))
            return .stopped
        }
        defer { place.removeStaging() }
        var bag = try BagWriter(in: place.staging)
        guard try copy(edition, from: store, to: &bag, log: &log) else { return .faults }
        let records = period.registeredFile(copiedTo: place.staging, log: &log)
        try write(records, to: &bag, log: &log)
        guard !log.hasErrors else { return .faults }
        try bag.finish(info: information(edition, period, bag, on: options.date))
        checkBag(place.staging, log: &log)
        guard !log.hasErrors else { return .faults }
        try place.publish()
        return .done
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch {
        log.append(.noDigest)
    }
    return .stopped
}

/// Copies every file of the edition, whose digest is proven meanwhile; false when one is not as it was archived.
private func copy(
    _ edition: ArchivedEdition,
    from store: OpenStore,
    to bag: inout BagWriter,
    log: inout DiagnosticLog
) throws -> Bool {
    var items: [BagWriter.Item] = []
    var seen: Set<BagPath> = []
    for file in edition.files {
        guard let path = BagPath("data/\(file.path)") else {
            log.append(BagFault.hostilePath(file.path).diagnostic(at: nil))
            continue
        }
        guard seen.insert(path).inserted else {
            log.append(BagFault.duplicate(path.text).diagnostic(at: nil))
            continue
        }
        if path.text.utf8.contains(UInt8(ascii: "%")) { log.append(percentSign(path)) }
        if path.text.utf8.contains(UInt8(ascii: "\\")) { log.append(backslash(path)) }
        let source = store.path(of: file, in: edition)
        items.append(BagWriter.Item(source: source, path: path, sha512: file.sha512))
    }
    guard !log.hasErrors else { return false }
    for item in try bag.copy(items) {
        log.append(.altered(String(item.path.text.dropFirst(5)), at: item.source, in: edition))
    }
    return !log.hasErrors
}

/// `data/records/`: the file's record and each document's, named by their order.
private func write(
    _ file: RegisteredFile,
    to bag: inout BagWriter,
    log: inout DiagnosticLog
) throws {
    let documents = file.documentRecords.enumerated().map { index, record in
        let number = String(index + 1)
        let name = String(repeating: "0", count: max(0, 3 - number.count)) + number
        return (name: name, record: record)
    }
    for (name, record) in [(name: "file", record: file.record)] + documents {
        for fault in record.faults(in: PeriodFolder.settingsName) { log.append(fault) }
        guard let path = BagPath("data/records/\(name).xml") else { continue }
        guard try bag.add(record.xml, as: path) else {
            log.append(BagFault.duplicate(path.text).diagnostic(at: nil))
            continue
        }
    }
}

private func information(
    _ edition: ArchivedEdition,
    _ period: EditionPeriod,
    _ bag: BagWriter,
    on date: CalendarDate
) -> [(label: String, value: String)] {
    [
        ("Source-Organization", period.settings.agency.name),
        ("External-Identifier", edition.name.written),
        ("External-Description", period.settings.record.title ?? ""),
        ("Internal-Sender-Description", edition.message),
        ("Bagging-Date", date.iso),
        ("Payload-Oxum", bag.oxum),
        ("Bag-Software-Agent", "\(Version.name) \(Version.number)"),
    ].filter { !$0.1.isEmpty }
}

/// Whether a path that may not be there yet leads into a folder, links resolved.
private func lies(_ path: String, in folder: String) -> Bool {
    guard let folder = resolvedPath(folder) else { return false }
    var path = path
    while true {
        if let place = resolvedPath(path.isEmpty ? "." : path) {
            return place == folder || place.hasPrefix(folder + "/")
        }
        guard let slash = path.lastIndex(of: "/") else { return lies(".", in: folder) }
        guard slash != path.startIndex else { return false }
        path = String(path[..<slash])
    }
}

private func insideStore(_ path: String) -> Diagnostic {
    Diagnostic(
        "archive.export.inside-store",
        at: Place(file: path),
        message: Bilingual(
            vi: "“\(path)” nằm trong kho; kho chỉ chứa các ấn bản.",
            en: "“\(path)” lies in the store, which holds editions alone."
        ),
        hint: Bilingual(
            vi: "Chọn một thư mục ngoài kho.",
            en: "Name a folder outside the store."
        )
    )
}

private func taken(_ path: String) -> Diagnostic {
    Diagnostic(
        "archive.export.taken",
        at: Place(file: path),
        message: Bilingual(
            vi: "“\(path)” đã có và không phải thư mục trống.",
            en: "“\(path)” is there already and is no empty folder."
        ),
        hint: Bilingual(
            vi: "Chọn một thư mục chưa có, hoặc thư mục trống.",
            en: "Name a folder that is not there, or an empty one."
        )
    )
}

private func backslash(_ path: BagPath) -> Diagnostic {
    Diagnostic(
        "archive.export.backslash",
        .warning,
        at: nil,
        value: path.text,
        message: Bilingual(
            vi:
                "Tên “\(path.text)” có dấu “\\”; Windows hiểu là thư mục nên không mở được tệp này trong gói.",
            en:
                "The name “\(path.text)” has a “\\”, which Windows takes for a folder: it cannot open this file."
        )
    )
}

private func percentSign(_ path: BagPath) -> Diagnostic {
    Diagnostic(
        "archive.export.percent-sign",
        .warning,
        at: nil,
        value: path.text,
        message: Bilingual(
            vi:
                "Tên “\(path.text)” có dấu “%”, được ghi là “%25” trong danh sách như RFC 8493 quy định; "
                + "một số chương trình đọc gói không hiểu.",
            en:
                "The name “\(path.text)” has a “%”, which the manifest has as “%25” as RFC 8493 wants; "
                + "some readers of bags do not know that."
        )
    )
}

extension Diagnostic {
    /// The library refuses to make digests.
    static let noDigest = Diagnostic(
        "archive.export.no-digest",
        at: nil,
        message: Bilingual(
            vi: "Thư viện mã hóa của máy không tính được SHA-512.",
            en: "The machine's library cannot make a SHA-512."
        )
    )
}
