#include "cells.h"

// The sum of all words modulo 2^16, whatever their order: no sum carries into another.
BYTES_INLINE uint64_t words_total(words_16 words) {
    const words_8 half = words.lo + words.hi;
    const words_4 quarter = half.lo + half.hi;
    uint64_t four;
    memcpy(&four, &quarter, sizeof four);
    const uint64_t two = (four & 0x0000FFFF0000FFFFu) + (four >> 16 & 0x0000FFFF0000FFFFu);
    return (two + (two >> 32)) & 0xFFFF;
}

BYTES_INLINE bytes_32 bytes_inside(int64_t length) {
    const bytes_32 lanes = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                            16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
    const bytes_32 count = (uint8_t)(length < 32 ? length : 32);
    return (bytes_32)(lanes < count);
}

BYTES_INLINE int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

// Of ASCII.
BYTES_INLINE bool is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

// Seldom asked: most names begin with one.
static __attribute__((noinline)) bool has_letter(const uint8_t *start, int64_t length) {
    for (int64_t at = 0; at < length; at++) {
        if (is_letter(start[at])) return true;
    }
    return false;
}

BYTES_INLINE name_sums name_sums_body(const uint8_t *start, int64_t length) {
    const name_sums none = {0, -1};
    if (length == 0 || start[0] <= ' ') return none;
    // A bit for each byte: of UTF-8, C3...C6 want one more, and E1 BA, E1 BB one behind these.
    uint64_t odd = 0, one_more = 0, two_more = 0;
    int32_t digit_count = 0;
    words_32 sums = 0, squares = 0;
    for (int64_t at = 0; at < length; at += 64) {
        const int64_t rest = length - at;
        const uint64_t inside = ~(uint64_t)0 >> (64 - least(rest, 64));
        const bytes_64 here = bytes_64_at(start + at);
        const uint64_t pairs = bytes_mask(here - 0xC3 < 4) & inside;
        const uint64_t triples = bytes_mask(here == 0xE1) & inside;
        const uint64_t middles = (triples << 1 | two_more) & inside;
        const uint64_t lasts = ((pairs | middles) << 1 | one_more) & inside;
        const uint64_t rests = bytes_mask((here & 0xC0) == 0x80) & inside;
        const uint64_t highs = bytes_mask(here >= 0x80) & inside;
        odd |= (middles | lasts) ^ rests;
        odd |= highs & ~(rests | pairs | triples);
        odd |= middles & ~bytes_mask((here & 0xFE) == 0xBA);
        // Programs write `?` for letters that they lost.
        odd |= bytes_mask((here < 0x20) | (here == 0x7F) | (here == '?')) & inside;
        two_more = triples >> 63;
        one_more = (pairs | middles) >> 63;
        const tests_64 is_digit = here - 0x30 < 10;
        digit_count += __builtin_popcountll(bytes_mask(is_digit) & inside);
        // No blanks.
        const bytes_64 small = here | ((bytes_64)(here - 0x41 < 26) & 0x20);
        const tests_64 is_tonal =
            (small == 'a') | (small == 'e') | (small == 'o') | (small == 'u') | (small == 'y');
        const tests_64 is_counted =
            (here - 0x21 < 0x5E) & ~(is_tonal | is_digit) & (lanes_64 < (uint8_t)least(rest, 64));
        const bytes_64 counted = small & (bytes_64)is_counted;
        const words_32 low = (words_32)counted & 0xFF, high = (words_32)counted >> 8;
        sums += low + high;
        squares += low * low + high * high;
    }
    // The last byte, or the one before it, may want another.
    const uint8_t *end = start + length;
    if (odd != 0 || end[-1] >= 0xC0 || end[-2] == 0xE1) return none;
    if (!is_letter(start[0]) && !has_letter(start, length)) return none;
    const name_sums result = {
        (uint32_t)(words_total(sums.lo + sums.hi) | words_total(squares.lo + squares.hi) << 16),
        digit_count,
    };
    return result;
}

// The hash of an identifier in small letters; 0 for an empty one, one with anything but visible ASCII or with
// one of the two signs that Unicode has twice or `?`, and for figures with an E such as 1.60123E+09.
BYTES_INLINE uint64_t identifier_hash_body(const uint8_t *start, int64_t length) {
    uint64_t hash = (uint64_t)length;
    const bytes_32 begins_with_digit = start[0] - 0x30 < 10u ? 0xFF : 0;
    bytes_32 odd = 0;
    for (int64_t at = 0; at < length; at += 32) {
        const bytes_32 inside = bytes_inside(length - at);
        const bytes_32 here = bytes_at(start + at) & inside;
        odd |= inside
            & ((bytes_32)(here - 0x21 >= 0x5E) | (bytes_32)(here == ';') | (bytes_32)(here == '`')
               | (bytes_32)(here == '?'));
        const bytes_32 small = here | ((bytes_32)(here - 0x41 < 26) & 0x20);
        odd |= (bytes_32)(small == 'e') & begins_with_digit;
        const quarters_4 words = (quarters_4)small;
        const unsigned __int128 first =
            (unsigned __int128)(words[0] ^ hash ^ 0x9E3779B97F4A7C15u)
            * (words[1] ^ 0xD1B54A32D192ED03u);
        const unsigned __int128 second =
            (unsigned __int128)(words[2] ^ hash ^ 0x8CB92BA72F3D8DD7u)
            * (words[3] ^ 0xABC98388FB8FAC03u);
        hash = (uint64_t)first ^ (uint64_t)(first >> 64) ^ (uint64_t)second
            ^ (uint64_t)(second >> 64);
    }
    return length == 0 || bytes_any(odd) ? 0 : hash | 1;
}

BYTES_INLINE void column_name_sums_body(const cell_column *column, name_sums *sums) {
    const cell_column own = *column;
    for (int64_t row = 0; row < own.row_count; row++) {
        const cell_bytes cell = cell_of(&own, row);
        sums[row] = name_sums_body(cell.start, cell.length);
    }
}

BYTES_INLINE void column_identifier_hashes_body(const cell_column *column, uint64_t *hashes) {
    const cell_column own = *column;
    for (int64_t row = 0; row < own.row_count; row++) {
        const cell_bytes cell = cell_of(&own, row);
        hashes[row] = identifier_hash_body(cell.start, cell.length);
    }
}

BYTES_THRICE(column_name_sums, (const cell_column *column, name_sums *sums), (column, sums))
BYTES_THRICE(
    column_identifier_hashes, (const cell_column *column, uint64_t *hashes), (column, hashes)
)

// One name, of which 64 bytes before and behind must be readable.
name_sums name_sums_of(const uint8_t *start, int64_t length) {
    return name_sums_body(start, length);
}

// One identifier, of which 64 bytes before and behind must be readable.
uint64_t identifier_hash(const uint8_t *start, int64_t length) {
    return identifier_hash_body(start, length);
}
