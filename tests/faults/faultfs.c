// Fails or kills at the N-th system call that touches a folder. Loaded before a program with LD_PRELOAD:
//   FAULT_DIR      the folder whose files are counted
//   FAULT_CONTROL  a file of struct control outside it; whoever writes to it arms, disarms and reads the count
//   FAULT_LOG      optional: a file that gets a line for each counted call
// Counted: open for writing, write, sync, truncate, rename, link, unlink, mkdir; and reading, when control asks for it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

// Written by fault-control.ts as six 64-bit numbers.
struct control {
  volatile int64_t armed;  // 0 = calls pass uncounted
  volatile int64_t count;  // calls counted since it was armed
  volatile int64_t target; // the call to act on; 0 = only count
  volatile int64_t act;    // errno to give; -1 = kill the process
  volatile int64_t sticky; // 1 = every call from the target on
  volatile int64_t reads;  // 1 = count reading instead of changing
};

static struct control *control;
static const char *folder;
static size_t folder_length;
static int log_file = -1;

#define REAL(type, name, ...)                                                                                          \
  static type (*real)(__VA_ARGS__);                                                                                    \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int open_really(const char *file, int flags) {
  REAL(int, "open", const char *, int, ...);
  return real(file, flags | O_CLOEXEC, 0644);
}

__attribute__((constructor)) static void start(void) {
  const char *file = getenv("FAULT_CONTROL");
  const char *log = getenv("FAULT_LOG");
  folder = getenv("FAULT_DIR");
  if (!file || !folder) return;
  folder_length = strlen(folder);
  int descriptor = open_really(file, O_RDWR);
  if (descriptor < 0) return;
  void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (mapped != MAP_FAILED) control = mapped;
  if (log) log_file = open_really(log, O_WRONLY | O_CREAT | O_APPEND);
}

static int is_below(const char *file) {
  if (!control || !control->armed || !file) return 0;
  char whole[PATH_MAX];
  if (file[0] != '/') {
    if (!getcwd(whole, sizeof whole)) return 0;
    size_t used = strlen(whole);
    snprintf(whole + used, sizeof whole - used, "/%s", file);
    file = whole;
  }
  return strncmp(file, folder, folder_length) == 0 && (file[folder_length] == '/' || file[folder_length] == 0);
}

/** The path behind a descriptor when it lies in the folder, else NULL. */
static const char *path_of(int descriptor) {
  static __thread char file[PATH_MAX];
  char link[64];
  if (!control || !control->armed || descriptor < 3) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, file, sizeof file - 1);
  if (length <= 0) return NULL;
  file[length] = 0;
  return is_below(file) ? file : NULL;
}

/** Counts a call; gives the errno that it must fail with, or 0. */
static int strike(const char *call, const char *file, int is_read) {
  if (!control->armed || (control->reads != 0) != is_read) return 0;
  int64_t number = __sync_add_and_fetch(&control->count, 1);
  if (log_file >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%lld %s %s\n", (long long)number, call, file);
    REAL(ssize_t, "write", int, const void *, size_t);
    if (real(log_file, line, (size_t)length) < 0) return 0;
  }
  if (control->target == 0) return 0;
  if (control->sticky ? number < control->target : number != control->target) return 0;
  if (control->act < 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  return (int)control->act;
}

#define FAIL(error) return errno = (error), -1
#define STRIKE_FILE(call, file)                                                                                        \
  if (is_below(file)) {                                                                                                \
    int error = strike(call, file, 0);                                                                                 \
    if (error) FAIL(error);                                                                                            \
  }
#define STRIKE_DESCRIPTOR(call, descriptor, is_read)                                                                   \
  const char *file = path_of(descriptor);                                                                              \
  if (file) {                                                                                                          \
    int error = strike(call, file, is_read);                                                                           \
    if (error) FAIL(error);                                                                                            \
  }

// A disk that fills up takes the beginning of a write.
#define PART 512

ssize_t write(int descriptor, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  const char *file = path_of(descriptor);
  int error = file ? strike("write", file, 0) : 0;
  if (error == 0) return real(descriptor, bytes, size);
  if (error == ENOSPC && size > PART && real(descriptor, bytes, PART) < 0) FAIL(EIO);
  FAIL(error);
}

#define WRITE_AT(function, offset_type)                                                                                \
  ssize_t function(int descriptor, const void *bytes, size_t size, offset_type offset) {                               \
    REAL(ssize_t, #function, int, const void *, size_t, offset_type);                                                  \
    const char *file = path_of(descriptor);                                                                            \
    int error = file ? strike("write", file, 0) : 0;                                                                   \
    if (error == 0) return real(descriptor, bytes, size, offset);                                                      \
    if (error == ENOSPC && size > PART && real(descriptor, bytes, PART, offset) < 0) FAIL(EIO);                        \
    FAIL(error);                                                                                                       \
  }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

#define WRITE_SEVERAL(...)                                                                                             \
  STRIKE_DESCRIPTOR("write", descriptor, 0);                                                                           \
  return real(descriptor, __VA_ARGS__)
ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  WRITE_SEVERAL(parts, count);
}
ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
  REAL(ssize_t, "pwritev", int, const struct iovec *, int, off_t);
  WRITE_SEVERAL(parts, count, offset);
}
ssize_t pwritev64(int descriptor, const struct iovec *parts, int count, off64_t offset) {
  REAL(ssize_t, "pwritev64", int, const struct iovec *, int, off64_t);
  WRITE_SEVERAL(parts, count, offset);
}
ssize_t copy_file_range(int from, off64_t *from_at, int descriptor, off64_t *to_at, size_t size, unsigned flags) {
  REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
  STRIKE_DESCRIPTOR("write", descriptor, 0);
  return real(from, from_at, descriptor, to_at, size, flags);
}
ssize_t sendfile(int descriptor, int from, off_t *from_at, size_t size) {
  REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
  STRIKE_DESCRIPTOR("write", descriptor, 0);
  return real(descriptor, from, from_at, size);
}
ssize_t sendfile64(int descriptor, int from, off64_t *from_at, size_t size) {
  REAL(ssize_t, "sendfile64", int, int, off64_t *, size_t);
  STRIKE_DESCRIPTOR("write", descriptor, 0);
  return real(descriptor, from, from_at, size);
}

#define ON_DESCRIPTOR(function, call)                                                                                  \
  int function(int descriptor) {                                                                                       \
    REAL(int, #function, int);                                                                                         \
    STRIKE_DESCRIPTOR(call, descriptor, 0);                                                                            \
    return real(descriptor);                                                                                           \
  }
ON_DESCRIPTOR(fsync, "sync")
ON_DESCRIPTOR(fdatasync, "sync")

#define TRUNCATE(function, offset_type)                                                                                \
  int function(int descriptor, offset_type size) {                                                                     \
    REAL(int, #function, int, offset_type);                                                                            \
    STRIKE_DESCRIPTOR("truncate", descriptor, 0);                                                                      \
    return real(descriptor, size);                                                                                     \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define ON_TWO_FILES(function, call)                                                                                   \
  int function(const char *from, const char *to) {                                                                     \
    REAL(int, #function, const char *, const char *);                                                                  \
    STRIKE_FILE(call, to) else STRIKE_FILE(call, from);                                                                \
    return real(from, to);                                                                                             \
  }
ON_TWO_FILES(rename, "rename")
ON_TWO_FILES(link, "link")

#define ON_FILE(function, call)                                                                                        \
  int function(const char *file) {                                                                                     \
    REAL(int, #function, const char *);                                                                                \
    STRIKE_FILE(call, file);                                                                                           \
    return real(file);                                                                                                 \
  }
ON_FILE(unlink, "unlink")
ON_FILE(rmdir, "unlink")
ON_FILE(remove, "unlink")

int unlinkat(int base, const char *file, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  const char *in = base == AT_FDCWD || file[0] == '/' ? NULL : path_of(base);
  if (in) {
    int error = strike("unlink", in, 0);
    if (error) FAIL(error);
  } else STRIKE_FILE("unlink", file);
  return real(base, file, flags);
}
int mkdir(const char *file, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  struct stat known;
  // Asking for a folder that is there changes nothing.
  if (is_below(file) && stat(file, &known) != 0) STRIKE_FILE("mkdir", file);
  return real(file, mode);
}

#define WRITING (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC)
#define OPEN(function)                                                                                                 \
  int function(const char *file, int flags, ...) {                                                                     \
    mode_t mode = 0;                                                                                                   \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                                               \
      va_list rest;                                                                                                    \
      va_start(rest, flags);                                                                                           \
      mode = va_arg(rest, mode_t);                                                                                     \
      va_end(rest);                                                                                                    \
    }                                                                                                                  \
    REAL(int, #function, const char *, int, ...);                                                                      \
    if (is_below(file)) {                                                                                              \
      int error = strike("open", file, (flags & WRITING) == 0);                                                        \
      if (error) FAIL(error);                                                                                          \
    }                                                                                                                  \
    return real(file, flags, mode);                                                                                    \
  }
OPEN(open)
OPEN(open64)

ssize_t read(int descriptor, void *bytes, size_t size) {
  REAL(ssize_t, "read", int, void *, size_t);
  STRIKE_DESCRIPTOR("read", descriptor, 1);
  return real(descriptor, bytes, size);
}
#define READ_AT(function, offset_type)                                                                                 \
  ssize_t function(int descriptor, void *bytes, size_t size, offset_type offset) {                                     \
    REAL(ssize_t, #function, int, void *, size_t, offset_type);                                                        \
    STRIKE_DESCRIPTOR("read", descriptor, 1);                                                                          \
    return real(descriptor, bytes, size, offset);                                                                      \
  }
READ_AT(pread, off_t)
READ_AT(pread64, off64_t)
