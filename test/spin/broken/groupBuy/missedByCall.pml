/* Broken: what was missed is sent back only once the seller cancels. */
#define MAY_DRAW(buyer) cancelled
#include "../../groupBuy.pml"
