package import Diagnostics
import SignatureKit

extension SignedProof {
    /// Everything that keeps the file from being what was archived and signed.
    package var findings: [Diagnostic] {
        var findings: [Diagnostic] = []
        if signatures.isEmpty {
            findings.append(
                finding(
                    "no-signature",
                    "Tệp không có chữ ký số nào.",
                    "No signature is in the file."
                )
            )
        }
        for (index, signature) in signatures.enumerated() {
            findings += self.findings(of: signature, index + 1)
        }
        for step in steps { findings += self.findings(of: step) }
        if trailing > 0 {
            findings.append(
                finding(
                    "trailing-bytes",
                    "Sau chỗ kết thúc của PDF còn \(trailing) byte không thuộc PDF: tệp bị cắt cụt hoặc bị ghép thêm.",
                    "\(trailing) bytes behind the end of the PDF are no part of it: it was cut short, or something was added.",
                    isPadded ? .warning : .error
                )
            )
        }
        return findings
    }

    private func findings(of signature: Signature, _ number: Int) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if case .faulty(let fault) = signature.signature.coverage {
            let words = fault.words
            findings.append(
                finding(
                    "coverage",
                    "Chữ ký \(number): phạm vi ký không hợp lệ: \(words.vi).",
                    "Signature \(number): what it covers is not valid: \(words.en)."
                )
            )
        }
        if let beginning, signature.signature.end < beginning.count {
            findings.append(
                finding(
                    "covers-less",
                    "Chữ ký \(number) không bao trùm hết tệp đã lưu.",
                    "Signature \(number) does not cover all of the archived file."
                )
            )
        }
        switch signature.outcome {
        case .unreadable(let fault):
            let words = fault.words
            findings.append(
                finding(
                    "unreadable-signature",
                    "Không kiểm tra được chữ ký \(number): \(words.vi).",
                    "Signature \(number) cannot be checked: \(words.en)."
                )
            )
        case .signature(let check):
            findings += self.findings(of: check, number, stated: signature.signature.statedTime)
        case .timestamp(let check):
            findings += self.findings(
                of: check,
                Bilingual(vi: "Dấu thời gian \(number)", en: "Time-stamp \(number)")
            )
        }
        return findings
    }

    private func findings(
        of check: SignatureCheck,
        _ number: Int,
        stated: String?
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if !check.digestMatches {
            findings.append(
                finding(
                    "digest-differs",
                    "Chữ ký \(number): nội dung đã bị sửa, mã băm không khớp với phần được ký.",
                    "Signature \(number): what was signed has been altered, its digest differs."
                )
            )
        }
        if !check.signatureHolds {
            findings.append(
                finding(
                    "signature-broken",
                    "Chữ ký \(number) không do khóa của chứng thư này tạo ra.",
                    "Signature \(number) was not made by the key of this certificate."
                )
            )
        }
        if check.namesCertificate == false {
            findings.append(
                finding(
                    "other-certificate",
                    "Chữ ký \(number) được tạo cho một chứng thư khác với chứng thư kèm theo.",
                    "Signature \(number) was made for another certificate than the one with it."
                )
            )
        }
        if !check.isForSigning {
            findings.append(
                finding(
                    "not-for-signing",
                    "Chữ ký \(number): chứng thư không được cấp để ký.",
                    "Signature \(number): the certificate was not issued for signing."
                )
            )
        }
        if ["MD5", "SHA1"].contains(check.digest) {
            findings.append(
                finding(
                    "weak-digest",
                    "Chữ ký \(number): \(check.digest) đã lỗi thời, có thể bị giả.",
                    "Signature \(number): \(check.digest) is outdated and can be forged.",
                    .warning
                )
            )
        }
        if check.hasUnreadableTimestamp {
            findings.append(
                finding(
                    "timestamp-broken",
                    "Không đọc được dấu thời gian của chữ ký \(number).",
                    "The time-stamp of signature \(number) cannot be read."
                )
            )
        }
        if let timestamp = check.timestamp {
            findings += self.findings(
                of: timestamp,
                Bilingual(
                    vi: "Dấu thời gian của chữ ký \(number)",
                    en: "The time-stamp of signature \(number)"
                )
            )
        }
        findings += termFinding(of: check, number, stated: stated)
        findings += chainFinding(
            check.chain,
            Bilingual(vi: "Chữ ký \(number)", en: "Signature \(number)")
        )
        return findings
    }

    /// The certificate's term at the time of signing: the time-stamp's, or else what the signer's own clock
    /// said, in the message or in the PDF.
    private func termFinding(
        of check: SignatureCheck,
        _ number: Int,
        stated: String?
    ) -> [Diagnostic] {
        let isStamped = check.timestamp?.holds == true
        let stated = check.signingTime ?? stated.flatMap(seconds(pdf:))
        guard let time = isStamped ? check.timestamp?.time : stated, !check.signer.holds(at: time)
        else { return [] }
        return [
            finding(
                "not-in-force",
                "Chữ ký \(number): chứng thư không có hiệu lực vào thời điểm ký \(moment(time)).",
                "Signature \(number): the certificate was not in force when it was made, \(moment(time))."
            )
        ]
    }

    private func findings(of check: TimestampCheck, _ name: Bilingual) -> [Diagnostic] {
        var findings = chainFinding(check.chain, name)
        if !check.matches {
            findings.append(
                finding(
                    "timestamp-differs",
                    "\(name.vi) là của nội dung khác.",
                    "\(name.en) is of other bytes."
                )
            )
        }
        if !check.signatureHolds {
            findings.append(
                finding(
                    "timestamp-broken",
                    "\(name.vi) có chữ ký không đúng.",
                    "\(name.en) has a signature that does not hold."
                )
            )
        }
        return findings
    }

    private func chainFinding(_ chain: ChainResult, _ name: Bilingual) -> [Diagnostic] {
        guard case .broken(let reason) = chain else { return [] }
        return [
            finding(
                "not-trusted",
                "\(name.vi): chứng thư không dẫn tới chứng thư gốc được tin (\(reason.chainWords)).",
                "\(name.en): the certificate does not lead to a trusted one (\(reason))."
            )
        ]
    }

    private func findings(of step: Step) -> [Diagnostic] {
        guard let changes = step.changes else {
            return [
                finding(
                    "unreadable-changes",
                    "Không đọc được những gì đã thay đổi \(step.words.vi).",
                    "What was changed \(step.words.en) cannot be read."
                )
            ]
        }
        return changes.filter { !$0.isHarmless }.map { change in
            let words = change.part.words
            let isGrave: Bool =
                switch change.part {
                case .annotations, .form: step.since > 0
                default: change.touchesContent
                }
            return finding(
                step.since > 0 ? "changed-after-signing" : "changed-before-signing",
                "Đã thay đổi \(step.words.vi): \(words.vi)\(change.objectWords.vi).",
                "Changed \(step.words.en): \(words.en)\(change.objectWords.en).",
                isGrave ? .error : .warning
            )
        }
    }

    private func finding(
        _ code: String,
        _ vi: String,
        _ en: String,
        _ severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
        Diagnostic(
            "archive.signed.\(code)",
            severity,
            at: Place(file: path),
            message: Bilingual(vi: vi, en: en)
        )
    }
}
