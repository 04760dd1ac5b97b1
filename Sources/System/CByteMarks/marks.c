#include "vectors.h"

// Appends `start` and the place of each bit to a list; how many it has then.
typedef int64_t append_marks(uint64_t mask, int64_t start, int32_t *list, int64_t count);

// The first `usual` without asking, since no branch would foresee their number: a place behind the last one is
// written over by the next.
BYTES_INLINE int64_t append_one_by_one(
    uint64_t mask, int64_t start, int32_t *list, int64_t count, int usual
) {
    const int64_t next = count + __builtin_popcountll(mask);
    int32_t *at = list + count;
    for (int i = 0; i < usual; i++) {
        *at++ = (int32_t)(start + __builtin_ctzll(mask | (uint64_t)1 << 63));
        mask &= mask - 1;
    }
    while (mask != 0) {
        *at++ = (int32_t)(start + __builtin_ctzll(mask));
        mask &= mask - 1;
    }
    return next;
}

BYTES_INLINE int64_t append_few(uint64_t mask, int64_t start, int32_t *list, int64_t count) {
    return append_one_by_one(mask, start, list, count, 1);
}

BYTES_INLINE int64_t append_some(uint64_t mask, int64_t start, int32_t *list, int64_t count) {
    return append_one_by_one(mask, start, list, count, 8);
}

BYTES_INLINE void marks_scan_body(
    const uint8_t *bytes, int64_t count, uint8_t delimiter, uint8_t quote, block_marks *marks,
    append_marks *append
) {
    int64_t ends = marks->end_count, lines = marks->line_count, oddities = marks->oddity_count;
    for (int64_t start = 0; start < count; start += 64) {
        const bytes_64 here = bytes_64_at(bytes + start);
        const tests_64 is_line = here == '\n';
        uint64_t line_mask = bytes_mask(is_line);
        uint64_t end_mask = bytes_mask(is_line | (here == delimiter));
        uint64_t odd_mask = bytes_mask((here == quote) | (here == '\r'));
        if (start + 64 > count) {
            const uint64_t inside = ((uint64_t)1 << (count - start)) - 1;
            end_mask &= inside;
            line_mask &= inside;
            odd_mask &= inside;
        }
        ends = append(end_mask, start, marks->ends, ends);
        lines = append_few(line_mask, start, marks->lines, lines);
        if (odd_mask == 0) continue;
        uint64_t odd = 0;
        for (uint64_t rest = odd_mask; rest != 0; rest &= rest - 1) {
            const uint8_t *at = bytes + start + __builtin_ctzll(rest);
            if (at[0] == quote || at[1] != '\n') odd |= rest & -rest;
        }
        oddities = append_few(odd, start, marks->oddities, oddities);
    }
    marks->end_count = ends;
    marks->line_count = lines;
    marks->oddity_count = oddities;
}

#define MARKS_PARAMETERS \
    (const uint8_t *bytes, int64_t count, uint8_t delimiter, uint8_t quote, block_marks *marks)

void marks_scan_narrow MARKS_PARAMETERS {
    marks_scan_body(bytes, count, delimiter, quote, marks, append_some);
}

BYTES_WIDE void marks_scan_wide MARKS_PARAMETERS {
    marks_scan_body(bytes, count, delimiter, quote, marks, append_some);
}

#if defined(__x86_64__)
#include <immintrin.h>

// All at once: the numbers of the bits are moved together, then sixteen are written with each step.
BYTES_WIDEST BYTES_INLINE int64_t append_gathered(
    uint64_t mask, int64_t start, int32_t *list, int64_t count
) {
    const int64_t next = count + __builtin_popcountll(mask);
    const __m512i base = _mm512_set1_epi32((int32_t)start);
    __m512i places = _mm512_maskz_compress_epi8(mask, (__m512i)lanes_64);
    for (;;) {
        const __m512i sixteen = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places));
        _mm512_storeu_si512(list + count, _mm512_add_epi32(base, sixteen));
        count += 16;
        if (count >= next) return next;
        places = _mm512_shuffle_i64x2(places, places, _MM_SHUFFLE(0, 3, 2, 1));
    }
}

BYTES_WIDEST void marks_scan_widest MARKS_PARAMETERS {
    marks_scan_body(bytes, count, delimiter, quote, marks, append_gathered);
}
#else
void marks_scan_widest MARKS_PARAMETERS {
    marks_scan_body(bytes, count, delimiter, quote, marks, append_some);
}
#endif

BYTES_CHOSEN(marks_scan, MARKS_PARAMETERS, (bytes, count, delimiter, quote, marks))

int bytes_width(void) { return width_of_bytes(); }
