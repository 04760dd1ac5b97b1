/// A cooperative of the synthetic register, the same in both years.
struct Cooperative {
    /// Whether it is in the register of both years or of one.
    enum Presence {
        case both
        case onlyBefore
        case onlyNow
    }

    var code: String
    var name: String
    var district: String
    var sector: SectorCode
    var presence: Presence
    var founded: Int
    /// Weight of its figures among those of its sector.
    var size: Int
}

/// What a cooperative reported for one year; money in tenths of triệu đồng.
struct Report {
    /// The states of the schema.
    enum State: String {
        case active = "hoat_dong"
        case stopped = "ngung"
        case dissolving = "cho_giai_the"
    }

    var cooperative: Cooperative
    var state = State.active
    var members = 0
    var labour: Int?
    var capital = 0
    var assets = 0
    var revenue = 0
    var profit = 0
    /// As written in the submission: a number or `low - high`; empty when not reported.
    var income = ""
    /// A code of the schema's ratings; empty when not reported.
    var rating = ""
    /// Whether the founding year was reported.
    var tellsFounding = true
}
