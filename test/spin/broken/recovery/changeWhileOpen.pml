/* Broken: guardians may be changed while a recovery is open. */
#define MAY_CHANGE (keyAge > OLD && fresh == 0)
#include "../../recovery.pml"
