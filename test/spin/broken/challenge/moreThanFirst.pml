/* Broken: an answer may name more than the first value. */
#define GREATEST 12
#include "../../challenge.pml"
