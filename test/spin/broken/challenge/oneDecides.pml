/* Broken: one answer is enough. */
#define QUORUM 1
#include "../../challenge.pml"
