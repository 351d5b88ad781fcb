/* Broken: who answered may answer again. */
#define AGAIN true
#include "../../challenge.pml"
