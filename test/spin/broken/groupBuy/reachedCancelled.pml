/* Broken: the seller may cancel what was reached. */
#define MAY_CANCEL (!cancelled)
#include "../../groupBuy.pml"
