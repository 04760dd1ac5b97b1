import Compose
import Diagnostics
import Foundation
import StatisticsModel
import TestSupport
import Testing

@Suite struct DefinitionTests {
    private func text() throws -> String {
        try String(
            contentsOf: projectRoot.appendingPathComponent("Templates/definitions.yaml"),
            encoding: .utf8
        )
    }

    private func faults(of text: String) -> [String] {
        var log = DiagnosticLog()
        let source = SourceText(path: "definitions.yaml", bytes: Array(text.utf8))
        let definitions = readDefinitions(from: source, log: &log)
        #expect((definitions == nil) == log.hasErrors)
        return log.sorted.map(\.code)
    }

    @Test func `the templates define every measure and operand`() throws {
        #expect(faults(of: try text()).isEmpty)
    }

    @Test(arguments: FigureMeasure.allCases)
    func `a measure without its definition is a fault`(measure: FigureMeasure) throws {
        let without = try text().replacingOccurrences(
            of: "\n  \(measure.rawValue):\n    definition:",
            with: "\n  other-\(measure.rawValue):\n    definition:"
        )
        #expect(faults(of: without).contains("settings.key.missing"))
    }
}
