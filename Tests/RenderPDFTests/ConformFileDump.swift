import Foundation
import TestSupport
import Testing

/// The objects of a PDF file as qpdf reads them.
struct FileDump {
    private let objects: [String: Any]
    let trailer: [String: Any]

    init(_ bytes: [UInt8]) throws {
        let dump = try withScratchFolder { folder in
            let file = folder.appendingPathComponent("file.pdf")
            try Data(bytes).write(to: file)
            return try run("qpdf", ["--json=2", "--json-key=qpdf", file.path])
        }
        let json = try JSONSerialization.jsonObject(with: dump.output) as? [String: Any]
        let parts = try #require(json?["qpdf"] as? [[String: Any]])
        objects = try #require(parts.last)
        trailer =
            try #require(objects["trailer"] as? [String: Any])["value"] as? [String: Any] ?? [:]
    }

    /// What stands at a path of keys (`/Root`) and indices (`0`), references followed.
    func at(_ path: String...) -> Any? {
        var value: Any? = trailer
        for step in path { value = self.step(step, from: value) }
        return value
    }

    func step(_ step: String, from value: Any?) -> Any? {
        let resolved = resolve(value)
        if let index = Int(step) {
            guard let array = resolved as? [Any], array.indices.contains(index) else { return nil }
            return resolve(array[index])
        }
        return resolve((resolved as? [String: Any])?[step])
    }

    /// The value, or the dictionary of the stream, that a reference leads to.
    func resolve(_ value: Any?) -> Any? {
        guard let text = value as? String, text.hasSuffix(" R"),
            let object = objects["obj:" + text] as? [String: Any]
        else { return value }
        return object["value"] ?? (object["stream"] as? [String: Any])?["dict"]
    }

    /// All dictionaries with this `/Type`, or other key.
    func all(_ key: String, _ name: String) -> [[String: Any]] {
        objects.keys.sorted {
            $0.utf8.count == $1.utf8.count ? $0 < $1 : $0.utf8.count < $1.utf8.count
        }
        .compactMap { number in
            let object = objects[number] as? [String: Any]
            let value = object?["value"] ?? (object?["stream"] as? [String: Any])?["dict"]
            guard let entries = value as? [String: Any], entries[key] as? String == name else {
                return nil
            }
            return entries
        }
    }
}
