/* Broken: a key of any age may change guardians. */
#define MAY_CHANGE (recovery == none && fresh == 0)
#include "../../recovery.pml"
