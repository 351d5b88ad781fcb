/* Broken: the most is that of one pledge, not of all of a buyer's. */
#define WITHIN(buyer, pieces) ((pieces) <= MOST)
#include "../../groupBuy.pml"
