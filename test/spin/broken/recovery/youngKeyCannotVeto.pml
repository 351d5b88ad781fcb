/* Broken: only a key that is 30 days old may veto. */
#define VETOABLE (recovery != none && !DUE && !stands && keyAge > OLD)
#include "../../recovery.pml"
