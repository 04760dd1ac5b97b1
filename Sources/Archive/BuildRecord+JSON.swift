package import Diagnostics
import SettingsKit

extension BuildRecord {
    /// The record as `build.json`: two spaces a level, keys in a fixed order, a line feed at the end.
    package var json: [UInt8] {
        let text = JSONText.object(
            [
                ("tool", .string(tool)),
                ("version", .string(version)),
                ("settings", .object(settings.map { ($0.name, .string($0.value)) })),
                ("products", .array(products.map(JSONText.string))),
                ("inputs", .array(inputs.map { .object(Self.members(of: $0)) })),
                ("readings", .array(readings.map(Self.object(of:)))),
                ("answers", .array(answers.map(Self.object(of:)))),
                ("corrections", .array(corrections.map(Self.object(of:)))),
            ]
                + (disclosure.map { [("disclosure", $0.json)] } ?? [])
                + [
                    (
                        "outputs",
                        .array(
                            outputs.map {
                                .object(
                                    [("product", .string($0.product))] + Self.members(of: $0.file)
                                        + Self.members(of: $0.signingZones)
                                )
                            }
                        )
                    )
                ]
        )
        return Array((text.written(indent: 2) + "\n").utf8)
    }

    private static func object(of amendment: Amendment) -> JSONText {
        .object([
            ("file", .string(amendment.file)),
            ("cell", .string(amendment.cell)),
            ("old", .string(amendment.old)),
            ("new", .optional(amendment.new)),
            ("confirmed", .optional(amendment.confirmed)),
            ("reason", .string(amendment.reason)),
            ("who", .string(amendment.who)),
            ("date", .optional(amendment.date)),
        ])
    }

    private static func amendment(_ map: inout MappingReader) -> Amendment {
        Amendment(
            file: map.text("file"),
            cell: map.text("cell", allowsEmpty: true),
            old: map.text("old", allowsEmpty: true),
            new: map.optionalText("new", allowsEmpty: true),
            confirmed: map.optionalText("confirmed"),
            reason: map.text("reason", allowsEmpty: true),
            who: map.text("who", allowsEmpty: true),
            date: map.optionalText("date")
        )
    }

    private static func members(of zones: [SigningZone]) -> [(key: String, value: JSONText)] {
        guard !zones.isEmpty else { return [] }
        return [
            (
                "signing_zones",
                .array(
                    zones.map { zone in
                        .object([
                            ("kind", .string(zone.kind)),
                            ("page", .integer(zone.page)),
                            ("left", .integer(zone.left)),
                            ("bottom", .integer(zone.bottom)),
                            ("right", .integer(zone.right)),
                            ("top", .integer(zone.top)),
                        ])
                    }
                )
            )
        ]
    }

    private static func zone(_ map: inout MappingReader) -> SigningZone {
        SigningZone(
            kind: map.text("kind"),
            page: map.integer("page"),
            left: map.integer("left"),
            bottom: map.integer("bottom"),
            right: map.integer("right"),
            top: map.integer("top")
        )
    }

    private static func members(of file: FileDigest) -> [(key: String, value: JSONText)] {
        [("path", .string(file.path)), ("sha256", .string(file.sha256))]
    }

    /// Reads what `json` wrote; `nil` when the log got an error, as for a record of another kind.
    package static func read(_ source: SourceText, log: inout DiagnosticLog) -> BuildRecord? {
        readSettingsFile(source, log: &log) { map in
            let tool = map.text("tool")
            let version = map.text("version")
            var settings: [Setting] = []
            _ = map.mapping("settings") { map -> Bool? in
                for name in map.keys {
                    settings.append(Setting(name: name, value: map.text(name, allowsEmpty: true)))
                }
                return true
            }
            let products = map.texts("products")
            let inputs = map.mappings("inputs") { map in file(&map) }
            let readings = map.mappings("readings") { map in reading(&map) }
            let answers = map.mappings("answers") { map in amendment(&map) }
            let corrections = map.mappings("corrections") { map in amendment(&map) }
            let disclosure = map.optionalMapping("disclosure") { Disclosure.read(&$0) }
            let outputs = map.mappings("outputs") { map in
                let product = map.text("product")
                let digest = file(&map)
                return Output(
                    product: product,
                    file: digest,
                    signingZones: map.optionalMappings("signing_zones") { map in zone(&map) }
                )
            }
            let record = BuildRecord(
                tool: tool,
                version: version,
                settings: settings,
                inputs: inputs,
                readings: readings,
                answers: answers,
                corrections: corrections,
                disclosure: disclosure,
                outputs: outputs
            )
            if record.products != products {
                map.report(differentProducts(at: map.place(of: "products")))
            }
            return record
        }
    }

    private static func file(_ map: inout MappingReader) -> FileDigest {
        let path = map.text("path")
        let sha256 = map.value("sha256", expecting: digest) { isDigest($0) ? $0 : nil }
        return FileDigest(path: path, sha256: sha256 ?? "")
    }

    private static let digest = Bilingual(
        vi: "mã SHA-256 gồm 64 chữ số thập lục phân",
        en: "a SHA-256 of 64 hexadecimal digits"
    )

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func differentProducts(at place: Place) -> Diagnostic {
        Diagnostic(
            "archive.record.different-products",
            at: place,
            message: Bilingual(
                vi: "Danh sách “products” khác với các sản phẩm có tệp trong “outputs”.",
                en: "The list `products` differs from the products that have files in `outputs`."
            ),
            hint: Bilingual(
                vi: "Tệp này do chương trình ghi, không sửa bằng tay; hãy tạo lại báo cáo.",
                en: "This file is written by the program, not by hand; build the report again."
            )
        )
    }
}
