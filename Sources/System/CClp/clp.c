#include "CClp.h"

#include <Clp_C_Interface.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

struct clp_program {
    Clp_Simplex *model;
};

static struct {
    bool is_there;
    typeof(Clp_newModel) *new_model;
    typeof(Clp_deleteModel) *delete_model;
    typeof(Clp_setLogLevel) *set_log_level;
    typeof(Clp_loadProblem) *load_problem;
    typeof(Clp_chgObjCoefficients) *change_costs;
    typeof(Clp_chgColumnLower) *change_lower;
    typeof(Clp_chgColumnUpper) *change_upper;
    typeof(Clp_primal) *primal;
    typeof(Clp_getColSolution) *solution;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libClp.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (!handle) return;
    library.new_model = (typeof(library.new_model))dlsym(handle, "Clp_newModel");
    library.delete_model = (typeof(library.delete_model))dlsym(handle, "Clp_deleteModel");
    library.set_log_level = (typeof(library.set_log_level))dlsym(handle, "Clp_setLogLevel");
    library.load_problem = (typeof(library.load_problem))dlsym(handle, "Clp_loadProblem");
    library.change_costs = (typeof(library.change_costs))dlsym(handle, "Clp_chgObjCoefficients");
    library.change_lower = (typeof(library.change_lower))dlsym(handle, "Clp_chgColumnLower");
    library.change_upper = (typeof(library.change_upper))dlsym(handle, "Clp_chgColumnUpper");
    library.primal = (typeof(library.primal))dlsym(handle, "Clp_primal");
    library.solution = (typeof(library.solution))dlsym(handle, "Clp_getColSolution");
    library.is_there = library.new_model && library.delete_model && library.set_log_level &&
                       library.load_problem && library.change_costs && library.change_lower &&
                       library.change_upper && library.primal && library.solution;
}

bool clp_is_there(void) {
    pthread_once(&once, load);
    return library.is_there;
}

struct clp_program *clp_make(int columns, int rows, const int *starts, const int *row_indices,
                             const double *elements, const double *lower, const double *upper) {
    struct clp_program *self = calloc(1, sizeof *self);
    double *zeros = calloc((size_t)(columns > rows ? columns : rows) + 1, sizeof *zeros);
    Clp_Simplex *model = self && zeros ? library.new_model() : NULL;
    if (!model) {
        free(self);
        free(zeros);
        return NULL;
    }
    library.set_log_level(model, 0);
    library.load_problem(model, columns, rows, starts, row_indices, elements, lower, upper, zeros,
                         zeros, zeros);
    free(zeros);
    self->model = model;
    return self;
}

void clp_free(struct clp_program *self) {
    library.delete_model(self->model);
    free(self);
}

void clp_bound(struct clp_program *self, const double *lower, const double *upper) {
    library.change_lower(self->model, lower);
    library.change_upper(self->model, upper);
}

enum clp_end clp_minimise(struct clp_program *self, const double *costs) {
    library.change_costs(self->model, costs);
    switch (library.primal(self->model, 0)) {
        case 0: return clp_optimal;
        case 1: return clp_infeasible;
        case 2: return clp_unbounded;
        default: return clp_stopped;
    }
}

const double *clp_solution(struct clp_program *self) {
    return library.solution(self->model);
}
