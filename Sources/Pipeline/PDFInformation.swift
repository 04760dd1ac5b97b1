/// The texts of a PDF's information dictionary, such as `Producer`, as MuPDF's program tells them; none where
/// it has none.
func informationTexts(of path: String) -> [(name: String, text: String)] {
    guard let answer = mutoolShow("trailer/Info", of: path) else { return [] }
    return answer.split(whereSeparator: \.isNewline).compactMap { line in
        let words = line.drop { $0 == " " }
        guard words.first == "/", let start = words.firstIndex(where: { "(<".contains($0) }),
            let end = words.firstIndex(of: " ")
        else { return nil }
        let name = String(words[words.index(after: words.startIndex)..<end])
        let text = words[start...].dropFirst().dropLast()
        guard words[start] == "<" else { return (name, String(text)) }
        // UTF-16 in hexadecimal digits, behind a mark of its order.
        let digits = Array(text.utf8)
        let units = stride(from: 0, to: digits.count - 3, by: 4).compactMap {
            UInt16(String(decoding: digits[$0..<($0 + 4)], as: UTF8.self), radix: 16)
        }
        return (name, String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self))
    }
}

/// How many pages a PDF has; `nil` when it does not tell.
func pageCount(of path: String) -> Int? {
    mutoolShow("trailer/Root/Pages/Count", of: path)
        .flatMap { $0.split(whereSeparator: \.isNewline).first }
        .flatMap { Int($0) }
}

/// What MuPDF's program shows of a part of a file; `nil` when it cannot.
private func mutoolShow(_ part: String, of path: String) -> String? {
    // A path that begins with a hyphen is no option.
    let location = path.hasPrefix("-") ? "./" + path : path
    var answer: [UInt8] = []
    let end = runProgram("mutool", ["show", location, part], limits: .reading) {
        if answer.count < 65_536 { answer += $0 }
    }
    return end?.status == 0 ? String(decoding: answer, as: UTF8.self) : nil
}
