import DatasetModel
import Diagnostics
import PeriodModel

/// The form in which a whole file's numbers are read, and what decided it.
struct FormDecision {
    /// What decides, the strongest first.
    enum Ground: Sendable {
        case pinned
        /// Cells that read one way only.
        case cells(NumberForm)
        /// Totals that hold in one form only; so many of them.
        case totals(Int)
        /// Last year's values of so many organisations, which are of this size in one form only.
        case lastYear(Int)
        /// No cell needs it.
        case needless
        /// Cells that need it, and nothing that decides.
        case undecided
    }

    var form: NumberForm?
    var ground: Ground
    var evidence: FormEvidence

    /// By the pin, else by cells that read one way only; `byComparison` is asked when cells need a form and
    /// none proves it.
    init(
        _ evidence: FormEvidence,
        pinned: NumberForm?,
        byComparison: () -> (form: NumberForm, ground: Ground)?
    ) {
        self.evidence = evidence
        if let pinned {
            (form, ground) = (pinned, .pinned)
        } else if let proved = evidence.form {
            (form, ground) = (proved, .cells(proved))
        } else if evidence.contradiction != nil {
            (form, ground) = (nil, .undecided)
        } else if !evidence.hasAmbiguous {
            (form, ground) = (nil, .needless)
        } else if let compared = byComparison() {
            (form, ground) = (compared.form, compared.ground)
        } else {
            (form, ground) = (nil, .undecided)
        }
    }

    /// A proof of each form, when both were found and nobody said which holds.
    var contradiction: (usual: FormEvidence.Proof, odd: FormEvidence.Proof)? {
        if case .pinned = ground { return nil }
        return evidence.contradiction
    }

    /// Whether an ambiguous cell is unlike the file's other numbers; asked only where those decided.
    func doubts(_ digits: ArraySlice<UInt8>) -> Bool {
        guard case .cells(let form) = ground else { return false }
        return evidence.doubts(digits, in: form)
    }

    /// Whether a stored number may be a thousandth of what was typed: the texts of the same sheet group their
    /// digits in a form that the program did not take for numbers, so that `18.900` may have become 18.9.
    func doubtsStored(_ digits: ArraySlice<UInt8>) -> Bool {
        guard case .cells = ground, evidence.provesGroups else { return false }
        let parts = digits.drop { $0 == UInt8(ascii: "-") }.split(separator: UInt8(ascii: "."))
        return parts.count == 2 && parts[0].count <= 3 && parts[1].count <= 3
            && !parts[0].elementsEqual([UInt8(ascii: "0")])
    }

    /// Whether a doubted cell would be read with decimals, so that it may be a thousandth of what is meant.
    func makesThousandth(_ digits: ArraySlice<UInt8>) -> Bool {
        form.map { digits.contains($0.decimalMark) } ?? false
    }

    /// The decision for `check`, return notes and `--explain`.
    func setting(proof: (FormEvidence.Proof) -> String) -> Reading.Setting {
        Reading.Setting(
            name: "number_form",
            value: form?.rawValue,
            evidence: words(proof),
            isPinned: isPinned
        )
    }

    private var isPinned: Bool {
        guard case .pinned = ground else { return false }
        return true
    }

    private func words(_ proof: (FormEvidence.Proof) -> String) -> Bilingual {
        switch ground {
        case .pinned:
            return Bilingual(vi: "đã khai trong thiết lập", en: "given in the settings")
        case .cells(let form):
            let count = evidence.count(of: form)
            let first = (form == .point ? evidence.point : evidence.comma).map(proof) ?? ""
            return Bilingual(
                vi: "\(count) ô chỉ đọc được một cách, trước hết là \(first)",
                en: "\(count) cells read one way only, the first is \(first)"
            )
        case .totals(let count):
            return Bilingual(
                vi: "\(count) số tổng cộng chỉ khớp theo kiểu này",
                en: "\(count) totals hold in this form only"
            )
        case .lastYear(let count):
            return Bilingual(
                vi: "số liệu năm trước của \(count) tổ chức chỉ cùng cỡ theo kiểu này",
                en:
                    "last year's values of \(count) organisations are of this size in this form only"
            )
        case .needless:
            return Bilingual(
                vi: "không ô nào có dấu ngăn cách mà phải chọn cách đọc",
                en: "no cell has a mark that needs a form"
            )
        case .undecided:
            return Bilingual(
                vi: "không có gì trong tệp cho biết",
                en: "nothing in the file tells"
            )
        }
    }
}
