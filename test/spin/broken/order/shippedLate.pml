/* Broken: the seller may ship after the window, if the buyer has not taken it back yet. */
#define MAY_SHIP (stage == funded)
#include "../../order.pml"
