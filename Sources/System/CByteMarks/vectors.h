#pragma once
#include "CByteMarks.h"
#include <string.h>

// Clang's own vectors, for any processor: Swift's have no way to gather one bit of each byte, and most of
// their comparisons are compiled lane by lane.
// They pass through inlined functions only, whatever registers a call would use.
#pragma clang diagnostic ignored "-Wpsabi"
typedef uint8_t bytes_32 __attribute__((ext_vector_type(32)));
typedef uint16_t words_16 __attribute__((ext_vector_type(16)));
typedef uint16_t words_8 __attribute__((ext_vector_type(8)));
typedef uint16_t words_4 __attribute__((ext_vector_type(4)));
typedef uint64_t quarters_4 __attribute__((ext_vector_type(4)));
typedef uint8_t bytes_64 __attribute__((ext_vector_type(64)));
// What a comparison gives: all bits of a byte, or none.
typedef char tests_64 __attribute__((ext_vector_type(64)));
typedef uint16_t words_32 __attribute__((ext_vector_type(32)));
typedef bool flags_64 __attribute__((ext_vector_type(64)));

#define BYTES_INLINE static inline __attribute__((always_inline))

// The number of each byte.
static const bytes_64 lanes_64 = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
};

BYTES_INLINE bytes_32 bytes_at(const uint8_t *bytes) {
    bytes_32 value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

BYTES_INLINE bytes_64 bytes_64_at(const uint8_t *bytes) {
    bytes_64 value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

// One bit for each byte of a comparison's result.
BYTES_INLINE uint64_t bytes_mask(tests_64 flags) {
    const flags_64 bits = __builtin_convertvector(flags, flags_64);
    uint64_t mask;
    memcpy(&mask, &bits, sizeof mask);
    return mask;
}

BYTES_INLINE bool bytes_any(bytes_32 flags) {
    const quarters_4 quarters = (quarters_4)flags;
    return (quarters[0] | quarters[1] | quarters[2] | quarters[3]) != 0;
}

// On x86 each loop is compiled three times; the widest one runs for which the processor has what it needs.
#if defined(__x86_64__)
#define BYTES_WIDE __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define BYTES_WIDEST \
    __attribute__((target( \
        "avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))
BYTES_INLINE int width_of_bytes(void) {
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi2")
        || !__builtin_cpu_supports("popcnt")) {
        return 16;
    }
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512vbmi2")
        ? 64
        : 32;
}
#else
#define BYTES_WIDE
#define BYTES_WIDEST
BYTES_INLINE int width_of_bytes(void) { return 16; }
#endif

// A function that does what NAME_body does, with the widest instructions at hand.
#define BYTES_THRICE(NAME, PARAMETERS, ARGUMENTS) \
    void NAME##_narrow PARAMETERS { NAME##_body ARGUMENTS; } \
    BYTES_WIDE void NAME##_wide PARAMETERS { NAME##_body ARGUMENTS; } \
    BYTES_WIDEST void NAME##_widest PARAMETERS { NAME##_body ARGUMENTS; } \
    BYTES_CHOSEN(NAME, PARAMETERS, ARGUMENTS)

// The function NAME, which is NAME_narrow, NAME_wide or NAME_widest.
#define BYTES_CHOSEN(NAME, PARAMETERS, ARGUMENTS) \
    void NAME PARAMETERS { \
        switch (width_of_bytes()) { \
        case 64: NAME##_widest ARGUMENTS; break; \
        case 32: NAME##_wide ARGUMENTS; break; \
        default: NAME##_narrow ARGUMENTS; \
        } \
    }
