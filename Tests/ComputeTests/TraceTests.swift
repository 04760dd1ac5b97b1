import Compute
import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Testing
import Vocabulary

/// Every figure computed again from the rows and operands that its trace names.
@Suite struct TraceTests {
    private struct Traced {
        let data: PeriodData
        let before: PeriodData?
        let statistics: Statistics
        let statisticsBefore: Statistics?
        let tracer: FigureTracer

        init(_ now: SmallPeriod, _ previous: SmallPeriod?) throws {
            var log = DiagnosticLog()
            data = try now.data
            before = try previous?.data
            statisticsBefore = before.map { Compute.statistics(of: $0, log: &log) }
            statistics = Compute.statistics(of: data, previous: before, log: &log)
            tracer = FigureTracer(
                current: data,
                previous: before,
                statistics: statistics,
                statisticsBefore: statisticsBefore
            )
        }

        func operand(_ trace: FigureTrace, _ role: TraceOperand.Role) throws -> Double? {
            let operand = try #require(
                trace.operands.first { $0.role == role },
                "\(trace.name) \(role)"
            )
            guard let name = operand.name else { return operand.value?.approximation }
            return try value(of: name)
        }

        /// The value of a figure from the rows of its trace and, where it has any, from the traces of its
        /// operands.
        func value(of name: FigureName) throws -> Double? {
            let trace = try #require(tracer.trace(name), "\(name)")
            let own = trace.rows.filter { $0.isPrevious == name.isPrevious }
            let table = try #require(name.isPrevious ? before : data).dataset.rows
            let schema = data.settings.schema
            let position = schema.measureColumns.firstIndex { $0.key == name.key.indicator }
            let ends = own.compactMap { row -> (low: Double, high: Double)? in
                guard let position, let low = table.measures[position][row.row].low,
                    let high = table.measures[position][row.row].high
                else { return nil }
                return (low.approximation, high.approximation)
            }
            let lows = ends.map(\.low).sorted()
            switch name.key.measure {
            case .count: return Double(own.count)
            case .sum: return lows.reduce(0, +)
            case .mean: return lows.isEmpty ? nil : lows.reduce(0, +) / Double(lows.count)
            case .median:
                guard !lows.isEmpty else { return nil }
                return (lows[(lows.count - 1) / 2] + lows[lows.count / 2]) / 2
            case .q1, .q3:
                guard !lows.isEmpty else { return nil }
                let place = Double(lows.count - 1) * (name.key.measure == .q1 ? 0.25 : 0.75)
                let below = lows[Int(place)]
                return below
                    + (place - place.rounded(.down))
                    * (lows[min(Int(place) + 1, lows.count - 1)] - below)
            case .ratio:
                guard let dividend = try operand(trace, .dividend),
                    let divisor = try operand(trace, .divisor), divisor > 0
                else { return nil }
                return dividend / divisor
            case .given: return nil
            case .min: return lows.first
            case .max: return ends.map(\.high).max()
            case .share:
                guard let part = try operand(trace, .part) else { return nil }
                let isClass = name.key.indicator.contains("=")
                guard let whole = isClass ? Double(own.count) : try operand(trace, .whole),
                    whole > 0
                else { return nil }
                return part * 100 / whole
            case .change:
                guard let now = try operand(trace, .now), let before = try operand(trace, .before)
                else { return nil }
                return now - before
            case .growth:
                guard let change = try operand(trace, .change),
                    let before = try operand(trace, .before), before > 0
                else { return nil }
                return change * 100 / before
            case .entered: return Double(own.count)
            case .left: return Double(trace.rows.count { $0.isPrevious })
            }
        }
    }

    @Test func `every figure is made again from the rows that its trace names`() throws {
        let traced = try Traced(ComparisonTests.now, ComparisonTests.before)
        var seen: Set<FigureMeasure> = []
        for figure in traced.statistics.figures {
            guard let value = figure.value else { continue }
            let again = try #require(try traced.value(of: FigureName(figure.key)), "\(figure.key)")
            #expect(abs(again - value.approximation) < 1e-9, "\(figure.key)")
            seen.insert(figure.key.measure)
        }
        #expect(seen == Set(FigureMeasure.allCases).subtracting([.given, .ratio]))
        for figure in try #require(traced.statisticsBefore).figures {
            guard let value = figure.value else { continue }
            let name = FigureName(figure.key, isPrevious: true)
            let again = try #require(try traced.value(of: name), "\(name)")
            #expect(abs(again - value.approximation) < 1e-9, "\(name)")
        }
    }

    @Test func `every figure has a trace, with as many rows as it has answers`() throws {
        let traced = try Traced(ComparisonTests.now, ComparisonTests.before)
        for figure in traced.statistics.figures {
            let trace = try #require(traced.tracer.trace(FigureName(figure.key)), "\(figure.key)")
            guard [.sum, .mean, .median, .min, .max].contains(figure.key.measure) else { continue }
            #expect(trace.rows.count == figure.answers, "\(figure.key)")
        }
    }

    @Test func `what is no figure has no trace`() throws {
        let traced = try Traced(ComparisonTests.now, nil)
        for text in ["members.count", "htx.count.U9", "htx.count.U1.X", "previous.htx.count"] {
            let name = try #require(FigureName(text))
            #expect(traced.tracer.trace(name) == nil, "\(text)")
        }
    }

    @Test func `a unit that sent nothing has no rows behind it`() throws {
        var now = ComparisonTests.now
        now.missing = ["U3"]
        now.rows.removeLast()
        let traced = try Traced(now, ComparisonTests.before)
        let name = try #require(FigureName("htx.count.U3"))
        let trace = try #require(traced.tracer.trace(name))
        #expect(trace.rows.isEmpty)
        #expect(trace.figure.value == nil)
    }

    @Test func `names of figures are read as they are written`() {
        for text in ["htx.count", "previous.doanh_thu.mean.883", "a=b.share.all.NN"] {
            #expect(FigureName(text)?.description == text)
        }
        #expect(FigureName("previous.") == nil)
        #expect(FigureName("htx") == nil)
    }
}
