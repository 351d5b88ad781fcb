/* A smaller rule that would be better too: the key in force, of any age, may end a change of guardians that waits. An owner who is awake
   changes the key and ends the change with the new one. */
#define WHEN_ROTATED if :: ownerKnows && waiting == thief -> endChange() :: else fi
#include "../recovery.pml"
