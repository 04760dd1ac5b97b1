import Vocabulary

/// The exact sum; of nothing it is zero.
func sum(of values: ArraySlice<ExactDecimal>) throws(Overflow) -> ExactDecimal {
    var total = ExactDecimal.zero
    for value in values {
        guard let next = total.adding(value) else { throw Overflow() }
        total = next
    }
    return total
}

/// What is known of a whole of `population` organisations of which some answered: zero of none, but
/// nothing when there are organisations and none of them answered.
func known(
    _ total: ExactDecimal,
    answers: Int,
    population: Int
) -> ExactDecimal? {
    population > 0 && answers == 0 ? nil : total
}
