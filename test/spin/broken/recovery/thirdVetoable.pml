/* Broken: the third recovery needs all guardians, and can be vetoed like any other. */
#define VETOABLE (recovery != none && !DUE)
#include "../../recovery.pml"
