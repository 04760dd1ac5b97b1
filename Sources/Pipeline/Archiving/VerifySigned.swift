package import Archive
package import Diagnostics
import SignatureKit

/// What is known of a file that someone signed.
package struct SignedResult: Sendable {
    package var outcome: Outcome
    /// The report for people, in both languages.
    package var text = Bilingual(vi: "", en: "")
}

/// Proves which archived PDF a signed one begins with, and tells who signed it and what was changed since.
///
/// A file that begins with none is compared with the likeliest by the text of its pages.
package func verifySigned(
    _ path: String,
    in store: OpenStore,
    edition name: EditionName? = nil,
    trust: String? = nil,
    log: inout DiagnosticLog
) -> SignedResult {
    do {
        var anchors: TrustAnchors?
        if let trust {
            anchors = TrustAnchors(pem: try readFile(trust))
            if anchors == nil {
                log.append(.noAnchors(trust))
                return SignedResult(outcome: .stopped)
            }
        }
        let bytes = try readFile(path)
        guard let file = SignedFile(bytes) else {
            log.append(.unreadablePDF(path))
            return SignedResult(outcome: .stopped)
        }
        let products = ArchivedProducts(of: store, named: name, log: &log)
        if log.hasErrors { return SignedResult(outcome: .stopped) }
        let beginning = try products.beginning(of: bytes)
        let proof = SignedProof(of: file, at: path, beginning: beginning, anchors: anchors)
        for finding in proof.findings { log.append(finding) }
        var text = Bilingual(vi: proof.text(in: .vi), en: proof.text(in: .en))
        if beginning == nil {
            let likest = products.likest(to: path)
            log.append(.notArchived(path))
            let words = TextComparison.words(likest)
            text = Bilingual(vi: text.vi + words.vi, en: text.en + words.en)
        }
        return SignedResult(outcome: log.hasErrors ? .faults : .done, text: text)
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch let altered as AlteredFile {
        log.append(.altered(altered.path))
    } catch {
        log.append(.unreadablePDF(path))
    }
    return SignedResult(outcome: .stopped)
}

extension TextComparison {
    /// How a file stands to the archived one whose text is most like its own.
    fileprivate static func words(_ likest: ArchivedProducts.Likest?) -> Bilingual {
        guard let likest else {
            return Bilingual(
                vi: "Không so được văn bản với tệp nào trong kho.\n",
                en: "There is no archived text to compare it with.\n"
            )
        }
        let text = likest.text
        let pages = text.pages
        var vi =
            "Giống nhất về văn bản: \(likest.name): \(text.same) trang giống, "
            + "\(text.different.count) trang khác (bản lưu \(pages.first) trang, tệp này \(pages.second) trang).\n"
        var en =
            "Most alike by text: \(likest.name): \(text.same) pages alike, "
            + "\(text.different.count) not (\(pages.first) pages archived, \(pages.second) in this file).\n"
        for page in text.different.prefix(20) {
            vi +=
                "  Trang \(page.number): bản lưu “\(page.first ?? "")”, tệp này “\(page.second ?? "")”\n"
            en +=
                "  Page \(page.number): archived “\(page.first ?? "")”, here “\(page.second ?? "")”\n"
        }
        if likest.isOneOfMany {
            vi += "Chỉ so văn bản với \(ArchivedProducts.mostCompared) tệp mới nhất trong kho.\n"
            en +=
                "Text was compared with the \(ArchivedProducts.mostCompared) newest files alone.\n"
        }
        return Bilingual(vi: vi, en: en)
    }
}
