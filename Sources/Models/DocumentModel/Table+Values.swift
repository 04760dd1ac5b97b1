package import Vocabulary

extension Table {
    /// What a cell holds beside its letters, for those who compute with it.
    package enum Value: Sendable, Hashable {
        case number(Number)
        /// Answers and population, or the lowest and the highest: two columns of data.
        case pair(Number, Number, Kind)
        /// Other letters than those in print.
        case text(String)
        /// Nothing: there is nothing that could be measured.
        case blank

        /// What the two numbers of a pair are.
        package enum Kind: Sendable, Hashable {
            case answers
            case range
        }
    }

    /// A number as exact as published data have it, and how the table prints it.
    package struct Number: Sendable, Hashable {
        package var value: ExactDecimal
        /// Decimals in print.
        package var places: Int
        /// Whether thousands are set apart; years are not.
        package var isGrouped: Bool
        /// Whether a plus stands before it where it is positive.
        package var showsPlus: Bool

        package init(
            _ value: ExactDecimal,
            places: Int = 0,
            isGrouped: Bool = true,
            showsPlus: Bool = false
        ) {
            self.value = value
            self.places = places
            self.isGrouped = isGrouped
            self.showsPlus = showsPlus
        }

        /// The number that letters print with all its decimals; `nil` when they print none.
        package init?(exactly text: String) {
            var plain: [UInt8] = []
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "."): continue
                case UInt8(ascii: ","): plain.append(UInt8(ascii: "."))
                default: plain.append(byte)
                }
            }
            guard let value = ExactDecimal(plain: String(decoding: plain, as: UTF8.self)) else {
                return nil
            }
            self.init(value, printed: text)
        }

        /// The number behind letters that were printed of it: their decimals, grouping and sign.
        package init(_ value: ExactDecimal, printed text: String) {
            let decimals = text.utf8.drop { $0 != UInt8(ascii: ",") }.dropFirst()
                .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            let whole = value.magnitude.description.utf8.prefix { $0 != UInt8(ascii: ".") }
            self.init(
                value,
                places: decimals.count,
                isGrouped: whole.count < 4 || text.utf8.contains(UInt8(ascii: ".")),
                showsPlus: text.utf8.first == UInt8(ascii: "+")
            )
        }
    }
}
