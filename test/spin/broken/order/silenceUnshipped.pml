/* Broken: silence accepts what was never shipped. */
#define MAY_CLOSE (underway && age >= WINDOW + SILENCE)
#include "../../order.pml"
