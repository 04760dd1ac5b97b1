import DatasetModel
import Vocabulary

extension CellTotals {
    /// Adds what was read at once.
    mutating func add(_ totals: BlockTotals) {
        addRatios(totals)
        for cell in population.indices { population[cell] += totals.population[cell] }
        for column in classes.indices {
            let stride = totals.classCounts[column] + 1
            for code in classes[column].indices {
                for cell in population.indices {
                    classes[column][code][cell] += totals.classes[column][cell * stride + code + 1]
                }
            }
        }
        for column in measures.indices {
            for cell in population.indices {
                let measure = totals.measures[column][cell]
                guard measure.answers > 0 else { continue }
                measures[column].add(
                    answers: measure.answers,
                    sum: decimal(totals.sum(column, cell)),
                    low: decimal(Int128(measure.low)),
                    high: decimal(Int128(measure.high)),
                    to: cell
                )
            }
        }
    }

    /// Adds both sums of each ratio.
    private mutating func addRatios(_ totals: BlockTotals) {
        for index in ratios.indices {
            for cell in population.indices {
                let sums = totals.ratios[index].sums[cell]
                guard sums.answers > 0 else { continue }
                ratios[index].add(
                    answers: sums.answers,
                    of: decimal(sums.of),
                    per: decimal(sums.per),
                    to: cell
                )
            }
        }
    }

    private func decimal(_ multiple: Int128) -> ExactDecimal {
        ExactDecimal(multiple, scale: NumberBytes.scale)
    }
}
