package import Diagnostics
import SignatureKit
import Vocabulary

extension SignedProof {
    /// What is known of the file, for people; what is wrong with it is told by `findings`.
    package func text(in language: Language) -> String {
        var lines = [line("Tệp: \(path)", "File: \(path)")]
        if let beginning {
            let name = "\(beginning.edition.text) \(beginning.file.path)"
            lines.append(
                line(
                    "Bắt đầu đúng từng byte bằng \(name): \(beginning.count) byte, SHA-512 khớp.",
                    "Begins with the very bytes of \(name): \(beginning.count) bytes, SHA-512 equal."
                )
            )
        }
        lines.append(
            line("Số lần lưu trong tệp: \(revisions)", "Revisions in the file: \(revisions)")
        )
        for (index, signature) in signatures.enumerated() {
            lines += self.lines(of: signature, index + 1)
        }
        for step in steps { lines += self.lines(of: step) }
        lines.append(conclusion)
        // Names come from a file that anyone may have made.
        return lines.map { $0.text(in: language).printable + "\n" }.joined()
    }

    private var conclusion: Bilingual {
        let faults = findings.count { $0.severity == .error } + (beginning == nil ? 1 : 0)
        guard faults == 0 else {
            return line(
                "Kết luận: KHÔNG CHỨNG MINH ĐƯỢC, \(faults) chỗ không đúng.",
                "Conclusion: NOT PROVEN, \(faults) things are not right."
            )
        }
        let isTrusted = signatures.allSatisfy { signature in
            switch signature.outcome {
            case .signature(let check): check.chain != .notAsked
            case .timestamp(let check): check.chain != .notAsked
            case .unreadable: false
            }
        }
        let doubts = findings.count { $0.severity == .warning }
        guard doubts == 0 else {
            return line(
                "Kết luận: nguyên văn bản lưu, chữ ký đúng; \(doubts) chỗ phải tự xem lại (các cảnh báo)"
                    + (isTrusted ? "." : "; người ký là ai thì chưa kiểm tra (--trust)."),
                "Conclusion: the archived bytes, signatures that hold; \(doubts) things to look at yourself (the warnings)"
                    + (isTrusted ? "." : "; who signed was not checked (--trust).")
            )
        }
        return line(
            "Kết luận: nguyên văn bản lưu, chữ ký đúng, nội dung không bị sửa"
                + (isTrusted ? "." : "; người ký là ai thì chưa kiểm tra (--trust)."),
            "Conclusion: the archived bytes, signatures that hold, nothing of the content changed"
                + (isTrusted ? "." : "; who signed was not checked (--trust).")
        )
    }

    private func lines(of signature: Signature, _ number: Int) -> [Bilingual] {
        let held = signature.signature
        let label =
            held.kind == .signature
            ? Bilingual(vi: "Chữ ký", en: "Signature")
            : Bilingual(vi: "Dấu thời gian của tài liệu", en: "Document time-stamp")
        let field = "“\(held.field)” (\(held.encoding))"
        var lines = [line("\(label.vi) \(number): \(field)", "\(label.en) \(number): \(field)")]
        switch signature.outcome {
        case .unreadable: break
        case .signature(let check):
            lines += self.lines(of: check.signer)
            lines += timeLines(of: check, held)
            let result = check.holds
            lines.append(
                line(
                    "  Chữ ký: \(result ? "đúng" : "KHÔNG ĐÚNG") (\(check.digest), \(check.signer.key))",
                    "  Signature: \(result ? "holds" : "DOES NOT HOLD") (\(check.digest), \(check.signer.key))"
                )
            )
            lines += chainLines(of: check.chain, check.signer)
        case .timestamp(let check):
            lines += self.lines(of: check.service)
            lines.append(
                line("  Thời điểm: \(moment(check.time))", "  Time: \(moment(check.time))")
            )
            lines.append(
                line(
                    "  Dấu thời gian: \(check.holds ? "đúng" : "KHÔNG ĐÚNG")",
                    "  Time-stamp: \(check.holds ? "holds" : "DOES NOT HOLD")"
                )
            )
            lines += chainLines(of: check.chain, check.service)
        }
        if let reason = held.reason {
            lines.append(line("  Lý do: \(reason)", "  Reason: \(reason)"))
        }
        lines.append(held.coverageLine)
        if let permission = held.permission { lines.append(permissionLine(permission)) }
        if let appearance = held.appearance {
            let box = appearance.box.map(String.init).joined(separator: " ")
            lines.append(
                line(
                    "  Hiện trên trang \(appearance.page), khung \(box) (pt)",
                    "  Shows on page \(appearance.page), box \(box) (pt)"
                )
            )
        }
        return lines
    }

    private func lines(of certificate: CertificateSummary) -> [Bilingual] {
        let term = "\(moment(certificate.notBefore)) – \(moment(certificate.notAfter))"
        return [
            line("  Người ký: \(certificate.subject)", "  Signer: \(certificate.subject)"),
            line("  Nơi cấp chứng thư: \(certificate.issuer)", "  Issuer: \(certificate.issuer)"),
            line(
                "  Chứng thư số \(certificate.serial), hiệu lực \(term)",
                "  Certificate \(certificate.serial), in force \(term)"
            ),
        ]
    }

    private func timeLines(of check: SignatureCheck, _ held: PDFSignature) -> [Bilingual] {
        var lines: [Bilingual] = []
        if let time = check.signingTime.map(moment) ?? held.statedTime.map(moment(pdf:)) {
            lines.append(
                line(
                    "  Thời điểm ký theo máy của người ký: \(time)",
                    "  Signed, by the signer's own clock: \(time)"
                )
            )
        }
        if let timestamp = check.timestamp {
            let words = "\(moment(timestamp.time)), \(timestamp.service.subject)"
            lines.append(
                line(
                    "  Dấu thời gian: \(words), \(timestamp.holds ? "đúng" : "KHÔNG ĐÚNG")",
                    "  Time-stamp: \(words), \(timestamp.holds ? "holds" : "DOES NOT HOLD")"
                )
            )
        } else if !check.hasUnreadableTimestamp {
            lines.append(line("  Dấu thời gian: không có", "  Time-stamp: none"))
        }
        return lines
    }

    private func chainLines(
        of chain: ChainResult,
        _ certificate: CertificateSummary
    ) -> [Bilingual] {
        var lines: [Bilingual] = []
        if certificate.isSelfSigned {
            lines.append(
                line(
                    "  Chứng thư tự cấp: không ai khác xác nhận người ký.",
                    "  The certificate vouches for itself: nobody else says who signed."
                )
            )
        }
        switch chain {
        case .notAsked:
            lines.append(
                line(
                    "  Chứng thư gốc: KHÔNG KIỂM TRA (thêm --trust TỆP.pem để kiểm tra)",
                    "  Trust: NOT CHECKED (add --trust FILE.pem to check it)"
                )
            )
        case .trusted(let root):
            lines.append(line("  Chứng thư gốc được tin: \(root)", "  Trusted by: \(root)"))
        case .broken(let reason):
            lines.append(
                line(
                    "  Chứng thư gốc: KHÔNG DẪN TỚI chứng thư được tin (\(reason.chainWords))",
                    "  Trust: DOES NOT LEAD to a trusted certificate (\(reason))"
                )
            )
        }
        lines.append(line("  Thu hồi chứng thư: không kiểm tra", "  Revocation: not checked"))
        return lines
    }

    private func permissionLine(_ permission: Int) -> Bilingual {
        switch permission {
        case 1:
            line("  Người ký không cho thay đổi gì.", "  The signer allows no changes.")
        case 2:
            line("  Người ký cho điền biểu mẫu.", "  The signer allows filling in of forms.")
        default:
            line(
                "  Người ký cho điền biểu mẫu và ghi chú.",
                "  The signer allows filling in of forms and notes."
            )
        }
    }

    private func lines(of step: Step) -> [Bilingual] {
        let counts = step.objects
        var lines = [
            line(
                "Thay đổi \(step.words.vi): thêm \(counts.added) đối tượng, thay \(counts.replaced).",
                "Changes \(step.words.en): \(counts.added) objects added, \(counts.replaced) replaced."
            )
        ]
        for change in step.changes ?? [] {
            let words = change.part.words
            lines.append(
                line(
                    "  - \(words.vi)\(change.objectWords.vi)\(change.isHarmless ? ": vô hại" : "")",
                    "  - \(words.en)\(change.objectWords.en)\(change.isHarmless ? ": harmless" : "")"
                )
            )
        }
        return lines
    }

    private func line(_ vi: String, _ en: String) -> Bilingual { Bilingual(vi: vi, en: en) }
}

extension PDFSignature {
    fileprivate var coverageLine: Bilingual {
        switch coverage {
        case .whole:
            Bilingual(
                vi: "  Phạm vi: toàn bộ tệp, trừ chỗ của chính chữ ký",
                en: "  Covers: the whole file, without the place of the signature itself"
            )
        case .revision(let number):
            Bilingual(
                vi: "  Phạm vi: đến hết lần lưu \(number); sau đó tệp còn được lưu thêm",
                en: "  Covers: up to revision \(number); more was saved after it"
            )
        case .faulty(let fault):
            Bilingual(
                vi: "  Phạm vi: KHÔNG HỢP LỆ, \(fault.words.vi)",
                en: "  Covers: NOT VALID, \(fault.words.en)"
            )
        }
    }
}
