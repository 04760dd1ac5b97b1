/// Which parts a part refers to (ECMA-376, part 2, 6.5).
struct Relations {
    /// One reference.
    struct Relation {
        /// The last word of its type, such as `worksheet`.
        var type: String
        /// Name of the part; `nil` when it lies outside the file, where nothing is ever looked for.
        var part: String?
    }

    private(set) var byID: [String: Relation] = [:]

    /// The references of `part`; none when it has none.
    init(of part: String, in archive: ZipArchive) throws(WorkbookFault) {
        let folder = part.split(separator: "/").dropLast().joined(separator: "/")
        let name = part.split(separator: "/").last ?? ""
        let list = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        guard archive.contains(list) else { return }
        let handler = Handler(folder: folder)
        try archive.read(list, with: handler)
        byID = handler.relations
    }

    /// The first part of a type, by the order of names.
    func part(ofType type: String) -> String? {
        byID.filter { $0.value.type == type }.compactMap(\.value.part).min()
    }

    private final class Handler: XMLHandler {
        private let folder: String
        var relations: [String: Relation] = [:]
        let failure: WorkbookFault? = nil

        init(folder: String) {
            self.folder = folder
        }

        func start(_ element: XMLElement) {
            guard element.name == "Relationship", let id = element.text("Id"),
                let type = element.text("Type"), let target = element.text("Target")
            else { return }
            let isOutside = element.text("TargetMode")?.lowercased() == "external"
            relations[id] = Relation(
                type: type.split(separator: "/").last.map(String.init) ?? "",
                part: isOutside ? nil : Self.resolved(target, from: folder)
            )
        }

        func end(_ name: XMLName) {}
        func text(_ bytes: UnsafeRawBufferPointer) {}

        private static func resolved(_ target: String, from folder: String) -> String {
            var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
            for part in target.split(separator: "/") {
                switch part {
                case ".": continue
                case "..": _ = parts.popLast()
                default: parts.append(part)
                }
            }
            return parts.joined(separator: "/")
        }
    }
}
