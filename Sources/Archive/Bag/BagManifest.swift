package import Diagnostics

/// A manifest of a bag: the SHA-512 of each file by its path.
package struct BagManifest: Sendable, Hashable {
    /// What the manifest lists: the content of the bag, or what describes it.
    package enum Kind: String, Sendable {
        case payload = "manifest-sha512.txt"
        case tags = "tagmanifest-sha512.txt"
    }

    package var kind: Kind
    /// 128 hexadecimal digits in small letters, by path.
    package var digests: [BagPath: String]

    package init(_ kind: Kind, digests: [BagPath: String] = [:]) {
        self.kind = kind
        self.digests = digests
    }

    /// One line a file: digest, two spaces, path; by path.
    package var text: String {
        digests.sorted { $0.key < $1.key }
            .map { "\($0.value)  \($0.key.escaped)\n" }.joined()
    }
}

extension BagManifest {
    /// Reads a manifest of any maker; `nil` when one line is not to be trusted, each of which is logged.
    package static func read(
        _ kind: Kind,
        _ source: SourceText,
        log: inout DiagnosticLog
    ) -> BagManifest? {
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            log.append(BagFault.notUTF8.diagnostic(at: Place(file: source.path)))
            return nil
        }
        var manifest = BagManifest(kind)
        var isSound = true
        for (index, line) in lines(of: text).enumerated() {
            let place = Place(file: source.path, line: index + 1)
            switch entry(line, of: kind) {
            case .success(let entry) where manifest.digests[entry.path] != nil:
                log.append(BagFault.duplicate(entry.path.text).diagnostic(at: place))
                isSound = false
            case .success(let entry): manifest.digests[entry.path] = entry.digest
            case .failure(let fault):
                log.append(fault.diagnostic(at: place))
                isSound = false
            }
        }
        return isSound ? manifest : nil
    }

    /// Lines may end in LF, CR or both; the last one need not end.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar == "\n", previous == "\r" { continue }
            if scalar == "\n" || scalar == "\r" {
                lines.append(String(line))
                line.removeAll()
            } else {
                line.append(scalar)
            }
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }

    private static func entry(
        _ line: String,
        of kind: Kind
    ) -> Result<(path: BagPath, digest: String), BagFault> {
        let scalars = line.unicodeScalars
        let digest = scalars.prefix { $0 != " " && $0 != "\t" }
        let rest = scalars.dropFirst(digest.count)
        let name = rest.drop { $0 == " " || $0 == "\t" }
        guard digest.count == 128, digest.allSatisfy(isHexadecimal), name.count < rest.count else {
            return .failure(.badLine(line))
        }
        guard let path = BagPath(escaped: String(name)) else {
            return .failure(.hostilePath(String(name)))
        }
        guard path.isPayload == (kind == .payload) else {
            return .failure(.misplaced(path.text, kind))
        }
        return .success((path, String(digest).lowercased()))
    }

    private static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."f", "A"..."F": true
        default: false
        }
    }
}
