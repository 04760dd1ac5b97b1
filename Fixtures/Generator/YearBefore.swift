/// The reports of 2019, grown backwards from those of 2020, with the cooperatives that are gone since.
func makeReportsBefore(
    of register: [Cooperative],
    now: [Report],
    from random: inout SplitMix64
) -> [Report] {
    let reports = Dictionary(uniqueKeysWithValues: now.map { ($0.cooperative.code, $0) })
    return register.compactMap { cooperative -> Report? in
        switch cooperative.presence {
        case .onlyNow: nil
        case .both: reports[cooperative.code].map { before($0, from: &random) }
        case .onlyBefore: gone(cooperative, from: &random)
        }
    }
}

private func before(_ now: Report, from random: inout SplitMix64) -> Report {
    var report = now
    report.members = max(7, now.members * random.integer(in: 930...1005) / 1000)
    // Most cooperatives do not change their charter capital within a year.
    if random.chance(35) { report.capital = whole(now.capital, random.integer(in: 850...990)) }
    report.assets = report.capital + whole(now.assets - now.capital, random.integer(in: 880...1010))
    switch now.state {
    case .dissolving:
        report.state = .stopped
    case .stopped:
        report.state = .active
        report.revenue = now.members * random.integer(in: 5...25)
        report.profit = report.revenue * random.integer(in: 1...5) / 100
    case .active:
        report.revenue = whole(now.revenue, random.integer(in: 880...1040))
        let margin = random.integer(in: 860...1050)
        report.profit = profitBefore(of: now, revenue: report.revenue, margin: margin, &random)
    }
    setAnswersBefore(of: &report, now: now, from: &random)
    return report
}

/// A loss of this year is mostly new; some were losses of half the size already.
private func profitBefore(
    of now: Report,
    revenue: Int,
    margin: Int,
    _ random: inout SplitMix64
) -> Int {
    guard now.profit < 0 else { return whole(now.profit, margin) }
    return random.chance(55) ? now.profit / 2 : revenue / 40
}

private func gone(_ cooperative: Cooperative, from random: inout SplitMix64) -> Report {
    var report = Report(cooperative: cooperative)
    report.state = random.chance(60) ? .dissolving : .stopped
    report.members = 7 + cooperative.size / 3
    report.capital = cooperative.size * random.integer(in: 30...90)
    report.assets = report.capital + cooperative.size * random.integer(in: 5...20)
    report.labour = random.chance(70) ? 0 : nil
    report.rating = "khong_xep_loai"
    return report
}

private func setAnswersBefore(
    of report: inout Report,
    now: Report,
    from random: inout SplitMix64
) {
    report.labour = now.labour.map { max(0, $0 - random.integer(in: 0...3)) }
    report.income = income(of: report, in: 36...47, from: &random)
    if random.chance(35) || now.state != .active {
        report.rating = rating(of: report, from: &random)
    }
}

/// A part of an amount in tenths, in whole units when it is large enough.
private func whole(_ tenths: Int, _ permille: Int) -> Int {
    let part = tenths * permille / 1000
    return part > 1000 ? part / 10 * 10 : part
}
