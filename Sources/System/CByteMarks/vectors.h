#pragma once
#include <stdbool.h>
#include <stdint.h>
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
typedef bool flags_32 __attribute__((ext_vector_type(32)));

#define BYTES_INLINE static inline __attribute__((always_inline))

BYTES_INLINE bytes_32 bytes_at(const uint8_t *bytes) {
    bytes_32 value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

// One bit for each byte of a comparison's result.
BYTES_INLINE uint32_t bytes_mask(bytes_32 flags) {
    const flags_32 bits = __builtin_convertvector((bytes_32)flags, flags_32);
    uint32_t mask;
    memcpy(&mask, &bits, sizeof mask);
    return mask;
}

BYTES_INLINE bool bytes_any(bytes_32 flags) {
    const quarters_4 quarters = (quarters_4)flags;
    return (quarters[0] | quarters[1] | quarters[2] | quarters[3]) != 0;
}

// On x86 each loop is compiled twice; the wide one runs where the processor has what it needs.
#if defined(__x86_64__)
#define BYTES_WIDE __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
static inline bool bytes_are_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")
        && __builtin_cpu_supports("popcnt");
}
#else
#define BYTES_WIDE
static inline bool bytes_are_wide(void) { return false; }
#endif

// A function that does what NAME_body does, with the widest instructions at hand.
#define BYTES_TWICE(NAME, PARAMETERS, ARGUMENTS) \
    static inline void NAME##_narrow PARAMETERS { NAME##_body ARGUMENTS; } \
    BYTES_WIDE static inline void NAME##_wide PARAMETERS { NAME##_body ARGUMENTS; } \
    static inline void NAME PARAMETERS { \
        if (bytes_are_wide()) { \
            NAME##_wide ARGUMENTS; \
        } else { \
            NAME##_narrow ARGUMENTS; \
        } \
    }
