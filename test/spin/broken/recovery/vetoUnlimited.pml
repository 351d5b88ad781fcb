/* Broken: the key in force may veto as often as it likes: no recovery ever stands. */
#define STANDS false
#define NEEDED 2
#include "../../recovery.pml"
