/* Broken: the round lasts half a week longer. */
#define ROUND 7
#include "../../challenge.pml"
