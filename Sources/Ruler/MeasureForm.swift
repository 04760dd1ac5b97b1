/// Measures a document against the clauses on form of Nghị định 30/2020/NĐ-CP, Phụ lục I.
///
/// Findings come in the order of the clauses. Of a document whose words cannot be read only places and
/// sizes are measured, of a scan only the paper.
package func measureForm(of document: PrintedDocument) -> [Finding] {
    guard !document.isEmpty else { return [] }
    let survey = Survey(of: document)
    guard survey.isReadable else {
        return pageFindings(survey) + marginFindings(survey) + faceFindings(survey)
            + bodyShapeFindings(survey) + unreadable.map { .unmeasured($0) }
    }
    return pageFindings(survey) + marginFindings(survey) + faceFindings(survey)
        + pageNumberFindings(survey) + countryFindings(survey) + issuerFindings(survey)
        + numberFindings(survey) + titleFindings(survey) + headingFindings(survey)
        + bodyFindings(survey) + closingFindings(survey) + annexFindings(survey)
}

/// What is not measured of a document whose words cannot be read.
private let unreadable: [Clause] = [
    .pageNumber, .country, .motto, .issuer, .number, .date, .kind, .abstract, .indent,
    .paragraphSpacing, .authority, .signer, .signature, .seal, .addressee, .recipients,
]

extension [Finding] {
    /// Whether a clause is broken.
    package var hasFault: Bool { contains { $0.verdict == .fail } }
}
