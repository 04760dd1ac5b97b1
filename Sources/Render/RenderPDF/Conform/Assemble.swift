/// Makes the archive file of a drawing: cairo's pages, fonts and images, under a catalog, a structure
/// and metadata of our own.
///
/// The result depends on the drawing alone: the same drawing gives the same bytes.
func assemble(
    _ drawing: TaggedDrawing,
    profile: Profile
) throws(ConformFailure) -> [UInt8] {
    var drawing = drawing
    return try assemble(taking: &drawing, profile: profile)
}

/// The same, which lets cairo's file go as soon as it is read.
func assemble(
    taking drawing: inout TaggedDrawing,
    profile: Profile
) throws(ConformFailure) -> [UInt8] {
    var file = FileWriter(profile: profile, capacity: drawing.expectedSize(in: profile))
    let catalog = file.reserve()
    let pages = try PageWriter(
        drawing,
        reader: try ObjectReader(drawing.file, without: drawing.contents),
        to: &file
    )
    // What was of use is in the new file by now.
    drawing.file = []
    drawing.contents = PageContents()
    let links = try LinkWriter(drawing.links, pages: pages.numbers, to: &file)
    try pages.write(annotations: links.byPage(), to: &file)
    try links.write(to: &file)
    let embeddedFiles = try EmbeddedFileWriter(drawing.embeddedFiles, to: &file)
    var tree = try StructureWriter(
        drawing,
        pages: pages.numbers,
        marks: pages.marks,
        annotations: links.annotations,
        dataFiles: embeddedFiles.byFile
    )
    let structure = try tree.write(drawing.structure, to: &file)
    let outline = try OutlineWriter(entries: drawing.outline, pages: pages.numbers)
        .write(to: &file)
    let labels = try PageLabels.write(drawing.pages, to: &file)
    let metadata = MetadataWriter(drawing.metadata)
    let xmp = try metadata.writeXMP(to: &file)
    let information = try metadata.writeInformation(to: &file)
    guard let colourProfile = ICCProfile.packed else { throw .compression(code: -4) }
    let colours = file.reserve()
    try file.writeStream(colours, colourProfile) { (out) in out.raw("/N 3/Filter/FlateDecode") }
    try file.write(catalog) { (out) throws(ConformFailure) in
        out.raw("<</Type/Catalog/Pages ")
        out.reference(pages.root)
        out.raw("/Lang ")
        try out.text(drawing.metadata.language)
        out.raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>")
        out.raw("/StructTreeRoot ")
        out.reference(structure)
        out.raw("/Metadata ")
        out.reference(xmp)
        out.raw("/PageLabels ")
        out.reference(labels)
        if let names = embeddedFiles.names {
            out.raw("/Names<</EmbeddedFiles ")
            out.reference(names)
            out.raw(">>/AF")
            out.references(embeddedFiles.all)
        }
        if let outline {
            out.raw("/Outlines ")
            out.reference(outline)
            out.raw("/PageMode/UseOutlines")
        }
        // The one condition of ISO 19005 is called PDFA1 in every part.
        out.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1")
        out.raw("/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)")
        out.raw("/RegistryName(http://www.color.org)/DestOutputProfile ")
        out.reference(colours)
        out.raw(">>]>>")
    }
    return try file.finish(root: catalog, info: information)
}
