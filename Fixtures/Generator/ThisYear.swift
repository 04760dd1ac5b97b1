/// The reports of 2020: the sectors' totals shared out among their cooperatives.
func makeReportsNow(
    of register: [Cooperative],
    from random: inout SplitMix64
) -> [Report] {
    var reports: [Report] = []
    for sector in SectorCode.allCases {
        let totals = SectorTotals.of(sector)
        var own = register.filter { $0.sector == sector && $0.presence != .onlyBefore }
            .map { Report(cooperative: $0) }
        setStates(of: &own, totals: totals, from: &random)
        setMembers(of: &own, totals: totals, from: &random)
        setMoney(of: &own, totals: totals, from: &random)
        for index in own.indices {
            setAnswers(of: &own[index], from: &random)
        }
        reports += own
    }
    setIncomeEnds(of: &reports)
    return reports
}

/// The cooperatives that may be stopped or make a loss: old ones in cells large enough to stay positive.
private func candidates(in reports: [Report]) -> [Int] {
    reports.indices.filter { index in
        let report = reports[index]
        let neighbours = reports.count { $0.cooperative.district == report.cooperative.district }
        return report.state == .active && report.cooperative.presence == .both
            && report.profit >= 0 && neighbours >= 3
    }
}

private func setStates(
    of reports: inout [Report],
    totals: SectorTotals,
    from random: inout SplitMix64
) {
    for _ in 0..<totals.stopped {
        reports[random.element(of: candidates(in: reports))].state = .stopped
    }
    for _ in 0..<totals.dissolving {
        reports[random.element(of: candidates(in: reports))].state = .dissolving
    }
}

private func setMembers(
    of reports: inout [Report],
    totals: SectorTotals,
    from random: inout SplitMix64
) {
    let weights = reports.map { report in
        // New cooperatives are small; the stopped ones have lost members.
        let fresh = report.cooperative.presence == .onlyNow || report.state != .active
        return (fresh ? report.cooperative.size / 3 + 1 : report.cooperative.size)
            * random.integer(in: 70...130)
    }
    // Seven members: the least that the Law on Cooperatives of 2012 asks for.
    let members = Spread.shares(of: totals.members, by: weights, floor: 7)
    for index in reports.indices { reports[index].members = members[index] }
}

private func setMoney(
    of reports: inout [Report],
    totals: SectorTotals,
    from random: inout SplitMix64
) {
    let sizes = reports.map { report in
        let size = report.cooperative.size
        return report.cooperative.presence == .onlyNow || report.state != .active
            ? size / 3 + 1 : size
    }
    let capital = Spread.rounded(
        Spread.shares(of: totals.capital, by: sizes.map { $0 * random.integer(in: 60...150) }),
        from: &random
    )
    let above = Spread.rounded(
        Spread.shares(
            of: totals.assetsAboveCapital,
            by: capital.map { $0 * random.integer(in: 40...160) / 100 }
        ),
        from: &random
    )
    let revenueWeights = reports.indices.map { index in
        reports[index].state == .active ? sizes[index] * random.integer(in: 50...160) : 0
    }
    let revenue = Spread.rounded(
        Spread.shares(of: totals.revenue, by: revenueWeights),
        from: &random
    )
    for index in reports.indices {
        reports[index].capital = capital[index]
        reports[index].assets = capital[index] + above[index]
        reports[index].revenue = revenue[index]
    }
    setProfit(of: &reports, totals: totals, from: &random)
}

private func setProfit(
    of reports: inout [Report],
    totals: SectorTotals,
    from random: inout SplitMix64
) {
    var lost = 0
    for _ in 0..<totals.losses {
        let index = random.element(of: candidates(in: reports))
        reports[index].profit = -random.integer(in: 18...260)
        lost -= reports[index].profit
    }
    let weights = reports.map { report in
        report.profit < 0 ? 0 : report.revenue * random.integer(in: 60...140) / 100
    }
    let profit = Spread.rounded(
        Spread.shares(of: totals.profit + lost, by: weights),
        from: &random
    )
    for index in reports.indices where reports[index].profit >= 0 {
        reports[index].profit = profit[index]
    }
}

/// Both ends of the published incomes are reached: 4, 5 and the range between them.
private func setIncomeEnds(of reports: inout [Report]) {
    let told = reports.indices.filter { !reports[$0].income.isEmpty }
    for (income, index) in zip(["4 - 5", "4", "5"], told) {
        reports[index].income = income
    }
}
