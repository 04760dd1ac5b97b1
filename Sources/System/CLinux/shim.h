#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

// renameat2 is declared only under _GNU_SOURCE, which Swift's import of glibc does not set; the system
// call itself is variadic, which Swift cannot call.
static inline int exchange_paths(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}
