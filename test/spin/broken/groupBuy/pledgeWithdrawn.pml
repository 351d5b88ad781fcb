/* Broken: a pledge may be withdrawn while it is open. */
#define MAY_DRAW(buyer) true
#include "../../groupBuy.pml"
