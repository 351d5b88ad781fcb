/* Broken: only the key in force may finish a recovery; a thief does not finish the owner's. */
#define FINISHER (ownerKnows || (thiefKnows && recovery == thief))
#include "../../recovery.pml"
