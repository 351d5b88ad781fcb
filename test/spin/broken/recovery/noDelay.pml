/* Broken: a recovery may be finished at once. */
#define DUE true
#include "../../recovery.pml"
