/// A mean as it is, and as it would be if units that sent nothing had reported as in the period before.
package struct EstimatedMean: Sendable {
    /// Of what was read.
    package var now: Figure
    /// Labelled as an estimate wherever it is printed.
    package var estimated: Figure

    package init(now: Figure, estimated: Figure) {
        self.now = now
        self.estimated = estimated
    }
}
