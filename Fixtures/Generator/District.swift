/// A district unit of the fixture: how many cooperatives of each sector it has and how its files look.
struct District {
    /// Cooperatives of one sector: in 2020, of them new in 2020, and those of 2019 that are gone.
    struct Holding {
        var sector: SectorCode
        var now: Int
        var entered = 0
        var left = 0
    }

    var code: String
    /// As its office writes it in the column of units when it does not use the code.
    var title: String
    /// File name without its extension.
    var file: String
    var holdings: [Holding]

    /// The eleven units; 2020 adds up to 232, 46 of them new; 12 of 2019's 198 are gone.
    static let all = [
        District(
            code: "883",
            title: "TP Long Xuyên",
            file: "883-long-xuyen",
            holdings: [
                Holding(sector: .agriculture, now: 8, entered: 1),
                Holding(sector: .credit, now: 4),
                Holding(sector: .transport, now: 5, entered: 2),
                Holding(sector: .industry, now: 1),
                Holding(sector: .trade, now: 3, entered: 1),
            ]
        ),
        District(
            code: "884",
            title: "TP Châu Đốc",
            file: "884-chau-doc",
            holdings: [
                Holding(sector: .agriculture, now: 5),
                Holding(sector: .credit, now: 2),
                Holding(sector: .transport, now: 4, left: 1),
                Holding(sector: .trade, now: 2, left: 1),
            ]
        ),
        District(
            code: "886",
            title: "Huyện An Phú",
            file: "886-an-phu",
            holdings: [
                Holding(sector: .agriculture, now: 14, entered: 2, left: 2),
                Holding(sector: .credit, now: 1),
                Holding(sector: .transport, now: 2),
            ]
        ),
        District(
            code: "887",
            title: "TX Tân Châu",
            file: "887-tan-chau",
            holdings: [
                Holding(sector: .agriculture, now: 13, entered: 3),
                Holding(sector: .credit, now: 2),
                Holding(sector: .transport, now: 3, entered: 1),
                Holding(sector: .industry, now: 1),
            ]
        ),
        District(
            code: "888",
            title: "Huyện Phú Tân",
            file: "888-phu-tan",
            holdings: [
                Holding(sector: .agriculture, now: 17, entered: 4, left: 1),
                Holding(sector: .credit, now: 3),
                Holding(sector: .transport, now: 1),
            ]
        ),
        District(
            code: "889",
            title: "Huyện Châu Phú",
            file: "889-chau-phu",
            holdings: [
                Holding(sector: .agriculture, now: 21, entered: 6, left: 1),
                Holding(sector: .credit, now: 2),
                Holding(sector: .transport, now: 2, left: 1),
            ]
        ),
        District(
            code: "890",
            title: "Huyện Tịnh Biên",
            file: "890-tinh-bien",
            holdings: [
                Holding(sector: .agriculture, now: 13, entered: 4),
                Holding(sector: .credit, now: 2),
                Holding(sector: .transport, now: 2),
                Holding(sector: .industry, now: 1),
                Holding(sector: .trade, now: 2, entered: 1),
            ]
        ),
        District(
            code: "891",
            title: "Huyện Tri Tôn",
            file: "891-tri-ton",
            holdings: [
                Holding(sector: .agriculture, now: 18, entered: 6, left: 1),
                Holding(sector: .credit, now: 1),
                Holding(sector: .transport, now: 1),
                Holding(sector: .trade, now: 1),
            ]
        ),
        District(
            code: "892",
            title: "Huyện Châu Thành",
            file: "892-chau-thanh",
            holdings: [
                Holding(sector: .agriculture, now: 19, entered: 5, left: 1),
                Holding(sector: .credit, now: 2),
                Holding(sector: .transport, now: 1),
            ]
        ),
        District(
            code: "893",
            title: "Huyện Chợ Mới",
            file: "893-cho-moi",
            holdings: [
                Holding(sector: .agriculture, now: 20, entered: 4, left: 2),
                Holding(sector: .credit, now: 3),
                Holding(sector: .transport, now: 2, entered: 1),
                Holding(sector: .industry, now: 1),
                Holding(sector: .trade, now: 1),
                Holding(sector: .resources, now: 1),
            ]
        ),
        District(
            code: "894",
            title: "Huyện Thoại Sơn",
            file: "894-thoai-son",
            holdings: [
                Holding(sector: .agriculture, now: 21, entered: 5, left: 1),
                Holding(sector: .credit, now: 2),
                Holding(sector: .transport, now: 1),
                Holding(sector: .trade, now: 1),
            ]
        ),
    ]
}
