import Diagnostics
import DocumentModel

extension Composer {
    /// The picture that a text asks for; `nil` when it is wrong.
    mutating func picture(_ asked: TemplatePicture, at place: Place) -> Picture? {
        guard let label = labels["picture.\(asked.name)"] else { return nil }
        let alternative = tidied(asked.alternative, in: Scope()).plainText.collapsingBlanks
        let caption = plainText(asked.caption, in: Scope())
        if alternative.isEmpty || caption.isEmpty {
            log.append(.pictureWithoutWords(asked.file, at: place))
            return nil
        }
        guard log.checkAlternative(alternative, at: place) else { return nil }
        guard let source = material.pictures[asked.file] else {
            log.append(.missingPicture(asked.file, among: material.pictures.keys, at: place))
            return nil
        }
        do throws(PictureFault) {
            return Picture(
                anchor: label.anchor,
                label: label.text,
                caption: caption,
                alternative: alternative,
                image: try PictureReader.read(source.bytes),
                origin: place
            )
        } catch {
            log.append(.badPicture(asked.file, error, at: place))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func pictureWithoutWords(_ file: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.picture.no-words",
            at: place,
            value: file,
            message: Bilingual(
                vi: "Ảnh “\(file)” thiếu lời mô tả (cho người không nhìn thấy ảnh) hoặc chú thích.",
                en:
                    "The picture “\(file)” lacks its description, for those who cannot see it, or its caption."
            ),
            hint: Bilingual(
                vi: "Viết: ![ảnh cho thấy gì](\(file) \"chú thích in dưới ảnh\")",
                en: "Write: ![what it shows](\(file) \"the caption below it\")"
            )
        )
    }

    fileprivate static func missingPicture(
        _ file: String,
        among names: some Sequence<String>,
        at place: Place
    ) -> Diagnostic {
        let suggestion = Bilingual.suggestion(nearestNames(to: file, among: names))
        return Diagnostic(
            "compose.picture.missing",
            at: place,
            value: file,
            message: Bilingual(
                vi:
                    "Không có ảnh “\(file)” trong thư mục “\(TemplatePicture.folder)” của kỳ báo cáo.",
                en: "The period's folder “\(TemplatePicture.folder)” has no picture “\(file)”."
            ),
            hint: suggestion
                ?? Bilingual(
                    vi: "Chép tệp ảnh vào thư mục đó; ảnh trên mạng phải tải về trước.",
                    en: "Copy the file into that folder; download what is on the web first."
                )
        )
    }

    fileprivate static func badPicture(
        _ file: String,
        _ fault: PictureFault,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "compose.picture.unusable",
            at: place,
            value: file,
            message: Bilingual(
                vi: "Ảnh “\(file)” \(fault.reason.vi).",
                en: "The picture “\(file)” \(fault.reason.en)."
            ),
            hint: fault.remedy
        )
    }
}
