/* Broken: a recovery leaves waiting guardians as they are. */
#define WHEN_OPENED skip
#include "../../recovery.pml"
