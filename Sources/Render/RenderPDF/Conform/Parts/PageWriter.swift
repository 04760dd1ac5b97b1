/// Writes the pages: what cairo drew, in page objects of our own.
struct PageWriter {
    /// Number of the tree's root.
    let root: Int
    /// Object number of each page.
    let numbers: [Int]
    /// How many marks each page has.
    let marks: [Int]
    private let pages: [DrawnPage]
    private let contents: [Int]
    /// A reference or a value.
    private let resources: [[UInt8]]

    /// Pages under one node of the tree.
    private static let nodeLength = 1_000

    /// Copies what was drawn; the page objects follow once their annotations are known.
    init(
        _ drawing: TaggedDrawing,
        reader: ObjectReader,
        to file: inout FileWriter
    ) throws(ConformFailure) {
        let drawn = try reader.pages()
        guard drawn.count == drawing.pages.count, !drawn.isEmpty else {
            throw .pageCount(told: drawing.pages.count, drawn: drawn.count)
        }
        root = file.reserve()
        pages = drawing.pages
        numbers = drawn.map { _ in file.reserve() }
        var copier = ObjectCopier(
            reader,
            profile: file.profile,
            pictures: PictureColourWriter(drawing.pictureColours)
        )
        var contents: [Int] = []
        var resources: [[UInt8]] = []
        var marks: [Int] = []
        for (index, page) in drawn.enumerated() {
            let content: PageContents.Ready
            if let ready = drawing.contents.ready[page.contents] {
                content = ready
            } else {
                content = try Self.read(page.contents, of: index, reader, drawing.artifacts)
            }
            contents.append(try file.addStream(packed: content.packed))
            marks.append(content.marks)
            resources.append(try copier.copy(page.resources, to: &file))
        }
        self.contents = contents
        self.resources = resources
        self.marks = marks
    }

    private static func read(
        _ number: Int,
        of page: Int,
        _ reader: ObjectReader,
        _ artifacts: [ContentMark: ArtifactKind]
    ) throws(ConformFailure) -> PageContents.Ready {
        let bytes = try unpacked(number, reader)
        let content = try PageContent(cairo: bytes[...], page: page, artifacts: artifacts)
        return PageContents.Ready(
            packed: try Zlib.pack(content.bytes),
            marks: content.marks
        )
    }

    private static func unpacked(
        _ number: Int,
        _ reader: ObjectReader
    ) throws(ConformFailure) -> [UInt8] {
        let object = try reader.object(number)
        guard let stream = object.stream, let entries = object.value.dictionary else {
            throw .unexpected(object: number, expected: "a stream of page content")
        }
        switch entries["Filter"] {
        case nil: return Array(stream)
        case .name("FlateDecode")? where entries["DecodeParms"] == nil:
            return try Zlib.unpack(stream)
        default: throw .unexpected(object: number, expected: "no filter but /FlateDecode")
        }
    }

    /// `annotations` are those of each page.
    func write(annotations: [[Int]], to file: inout FileWriter) throws(ConformFailure) {
        guard numbers.count > Self.nodeLength else {
            for index in numbers.indices {
                try write(index, parent: root, annotations: annotations[index], to: &file)
            }
            return try writeNode(root, parent: nil, kids: numbers, count: numbers.count, to: &file)
        }
        var nodes: [Int] = []
        for start in stride(from: 0, to: numbers.count, by: Self.nodeLength) {
            let part = start..<min(start + Self.nodeLength, numbers.count)
            let node = file.reserve()
            nodes.append(node)
            for index in part {
                try write(index, parent: node, annotations: annotations[index], to: &file)
            }
            let kids = Array(numbers[part])
            try writeNode(node, parent: root, kids: kids, count: part.count, to: &file)
        }
        try writeNode(root, parent: nil, kids: nodes, count: numbers.count, to: &file)
    }

    private func write(
        _ index: Int,
        parent: Int,
        annotations: [Int],
        to file: inout FileWriter
    ) throws(ConformFailure) {
        guard annotations.count <= file.profile.longestArray else {
            throw .tooLong("the links of page \(index + 1)")
        }
        let page = pages[index]
        try file.write(numbers[index]) { (out) in
            out.raw("<</Type/Page/Parent ")
            out.reference(parent)
            out.raw("/MediaBox")
            out.box(PageBox(left: 0, bottom: 0, right: page.width, top: page.height))
            out.raw("/Contents ")
            out.reference(contents[index])
            out.raw("/Resources ")
            out.raw(resources[index])
            // Readers go from link to link in the order of the structure.
            out.raw("/Tabs/S/StructParents ")
            out.integer(index)
            if !annotations.isEmpty {
                out.raw("/Annots[")
                for annotation in annotations {
                    out.reference(annotation)
                    out.raw(" ")
                }
                out.raw("]")
            }
            out.raw(">>")
        }
    }

    private func writeNode(
        _ number: Int,
        parent: Int?,
        kids: [Int],
        count: Int,
        to file: inout FileWriter
    ) throws(ConformFailure) {
        try file.write(number) { (out) in
            out.raw("<</Type/Pages")
            if let parent {
                out.raw("/Parent ")
                out.reference(parent)
            }
            out.raw("/Count ")
            out.integer(count)
            out.raw("/Kids[")
            for kid in kids {
                out.reference(kid)
                out.raw(" ")
            }
            out.raw("]>>")
        }
    }
}
