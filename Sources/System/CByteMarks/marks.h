#pragma once
#include "vectors.h"

// Where cells and lines of a block end. The lists have room for every byte, and for four entries more.
typedef struct {
    // Delimiters and line feeds.
    int32_t *ends;
    int64_t end_count;
    int32_t *lines;
    int64_t line_count;
    // Quotes, and carriage returns that no line feed follows.
    int32_t *oddities;
    int64_t oddity_count;
} block_marks;

// Four at a time without asking: the place behind the last one is written over by the next.
BYTES_INLINE int64_t marks_append(uint64_t mask, int64_t start, int32_t *list, int64_t count) {
    const int64_t next = count + __builtin_popcountll(mask);
    int32_t *at = list + count;
    while (mask != 0) {
        for (int i = 0; i < 4; i++) {
            at[i] = (int32_t)(start + __builtin_ctzll(mask | (uint64_t)1 << 63));
            mask &= mask - 1;
        }
        at += 4;
    }
    return next;
}

BYTES_INLINE void marks_scan_body(
    const uint8_t *bytes, int64_t count, uint8_t delimiter, uint8_t quote, block_marks *marks
) {
    const bytes_32 d = delimiter, q = quote, n = '\n', r = '\r';
    int64_t ends = marks->end_count, lines = marks->line_count, oddities = marks->oddity_count;
    for (int64_t start = 0; start < count; start += 64) {
        uint64_t end_mask = 0, line_mask = 0, quote_mask = 0, return_mask = 0;
        bytes_32 rare = 0;
        for (int half = 0; half < 64; half += 32) {
            const bytes_32 here = bytes_at(bytes + start + half);
            const bytes_32 line = (bytes_32)(here == n);
            line_mask |= (uint64_t)bytes_mask(line) << half;
            end_mask |= (uint64_t)bytes_mask(line | (bytes_32)(here == d)) << half;
            rare |= (bytes_32)(here == q) | (bytes_32)(here == r);
        }
        if (bytes_any(rare)) {
            for (int half = 0; half < 64; half += 32) {
                const bytes_32 here = bytes_at(bytes + start + half);
                quote_mask |= (uint64_t)bytes_mask((bytes_32)(here == q)) << half;
                return_mask |= (uint64_t)bytes_mask((bytes_32)(here == r)) << half;
            }
        }
        if (start + 64 > count) {
            const uint64_t inside = ((uint64_t)1 << (count - start)) - 1;
            end_mask &= inside;
            line_mask &= inside;
            quote_mask &= inside;
            return_mask &= inside;
        }
        ends = marks_append(end_mask, start, marks->ends, ends);
        while (line_mask != 0) {
            marks->lines[lines++] = (int32_t)(start + __builtin_ctzll(line_mask));
            line_mask &= line_mask - 1;
        }
        if ((quote_mask | return_mask) == 0) continue;
        // A return in the last byte of the 64 may be half of a line end. The lines were taken off above.
        uint64_t odd = quote_mask;
        for (uint64_t rest = return_mask; rest != 0; rest &= rest - 1) {
            if (bytes[start + __builtin_ctzll(rest) + 1] != '\n') odd |= rest & -rest;
        }
        oddities = marks_append(odd, start, marks->oddities, oddities);
    }
    marks->end_count = ends;
    marks->line_count = lines;
    marks->oddity_count = oddities;
}

// Adds the marks of `count` bytes; 64 more must be readable.
BYTES_TWICE(
    marks_scan,
    (const uint8_t *bytes, int64_t count, uint8_t delimiter, uint8_t quote, block_marks *marks),
    (bytes, count, delimiter, quote, marks)
)
