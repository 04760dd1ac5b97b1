#include "cells.h"

typedef int64_t numbers_4 __attribute__((ext_vector_type(4)));

// Four cells as multiples of 10^-4: up to eight bytes of an optional hyphen and digits, with one decimal or
// two. Nothing branches on how long a number is or whether it has decimals, which no processor foresees.
BYTES_INLINE numbers_4 numbers_of(
    quarters_4 text, numbers_4 length, uint8_t mark, numbers_4 mark_bits, numbers_4 *proofs,
    numbers_4 *long_runs
) {
    const quarters_4 highs = 0x8080808080808080u;
    const numbers_4 is_negative = (numbers_4)((text & 0xFF) == '-');
    // The text at the upper end, its last byte highest; zeros below.
    text <<= (quarters_4)(64 - 8 * length);
    // The high bit of each byte that is the mark; the lowest one matters.
    const quarters_4 found =
        (quarters_4)((bytes_32)text == mark) & highs & (quarters_4)mark_bits;
    const numbers_4 is_marked = (numbers_4)(found != 0);
    const quarters_4 up_to_mark = (found ^ (found - 1)) & (quarters_4)is_marked;
    const numbers_4 has_one = (numbers_4)(up_to_mark == 0x00FFFFFFFFFFFFFFu);
    const numbers_4 has_two = (numbers_4)(up_to_mark == 0x0000FFFFFFFFFFFFu);
    const numbers_4 decimals = (has_one & 1) + (has_two & 2);
    const numbers_4 digit_count = length + is_negative + is_marked;
    // Takes the mark's byte out: what stands before it moves up. Then only the digits are kept.
    const quarters_4 unmarked = (text << 8 & up_to_mark) | (text & ~up_to_mark);
    const quarters_4 kept = ~(quarters_4)0 << (quarters_4)(64 - 8 * digit_count);
    const quarters_4 digits = (unmarked ^ 0x3030303030303030u) & kept;
    const numbers_4 is_number = (numbers_4)((quarters_4)((bytes_32)digits > 9) == 0)
        & (has_one | has_two | ~is_marked) & (digit_count > decimals) & (length <= 8);
    *proofs |= is_number & is_marked;
    *long_runs |= is_number & is_marked & (length - decimals > 4);
    // Pairs of digits, then pairs of pairs, then both halves.
    const words_16 pairs = (words_16)(digits * 10 + (digits >> 8)) & 0x00FF;
    const words_16 hundreds = {100, 1, 100, 1, 100, 1, 100, 1, 100, 1, 100, 1, 100, 1, 100, 1};
    const quarters_4 parts = (quarters_4)(pairs * hundreds);
    const quarters_4 fours = (parts + (parts >> 16)) & 0x0000FFFF0000FFFFu;
    const quarters_4 number = (fours & 0xFFFFFFFFu) * 10000 + (fours >> 32);
    const quarters_4 factor = (quarters_4)(10000 - (has_one & 9000) - (has_two & 9900));
    const numbers_4 magnitude = (numbers_4)((number & 0xFFFFFFFFu) * (factor & 0xFFFFFFFFu));
    const numbers_4 value = (magnitude ^ is_negative) - is_negative;
    const numbers_4 unread = NUMBER_UNREAD, missing = NUMBER_MISSING;
    const numbers_4 read = (value & is_number) | (unread & ~is_number);
    const numbers_4 is_missing = (numbers_4)(length == 0);
    return (missing & is_missing) | (read & ~is_missing);
}

BYTES_INLINE void column_numbers_body(
    const cell_column *column, number_marks *marks, int64_t *numbers
) {
    const numbers_4 mark_bits = marks->has_marks ? -1 : 0;
    const cell_column own = *column;
    const uint8_t mark = marks->mark;
    numbers_4 proofs = 0, long_runs = 0;
    for (int64_t row = 0; row < own.row_count; row += 4) {
        // One by one: a lane chosen by a variable would go through memory and wait for it.
        const cell_bytes a = cell_of(&own, row), b = cell_of(&own, row + 1);
        const cell_bytes c = cell_of(&own, row + 2), d = cell_of(&own, row + 3);
        const quarters_4 text = {
            first_bytes(a), first_bytes(b), first_bytes(c), first_bytes(d)};
        const numbers_4 length = {a.length, b.length, c.length, d.length};
        const numbers_4 four =
            numbers_of(text, length, mark, mark_bits, &proofs, &long_runs);
        memcpy(numbers + row, &four, sizeof four);
    }
    marks->has_proof |= (proofs[0] | proofs[1] | proofs[2] | proofs[3]) != 0;
    marks->has_long_run |= (long_runs[0] | long_runs[1] | long_runs[2] | long_runs[3]) != 0;
}

// Reads the numbers of a column, those that are written as nearly all are. Three rows more, such as the last
// one again, are read and written.
BYTES_THRICE(
    column_numbers,
    (const cell_column *column, number_marks *marks, int64_t *numbers),
    (column, marks, numbers)
)

BYTES_INLINE void numbers_outside_body(
    const int64_t *lows, const int64_t *highs, int64_t count, int64_t minimum, int64_t maximum,
    bool is_filled, bool *result
) {
    int64_t odd = 0;
    const int64_t missing_counts = is_filled;
    for (int64_t row = 0; row < count; row++) {
        const int64_t is_low = lows[row] < minimum, is_there = lows[row] != NUMBER_MISSING;
        odd |= (is_low & (missing_counts | is_there)) | (highs[row] > maximum);
    }
    *result = odd != 0;
}

// Whether any number lies outside its bounds, or is missing where each row must have one.
BYTES_THRICE(
    numbers_outside,
    (const int64_t *lows, const int64_t *highs, int64_t count, int64_t minimum, int64_t maximum,
     bool is_filled, bool *result),
    (lows, highs, count, minimum, maximum, is_filled, result)
)

// One cell.
int64_t number_at(const uint8_t *start, int64_t length, number_marks *marks) {
    const int32_t ends[] = {-1, (int32_t)length};
    const int32_t first[] = {1, 1, 1, 1};
    const cell_column column = {start, ends, first, 1, 0, false};
    int64_t numbers[4];
    column_numbers_narrow(&column, marks, numbers);
    return numbers[0];
}
