#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// One bit for each of 64 bytes, the first byte's lowest. Swift's vectors have no way to gather one bit of
// each byte; on most processors one instruction does.
typedef struct {
    // Delimiters and line feeds.
    uint64_t ends;
    uint64_t lines;
    uint64_t quotes;
    uint64_t returns;
} byte_marks;

static inline byte_marks byte_marks_of_64(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    byte_marks marks = {0, 0, 0, 0};
#if defined(__SSE2__)
    const __m128i d = _mm_set1_epi8((char)delimiter), q = _mm_set1_epi8((char)quote);
    const __m128i n = _mm_set1_epi8('\n'), r = _mm_set1_epi8('\r');
    for (int shift = 0; shift < 64; shift += 16) {
        const __m128i b = _mm_loadu_si128((const __m128i *)(bytes + shift));
        const __m128i line = _mm_cmpeq_epi8(b, n);
        const __m128i end = _mm_or_si128(line, _mm_cmpeq_epi8(b, d));
        marks.ends |= (uint64_t)(uint32_t)_mm_movemask_epi8(end) << shift;
        marks.lines |= (uint64_t)(uint32_t)_mm_movemask_epi8(line) << shift;
        marks.quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, q)) << shift;
        marks.returns |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, r)) << shift;
    }
#else
    for (int i = 0; i < 64; i++) {
        marks.lines |= (uint64_t)(bytes[i] == '\n') << i;
        marks.ends |= (uint64_t)(bytes[i] == '\n' || bytes[i] == delimiter) << i;
        marks.quotes |= (uint64_t)(bytes[i] == quote) << i;
        marks.returns |= (uint64_t)(bytes[i] == '\r') << i;
    }
#endif
    return marks;
}
