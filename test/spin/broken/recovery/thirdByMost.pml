/* Broken: the third recovery stands, and needs no more guardians than any other. */
#define NEEDED 2
#include "../../recovery.pml"
