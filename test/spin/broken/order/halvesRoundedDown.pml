/* Broken: each half of a cost is rounded down, the buyer's too. */
#define HALF_BACK (PRICE - MAKING - CARRIAGE + MAKING / 2 + CARRIAGE / 2)
#include "../../order.pml"
