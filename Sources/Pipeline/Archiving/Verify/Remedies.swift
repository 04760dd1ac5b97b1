import Archive
import Diagnostics

/// What can be restored from where, for the faults of one check.
struct Remedies {
    private let store: String
    /// Content files of the store with the digests of those that are damaged.
    private var copies: [String: [String]] = [:]
    /// The digest that a damaged content file must have.
    private var wanted: [String: String] = [:]
    /// Folders of objects whose inventories have faults of their own.
    private var doubted: Set<String> = []

    init(for faults: [StoreFault], in store: String) {
        self.store = store
        doubted = Set(
            faults.filter { $0.file.hasSuffix("inventory.json") && !$0.rule.isWarning }
                .map { String($0.file.prefix { $0 != "/" }) }
        )
        let damaged = Set(
            faults.filter { [.e092, .e093, .a007].contains($0.rule) }.map(\.file)
        )
        guard !damaged.isEmpty else { return }
        // Looked for only now: a store without faults need not be read a second time.
        var log = DiagnosticLog()
        let open = OpenStore(store, log: &log)
        for period in open?.periods(log: &log) ?? [] {
            let folder = StoreLayout.folder(of: period)
            guard let inventory = open?.inventory(of: period, log: &log) else { continue }
            for (path, digest) in inventory.digestByContent {
                let file = "\(folder)/\(path)"
                if damaged.contains(file) {
                    wanted[file] = digest
                } else {
                    copies[digest, default: []].append(file)
                }
            }
        }
        let digests = Set(wanted.values)
        copies = copies.filter { digests.contains($0.key) }
    }

    func remedy(for fault: StoreFault) -> Bilingual? {
        switch fault.rule {
        case .e092, .e093, .a007: content(fault.file)
        case .e090: .link
        case .e023, .e015, .e001, .e072, .a010:
            if fault.rule == .e023, !fault.detail.isEmpty {
                .otherCopy
            } else if fault.rule == .e023,
                doubted.contains(String(fault.file.prefix { $0 != "/" }))
            {
                .compareFirst
            } else {
                .moveAway
            }
        case .e033, .e058, .e060, .e061, .e063, .e064: inventory(fault.file)
        case .e003, .e007, .e069, .e075: .declaration
        case .e070: .layout
        case .e010, .e046, .e066, .a001, .a002, .a003, .a004: .otherCopy
        case .a008, .e004: .newerProgram
        case .a006, .a009, .a011: .archiveAgain
        default: fault.rule.isWarning ? nil : inventory(fault.file)
        }
    }

    private func content(_ file: String) -> Bilingual {
        guard let digest = wanted[file] else { return .otherCopy }
        if let copy = copies[digest]?.min(by: isBefore) {
            return Bilingual(
                vi: "Lấy lại từ “\(copy)” trong chính kho này, có cùng mã băm",
                en: "Restore it from “\(copy)” in this very store, which has the same digest"
            )
        }
        return Bilingual(
            vi: "Lấy lại từ một bản sao khác của kho; tệp đúng có SHA-512 \(digest)",
            en:
                "Restore it from another copy of the store; the right file has the SHA-512 \(digest)"
        )
    }

    /// The object's inventory and that of its last version are the same file twice.
    private func inventory(_ file: String) -> Bilingual {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        var folder = parts.dropLast().joined(separator: "/")
        if let last = parts.dropLast().last, VersionName(String(last)) != nil {
            folder = parts.dropLast(2).joined(separator: "/")
        }
        let object = joined(store, folder)
        let versions = ((try? allNamesInFolder(object)) ?? []).compactMap(VersionName.init)
        let last = versions.max { $0.number < $1.number }?.text ?? ""
        for candidate in ["", last] {
            let place = [folder, candidate].filter { !$0.isEmpty }.joined(separator: "/")
            let isItself = "\(place)/inventory.json" == file || place.isEmpty
            guard !isItself, let found = provenInventory(joined(store, place)),
                found.inventory.head == last
            else { continue }
            return Bilingual(
                vi: "Lấy lại bản kê và tệp mã băm từ “\(place)”, ở đó chúng còn khớp nhau",
                en: "Restore inventory and digest file from “\(place)”, where they still agree"
            )
        }
        return .otherCopy
    }
}

extension Bilingual {
    static let otherCopy = Bilingual(
        vi: "Lấy lại từ một bản sao khác của kho",
        en: "Restore it from another copy of the store"
    )
    static let moveAway = Bilingual(
        vi: "Mục này không thuộc ấn bản nào: chuyển nó ra ngoài kho",
        en: "It belongs to no edition: move it out of the store"
    )
    static let compareFirst = Bilingual(
        vi: "Bản kê cũng có lỗi: so với một bản sao khác của kho trước khi bỏ tệp này",
        en:
            "The inventory is faulty as well: compare another copy of the store before you remove it"
    )
    static let link = Bilingual(
        vi:
            "Kho chỉ gồm tệp và thư mục thường: thay mục này bằng chính tệp lấy từ một bản sao khác, hoặc chuyển ra ngoài nếu không lỗi nào khác nêu nó",
        en:
            "A store holds plain files and folders alone: put the file itself in its place, from another copy, or move it out if no other fault names it"
    )
    static let declaration = Bilingual(
        vi: "Tệp khai báo chứa đúng tên của nó sau “0=” và một dấu xuống dòng; ghi lại như vậy",
        en: "A declaration holds its own name after “0=” and a line feed; write it so"
    )
    static let layout = Bilingual(
        vi: "Chép lại ocfl_layout.json và extensions/ từ một kho khác do chương trình này tạo",
        en: "Copy ocfl_layout.json and extensions/ from any other store of this program"
    )
    static let archiveAgain = Bilingual(
        vi: "Không phải làm gì: lần “archive” sau tự dọn hoặc làm nốt",
        en: "Nothing to do: the next `archive` clears or completes it"
    )
}
