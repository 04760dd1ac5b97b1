import Archive
import Diagnostics
import Glibc

/// The PDF files of a store, each content once.
struct ArchivedProducts {
    private let store: OpenStore
    private var files: [(edition: ArchivedEdition, file: ArchivedFile)] = []

    /// The archived file whose text is most like that of another file.
    struct Likest {
        var name: String
        var text: TextComparison
        /// Whether there were too many to look at all.
        var isOneOfMany: Bool
    }

    /// Reading texts takes a program's run each.
    static let mostCompared = 50

    /// Of one edition, or of all.
    init(of store: OpenStore, named name: EditionName?, log: inout DiagnosticLog) {
        self.store = store
        let editions: [ArchivedEdition]
        if let name, name.number != nil {
            editions = store.edition(name, log: &log).map { [$0] } ?? []
        } else if let name {
            editions = store.editions(of: name.period, log: &log)
            if editions.isEmpty { _ = store.edition(name, log: &log) }
        } else {
            editions = store.editions(log: &log)
        }
        var seen: Set<String> = []
        for edition in editions {
            for file in edition.files
            where file.path.hasPrefix("products/") && file.path.hasSuffix(".pdf") {
                if seen.insert(file.sha512).inserted { files.append((edition, file)) }
            }
        }
    }

    /// The longest archived file with which `bytes` begin, its digest proven; `nil` when there is none.
    func beginning(of bytes: [UInt8]) throws -> SignedProof.Beginning? {
        var longest: (edition: ArchivedEdition, file: ArchivedFile, count: Int)?
        for (edition, file) in files {
            let path = store.path(of: file, in: edition)
            let count = fileSize(path)
            guard count > longest?.count ?? 0, count <= bytes.count, isBeginning(path, of: bytes)
            else { continue }
            longest = (edition, file, count)
        }
        guard let longest else { return nil }
        let archived = try store.bytes(of: longest.file, in: longest.edition)
        guard bytes.starts(with: archived) else { return nil }
        return SignedProof.Beginning(
            edition: longest.edition.name,
            file: longest.file,
            count: archived.count
        )
    }

    /// Whether a file's bytes come first in `bytes`; read piece by piece, as most differ soon.
    private func isBeginning(_ path: String, of bytes: [UInt8]) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var place = 0
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 && place > 0 }
            guard place + count <= bytes.count,
                piece[..<count].elementsEqual(bytes[place..<(place + count)])
            else { return false }
            place += count
        }
    }

    /// The file whose text has most pages in common with the file at `path`, the newest first.
    func likest(to path: String) -> Likest? {
        guard let wanted = pageTexts(of: path) else { return nil }
        var best: Likest?
        for (edition, file) in files.reversed().prefix(Self.mostCompared) {
            guard let pages = pageTexts(of: store.path(of: file, in: edition)) else { continue }
            let text = TextComparison(pages, wanted)
            if let best, best.text.same >= text.same { continue }
            best = Likest(
                name: "\(edition.name.text) \(file.path)",
                text: text,
                isOneOfMany: files.count > Self.mostCompared
            )
            if text.isSame { break }
        }
        return best
    }
}

/// The text of each page of a PDF, by Poppler's program; `nil` when it cannot be read or is not there.
func pageTexts(of path: String) -> [String]? {
    var output: [UInt8] = []
    let location = path.hasPrefix("-") ? "./" + path : path
    let end = runProgram(
        "pdftotext",
        ["-enc", "UTF-8", "-eol", "unix", location, "-"],
        limits: .reading
    ) { if output.count < 1 << 28 { output += $0 } }
    return end?.status == 0 ? TextComparison.pages(of: output) : nil
}
