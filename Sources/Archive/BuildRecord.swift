/// What a build read, under which settings and by which program, and what stands in the output folder.
///
/// It names no time and no machine: two builds of the same inputs give the same bytes.
package struct BuildRecord: Sendable, Hashable {
    /// Name of the program.
    package var tool: String
    package var version: String
    /// What was chosen beside the input files, such as `draft`, by name.
    package var settings: [Setting]
    /// Every file that was read, templates and faces included, by path.
    package var inputs: [FileDigest]
    /// How each submission was read, in the order of submissions.
    package var readings: [Reading]
    /// What units answered to their return notes, in the order of files and cells.
    package var answers: [Amendment]
    /// What the office corrected itself.
    package var corrections: [Amendment]
    /// What was suppressed and what an attack on the rest found; `nil` of editions that are complete.
    package var disclosure: Disclosure?
    /// Every file of every product, by product and path.
    package var outputs: [Output]

    /// Files and settings in any order: they are kept sorted.
    package init(
        tool: String,
        version: String,
        settings: [Setting],
        inputs: [FileDigest],
        readings: [Reading] = [],
        answers: [Amendment] = [],
        corrections: [Amendment] = [],
        disclosure: Disclosure? = nil,
        outputs: [Output]
    ) {
        self.tool = tool
        self.version = version
        self.settings = settings.sorted { $0.name < $1.name }
        self.inputs = inputs.sorted { $0.path < $1.path }
        self.readings = readings
        self.answers = answers
        self.corrections = corrections
        self.disclosure = disclosure
        self.outputs = outputs.sorted {
            ($0.product, $0.file.path) < ($1.product, $1.file.path)
        }
    }

    /// The products that stand in the output folder, each once, by name.
    package var products: [String] { Set(outputs.map(\.product)).sorted() }

    /// The files of one product.
    package func files(of product: String) -> [FileDigest] {
        outputs.filter { $0.product == product }.map(\.file)
    }

    /// Whether the other build would give the same files: same program, settings and inputs.
    package func hasSameBasis(as other: BuildRecord) -> Bool {
        (tool, version) == (other.tool, other.version)
            && settings == other.settings && inputs == other.inputs
    }
}

extension BuildRecord {
    /// A choice by name.
    package struct Setting: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A cell of an input for which someone answers beside the file.
    package struct Amendment: Sendable, Hashable {
        /// The submission.
        package var file: String
        /// As a spreadsheet names it; empty for the file as a whole.
        package var cell: String
        /// What stands in the file.
        package var old: String
        /// What was read in its place; `nil` when the old text was confirmed.
        package var new: String?
        /// The check whose doubt was confirmed to be none.
        package var confirmed: String?
        package var reason: String
        package var who: String
        /// ISO 8601; `nil` when it was not given.
        package var date: String?

        package init(
            file: String,
            cell: String,
            old: String,
            new: String?,
            confirmed: String?,
            reason: String,
            who: String,
            date: String?
        ) {
            self.file = file
            self.cell = cell
            self.old = old
            self.new = new
            self.confirmed = confirmed
            self.reason = reason
            self.who = who
            self.date = date
        }
    }

    /// A file of a product.
    package struct Output: Sendable, Hashable {
        /// The word on the command line, such as `report`.
        package var product: String
        package var file: FileDigest
        /// Where a PDF is to be signed.
        package var signingZones: [SigningZone]

        package init(product: String, file: FileDigest, signingZones: [SigningZone] = []) {
            self.product = product
            self.file = file
            self.signingZones = signingZones
        }
    }
}

extension BuildRecord {
    /// A place on a page of a PDF that is kept free for a digital signature.
    package struct SigningZone: Sendable, Hashable {
        /// `signature`, `seal` or `attachment`.
        package var kind: String
        /// From 1.
        package var page: Int
        /// Whole points from the lower left corner of the page.
        package var left: Int
        package var bottom: Int
        package var right: Int
        package var top: Int

        package init(kind: String, page: Int, left: Int, bottom: Int, right: Int, top: Int) {
            self.kind = kind
            self.page = page
            self.left = left
            self.bottom = bottom
            self.right = right
            self.top = top
        }
    }
}

/// A file by its path and the SHA-256 of its bytes.
package struct FileDigest: Sendable, Hashable {
    /// Relative to the folder that people know: the period's for inputs, the output's for outputs.
    package var path: String
    /// 64 lower-case hexadecimal digits.
    package var sha256: String

    package init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }

    /// The digest of `bytes`, known as `path`.
    package init(path: String, bytes: [UInt8]) throws(DigestFailure) {
        self.init(path: path, sha256: try Archive.sha256(of: bytes))
    }
}
