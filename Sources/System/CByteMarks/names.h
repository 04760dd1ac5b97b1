#pragma once
#include "vectors.h"

// Cells of one column, by where the cells of each row end: from behind entry `first[row] + position - 1`
// up to entry `first[row] + position`. 64 bytes before and behind the block must be readable.
typedef struct {
    const uint8_t *bytes;
    const int32_t *ends;
    const int32_t *first;
    int64_t row_count;
    int64_t position;
    // The last column, whose cells may end with half of a line end.
    bool is_last;
} cell_column;

typedef struct {
    const uint8_t *start;
    int64_t length;
} cell_bytes;

BYTES_INLINE cell_bytes cell_of(const cell_column *column, int64_t row) {
    const int32_t *entry = column->ends + column->first[row] + column->position;
    const int32_t start = entry[-1] + 1;
    int32_t end = entry[0];
    if (column->is_last && end > start && column->bytes[end - 1] == '\r') end--;
    const cell_bytes cell = {column->bytes + start, end - start};
    return cell;
}

// What a name is made of.
typedef struct {
    // Sum and sum of squares of the letters and signs that no tone ever changes.
    uint32_t letters;
    // How many digits it has; negative for an empty name and one with anything but ASCII without control
    // characters and U+00C0...U+01BF, U+1E80...U+1EFF in UTF-8.
    int32_t digit_count;
} name_sums;

BYTES_INLINE uint32_t words_total(words_16 words) {
    const quarters_4 quarters = (quarters_4)words;
    const uint64_t ones = 0x0001000100010001u;
    uint64_t total = 0;
    for (int i = 0; i < 4; i++) total += (quarters[i] * ones) >> 48;
    return (uint32_t)total & 0xFFFF;
}

BYTES_INLINE bytes_32 bytes_inside(int64_t length) {
    const bytes_32 lanes = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                            16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
    const bytes_32 count = (uint8_t)(length < 32 ? length : 32);
    return (bytes_32)(lanes < count);
}

BYTES_INLINE name_sums name_sums_body(const uint8_t *start, int64_t length) {
    const name_sums none = {0, -1};
    if (length == 0 || start[0] <= ' ') return none;
    bytes_32 odd = 0, digit_counts = 0;
    words_16 sums = 0, squares = 0;
    for (int64_t at = 0; at < length; at += 32) {
        const bytes_32 inside = bytes_inside(length - at);
        const bytes_32 here = bytes_at(start + at) & inside;
        const bytes_32 before = bytes_at(start + at - 1), second = bytes_at(start + at - 2);
        // UTF-8: C3...C6 with one byte behind, and E1 BA, E1 BB with one more.
        const bytes_32 is_rest = (bytes_32)((here & 0xC0) == 0x80);
        const bytes_32 is_lead = (bytes_32)(here - 0xC3 < 4) | (bytes_32)(here == 0xE1);
        const bytes_32 is_middle = (bytes_32)(before == 0xE1) & inside;
        const bytes_32 is_last =
            ((bytes_32)(before - 0xC3 < 4) | (bytes_32)(second == 0xE1)) & inside;
        odd |= (is_middle | is_last) ^ is_rest;
        odd |= (bytes_32)(here >= 0x80) & ~(is_rest | is_lead);
        odd |= is_middle & (bytes_32)((here & 0xFE) != 0xBA);
        odd |= (inside & (bytes_32)(here < 0x20)) | (bytes_32)(here == 0x7F);
        const bytes_32 small = here | ((bytes_32)(here - 0x41 < 26) & 0x20);
        const bytes_32 is_tonal = (bytes_32)(small == 'a') | (bytes_32)(small == 'e')
            | (bytes_32)(small == 'o') | (bytes_32)(small == 'u') | (bytes_32)(small == 'y');
        const bytes_32 is_digit = (bytes_32)(here - 0x30 < 10);
        digit_counts -= is_digit;
        // No blanks.
        const bytes_32 counted = small & (bytes_32)(here - 0x21 < 0x5E) & ~(is_tonal | is_digit);
        const words_16 low = (words_16)counted & 0xFF, high = (words_16)counted >> 8;
        sums += low + high;
        squares += low * low + high * high;
    }
    // The last byte, or the one before it, may want another.
    const uint8_t *end = start + length;
    if (bytes_any(odd) || end[-1] >= 0xC0 || end[-2] == 0xE1) return none;
    const words_16 pairs = ((words_16)digit_counts & 0xFF) + ((words_16)digit_counts >> 8);
    const name_sums result = {
        words_total(sums) | words_total(squares) << 16, (int32_t)words_total(pairs)};
    return result;
}

// The hash of an identifier in small letters; 0 for an empty one and one with anything but visible ASCII, or
// with one of the two signs that Unicode has twice.
BYTES_INLINE uint64_t identifier_hash_body(const uint8_t *start, int64_t length) {
    uint64_t hash = (uint64_t)length;
    bytes_32 odd = 0;
    for (int64_t at = 0; at < length; at += 32) {
        const bytes_32 inside = bytes_inside(length - at);
        const bytes_32 here = bytes_at(start + at) & inside;
        odd |= inside
            & ((bytes_32)(here - 0x21 >= 0x5E) | (bytes_32)(here == ';') | (bytes_32)(here == '`'));
        const quarters_4 words = (quarters_4)(here | ((bytes_32)(here - 0x41 < 26) & 0x20));
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

static inline void column_name_sums_narrow(const cell_column *column, name_sums *sums) {
    for (int64_t row = 0; row < column->row_count; row++) {
        const cell_bytes cell = cell_of(column, row);
        sums[row] = name_sums_body(cell.start, cell.length);
    }
}

BYTES_WIDE static inline void column_name_sums_wide(const cell_column *column, name_sums *sums) {
    for (int64_t row = 0; row < column->row_count; row++) {
        const cell_bytes cell = cell_of(column, row);
        sums[row] = name_sums_body(cell.start, cell.length);
    }
}

static inline void column_name_sums(const cell_column *column, name_sums *sums) {
    if (bytes_are_wide()) {
        column_name_sums_wide(column, sums);
    } else {
        column_name_sums_narrow(column, sums);
    }
}

static inline void column_identifier_hashes_narrow(const cell_column *column, uint64_t *hashes) {
    for (int64_t row = 0; row < column->row_count; row++) {
        const cell_bytes cell = cell_of(column, row);
        hashes[row] = identifier_hash_body(cell.start, cell.length);
    }
}

BYTES_WIDE static inline void column_identifier_hashes_wide(
    const cell_column *column, uint64_t *hashes
) {
    for (int64_t row = 0; row < column->row_count; row++) {
        const cell_bytes cell = cell_of(column, row);
        hashes[row] = identifier_hash_body(cell.start, cell.length);
    }
}

static inline void column_identifier_hashes(const cell_column *column, uint64_t *hashes) {
    if (bytes_are_wide()) {
        column_identifier_hashes_wide(column, hashes);
    } else {
        column_identifier_hashes_narrow(column, hashes);
    }
}

// One identifier, of which 64 bytes before and behind must be readable.
static inline uint64_t identifier_hash(const uint8_t *start, int64_t length) {
    return identifier_hash_body(start, length);
}
