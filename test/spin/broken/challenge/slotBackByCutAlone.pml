/* Broken: a slot comes back by a cut alone, never by time. */
#define FREE_BY_TIME false
#include "../../challenge.pml"
