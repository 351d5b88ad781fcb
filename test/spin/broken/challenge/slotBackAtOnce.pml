/* Broken: a slot comes back as soon as a tenth is cut, while others may still correct it. */
#define FREE_BY_CUT (answers >= quorum && inForce < 10)
#include "../../challenge.pml"
