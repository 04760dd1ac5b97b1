import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// What is wrong with a cell of a number column.
struct NumberFault {
    let column: Column
    let place: Place
    /// The cell as written.
    let value: String

    private func diagnostic(_ slug: String, _ message: Bilingual, _ hint: Bilingual?) -> Diagnostic
    {
        Diagnostic(
            "ingest.number.\(slug)",
            at: place,
            value: clipped(value),
            message: message,
            hint: hint
        )
    }

    private var label: String { column.label }
    private var read: String { clipped(value) }

    var notNumber: Diagnostic {
        diagnostic(
            "not-a-number",
            Bilingual(
                vi: "“\(read)” không phải là số (cột \(label))",
                en: "“\(read)” is no number (column \(label))"
            ),
            column.type == .range
                ? Bilingual(
                    vi: "Chỉ ghi một số hoặc một khoảng như 4 - 5; không có số liệu thì để trống",
                    en: "Write a number or a range such as 4 - 5; leave the cell empty when unknown"
                )
                : Bilingual(
                    vi:
                        "Chỉ ghi số, không kèm chữ, đơn vị tính hay dấu khác; không có số liệu thì để "
                        + "trống, bằng không thì ghi 0",
                    en:
                        "Write a number only, without words, units or other marks; leave the cell empty "
                        + "when unknown, write 0 when nil"
                )
        )
    }

    /// A day in a column of ranges.
    var dateForRange: Diagnostic {
        diagnostic(
            "date-for-range",
            Bilingual(
                vi:
                    "“\(read)” là ngày tháng, không phải số hay khoảng số (cột \(label)): có lẽ bảng "
                    + "tính đã đổi một khoảng như 4 - 5 thành ngày",
                en:
                    "“\(read)” is a day, no number and no range (column \(label)): a spreadsheet may have "
                    + "turned a range such as 4 - 5 into it"
            ),
            Bilingual(
                vi: "Đổi định dạng cột thành văn bản (Text), rồi ghi lại khoảng theo bản gốc",
                en: "Format the column as text, then write the range again from the original"
            )
        )
    }

    var notWhole: Diagnostic {
        diagnostic(
            "not-whole",
            Bilingual(
                vi: "“\(read)” không phải là số nguyên (cột \(label))",
                en: "“\(read)” is no whole number (column \(label))"
            ),
            Bilingual(vi: "Ghi số nguyên, như 1234", en: "Write a whole number, such as 1234")
        )
    }

    var tooLong: Diagnostic {
        let (whole, decimals) = (NumberText.wholeDigitLimit, NumberText.decimalLimit)
        return diagnostic(
            "too-long",
            Bilingual(
                vi: "Số “\(read)” có quá \(whole) chữ số nguyên hoặc \(decimals) chữ số thập phân",
                en:
                    "The number “\(read)” has more than \(whole) whole digits or \(decimals) decimals"
            ),
            Bilingual(
                vi: "Xem lại số và đơn vị tính của cột",
                en: "Check the number and the column's unit of measure"
            )
        )
    }

    func ambiguous(point: Measured, comma: Measured) -> Diagnostic {
        let (asPoint, asComma) = (plain(point), plain(comma))
        let isDot = (value.first { $0 == "." || $0 == "," } ?? ".") == "."
        let mark = isDot ? "." : ","
        let whole = isDot ? unmistakable(comma, .comma) : unmistakable(point, .point)
        let decimal = isDot ? unmistakable(point, .point) : unmistakable(comma, .comma)
        return diagnostic(
            "ambiguous",
            Bilingual(
                vi: "“\(read)” có thể là \(withComma(comma)) hoặc \(withComma(point)); "
                    + "không ô nào trong tệp cho biết tệp viết số kiểu nào",
                en: "“\(read)” may be \(asComma) or \(asPoint); "
                    + "no cell of the file shows which form it uses"
            ),
            Bilingual(
                vi: "Nếu dấu “\(mark)” ngăn hàng nghìn thì ghi \(whole); "
                    + "nếu là dấu thập phân thì ghi \(decimal)",
                en: "If “\(mark)” groups thousands, write \(whole); "
                    + "if it is the decimal mark, write \(decimal)"
            )
        )
    }

    /// Decided by the file's other cells, yet written unlike them: told, and read as decided.
    func unusual(_ value: Measured, other: Measured) -> Diagnostic {
        var doubt = diagnostic(
            "unusual",
            Bilingual(
                vi: "“\(read)” được đọc là \(withComma(value)) theo cách viết số của cả tệp, "
                    + "nhưng cũng có thể là \(withComma(other))",
                en: "“\(read)” was read as \(plain(value)), as the whole file writes numbers, "
                    + "but may be meant as \(plain(other))"
            ),
            Bilingual(
                vi: "Đối chiếu với bản gốc; nếu sai, ghi số không có dấu ngăn hàng nghìn",
                en: "Compare with the original; if it is wrong, write it without group marks"
            )
        )
        doubt.severity = .warning
        return doubt
    }

    /// Three decimals that no other cell of the file has: as likely a thousandth of what is meant, so it
    /// is not read.
    func unlikely(_ value: Measured, other: Measured, form: NumberForm) -> Diagnostic {
        diagnostic(
            "unusual",
            Bilingual(
                vi:
                    "“\(read)” là \(withComma(value)) nếu viết như các ô khác của tệp, nhưng không ô nào "
                    + "khác có ba số lẻ: cũng có thể là \(withComma(other))",
                en:
                    "“\(read)” is \(plain(value)) if written as the file's other cells, but no other has "
                    + "three decimals: it may be meant as \(plain(other))"
            ),
            Bilingual(
                vi: "Đối chiếu với bản gốc; ghi \(unmistakable(other, form)) hoặc "
                    + "\(unmistakable(value, form)), hay khai number_form cho tệp ở mục reading",
                en: "Compare with the original; write \(unmistakable(other, form)) or "
                    + "\(unmistakable(value, form)), or give the file's number_form under reading"
            )
        )
    }

    /// `more` cells beside this one contradict the proof.
    func contradiction(
        form: NumberForm,
        other: NumberForm,
        proof: String,
        cell: String,
        more: Int
    ) -> Diagnostic {
        diagnostic(
            "mixed-forms",
            Bilingual(
                vi: "“\(read)”\(more > 0 ? " và \(more) ô nữa" : "") viết \(form.name.vi), nhưng ô "
                    + "\(cell) “\(clipped(proof))” viết " + other.name.vi,
                en: "“\(read)”\(more > 0 ? " and \(more) more cells are" : " is") in "
                    + "\(form.name.en), but cell \(cell) “\(clipped(proof))” is in " + other.name.en
            ),
            Bilingual(
                vi:
                    "Cả tệp phải dùng một kiểu viết số; chưa số nào có dấu ngăn cách của tệp được đọc",
                en:
                    "Use one form of numbers in the whole file; until then no number with a mark is read"
            )
        )
    }

    func outside(_ bound: ExactDecimal, isMinimum: Bool) -> Diagnostic {
        if isMinimum, bound.isZero {
            return diagnostic(
                "negative",
                Bilingual(
                    vi: "“\(read)” là số âm; cột \(label) không thể âm",
                    en: "“\(read)” is negative; the column \(label) cannot be"
                ),
                Bilingual(vi: "Kiểm tra lại số liệu", en: "Check the figure")
            )
        }
        // A year is no quantity: it has no groups of thousands.
        let limit = column.type == .year ? "\(bound)" : NumberStyle(.upTo(18)).text(bound)
        return diagnostic(
            "out-of-range",
            Bilingual(
                vi: "“\(read)” \(isMinimum ? "nhỏ hơn mức thấp nhất" : "lớn hơn mức cao nhất") "
                    + "của cột \(label): \(limit)",
                en: "“\(read)” is \(isMinimum ? "below the minimum" : "above the maximum") "
                    + "of the column \(label): \(bound)"
            ),
            Bilingual(
                vi: "Kiểm tra lại số liệu và đơn vị tính",
                en: "Check the figure and its unit of measure"
            )
        )
    }

    var reversedRange: Diagnostic {
        diagnostic(
            "reversed-range",
            Bilingual(
                vi: "Khoảng “\(read)” có số đầu lớn hơn số sau",
                en: "The range “\(read)” begins with the greater number"
            ),
            Bilingual(
                vi: "Ghi số nhỏ trước, như 4 - 5",
                en: "Write the smaller number first, such as 4 - 5"
            )
        )
    }

    func notYear(latest: Int) -> Diagnostic {
        diagnostic(
            "not-a-year",
            Bilingual(
                vi:
                    "“\(read)” không phải là năm có bốn chữ số và không sau \(latest) (cột \(label))",
                en: "“\(read)” is no year of four digits up to \(latest) (column \(label))"
            ),
            Bilingual(vi: "Chỉ ghi năm, như 2015", en: "Write the year only, such as 2015")
        )
    }

    var percentSign: Diagnostic {
        diagnostic(
            "percent",
            Bilingual(
                vi: "“\(read)” có dấu %, nhưng cột \(label) không tính theo phần trăm",
                en: "“\(read)” has a percent sign, but the column \(label) is not in percent"
            ),
            Bilingual(
                vi: "Ghi số theo đơn vị của cột, không có dấu %",
                en: "Give the number in the column's unit, without the sign"
            )
        )
    }

    var scaled: Diagnostic {
        diagnostic(
            "scaled",
            Bilingual(
                vi: "Ô lưu số \(read) nhưng trang tính hiện số đó đã chia nghìn hoặc triệu (cột "
                    + "\(label))",
                en:
                    "The cell holds \(read), but the sheet shows it divided by a thousand or a million "
                    + "(column \(label))"
            ),
            Bilingual(
                vi: "Đổi định dạng ô thành số thường, rồi ghi số theo đơn vị của cột",
                en: "Format the cell as a plain number and give it in the column's unit"
            )
        )
    }

    /// A day that a spreadsheet wrote as its serial number: read, and told.
    func serialDate(_ date: CalendarDate) -> Diagnostic {
        var doubt = diagnostic(
            "serial-date",
            Bilingual(
                vi: "“\(read)” được đọc là ngày \(date.vietnamese), vì Excel lưu ngày thành số "
                    + "(cột \(label))",
                en: "“\(read)” was read as \(date.iso), since Excel keeps days as numbers "
                    + "(column \(label))"
            ),
            Bilingual(vi: "Ghi năm bằng bốn chữ số", en: "Write the year with four digits")
        )
        doubt.severity = .warning
        return doubt
    }

    func notConvertible(_ conversion: UnitConversion) -> Diagnostic {
        diagnostic(
            "not-convertible",
            Bilingual(
                vi: "Không đổi được đúng “\(read)” từ \(conversion.from.label) "
                    + "sang \(conversion.to.label)",
                en: "“\(read)” cannot be converted exactly from \(conversion.from.label) "
                    + "to \(conversion.to.label)"
            ),
            Bilingual(
                vi: "Ghi theo \(conversion.to.label) và sửa tên cột",
                en: "Give it in \(conversion.to.label) and correct the heading"
            )
        )
    }

    /// Without groups, with a decimal comma: `3664`, `3,664`.
    private func withComma(_ value: Measured) -> String {
        words(value) { $0.description.split(separator: ".").joined(separator: ",") }
    }

    private func plain(_ value: Measured) -> String {
        words(value) { $0.description }
    }

    /// The value written so that it reads in one way only: no groups, and not three decimals.
    private func unmistakable(_ value: Measured, _ form: NumberForm) -> String {
        words(value) { number in
            guard !number.isInteger else { return number.description }
            let text = number.plain(places: number.scale == 3 ? 4 : number.scale)
            return form == .point ? text : text.split(separator: ".").joined(separator: ",")
        }
    }

    private func words(_ value: Measured, _ text: (ExactDecimal) -> String) -> String {
        switch value {
        case .missing: ""
        case .value(let number): text(number)
        case .range(let low, let high): "\(text(low)) - \(text(high))"
        }
    }
}
