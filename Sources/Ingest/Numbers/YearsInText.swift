extension String {
    /// The years that a text names: runs of four digits from 1900 to 2100.
    var years: [Int] {
        split { !("0"..."9").contains($0) }.filter { $0.utf8.count == 4 }
            .compactMap { Int($0) }.filter((1900...2100).contains)
    }

    /// The years that a title names, without those of a day, `ngày 05 tháng 01 năm 2021`, and of the number
    /// of a document, `12/2019/QĐ-UBND`.
    var yearsOfTitle: [Int] {
        let numbers = split { !("0"..."9").contains($0) }.filter { $0.utf8.count <= 2 }
        let isDay = numbers.count == 2 && years.count == 1
        guard !isDay else { return [] }
        return split(whereSeparator: \.isWhitespace).flatMap { word in
            word.contains("/") ? [] : String(word).years
        }
    }
}
