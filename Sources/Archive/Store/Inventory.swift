/// What an OCFL object says of its versions and their files (`inventory.json`).
package struct Inventory: Sendable, Equatable {
    package var id: String
    /// Of the specification, `1.0` or `1.1`.
    package var specification: String
    package var algorithm: DigestAlgorithm
    /// The folder of content in each version's folder; `nil` where it is not said, as is usual.
    package var contentDirectory: String?
    /// Digests with the content files that have them, below the object's folder.
    package var manifest: [DigestPaths]
    /// Oldest first.
    package var versions: [Version]
    /// Digests of other kinds.
    package var fixity: [Fixity] = []

    /// A digest and the files that have it.
    package struct DigestPaths: Sendable, Equatable {
        package var digest: String
        package var paths: [String]

        package init(digest: String, paths: [String]) {
            self.digest = digest
            self.paths = paths
        }
    }

    /// A version of the object.
    package struct Version: Sendable, Equatable {
        /// Its folder, such as `v2`.
        package var name: String
        package var created: String
        package var message: String?
        package var userName: String?
        package var userAddress: String?
        /// Digests with the logical paths that have them.
        package var state: [DigestPaths]

        package init(
            name: String,
            created: String,
            message: String?,
            userName: String?,
            userAddress: String?,
            state: [DigestPaths]
        ) {
            self.name = name
            self.created = created
            self.message = message
            self.userName = userName
            self.userAddress = userAddress
            self.state = state
        }
    }

    /// Digests of one kind beside the manifest's.
    package struct Fixity: Sendable, Equatable {
        package var algorithm: String
        package var digests: [DigestPaths]
    }

    package init(
        id: String,
        specification: String = "1.1",
        algorithm: DigestAlgorithm = .sha512,
        manifest: [DigestPaths] = [],
        versions: [Version] = []
    ) {
        self.id = id
        self.specification = specification
        self.algorithm = algorithm
        self.manifest = manifest
        self.versions = versions
    }

    /// The name of the last version.
    package var head: String { versions.last?.name ?? "" }

    /// Where content lies in a version's folder.
    package var contentFolder: String { contentDirectory ?? "content" }

    /// The first content file of each digest, digests in small letters.
    package var contentByDigest: [String: String] {
        Dictionary(
            manifest.compactMap { entry in
                entry.paths.first.map { (entry.digest.lowercased(), $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The digest of each content file, in small letters.
    package var digestByContent: [String: String] {
        var digests: [String: String] = [:]
        for entry in manifest {
            for path in entry.paths { digests[path] = entry.digest.lowercased() }
        }
        return digests
    }
}

/// The order of paths wherever they are listed: by their bytes.
package func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
