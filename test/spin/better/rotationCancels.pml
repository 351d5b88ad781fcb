/* A rule that would be better: a new key ends a change of guardians that waits. So guardians come into force only if the key that
   proposed them was in force for 30 days before and for 14 days after. */
#define WHEN_ROTATED endChange()
#include "../recovery.pml"
