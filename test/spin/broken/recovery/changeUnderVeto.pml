/* Broken: guardians may be changed while a veto is fresh. */
#define MAY_CHANGE (keyAge > OLD && recovery == none)
#include "../../recovery.pml"
