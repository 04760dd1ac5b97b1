import CByteMarks
import Testing

/// Each loop over bytes is compiled for processors of several widths; a machine runs only one of them by itself.
@Suite struct ByteLoopWidthTests {
    private static let pieces: [[UInt8]] = [
        Array("HTX Nông nghiệp Bình Thành".utf8), Array("tổ hợp tác".utf8), Array("1642.1".utf8),
        Array("-12,5".utf8), Array("hoat_dong".utf8), Array("1.60123E+09".utf8), Array("Đ".utf8),
        Array("HTX-2020-VT-00000001".utf8), [0xE1, 0xBA], [0xC3], [0x80], [0x00], [0x7F], [0x0D],
        [0x0D, 0x0A], [0x0A], [0x22], [0x2C], [0x2C], [0x2C], [0x20], [0x3B], [0x60],
        Array("ừ".utf8), Array(repeating: 0x2C, count: 40), Array(repeating: 0x61, count: 70),
    ]
    private static let margin = 64

    /// Bytes of a table, with room before and behind them.
    private static func table(_ random: inout Seeded) -> [UInt8] {
        var bytes = [UInt8](repeating: 0x2C, count: margin)
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            bytes += pieces.randomElement(using: &random) ?? []
        }
        return bytes + [UInt8](repeating: 0x2C, count: margin + 1)
    }

    private typealias Scan = (
        UnsafePointer<UInt8>, Int64, UInt8, UInt8, UnsafeMutablePointer<block_marks>
    ) -> Void

    private static func marks(_ bytes: [UInt8], _ scan: Scan) -> [[Int32]] {
        let count = bytes.count - 2 * margin
        var (ends, lines, oddities) = (list(count), list(count), list(count))
        var marks = block_marks()
        ends.withUnsafeMutableBufferPointer { ends in
            lines.withUnsafeMutableBufferPointer { lines in
                oddities.withUnsafeMutableBufferPointer { oddities in
                    marks.ends = ends.baseAddress
                    marks.lines = lines.baseAddress
                    marks.oddities = oddities.baseAddress
                    bytes.withUnsafeBufferPointer { bytes in
                        guard let start = bytes.baseAddress else { return }
                        scan(start + margin, Int64(count), 0x2C, 0x22, &marks)
                    }
                }
            }
        }
        return [
            Array(ends[..<Int(marks.end_count)]), Array(lines[..<Int(marks.line_count)]),
            Array(oddities[..<Int(marks.oddity_count)]),
        ]
    }

    private static func list(_ count: Int) -> [Int32] { Array(repeating: 0, count: count + 16) }

    /// What the loops over cells make of all cells of a table, as one column.
    private struct Cells: Equatable {
        var sums: [[UInt32]] = []
        var hashes: [UInt64] = []
        var numbers: [Int64] = []
        var hasProof = false
        var hasLongRun = false
        var codes: [Int32] = []
        var isOutside = false
    }

    private struct Loops {
        var sums: (UnsafePointer<cell_column>, UnsafeMutablePointer<name_sums>) -> Void
        var hashes: (UnsafePointer<cell_column>, UnsafeMutablePointer<UInt64>) -> Void
        var numbers:
            (
                UnsafePointer<cell_column>, UnsafeMutablePointer<number_marks>,
                UnsafeMutablePointer<Int64>
            ) -> Void
        var codes:
            (UnsafePointer<cell_column>, UnsafePointer<code_table>, UnsafeMutablePointer<Int32>)
                -> Void
        var outside:
            (
                UnsafePointer<Int64>, UnsafePointer<Int64>, Int64, Int64, Int64, Bool,
                UnsafeMutablePointer<Bool>
            ) -> Void
    }

    private static func cells(_ bytes: [UInt8], _ ends: [Int32], _ loops: Loops) -> Cells {
        let rows = ends.count
        let ends = [-1] + ends
        let first = (0..<rows + 3).map { Int32(min($0, rows - 1) + 1) }
        var sums = [name_sums](repeating: name_sums(), count: rows)
        var cells = Cells()
        cells.hashes = Array(repeating: 0, count: rows)
        cells.numbers = Array(repeating: 0, count: rows + 3)
        cells.codes = Array(repeating: 0, count: rows)
        var marks = number_marks(
            mark: 0x2E,
            has_marks: true,
            has_proof: false,
            has_long_run: false
        )
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            ends.withUnsafeBufferPointer { ends in
                first.withUnsafeBufferPointer { first in
                    var column = cell_column(
                        bytes: start + margin,
                        ends: ends.baseAddress,
                        first: first.baseAddress,
                        row_count: Int64(rows),
                        position: 0,
                        is_last: true
                    )
                    loops.sums(&column, &sums)
                    loops.hashes(&column, &cells.hashes)
                    loops.numbers(&column, &marks, &cells.numbers)
                    var entries = [code_entry](repeating: code_entry(), count: 64)
                    entries.withUnsafeMutableBufferPointer { entries in
                        var table = code_table(
                            entries: entries.baseAddress,
                            multiplier: 0x9E37_79B9_7F4A_7C15,
                            shift: 58
                        )
                        for (value, piece) in pieces.enumerated() where piece.count <= 16 {
                            let room = [UInt8](repeating: 0, count: 16)
                            var entry = (room + piece + room).withUnsafeBufferPointer {
                                code_spelling_of($0.baseAddress.map { $0 + 16 }, Int64(piece.count))
                            }
                            entry.value = Int32(value)
                            entries[Int(code_place_of(&table, entry))] = entry
                        }
                        loops.codes(&column, &table, &cells.codes)
                    }
                }
            }
        }
        loops.outside(
            cells.numbers,
            cells.numbers,
            Int64(rows),
            0,
            1_000_000,
            true,
            &cells.isOutside
        )
        cells.sums = sums.map { [$0.letters, UInt32(bitPattern: $0.digit_count)] }
        (cells.hasProof, cells.hasLongRun) = (marks.has_proof, marks.has_long_run)
        return cells
    }

    private static var narrow: Loops {
        Loops(
            sums: column_name_sums_narrow,
            hashes: column_identifier_hashes_narrow,
            numbers: column_numbers_narrow,
            codes: column_codes_narrow,
            outside: numbers_outside_narrow
        )
    }
    private static var wide: Loops {
        Loops(
            sums: column_name_sums_wide,
            hashes: column_identifier_hashes_wide,
            numbers: column_numbers_wide,
            codes: column_codes_wide,
            outside: numbers_outside_wide
        )
    }
    private static var chosen: Loops {
        Loops(
            sums: column_name_sums,
            hashes: column_identifier_hashes,
            numbers: column_numbers,
            codes: column_codes,
            outside: numbers_outside
        )
    }

    @Test func everyWidthFindsTheSameMarksAndCells() {
        var random = Seeded(state: 20_261_124)
        for _ in 0..<2_000 {
            let bytes = Self.table(&random)
            let marks = Self.marks(bytes, marks_scan_narrow)
            #expect(marks == Self.marks(bytes, marks_scan))
            // By the plainest loop there is.
            let text = bytes[Self.margin..<bytes.count - Self.margin]
            let ends = text.indices.filter { bytes[$0] == 0x2C || bytes[$0] == 0x0A }
            #expect(marks[0] == ends.map { Int32($0 - Self.margin) })
            #expect(marks[1].count == text.count { $0 == 0x0A })
            let cells = Self.cells(bytes, marks[0], Self.narrow)
            #expect(cells == Self.cells(bytes, marks[0], Self.chosen))
            guard bytes_width() >= 32 else { continue }
            #expect(marks == Self.marks(bytes, marks_scan_wide))
            #expect(cells == Self.cells(bytes, marks[0], Self.wide))
        }
    }
}
