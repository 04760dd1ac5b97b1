/// A length in a drawing: at most two decimals, the same text on every machine.
struct SVGNumber: CustomStringConvertible {
    let description: String

    init(_ value: Double) {
        let hundredths = (value * 100).rounded()
        guard abs(hundredths) < 1e15 else {
            description = "0"
            return
        }
        let number = Int(hundredths)
        let whole = String(number.magnitude / 100)
        let rest = Int(number.magnitude % 100)
        let sign = number < 0 ? "-" : ""
        switch rest {
        case 0: description = sign + whole
        case let rest where rest % 10 == 0: description = "\(sign)\(whole).\(rest / 10)"
        case let rest: description = "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
        }
    }
}
