import CClp

/// Variables between bounds under equations whose right sides are zero; solved by Clp again and again with
/// other costs and bounds, each time from the solution before.
package final class LinearProgram {
    /// What a search for the least cost found.
    package enum Result: Sendable, Hashable {
        /// Each variable of a solution of least cost.
        case optimal([Double])
        /// No values keep all equations and bounds.
        case infeasible
        /// The cost has no least value.
        case unbounded
        /// The solver gave up.
        case stopped
    }

    private let program: OpaquePointer
    /// How many variables there are.
    package let count: Int

    /// Whether the solver is installed.
    package static var isThere: Bool { clp_is_there() }

    /// `equations` names for each variable the equations in which it stands, with its factor there.
    ///
    /// `nil` without the solver. A bound may be infinite.
    package init?(
        equations: [[(equation: Int, factor: Double)]],
        equationCount: Int,
        lower: [Double],
        upper: [Double]
    ) {
        guard clp_is_there() else { return nil }
        var starts: [Int32] = [0]
        var rows: [Int32] = []
        var elements: [Double] = []
        for terms in equations {
            for term in terms {
                rows.append(Int32(term.equation))
                elements.append(term.factor)
            }
            starts.append(Int32(rows.count))
        }
        guard
            let program = clp_make(
                Int32(equations.count),
                Int32(equationCount),
                starts,
                rows,
                elements,
                lower.map(Self.finite),
                upper.map(Self.finite)
            )
        else { return nil }
        self.program = program
        count = equations.count
    }

    deinit { clp_free(program) }

    /// Other bounds of all variables.
    package func bound(lower: [Double], upper: [Double]) {
        clp_bound(program, lower.map(Self.finite), upper.map(Self.finite))
    }

    /// The solution in which the sum of `costs` by variables is least.
    package func minimise(_ costs: [Double]) -> Result {
        switch clp_minimise(program, costs) {
        case clp_optimal:
            .optimal(Array(UnsafeBufferPointer(start: clp_solution(program), count: count)))
        case clp_infeasible: .infeasible
        case clp_unbounded: .unbounded
        default: .stopped
        }
    }

    /// The solver knows no infinity but the largest numbers.
    private static func finite(_ bound: Double) -> Double {
        Swift.min(Swift.max(bound, -Double.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }
}
