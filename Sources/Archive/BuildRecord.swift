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
    /// Every file of every product, by product and path.
    package var outputs: [Output]

    /// Lists in any order: they are kept sorted.
    package init(
        tool: String,
        version: String,
        settings: [Setting],
        inputs: [FileDigest],
        outputs: [Output]
    ) {
        self.tool = tool
        self.version = version
        self.settings = settings.sorted { $0.name < $1.name }
        self.inputs = inputs.sorted { $0.path < $1.path }
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

    /// A file of a product.
    package struct Output: Sendable, Hashable {
        /// The word on the command line, such as `report`.
        package var product: String
        package var file: FileDigest

        package init(product: String, file: FileDigest) {
            self.product = product
            self.file = file
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
