/// Fills in what a cooperative may leave out: labour, income, rating, founding year.
func setAnswers(of report: inout Report, from random: inout SplitMix64) {
    report.labour = labour(of: report, from: &random)
    report.income = income(of: report, in: 40...50, from: &random)
    report.rating = rating(of: report, from: &random)
    report.tellsFounding = report.cooperative.presence == .onlyNow || random.chance(96)
}

private func labour(of report: Report, from random: inout SplitMix64) -> Int? {
    guard random.chance(93) else { return nil }
    guard report.state == .active else { return 0 }
    return switch report.cooperative.sector {
    case .credit: random.integer(in: 9...38)
    case .transport: report.members + random.integer(in: 5...60)
    case .resources: random.integer(in: 25...45)
    default: 4 + report.cooperative.size / 7 + random.integer(in: 0...9)
    }
}

/// An income within `tenths`, sometimes as a range, sometimes not told.
func income(
    of report: Report,
    in tenths: ClosedRange<Int>,
    from random: inout SplitMix64
) -> String {
    let isNew = report.cooperative.founded == 2020
    guard report.state == .active, random.chance(isNew ? 75 : 94) else { return "" }
    if random.chance(22) {
        let low = random.integer(in: tenths.lowerBound...tenths.upperBound - 4)
        return "\(decimal(low)) - \(decimal(random.integer(in: low + 2...tenths.upperBound)))"
    }
    return decimal(random.integer(in: tenths))
}

/// Credit funds, new and stopped cooperatives are not rated (Circular 01/2020/TT-BKHĐT).
func rating(of report: Report, from random: inout SplitMix64) -> String {
    let isNew = report.cooperative.founded == 2020
    if report.cooperative.sector == .credit || report.state != .active || isNew {
        return "khong_xep_loai"
    }
    guard random.chance(95) else { return "" }
    if report.profit < 0 { return random.chance(60) ? "yeu" : "trung_binh" }
    return switch random.integer(in: 1...100) {
    case ...18: "tot"
    case ...57: "kha"
    case ...93: "trung_binh"
    default: "yeu"
    }
}

/// Tenths as a number with a decimal dot, without a needless zero.
func decimal(_ tenths: Int) -> String {
    let size = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
}
