/// The sectors of the fixture by their codes, in the order of the report.
enum SectorCode: String, CaseIterable {
    case agriculture = "NN"
    case credit = "QTD"
    case transport = "VT"
    case industry = "TTCN"
    case trade = "TMDL"
    case resources = "TNMT"
}

/// What the cooperatives of a sector have together in 2020; money in tenths of triệu đồng.
///
/// The sums over all sectors are the published totals; how the sectors share them is invented, with the
/// people's credit funds ahead as they are in fact.
struct SectorTotals {
    var members: Int
    var capital: Int
    /// Total assets above the charter capital.
    var assetsAboveCapital: Int
    var revenue: Int
    var profit: Int
    /// How many of its cooperatives are stopped, wait for dissolution, or made a loss.
    var stopped = 0
    var dissolving = 0
    var losses = 0

    static func of(_ sector: SectorCode) -> SectorTotals {
        switch sector {
        case .agriculture:
            SectorTotals(
                members: 57_946,
                capital: 9_182_505,
                assetsAboveCapital: 2_741_000,
                revenue: 984_000,
                profit: 67_205,
                stopped: 10,
                dissolving: 4,
                losses: 12
            )
        case .credit:
            SectorTotals(
                members: 78_412,
                capital: 23_184_000,
                assetsAboveCapital: 11_685_000,
                revenue: 1_186_505,
                profit: 118_400
            )
        case .transport:
            SectorTotals(
                members: 2_864,
                capital: 2_716_000,
                assetsAboveCapital: 668_000,
                revenue: 336_000,
                profit: 21_300,
                stopped: 1,
                losses: 2
            )
        case .industry:
            SectorTotals(
                members: 412,
                capital: 315_000,
                assetsAboveCapital: 115_000,
                revenue: 52_000,
                profit: 2_895
            )
        case .trade:
            SectorTotals(
                members: 986,
                capital: 882_495,
                assetsAboveCapital: 291_000,
                revenue: 149_495,
                profit: 9_600,
                losses: 1
            )
        case .resources:
            SectorTotals(
                members: 129,
                capital: 360_000,
                assetsAboveCapital: 200_000,
                revenue: 76_000,
                profit: 6_800
            )
        }
    }
}
