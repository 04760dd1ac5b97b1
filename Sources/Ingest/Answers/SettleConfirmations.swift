package import DatasetModel
package import Diagnostics

/// Takes the warnings that units confirmed out of `log`, and the confirmations that settle none out of
/// the dataset, with a doubt about each.
///
/// Called last, when every check of the dataset has told its doubts.
package func settleConfirmations(in dataset: inout Dataset, log: inout DiagnosticLog) {
    var wanted: [DoubtKey: [Int]] = [:]
    for submission in dataset.submissions {
        for amendment in submission.amendments {
            if let key = DoubtKey(amendment) { wanted[key] = [] }
        }
    }
    guard !wanted.isEmpty else { return }
    let entries = log.entries
    for (index, entry) in entries.enumerated() {
        for key in DoubtKey.all(of: entry) where wanted[key] != nil { wanted[key]?.append(index) }
    }
    for index in dataset.submissions.indices {
        dataset.submissions[index].amendments.removeAll { amendment in
            guard case .confirmed(let code) = amendment.decision,
                let key = DoubtKey(amendment)
            else { return false }
            let doubts = (wanted[key] ?? []).map { entries[$0] }
            let fault = AmendmentFault(of: amendment)
            if let error = doubts.first(where: { $0.severity == .error }) {
                log.append(fault.notConfirmable(amendment, error))
                wanted[key] = nil
            } else if doubts.isEmpty {
                log.append(fault.noDoubt(amendment, code: code))
            } else {
                return false
            }
            return true
        }
    }
    log.removeAll { entry in DoubtKey.all(of: entry).contains { wanted[$0] != nil } }
}

/// What a confirmation and its warning have in common.
private struct DoubtKey: Hashable {
    var file: String
    var cell: String
    var code: String

    /// `nil` when the amendment confirms nothing.
    init?(_ amendment: Amendment) {
        guard case .confirmed(let code) = amendment.decision else { return nil }
        file = amendment.file
        cell = amendment.cell
        self.code = code
    }

    private init(_ place: Place, code: String) {
        file = place.file
        cell = place.cell ?? ""
        self.code = code
    }

    /// Either of the two places of a doubt may confirm it.
    static func all(of diagnostic: Diagnostic) -> [DoubtKey] {
        [diagnostic.place, diagnostic.related].compactMap { place in
            place.map { DoubtKey($0, code: diagnostic.code) }
        }
    }
}
