import Archive

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Figures of a small register with so few values that two lists agree in many.
func someFigures(_ numbers: inout SeededNumbers) -> [PublishedFigure] {
    var figures: [PublishedFigure] = []
    for unit in ["883", "884", "all"] {
        for sector in ["NN", "all"] {
            for indicator in ["htx", "von", "xep_loai=kha"] {
                for measure in ["count", "sum"] where Int.random(in: 0..<5, using: &numbers) > 0 {
                    let value = Int.random(in: -1..<4, using: &numbers)
                    figures.append(
                        PublishedFigure(
                            indicator: indicator,
                            measure: measure,
                            unit: unit,
                            sector: sector,
                            value: value < 0 ? "" : String(value),
                            unitOfMeasure: measure == "sum" ? "dong" : "organisation",
                            answers: String(Int.random(in: 0..<3, using: &numbers)),
                            population: "3",
                            status: value < 0 ? "O" : "A"
                        )
                    )
                }
            }
        }
    }
    return figures
}

/// The figures as `tidy.csv` holds them.
func tidy(_ figures: [PublishedFigure]) -> [UInt8] {
    CSVTable.line([
        "period", "unit", "sector", "indicator", "measure", "value", "unit_of_measure", "answers",
        "population", "status",
    ])
        + figures.flatMap { figure in
            CSVTable.line([
                "2020", figure.unit, figure.sector, figure.indicator, figure.measure, figure.value,
                figure.unitOfMeasure, figure.answers, figure.population, figure.status,
            ])
        }
}

func figure(_ key: String, _ value: String, status: String = "A") -> PublishedFigure {
    let words = key.split(separator: ".").map(String.init)
    return PublishedFigure(
        indicator: words[0],
        measure: words[1],
        unit: words.count > 2 ? words[2] : "all",
        sector: words.count > 3 ? words[3] : "all",
        value: value,
        unitOfMeasure: "dong",
        answers: "1",
        population: "1",
        status: status
    )
}
