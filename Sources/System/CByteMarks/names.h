#pragma once
#include "cells.h"

// What a name is made of.
typedef struct {
    // Sum and sum of squares of the letters and signs that no tone ever changes.
    uint32_t letters;
    // How many digits it has; negative for an empty name and one with anything but ASCII without control
    // characters and `?`, and U+00C0...U+01BF, U+1E80...U+1EFF in UTF-8.
    int32_t digit_count;
} name_sums;

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

BYTES_INLINE name_sums name_sums_body(const uint8_t *start, int64_t length) {
    const name_sums none = {0, -1};
    if (length == 0 || start[0] <= ' ') return none;
    bytes_32 odd = 0;
    int32_t digit_count = 0;
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
        // What programs write for letters that they lost.
        odd |= (bytes_32)(here == '?');
        const bytes_32 small = here | ((bytes_32)(here - 0x41 < 26) & 0x20);
        const bytes_32 is_tonal = (bytes_32)(small == 'a') | (bytes_32)(small == 'e')
            | (bytes_32)(small == 'o') | (bytes_32)(small == 'u') | (bytes_32)(small == 'y');
        const bytes_32 is_digit = (bytes_32)(here - 0x30 < 10);
        digit_count += __builtin_popcount(bytes_mask(is_digit));
        // No blanks.
        const bytes_32 counted = small & (bytes_32)(here - 0x21 < 0x5E) & ~(is_tonal | is_digit);
        const words_16 low = (words_16)counted & 0xFF, high = (words_16)counted >> 8;
        sums += low + high;
        squares += low * low + high * high;
    }
    // The last byte, or the one before it, may want another.
    const uint8_t *end = start + length;
    if (bytes_any(odd) || end[-1] >= 0xC0 || end[-2] == 0xE1) return none;
    const name_sums result = {
        (uint32_t)(words_total(sums) | words_total(squares) << 16), digit_count};
    return result;
}

// The hash of an identifier in small letters; 0 for an empty one and one with anything but visible ASCII, with
// one of the two signs that Unicode has twice, or with `?`.
BYTES_INLINE uint64_t identifier_hash_body(const uint8_t *start, int64_t length) {
    uint64_t hash = (uint64_t)length;
    bytes_32 odd = 0;
    for (int64_t at = 0; at < length; at += 32) {
        const bytes_32 inside = bytes_inside(length - at);
        const bytes_32 here = bytes_at(start + at) & inside;
        odd |= inside
            & ((bytes_32)(here - 0x21 >= 0x5E) | (bytes_32)(here == ';') | (bytes_32)(here == '`')
                | (bytes_32)(here == '?'));
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

BYTES_TWICE(column_name_sums, (const cell_column *column, name_sums *sums), (column, sums))
BYTES_TWICE(
    column_identifier_hashes, (const cell_column *column, uint64_t *hashes), (column, hashes)
)

// One name, of which 64 bytes before and behind must be readable.
static inline name_sums name_sums_of(const uint8_t *start, int64_t length) {
    return name_sums_body(start, length);
}

// One identifier, of which 64 bytes before and behind must be readable.
static inline uint64_t identifier_hash(const uint8_t *start, int64_t length) {
    return identifier_hash_body(start, length);
}
