package import Diagnostics

/// What was found of one clause.
package struct Finding: Sendable {
    /// How the page stands to the clause.
    package enum Verdict: String, Sendable {
        case pass
        /// Right in substance, or not decided by the page: a person should look.
        case remark
        case fail
        case notMeasured = "not-measured"
    }

    /// What the page shows.
    package enum Measured: Sendable {
        /// In the clause's unit.
        case value(Double)
        case words(Bilingual)
        case nothing
    }

    package var clause: Clause
    package var measured: Measured
    package var page: Int?
    package var verdict: Verdict

    init(_ clause: Clause, _ measured: Measured, page: Int? = nil, _ verdict: Verdict) {
        self.clause = clause
        self.measured = measured
        self.page = page
        self.verdict = verdict
    }

    /// A finding told in words.
    init(_ clause: Clause, vi: String, en: String, page: Int? = nil, _ verdict: Verdict) {
        self.init(clause, .words(Bilingual(vi: vi, en: en)), page: page, verdict)
    }

    /// What is required and was not found on the page.
    static func absent(_ clause: Clause, page: Int? = 1, _ verdict: Verdict = .fail) -> Finding {
        Finding(clause, vi: "không có", en: "absent", page: page, verdict)
    }

    /// What the page does not tell.
    static func unmeasured(_ clause: Clause, page: Int? = nil) -> Finding {
        Finding(clause, .nothing, page: page, .notMeasured)
    }
}
