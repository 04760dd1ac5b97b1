#include <sys/syscall.h>

// What glibc declares only under _GNU_SOURCE, which Swift's import of it does not set; the system call itself
// is variadic, which Swift cannot call. Headers with types are not read here: Swift would take this module
// for their home.
long syscall(long number, ...);

// AT_FDCWD, RENAME_NOREPLACE, RENAME_EXCHANGE and SYNC_FILE_RANGE_WRITE of the kernel.
enum { baocao_here = -100, baocao_no_replace = 1, baocao_exchange = 2, baocao_range_write = 2 };

static inline int exchange_paths(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, baocao_here, first, baocao_here, second, baocao_exchange);
}

// A rename that refuses a target that is there.
static inline int rename_to_nothing(const char *from, const char *to) {
    return (int)syscall(SYS_renameat2, baocao_here, from, baocao_here, to, baocao_no_replace);
}

// The disk begins to write while the program reads on.
static inline void begin_writing(int descriptor, long long offset, long long count) {
    (void)syscall(SYS_sync_file_range, descriptor, offset, count, baocao_range_write);
}
