// Clp, the linear programming of COIN-OR, loaded when the first program is solved and not when ours starts:
// few runs need it, and the loader would spend milliseconds on it and on what it needs in turn.
// The library's own header types what is looked up; see clp.c.
#pragma once

#include <stdbool.h>

struct clp_program;

// Whether Clp could be loaded; nothing else may be called before this was asked.
bool clp_is_there(void);
// A program of variables (columns) under equations whose right sides are zero; the matrix lies column by
// column. A bound beyond 1e300 is none. NULL when there is no memory.
struct clp_program *clp_make(int columns, int rows, const int *starts, const int *row_indices,
                             const double *elements, const double *lower, const double *upper);
void clp_free(struct clp_program *program);
// Bounds of all columns.
void clp_bound(struct clp_program *program, const double *lower, const double *upper);

enum clp_end {
    clp_optimal,
    clp_infeasible,
    clp_unbounded,
    clp_stopped
};

// Least sum of `costs` by columns; starts where the last solution was.
enum clp_end clp_minimise(struct clp_program *program, const double *costs);
// The columns of the last solution; they lie in the program.
const double *clp_solution(struct clp_program *program);
