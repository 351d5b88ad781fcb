/* Broken: what is challenged counts for nothing until enough have answered. */
#define WHEN_CHALLENGED inForce = 0
#include "../../challenge.pml"
