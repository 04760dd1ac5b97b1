import Foundation
import Testing

/// Every file below a folder of products, those of `data/` as one: they must be `tidy.csv` and what stands
/// beside it by its own account, no file more or less.
func productNames(in folder: URL) throws -> [String] {
    let names = try contents(of: folder).keys
    let data = Set(names.filter { $0.hasPrefix("data/") })
    guard !data.isEmpty else { return names.sorted() }
    #expect(data == (try dataNames(in: folder)))
    return (names.filter { !data.contains($0) } + ["data"]).sorted()
}

/// The files of `data/` by the account of `csv-metadata.json`, and those without columns.
func dataNames(in folder: URL) throws -> Set<String> {
    struct Metadata: Decodable {
        struct Table: Decodable { var url: String }
        var tables: [Table]
    }
    let file = folder.appendingPathComponent("data/csv-metadata.json")
    let metadata = try JSONDecoder().decode(Metadata.self, from: Data(contentsOf: file))
    let tables = metadata.tables.map { "data/\($0.url)" }
    #expect(tables.contains("data/tidy.csv"))
    #expect(Set(tables).count == tables.count)
    return Set(tables + ["data/csv-metadata.json", "data/so-lieu.xlsx"])
}
