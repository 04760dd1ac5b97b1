import DocumentModel

/// Writes the structure tree with its way back from pages and annotations (ISO 32000-1, 14.7).
struct StructureWriter {
    private let pages: [Int]
    private let links: [DrawnLink]
    /// Object number of each link's annotation.
    private let annotations: [Int]
    /// By page and mark, the number of the element that holds it; 0 while none does.
    private var owners: [[UInt32]]
    private var linkOwners: [Int?]
    private var notes: [(key: [UInt8], value: [UInt8])] = []
    private let artifacts: [ContentMark: ArtifactKind]
    /// Object numbers of the specifications of each data file.
    private let dataFiles: [DataFile: [Int]]

    /// `pages` and `annotations` are object numbers; `marks` tells how many each page has.
    init(
        _ drawing: TaggedDrawing,
        pages: [Int],
        marks: [Int],
        annotations: [Int],
        dataFiles: [DataFile: [Int]] = [:]
    ) throws(ConformFailure) {
        self.pages = pages
        self.annotations = annotations
        links = drawing.links
        artifacts = drawing.artifacts
        self.dataFiles = dataFiles
        owners = marks.map { [UInt32](repeating: 0, count: $0) }
        linkOwners = [Int?](repeating: nil, count: annotations.count)
    }

    /// Writes everything and returns the number of the root.
    mutating func write(
        _ document: StructureElement,
        to file: inout FileWriter
    ) throws(ConformFailure) -> Int {
        guard document.role == .document else { throw .rootIsNotDocument }
        let root = file.reserve()
        let top = try write(document, parent: root, to: &file)
        try checkPurposes()
        let parents = try writeParents(to: &file)
        let identities =
            notes.isEmpty ? nil : try SortedTree(kind: .names, entries: notes).write(to: &file)
        let count = pages.count + links.count
        try file.write(root) { (out) in
            out.raw("<</Type/StructTreeRoot/K ")
            out.reference(top)
            out.raw("/ParentTree ")
            out.reference(parents)
            out.raw("/ParentTreeNextKey ")
            out.integer(count)
            if let identities {
                out.raw("/IDTree ")
                out.reference(identities)
            }
            out.raw(">>")
        }
        return root
    }

    // MARK: - Elements

    private mutating func write(
        _ element: StructureElement,
        parent: Int,
        to file: inout FileWriter
    ) throws(ConformFailure) -> Int {
        let number = file.reserve()
        let hasAlternative = element.alternative?.isEmpty == false
        guard element.role != .figure || hasAlternative else { throw .figureWithoutAlternative }
        var entries = PDFBytes()
        entries.raw("/S/")
        entries.raw(element.role.rawValue.utf8)
        if let alternative = element.alternative {
            entries.raw("/Alt ")
            try entries.text(alternative)
        }
        if let language = element.language {
            entries.raw("/Lang ")
            try entries.text(language)
        }
        if element.role == .note {
            // ISO 14289-1, 7.9: each note has an ID of its own.
            var key = PDFBytes()
            key.raw("(note-")
            key.integer(notes.count + 1, digits: 8)
            key.raw(")")
            var value = PDFBytes()
            value.reference(number)
            entries.raw("/ID ")
            entries.raw(key.bytes)
            notes.append((key.bytes, value.bytes))
        }
        let files = element.dataFiles.flatMap { dataFiles[$0] ?? [] }
        if !files.isEmpty {
            entries.raw("/AF")
            entries.references(files)
        }
        element.writeAttributes(to: &entries)
        let kids = flattened(element.children, for: file.profile)
        try write(number, parent: parent, entries: entries, kids: kids, to: &file)
        return number
    }

    /// Without the sections of tables where the profile does not know them, or where the table has no
    /// body: a head may not stand alone (ISO 14289-1, 7.2).
    private func flattened(_ children: StructureChildren, for profile: Profile) -> StructureChildren
    {
        let hasBody = children.contains { child in
            if case .element(let element) = child { element.role == .tableBody } else { false }
        }
        guard !profile.hasTableSections || !hasBody else { return children }
        func isSection(_ child: StructureChild) -> Bool {
            guard case .element(let element) = child else { return false }
            return element.role == .tableHead || element.role == .tableBody
        }
        guard children.contains(where: isSection) else { return children }
        var flat = StructureChildren()
        for child in children {
            if case .element(let element) = child, isSection(child) {
                for inner in element.children { flat.append(inner) }
            } else {
                flat.append(child)
            }
        }
        return flat
    }

    /// An element of known number: its children first, then itself.
    private mutating func write(
        _ number: Int,
        parent: Int,
        entries: PDFBytes,
        kids children: StructureChildren,
        to file: inout FileWriter
    ) throws(ConformFailure) {
        let home = homePage(of: children)
        var kids = PDFBytes()
        if children.count > file.profile.longestArray {
            // NonStruct says nothing of its own: readers see the rows as if they stood in the table.
            let length = Self.groupLength(of: children.count, limit: file.profile.longestArray)
            for start in stride(from: 0, to: children.count, by: length) {
                let group = file.reserve()
                var role = PDFBytes()
                role.raw("/S/NonStruct")
                let part = StructureChildren(children[start..<min(start + length, children.count)])
                try write(group, parent: number, entries: role, kids: part, to: &file)
                kids.reference(group)
                kids.raw(" ")
            }
        } else {
            for child in children {
                try write(child, parent: number, home: home, &kids, to: &file)
                kids.raw(" ")
            }
        }
        let homeNumber = home.map { pages[$0] }
        try file.write(number) { (out) in
            out.raw("<</Type/StructElem")
            out.raw(entries.bytes)
            out.raw("/P ")
            out.reference(parent)
            if let homeNumber {
                out.raw("/Pg ")
                out.reference(homeNumber)
            }
            if kids.count > 0 {
                out.raw("/K[")
                out.raw(kids.bytes.dropLast())
                out.raw("]")
            }
            out.raw(">>")
        }
    }

    /// So long that the groups themselves are few enough.
    private static func groupLength(of count: Int, limit: Int) -> Int {
        var length = 4_000
        while (count + length - 1) / length > limit { length *= 2 }
        return length
    }

    /// The page that numbers without a page mean.
    private func homePage(of children: StructureChildren) -> Int? {
        for child in children {
            if case .content(let mark) = child, pages.indices.contains(mark.page) {
                return mark.page
            }
        }
        return nil
    }

    private mutating func write(
        _ child: StructureChild,
        parent: Int,
        home: Int?,
        _ kids: inout PDFBytes,
        to file: inout FileWriter
    ) throws(ConformFailure) {
        switch child {
        case .element(let element):
            kids.reference(try write(element, parent: parent, to: &file))
        case .content(let mark):
            try claim(mark, for: parent)
            guard mark.page != home else { return kids.integer(mark.number) }
            kids.raw("<</Type/MCR/Pg ")
            kids.reference(pages[mark.page])
            kids.raw("/MCID ")
            kids.integer(mark.number)
            kids.raw(">>")
        case .annotation(let index):
            guard linkOwners.indices.contains(index), linkOwners[index] == nil else {
                throw .brokenLink(index)
            }
            linkOwners[index] = parent
            kids.raw("<</Type/OBJR/Pg ")
            kids.reference(pages[links[index].page])
            kids.raw("/Obj ")
            kids.reference(annotations[index])
            kids.raw(">>")
        }
    }

    // MARK: - The way back

    private mutating func claim(_ mark: ContentMark, for element: Int) throws(ConformFailure) {
        guard owners.indices.contains(mark.page), owners[mark.page].indices.contains(mark.number)
        else { throw .markNotDrawn(mark) }
        guard owners[mark.page][mark.number] == 0, artifacts[mark] == nil else {
            throw .markWithTwoPurposes(mark)
        }
        owners[mark.page][mark.number] = UInt32(clamping: element)
    }

    /// Each mark is content or artifact, each artifact is drawn, each link is told of.
    private func checkPurposes() throws(ConformFailure) {
        var artifactsSeen = 0
        for (page, marks) in owners.enumerated() {
            for (number, owner) in marks.enumerated() where owner == 0 {
                let mark = ContentMark(page: page, number: number)
                guard artifacts[mark] != nil else { throw .markWithoutPurpose(mark) }
                artifactsSeen += 1
            }
        }
        if artifactsSeen < artifacts.count {
            let lost = artifacts.keys.filter { mark in
                !owners.indices.contains(mark.page)
                    || !owners[mark.page].indices.contains(mark.number)
            }
            let first = lost.min { ($0.page, $0.number) < ($1.page, $1.number) }
            throw .markNotDrawn(first ?? ContentMark(page: 0, number: 0))
        }
        if let link = linkOwners.firstIndex(of: nil) { throw .brokenLink(link) }
    }

    /// Keys are `/StructParents` of pages, then `/StructParent` of annotations.
    private func writeParents(to file: inout FileWriter) throws(ConformFailure) -> Int {
        var entries: [(key: [UInt8], value: [UInt8])] = []
        entries.reserveCapacity(owners.count + linkOwners.count)
        for (page, marks) in owners.enumerated() {
            guard marks.count <= file.profile.longestArray else {
                throw .tooLong("the marks of page \(page + 1)")
            }
            // An array of its own: in the leaf it would count towards the leaf's length.
            let array = try file.add { (out) in
                out.raw("[")
                for owner in marks {
                    if owner > 0 { out.reference(Int(owner)) } else { out.raw("null") }
                    out.raw(" ")
                }
                out.raw("]")
            }
            entries.append(Self.entry(page, array))
        }
        for (index, owner) in linkOwners.enumerated() {
            guard let owner else { throw .brokenLink(index) }
            entries.append(Self.entry(owners.count + index, owner))
        }
        return try SortedTree(kind: .numbers, entries: entries).write(to: &file)
    }

    private static func entry(_ key: Int, _ object: Int) -> (key: [UInt8], value: [UInt8]) {
        var left = PDFBytes()
        left.integer(key)
        var right = PDFBytes()
        right.reference(object)
        return (left.bytes, right.bytes)
    }
}

extension StructureElement {
    /// Attributes by owner (ISO 32000-1, 14.8.5).
    fileprivate func writeAttributes(to out: inout PDFBytes) {
        if scope != nil || columnSpan > 1 || rowSpan > 1 {
            out.raw("/A<</O/Table")
            if let scope {
                out.raw("/Scope/")
                out.raw(scope.rawValue.utf8)
            }
            if columnSpan > 1 {
                out.raw("/ColSpan ")
                out.integer(columnSpan)
            }
            if rowSpan > 1 {
                out.raw("/RowSpan ")
                out.integer(rowSpan)
            }
            out.raw(">>")
        } else if let listNumbering {
            out.raw("/A<</O/List/ListNumbering/")
            out.raw(listNumbering.rawValue.utf8)
            out.raw(">>")
        } else if let boundingBox {
            out.raw("/A<</O/Layout/BBox")
            out.box(boundingBox)
            out.raw(">>")
        }
    }
}
