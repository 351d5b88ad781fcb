/* Broken: the claim's own people answer too. */
#define NEW(kind) ((kind) == fresh || (kind) == owner)
#include "../../challenge.pml"
