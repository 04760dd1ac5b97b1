import CairoKit
import Charts
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing
import ThemeModel
import Vocabulary

@testable import RenderPDF

private let marks: [ChartSpec.Mark] = [
    .bar, .divergingBar, .stackedBar, .dumbbell, .dot, .slope, .line, .histogram, .distribution,
    .tileMap,
]

/// Units with a value in each of two years, drawn as `mark`.
private func spec(_ mark: ChartSpec.Mark, count: Int = 5) -> ChartSpec {
    let seriesCount = [.histogram, .distribution, .tileMap].contains(mark) ? 1 : 2
    var spec = ChartSpec(
        mark: mark,
        categories: (0..<count).map { "Đơn vị \($0)" },
        panels: [
            ChartSpec.Panel(
                series: (0..<seriesCount).map { series in
                    ChartSpec.Series(
                        name: "Năm \(2019 + series)",
                        points: (0..<count).map {
                            let value = 1100 + 37 * $0 + 11 * series
                            return ChartSpec.Point(
                                magnitude: Double(value),
                                label: NumberStyle().text(ExactDecimal(value))
                            )
                        }
                    )
                },
                values: (0..<count).map { (0...$0).map { Double(1000 + 90 * $0) } }
            )
        ],
        tickStyle: NumberStyle()
    )
    spec.tiles = (0..<count).map { ChartSpec.Tile(column: $0 + 1, row: 1) }
    return spec
}

private func document(of specs: [ChartSpec]) -> Document {
    var document = sampleReport
    document.body = specs.enumerated().map { number, spec in
        var figure = chart("bieu-do-\(number)", "Loại \(spec.mark)")
        figure.spec = spec
        return .chart(figure)
    }
    document.annexes = []
    return document
}

@Suite struct `A chart in the PDF` {
    @Test func `has every text of its scene, whatever its kind`() throws {
        var log = DiagnosticLog()
        let fonts = try FontSet(sampleTheme.faces)
        let bytes = try pdf(
            of: document(of: marks.map { spec($0) }),
            theme: sampleTheme,
            fonts: fonts,
            profile: .a1a,
            log: &log
        ).bytes
        #expect(log.entries.isEmpty)
        let folder = projectRoot.appendingPathComponent("Output/test-samples")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: folder.appendingPathComponent("charts.pdf"))
        let text = try poppler("pdftotext", ["-raw"], bytes).filter { !$0.isWhitespace }
        for mark in marks {
            let scene = Charts.scene(
                for: spec(mark),
                width: 467,
                theme: sampleTheme,
                measuring: fonts
            )
            var texts = 0
            for case .text(let run) in scene.elements {
                texts += 1
                #expect(text.contains(run.text.filter { !$0.isWhitespace }), "\(mark) \(run.text)")
            }
            #expect(texts >= 5)
        }
    }

    @Test func `goes on over pages instead of getting too small to read`() throws {
        let pages = try pages(of: document(of: [spec(.bar, count: 390)]))
        var scales: [Double] = []
        for piece in pages.pages.flatMap(\.pieces) {
            if case .scene(_, let scale) = piece.content { scales.append(scale) }
        }
        #expect(scales.count > 1)
        #expect(scales.allSatisfy { $0 > 0.85 }, "\(scales)")
    }

    @Test func `is named again on every page that it goes on to, for the eye alone`() throws {
        var long = document(of: [spec(.bar, count: 390)])
        long.words.continued = "(tiếp theo)"
        let bytes = try file(long).bytes
        let pages = try poppler("pdftotext", [], bytes).split(separator: "\u{C}")
        let named = pages.indices.filter { pages[$0].contains("Loại bar") }
        #expect(named.count > 2)
        #expect(named.last.map { $0 - named[0] + 1 } == named.count, "\(named)")
        #expect(named.dropFirst().allSatisfy { pages[$0].contains("(tiếp theo)") })
        // The first part stands on the page of the caption.
        #expect(pages[named[0]].contains("Đơn vị 1\n"))
        #expect(!pages[named[0]].contains("(tiếp theo)"))
        let read = try poppler("pdfinfo", ["-struct-text"], bytes)
        #expect(!read.contains("(tiếp theo)"))
        #expect(read.components(separatedBy: "Loại bar").count == 2)
    }
}
