/// All cooperatives that are in the register of either year, by sector, then district, new ones last.
func makeRegister(from random: inout SplitMix64) -> [Cooperative] {
    var names = NameSource()
    var register: [Cooperative] = []
    for sector in SectorCode.allCases {
        var number = 0
        // New cooperatives come after all old ones, as a registry numbers them.
        for presences in [[Cooperative.Presence.both, .onlyBefore], [.onlyNow]] {
            for district in District.all {
                guard let holding = district.holdings.first(where: { $0.sector == sector }) else {
                    continue
                }
                for presence in presences {
                    for _ in 0..<count(of: presence, in: holding) {
                        number += 1
                        register.append(
                            Cooperative(
                                code: "AG-\(sector.rawValue)-\(padded(number))",
                                name: names.next(for: sector, in: district.code, from: &random),
                                district: district.code,
                                sector: sector,
                                presence: presence,
                                founded: presence == .onlyNow
                                    ? 2020 : foundingYear(sector, &random),
                                size: Spread.size(from: &random)
                            )
                        )
                    }
                }
            }
        }
    }
    return register
}

private func count(of presence: Cooperative.Presence, in holding: District.Holding) -> Int {
    switch presence {
    case .both: holding.now - holding.entered
    case .onlyBefore: holding.left
    case .onlyNow: holding.entered
    }
}

private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Credit funds are the oldest; most farm cooperatives were founded after the laws of 2003 and 2012.
private func foundingYear(_ sector: SectorCode, _ random: inout SplitMix64) -> Int {
    switch sector {
    case .credit: random.integer(in: 1994...2008)
    case .transport, .industry: random.integer(in: 1990...2018)
    default: random.chance(25) ? random.integer(in: 1997...2012) : random.integer(in: 2013...2019)
    }
}
