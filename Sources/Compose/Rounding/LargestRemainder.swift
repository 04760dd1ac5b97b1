import StatisticsModel
import Vocabulary

/// Shares of one whole, rounded to `places` decimals so that they add up to 100; `nil` where that cannot be.
///
/// Each is rounded down. What is then left, in units of the last decimal, goes to the shares that have the largest
/// remainders in total, one unit each, and never to some only of those that are equal: equal counts stay equal. Of
/// choices with the same total the one with the larger shares is taken. A share that needs no rounding gets nothing.
func largestRemainder(_ shares: [FigureValue], places: Int) -> [ExactDecimal]? {
    guard let parts = scaled(shares, places: places) else { return nil }
    let (whole, overflow) = parts.divisor.multipliedReportingOverflow(by: 100 * powerOfTen(places))
    var sum: Int128 = 0
    for dividend in parts.dividends {
        let (next, tooLarge) = sum.addingReportingOverflow(dividend)
        guard !tooLarge else { return nil }
        sum = next
    }
    guard !overflow, sum == whole else { return nil }
    let floors = parts.dividends.map { floor(of: $0, by: parts.divisor) }
    let left = Int(100 * powerOfTen(places) - floors.reduce(0, +))
    var groups: [Int128: Group] = [:]
    for (dividend, floor) in zip(parts.dividends, floors) {
        let remainder = dividend - floor * parts.divisor
        guard remainder > 0 else { continue }
        groups[dividend, default: Group(dividend: dividend, remainder: remainder)].count += 1
    }
    guard let raised = choice(of: groups.values.sorted(), left: left) else { return nil }
    return zip(parts.dividends, floors).map { dividend, floor in
        ExactDecimal(raised.contains(dividend) ? floor + 1 : floor, scale: places)
    }
}

/// Equal shares, which are raised together or not at all.
private struct Group: Comparable {
    var dividend: Int128
    var remainder: Int128
    var count = 0

    /// Larger remainders first, then larger shares.
    static func < (left: Group, right: Group) -> Bool {
        (right.remainder, right.dividend) < (left.remainder, left.dividend)
    }
}

/// The groups that take exactly `left` units and have the largest remainders in total; `nil` when none do.
private func choice(of groups: [Group], left: Int) -> Set<Int128>? {
    guard left >= 0, left <= groups.reduce(0, { $0 + $1.count }) else { return nil }
    // For each group and number of units the best total of the groups from it on.
    var best: [[Int128?]] = [[0] + Array(repeating: nil, count: left)]
    for group in groups.reversed() {
        let behind = best[best.count - 1]
        best.append(
            (0...left).map { units in
                let without = behind[units]
                guard let with = taken(group, behind, units) else { return without }
                return max(without ?? with, with)
            }
        )
    }
    best.reverse()
    guard best[0][left] != nil else { return nil }
    var raised: Set<Int128> = []
    var units = left
    for (index, group) in groups.enumerated() {
        guard let with = taken(group, best[index + 1], units), with == best[index][units] else {
            continue
        }
        raised.insert(group.dividend)
        units -= group.count
    }
    return raised
}

private func taken(_ group: Group, _ behind: [Int128?], _ units: Int) -> Int128? {
    guard group.count <= units, let rest = behind[units - group.count] else { return nil }
    return rest + group.remainder * Int128(group.count)
}

/// Shares times 10^`places` as whole numbers over one divisor; `nil` where they have several or do not fit.
private func scaled(
    _ shares: [FigureValue],
    places: Int
) -> (dividends: [Int128], divisor: Int128)? {
    let ratios = shares.map { share -> (ExactDecimal, ExactDecimal) in
        switch share {
        case .decimal(let value): (value, ExactDecimal(1))
        case .ratio(let ratio): (ratio.numerator, ratio.denominator)
        }
    }
    guard let divisor = ratios.first?.1, ratios.allSatisfy({ $0.1 == divisor }),
        !divisor.isNegative, let scale = ratios.map(\.0.scale).max()
    else { return nil }
    let shift = places + divisor.scale - scale
    guard (-18...30).contains(shift) else { return nil }
    // Room for sums of many remainders.
    let limit = Int128.max >> 12
    let (base, isTooLarge) = divisor.coefficient.multipliedReportingOverflow(
        by: powerOfTen(max(0, -shift))
    )
    guard !isTooLarge, base < limit else { return nil }
    var dividends: [Int128] = []
    for (numerator, _) in ratios {
        let factor = powerOfTen(scale - numerator.scale)
        let (aligned, first) = numerator.coefficient.multipliedReportingOverflow(by: factor)
        let (dividend, second) = aligned.multipliedReportingOverflow(by: powerOfTen(max(0, shift)))
        guard !first, !second, abs(dividend) < limit else { return nil }
        dividends.append(dividend)
    }
    return (dividends, base)
}

private func floor(of dividend: Int128, by divisor: Int128) -> Int128 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
}
