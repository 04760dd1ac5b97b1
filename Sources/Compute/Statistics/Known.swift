import Vocabulary

/// What is known of a whole of `population` organisations of which some answered: zero of none, but
/// nothing when there are organisations and none of them answered.
func known(
    _ total: ExactDecimal,
    answers: Int,
    population: Int
) -> ExactDecimal? {
    population > 0 && answers == 0 ? nil : total
}
